"""Those who have come from elsewhere, as the list and the page show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.scope.paths import is_within

from ..models import Inflow
from .rows import feedback


@dataclass(frozen=True)
class Come:
    """One who has come, as seen from one side: `ours` where the membership is ours and they are with others."""

    row: Inflow
    kind: str
    word: str
    ours: bool


def state_of(row: Inflow) -> tuple[str, str]:
    """(kind, word): how far the two sides are matched."""
    if row.ended_on is not None:
        return "off", "已离开"
    if row.confirmed_on is None:
        return "todo", "待确认报到"
    if row.floating_id is None:
        return ("todo", "待流出地认领") if row.home_id else ("doing", "平台以外流入")
    return "doing", "已接上"


def listed(rows: Iterable[Inflow], actor: Actor) -> list[Come]:
    return [Come(row, *state_of(row), not is_within(row.path, actor.path)) for row in rows]


def page_of(row: Inflow, actor: Actor, *, on: date) -> dict[str, Any]:
    """The context of the page of somebody who has come."""
    is_open = row.ended_on is None
    kind, word = state_of(row)
    there = is_open and actor.may("floating.edit", row.path)
    at_home = is_open and row.home_path is not None and actor.may("floating.edit", row.home_path)
    return {
        "row": row,
        "kind": kind,
        "word": word,
        "may_confirm": there and row.confirmed_on is None,
        "may_tell": there and row.confirmed_on is not None and row.floating_id is not None,
        "may_end": there and row.confirmed_on is not None,
        "may_claim": at_home and row.floating_id is None,
        "feedback": list(feedback().filter(floating=row.floating_id)) if row.floating_id else [],
        "on": on,
    }
