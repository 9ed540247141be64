"""Who has been in the Party for fifty years, and which political birthdays come. No database, no clock."""

from collections.abc import Iterable
from datetime import date, timedelta

from jingwei.organizations.rules import months_later
from jingwei.regulations.library import parameter

MEDAL_YEARS = parameter("recognition.medal_party_years")
MEDAL_CUTOFF = parameter("recognition.medal_cutoff")
BIRTHDAY_DAYS = parameter("recognition.political_birthday_reminder_days")

Gap = tuple[date, date]


def first_medal_year() -> int:
    """The first year in which the medal was given."""
    return MEDAL_CUTOFF.history[0].since.year


def cutoff_of(year: int) -> date:
    """The day by which the years must be full in a year."""
    month, day = MEDAL_CUTOFF.at(date(year, 12, 31)).value.split("-")
    return date(year, int(month), int(day))


def years_needed(cutoff: date) -> int:
    """How many years in the Party the medal asks for on a day."""
    return int(MEDAL_YEARS.at(cutoff).value)


def latest_full_on(cutoff: date) -> date:
    """Who became a full member after this day cannot have the years on the cutoff."""
    return months_later(cutoff, -12 * years_needed(cutoff))


def full_years_on(full_on: date, gaps: Iterable[Gap], years: int) -> date:
    """The day on which so many years are full: counted from the day of becoming a full member; days of a gap (first,
    last exclusive) do not count."""
    due = months_later(full_on, 12 * years)
    for since, until in sorted(gaps):
        if since < due:
            due += until - max(since, full_on)
    return due


def windows(on: date, days: int) -> list[tuple[int, int, int]]:
    """(month, first day, last day) of the birthdays from `on` to so many days later. In a common year 29 February is
    kept on the 28th."""
    found: dict[int, list[int]] = {}
    for number in range(days + 1):
        day = on + timedelta(days=number)
        found.setdefault(day.month, []).append(day.day)
        if (day.month, day.day) == (2, 28) and (day + timedelta(days=1)).day == 1:
            found[2].append(29)
    return [(month, min(numbers), max(numbers)) for month, numbers in found.items()]


def next_birthday(joined_on: date, on: date) -> date:
    """The next political birthday, today's included."""
    for year in (on.year, on.year + 1):
        day = months_later(joined_on, 12 * (year - joined_on.year))
        if day >= on:
            return day
    raise ValueError("a birthday comes every year")


def born_by(age: int, on: date) -> date:
    """Who was born on this day or before has the age on a day."""
    return months_later(on, -12 * age)
