"""Headings as people write them → columns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from .cells.kind import Cell, as_typed
from .cells.signs import compact
from .columns import Column

# The columns that an error file adds beside the user's own.
NUMBER, REASON, SUGGESTION = "原表行号", "哪里不对", "怎么改"
RESERVED = (NUMBER, REASON, SUGGESTION)

_BRACKETED = re.compile(r"[(\[【〔<《{].*?[)\]】〕>》}]")
_STARS = re.compile(r"[*★☆●•:,，。、;“”\"']|必填|选填")
_NUMBERED = re.compile(r"^(\d{1,2}[.、])")
# A serial number stands in nearly every roster; to say that it is ignored would be noise.
_OF_NO_MEANING = frozenset(("序号", "编号", "序", "no", "no."))


@dataclass(frozen=True)
class Matched:
    """Which column stands where. `places`: key → position in the row, from 0. `missing`: titles of required columns
    that were not found; `unknown`: headings that are ignored; `twice`: headings of a column that stands there twice
    (the file is refused); `reserved`: title → place of the columns that an error file adds."""

    places: dict[str, int]
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    twice: tuple[str, ...] = ()
    reserved: dict[str, int] = field(default_factory=dict)

    @property
    def given(self) -> tuple[str, ...]:
        """The keys of the columns that were found."""
        return tuple(self.places)

    @property
    def score(self) -> tuple[int, int]:
        """How well the row fits as a heading: columns found, and the fewer unknown ones the better."""
        return (len(self.places), -len(self.unknown))


def match_headings(cells: Sequence[Cell], columns: Sequence[Column]) -> Matched:
    """The columns under the headings of one row."""
    known, loose = _known(tuple(columns))
    places: dict[str, int] = {}
    unknown: list[str] = []
    twice: list[str] = []
    reserved: dict[str, int] = {}
    for place, cell in enumerate(cells):
        heading = as_typed(cell).strip()
        if not (plain := _plain(heading)):
            continue
        key = known.get(plain) or loose.get(_bare(plain))
        if plain in RESERVED:
            reserved[plain] = place
        elif key is None:
            unknown += [] if plain.casefold() in _OF_NO_MEANING else [_shown(heading)]
        elif key in places:
            twice.append(_shown(heading))
        else:
            places[key] = place
    missing = tuple(column.title for column in columns if column.required and column.key not in places)
    return Matched(places, missing, tuple(unknown), tuple(twice), reserved)


@lru_cache(64)
def _known(columns: tuple[Column, ...]) -> tuple[dict[str, str], dict[str, str]]:
    """(full headings, headings without what stands in brackets) → key. A title is stronger than an alias; a bare
    form that could be two columns is nobody's."""
    titles = {_plain(column.title): column.key for column in columns}
    aliases = {_plain(alias): column.key for column in columns for alias in column.aliases}
    known = aliases | titles
    bare: dict[str, set[str]] = {}
    for text, key in known.items():
        bare.setdefault(_bare(text), set()).add(key)
    return known, {text: min(keys) for text, keys in bare.items() if len(keys) == 1 and text}


def _plain(heading: str) -> str:
    """Half-width, without blanks, stars and line breaks."""
    return _STARS.sub("", _NUMBERED.sub("", compact(heading))).casefold()


def _bare(plain: str) -> str:
    return _BRACKETED.sub("", plain)


def _shown(heading: str) -> str:
    text = " ".join(heading.split())
    return text if len(text) <= 20 else f"{text[:19]}…"
