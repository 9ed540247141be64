"""The stretches of time in which something is due."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.kernels.plans.choices import Period
from jingwei.kernels.plans.rules.periods import windows

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("period", "number"),
    [("once", 1), ("day", 1), ("year", 1), ("half_year", 2), ("quarter", 4), ("month", 12), ("half_month", 24)],
)
def test_a_year_has_so_many_periods(period, number):
    assert len(windows(period, date(2026, 1, 1), date(2026, 12, 31))) == number


def test_the_first_and_the_last_period_may_be_cut_short():
    assert windows("quarter", date(2026, 2, 10), date(2026, 4, 20)) == (
        (date(2026, 2, 10), date(2026, 3, 31)),
        (date(2026, 4, 1), date(2026, 4, 20)),
    )


def test_a_week_ends_on_sunday():
    assert windows("week", date(2026, 5, 20), date(2026, 5, 31))[0].last == date(2026, 5, 24)


@given(period=st.sampled_from(Period.values), first=DAYS, length=st.integers(0, 800))
def test_periods_cover_every_day_once(period, first, length):
    last = first + timedelta(days=length)
    found = windows(period, first, last)
    assert (found[0].first, found[-1].last) == (first, last)
    assert all(a.last + timedelta(days=1) == b.first for a, b in pairwise(found))
    assert all(window.first <= window.last for window in found)
