"""An organization reports what it has done; a report that was wrong is struck."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.clock import today
from jingwei.foundation.errors import Refused
from jingwei.foundation.evidence.actions import attach
from jingwei.regulations.library import parameter

from ..models import Report, Task
from ..rules.standing import Asked, Done, standing

LATE_DAYS = parameter("plans.late_entry_days")


@action("task.report", title="填报进展")
def report(
    actor: Actor,
    task: Task,
    /,
    *,
    happened_on: date,
    note: str,
    upload: "UploadedFile[Any] | None" = None,
    **values: Any,
) -> Report:
    """Add what was done (`values`: amount, is_final, late_reason), with a file if there is one. Late entry is allowed
    and says why. Raises Refused for a day to come, before the task began, without the reason of a late entry, or for a
    task withdrawn or done."""
    _must_be_open(task)
    _must_be_a_day_of(task, happened_on, values.get("late_reason", ""))
    new = Report(
        task=task, happened_on=happened_on, written_on=today(), note=note, author=actor.user,
        author_title=actor.title[:160], **values,
    )  # fmt: skip
    new.save()
    if upload is not None:
        attach(actor, new, upload=upload)
    _settled(task)
    return new


@action("task.report", title="作废进展")
def strike(actor: Actor, report: Report, /, *, reason: str) -> Report:
    """Take a report out of the count and say why; it stays to be read. Raises Refused for one struck already or of a
    task that was withdrawn."""
    if report.struck_on is not None:
        raise Refused("这条进展已经作废。", next_step="请返回任务页查看。")
    if report.task.withdrawn_on is not None:
        raise Refused("任务已由下达单位撤回，进展不用再改。", next_step="请返回任务页查看。")
    report.struck_on, report.struck_reason = today(), reason
    report.save()
    _settled(report.task)
    return report


def settle(task: Task, reports: Iterable[Report]) -> None:
    """Bring the kept days of the task (`next_due_on`, `completed_on`) to what the reports say."""
    asked = Asked(task.amount, task.comparator, task.period, task.start_on, task.due_on)
    found = standing(asked, [Done(r.happened_on, r.amount, r.is_final) for r in reports])
    task.next_due_on, task.completed_on = found.next_due_on, found.completed_on


def _settled(task: Task) -> None:
    settle(task, task.reports.filter(struck_on=None).order_by("-id"))  # the order of lists would join three tables
    task.save()


def _must_be_open(task: Task) -> None:
    if task.withdrawn_on is not None:
        raise Refused("任务已由下达单位撤回，不用再填报。", next_step="请返回任务清单，看其他任务。")
    if task.completed_on is not None:
        raise Refused("任务已经完成，不用再填报。", next_step="填错了的，可以在任务页把那条进展作废，再重新填。")


def _must_be_a_day_of(task: Task, happened_on: date, late_reason: str) -> None:
    if happened_on > today():
        raise Refused("发生日期不能晚于今天。", next_step="请填实际办理的日期。")
    if happened_on < task.start_on:
        raise Refused(f"发生日期早于任务开始日期（{task.start_on:%Y年%m月%d日}）。", next_step="请核对日期。")
    limit = int(LATE_DAYS.at(today()).value)
    if (today() - happened_on).days > limit and not late_reason.strip():
        raise Refused(
            f"这是 {limit} 天以前的事，属于补录，请写一句原因。",
            basis=LATE_DAYS.current.basis,
            next_step="补录照常计入，不影响评价；系统会同时记下实际填写的日期。",
        )
