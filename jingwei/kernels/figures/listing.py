"""How the rows behind a figure are shown: declared once for a model, for all figures that count it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Column:
    """A column of a list: its heading and the text of a row."""

    title: str
    text: Callable[[Any], str]


@dataclass(frozen=True)
class Listed:
    """The list of a model's rows ("members.Member"): who may see it, its columns, the page of a row ("" for none), the
    order (columns that end in a unique one), what is read along with a row."""

    model: str
    permission: str
    columns: tuple[Column, ...]
    address: Callable[[Any], str] = lambda row: ""
    order: tuple[str, ...] = ("pk",)
    related: tuple[str, ...] = ()


_lists: dict[str, Listed] = {}


def listed(one: Listed) -> Listed:
    """Declare the list of a model. ValueError for a model that has one."""
    if one.model in _lists:
        raise ValueError(f"declared twice: {one.model}")
    _lists[one.model] = one
    return one


def list_of(model: str) -> Listed | None:
    """How rows of a model are shown; None where that is not declared."""
    return _lists.get(model)
