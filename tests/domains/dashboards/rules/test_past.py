"""A figure and its own past."""

from datetime import date

import pytest

from jingwei.domains.dashboards.rules import past
from jingwei.domains.dashboards.rules.past import Change, change


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 11, 21), 1, date(2026, 10, 21)),
        (date(2026, 1, 31), 1, date(2025, 12, 31)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2024, 3, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2026, 11, 21), 0, date(2026, 11, 21)),
    ],
)
def test_the_same_day_of_an_earlier_month(day, months, expected):
    assert past.before(day, months) == expected


def test_the_last_months_reach_over_the_turn_of_the_year():
    assert past.last_months(date(2026, 1, 31), 3) == ("2025-11", "2025-12", "2026-01")


def test_the_months_of_a_year_so_far():
    assert past.year_to(date(2026, 3, 1)) == ("2026-01", "2026-02", "2026-03")


def test_a_trend_has_the_ends_of_the_months_before_and_the_day_itself():
    assert past.ends(date(2026, 3, 31), 3) == (date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31))
    assert past.ends(date(2026, 3, 1), 2) == (date(2026, 2, 28), date(2026, 3, 1))


@pytest.mark.parametrize(
    ("now", "then", "places", "expected"),
    [
        (12, 9, 0, Change("+3", "比上月增加 3 名", "上月")),
        (1_209, 9, 0, Change("+1,200", "比上月增加 1,200 名", "上月")),
        (9, 12, 0, Change("−3", "比上月减少 3 名", "上月")),
        (9, 9, 0, Change("0", "与上月持平", "上月")),
        (92.44, 91.2, 1, Change("+1.2", "比上月增加 1.2 名", "上月")),
        (92.44, 92.41, 1, Change("0", "与上月持平", "上月")),
        (None, 9, 0, Change("", "上月没有可比的数", "上月")),
        (9, None, 0, Change("", "上月没有可比的数", "上月")),
    ],
)
def test_a_change_is_told_by_sign_and_in_words(now, then, places, expected):
    assert change(now, then, "名", "上月", places=places) == expected


@pytest.mark.parametrize(
    ("found", "short"),
    [
        (change(12, 9, "名", "上月"), "比上月 +3"),
        (change(9, 12, "名", "去年"), "比去年 −3"),
        (change(9, 9, "名", "上月"), ""),
        (change(9, None, "名", "上月"), ""),
    ],
)
def test_a_change_in_a_table_is_short(found, short):
    assert found.short == short
