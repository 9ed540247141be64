"""Working days as the country works: holidays, make-up days, an administrator's word, years without data."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.foundation.actions import writing
from jingwei.foundation.calendar import selectors
from jingwei.foundation.calendar.days import WorkingCalendar, WorkingDay
from jingwei.foundation.calendar.models import CalendarDay
from jingwei.foundation.clock import today

PLAIN = WorkingCalendar({})
dates = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("day", "is_working"),
    [
        ("2026-01-03", False),  # a Saturday in the New Year's holiday
        ("2026-01-04", True),  # a Sunday worked for it
        ("2026-02-14", True),  # a Saturday worked for the Spring Festival
        ("2026-02-16", False),
        ("2026-02-23", False),
        ("2026-02-24", True),
        ("2026-02-28", True),
        ("2026-09-20", True),  # a Sunday worked for the National Day
        ("2026-09-30", True),
        ("2026-10-01", False),
        ("2026-10-07", False),
        ("2026-10-08", True),
        ("2026-10-10", True),
        ("2026-10-11", False),
        ("2026-11-20", True),
        ("2026-11-21", False),
    ],
)
def test_a_day_is_worked_as_the_yearly_notice_says(day, is_working):
    assert PLAIN.day(date.fromisoformat(day)) == WorkingDay(is_working, known=True)


@pytest.mark.parametrize(("day", "is_working"), [("2099-01-02", True), ("2099-01-03", False), ("1999-10-01", True)])
def test_a_year_without_data_counts_by_weekdays_and_says_so(day, is_working):
    assert PLAIN.day(date.fromisoformat(day)) == WorkingDay(is_working, known=False)


def test_a_year_that_an_administrator_has_begun_to_fill_is_known():
    filled = WorkingCalendar({date(2099, 10, 1): False})
    assert filled.day(date(2099, 10, 1)) == WorkingDay(False, known=True)
    assert filled.day(date(2099, 10, 2)) == WorkingDay(True, known=True)
    assert filled.day(date(2098, 10, 2)) == WorkingDay(True, known=False)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2026-09-30", 0, "2026-09-30"),
        ("2026-09-29", 1, "2026-09-30"),
        ("2026-09-30", 1, "2026-10-08"),
        ("2026-09-30", 3, "2026-10-10"),
        ("2026-09-30", 4, "2026-10-12"),
        ("2026-10-03", 1, "2026-10-08"),
        ("2026-11-20", 1, "2026-11-23"),
    ],
)
def test_working_days_are_counted_from_the_day_after(start, count, end):
    assert PLAIN.add(date.fromisoformat(start), count) == date.fromisoformat(end)


def test_working_days_are_not_counted_backward():
    with pytest.raises(ValueError, match="forward"):
        PLAIN.add(date(2026, 1, 1), -1)


@given(dates, st.integers(1, 300))
def test_the_day_that_is_reached_is_a_working_day_and_so_many_lie_between(start, count):
    end = PLAIN.add(start, count)
    assert PLAIN.day(end).is_working
    assert PLAIN.between(start, end) == count
    assert PLAIN.between(start, end - timedelta(days=1)) == count - 1


@given(dates, dates)
def test_nothing_lies_between_a_day_and_an_earlier_one(one, other):
    assert PLAIN.between(max(one, other), min(one, other)) == 0


@pytest.fixture
def filled(db):
    """A storm closes the offices on a Monday, a Saturday is worked for it; and a word about a year without data."""
    with writing(reason="test"):
        for day, is_working in ((date(2026, 11, 23), False), (date(2026, 11, 28), True), (date(2099, 1, 1), False)):
            CalendarDay(day=day, is_working=is_working).save()


def test_what_an_administrator_says_goes_before_the_notice(filled):
    assert selectors.is_working_day(date(2026, 11, 23)) == WorkingDay(False, known=True)
    assert selectors.is_working_day(date(2026, 11, 28)) == WorkingDay(True, known=True)
    assert selectors.add_working_days(date(2026, 11, 20), 1) == date(2026, 11, 24)
    assert selectors.working_days_between(date(2026, 11, 20), date(2026, 11, 28)) == 5


def test_a_count_over_years_asks_for_all_of_them(filled):
    with_holiday = selectors.add_working_days(date(2098, 12, 31), 1)
    assert with_holiday == date(2099, 1, 2)
    assert selectors.unknown_years(date(2026, 12, 31), date(2028, 1, 1)) == [2027, 2028]
    assert selectors.unknown_years(date(2099, 5, 1), date(2099, 6, 1)) == []


@pytest.mark.parametrize("count", [1, 30])
def test_a_count_is_one_query(filled, count, django_assert_num_queries):
    with django_assert_num_queries(1):
        selectors.add_working_days(date(2026, 11, 20), count)


@pytest.mark.parametrize(
    ("moment", "day"), [("2026-02-28T15:59:59Z", date(2026, 2, 28)), ("2026-02-28T16:00:00Z", date(2026, 3, 1))]
)
def test_a_day_begins_at_midnight_in_the_country(time_machine, moment, day):
    time_machine.move_to(moment, tick=False)
    assert today() == day
