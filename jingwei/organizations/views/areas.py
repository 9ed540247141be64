"""Named areas, and in which of them a unit lies."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from jingwei.foundation.access.routes import access
from jingwei.foundation.clock import today
from jingwei.foundation.ui.forms import Press
from jingwei.foundation.ui.pages import page, perform
from jingwei.foundation.ui.paging import paged

from ..actions import areas as acts
from ..actions import units as unit_acts
from ..forms.areas import AreaForm, EditAreaForm
from ..forms.units import LocateForm
from ..selectors import areas as found
from ..selectors import rows


@access(get="area.see")
def areas(request):
    """The areas at and below the actor's organization, or the one asked for."""
    asked = request.GET.get("at", "")
    wanted = {"pk": asked} if asked.isdecimal() else {"path": request.actor.path}
    here = get_object_or_404(rows.organizations(), **wanted)
    kind = request.GET.get("kind", "")
    listed = paged(request, found.areas_at(here, kind=kind), "organization__path", "kind", "pk")
    kinds = found.numbers_by_kind(here)
    may = here.is_area and request.actor.may("area.edit", here.path)
    return page(request, "organizations/areas.html", here=here, kind=kind, kinds=kinds, page=listed, may=may)


@access(get="area.see")
def area(request, pk):
    one = get_object_or_404(found.areas(), pk=pk)
    may = request.actor.may("area.edit", one.place())
    return page(request, "organizations/area.html", facts=found.facts_of(one, on=today()), area=one, may=may)


@access(get="area.edit", post="area.edit")
def new_area(request, pk):
    subject = get_object_or_404(rows.organizations(), pk=pk)
    return _form(request, subject, AreaForm, acts.add_area, "organizations:area")


@access(get="area.edit", post="area.edit")
def edit_area(request, pk):
    subject = get_object_or_404(found.areas(), pk=pk)
    return _form(request, subject, EditAreaForm, acts.edit_area, "organizations:area")


@access(get="unit.edit", post="unit.edit")
def unit_areas(request, pk):
    subject = get_object_or_404(rows.units(), pk=pk)
    return _form(request, subject, LocateForm, unit_acts.locate_unit, "coverage:unit")


@access(post="area.edit")
def area_removal(request, pk):
    subject = get_object_or_404(found.areas(), pk=pk)
    press = Press(request.POST)
    if organization := perform(request, press, acts.drop_area, subject):
        messages.success(request, "片区已取消。")
        return redirect(f"{reverse('organizations:areas')}?at={organization.pk}")
    form = EditAreaForm(subject=subject, actor=request.actor)
    setattr(form, "refusal", getattr(press, "refusal", None))  # noqa: B010  # shown by ui/answer.html
    return page(request, "organizations/change.html", status=422, form=form, subject=subject)


def _form(request, subject, form_class, act, landing):
    request.actor.must(act.permission, subject.place())
    form = form_class(request.POST or None, subject=subject, actor=request.actor)
    if request.method == "POST" and (result := perform(request, form, act, subject)):
        messages.success(request, form.done)
        return redirect(landing, result.pk)
    return page(request, "organizations/change.html", form=form, subject=subject)
