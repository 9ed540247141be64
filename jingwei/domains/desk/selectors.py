"""What a person has to do now: own tasks and notices, what waits for a decision, how those below stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.urls import reverse

from jingwei.foundation.access.actor import Actor
from jingwei.kernels.plans.selectors import clearances, plans, progress, tasks
from jingwei.organizations.models import Organization
from jingwei.organizations.selectors import organizations

AHEAD = timedelta(days=45)
STATES = {"late": ("late", "已逾期"), "under_way": ("doing", "进行中"), "not_started": ("todo", "未开始")}


@dataclass(frozen=True)
class Due:
    """One line of the list: what, by when, one button. `kind` and `word` are its state."""

    title: str
    due_on: date | None
    kind: str
    word: str
    note: str
    href: str
    do_text: str
    do_href: str


def home(actor: Actor, *, on: date) -> dict[str, Any]:
    """The context of the home page for this actor."""
    own = organizations().filter(path=actor.path).first()
    if own is None or not actor.may_anywhere("task.see"):
        return {"on": on, "organization": own, "dues": [], "done": [], "sees_tasks": False, "ways": ways(actor)}
    dues = [*_notices(own, actor, on), *_tasks(own, actor, on), *_answers(actor), *_decisions(actor), *_drafts(actor)]
    done = tasks.tasks().filter(tasks.in_state("done", on=on), organization=own).order_by("-completed_on", "-pk")
    return {
        "on": on,
        "organization": own,
        "dues": sorted(dues, key=lambda due: due.due_on or date.max),
        "late": sum(due.kind == "late" for due in dues),
        "done": list(done[:20]),
        "children": progress.by_child(own, on=on),
        "whole": progress.of(own, on=on),
        "sees_tasks": True,
    }


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
        yield _line(f"办结督办：{notice.task.title}", note, reverse("plans:notice", args=[notice.pk]), "去办结")


def _decisions(actor: Actor) -> Iterator[Due]:
    """Clearances that wait for this actor."""
    waiting = clearances.clearances().filter(state="asked") if actor.may_anywhere("clearance.decide") else ()
    for one in waiting:
        href = reverse("plans:clearance", args=[one.pk])
        yield _line(f"审核准入申请：{one.title}", f"{one.organization}申请", href, "去审核")


def _drafts(actor: Actor) -> Iterator[Due]:
    """Plans of the actor's own that are still to be approved."""
    own = plans.plans().filter(state="draft", organization__path=actor.path)
    for plan in own if actor.may_anywhere("plan.edit") else ():
        href = reverse("plans:review", args=[plan.pk])
        yield _line(f"核对并审定：{plan.title}", "读入后还没有审定", href, "去核对")


def _line(title: str, note: str, href: str, do_text: str) -> Due:
    return Due(title, None, "todo", "待办", note, href, do_text, href)


def ways(actor: Actor) -> list[tuple[str, str, str]]:
    """Where somebody without tasks goes from here: (title, address, note)."""
    known = [
        ("工作要点", "plans:plans", "plan.see", "看上级和本级已审定的工作要点"),
        ("法规", "regulations:areas", "regulation.see", "每个数字出自哪一条"),
        ("操作记录", "record:acts", "record.see", "谁在什么时候办了什么"),
        ("工作日历", "calendar:year", "calendar.see", "维护调休和放假安排"),
        ("账号", "accounts:accounts", "account.see", "锁定、解锁账号，重置动态口令"),
    ]
    return [(title, reverse(name), note) for title, name, need, note in known if actor.may_anywhere(need)]
