"""Tasks, reports and notices, and how they stand."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from jingwei.organizations.models import Organization
from jingwei.regulations.library import parameter

from ..models import Notice, Report, Task
from ..rules.standing import light

YELLOW_DAYS = parameter("plans.yellow_days")

OPEN = Q(withdrawn_on=None, completed_on=None)
STATES = ("done", "under_way", "late", "not_started")


def issuer_of(path: str) -> Organization:
    """The organization at a path, in whose name an actor gives orders."""
    found: Organization = Organization.objects.get(path=path)
    return found


def tasks() -> "QuerySet[Task]":
    """Every task in reach with its organization and issuer; `has_reports` tells under way from not started."""
    reported = Exists(Report.objects.filter(task=OuterRef("pk"), struck_on=None))
    return (
        Task.objects.select_related("organization", "issuer", "duty__item__chapter__plan")
        .annotate(has_reports=reported)
        .order_by("next_due_on", "organization__path", "id")
    )


def in_state(state: str, *, on: date) -> Q:
    """The condition of a state of TaskState on a day, of all that is "open", or of the yellow light ("soon"); needs the
    annotation of `tasks()`."""
    soon = on + timedelta(days=int(YELLOW_DAYS.at(on).value))
    return {
        "done": Q(completed_on__isnull=False, withdrawn_on=None),
        "open": OPEN,
        "soon": OPEN & Q(next_due_on__gte=on, next_due_on__lte=soon),
        "late": OPEN & Q(next_due_on__lt=on),
        "under_way": OPEN & Q(next_due_on__gte=on, has_reports=True),
        "not_started": OPEN & Q(next_due_on__gte=on, has_reports=False),
        "withdrawn": Q(withdrawn_on__isnull=False),
    }[state]


def state_of(task: Any, *, on: date) -> str:
    """The state (TaskState) of a Task read through `tasks()`, which adds `has_reports`."""
    if task.withdrawn_on is not None:
        return "withdrawn"
    if task.completed_on is not None:
        return "done"
    if task.next_due_on < on:
        return "late"
    return "under_way" if task.has_reports else "not_started"


def tally(found: "QuerySet[Task]", *, on: date) -> dict[str, int]:
    """How many of the tasks are in each state on a day, in one query."""
    counted: dict[str, int] = found.order_by().aggregate(
        **{state: Count("pk", filter=in_state(state, on=on)) for state in STATES}
    )
    return counted


def due(organization: Organization, *, on: date, until: date) -> "QuerySet[Task]":
    """The open tasks of one organization that are late or due until a day, the earliest first."""
    return tasks().filter(OPEN, organization=organization, next_due_on__lte=until)


def stands(task: Task, on: date) -> tuple[str, str]:
    """(state, light) of a task read through `tasks()`: what a row of a list shows."""
    state = state_of(task, on=on)
    shown = "none" if state == "withdrawn" else light(task.next_due_on, task.completed_on, on=on)
    return state, shown


def reports() -> "QuerySet[Report]":
    """Every report in reach with its task and author, the latest first."""
    return Report.objects.select_related("task__organization", "task__issuer", "author").order_by("-happened_on", "-id")


def notices() -> "QuerySet[Notice]":
    """Every notice in reach, the earliest to be answered first."""
    return Notice.objects.select_related("task__organization", "issuer").order_by("reply_due_on", "id")


def open_notices() -> "QuerySet[Notice]":
    """Those that wait for a reply or for the word that it is enough; a task taken back asks for nothing."""
    return notices().filter(closed_on=None, task__withdrawn_on=None)
