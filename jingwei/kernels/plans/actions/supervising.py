"""A supervision notice: asked, answered, closed."""

from datetime import date

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.clock import today
from jingwei.foundation.errors import Refused
from jingwei.regulations.library import parameter

from ..models import Notice, Task
from ..rules.standing import light, warned_from
from ..selectors.tasks import issuer_of

YELLOW_DAYS = parameter("plans.yellow_days")


@action("notice.issue", title="发出督办单")
def issue(actor: Actor, task: Task, /, *, reason: str, reply_due_on: date) -> Notice:
    """Ask for a reply by a day. Raises Refused for one's own task, for a task that shows no light, or while a notice
    is open."""
    if actor.path == task.organization.path:
        raise Refused("督办单由上级发出，不能督办本单位自己的任务。", next_step="请直接办理，办完填进展。")
    shown = light(task.next_due_on, task.completed_on, on=today())
    _must_be_lit(task, shown)
    if task.notices.filter(closed_on=None).exists():
        raise Refused("这项任务已有一份没有办结的督办单。", next_step="请等待回复，或先办结上一份。")
    _must_be_to_come(reply_due_on)
    notice = Notice(
        task=task,
        issuer=issuer_of(actor.path),
        light=shown,
        reason=reason,
        issued_on=today(),
        reply_due_on=reply_due_on,
    )
    notice.save()
    return notice


@action("notice.reply", title="回复督办单")
def reply(actor: Actor, notice: Notice, /, *, text: str) -> Notice:
    """Answer a notice, or answer it better. Raises Refused when it is closed, and for those who issued it."""
    if notice.closed_on is not None:
        raise Refused("督办单已经办结，不用再回复。", next_step="请返回任务页，看其他事项。")
    if actor.may("notice.issue", notice.issuer.path):
        raise Refused("督办单由承办单位回复。", next_step="请等待承办单位回复。")
    notice.reply, notice.replied_on = text, today()
    notice.replied_by = f"{actor.title} {actor.user}"[:160]
    notice.save()
    return notice


@action("notice.issue", title="办结督办单")
def close(actor: Actor, notice: Notice, /) -> Notice:
    """The reply is enough. Raises Refused without one, PermissionDenied for those who were asked."""
    actor.must("notice.issue", notice.issuer.path)
    _must_be_answered(notice)
    notice.closed_on = today()
    notice.save()
    return notice


@action("notice.issue", title="退回督办回复")
def send_back(actor: Actor, notice: Notice, /, *, reason: str, reply_due_on: date) -> Notice:
    """The reply is not enough: ask again by a new day. The earlier reply stays in the history."""
    actor.must("notice.issue", notice.issuer.path)
    _must_be_answered(notice)
    _must_be_to_come(reply_due_on)
    notice.reason, notice.reply_due_on = reason, reply_due_on
    notice.replied_on = None
    notice.save()
    return notice


def _must_be_lit(task: Task, shown: str) -> None:
    if shown == "none" or task.completed_on is not None or task.withdrawn_on is not None:
        is_open = task.completed_on is None and task.withdrawn_on is None
        first = warned_from(task.next_due_on, on=today())
        raise Refused(
            "任务还没有亮灯，暂不需要督办。" if is_open else "任务已经办结或撤回，不需要督办。",
            basis=YELLOW_DAYS.current.basis,
            next_step="亮黄灯或红灯后再发。" if is_open else "请返回任务页查看。",
            earliest=f"{first:%Y年%m月%d日}（亮黄灯）" if is_open else "",
        )


def _must_be_answered(notice: Notice) -> None:
    if notice.closed_on is not None:
        raise Refused("督办单已经办结。", next_step="需要时可以重新发一份。")
    if notice.replied_on is None:
        raise Refused("还没有收到回复。", next_step="请等待承办单位回复。")


def _must_be_to_come(day: date) -> None:
    if day < today():
        raise Refused("回复期限不能早于今天。", next_step="请改一个日期；一般给五个工作日。")
