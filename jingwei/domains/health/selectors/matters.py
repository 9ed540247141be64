"""Matters to be put right, and which of them wait for whom."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.record.selectors import history_of
from jingwei.foundation.scope.vocabulary import below
from jingwei.foundation.ui.due import Due
from jingwei.organizations.models import Organization

from ..models import Matter


def matters() -> "QuerySet[Matter]":
    """Every matter in reach, the earliest due first."""
    found: QuerySet[Matter] = Matter.objects.select_related("organization", "opener").order_by("due_on", "id")
    return found


def open_matters(top: Organization | None = None) -> "QuerySet[Matter]":
    """Those not closed, at and below `top` where it is given."""
    return (matters_at(top) if top else matters()).filter(closed_on=None)


def matters_at(top: Organization) -> "QuerySet[Matter]":
    """Every matter at and below `top`."""
    return matters().filter(below("organization__path", top.path))


def standing_of(matter: Matter, *, on: date) -> tuple[str, str]:
    """(kind, word) of its state on a day."""
    if matter.closed_on is not None:
        return "done", "已办结"
    if matter.answered_on is not None:
        return "doing", "已回复"
    return ("late", "已逾期") if matter.due_on < on else ("todo", "待整改")


def matter_facts(matter: Matter, actor: Actor, *, on: date) -> dict[str, Any]:
    """The context of health/matter.html but for its forms."""
    is_open = matter.closed_on is None
    closes = actor.may("health.open", matter.opener.path)
    return {
        "matter": matter,
        "standing": standing_of(matter, on=on),
        "may_close": is_open and closes,
        "may_answer": is_open and not closes and actor.may("health.answer", matter.organization.path),
        "history": history_of(matter),
        "on": on,
    }


def waiting_for(actor: Actor, on: date) -> Iterator[Due]:
    """What waits on the actor's desk: matters of the own organization to answer, answered ones to close."""
    if actor.may_anywhere("health.answer"):
        for one in open_matters().filter(organization__path=actor.path, answered_on=None):
            kind, word = standing_of(one, on=on)
            yield _line(one, f"整改：{one.get_kind_display()}", kind, word, f"{one.opener}开出 · {one.words}", "去整改")
    if actor.may_anywhere("health.open"):
        for one in open_matters().filter(opener__path=actor.path, answered_on__isnull=False):
            title = f"核对整改：{one.organization} {one.get_kind_display()}"
            yield _line(one, title, "todo", "待核对", f"{one.organization}已回复", "去核对")


def _line(one: Matter, title: str, kind: str, word: str, note: str, do_text: str) -> Due:
    href = reverse("health:matter", args=[one.pk])
    return Due(title, one.due_on, kind, word, note, href, do_text, href)
