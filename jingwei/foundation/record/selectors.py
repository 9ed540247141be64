"""Reads of the record: the acts in reach, and the history of any row."""

from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from django.db import models
from django.db.models import QuerySet
from django.utils import timezone

from .models import Act
from .wording import what_changed

PAGE = 50


class Entry(NamedTuple):
    """One line of a history: when, who (through which post), what; `href` is for those who may open the act."""

    moment: datetime
    who: str
    what: str
    href: str = ""


def history_of(subject: models.Model, limit: int = 100) -> list[Entry]:
    """What was done to a row, newest first: acts about it and acts that changed it. Shown by record/history.html."""
    label, row = subject._meta.label, str(subject.pk)
    found = Act.objects.filter(traces__label=label, traces__row=row).order_by("-pk")[:limit]
    return [Entry(act.at, act.who, what_changed(act, label, row)) for act in found]


def acts(*, on: date | None = None, person: str = "", action: str = "") -> "QuerySet[Act]":
    """The acts in reach, newest first: those of one day, of persons whose name holds `person`, of one action."""
    found = Act.objects.order_by("-pk")
    if on:
        start = timezone.make_aware(datetime.combine(on, time()))
        found = found.filter(at__gte=start, at__lt=start + timedelta(days=1))
    if person:
        found = found.filter(user_name__contains=person)
    return found.filter(action=action) if action else found


def page_of(found: "QuerySet[Act]", before: Any = None) -> tuple[list[Act], int | None]:
    """The page of acts with numbers below `before` (anything but digits: the first), and the number below which the
    next page begins (None at the end)."""
    if str(before).isdigit():
        found = found.filter(pk__lt=int(before))
    rows = list(found[: PAGE + 1])
    return rows[:PAGE], rows[PAGE - 1].pk if len(rows) > PAGE else None
