"""Long lists are read page by page, by key: the next page starts after the last row of this one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.signing import BadSignature, dumps, loads
from django.db.models import Q, QuerySet
from django.http import HttpRequest

SIZE = 50


@dataclass(frozen=True)
class Page:
    """The rows of one page; addresses of the next page and of the first ("" where there is none)."""

    rows: list[Any]
    next_href: str
    first_href: str


def paged(request: HttpRequest, found: "QuerySet[Any]", *keys: str, size: int = SIZE) -> Page:
    """One page of `found`, ordered by `keys` (lookups without empty values, "-" before one that descends), which must
    be unique together. The place is in the query as `after`; what answers a POST has one page, for its question stands
    in no address."""
    names = [key.removeprefix("-") for key in keys]
    after = _place(request.GET.get("after", ""))
    rows = found.order_by(*keys)
    if after is not None and len(after) == len(keys):
        rows = rows.filter(_beyond(keys, after))
    some = list(rows[: size + 1])
    more = len(some) > size and request.method != "POST"
    next_href = _address(request, [_value(some[size - 1], name) for name in names]) if more else ""
    return Page(some[:size], next_href, _address(request, None) if after is not None else "")


def _beyond(keys: Sequence[str], after: list[Any]) -> Q:
    """(a, b, c) after (x, y, z): a > x, or a = x and b > y, or …, with < for what descends; and a >= x, which says
    nothing new, but is what a database ranges over in an index, as it does not over alternatives."""
    names = [key.removeprefix("-") for key in keys]
    sides = ["lt" if key.startswith("-") else "gt" for key in keys]
    condition = Q()
    for i, name in enumerate(names):
        same = {names[j]: after[j] for j in range(i)}
        condition |= Q(**same, **{f"{name}__{sides[i]}": after[i]})
    return condition & Q(**{f"{names[0]}__{sides[0]}e": after[0]})


def _value(row: Any, name: str) -> Any:
    for part in name.split("__"):
        row = getattr(row, part)
    return row if isinstance(row, int | str) else row.isoformat()


def _place(text: str) -> list[Any] | None:
    if not text:
        return None
    try:
        return list(loads(text, salt="page"))
    except BadSignature:
        return None


def _address(request: HttpRequest, after: list[Any] | None) -> str:
    query = {name: value for name, value in request.GET.items() if name != "after"}
    if after is not None:
        query["after"] = dumps(after, salt="page")
    return f"{request.path}?{urlencode(query)}" if query else request.path
