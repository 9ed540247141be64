"""The stretches of time in which something is due: every quarter from March to December, and so on."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
DAYS = {"day": 1, "week": 7, "half_month": 15}


class Window(NamedTuple):
    """From `first` to `last`, both included."""

    first: date
    last: date


def windows(period: str, first: date, last: date) -> tuple[Window, ...]:
    """The windows of `period` between two days, in order; the first and the last may be cut short.

    "once", "" and "day" (a daily duty is one standing duty, not 365 reports) give one window.
    """
    if period in ("", "once", "day"):
        return (Window(first, last),)
    return tuple(_walk(period, first, last))


def _walk(period: str, first: date, last: date) -> Iterator[Window]:
    start = first
    while start <= last:
        end = min(_end_of(period, start), last)
        yield Window(start, end)
        start = end + timedelta(days=1)


def _end_of(period: str, day: date) -> date:
    """The last day of the calendar period that holds `day`."""
    if period == "week":
        return day + timedelta(days=6 - day.weekday())
    if period == "half_month" and day.day <= DAYS["half_month"]:
        return day.replace(day=DAYS["half_month"])
    months = MONTHS.get(period, 1)
    block_end = (day.month - 1) // months * months + months
    return last_day(day.year, block_end)


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)
