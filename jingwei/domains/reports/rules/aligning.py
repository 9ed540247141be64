"""What became of the numbers of a paragraph when a person edited its text.

Both texts are compared clause by clause, and what differs by tokens (a run of digits, or one sign). A number whose
tokens all stand is where it was; one in which something was replaced has other words now; one whose digits are gone is
looked for among what was added, and else is gone.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

TOKEN = re.compile(r"\d+(?:\.\d+)?|.", re.DOTALL)
CLAUSE = re.compile(r"[^，。；：、！？\n]*[，。；：、！？\n]|[^，。；：、！？\n]+")
DIGITS = re.compile(r"\d+(?:\.\d+)?")
TELLS_A_NUMBER = re.compile(r"[\d〇零一二三四五六七八九十百千万两半无]")
LONGER = 12  # signs by which new words may be longer than the old ones and still be taken for them


@dataclass(frozen=True)
class Standing:
    """Words that stand in a text from `start` on; `start` None: they are gone."""

    start: int | None
    words: str

    @property
    def end(self) -> int:
        return (self.start or 0) + len(self.words)


Span = tuple[int, int]
Step = tuple[str, int, int, int, int]  # what SequenceMatcher calls an opcode, by signs of the texts


def align(old: str, numbers: Sequence[Standing], new: str) -> list[Standing]:
    """Where each number of the old text stands in the new one, and in which words. Numbers that had gone from the old
    text (start None) are found again when their words come back. What stands never overlaps."""
    spans = _Spans(old, new)
    found = _unchanged(old, numbers, new) or [
        spans.moved(one) if one.start is not None and old.startswith(one.words, one.start) else None for one in numbers
    ]
    taken = _without_overlaps(found)
    for place, one in enumerate(numbers):
        if taken[place] is None:
            taken[place] = _again(one, new, taken, spans.added)
    return [here or Standing(None, one.words) for here, one in zip(taken, numbers, strict=True)]


def _unchanged(old: str, numbers: Sequence[Standing], new: str) -> "list[Standing | None] | None":
    """Where only words were changed, the digits of both texts are the same, one after the other, and each number stands
    where its digits do. None where that does not hold of all that stand."""
    before, after = list(DIGITS.finditer(old)), list(DIGITS.finditer(new))
    if [one.group() for one in before] != [one.group() for one in after]:
        return None
    places = {was.start(): now.start() for was, now in zip(before, after, strict=True)}
    found: list[Standing | None] = []
    last = 0
    for one in numbers:
        if one.start is None:
            found.append(None)
            continue
        inside = next((place for place in places if one.start <= place < one.end), None)
        start = new.find(one.words, last) if inside is None else places[inside] - (inside - one.start)
        if start < last or not new.startswith(one.words, start):
            return None
        found.append(Standing(start, one.words))
        last = start + len(one.words)
    return found


class _Spans:
    """How places of the old text lead to the new one."""

    def __init__(self, old: str, new: str) -> None:
        self.new = new
        self.steps: list[Step] = []
        for tag, a, b, c, d in _steps(CLAUSE, old, new):
            inner = _steps(TOKEN, old[a:b], new[c:d]) if tag == "replace" else [(tag, 0, b - a, 0, d - c)]
            self.steps += [(step, a + e, a + f, c + g, c + h) for step, e, f, g, h in inner]
        self.added = [(c, d) for tag, _, _, c, d in self.steps if tag in ("insert", "replace")]

    def moved(self, number: Standing) -> Standing | None:
        """Where the number's tokens are now; None where its digits are gone."""
        places = [span for step in self.steps if (span := self._part(step, number)) is not None]
        if not places:
            return None
        start, end = min(a for a, _ in places), max(b for _, b in places)
        words = self.new[start:end]
        told = TELLS_A_NUMBER.search(words)
        if words == number.words:
            return Standing(start, words)
        if told is None or len(words) > len(number.words) + LONGER:
            return None
        first = told.start() if number.words[0].isdigit() else 0
        return Standing(start + first, words[first:])

    def _part(self, step: Step, number: Standing) -> Span | None:
        """What one step of the comparison leaves of the number."""
        tag, a, b, c, d = step
        first, last = max(a, number.start or 0), min(b, number.end)
        if first >= last or tag == "delete":
            return None
        if tag == "equal":
            return c + first - a, c + last - a
        if (first, last) == (a, b):
            return c, d
        digits = re.search(r"\d[\d.]*[万余多]*", self.new[c:d])
        return (c + digits.start(), c + digits.end()) if digits else None


def _steps(cut: "re.Pattern[str]", old: str, new: str) -> list[Step]:
    """The steps that lead from the old text to the new one, by what `cut` cuts them into."""
    before, after = cut.findall(old), cut.findall(new)
    at_old, at_new = _offsets(before), _offsets(after)
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [(tag, at_old[a], at_old[b], at_new[c], at_new[d]) for tag, a, b, c, d in steps]


def _offsets(tokens: Sequence[str]) -> list[int]:
    found = [0]
    for token in tokens:
        found.append(found[-1] + len(token))
    return found


def _without_overlaps(found: "Sequence[Standing | None]") -> "list[Standing | None]":
    kept: list[Standing | None] = []
    for one in found:
        clear = one is not None and not any(_overlap(one, other) for other in kept if other is not None)
        kept.append(one if clear else None)
    return kept


def _overlap(one: Standing, other: Standing) -> bool:
    return (one.start or 0) < other.end and (other.start or 0) < one.end


def _again(one: Standing, new: str, taken: "Sequence[Standing | None]", added: Sequence[Span]) -> Standing | None:
    """The same words, or another number with the same unit, in what was added."""
    unit = re.sub(r"^[\d.万余多]*", "", one.words)
    same = rf"(?<![\d.]){re.escape(one.words)}(?![\d.])" if one.words[:1].isdigit() else re.escape(one.words)
    other = rf"\d+(?:\.\d+)?[万余多]*{re.escape(unit)}" if one.start is not None and one.words[:1].isdigit() else None
    for pattern in filter(None, (same, other)):
        for match in re.finditer(pattern, new):
            begin, finish = match.span()
            here = Standing(begin, match.group())
            free = not any(_overlap(here, there) for there in taken if there is not None)
            if free and any(start < finish and begin < end for start, end in added):
                return here
    return None
