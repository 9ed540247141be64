"""Which organization a page is about, and the doors of rooms that an installation may not have."""

from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import NoReverseMatch, reverse

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.clock import today
from jingwei.kernels.figures.declaring import declared
from jingwei.kernels.figures.selectors.trends import is_counted_by
from jingwei.organizations.selectors import rows

from ..forms.looking import DayForm


def here_of(request: Any, pk: int | None = None) -> Any:
    """The organization asked for, else the actor's own. 404 for a stranger's, 403 for one that only stands above."""
    wanted = {"path": request.actor.path} if pk is None else {"pk": pk}
    here = get_object_or_404(rows.ever(), **wanted)
    request.actor.must("figure.see", here.path)
    return here


def declared_or_404(key: str) -> Any:
    """The figure, ratio or index of that key."""
    try:
        return declared(key)
    except KeyError:
        raise Http404(key) from None


def above(here: Any, actor: Actor) -> list[Any]:
    """The organizations above whose boards the actor may open, from the top down."""
    return (
        [] if here.path == actor.path else [one for one in rows.above(here.path) if actor.may("figure.see", one.path)]
    )


def looked(request: HttpRequest) -> tuple[DayForm, Any, Any]:
    """(form, day of the page, day in the past or None)."""
    form = DayForm(request.GET if "known_on" in request.GET else None)
    return form, form.known_on_day or today(), form.known_on_day


def past_of(known_on: Any) -> dict[str, Any]:
    """What a page of a day in the past needs: the query that its links carry on, and whether anything was counted."""
    return {"query": f"?known_on={known_on}" if known_on else "", "reported": not known_on or is_counted_by(known_on)}


def door(name: str, *args: Any) -> str:
    """The address of a route; "" for a room that this installation has not."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
