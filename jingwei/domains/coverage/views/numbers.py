"""Coverage in numbers, the units behind them, and the page of one unit."""

from typing import Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect

from jingwei.foundation.access.routes import access
from jingwei.foundation.access.side_doors import side_door
from jingwei.foundation.clock import today
from jingwei.foundation.record.selectors import history_of
from jingwei.foundation.spreadsheets.workbooks import workbook
from jingwei.foundation.ui.downloads import download
from jingwei.foundation.ui.pages import page, perform
from jingwei.foundation.ui.paging import paged
from jingwei.organizations.selectors import organizations

from .. import exports
from ..actions import covering
from ..choices import Dimension
from ..definitions import definitions
from ..forms.covering import CoverForm, EndCoverageForm, UnitFilter
from ..selectors import measures, units

side_door("coverage:workbook", of=units.units)


def here_of(request):
    """The organization asked for, else the actor's own; for a branch the community in which it stands."""
    asked = request.GET.get("at", "")
    wanted = {"pk": asked} if asked.isdecimal() else {"path": request.actor.path}
    return units.area_of(get_object_or_404(organizations(), **wanted))


@access(get="coverage.see")
def coverage(request):
    """How many of the units that count are covered, by one dimension."""
    here, on = here_of(request), today()
    asked = request.GET.get("by", "")
    by = Dimension(asked) if asked in Dimension.values else Dimension.PLACE
    groups, whole = measures.by(by, here, on=on), measures.whole(here, on=on)
    facts: dict[str, Any] = {
        "groups": groups,
        "whole": whole,
        "by": by,
        "dimensions": Dimension,
        "definitions": definitions(),
    }
    return page(request, "coverage/coverage.html", here=here, on=on, **facts)


@access(get="coverage.see")
def unit_list(request):
    here, filter = here_of(request), UnitFilter(request.GET)
    listed = paged(request, wanted(here, filter), "organization__path", "name", "pk")
    rows = units.standings(listed.rows, on=today())
    return page(request, "coverage/units.html", here=here, filter=filter, page=listed, rows=rows)


@access(get="coverage.see")
def units_workbook(request):
    found = wanted(here_of(request), UnitFilter(request.GET))
    return download(workbook([exports.unit_sheet(found, on=today())]), f"单位与覆盖{today():%Y%m%d}.xlsx")


def wanted(here, filter):
    data = filter.cleaned_data if filter.is_valid() else {}
    data.pop("at", None)
    return units.behind(here, on=today(), **data)


@access(get="coverage.see")
def unit(request, pk):
    one = get_object_or_404(units.units(), pk=pk)
    standing = units.standings([one], on=today())[0]
    facts: dict[str, Any] = {
        "standing": standing,
        "warning": units.too_many(standing, on=today()),
        "coverages": units.history_of(one),
    }
    may = request.actor.may("unit.edit", one.place())
    return page(request, "coverage/unit.html", unit=one, may=may, history=history_of(one), **facts)


@access(get="unit.edit", post="unit.edit")
def cover(request, pk):
    subject = get_object_or_404(units.units(), pk=pk)
    return change(request, subject, CoverForm, covering.cover, lambda done: ("coverage:unit", done.unit_id))


@access(get="unit.edit", post="unit.edit")
def end_coverage(request, pk):
    subject = get_object_or_404(units.coverages(), pk=pk)
    return change(
        request, subject, EndCoverageForm, covering.end_coverage, lambda done: ("coverage:unit", done.unit_id)
    )


def change(request, subject, form_class, act, landing):
    """A page with one form: `act` on the subject, then the page that `landing(result)` names."""
    request.actor.must(act.permission, subject.place())
    form = form_class(request.POST or None, subject=subject, actor=request.actor)
    if request.method == "POST" and (result := perform(request, form, act, subject)):
        messages.success(request, form.done)
        return redirect(*landing(result))
    return page(request, "coverage/form.html", form=form, subject=subject)
