"""Those who have come from elsewhere."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect

from jingwei.foundation.access.routes import access
from jingwei.foundation.clock import today
from jingwei.foundation.record.selectors import history_of
from jingwei.foundation.ui.pages import lead_on, page, perform
from jingwei.foundation.ui.paging import paged
from jingwei.organizations.selectors import organizations

from ..actions import ending, registering, telling
from ..forms.away import ClaimForm, ConfirmForm, EndForm, FeedbackForm, HereForm
from ..rules.away import NEARBY
from ..selectors import here, rows
from .choosing import kept


@access(get="floating.see")
def inflows(request):
    listed = paged(request, rows.inflows().filter(ended_on=None), "-id")
    shown = here.listed(listed.rows, request.actor)
    return page(request, "floating/inflows.html", page=listed, shown=shown)


@access(get="floating.edit", post="floating.edit")
def register(request):
    form = HereForm(request.POST or None)
    own = get_object_or_404(organizations(), path=request.actor.path)
    if request.method == "POST" and (row := perform(request, form, registering.register_here, own)):
        messages.success(request, "已登记。组织关系在本平台上的，已请对方支部认领。")
        return redirect("floating:inflow", row.pk)
    return page(request, "floating/register_here.html", form=form, own=own, basis=NEARBY.basis)


@access(get="floating.see")
def inflow(request, pk):
    return shown(request, get_object_or_404(rows.inflows(), pk=pk))


def shown(request, row, form=None):
    """The page of somebody who has come, for either side."""
    facts = here.page_of(row, request.actor, on=today())
    claiming = ClaimForm(inflow=row) if facts["may_claim"] else None
    names = ("confirming", "telling", "ending", "claiming")
    fresh = kept(form, ConfirmForm(), FeedbackForm(), EndForm(), claiming)
    forms = {"form": form, **dict(zip(names, fresh, strict=True))}
    return page(request, "floating/inflow.html", history=history_of(row), **forms, **facts)


def acted(request, pk, form, act, done):
    """Do something about who has come; the page again where that is refused."""
    row = get_object_or_404(rows.inflows(), pk=pk)
    return lead_on(request, form, act, row, done, "floating:inflow", pk) or shown(request, row, form)


@access(post="floating.edit")
def confirmation(request, pk):
    return acted(request, pk, ConfirmForm(request.POST), registering.confirm, "已确认报到。")


@access(post="floating.edit")
def feedback(request, pk):
    return acted(request, pk, FeedbackForm(request.POST), telling.feed_back, "已反馈给流出地支部。")


@access(post="floating.edit")
def end(request, pk):
    return acted(request, pk, EndForm(request.POST), ending.leave_again, "已登记离开。")


@access(post="floating.edit")
def claim(request, pk):
    row = get_object_or_404(rows.inflows(), pk=pk)
    form = ClaimForm(request.POST, inflow=row)
    if form.is_valid():
        member = form.cleaned_data.pop("member")
        if found := perform(request, form, registering.acknowledge, member, inflow=row):
            messages.success(request, "已认领，两边已经接上。")
            return redirect("floating:one", found.pk)
    return shown(request, row, form)
