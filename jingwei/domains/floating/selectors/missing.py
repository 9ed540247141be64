"""Those who cannot be reached, as the list and the page show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from jingwei.foundation.access.actor import Actor

from ..choices import Stage
from ..models import LostContact
from ..rules.lost import WAYS, can_be_removed_from, can_be_suspended_from, due, searched_enough
from .rows import searches

WORDS = {
    "suspend": ("late", "满六个月，可停止党籍"),
    "remove": ("late", "停止党籍满两年，可办除名"),
    "approve": ("soon", "待上级批准除名"),
}
KINDS = {Stage.SEARCHING: "doing", Stage.SUSPENDED: "frozen", Stage.FOUND: "done", Stage.RESTORED: "done"}
TITLES = ("多方查找", "停止党籍", "支部大会决定除名", "上级批准")


@dataclass(frozen=True)
class Matter:
    """One lost member: the row, its state, the procedure that is open now ("" for none), and when the next opens."""

    row: LostContact
    kind: str
    word: str
    due: str
    opens_on: date | None


def matter(row: LostContact, *, on: date) -> Matter:
    """How the matter stands on a day; follows from its days alone."""
    now = due(row.days, on=on)
    kind, word = WORDS.get(now) or (KINDS.get(row.stage, "off"), row.stage.label)
    return Matter(row, kind, word, now, opens_on(row))


def opens_on(row: LostContact) -> date | None:
    """The first day of the procedure that comes next; None where none does."""
    if row.stage == Stage.SEARCHING:
        return can_be_suspended_from(row.last_contact_on)
    if row.stage == Stage.SUSPENDED and row.suspended_on is not None:
        return can_be_removed_from(row.suspended_on)
    return None


def matters(rows: Iterable[LostContact], *, on: date) -> list[Matter]:
    return [matter(row, on=on) for row in rows]


def page_of(row: LostContact, actor: Actor, *, on: date) -> dict[str, Any]:
    """The context of the page of a lost member."""
    found = list(searches().filter(lost=row))
    may = row.ended_on is None and actor.may("floating.edit", row.path)
    shown = matter(row, on=on)
    return {
        "row": row,
        "matter": shown,
        "searches": found,
        "steps": steps(row),
        "current": current(row),
        "enough": searched_enough([one.way for one in found], on=on),
        "ways": WAYS.current,
        "may": may,
        "may_approve": may and actor.path != row.path,
    }


def steps(row: LostContact) -> list[tuple[str, str]]:
    """(title, note) of the steps of the procedure: done on which day, or possible from which day."""
    from_on = can_be_suspended_from(row.last_contact_on)
    removable = f"{_said(can_be_removed_from(row.suspended_on))}起可办" if row.suspended_on else "停止党籍满两年后可办"
    notes = (
        f"{_said(row.opened_on)}开始",
        f"{_said(row.suspended_on)}，{row.suspension_document}" if row.suspended_on else f"{_said(from_on)}起可办",
        f"{_said(row.resolved_on)}，{row.resolution}" if row.resolved_on else removable,
        f"{_said(row.removed_on)}，{row.removal_document}" if row.removed_on else "支部大会决定后报上级",
    )
    return list(zip(TITLES, notes, strict=True))


def current(row: LostContact) -> int:
    """The number of the step that is open, from 1."""
    done = (row.suspended_on, row.resolved_on, row.removed_on)
    return (
        1 + sum(day is not None for day in done) if row.ended_on is None else len(TITLES) + 1 if row.removed_on else 0
    )


def _said(day: date | None) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if day else ""
