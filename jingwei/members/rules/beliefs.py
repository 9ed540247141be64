"""What was true when, as it was known when: two times for every value, without a row for what never changed.

`Belief` is a row of Fact. What is believed now of today stands in the member's own columns.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True)
class Belief:
    """From `known_from` to `known_until` it was believed that `value` held from `since` to `until`; None is open."""

    kind: str
    value: str
    since: date | None
    until: date | None
    known_from: datetime
    known_until: datetime | None = None
    basis: str = ""

    def known_at(self, moment: datetime) -> bool:
        """Whether this was believed at a moment."""
        return self.known_from <= moment and (self.known_until is None or moment < self.known_until)

    def true_on(self, day: date) -> bool:
        """Whether the day lies in it: the first day does, the last one is the first of what came next."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


@dataclass(frozen=True)
class Beginning:
    """Since when the value that holds now is true (None: it was never another), and since when it is believed."""

    since: date | None
    known_from: datetime


def text_of(value: Any) -> str:
    """A column's value as a belief keeps it: dates as ISO, rows by number, nothing as ""."""
    if value is None:
        return ""
    value = getattr(value, "pk", value)
    return value.isoformat() if isinstance(value, date) else str(value)


def beginning(beliefs: Iterable[Any], created_at: datetime, *, known_at: datetime | None = None) -> Beginning:
    """The beginning of the value that holds now, from the beliefs of its kind (Belief or rows of Fact).

    `known_at`: as it was believed at that moment; the value itself must have been believed then already."""
    rows = list(beliefs)
    over = [row.known_until for row in rows if row.until is None and row.known_until is not None]
    holding = [row for row in rows if row.until is not None and _believed(row, known_at)]
    return Beginning(max((row.until for row in holding), default=None), max([created_at, *over]))


def _believed(row: Any, moment: datetime | None) -> bool:
    if moment is None:
        return row.known_until is None
    return bool(row.known_from <= moment and (row.known_until is None or moment < row.known_until))


def after_change(
    kind: str, old: str, began: Beginning, *, since: date, now: datetime, basis: str
) -> tuple[Belief, Belief]:
    """What is kept when the value becomes another from a day on: the belief without an end is over, the one with its
    end holds."""
    return (
        Belief(kind, old, began.since, None, began.known_from, now),
        Belief(kind, old, began.since, since, now, None, basis),
    )


def after_correction(kind: str, old: str, began: Beginning, *, now: datetime, basis: str) -> Belief:
    """What is kept when the value had been wrong from the start: the belief is over."""
    return Belief(kind, old, began.since, None, began.known_from, now, basis)


def value_at(
    beliefs: Iterable[Any], current: str, created_at: datetime, *, true_on: date, known_at: datetime
) -> str | None:
    """The value on a day, as it was known at a moment; None where nothing was known yet. `beliefs` are of one kind."""
    rows = list(beliefs)
    for row in rows:
        one = Belief(row.kind, row.value, row.since, row.until, row.known_from, row.known_until)
        if one.known_at(known_at) and one.true_on(true_on):
            return one.value
    began = beginning(rows, created_at, known_at=known_at)
    if began.known_from <= known_at and (began.since is None or began.since <= true_on):
        return current
    return None
