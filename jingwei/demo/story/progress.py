"""What an organization reports in the course of a task, by the way it goes. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from jingwei.kernels.plans.actions.dispatching import Order
from jingwei.kernels.plans.rules.periods import Window, windows

FEW = 3  # up to this amount all is done at once
SHARES = (Decimal("0.6"), Decimal("0.75"), Decimal("0.86"))


@dataclass(frozen=True)
class Told:
    """One report: the day it happened, the amount (None: nothing to count), whether all is done."""

    on: date
    amount: Decimal | None
    is_final: bool = False


def course(way: str, order: Order, *, today: date, rng: Random) -> list[Told]:
    """The reports made before `today`. `way`: steady, ahead, behind, partly, done, none (see story.yaml)."""
    if way in ("steady", "ahead", "behind"):
        return _in_each_period(way, order, today, rng)
    yesterday = min(order.due_on, today - timedelta(days=1))
    if way == "none" or yesterday <= order.start_on:
        return []
    if way == "done":
        return _done(order, _days(rng, order.start_on, yesterday, 2))
    return _partly(rng, order, _days(rng, order.start_on, yesterday, 2))


def _in_each_period(way: str, order: Order, today: date, rng: Random) -> list[Told]:
    parts = [part for part in windows(order.period, order.start_on, order.due_on) if part.first < today]
    over = [part for part in parts if part.last < today]
    chosen = {"steady": over, "ahead": parts, "behind": over[:-1]}[way]
    return [Told(_day_in(rng, part, today), order.amount) for part in chosen]


def _day_in(rng: Random, part: Window, today: date) -> date:
    last = min(part.last, today - timedelta(days=1))
    return part.first + timedelta(days=rng.randint(0, max((last - part.first).days, 0)))


def _days(rng: Random, first: date, last: date, count: int) -> list[date]:
    return sorted(first + timedelta(days=rng.randint(1, (last - first).days)) for _ in range(count))


def _done(order: Order, days: Sequence[date]) -> list[Told]:
    if order.amount is None or order.amount <= FEW:
        return [Told(days[-1], order.amount, is_final=order.amount is None)]
    first = (order.amount / 2).to_integral_value()
    return [Told(days[0], first), Told(days[1], order.amount - first)]


def _partly(rng: Random, order: Order, days: Sequence[date]) -> list[Told]:
    if order.amount is None or order.amount <= 1:
        return [Told(days[-1], None if order.amount is None else Decimal(0))]
    whole = min((order.amount * rng.choice(SHARES)).to_integral_value(), order.amount - 1)
    first = (whole / 2).to_integral_value()
    return [told for told in (Told(days[0], first), Told(days[1], whole - first)) if told.amount]
