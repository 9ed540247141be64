"""Years in the Party and political birthdays, day by day."""

from datetime import date

import pytest

from jingwei.domains.care.rules import born_by, cutoff_of, full_years_on, latest_full_on, next_birthday, windows


@pytest.mark.parametrize("year", [2021, 2026])
def test_the_years_are_counted_to_the_first_of_july(year):
    assert cutoff_of(year) == date(year, 7, 1)


def test_who_became_full_on_the_cutoff_fifty_years_ago_is_the_last_to_have_them():
    assert latest_full_on(date(2026, 7, 1)) == date(1976, 7, 1)


@pytest.mark.parametrize(
    ("gaps", "day"),
    [
        ([], date(2026, 7, 1)),
        ([(date(1990, 1, 1), date(1990, 1, 11))], date(2026, 7, 11)),
        ([(date(1990, 1, 1), date(1990, 1, 2)), (date(1980, 1, 1), date(1980, 1, 2))], date(2026, 7, 3)),
        ([(date(2026, 7, 1), date(2026, 8, 1))], date(2026, 7, 1)),
        ([(date(2026, 6, 30), date(2026, 7, 30))], date(2026, 7, 31)),
    ],
)
def test_time_in_which_membership_was_suspended_does_not_count(gaps, day):
    assert full_years_on(date(1976, 7, 1), gaps, 50) == day


@pytest.mark.parametrize(
    ("on", "days", "found"),
    [
        (date(2026, 6, 1), 7, [(6, 1, 8)]),
        (date(2026, 6, 28), 5, [(6, 28, 30), (7, 1, 3)]),
        (date(2026, 12, 30), 3, [(12, 30, 31), (1, 1, 2)]),
        (date(2026, 2, 27), 1, [(2, 27, 29)]),
        (date(2028, 2, 27), 1, [(2, 27, 28)]),
    ],
)
def test_birthdays_lie_in_windows_of_months(on, days, found):
    assert windows(on, days) == found


@pytest.mark.parametrize(
    ("joined", "on", "day"),
    [
        (date(1999, 7, 1), date(2026, 6, 30), date(2026, 7, 1)),
        (date(1999, 7, 1), date(2026, 7, 1), date(2026, 7, 1)),
        (date(1999, 7, 1), date(2026, 7, 2), date(2027, 7, 1)),
        (date(2000, 2, 29), date(2026, 2, 1), date(2026, 2, 28)),
    ],
)
def test_the_next_birthday_is_todays_or_a_later_one(joined, on, day):
    assert next_birthday(joined, on) == day


def test_an_age_is_reached_on_the_birthday():
    assert born_by(75, date(2026, 6, 1)) == date(1951, 6, 1)
