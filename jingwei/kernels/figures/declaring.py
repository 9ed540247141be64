"""How a figure is declared: once, with all that anybody needs to count, cut, roll up, explain, compare and open it.

An app declares its own in a module `figures`, which is found by itself.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, cached_property
from typing import Any, Literal, TypeVar

from django.db.models import Model, QuerySet
from django.db.models.expressions import Combinable, RawSQL

from jingwei.foundation.clock import today

WHOLE = ""  # the cut that divides nothing
Rows = Callable[[date], "QuerySet[Any]"]
By = str | Combinable
Affected = Callable[[RawSQL], "QuerySet[Any]"]


@dataclass(frozen=True)
class Cut:
    """One way to divide what a figure counts. `by` is a column of the rows or an expression over them (or what makes
    one for a day); its values are texts of at most 40 signs, `words` says how one is called. `order`: the values in
    the order in which they are shown. lasting: what a row has by it, it has for good."""

    key: str
    title: str
    by: By | Callable[[date], By]
    words: Callable[[str], str] = str
    order: tuple[str, ...] = ()
    lasting: bool = False

    def at(self, on: date) -> By:
        """The column or expression on a day."""
        return self.by if isinstance(self.by, str | Combinable) else self.by(on)


@dataclass(frozen=True)
class Watch:
    """Another table that decides about the rows counted: when `column` of a row of `model` ("coverage.Coverage") is
    written, the rows of the figure found by `affects` (a lookup from the row counted, such as "pk", or what makes a
    queryset of the rows of the values changed) are counted anew. `deciding`: the columns whose change matters, all of
    them without; `verbs`: what may happen to a row that matters. The less is watched, the less is counted anew."""

    model: str
    column: str
    affects: str | Affected
    deciding: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ("insert", "update", "delete")


@dataclass(frozen=True)
class Was:
    """A row that counted on a day: its name and where it was, both as of then."""

    name: str
    place: str = ""


Then = Callable[[Any, date, datetime], Mapping[int, Was] | None]


@dataclass(frozen=True)
class Figure:
    """A count (or a sum) of rows.

    rows(on): a scoped selector: the rows that count on a day. organization: the column, or a chain of one foreign key
    and a column ("task__organization_id"), that says whose a row is. amount: a column (or an annotation of the rows),
    a whole number, that a row adds instead of 1. month: the day column by whose month a row counts, for what happens;
    "" for what is there. turns: how often a row counts otherwise without being written: "" (never), with each day,
    month or year. watched: other tables that decide about it. compared: with what it is compared: the month before,
    the same time a year before, nothing. persons: it counts people, so small numbers are hidden from the public.
    basis: the clause or parameter that it follows, if one does. dated: `rows(on)` also tells what was true on a day
    that has passed.
    """

    key: str
    title: str
    unit: str
    definition: str
    rows: Rows
    organization: str = "organization_id"
    amount: str = ""
    month: str = ""
    turns: Literal["", "day", "month", "year"] = ""
    cuts: tuple[Cut, ...] = ()
    watched: tuple[Watch, ...] = ()
    compared: Literal["month", "year", ""] = "month"
    persons: bool = False
    basis: str = ""
    dated: bool = False
    then: Then | None = None

    @cached_property
    def model(self) -> type[Model]:
        """What a row is."""
        return self.rows(today()).model

    @cached_property
    def source(self) -> str:
        """The model by name: "members.Member"."""
        return str(self.model._meta.label)

    @cached_property
    def path(self) -> str:
        """The lookup of the path of a row's organization."""
        if self.organization in ("id", "pk"):
            return "path"
        return f"{self.organization.removesuffix('_id')}__path"

    def cut(self, key: str) -> Cut:
        """Raises KeyError."""
        for one in self.cuts:
            if one.key == key:
                return one
        raise KeyError(key)


@dataclass(frozen=True)
class Part:
    """One side of a ratio, or a part of it: a figure, or one value of a cut of it."""

    figure: str
    cut: str = WHOLE
    value: str = ""


@dataclass(frozen=True)
class Ratio:
    """Counts over other counts. It is rolled up by its parts, never by averaging. `unit` "%" is a share; anything else
    is so many for each one below the line. `better`: which way is better, "" where neither is."""

    key: str
    title: str
    definition: str
    top: tuple[Part, ...]
    bottom: tuple[Part, ...]
    unit: str = "%"
    better: Literal["high", "low", ""] = ""
    compared: Literal["month", "year", ""] = "month"
    basis: str = ""

    @property
    def wanted(self) -> tuple[tuple[str, str], ...]:
        """(figure, cut) of all its parts."""
        return tuple({(part.figure, part.cut): None for part in (*self.top, *self.bottom)})


@dataclass(frozen=True)
class Index:
    """A composite of ratios that are shares, each with its weight, out of 100. Its parts are always open to view."""

    key: str
    title: str
    definition: str
    parts: tuple[tuple[str, int], ...]  # ratio, weight; the weights make 100
    basis: str = "house-practice"


Declared = Figure | Ratio | Index
Kind = TypeVar("Kind", Figure, Ratio, Index)
_declared: dict[str, Declared] = {}


def declare(one: Kind) -> Kind:
    """Declare a figure, ratio or index. ValueError for a key that is taken."""
    if one.key in _declared:
        raise ValueError(f"declared twice: {one.key}")
    _declared[one.key] = one
    for known in (figures, ratios, indices):
        known.cache_clear()
    return one


def declared(key: str) -> Declared:
    """Raises KeyError."""
    return _declared[key]


@cache
def figures() -> Mapping[str, Figure]:
    """All figures by key."""
    return {key: one for key, one in _declared.items() if isinstance(one, Figure)}


@cache
def ratios() -> Mapping[str, Ratio]:
    """All ratios by key."""
    return {key: one for key, one in _declared.items() if isinstance(one, Ratio)}


@cache
def indices() -> Mapping[str, Index]:
    """All indices by key."""
    return {key: one for key, one in _declared.items() if isinstance(one, Index)}
