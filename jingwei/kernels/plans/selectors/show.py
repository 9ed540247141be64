"""A plan as it is carried out: every item, its tasks, its measures against their targets."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.scope.paths import is_within

from ..models import Chapter, Duty, Item, Plan, Task
from .measures import NOTHING, MeasureShown, shown
from .plans import counts, outline
from .progress import by_key
from .tasks import STATES, in_state, tally, tasks


@dataclass(frozen=True)
class DutyShown:
    """A duty with its tasks by state and its measures."""

    duty: Duty
    tally: Mapping[str, int]
    measures: list[MeasureShown]

    @property
    def total(self) -> int:
        return sum(self.tally.values())


@dataclass(frozen=True)
class ItemShown:
    item: Item
    duties: list[DutyShown]


@dataclass(frozen=True)
class ChapterShown:
    chapter: Chapter
    items: list[ItemShown]


def show(plan: Plan, actor: Actor, *, on: date) -> dict[str, Any]:
    """The context of the plan's page. Tasks are those within the reader's reach: of what went to others, a reader
    who does not see all (`sees_all`) is told nothing."""
    own = actor.may("plan.edit", plan.organization.path)
    in_force = plan.state == "approved"
    return {
        "plan": plan,
        "on": on,
        "chapters": carried_out(plan, on=on),
        "counts": counts(plan),
        "tally": tally(of_plan(plan), on=on),
        "sees_tasks": actor.may_anywhere("task.see"),
        "sees_all": is_within(plan.organization.path, actor.path),
        "may_dispatch": in_force and actor.may("task.dispatch", plan.organization.path),
        "may_revise": own and in_force,
        "may_review": own and plan.is_draft,
        "revision": plan.revisions.order_by("-revision").first(),
    }


def of_plan(plan: Plan) -> Any:
    """The tasks of a plan within reach."""
    return tasks().filter(duty__item__chapter__plan=plan)


def carried_out(plan: Plan, *, on: date) -> list[ChapterShown]:
    """Chapters → items → duties with their tasks by state and their measures: a constant number of queries."""
    chapters = outline(plan)
    duties = [duty for chapter in chapters for item in chapter.items.all() for duty in item.duties.all()]
    by_duty = _tallies(plan, on)
    by_measure = {
        one.measure.pk: one
        for one in shown((m for d in duties for m in d.measures.all()), of_plan(plan), plan.organization, on=on)
    }

    def duty_shown(duty: Duty) -> DutyShown:
        measures = [by_measure[measure.pk] for measure in duty.measures.all()]
        return DutyShown(duty, by_duty.get(duty.pk, NOTHING), measures)

    def item_shown(item: Item) -> ItemShown:
        return ItemShown(item, [duty_shown(duty) for duty in item.duties.all() if not duty.is_dropped])

    return [ChapterShown(chapter, [item_shown(item) for item in chapter.items.all()]) for chapter in chapters]


def _tallies(plan: Plan, on: date) -> dict[int, dict[str, int]]:
    found = of_plan(plan).order_by().values("duty_id")
    counted = found.annotate(**{state: Count("pk", filter=in_state(state, on=on)) for state in STATES})
    return by_key(counted, "duty_id")


def plan_tasks(plan: Plan) -> list[Task]:
    """The tasks of a plan within reach, in the order of the plan, for the exports."""
    found = of_plan(plan).filter(withdrawn_on=None)
    return list(
        found.order_by(
            "duty__item__chapter__position", "duty__item__position", "duty__position", "organization__path", "id"
        )
    )
