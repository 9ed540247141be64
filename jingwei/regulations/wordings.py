"""Clauses: what an instrument demands without a number, in our own words, to be cited by a refusal."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, ClassVar

from .entries import SHARED_MAY_HAVE, SHARED_NEEDS, Entry, NotInForce, latest, shared
from .instruments import citation, split_basis
from .sheets import Misprint, day, demand, sheets, text

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Wording:
    """What is demanded from a day on; an empty text is repealed."""

    since: date
    text: str
    basis: str

    @property
    def citation(self) -> str:
        """The basis as a reader sees it."""
        return citation(self.basis)

    @property
    def dating(self) -> str:
        """How well `since` is known: a key of DATINGS."""
        paper = split_basis(self.basis)[0]
        return paper.dating if paper.since == self.since else "source"


@dataclass(frozen=True, kw_only=True)
class Clause(Entry):
    """One demand with the history of its wordings, oldest first."""

    route: ClassVar = "regulations:clause"
    history: tuple[Wording, ...]

    def at(self, day: date) -> Wording:
        """What is demanded on the day. Raises NotInForce before the first wording and after a repeal."""
        wording = latest(self.history, day)
        if wording is None or not wording.text:
            raise NotInForce(f"{self.key} has no wording on {day}")
        return wording

    def say(self, wording: Wording) -> str:
        """A wording of the history in words."""
        return wording.text or "已废止"

    @property
    def said(self) -> str:
        """The newest wording in words."""
        return self.say(self.history[-1])

    @property
    def text(self) -> str:
        """The newest wording, for a refusal of today."""
        return self.history[-1].text

    @property
    def basis(self) -> str:
        """The newest basis, for a refusal of today."""
        return self.history[-1].basis

    @property
    def bases(self) -> tuple[str, ...]:
        return tuple(wording.basis for wording in self.history)


def _wording(key: str, since: object, content: Any) -> Wording:
    if not isinstance(content, dict):
        raise Misprint(f"{key}: each day needs `text` and `basis`")
    demand(key, content, needs={"text", "basis"}, may_have=set())
    split_basis(text(key, content["basis"]))
    words = "" if content["text"] is None else text(key, content["text"])
    return Wording(since=day(key, since), text=words, basis=content["basis"])


def read_clause(key: str, content: dict[str, Any]) -> Clause:
    """The clause that a file's content describes. Raises Misprint."""
    demand(key, content, needs=SHARED_NEEDS | {"wordings"}, may_have=SHARED_MAY_HAVE)
    if not content["wordings"]:
        raise Misprint(f"{key}: no wordings")
    history = tuple(_wording(key, since, wording) for since, wording in sorted(content["wordings"].items()))
    return Clause(history=history, **shared(key, content))


@cache
def clauses() -> MappingProxyType[str, Clause]:
    """Every clause by its key."""
    return MappingProxyType({key: read_clause(key, content) for key, content in sheets(HERE / "clauses")})
