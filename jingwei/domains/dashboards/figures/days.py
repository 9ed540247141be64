"""The days by which figures count. No database, no clock.

Figures are asked for the model of their rows with the first day there is; so no day here may lie before it."""

from collections.abc import Callable
from datetime import date, timedelta

from jingwei.organizations.rules import months_later
from jingwei.regulations.library import Parameter

EARLIEST = date(1949, 10, 1)
RECENT_YEARS = 3  # what happens is counted by month in this year and the two before it


def number_at(number: Parameter, on: date) -> int:
    """A whole number of the library on a day; before its first day the first one."""
    return int(number.at(max(on, number.history[0].since)).value)


def recent_from(on: date) -> date:
    """The first day of the months that are counted."""
    return date(max(on, EARLIEST).year - RECENT_YEARS + 1, 1, 1)


def year_of(on: date) -> int:
    return max(on, EARLIEST).year


def month_of(on: date) -> tuple[date, date]:
    """The first and the last day of the month of a day."""
    first = max(on, EARLIEST).replace(day=1)
    return first, months_later(first, 1) - timedelta(days=1)


def last_begun_before(years: int, months: int, *, on: date) -> date:
    """The latest beginning of a term of so many years that ends within so many months from a day; with -1: of one that
    is over. Months are of different lengths, so the day is tried, not reckoned."""
    on = max(on, EARLIEST)
    if months < 0:
        return _latest(lambda day: on > months_later(day, 12 * years), months_later(on, -12 * years))
    return _latest(
        lambda day: on >= months_later(months_later(day, 12 * years), -months), months_later(on, months - 12 * years)
    )


def last_before(months: int, *, on: date) -> date:
    """The latest day from which so many months have passed on a day."""
    on = max(on, EARLIEST)
    return _latest(lambda day: months_later(day, months) <= on, months_later(on, -months))


def _latest(holds: Callable[[date], bool], near: date) -> date:
    day = near + timedelta(days=4)
    while not holds(day):
        day -= timedelta(days=1)
    return day
