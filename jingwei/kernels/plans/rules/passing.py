"""Each level may refine a task and pass it on, and never weaken it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .periods import windows

# How often a year. What a plan of one year asks "once" and "every year" is the same.
TIMES = {"once": 1, "year": 1, "half_year": 2, "quarter": 4, "month": 12, "half_month": 24, "week": 52, "day": 365}


@dataclass(frozen=True)
class Target:
    """What is asked: how much, how often, from when until when."""

    amount: Decimal | None
    comparator: str
    period: str
    start_on: date
    due_on: date


def weakness(received: Target, passed: Target, *, shares: int, spread: str) -> str:
    """Why `passed`, given to `shares` organizations, is weaker than `received`: a sentence for the user; '' if not.

    spread "each": every one must do the whole; "shared": together they must do it.
    """
    if passed.due_on > received.due_on:
        return f"完成期限不能晚于上级要求的 {received.due_on:%Y年%m月%d日}。"
    if TIMES[passed.period] < TIMES[received.period]:
        return "频次不能低于上级要求。"
    if received.amount is None:
        return ""
    if passed.amount is None:
        return f"上级有数量要求（{said(received.amount)}），不能取消。"
    if (received.comparator == "at_most") != (passed.comparator == "at_most"):
        return "数量要求的方向（不少于、不超过）不能改。"
    return _less(received, passed, shares=shares, spread=spread)


def _less(received: Target, passed: Target, *, shares: int, spread: str) -> str:
    wanted = received.amount or Decimal(0)
    total = _comparable(received, passed) * (shares if spread == "shared" else 1)
    if received.comparator == "at_most":
        return f"数量不能超过上级规定的 {said(wanted)}。" if total > wanted else ""
    return f"数量合计 {said(total)}，少于上级要求的 {said(wanted)}。" if total < wanted else ""


def _comparable(received: Target, passed: Target) -> Decimal:
    """The amount that `passed` comes to in the time in which `received` asks for its own: four times a year and once
    a quarter are the same."""
    amount = passed.amount or Decimal(0)
    if passed.period == received.period:
        return amount
    if received.period == "once":
        return amount * len(windows(passed.period, passed.start_on, passed.due_on))
    return round(amount * TIMES[passed.period] / TIMES[received.period], 4)


def said(amount: Decimal) -> str:
    """2.0000 as 2, 0.5000 as 0.5."""
    return f"{amount.normalize():f}"
