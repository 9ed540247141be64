"""The pages of this room."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect

from jingwei.foundation.access.routes import access
from jingwei.foundation.ui.forms import Press
from jingwei.foundation.ui.pages import page, perform
from jingwei.foundation.ui.paging import paged
from jingwei.organizations.selectors import organizations

from . import actions, selectors
from .forms import HouseholdForm


@access(get="area.see")
def grids(request):
    """The communities in reach with what stands on their ground."""
    listed = paged(request, selectors.communities(request.actor.path), "path")
    return page(request, "grids/grids.html", page=listed, rows=selectors.standings(listed.rows))


@access(get="area.see")
def community(request, pk):
    organization = get_object_or_404(organizations(), pk=pk)
    request.actor.must("area.see", organization.path)
    ground = selectors.ground_of(organization)
    may = request.actor.may("area.edit", organization.path)
    sums = selectors.standings([organization])[0]
    return page(request, "grids/community.html", organization=organization, ground=ground, sums=sums, may=may)


@access(get="area.edit", post="area.edit")
def household(request, pk):
    subject = get_object_or_404(selectors.areas(), pk=pk)
    request.actor.must("area.edit", subject.place())
    form = HouseholdForm(request.POST or None, subject=subject, actor=request.actor)
    if request.method == "POST" and perform(request, form, actions.open_household, subject):
        messages.success(request, form.done)
        return redirect("grids:community", subject.organization_id)
    return page(request, "grids/form.html", form=form, subject=subject)


@access(post="area.edit")
def household_end(request, pk):
    subject = get_object_or_404(selectors.households(), pk=pk)
    if perform(request, Press(request.POST), actions.close_household, subject):
        messages.success(request, "已结束。")
    return redirect("grids:community", subject.area.organization_id)
