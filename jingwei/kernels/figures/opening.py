"""The usual pieces of a list of rows: the page of a row, a day, a word of a closed list."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from django.urls import reverse

from jingwei.foundation.ui.words import date_cn

from .listing import Column


def opens(route: str, key: str = "pk") -> Callable[[Any], str]:
    """The page of a row by its primary key, or by another ("member_id", "member.organization_id")."""
    found = attrgetter(key)
    return lambda row: reverse(route, args=[found(row)])


def text(title: str, name: str) -> Column:
    """What the row, or a row that it names ("member.organization"), says; "" for nothing."""
    found = attrgetter(name)
    return Column(title, lambda row: "" if (value := found(row)) is None else str(value))


def day(title: str, name: str) -> Column:
    """A day; "" for none."""
    found = attrgetter(name)
    return Column(title, lambda row: date_cn(value) if (value := found(row)) else "")


def choice(title: str, name: str) -> Column:
    """The word of a closed list."""
    return Column(title, lambda row: str(getattr(row, f"get_{name}_display")()))
