"""Figures as they were reported on a day, and as that day is known now."""

from typing import Any

from jingwei.foundation.access.routes import access
from jingwei.foundation.ui.pages import page
from jingwei.kernels.figures.declaring import Figure
from jingwei.kernels.figures.selectors.trends import is_counted_by

from ..boards import board_of
from ..forms.differences import ThenForm
from ..selectors.differences import parts_of, then_and_now, told
from .places import above, declared_or_404, here_of


@access(get="figure.see")
def differences(request, pk, key):
    """Both numbers, and what makes the difference: the rows of a figure, the figures of a ratio."""
    here, one, form = here_of(request, pk), declared_or_404(key), ThenForm(request.GET)
    both = then_and_now(here, (key, *parts_of(one)), form.chosen)
    rows = told(one, here, form.chosen, both[key], request.actor) if isinstance(one, Figure) and both[key].now else None
    facts: dict[str, Any] = {"both": both.pop(key), "parts": both.values(), "told": rows, "on": form.chosen}
    facts |= {"above": above(here, request.actor), "reported": is_counted_by(form.chosen)}
    return page(request, "dashboards/differences.html", here=here, one=one, form=form, **facts)


@access(get="figure.see")
def of_board(request, pk):
    """Everything that the board of an organization shows, by both."""
    here, form = here_of(request, pk), ThenForm(request.GET)
    rows = then_and_now(here, board_of(here.level).keys, form.chosen)
    facts: dict[str, Any] = {"rows": rows.values(), "on": form.chosen, "reported": is_counted_by(form.chosen)}
    facts["above"] = above(here, request.actor)
    return page(request, "dashboards/board_differences.html", here=here, form=form, **facts)
