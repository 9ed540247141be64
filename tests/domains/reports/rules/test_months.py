"""Runs of months and what they are called."""

from datetime import date

import pytest

from jingwei.domains.reports.rules import months, periods


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2026-10", "2026-10", "2026年10月"),
        ("2026-01", "2026-06", "2026年上半年"),
        ("2026-07", "2026-12", "2026年下半年"),
        ("2026-01", "2026-12", "2026年"),
        ("2026-01", "2026-10", "2026年1—10月"),
        ("2025-11", "2026-02", "2025年11月—2026年2月"),
    ],
)
def test_a_run_is_called_as_people_call_it(first, last, words):
    assert months.in_words(first, last) == words


def test_the_run_before_is_as_long():
    assert months.run_before("2026-01", "2026-03") == ("2025-10", "2025-11", "2025-12")
    assert months.run_before("2026-07", "2026-12") == tuple(f"2026-{month:02}" for month in range(1, 7))


def test_a_year_before_and_the_year_so_far():
    assert months.year_before("2026-02", "2026-03") == ("2025-02", "2025-03")
    assert months.year_so_far("2026-03") == ("2026-01", "2026-02", "2026-03")


def test_a_month_has_a_first_day():
    assert months.first_day("2026-02") == date(2026, 2, 1)


def test_a_bulletin_is_about_one_of_the_last_months():
    found = periods.choices("bulletin", on=date(2026, 2, 10))
    assert found[0] == ("2026-02_2026-02", "2026年2月（到目前为止）")
    assert [value for value, _ in found[1:]] == [
        f"{month}_{month}" for month in ("2026-01", "2025-12", "2025-11", "2025-10", "2025-09")
    ]


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2026, 6, 30), ["2026年上半年（到目前为止）", "2025年下半年", "2025年上半年"]),
        (date(2026, 7, 1), ["2026年下半年（到目前为止）", "2026年上半年", "2025年下半年"]),
    ],
)
def test_a_summary_is_about_half_a_year(on, words):
    assert [label for _, label in periods.choices("half_year", on=on)] == words


def test_an_experience_is_about_a_year():
    found = periods.choices("experience", on=date(2026, 12, 1))
    assert found == [("2026-01_2026-12", "2026年"), ("2025-01_2025-12", "2025年")]
