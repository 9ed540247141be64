"""What the law of the field forbids to ask of the grassroots, and what need not be asked because it is held."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import yaml

from jingwei.regulations.library import clause

from .burden import plain

HERE = Path(__file__).parent
NEGATIONS = ("不", "严禁", "禁止", "取消", "杜绝", "防止", "避免", "无需", "整治")
# Words with 不 that negate nothing: 每月不少于2次打卡 demands it all the same.
NO_NEGATIONS = re.compile("不(?:少于|低于|小于|下于|超过|断|仅|但|止|只|定期|同)")
LOOK_BACK = 8
ENDS = re.compile("[，；。,;]")


@dataclass(frozen=True)
class Forbidden:
    """A demand that a clause forbids: the word by which it is known and the clause's key."""

    word: str
    clause: str


@dataclass(frozen=True)
class Held:
    """A field that the platform already holds: its label, where a person finds it, the route of that page."""

    label: str
    where: str
    route: str


@cache
def _forbidden_words() -> tuple[Forbidden, ...]:
    entries = yaml.safe_load((HERE / "forbidden.yaml").read_text(encoding="utf-8"))
    return tuple(Forbidden(word, clause(e["clause"]).key) for e in entries for word in e["words"])


@cache
def _held_fields() -> Mapping[str, Held]:
    entries = yaml.safe_load((HERE / "held.yaml").read_text(encoding="utf-8"))
    return {plain(label): Held(label, e["where"], e["route"]) for e in entries for label in e["labels"]}


def forbidden_in(*texts: str) -> tuple[Forbidden, ...]:
    """The forbidden demands in the texts, each clause once. A text that says 不得打卡 demands nothing."""
    found: dict[str, Forbidden] = {}
    for text in texts:
        for entry in _forbidden_words():
            if entry.clause not in found and _demands(text, entry.word):
                found[entry.clause] = entry
    return tuple(found.values())


def _demands(text: str, word: str) -> bool:
    at = text.find(word)
    while at >= 0:
        clause = NO_NEGATIONS.sub("", ENDS.split(text[:at])[-1])[-LOOK_BACK:]
        if not any(negation in clause for negation in NEGATIONS):
            return True
        at = text.find(word, at + 1)
    return False


def held_places() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """(where, route, labels) of everything that the platform holds, for somebody who designs a form."""
    places: dict[tuple[str, str], list[str]] = {}
    for field in _held_fields().values():
        places.setdefault((field.where, field.route), []).append(field.label)
    return tuple((where, route, tuple(labels)) for (where, route), labels in places.items())


def held_among(labels: Iterable[str]) -> tuple[Held, ...]:
    """Those of the fields that the platform already holds, under the labels by which they were asked for."""
    held = _held_fields()
    return tuple(replace(held[plain(label)], label=label) for label in labels if plain(label) in held)
