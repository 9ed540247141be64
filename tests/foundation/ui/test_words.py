from datetime import UTC, date, datetime

import pytest

from jingwei.foundation.ui import words

DAY = date(2026, 11, 21)


def test_a_date_is_written_in_chinese():
    assert words.date_cn(DAY) == "2026 年 11 月 21 日"
    assert words.day_cn(DAY) == "11 月 21 日"
    assert words.weekday(DAY) == "星期六"


def test_a_moment_is_written_in_the_local_zone():
    moment = datetime(2026, 11, 21, 20, 5, tzinfo=UTC)
    assert words.time_cn(moment) == "2026 年 11 月 22 日 04:05"
    assert words.date_cn(moment) == "2026 年 11 月 22 日"
    assert words.weekday(moment) == "星期日"
    assert words.day_iso(moment) == "2026-11-22"
    assert words.moment_iso(moment) == "2026-11-22T04:05:00+08:00"


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (date(2026, 11, 22), "还有 1 天"),
        (date(2026, 11, 21), "今天"),
        (date(2026, 11, 20), "已过 1 天"),
        (date(2029, 11, 21), "还有 1,096 天"),
        (datetime(2026, 11, 21, 16, 30, tzinfo=UTC), "还有 1 天"),
        (None, "没有期限"),
    ],
)
def test_days_are_counted_before_on_and_after_the_day(due, said):
    assert words.days_left(due, DAY) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [(0, "0"), (1234, "1,234"), (12.0, "12"), (12.25, "12.25"), (0.5, "0.5"), (-8, "-8"), (None, "—")],
)
def test_a_number_is_grouped_by_thousands(value, said):
    assert words.number(value) == said


@pytest.mark.parametrize(
    ("ratio", "places", "said"),
    [
        (0.924, 0, "92%"),
        (0.924, 1, "92.4%"),
        (1, 0, "100%"),
        (0.9999, 0, "99%"),
        (0.9999, 1, "99.9%"),
        (0, 0, "0%"),
        (0.0001, 0, "1%"),
        (None, 0, "—"),
    ],
)
def test_only_the_whole_is_a_hundred_percent_and_only_nothing_is_zero(ratio, places, said):
    assert words.percent(ratio, places) == said


def test_what_is_unknown_is_a_dash():
    assert [f(None) for f in (words.date_cn, words.day_cn, words.time_cn, words.weekday)] == ["—"] * 4


@pytest.mark.parametrize(("value", "whole", "drawn"), [(1, 3, 33.3), (5, 4, 100), (-1, 4, 0), (1, 0, 0)])
def test_a_share_is_drawn_between_nothing_and_the_whole(value, whole, drawn):
    assert words.share(value, whole) == drawn
