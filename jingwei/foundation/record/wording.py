"""The changes of an act in the words of the field: names of models and columns, choices, dates, names of rows."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.dateparse import parse_date, parse_datetime

from jingwei.foundation.declared import title_of
from jingwei.foundation.ui.words import UNKNOWN, date_cn, time_cn

from .models import Act

LONGEST = 400


@dataclass(frozen=True)
class Line:
    """One column of one row: its name, and its value before and after ("—" for nothing)."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class RowChange:
    """What an act did to one row: `kind` 新增, 修改 or 删除; `title` such as "职责 第 12 号"."""

    kind: str
    title: str
    lines: list[Line]


def changes_of(act: Act) -> list[RowChange]:
    """All that an act changed, ready to be shown."""
    told = json.loads(act.changes)
    names = names_of_linked_rows(told)
    return [row_change(change, names) for change in told]


def what_changed(act: Act, label: str, row: str) -> str:
    """修改职责：责任单位、完成时限 — the action and, of the one row, the columns that a person changed; those that the
    program keeps by itself (not editable) are left to the act's own page."""
    columns: set[str] = set()
    for change in json.loads(act.changes):
        if (change["label"], str(change["pk"])) == (label, row) and change["before"] and change["after"]:
            columns |= change["after"].keys()
    model = model_of(label)
    known = [(name, field_of(model, name)) for name in in_order(model, columns)]
    words = [heading(field, name) for name, field in known if field is None or field.editable]
    return title_of(act.action) + ("：" + "、".join(words) if words else "")


def row_change(change: dict[str, Any], names: dict[tuple[str, str], str]) -> RowChange:
    model, before, after = model_of(change["label"]), change["before"], change["after"]
    kind = "修改" if before and after else "新增" if after else "删除"
    title = str(model._meta.verbose_name) if model else change["label"]
    lines = []
    for name in in_order(model, after or before):
        field = field_of(model, name)
        if field is None or not field.primary_key:
            shown = [value_of(field, side.get(name), names) for side in (before, after)]
            lines.append(Line(heading(field, name), *shown))
    number = f" 第 {change['pk']} 号" if change["pk"] is not None else "（成批）"
    return RowChange(kind, title + number, lines)


def value_of(field: "models.Field[Any, Any] | None", value: Any, names: dict[tuple[str, str], str]) -> str:
    """A value as a person reads it."""
    if value is None or value == "":
        return UNKNOWN
    if isinstance(value, bool):
        return "是" if value else "否"
    if field is not None and field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if field is not None and field.related_model is not None:
        label = field.related_model._meta.label
        return names.get((label, str(value)), f"第 {value} 号")
    if isinstance(field, models.DateTimeField):
        return time_cn(parse_datetime(value))
    if isinstance(field, models.DateField):
        return date_cn(parse_date(value))
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= LONGEST else text[:LONGEST] + "……"


def names_of_linked_rows(told: Iterable[dict[str, Any]]) -> dict[tuple[str, str], str]:
    """(label, primary key) → name, of the rows in reach that the changes link to; one query for each model."""
    wanted: dict[type[models.Model], set[str]] = {}
    for change in told:
        model = model_of(change["label"])
        for side in (change["before"], change["after"]):
            for name, value in side.items():
                field = field_of(model, name)
                if field is not None and field.related_model is not None and value is not None:
                    wanted.setdefault(field.related_model, set()).add(str(value))
    return {
        (model._meta.label, str(row.pk)): str(row)
        for model, keys in wanted.items()
        for row in model._default_manager.filter(pk__in=keys)
    }


def model_of(label: str) -> type[models.Model] | None:
    """The model of a label; None for one that is gone, or for a subject that was no row."""
    try:
        return apps.get_model(label)
    except (LookupError, ValueError):
        return None


def in_order(model: type[models.Model] | None, columns: Iterable[str]) -> list[str]:
    """Columns in the order in which the model has them, then those that it has no more."""
    places = {field.attname: place for place, field in enumerate(model._meta.concrete_fields)} if model else {}
    return sorted(columns, key=lambda name: (places.get(name, len(places)), name))


def field_of(model: type[models.Model] | None, column: str) -> "models.Field[Any, Any] | None":
    fields = model._meta.concrete_fields if model else ()
    return next((field for field in fields if field.attname == column), None)


def heading(field: "models.Field[Any, Any] | None", name: str) -> str:
    return str(field.verbose_name) if field is not None else name
