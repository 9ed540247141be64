"""What an organization reports fits the way it goes."""

from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

import pytest

from jingwei.demo.story.progress import Told, course
from jingwei.kernels.plans.actions.dispatching import Order

TODAY = date(2026, 11, 21)


def told(way: str, **order: Any) -> list[Told]:
    start, due = date(2026, 8, 3), date(2026, 12, 31)
    given = Order(**{"title": "", "detail": "", "start_on": start, "due_on": due, "amount": Decimal(1), **order})
    return course(way, given, today=TODAY, rng=Random(3))


def months(reports: list[Told]) -> list[int]:
    return [report.on.month for report in reports]


def test_steady_leaves_out_the_running_period_only() -> None:
    assert months(told("steady", period="month")) == [8, 9, 10]


def test_ahead_has_done_the_running_period_too() -> None:
    assert months(told("ahead", period="month")) == [8, 9, 10, 11]


def test_behind_misses_the_last_period_that_is_over() -> None:
    assert months(told("behind", period="month")) == [8, 9]


def test_none_reports_nothing() -> None:
    assert told("none") == []


def test_done_reaches_the_amount() -> None:
    assert sum(report.amount or 0 for report in told("done", amount=Decimal(56))) == 56


def test_done_without_an_amount_is_said_to_be_final() -> None:
    assert [report.is_final for report in told("done", amount=None)] == [True]


@pytest.mark.parametrize("amount", [2, 5, 24, 56])
def test_partly_stays_below_the_amount(amount: int) -> None:
    assert 0 < sum(report.amount or 0 for report in told("partly", amount=Decimal(amount))) < amount


def test_partly_of_one_is_a_report_of_nothing_yet() -> None:
    assert [report.amount for report in told("partly")] == [Decimal(0)]


@pytest.mark.parametrize("way", ["steady", "ahead", "behind", "partly", "done", "none"])
@pytest.mark.parametrize("period", ["once", "month", "quarter"])
def test_nothing_is_reported_of_today_or_later(way: str, period: str) -> None:
    assert all(report.on < TODAY for report in told(way, period=period))


@pytest.mark.parametrize("way", ["steady", "ahead", "behind", "partly", "done", "none"])
def test_a_task_given_today_has_no_reports(way: str) -> None:
    assert told(way, start_on=TODAY, due_on=TODAY) == []
