"""What comes from the plans: own tasks and notices, what waits for a decision."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.ui.due import Due, to_do
from jingwei.kernels.plans.selectors import clearances, plans, tasks
from jingwei.organizations.models import Organization

AHEAD = timedelta(days=45)
STATES = {"late": ("late", "已逾期"), "under_way": ("doing", "进行中"), "not_started": ("todo", "未开始")}


def from_plans(own: Organization, actor: Actor, on: date) -> Iterator[Due]:
    """All of it."""
    yield from _notices(own, actor, on)
    yield from _tasks(own, actor, on)
    yield from _answers(actor)
    yield from _decisions(actor)
    yield from _drafts(actor)


def _tasks(own: Organization, actor: Actor, on: date) -> Iterator[Due]:
    """The open tasks of one's own organization: late, or due before long."""
    may = actor.may("task.report", own.path)
    for task in tasks.due(own, on=on, until=on + AHEAD):
        state, light = tasks.stands(task, on)
        kind, word = ("soon", "快到期") if light == "yellow" else STATES[state]
        yield Due(
            title=task.title,
            due_on=task.next_due_on,
            kind=kind,
            word=word,
            note=f"{task.issuer}下达 · {task.duty.plan.title}",
            href=reverse("plans:task", args=[task.pk]),
            do_text="填进展" if may else "查看",
            do_href=reverse("plans:reports" if may else "plans:task", args=[task.pk]),
        )


def _notices(own: Organization, actor: Actor, on: date) -> Iterator[Due]:
    """The notices that one's own organization has to answer."""
    waiting = tasks.open_notices().filter(task__organization=own, replied_on=None)
    for notice in waiting if actor.may("notice.reply", own.path) else ():
        href, late = reverse("plans:notice", args=[notice.pk]), notice.reply_due_on < on
        yield Due(
            title=f"回复督办：{notice.task.title}",
            due_on=notice.reply_due_on,
            kind="late" if late else "soon",
            word="已逾期" if late else "待回复",
            note=f"{notice.issuer} {notice.issued_on.month}月{notice.issued_on.day}日发出",
            href=href,
            do_text="去回复",
            do_href=href,
        )


def _answers(actor: Actor) -> Iterator[Due]:
    """The replies that this actor's organization has got and not yet closed."""
    answered = tasks.open_notices().filter(issuer__path=actor.path, replied_on__isnull=False)
    for notice in answered if actor.may_anywhere("notice.issue") else ():
        note = f"{notice.task.organization}已回复"
        yield to_do(f"办结督办：{notice.task.title}", note, reverse("plans:notice", args=[notice.pk]), "去办结")


def _decisions(actor: Actor) -> Iterator[Due]:
    """Clearances that wait for this actor."""
    waiting = clearances.clearances().filter(state="asked") if actor.may_anywhere("clearance.decide") else ()
    for one in waiting:
        href = reverse("plans:clearance", args=[one.pk])
        yield to_do(f"审核准入申请：{one.title}", f"{one.organization}申请", href, "去审核")


def _drafts(actor: Actor) -> Iterator[Due]:
    """Plans of the actor's own that are still to be approved."""
    own = plans.plans().filter(state="draft", organization__path=actor.path)
    for plan in own if actor.may_anywhere("plan.edit") else ():
        href = reverse("plans:review", args=[plan.pk])
        yield to_do(f"核对并审定：{plan.title}", "读入后还没有审定", href, "去核对")
