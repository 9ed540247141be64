"""Measures against their targets: what the platform counts by itself, or what the tasks of a measure reported."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum

from jingwei.organizations.models import Organization
from jingwei.regulations.library import Parameter, parameters

from ..links import figures
from ..models import Measure, Report, Task
from ..rules.periods import windows
from .tasks import STATES, in_state

NOTHING = dict.fromkeys(STATES, 0)


@dataclass(frozen=True)
class MeasureShown:
    """A measure with how far it is. `reported` of `wanted` in all periods and by all who were given it; a linked
    figure is `counted` (its title) instead, and `wanted` is the target itself. `tally`: its tasks by state."""

    measure: Measure
    reported: Decimal | None
    wanted: Decimal | None
    counted: str = ""
    tally: Mapping[str, int] = field(default_factory=lambda: NOTHING)

    @property
    def is_met(self) -> bool | None:
        """Whether the target is reached: by all who were given it; None where there is nothing to compare."""
        if not self.counted:
            total = sum(self.tally.values())
            return self.tally["done"] == total if total else None
        if self.wanted is None or self.reported is None:
            return None
        return self.reported <= self.wanted if self.measure.comparator == "at_most" else self.reported >= self.wanted

    @property
    def standing(self) -> tuple[str, str]:
        """(kind, words) of its state."""
        if self.counted:
            return ("done", "已达到") if self.is_met else ("doing", "还没达到")
        if self.is_met is None:
            return "todo", "还没有下达"
        if self.is_met:
            return "done", "已达到"
        return ("late", f"{self.tally['late']} 项任务逾期") if self.tally["late"] else ("doing", "进行中")

    @property
    def regulation(self) -> Parameter | None:
        """The number of the library that the measure was linked to."""
        return parameters().get(self.measure.parameter)


def shown(measures: Iterable[Measure], found: "QuerySet[Task]", at: Organization, *, on: date) -> list[MeasureShown]:
    """The measures as the tasks `found` stand; figures are counted for `at` and all below, each once."""
    by_measure = _given(found, on)
    measures = list(measures)
    linked = {key: figures()[key] for key in {m.figure for m in measures} if key in figures()}
    counted = {key: (figure.title, figure.count(at)) for key, figure in linked.items()}
    return [_one(measure, by_measure, counted) for measure in measures]


def _one(measure: Measure, given: Mapping[int, "_Given"], counted: Mapping[str, tuple[str, Decimal]]) -> MeasureShown:
    if measure.figure in counted:
        title, value = counted[measure.figure]
        return MeasureShown(measure, value, measure.value, title)
    if measure.pk not in given:
        return MeasureShown(measure, None, None)
    own = given[measure.pk]
    return MeasureShown(measure, own.reported, own.wanted, tally=own.tally)


@dataclass
class _Given:
    tally: dict[str, int]
    wanted: Decimal | None = None
    reported: Decimal = Decimal(0)


def _given(found: "QuerySet[Task]", on: date) -> dict[int, _Given]:
    """Measure → its tasks together, in two queries. What was passed on is part of what was received: only the tasks
    given first count."""
    first = found.filter(measure__isnull=False, parent=None, withdrawn_on=None).order_by()
    groups: Any = first.values("measure_id", "amount", "period", "start_on", "due_on")
    given: dict[int, _Given] = {}
    for row in groups.annotate(times=Count("pk"), **{s: Count("pk", filter=in_state(s, on=on)) for s in STATES}):
        own = given.setdefault(row["measure_id"], _Given(dict(NOTHING)))
        for state in STATES:
            own.tally[state] += row[state]
        if row["amount"] is not None:
            periods = len(windows(row["period"], row["start_on"], row["due_on"]))
            own.wanted = (own.wanted or Decimal(0)) + row["amount"] * periods * row["times"]
    for measure, amount in _reported(first):
        given[measure].reported = amount
    return given


def _reported(first: "QuerySet[Task]") -> Iterable[tuple[int, Decimal]]:
    """(measure, what its tasks have reported together); a report without an amount counts as one time."""
    found = Report.objects.filter(task__in=first.values("pk"), struck_on=None).order_by()
    rows = found.values(measure=F("task__measure")).annotate(
        total=Sum("amount"), bare=Count("pk", filter=Q(amount=None))
    )  # fmt: skip
    return ((row["measure"], (row["total"] or Decimal(0)) + row["bare"]) for row in rows)
