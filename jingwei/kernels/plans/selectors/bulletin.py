"""The monthly bulletin (督办月报): what fell due in a month and what came of it, place by place, never ranked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Substr

from jingwei.foundation.scope.paths import SEGMENT
from jingwei.foundation.scope.vocabulary import below
from jingwei.organizations.models import Organization

from ..models import Notice
from ..rules.periods import last_day
from .progress import within
from .tasks import in_state

COLUMNS = ("completed", "late", "issued", "replied", "closed")


@dataclass(frozen=True)
class Line:
    """An organization with all below it: tasks completed in the month, tasks late on the day of reading,
    notices issued, replied to and closed in the month."""

    organization: Organization
    completed: int
    late: int
    issued: int
    replied: int
    closed: int


def bulletin(organization: Organization, year: int, month: int, *, on: date) -> dict[str, Any]:
    """The context of the page: one line for the whole, one for each organization below that has something to tell,
    in the order of the tree."""
    first, end = date(year, month, 1), last_day(year, month)
    own = _counts(organization, len(organization.path), first, end, on)
    counted = _counts(organization, len(organization.path) + SEGMENT, first, end, on)
    counted.pop(organization.path, None)
    children = Organization.objects.filter(path__in=counted).order_by("path")
    nothing = dict.fromkeys(COLUMNS, 0)
    return {
        "organization": organization,
        "whole": Line(organization, **own.get(organization.path, nothing)),
        "lines": [Line(child, **counted[child.path]) for child in children],
        "notices": _notices(organization, first, end),
    }


def _counts(organization: Organization, length: int, first: date, end: date, on: date) -> dict[str, dict[str, int]]:
    """Path cut to a length → the columns of a line, in two queries."""
    in_month = {"withdrawn_on": None, "completed_on__gte": first, "completed_on__lte": end}
    tasks = _grouped(within(organization), "organization__path", length).annotate(
        completed=Count("pk", filter=Q(**in_month)), late=Count("pk", filter=in_state("late", on=on))
    )
    notices = _grouped(_of(organization), "task__organization__path", length).annotate(
        issued=Count("pk", filter=Q(issued_on__gte=first, issued_on__lte=end)),
        replied=Count("pk", filter=Q(replied_on__gte=first, replied_on__lte=end)),
        closed=Count("pk", filter=Q(closed_on__gte=first, closed_on__lte=end)),
    )
    return _together(tasks, notices)


def _grouped(rows: "QuerySet[Any]", field: str, length: int) -> Any:
    return rows.order_by().annotate(step=Substr(field, 1, length)).values("step")


def _together(*groups: Any) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for row in (row for group in groups for row in group):
        line = found.setdefault(row.pop("step"), dict.fromkeys(COLUMNS, 0))
        line.update(row)
    return {path: line for path, line in found.items() if any(line.values())}


def _of(organization: Organization) -> "QuerySet[Notice]":
    return Notice.objects.filter(below("task__organization__path", organization.path))


def _notices(organization: Organization, first: date, end: date) -> Sequence[Notice]:
    """The notices that were issued, replied to or closed in the month."""
    moved = Q(issued_on__gte=first, issued_on__lte=end) | Q(replied_on__gte=first, replied_on__lte=end)
    found = _of(organization).filter(moved | Q(closed_on__gte=first, closed_on__lte=end))
    return list(found.select_related("task__organization", "issuer").order_by("issued_on", "id"))
