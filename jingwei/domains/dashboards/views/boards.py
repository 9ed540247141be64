"""The board of an organization, and the table of those below it by figures of one's choice."""

from typing import Any

from django.utils.http import urlencode

from jingwei.foundation.access.routes import access
from jingwei.foundation.clock import today
from jingwei.foundation.spreadsheets.workbooks import workbook
from jingwei.foundation.ui.downloads import download
from jingwei.foundation.ui.pages import page

from ..boards import board_of
from ..exports import table_sheet
from ..forms.looking import MOST_COLUMNS, ColumnsForm
from ..selectors.boards import board_facts
from ..selectors.children import below_of, read_below
from ..selectors.definitions import groups
from .places import above, door, here_of, looked, past_of


@access(get="figure.see")
def board(request, pk=None):
    """A few numbers, those below, one figure cut open, how it went, the index."""
    here = here_of(request, pk)
    form, on, known_on = looked(request)
    facts: dict[str, Any] = {
        "facts": board_facts(here, on, known_on=known_on),
        "above": above(here, request.actor),
        "bulletin": door("reports:reports") if request.actor.may_anywhere("report.see") else "",
        **past_of(known_on),
    }
    return page(request, "dashboards/board.html", here=here, day=form, on=on, known_on=known_on, **facts)


@access(get="figure.see")
def table(request, pk):
    """Those directly below by up to ten figures."""
    here, (day, on, known_on) = here_of(request, pk), looked(request)
    form = ColumnsForm(request.GET)
    chosen = chosen_of(form, here)
    below = below_of(read_below(here, chosen, on, known_on=known_on), chosen)
    facts: dict[str, Any] = {"groups": groups(), "chosen": chosen, "most": MOST_COLUMNS, "columns": form, "day": day}
    facts["export"] = urlencode([("key", key) for key in chosen] + ([("known_on", known_on)] if known_on else []))
    facts |= {"above": above(here, request.actor), **past_of(known_on)}
    return page(request, "dashboards/table.html", here=here, below=below, on=on, known_on=known_on, **facts)


@access(get="figure.see")
def table_workbook(request, pk):
    here, (_, on, known_on) = here_of(request, pk), looked(request)
    chosen = chosen_of(ColumnsForm(request.GET), here)
    below = below_of(read_below(here, chosen, on, known_on=known_on), chosen)
    return download(workbook([table_sheet(here, below)]), f"{here}下级指标{today():%Y%m%d}.xlsx")


def chosen_of(form, here):
    """The figures that were chosen; without a choice those of the board."""
    keys = form.cleaned_data["key"] if form.is_valid() else []
    return keys or list(dict.fromkeys((*board_of(here.level).numbers, *board_of(here.level).columns)))[:MOST_COLUMNS]
