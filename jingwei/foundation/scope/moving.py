"""A subtree gets another place: every column that follows its organization is rewritten, in a few statements."""

from typing import Any

from django.apps import apps
from django.db.models import F, QuerySet, Value
from django.db.models.functions import Concat, Substr

from jingwei.foundation.journal import current_journal

from .fields import PathField
from .vocabulary import below


def following_columns() -> list[tuple[Any, str]]:
    """(model, column) of every path that follows its organization."""
    return [
        (model, field.name)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, PathField) and field.follows
    ]


def move_paths(old: str, new: str) -> int:
    """Put everything at or below `old` at `new`; returns the number of rows. Runs inside an action."""
    current_journal()
    return sum(_moved(model._base_manager.all(), column, old, new) for model, column in following_columns())


def _moved(rows: "QuerySet[Any]", column: str, old: str, new: str) -> int:
    rest = Substr(F(column), len(old) + 1)
    return rows.filter(below(column, old)).update(**{column: Concat(Value(new), rest)})
