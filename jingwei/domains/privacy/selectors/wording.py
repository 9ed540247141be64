"""Values of rows in the words of the field."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from jingwei.foundation.access.grants import roles
from jingwei.foundation.declared import title_of
from jingwei.foundation.ui.words import UNKNOWN, date_cn, time_cn
from jingwei.members.rules.codes import code_lists, name_of

from .papers import what_of


def told(row: Any, column: str) -> str:
    """A column of a row as a person reads it: choices, codes and days in words."""
    field, value = row._meta.get_field(column), getattr(row, column)
    if value is None or value == "":
        return UNKNOWN
    if getattr(field, "choices", None):
        return str(getattr(row, f"get_{column}_display")())
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return time_cn(value)
    if isinstance(value, date):
        return date_cn(value)
    return WORDS.get(f"{row._meta.label}.{column}", str)(value)


def _role(key: str) -> str:
    return roles()[key].title if key in roles() else key


def _column(name: str) -> str:
    entry = what_of(name)
    return entry.title if entry else name


def _code(column: str) -> Callable[[str], str]:
    return lambda code: name_of(column, code)


WORDS: dict[str, Callable[[Any], str]] = {
    "organizations.Post.role": _role,
    "record.Act.action": title_of,
    "privacy.RightsRequest.what": _column,
    **{f"members.Member.{column}": _code(column) for column in code_lists()},
}
