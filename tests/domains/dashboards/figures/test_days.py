"""The days by which figures count are those of the rules, found without trying every row."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.domains.dashboards.figures.days import (
    EARLIEST,
    last_before,
    last_begun_before,
    month_of,
    recent_from,
    year_of,
)
from jingwei.organizations.rules import months_later, term_standing

DAYS = st.dates(date(2019, 1, 1), date(2040, 12, 31))


@given(DAYS, st.integers(1, 10))
def test_a_term_is_over_as_the_rule_says(on, years):
    last = last_begun_before(years, -1, on=on)
    assert term_standing(last, years, on=on).state == "over"
    assert term_standing(last + timedelta(days=1), years, on=on).state != "over"


@given(DAYS, st.integers(1, 10))
def test_a_term_is_nearly_over_as_the_rule_says(on, years):
    last = last_begun_before(years, 6, on=on)
    assert term_standing(last, years, on=on).state in ("soon", "over")
    assert term_standing(last + timedelta(days=1), years, on=on).state == "running"


@given(DAYS, st.integers(1, 60))
def test_so_many_months_have_passed_since_the_last_day_and_not_since_the_next(on, months):
    last = last_before(months, on=on)
    assert months_later(last, months) <= on < months_later(last + timedelta(days=1), months)


def test_months_end_where_the_calendar_says():
    assert month_of(date(2024, 2, 10)) == (date(2024, 2, 1), date(2024, 2, 29))
    assert month_of(date(2026, 12, 31)) == (date(2026, 12, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("on", "first"), [(date(2026, 1, 1), date(2024, 1, 1)), (date(2026, 12, 31), date(2024, 1, 1))]
)
def test_what_happens_is_counted_for_three_years(on, first):
    assert recent_from(on) == first


def test_the_first_day_there_is_does_no_harm():
    assert year_of(date.min) == EARLIEST.year
    assert last_begun_before(3, -1, on=date.min) < EARLIEST
    assert recent_from(date.min) < EARLIEST
