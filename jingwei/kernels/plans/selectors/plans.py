"""Plans and their parts."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, F, Prefetch, QuerySet

from ..models import Chapter, Duty, Item, Measure, Plan
from .progress import by_key
from .tasks import STATES, in_state, tasks

PLAN = "duty__item__chapter__plan"


def plans() -> "QuerySet[Plan]":
    """Every plan in reach, the newest first; those above only once approved."""
    return Plan.objects.select_related("organization").order_by("-year", "-pk")


def with_progress(found: Iterable[Plan], *, on: date) -> list[tuple[Plan, dict[str, int]]]:
    """Each plan with the tasks of it within reach by state: one query for all."""
    rows = list(found)
    counted = tasks().filter(duty__item__chapter__plan__in=rows).order_by().values(plan=F(PLAN))
    groups = counted.annotate(**{state: Count("pk", filter=in_state(state, on=on)) for state in STATES})
    by_plan = by_key(groups, "plan")
    return [(plan, by_plan.get(plan.pk, dict.fromkeys(STATES, 0))) for plan in rows]


def outline(plan: Plan) -> list[Chapter]:
    """The plan's chapters with items, duties and measures loaded: five queries, whatever the length."""
    measures = Prefetch("measures", Measure.objects.order_by("position"))
    duties = Prefetch("duties", Duty.objects.order_by("position").prefetch_related(measures))
    items = Prefetch("items", Item.objects.order_by("position").prefetch_related(duties))
    return list(Chapter.objects.filter(plan=plan).order_by("position").prefetch_related(items))


def is_numbered(plan: Plan) -> bool:
    """Whether any heading of the plan has a number."""
    return Item.objects.filter(chapter__plan=plan).exclude(number="", chapter__number="").exists()


def chapters() -> "QuerySet[Chapter]":
    return Chapter.objects.select_related("plan__organization")


def items() -> "QuerySet[Item]":
    return Item.objects.select_related("chapter__plan__organization")


def duties() -> "QuerySet[Duty]":
    return Duty.objects.select_related("item__chapter__plan__organization").prefetch_related("measures")


def measures() -> "QuerySet[Measure]":
    return Measure.objects.select_related("duty__item__chapter__plan__organization")


def counts(plan: Plan) -> dict[str, int]:
    """How many chapters, items, duties and measures a plan has, and how many blanks are left."""
    duties = Duty.objects.filter(item__chapter__plan=plan, is_dropped=False)
    measures = Measure.objects.filter(duty__in=duties.order_by())
    return {
        "chapters": Chapter.objects.filter(plan=plan).count(),
        "items": Item.objects.filter(chapter__plan=plan).count(),
        "duties": duties.count(),
        "measures": measures.count(),
        "blanks": measures.filter(value=None, figure="").count(),
    }
