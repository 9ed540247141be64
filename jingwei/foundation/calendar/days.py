"""Counting working days: pure, told all that an administrator has filled in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import chinese_calendar

ONE_DAY = timedelta(days=1)
SATURDAY = 5


@dataclass(frozen=True)
class WorkingDay:
    """Whether offices are open; `known` is False where nobody has published the holidays of that year yet."""

    is_working: bool
    known: bool


@dataclass(frozen=True)
class WorkingCalendar:
    """The days of some years. `filled`: what an administrator has said, day → whether it is worked."""

    filled: Mapping[date, bool]

    def day(self, day: date) -> WorkingDay:
        """One day: the administrator's word, else the published holidays, else the weekday."""
        published = by_notice(day)
        if day in self.filled:
            return WorkingDay(self.filled[day], known=True)
        if published is not None:
            return WorkingDay(published, known=True)
        return WorkingDay(day.weekday() < SATURDAY, known=any(one.year == day.year for one in self.filled))

    def add(self, start: date, count: int) -> date:
        """The `count`-th working day after `start`, which is not counted itself; `start` for 0. ValueError below."""
        if count < 0:
            raise ValueError("working days are counted forward")
        day = start
        while count:
            day += ONE_DAY
            count -= self.day(day).is_working
        return day

    def between(self, start: date, end: date) -> int:
        """Working days after `start` up to and with `end`; 0 when `end` is not later."""
        return sum(self.day(start + ONE_DAY * step).is_working for step in range(1, (end - start).days + 1))


@cache
def by_notice(day: date) -> bool | None:
    """Whether a day is worked by the published notice of its year; None for a year that the library does not have."""
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return None
