"""Writes what was true before: part of every change of a member's columns."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from jingwei.foundation.clock import now
from jingwei.foundation.errors import Refused

from ..choices import FactKind
from ..models import Fact, Member
from ..rules.beliefs import Beginning, Belief, after_change, after_correction, text_of
from ..rules.changing import column_of
from ..selectors.rows import beginnings
from .names import forget_words, keep_words


def facts_of_change(
    member: Member,
    values: Mapping[str, Any],
    *,
    now: datetime,
    since: date | None = None,
    basis: str = "",
    began: Mapping[tuple[int, str], Beginning],
) -> list[Fact]:
    """The facts that are kept when the columns of `member` (as they are) become `values` (kind → value), not yet
    saved. With `since` the values change on that day; without, they had been wrong. `began`: selectors.beginnings of
    the members. Pure: reads and writes nothing."""
    rows = []
    for kind, value in values.items():
        old = text_of(getattr(member, column_of(kind)))
        if old == text_of(value):
            continue
        start = began.get((member.pk, kind)) or Beginning(None, member.created_at)
        if since is None:
            rows.append(_row(member, after_correction(kind, old, start, now=now, basis=basis)))
        else:
            pair = after_change(kind, old, start, since=since, now=now, basis=basis)
            rows += [_row(member, belief) for belief in pair]
    return rows


def _row(member: Member, belief: Belief) -> Fact:
    return Fact(path=member.path, member=member, **vars(belief))


def put(member: Member, values: Mapping[str, Any], *, since: date | None, basis: str) -> list[str]:
    """Give a member other values (kind → value) and keep the old ones; the kinds that did differ. Saves the member.
    Raises Refused for a day that is not after the last change of the same kind."""
    differing = {kind: value for kind, value in values.items() if _differs(member, kind, value)}
    began = beginnings([member])
    if since is not None:
        for kind in differing:
            _must_be_later(kind, began.get((member.pk, kind)), since)
    rows = facts_of_change(member, differing, now=now(), since=since, basis=basis, began=began)
    Fact.objects.bulk_create(rows)
    name, path = member.name, member.path
    for kind, value in differing.items():
        setattr(member, kind, value)
    member.save()
    if (name, path) != (member.name, member.path):
        forget_words(name, path, member.pk)
        keep_words([member])
    return list(differing)


def _differs(member: Member, kind: str, value: Any) -> bool:
    return text_of(getattr(member, column_of(kind))) != text_of(value)


def _must_be_later(kind: str, began: Beginning | None, since: date) -> None:
    if began is not None and began.since is not None and since <= began.since:
        last = f"{began.since.year} 年 {began.since.month} 月 {began.since.day} 日"
        raise Refused(
            f"“{FactKind(kind).label}”上一次变更是 {last}，这一次不能在它之前。",
            next_step="请核对日期；上一次登记错了的，请用“更正”。",
        )
