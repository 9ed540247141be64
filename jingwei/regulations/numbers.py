"""Parameters: what an instrument fixes as a number, a share, a list or a table."""

import operator
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, ClassVar

from .choices import COMPARISONS
from .entries import SHARED_MAY_HAVE, SHARED_NEEDS, Entry, NotInForce, latest, shared
from .instruments import citation, split_basis
from .phrases import phrase
from .sheets import Misprint, day, demand, exact, one_of, sheets, text

HERE = Path(__file__).parent
COMPARE = {">=": operator.ge, ">": operator.gt, "<=": operator.le, "<": operator.lt, "==": operator.eq}


@dataclass(frozen=True)
class Value:
    """What holds from a day on. `value` is int, Decimal, Fraction, str, date, tuple or mapping; None is repealed."""

    since: date
    value: Any
    basis: str
    op: str = ""

    @property
    def citation(self) -> str:
        """The basis as a reader sees it."""
        return citation(self.basis)

    def met_by(self, measured: Any) -> bool:
        """Whether the measured number satisfies the bound. Raises ValueError where the value is no bound."""
        if not self.op:
            raise ValueError(f"{self.basis}: {self.value!r} is no bound")
        return bool(COMPARE[self.op](measured, self.value))

    @property
    def dating(self) -> str:
        """How well `since` is known: a key of DATINGS."""
        paper = split_basis(self.basis)[0]
        return paper.dating if paper.since == self.since else "source"

    @property
    def op_title(self) -> str:
        """The comparison in the reader's words, empty where the value is no bound."""
        return COMPARISONS.get(self.op, "")


@dataclass(frozen=True, kw_only=True)
class Parameter(Entry):
    """One number with its history, oldest first. `bounds` limits what an area may set (modality local)."""

    route: ClassVar = "regulations:number"
    unit: str
    history: tuple[Value, ...]
    bounds: Mapping[str, Any]

    def at(self, day: date) -> Value:
        """What holds on the day. Raises NotInForce before the first value and after a repeal."""
        entry = latest(self.history, day)
        if entry is None or entry.value is None:
            raise NotInForce(f"{self.key} has no value on {day}")
        return entry

    def say(self, value: Value) -> str:
        """A value of the history with its comparison and unit: 不少于 3 名正式党员."""
        if value.value is None:
            return "已废止"
        return phrase(value.op_title, value.value, self.unit)

    @property
    def said(self) -> str:
        """The newest value in words."""
        return self.say(self.current)

    @property
    def current(self) -> Value:
        """The newest value of the history, which a page shows first."""
        return self.history[-1]

    @property
    def bases(self) -> tuple[str, ...]:
        return tuple(value.basis for value in self.history)


def _value(key: str, since: object, content: Any) -> Value:
    if not isinstance(content, dict):
        raise Misprint(f"{key}: each day needs `value` and `basis`")
    demand(key, content, needs={"value", "basis"}, may_have={"op"})
    split_basis(text(key, content["basis"]))
    op = one_of(key, content["op"], COMPARISONS) if "op" in content else ""
    return Value(since=day(key, since), value=exact(content["value"]), basis=content["basis"], op=op)


def _bounds(key: str, content: dict[str, Any]) -> Mapping[str, Any]:
    bounds = content.get("bounds", {})
    if bounds and content["modality"] != "local":
        raise Misprint(f"{key}: only a number that areas set themselves has bounds")
    demand(key, bounds, needs=set(), may_have={"min", "max"})
    return MappingProxyType({side: exact(limit) for side, limit in bounds.items()})


def read_parameter(key: str, content: dict[str, Any]) -> Parameter:
    """The parameter that a file's content describes. Raises Misprint."""
    demand(key, content, needs=SHARED_NEEDS | {"unit", "values"}, may_have=SHARED_MAY_HAVE | {"bounds"})
    if not content["values"]:
        raise Misprint(f"{key}: no values")
    history = tuple(_value(key, since, value) for since, value in sorted(content["values"].items()))
    return Parameter(
        unit=text(key, content["unit"]), history=history, bounds=_bounds(key, content), **shared(key, content)
    )


@cache
def parameters() -> MappingProxyType[str, Parameter]:
    """Every parameter by its key."""
    return MappingProxyType({key: read_parameter(key, content) for key, content in sheets(HERE / "parameters")})
