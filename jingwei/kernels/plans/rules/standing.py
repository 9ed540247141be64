"""How far a task is: what is done, what is due next, which light it shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from jingwei.regulations.library import parameter

from .periods import Window, windows

YELLOW_DAYS = parameter("plans.yellow_days")


@dataclass(frozen=True)
class Asked:
    """What a task asks: `amount` in each window of `period` (None: only a word that it is done)."""

    amount: Decimal | None
    comparator: str
    period: str
    start_on: date
    due_on: date

    @property
    def wanted(self) -> Decimal | None:
        """What fulfils one window; None where only a final report fulfils: a limit (at most), a daily duty, and a
        single thing without an amount. A repeated thing without an amount is done once in each window."""
        if self.comparator == "at_most" or self.period == "day":
            return None
        if self.amount is None:
            return None if self.period in ("", "once") else Decimal(1)
        return self.amount


@dataclass(frozen=True)
class Done:
    """One report: on which day, how much (None counts as one time), whether it says that all is done."""

    on: date
    amount: Decimal | None
    is_final: bool


@dataclass
class Part:
    """One window with what was done for it; `made_up`: after its last day."""

    window: Window
    amount: Decimal = Decimal(0)
    made_up: bool = False


@dataclass(frozen=True)
class Standing:
    """What follows from the reports: the windows; the day the next one is due; the day all was done."""

    parts: tuple[Part, ...]
    next_due_on: date
    completed_on: date | None


def standing(asked: Asked, reports: Sequence[Done]) -> Standing:
    """The standing of a task. A final report completes it; else it is complete when every window is fulfilled."""
    parts = tuple(Part(window) for window in windows(asked.period, asked.start_on, asked.due_on))
    completed_on = None
    for report in sorted(reports, key=lambda report: report.on):
        _count(report, asked.wanted, parts)
        if completed_on is None and (report.is_final or not _open(asked.wanted, parts)):
            completed_on = report.on
    still = [] if completed_on else _open(asked.wanted, parts)
    return Standing(parts, still[0].window.last if still else asked.due_on, completed_on)


def _open(wanted: Decimal | None, parts: Sequence[Part]) -> list[Part]:
    return [part for part in parts if wanted is None or part.amount < wanted]


def _count(report: Done, wanted: Decimal | None, parts: Sequence[Part]) -> None:
    """What was missed is made up first; what is left counts where it happened."""
    begun = [part for part in parts if part.window.first <= report.on] or [parts[0]]
    left = Decimal(1) if report.amount is None else report.amount
    for part in begun:
        if wanted is not None and part.amount < wanted:
            taken = min(left, wanted - part.amount)
            _add(part, taken, report.on)
            left -= taken
    _add(begun[-1], left, report.on)


def _add(part: Part, amount: Decimal, on: date) -> None:
    part.amount += amount
    part.made_up = part.made_up or (amount > 0 and on > part.window.last)


def light(next_due_on: date, completed_on: date | None, *, on: date) -> str:
    """ "red" after the day it was due, "yellow" from so many days before it, else "none"."""
    if completed_on is not None:
        return "none"
    if on > next_due_on:
        return "red"
    return "yellow" if on >= warned_from(next_due_on, on=on) else "none"


def warned_from(next_due_on: date, *, on: date) -> date:
    """The first day of yellow light, as the rule of the day `on` has it."""
    return next_due_on - timedelta(days=int(YELLOW_DAYS.at(on).value))
