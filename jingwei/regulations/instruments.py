"""The papers that the library cites."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from .choices import DATINGS, KINDS, UNDATED_SINCE
from .sheets import Misprint, day, demand, one_of, read, text

HERE = Path(__file__).parent
WITHOUT_TITLE_MARKS = {"local-practice", "house-practice"}


@dataclass(frozen=True)
class Instrument:
    """One paper. `since` is the first day it counts; `dating` says how well that day is known."""

    key: str
    title: str
    kind: str
    since: date
    dating: str
    issuer: str = ""
    number: str = ""
    note: str = ""

    @property
    def kind_title(self) -> str:
        """The kind in the reader's words."""
        return KINDS[self.kind]

    @property
    def dating_title(self) -> str:
        """How well the first day is known, in the reader's words."""
        return DATINGS[self.dating]

    @property
    def marked_title(self) -> str:
        """The title as it is cited: 《…》 for a paper, bare for a practice."""
        return self.title if self.kind in WITHOUT_TITLE_MARKS else f"《{self.title}》"


def _instrument(key: str, entry: dict[str, Any]) -> Instrument:
    where = f"instruments.yaml: {key}"
    demand(where, entry, needs={"title", "kind", "dating"}, may_have={"since", "issuer", "number", "note"})
    dating = one_of(where, entry["dating"], DATINGS)
    since = date.fromisoformat(UNDATED_SINCE) if dating == "undated" else day(where, entry.get("since"))
    if dating == "year-only" and (since.month, since.day) != (1, 1):
        raise Misprint(f"{where}: a paper of which only the year is known counts from its first day")
    return Instrument(
        key=key,
        title=text(where, entry["title"]),
        kind=one_of(where, entry["kind"], KINDS),
        since=since,
        dating=dating,
        issuer=entry.get("issuer", ""),
        number=entry.get("number", ""),
        note=entry.get("note", ""),
    )


@cache
def instruments() -> MappingProxyType[str, Instrument]:
    """Every instrument by its key."""
    entries = read(HERE / "instruments.yaml")
    return MappingProxyType({key: _instrument(key, entry) for key, entry in entries.items()})


def split_basis(basis: str) -> tuple[Instrument, str]:
    """(instrument, article) of a basis such as `dues-rules-2008, 第二条`; the article may be empty."""
    key, _, article = basis.partition(", ")
    if key not in instruments():
        raise Misprint(f"{basis!r}: {key!r} is no instrument of instruments.yaml")
    return instruments()[key], article


def citation(basis: str) -> str:
    """The basis as a reader sees it: `dues-rules-2008, 第二条` is 《…的规定》第二条."""
    instrument, article = split_basis(basis)
    return f"{instrument.marked_title}{article}"
