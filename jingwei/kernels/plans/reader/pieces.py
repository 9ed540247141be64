"""A run of text cut into pieces, one for a duty: at full stops, semicolons and the signs of a list (一是, （1）, ①)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .text import Flow
from .titles import next_sign

_LIST = re.compile(
    r"(?:[一二三四五六七八九十]{1,2}(?:是(?![否一])|要|则)|\([0-9]{1,2}\)[、.]?|[\u2460-\u247f\u2488-\u249b][、.]?|[0-9]{1,2}[、.](?![0-9])|\([一二三四五六七八九十]{1,3}\)|首先,|其次,|再次,|最后,|"
    r"[-·•●◆■★▲○◇□√➢*]{1,3}(?=[\u4e00-\u9fff“]))"
)
# A text without any full stop is cut at a comma, so that no sentence takes long to read.
LONGEST = 600
_STOP = "。!?;"
_EDGES = "。;,、!?:.#*-·•●◆■★▲◇√➢ "
_BEFORE_LIST = ",;。:!?"


@dataclass(frozen=True)
class Piece:
    """A duty's stretch of a flow; `goes_on` unless a full stop stands between it and the piece before."""

    flow: Flow
    goes_on: bool


def pieces(flow: Flow) -> Iterator[Piece]:
    """The duties of a paragraph, in order."""
    goes_on = True
    for start, end, full in _stretches(flow.chars):
        for left, right in _listed(flow.chars, start, end):
            left, right = _bare(flow.chars, left, right)
            if right - left >= 2:
                yield Piece(flow.part(left, right), goes_on)
                goes_on = True
        goes_on = not full


def _stretches(chars: str) -> Iterator[tuple[int, int, bool]]:
    start = 0
    while start < len(chars):
        stop = next_sign(chars, start, min(len(chars), start + LONGEST), _STOP)
        if stop == start + LONGEST:
            yield start, (stop := chars.rfind(",", start + 1, stop) + 1 or stop), False
            start = stop
            continue
        yield start, stop, chars[stop : stop + 1] not in (";", "")
        start = stop + 1


def _listed(chars: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    last = start
    for match in _LIST.finditer(chars, start, end):
        if match.start() > start and chars[match.start() - 1] in _BEFORE_LIST and match.start() > last:
            yield last, match.start()
            last = match.start()
    yield last, end


def _bare(chars: str, start: int, end: int) -> tuple[int, int]:
    while end > start and chars[end - 1] in _EDGES and chars[end - 2 : end] != "**":
        end -= 1
    opening = _LIST.match(chars, start, end)
    while opening and opening.end() < end:
        start = opening.end()
        opening = None if chars[start] in "0123456789" else _LIST.match(chars, start, end)
    while start < end and chars[start] in "。;,、!?:.-#· )":
        start += 1
    return start, end
