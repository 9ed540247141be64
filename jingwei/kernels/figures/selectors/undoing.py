"""What rows were at a moment, told backwards from the record: every act since is undone in thought."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import CharField, Model, Q
from django.db.models.functions import Cast

from jingwei.foundation.record.models import Act, Trace
from jingwei.foundation.scope.paths import lineage
from jingwei.foundation.scope.reach import everywhere
from jingwei.foundation.scope.vocabulary import below
from jingwei.organizations.models import Organization

MOST = 2000  # acts that are undone for one page


@dataclass(frozen=True)
class Touch:
    """An act since the moment: when and what, the row, and the values that it had around it, by column."""

    at: datetime
    what: str
    row: int
    before: Mapping[str, Any]
    after: Mapping[str, Any]


@dataclass
class Undone:
    """Of one model: rows that were not there yet, columns that were otherwise, rows that are gone since."""

    created: set[int] = field(default_factory=set)
    changed: dict[int, dict[str, Any]] = field(default_factory=dict)
    deleted: dict[int, dict[str, Any]] = field(default_factory=dict)

    def undo(self, touch: Touch) -> None:
        """One act more, going backwards."""
        if not touch.before:
            self.changed.pop(touch.row, None)
            self.deleted.pop(touch.row, None)
            self.created.add(touch.row)
        elif not touch.after:
            self.created.discard(touch.row)
            self.deleted[touch.row] = dict(touch.before)
        else:
            (self.deleted.get(touch.row) or self.changed.setdefault(touch.row, {})).update(touch.before)


def touches(
    models: Iterable[type[Model]], organization: Organization, since: datetime
) -> dict[type[Model], list[Touch]] | None:
    """Model → what acts after a moment did to rows in and below an organization, newest first; None where they are too
    many. By the acts' places, and by the rows that are there now."""
    found: dict[type[Model], list[Touch]] = {}
    left = MOST
    for model in models:
        with everywhere(reason="what a row was before is told by the acts since, whoever did them"):
            acts = list(_acts(model, organization, since)[: left + 1])
        left -= len(acts)
        if left < 0:
            return None
        found[model] = [touch for act in acts for touch in _touches(act, model._meta.label)]
    return found


def touches_of(model: type[Model], rows: Iterable[int], since: datetime) -> dict[int, list[Touch]]:
    """Row → what acts after a moment did to it, newest first."""
    label, wanted = model._meta.label, {str(row) for row in rows}
    found: dict[int, list[Touch]] = {}
    with everywhere(reason="what a row was before is told by the acts since, whoever did them"):
        traces = Trace.objects.filter(label=label, row__in=wanted, act__at__gt=since).order_by().values("act_id")
        acts = list(Act.objects.filter(pk__in=traces).order_by("-pk")[:MOST])
    for act in acts:
        for touch in _touches(act, label):
            if str(touch.row) in wanted:
                found.setdefault(touch.row, []).append(touch)
    return found


def undone(found: Iterable[Touch]) -> Undone:
    """What all of them did, undone; they come newest first."""
    result = Undone()
    for touch in found:
        result.undo(touch)
    return result


def _acts(model: Any, organization: Organization, since: datetime) -> Any:
    label, place = model._meta.label, organization.path
    there = model._base_manager.filter(below(_placing(model), place)).order_by()
    rows = there.values_list(Cast("pk", CharField()), flat=True)
    near = Q(below("act__path", place)) | Q(act__path__in=lineage(place)) | Q(row__in=rows)
    traces = Trace.objects.filter(near, label=label, act__at__gt=since).order_by().values("act_id")
    return Act.objects.filter(pk__in=traces).order_by("-pk")


def _placing(model: Any) -> str:
    """The lookup that says where a row is, also of what is seen everywhere, such as posts."""
    return str(model.placing()) if hasattr(model, "placing") else "organization__path"


def _touches(act: Act, label: str) -> Iterable[Touch]:
    for change in json.loads(act.changes):
        if change["label"] == label and change["pk"] is not None:
            yield Touch(act.at, act.title, change["pk"], change["before"], change["after"])
