"""Lines and paragraphs: what a hard line break cut is one paragraph again."""

import re
from dataclasses import dataclass

from .text import trimmed

_NEVER_FIRST = ",;。、:%)”》!?"
_SENTENCE_END = "。;!?…:"


@dataclass(frozen=True)
class Line:
    """A line without its outer blanks; `start` and `end` are places in the document."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]


def lines(text: str) -> list[Line]:
    """The lines that hold anything."""
    found = []
    for match in re.finditer(r"[^\n\x0b\x0c\u2028\u2029\x85]+", text):
        start, end = trimmed(text, match.start(), match.end())
        if start < end:
            found.append(Line(start, end))
    return found


def wrap_width(text: str, of: list[Line]) -> float | None:
    """The width at which the lines were broken by hand, or None when a line is a paragraph.

    Broken text has many lines of nearly the same length that end in the middle of a sentence.
    """
    lengths = sorted(_width(text, line) for line in of)
    if len(lengths) < 4:
        return None
    width = lengths[int(len(lengths) * 0.9)]
    if not 14 <= width <= 62:
        return None
    full = [line for line in of if _width(text, line) >= width - 3]
    open_ended = [line for line in full if text[line.end - 1] not in _SENTENCE_END]
    return width if len(full) >= 3 and len(open_ended) * 2 >= len(full) else None


def continues(text: str, paragraph: Line, last: Line, following: Line, width: float | None) -> bool:
    """Whether the sentence of `paragraph`, whose last line is `last`, runs on into the line `following`."""
    if text[last.end - 1] in ",、" or text[following.start] in _NEVER_FIRST:
        return True
    if text[last.end - 1] in _SENTENCE_END:
        return False
    if breaks_off(text, last, width):
        return True
    # A page that sets a word apart (XX, 100%) leaves a long line that breaks off in the middle.
    return (
        paragraph.end - paragraph.start >= 40
        and bool(set(paragraph.of(text)) & set("。;,"))
        and text[last.end - 1] not in "”)》"
    )


def breaks_off(text: str, line: Line, width: float | None) -> bool:
    """Whether the line is full and ends in the middle of a sentence."""
    return width is not None and _width(text, line) >= width - 3 and text[line.end - 1] not in _SENTENCE_END


def _width(text: str, line: Line) -> float:
    """How wide the line is printed, in Chinese characters; a digit or a letter is half as wide."""
    return sum(0.5 if text[place] < "\u2000" else 1 for place in range(line.start, line.end))
