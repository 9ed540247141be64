"""Packs, who may do what with one, and whose word is missing."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.record.selectors import history_of
from jingwei.foundation.ui.due import Due
from jingwei.organizations.choices import Duty
from jingwei.organizations.models import Post
from jingwei.organizations.selectors.rows import open_posts

from ..models import Handover, HandoverRow

NO_WORK = (Duty.MEMBER, Duty.RESIDENT)


def handovers() -> "QuerySet[Handover]":
    """Every pack in reach, the newest first."""
    names = ("organization", "leaver__user", "leaver__organization", "successor__user", "successor__organization")
    found: QuerySet[Handover] = Handover.objects.select_related(*names).order_by("-opened_on", "-id")
    return found


def open_handovers() -> "QuerySet[Handover]":
    return handovers().filter(completed_on=None, withdrawn_on=None)


def posts_with_work(*, on: date) -> "QuerySet[Post]":
    """The posts in reach whose work can be handed over."""
    return open_posts(on=on).exclude(duty__in=NO_WORK)


def is_above(actor: Actor, post: Post) -> bool:
    """Whether the actor stands above the organization of a post and may give and end posts there."""
    return actor.path != post.organization.path and actor.may("post.appoint", post.organization.path)


def may_prepare(actor: Actor, post: Post) -> bool:
    """The leaver, or the office above."""
    return actor.post_id == post.pk or is_above(actor, post)


def candidates(post: Post, *, on: date) -> list[Post]:
    """The posts that can take the work on: of the same organization and role, held by somebody else."""
    found = open_posts(on=on).filter(organization=post.organization, role=post.role)
    return list(found.exclude(user=post.user).order_by("id"))


def sections_of(handover: Handover) -> list[tuple[str, list[HandoverRow]]]:
    """What was handed over, section by section."""
    rows = HandoverRow.objects.filter(handover=handover).order_by("position")
    return [(title, list(lines)) for title, lines in groupby(rows, key=lambda row: str(row.section))]


def standing_of(handover: Handover) -> tuple[str, str]:
    """(kind, word) of its state."""
    if handover.completed_on is not None:
        return "done", "已交接"
    if handover.withdrawn_on is not None:
        return "off", "已取消"
    if handover.leaver_on is None and handover.successor_on is None:
        return "todo", "待确认"
    return "doing", "待接收" if handover.leaver_on else "待移交"


def pack_facts(handover: Handover, actor: Actor, *, on: date) -> dict[str, Any]:
    """The context of handover/pack.html but for its forms."""
    is_open, superior = handover.is_open, is_above(actor, handover.leaver)
    return {
        "pack": handover,
        "sections": sections_of(handover),
        "standing": standing_of(handover),
        "may_give": is_open and handover.leaver_on is None and actor.post_id == handover.leaver_id,
        "may_give_instead": is_open and handover.leaver_on is None and superior,
        "may_take": is_open and handover.successor_on is None and actor.post_id == handover.successor_id,
        "may_revise": is_open and handover.leaver_on is None and may_prepare(actor, handover.leaver),
        "may_name": is_open and handover.successor_on is None and may_prepare(actor, handover.leaver),
        "candidates": candidates(handover.leaver, on=on),
        "may_withdraw": is_open and may_prepare(actor, handover.leaver),
        "may_appoint": actor.may("post.appoint", handover.organization.path),
        "history": history_of(handover),
        "on": on,
    }


def waiting_for(actor: Actor, on: date) -> Iterator[Due]:
    """What waits on the actor's desk: a word to give for the own post, given or taken."""
    if actor.post_id is None or not actor.may_anywhere("handover.confirm"):
        return
    for pack in open_handovers().filter(leaver=actor.post_id, leaver_on=None):
        yield _line(pack, f"确认移交：{pack.leaver.title}", "交接包已生成，确认后由接任人接收", "去确认")
    for pack in open_handovers().filter(successor=actor.post_id, successor_on=None):
        yield _line(pack, f"确认接收：{pack.leaver.title}", f"{pack.leaver.user}交出的工作", "去接收")


def _line(pack: Handover, title: str, note: str, do_text: str) -> Due:
    href = reverse("handover:pack", args=[pack.pk])
    return Due(title, None, "todo", "待办", note, href, do_text, href)
