"""Where a heading's title ends and its text begins, also where the two stand in one line."""

import re
from typing import NamedTuple

from .text import trimmed

LONGEST = 60
_CLOSERS = {"“": "”", "(": ")", "《": "》", "[": "]"}
_SPACED = re.compile(r"[^\s,。;:!?、]{4,30}(?=[ \t]+\S)")
_ENDS = "。;!?,:、.,-"


class Heading(NamedTuple):
    """The title from `start` to before `end`; the text behind it begins at `body` (its own end when there is none)."""

    start: int
    end: int
    body: int


def heading(text: str, start: int, end: int) -> Heading:
    """Splits the stretch after a number at its first full stop; a long first sentence gives its first clause."""
    start, end = trimmed(text, start, end, "*# ")
    stop = next_sign(text, start, end, "。!?;:\t|")
    if stop < end and text[stop] == ":":
        if stop - start <= 30 and end - stop > 12 and "," not in text[start:stop]:
            return _made(text, start, stop, stop + 1, end)
        stop = next_sign(text, start, end, "。!?;\t|")
    spaced = _SPACED.match(text, start, stop)
    if spaced and stop - spaced.end() > 24 and "," in text[spaced.end() : stop]:
        return _made(text, start, spaced.end(), spaced.end(), end)
    if stop - start <= LONGEST:
        return _made(text, start, stop, stop + 1, end)
    clause = next_sign(text, start, stop, ",:;")
    clause = clause if 4 <= clause - start <= LONGEST else min(start + LONGEST, stop)
    return _made(text, start, clause, start, end)


def _made(text: str, start: int, stop: int, body: int, end: int) -> Heading:
    title_start, title_end = trimmed(text, start, stop, _ENDS + "*")
    body_start, body_end = trimmed(text, min(body, end), end, _ENDS + "*" if body >= stop else "")
    return Heading(title_start, max(title_end, title_start), body_start if body_start < body_end else end)


def next_sign(text: str, start: int, end: int, signs: str) -> int:
    """The place of the first of `signs` that stands outside quotes and brackets, or `end`."""
    place = start
    while place < end:
        char = text[place]
        if char in signs:
            return place
        if char in _CLOSERS:
            closing = text.find(_CLOSERS[char], place + 1, min(end, place + 120))
            place = closing if closing > 0 else place
        place += 1
    return end
