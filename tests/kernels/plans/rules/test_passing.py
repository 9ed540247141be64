"""What is passed on may be more than what was received, never less."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from jingwei.kernels.plans.rules.passing import Target, said, weakness

RECEIVED = Target(Decimal(4), "at_least", "year", date(2026, 1, 1), date(2026, 12, 31))


def judged(received=RECEIVED, shares=1, spread="each", **changes):
    return weakness(received, replace(received, **changes), shares=shares, spread=spread)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"due_on": date(2026, 12, 30)},
        {"amount": Decimal(5)},
        {"period": "quarter", "amount": Decimal(1)},
        {"period": "month", "amount": Decimal(1)},
        {"comparator": "equal"},
    ],
)
def test_the_same_or_more_is_not_weaker(changes):
    assert judged(**changes) == ""


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"due_on": date(2027, 1, 1)}, "完成期限不能晚于上级要求的 2026年12月31日。"),
        ({"amount": Decimal(3)}, "数量合计 3，少于上级要求的 4。"),
        ({"amount": None}, "上级有数量要求（4），不能取消。"),
        ({"period": "half_year", "amount": Decimal("1.5")}, "数量合计 3，少于上级要求的 4。"),
        ({"comparator": "at_most"}, "数量要求的方向（不少于、不超过）不能改。"),
    ],
)
def test_less_is_weaker_and_says_how(changes, why):
    assert judged(**changes) == why


def test_a_rarer_rhythm_is_weaker():
    assert judged(replace(RECEIVED, period="month"), period="quarter", amount=Decimal(12)) == "频次不能低于上级要求。"


@pytest.mark.parametrize(("shares", "why"), [(3, "数量合计 3，少于上级要求的 4。"), (4, "")])
def test_a_shared_amount_adds_up(shares, why):
    assert judged(shares=shares, spread="shared", amount=Decimal(1)) == why


def test_what_is_due_once_may_be_done_in_parts():
    once = replace(RECEIVED, period="once", amount=Decimal(12))
    assert judged(once, period="month", amount=Decimal(1)) == ""
    assert judged(once, period="quarter", amount=Decimal(2)) == "数量合计 8，少于上级要求的 12。"


@pytest.mark.parametrize(("amount", "why"), [(4, ""), (5, "数量不能超过上级规定的 4。")])
def test_a_limit_is_not_raised(amount, why):
    assert judged(replace(RECEIVED, comparator="at_most"), amount=Decimal(amount)) == why


def test_a_task_without_an_amount_may_get_one():
    assert judged(replace(RECEIVED, amount=None), amount=Decimal(2)) == ""


@pytest.mark.parametrize(("amount", "words"), [("2.0000", "2"), ("0.5000", "0.5"), ("1000", "1000")])
def test_an_amount_is_said_without_idle_noughts(amount, words):
    assert said(Decimal(amount)) == words
