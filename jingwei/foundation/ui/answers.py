"""What a page says above a form that was not done: a rule's refusal with its article, or both texts of a stale save."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Manager
from django.forms.boundfield import BoundField
from django.forms.forms import BaseForm
from django.utils.module_loading import import_string

from .words import date_cn

Row = tuple[str, str, str]


@dataclass(frozen=True)
class Answer:
    """`refusal` is the Refused; `rows` are (label, theirs, yours) of a save that was overtaken."""

    refusal: Any = None
    rows: list[Row] = field(default_factory=list)


def answer(form: BaseForm | None) -> Answer:
    """Why the form was not done."""
    refusal, current = getattr(form, "refusal", None), getattr(form, "stale", None)
    return Answer(refusal, versions(form, current) if form is not None and current is not None else [])


def cited(basis: str) -> tuple[str, str]:
    """(words, address) of a basis such as "branch-work-2018, 第四条"; what settings.BASIS_READER makes of it."""
    if not basis:
        return "", ""
    words, href = import_string(settings.BASIS_READER)(basis)
    return str(words), str(href)


def versions(form: BaseForm, current: Any) -> list[Row]:
    """The fields in which what was typed differs from what the row holds now."""
    rows = []
    for bound in form:
        theirs = getattr(current, bound.name, None)
        if bound.is_hidden or isinstance(theirs, Manager):
            continue
        rows.append(
            (str(bound.label), in_words(bound, bound.field.prepare_value(theirs)), in_words(bound, yours(bound)))
        )
    return [row for row in rows if row[1] != row[2]]


def yours(bound: BoundField) -> Any:
    """What was typed, read as the kind of thing it is where it can be read at all."""
    read = getattr(bound.form, "cleaned_data", {}).get(bound.name, bound.value())
    return bound.field.prepare_value(read)


def in_words(bound: BoundField, value: Any) -> str:
    """A field's value in the words of its choices; "" for nothing."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list | tuple):
        return "、".join(in_words(bound, one) for one in value)
    if isinstance(value, date):
        return date_cn(value)
    choices = {str(key): str(word) for key, word in getattr(bound.field, "choices", ())}
    return choices.get(str(value), str(value))


def version_of(row: Any, form: BaseForm | None = None) -> int | str:
    """The version that the form of `row` must carry. A form that comes back with mistakes keeps the version it was
    read with, so that the next save is still checked; one that was overtaken has seen the new text, and carries its."""
    stale = getattr(form, "stale", None)
    if stale is not None:
        return int(stale.version)
    if form is not None and form.is_bound and form.data.get("version"):
        return str(form.data["version"])
    return int(row.version)
