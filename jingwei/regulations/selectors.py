"""Reads of this room: what holds at a place, and what the explorer's pages show."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models.functions import Length

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.scope.paths import lineage

from .library import (
    Clause,
    Instrument,
    NotInForce,
    Parameter,
    Value,
    areas,
    clauses,
    instruments,
    parameter,
    parameters,
)
from .models import LocalValue
from .phrases import bare, cells, heads, is_table, phrase
from .rules import can_be_set, number_of

Found = Parameter | Clause


@dataclass(frozen=True)
class Slot:
    """A number at a place: what an area sets."""

    parameter: Parameter
    path: str

    def place(self) -> str:
        """Where the right to set it is asked for."""
        return self.path


@dataclass(frozen=True)
class Setting:
    """The number that holds at a place on a day. `said` is the number and `citation` the ground in the reader's words;
    `path` is where it was set, empty for the library's own value."""

    value: Any
    since: date
    said: str
    citation: str
    path: str = ""


def local_value(key: str, path: str, *, on: date) -> Setting:
    """What holds for the organization at `path`: the nearest organization at or above it that has set the number,
    else the library's value. Raises NotInForce where neither says anything."""
    number = parameter(key)
    rows = LocalValue.objects.filter(key=key, path__in=lineage(path), since__lte=on)
    nearest = rows.order_by(Length("path").desc(), "-since").first()
    if nearest is None:
        value = number.at(on)
        return Setting(value.value, value.since, number.say(value), value.citation)
    exact = number_of(nearest.value)
    said = phrase(number.current.op_title, exact, number.unit)
    return Setting(exact, nearest.since, said, nearest.basis, nearest.path)


def local_rows(key: str) -> list[LocalValue]:
    """What the organizations in reach have set for a number, in the order of the tree, newest first."""
    return list(LocalValue.objects.filter(key=key))


def numbers_set_locally() -> Mapping[str, int]:
    """Key → how many values organizations in reach have set."""
    counted: dict[str, int] = {}
    for key in LocalValue.objects.values_list("key", flat=True):
        counted[key] = counted.get(key, 0) + 1
    return counted


@dataclass(frozen=True)
class Area:
    """One area of the library with how much it holds."""

    key: str
    title: str
    numbers: int
    clauses: int
    doubtful: int


def everything() -> list[Found]:
    """All numbers and clauses, area by area, in the order of the rules they stand on; without a rule, last."""
    order = list(areas())
    found: Iterable[Found] = [*parameters().values(), *clauses().values()]
    return sorted(found, key=lambda entry: (order.index(entry.area), not entry.rules, entry.rules, entry.key))


def area_list() -> list[Area]:
    """The areas in the order in which they are shown."""
    return [_area(key, title, in_area(key)) for key, title in areas().items()]


def _area(key: str, title: str, entries: list[Found]) -> Area:
    of_clauses = sum(isinstance(entry, Clause) for entry in entries)
    doubtful = sum(bool(entry.doubt) for entry in entries)
    return Area(key, title, len(entries) - of_clauses, of_clauses, doubtful)


def in_area(area: str) -> list[Found]:
    """What an area holds."""
    return [entry for entry in everything() if entry.area == area]


def search(words: str) -> list[Found]:
    """What holds all the words, anywhere in title, note, text or citation."""
    asked = words.lower().split()
    return [entry for entry in everything() if all(word in _text_of(entry) for word in asked)]


def _text_of(entry: Found) -> str:
    text = entry.text if isinstance(entry, Clause) else entry.unit
    return " ".join((entry.title, entry.applies_to, entry.note, text, entry.citation, *entry.rules)).lower()


def doubtful() -> list[Found]:
    """What a person still has to check against the paper."""
    return [entry for entry in everything() if entry.doubt]


def house_practice() -> list[Found]:
    """What stands on nothing but our own agreement."""
    return [entry for entry in everything() if entry.is_house_practice]


def left_to_areas() -> list[Parameter]:
    """The numbers that areas set themselves."""
    return [entry for entry in everything() if isinstance(entry, Parameter) and can_be_set(entry)]


def number_facts(slot: Slot, actor: Actor, *, on: date) -> dict[str, Any]:
    """What the page of a number shows besides the number: `now` (the value of the day or None), `figure` (its words
    without the unit, None for a list), `table` (heads and rows, or None), `rows` (what organizations have set), `here`
    (what holds at the actor's place, for a number that areas set), `settable`, and `may_set`."""
    number, settable = slot.parameter, can_be_set(slot.parameter)
    now = _now(number, on)
    return {
        "now": now,
        "figure": bare(now.op_title, now.value) if now and not isinstance(now.value, tuple) else None,
        "table": (heads(now.value), cells(now.value)) if now and is_table(now.value) else None,
        "rows": local_rows(number.key) if settable else [],
        "here": local_value(number.key, slot.path, on=on) if settable and now else None,
        "may_set": settable and actor.may("regulation.set_local", slot.path),
        "settable": settable,
    }


def _now(number: Parameter, on: date) -> Value | None:
    try:
        return number.at(on)
    except NotInForce:
        return None


def paper_list() -> list[tuple[Instrument, int]]:
    """Every paper with how many numbers and clauses cite it."""
    counted: dict[str, int] = {}
    for entry in everything():
        for paper in entry.instruments:
            counted[paper.key] = counted.get(paper.key, 0) + 1
    return [(paper, counted.get(paper.key, 0)) for paper in instruments().values()]


def undated_papers() -> list[Instrument]:
    """The papers whose first day a person still has to check."""
    return [paper for paper in instruments().values() if paper.dating in {"recalled", "year-only"}]


def of_instrument(instrument: Instrument) -> list[Found]:
    """What the paper says, at any time of its history."""
    return [entry for entry in everything() if instrument in entry.instruments]
