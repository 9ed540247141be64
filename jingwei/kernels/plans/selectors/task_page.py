"""Everything that the page of one task shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet, Sum

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.evidence.selectors import attachments_of
from jingwei.regulations.library import parameter

from ..models import Report, Task
from ..rules.periods import Window
from ..rules.standing import Asked, Done, standing, warned_from
from .targets import receivers
from .tasks import notices, reports, stands, state_of, tally, tasks

YELLOW_DAYS = parameter("plans.yellow_days")


@dataclass(frozen=True)
class PartShown:
    """One period of a task: how much was done of what is asked, and (kind, words) of how it stands."""

    window: Window
    amount: Decimal
    wanted: Decimal | None
    standing: tuple[str, str]


def parts_of(task: Task, counted: Sequence[Report], *, on: date) -> list[PartShown]:
    """The periods of a task with what was reported for each; none for a single thing without an amount."""
    asked = Asked(task.amount, task.comparator, task.period, task.start_on, task.due_on)
    found = standing(asked, [Done(r.happened_on, r.amount, r.is_final) for r in counted])
    if len(found.parts) == 1 and task.amount is None:
        return []
    return [
        PartShown(part.window, part.amount, asked.wanted, _standing(task, part, asked.wanted, on))
        for part in found.parts
    ]


def _standing(task: Task, part: Any, wanted: Decimal | None, on: date) -> tuple[str, str]:
    if wanted is not None and part.amount >= wanted:
        return ("done", "已补做") if part.made_up else ("done", "已完成")
    if task.completed_on is not None:
        return "done", "已办结"
    if wanted is None:
        return "doing", "记录中"
    if part.window.last < on:
        return "late", "未完成"
    return ("todo", "未到时间") if part.window.first > on else ("doing", "本期")


def task_facts(task: Task, actor: Actor, *, on: date) -> dict[str, Any]:
    """The context of the page: the task, its state and light, periods, reports with their files, what was passed on,
    notices, and what this actor may do."""
    written = list(reports().filter(task=task))
    children = tasks().filter(parent=task)
    state, light = stands(task, on)
    return {
        "task": task,
        "on": on,
        "state": state,
        "light": light,
        "stands": stands,
        "parts": parts_of(task, [r for r in written if r.struck_on is None], on=on),
        "reports": with_files(written),
        "children": list(children),
        "children_tally": tally(children, on=on),
        "children_amount": _amount_of(children),
        "notices": list(notices().filter(task=task)),
        "yellow_from": warned_from(task.next_due_on, on=on),
        "yellow_rule": YELLOW_DAYS,
        **what_may(task, actor, on=on),
    }


def what_may(task: Task, actor: Actor, *, on: date) -> dict[str, bool]:
    """What this actor may do with the task now."""
    is_open, path = state_of(task, on=on) not in ("done", "withdrawn"), task.organization.path
    above = actor.may("notice.issue", path) and actor.path != path
    return {
        "may_report": is_open and actor.may("task.report", path),
        "may_strike": task.withdrawn_on is None and actor.may("task.report", path),
        "may_fulfil": task.withdrawn_on is None and actor.may("task.report", path),
        "may_pass_on": is_open and actor.may("task.refine", path) and receivers(path).exists(),
        "may_notice": is_open and above,
        "may_withdraw": is_open and actor.may("task.dispatch", task.issuer.path),
    }


def with_files(written: Sequence[Report]) -> list[tuple[Report, list[Any]]]:
    """Each report with its files: one query for all."""
    files: dict[str, list[Any]] = {}
    for file in attachments_of(*written) if written else ():
        files.setdefault(file.subject_pk, []).append(file)
    return [(report, files.get(str(report.pk), [])) for report in written]


def _amount_of(children: "QuerySet[Task]") -> Decimal:
    """What those to whom the task was passed on have reported together."""
    counted = Report.objects.filter(task__in=children.filter(withdrawn_on=None).values("pk"), struck_on=None)
    total: Decimal | None = counted.aggregate(total=Sum("amount"))["total"]
    return total or Decimal(0)
