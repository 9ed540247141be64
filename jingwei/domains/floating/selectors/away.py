"""Those who are away, as the list shows them, and what is suggested for them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from jingwei.foundation.access.actor import Actor

from ..choices import Ending, Reason
from ..models import Floating
from ..rules.away import (
    enough_for_an_organization,
    floats_from,
    is_floating,
    kept_until,
    next_contact,
    should_transfer,
)
from .rows import feedback, floating

SOON = timedelta(days=30)


@dataclass(frozen=True)
class Shown:
    """One who is away: the row, `kind` and `word` of its state, and what is due by when (None for nothing)."""

    row: Any
    kind: str
    word: str
    due_on: date | None = None
    due: str = ""


def shown(row: Any, *, on: date) -> Shown:
    """How somebody's being away stands on a day. `row` is one of `floating()`."""
    if row.ended_on is not None:
        return Shown(row, "off", Ending(row.ending).label)
    due_on, due = _due(row)
    if due_on is not None and on > due_on:
        return Shown(row, "late", due, due_on, due)
    if due_on is not None and on >= due_on - SOON:
        return Shown(row, "soon", due, due_on, due)
    if should_transfer(row.since, fixed=row.is_fixed, on=on):
        return Shown(row, "soon", "建议转组织关系", due_on, due)
    if row.receiving_id is not None and not getattr(getattr(row, "inflow", None), "confirmed_on", None):
        return Shown(row, "todo", "待对方确认报到", due_on, due)
    if not is_floating(row.since, on=on):
        return Shown(row, "todo", "外出不满六个月", due_on, due)
    return Shown(row, "doing", "流动中", due_on, due)


def _due(row: Any) -> tuple[date | None, str]:
    """What the branch has to do about it, and by when."""
    if row.reason == Reason.ABROAD:
        return next_contact(row.last_told or row.since), "该联系一次"
    if row.reason == Reason.GRADUATE:
        return kept_until(row.since), "保留期满，该转出"
    return None, ""


def transfer_suggestions(*, on: date) -> list[Floating]:
    """Those in reach who have been away long enough at one fixed place that a transfer is suggested (JY-05)."""
    found = floating().filter(ended_on=None, is_fixed=True)
    return [row for row in found if should_transfer(row.since, fixed=True, on=on)]


@dataclass(frozen=True)
class Gathering:
    """A place to which so many full members are away that an organization of theirs is called for (LD-04)."""

    place: str
    members: int


def gatherings(*, on: date) -> list[Gathering]:
    """The places where an organization of floating members is suggested, by name."""
    places: defaultdict[str, int] = defaultdict(int)
    found = floating().filter(ended_on=None, member__full_on__isnull=False)
    for row in found:
        if is_floating(row.since, on=on):
            places[row.where or row.location] += 1
    enough = [(place, count) for place, count in places.items() if enough_for_an_organization(count, on=on)]
    return [Gathering(place, count) for place, count in sorted(enough)]


def page_of(row: Floating, actor: Actor, *, on: date) -> dict[str, Any]:
    """The context of the page of somebody who is away."""
    inflow = getattr(row, "inflow", None)
    is_open = row.ended_on is None
    return {
        "row": row,
        "shown": shown(row, on=on),
        "inflow": inflow,
        "floats_from": floats_from(row.since, on=on),
        "feedback": list(feedback().filter(floating=row)),
        "at_home": is_open and actor.may("floating.edit", row.path),
        "there": is_open and inflow is not None and inflow.ended_on is None and actor.may("floating.edit", inflow.path),
        "suggests": is_open and should_transfer(row.since, fixed=row.is_fixed, on=on),
        "may_transfer": actor.may("transfer.propose", row.path),
    }


def listed(rows: Iterable[Floating], *, on: date) -> list[Shown]:
    """The rows as the list shows them."""
    return [shown(row, on=on) for row in rows]
