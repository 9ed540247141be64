"""每月召开例会: what recurs without a number is asked for once a period."""

import re
from collections.abc import Iterator

from .past import is_past
from .sentence import Sentence
from .shapes import Comparator
from .spans import Quantity, Repeat
from .subjects import noun_behind
from .words.actions import LIGHT, RECURS

_VERB = re.compile(rf"[^,;。:的]{{0,14}}?(?P<verb>(?!组织[生部关建委力办])(?:{RECURS}))")
_UNSAID = re.compile(r"一批|若干|多次|适时|随时|制度|不定期|按实际|根据")
_TWO_DAYS = re.compile(r"(?:[0-9]{1,2}月(?:份|底|[0-9]{1,2}日)?、){1,11}[0-9]{1,2}月")
_FEW_PERIODS = ("year", "half_year", "quarter", "month", "half_month", "week", "day")
_LIGHT = re.compile(rf"(?:{LIGHT})$")


class Routine:
    """A repetition without a number: `span` in the sentence, how many times (once, or one for each month named)."""

    def __init__(self, repeat: Repeat, start: int, end: int, subject: str, comparator: Comparator, times: int) -> None:
        self.repeat, self.start, self.end = repeat, start, end
        self.subject, self.comparator, self.times = subject, comparator, times

    def as_quantity(self) -> Quantity:
        return Quantity(self.repeat.start, self.end, self.times, None, "次", True)


def routines(sentence: Sentence, used: list[Repeat]) -> Iterator[Routine]:
    """The repetitions that no quantity of the sentence has used."""
    for repeat in sentence.repeats:
        if repeat in used or is_past(sentence, repeat.start) or not _is_plain(sentence, repeat):
            continue
        start, end = sentence.clause(repeat.start)
        if any(repeat.end <= other.start < end for other in sentence.quantities if other.unit not in ("日",)):
            continue
        verb = _VERB.match(sentence.chars, repeat.end, end)
        if verb and not _UNSAID.search(sentence.chars, repeat.end, min(end, verb.end() + 12)):
            yield _routine(sentence, repeat, verb, start)


def _is_plain(sentence: Sentence, repeat: Repeat) -> bool:
    words = sentence.chars[repeat.start : repeat.end]
    return words[0] in "每按逐隔" and (repeat.period in _FEW_PERIODS or repeat.per is not None)


def _routine(sentence: Sentence, repeat: Repeat, verb: re.Match[str], clause_start: int) -> Routine:
    chars = sentence.chars
    noun, _, end = noun_behind(chars, verb.end())
    words = noun if noun and _LIGHT.fullmatch(verb["verb"]) else verb["verb"] + noun
    end = max(end, verb.end())
    start = repeat.start
    comparator: Comparator = "equal"
    for found in sentence.comparisons:
        if (clause_start <= found.start and found.end == repeat.start) or (
            repeat.end <= found.start and found.end <= verb.start("verb")
        ):
            comparator, start = found.comparator, min(start, found.start)
    days = _TWO_DAYS.search(chars, repeat.end, verb.end())
    times = days[0].count("、") + 1 if days and repeat.period == "year" else 1
    return Routine(repeat, start, end, words, comparator, times)
