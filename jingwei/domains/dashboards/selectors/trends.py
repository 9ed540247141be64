"""How figures went, month by month: what happens in each month, what was there at the end of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jingwei.kernels.figures.declaring import Declared, declared
from jingwei.kernels.figures.selectors.reading import Reading, read
from jingwei.kernels.figures.selectors.trends import Begun, trend
from jingwei.organizations.models import Organization

from ..rules import past
from . import values
from .values import Head, Value

MONTHS = 12


@dataclass(frozen=True)
class Course:
    """`rows`: (day, values in the order of the heads), oldest first; the day is the last of its month, or today."""

    heads: tuple[Head, ...]
    rows: tuple[tuple[date, tuple[Value, ...]], ...]


def course_of(
    here: Organization, keys: Sequence[str], on: date, *, known_on: date | None, begun: Begun, months: int = MONTHS
) -> Course | None:
    """The course of some figures up to a day; None for no keys. `begun` is that of the selector.
    Two queries, one where all count what happens."""
    if not keys:
        return None
    heads = tuple(declared(key) for key in keys)
    days = past.ends(on, months)
    readings = _readings(here, heads, days, known_on)
    # What happened in a month is told as it is known at the end, also what was written down later.
    latest = {head.key: readings[days[-1]] for head in heads if values.only_happens(head)}
    rows = tuple(
        (day, tuple(_value(head, latest.get(head.key, readings[day]), day, begun) for head in heads)) for day in days
    )
    return Course(tuple(Head(head) for head in heads), rows)


def _readings(
    here: Organization, heads: Sequence[Declared], days: Sequence[date], known_on: date | None
) -> Mapping[date, Reading]:
    wanted = values.wanted_by([head.key for head in heads])
    if all(values.only_happens(head) for head in heads):
        return dict.fromkeys(days, read(here, wanted, known_on=known_on))
    return trend(here, wanted, days)


def _value(head: Declared, reading: Reading, day: date, begun: Begun) -> Value:
    """Of what happens, the month alone, also for what is summed over the year elsewhere."""
    if not values.is_known(head, day, begun):
        return values.unknown(head)
    months = (past.month_of(day), values.THERE) if values.happens(head) else None
    return values.value_of(head, reading, day, months=months)
