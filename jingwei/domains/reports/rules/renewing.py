"""A report is counted again: what nobody touched is written anew, what a person wrote is kept, and the numbers that
still stand in it are brought up to date."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from .drafting import Counted, Drafted
from .notation import HEADS

Identity = tuple[str, ...]


@dataclass(frozen=True)
class Stood:
    """A number of the report as it is: what it counts, its words as drafted, as edited ("" for no edit), its place."""

    identity: Identity
    shown: str
    edited: str
    start: int | None

    @property
    def words(self) -> str:
        return self.edited or self.shown


@dataclass(frozen=True)
class Before:
    """A paragraph of the report as it is."""

    line: int
    level: int
    drafted: str
    text: str
    numbers: tuple[Stood, ...]

    @property
    def is_edited(self) -> bool:
        return self.text != self.drafted


@dataclass(frozen=True)
class After:
    """A number of the report as it will be."""

    counted: Counted
    edited: str
    start: int | None


@dataclass(frozen=True)
class Renewed:
    """A paragraph of the report as it will be."""

    line: int
    level: int
    drafted: str
    text: str
    numbers: tuple[After, ...]


def identity(counted: Counted) -> Identity:
    """What tells numbers of a report apart."""
    meant = counted.meaning
    return (meant.known.key, meant.cut, meant.value, meant.form, counted.first_month, counted.last_month)


def renew(before: Iterable[Before], fresh: Sequence[Drafted], counted: Mapping[Identity, Counted]) -> list[Renewed]:
    """The paragraphs as they will be, in the order of the template. `counted` holds all numbers of the template, also
    those of clauses that are left out."""
    old = {one.line: one for one in before}
    lines = {one.line: one for one in fresh}
    found = []
    for line in sorted({*old, *lines}):
        was, now = old.get(line), lines.get(line)
        if was is not None and was.is_edited:
            found.append(_kept(was, now, counted))
        elif now is not None:
            found.append(_anew(now))
    return found


def _anew(now: Drafted) -> Renewed:
    numbers = tuple(After(one.counted, "", one.start) for one in now.numbers)
    return Renewed(now.line, now.level, now.text, now.text, numbers)


def _kept(was: Before, now: Drafted | None, counted: Mapping[Identity, Counted]) -> Renewed:
    text, numbers, moved = was.text, [], 0
    for one in sorted(was.numbers, key=lambda number: -1 if number.start is None else number.start):
        fresh = counted.get(one.identity)
        if fresh is None:
            continue
        words = one.edited or fresh.words
        start = None if one.start is None else one.start + moved
        if start is not None:
            text = text[:start] + words + text[start + len(one.words) :]
            moved += len(words) - len(one.words)
        numbers.append(After(fresh, "" if one.edited == fresh.words else one.edited, start))
    known = {one.identity for one in was.numbers}
    added = [After(one.counted, "", None) for one in (now.numbers if now else ()) if identity(one.counted) not in known]
    kept = Renewed(was.line, was.level, now.text if now else "", text, (*numbers, *added))
    return _with_its_sign(kept, now)


def _with_its_sign(kept: Renewed, now: Drafted | None) -> Renewed:
    """A heading whose number is another now."""
    signs = dict(HEADS)
    if now is None or now.level not in signs:
        return kept
    old, new = re.match(signs[now.level], kept.text), re.match(signs[now.level], now.text)
    if not old or not new:
        return kept
    by = new.end() - old.end()
    moved = tuple(replace(one, start=None if one.start is None else one.start + by) for one in kept.numbers)
    return replace(kept, text=new.group() + kept.text[old.end() :], numbers=moved)
