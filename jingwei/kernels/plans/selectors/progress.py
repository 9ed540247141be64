"""How far the tasks are, level by level down to the record."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Count, QuerySet
from django.db.models.functions import Substr

from jingwei.foundation.scope.paths import SEGMENT
from jingwei.foundation.scope.vocabulary import below
from jingwei.organizations.models import Organization

from ..models import Task
from .tasks import STATES, in_state, tally, tasks


class Progress(NamedTuple):
    """The tasks of an organization and all below it, by state."""

    organization: Organization
    tally: dict[str, int]

    @property
    def total(self) -> int:
        return sum(self.tally.values())


def of(organization: Organization, *, on: date) -> Progress:
    """The tasks of an organization and of all below it."""
    return Progress(organization, tally(within(organization), on=on))


def within(organization: Organization) -> "QuerySet[Task]":
    """The tasks of an organization and of all below it."""
    return tasks().filter(below("organization__path", organization.path))


def by_child(organization: Organization, *, on: date) -> list[Progress]:
    """The same for each organization one level down that has tasks, in one query."""
    end = len(organization.path) + SEGMENT
    groups = (
        within(organization)
        .exclude(organization=organization)
        .annotate(step=Substr("organization__path", 1, end))
        .order_by("step")
        .values("step")
        .annotate(**{state: Count("pk", filter=in_state(state, on=on)) for state in STATES})
    )
    counted = by_key(groups, "step")
    children = Organization.objects.filter(path__in=counted).order_by("path")
    return [Progress(child, counted[child.path]) for child in children]


def by_key(rows: Iterable[Any], key: str) -> dict[Any, dict[str, int]]:
    """Grouped rows as key → state → number."""
    return {row[key]: {state: row[state] for state in STATES} for row in rows}
