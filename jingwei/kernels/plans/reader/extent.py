"""From where to where a measure is printed: the words that mark it, its number, its unit and what it counts."""

import re

from .marks import Marks
from .sentence import Sentence
from .spans import Quantity
from .words.actions import MAKES

_LONGEST_LEAD = 36
_CONNECTIVES = re.compile(r"(?:其中|、|,|和|及|与|并|或|且|同时)*")
_BY_EACH = re.compile(r"按照?(?=每)")
_VERB_BEFORE = re.compile(rf"(?<!党)(?:{MAKES}|累计|总计|合计)(?:要|应)?$")


def past_connectives(sentence: Sentence, place: int) -> int:
    """The first place from `place` on that is no 、 or 和 or the like."""
    found = _CONNECTIVES.match(sentence.chars, place)
    return found.end() if found else place


def extent(
    sentence: Sentence, quantity: Quantity, its: Marks, subject: tuple[str, int, int], floor: int
) -> tuple[int, int]:
    """The measure's place in the sentence; it never begins before `floor`, where the one before it ends."""
    floor = max(floor, sentence.clause(quantity.start)[0])
    return _start(sentence, quantity, its, subject, floor), _end(sentence, quantity, its, subject)


def _start(sentence: Sentence, quantity: Quantity, its: Marks, subject: tuple[str, int, int], floor: int) -> int:
    words, words_start, _ = subject
    starts = [quantity.start, *(mark.start for mark in (its.left, its.repeat, its.share, its.limit) if mark)]
    start = min(place for place in starts if floor <= place <= quantity.start or place == quantity.start)
    if words and floor <= words_start < start:
        start = past_connectives(sentence, floor) if quantity.start - floor <= _LONGEST_LEAD else words_start
    verb = _VERB_BEFORE.search(sentence.chars, max(floor, start - 6), start)
    start = verb.start() if verb else start
    by = _BY_EACH.search(sentence.chars, max(floor, start - 2), start + 1)
    return by.start() if by else start


def _end(sentence: Sentence, quantity: Quantity, its: Marks, subject: tuple[str, int, int]) -> int:
    words, words_start, words_end = subject
    clause_end = sentence.clause(quantity.start)[1]
    ends = [mark.end for mark in (its.right, its.repeat) if mark and mark.end <= clause_end]
    end = max([quantity.end, *ends])
    if words and words_start <= end + 1 and words_end > end:
        following = [other.start for other in sentence.quantities if other.start >= quantity.end]
        end = max(end, min([words_end, *following[:1]]))
    return end
