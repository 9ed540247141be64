"""Working days, with all that an administrator has filled in."""

from dataclasses import dataclass
from datetime import date, timedelta

from .days import SATURDAY, WorkingCalendar, WorkingDay
from .models import CalendarDay

# No holiday is longer than a month: so many days hold `count` working days for certain.
LONGEST_HOLIDAY = timedelta(days=31)


def calendar(start: date, end: date) -> WorkingCalendar:
    """The calendar of all years from that of `start` to that of `end`."""
    filled = CalendarDay.objects.filter(day__year__gte=start.year, day__year__lte=end.year)
    return WorkingCalendar(dict(filled.values_list("day", "is_working")))


def is_working_day(day: date) -> WorkingDay:
    """Whether offices are open on a day, and whether that is known."""
    return calendar(day, day).day(day)


def add_working_days(start: date, count: int) -> date:
    """The `count`-th working day after `start` (工作日, the day itself not counted)."""
    return calendar(start, start + 3 * timedelta(days=count) + LONGEST_HOLIDAY).add(start, count)


def working_days_between(start: date, end: date) -> int:
    """Working days after `start` up to and with `end`."""
    return calendar(start, end).between(start, end)


def unknown_years(start: date, end: date) -> list[int]:
    """The years from `start` to `end` whose holidays nobody has published or filled in: a page that counts over
    them says so with calendar/unknown.html."""
    known = calendar(start, end)
    years = range(start.year, end.year + 1)
    return [year for year in years if not known.day(date(year, 1, 1)).known]


@dataclass(frozen=True)
class Month:
    """A month of the calendar's page: working days, holidays on weekdays, weekends that are worked."""

    number: int
    working: int
    holidays: list[date]
    make_up_days: list[date]


def months(year: int) -> list[Month]:
    """The twelve months of a year."""
    known = calendar(date(year, 1, 1), date(year, 12, 31))
    return [_month(known, year, number) for number in range(1, 13)]


def _month(known: WorkingCalendar, year: int, number: int) -> Month:
    first = date(year, number, 1)
    days = [first + timedelta(days=step) for step in range(31) if (first + timedelta(days=step)).month == number]
    worked = {day for day in days if known.day(day).is_working}
    return Month(
        number,
        len(worked),
        [day for day in days if day.weekday() < SATURDAY and day not in worked],
        [day for day in days if day.weekday() >= SATURDAY and day in worked],
    )


def filled_days(year: int) -> list[CalendarDay]:
    """What administrators have filled in for a year, by day."""
    return list(CalendarDay.objects.filter(day__year=year))
