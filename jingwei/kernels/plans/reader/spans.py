"""What the scanners of a sentence share: found stretches, and where the clauses of a sentence lie."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .shapes import Comparator, Number, Period

_BREAK = re.compile(r"[,;。:!?]")


@dataclass(frozen=True)
class Quantity:
    """A number with its unit at `start`..`end` of a sentence; `spoken` tells characters (三) from digits and blanks."""

    start: int
    end: int
    value: Number | None
    upper: Number | None
    unit: str
    spoken: bool
    rough: bool = False


@dataclass(frozen=True)
class Repeat:
    """每季度, 每两年: a period of the closed list, or else in words what each round is counted for."""

    start: int
    end: int
    period: Period | None
    per: str | None = None


@dataclass(frozen=True)
class Share:
    """每个社区, 人均, 各镇: what a quantity is counted for. `loose` is one that only 各 says."""

    start: int
    end: int
    per: str
    loose: bool = False


@dataclass(frozen=True)
class Limit:
    """A deadline; `day` is ISO, or --MM-DD without a year."""

    start: int
    end: int
    day: str


@dataclass(frozen=True)
class Comparison:
    """不少于, 以上, ≤: at `start`..`end`."""

    start: int
    end: int
    comparator: Comparator


def overlaps(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < other_end and other_start < end for other_start, other_end in spans)


def clauses(sentence: str) -> list[tuple[int, int]]:
    """The clauses between commas and stronger signs."""
    found = []
    start = 0
    for match in _BREAK.finditer(sentence):
        if match[0] == "," and sentence[start : match.start()] == "其中":
            continue
        if (
            match[0] == ","
            and sentence[match.start() - 1 : match.start()].isdigit()
            and _thousands(sentence, match.end())
        ):
            continue
        found.append((start, match.start()))
        start = match.end()
    return [*found, (start, len(sentence))]


def _thousands(sentence: str, place: int) -> bool:
    return bool(re.match(r"[0-9]{3}(?![0-9])", sentence[place : place + 4]))
