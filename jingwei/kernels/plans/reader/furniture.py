"""Leaves out what stands around the document: navigation, footers, page numbers, advertisements, attachments."""

import re

from .headings import opens_with_number
from .lines import Line, breaks_off, wrap_width
from .words.pages import ADDRESS, ANYWHERE, CONTENTS, CRUMBS, ENDS, PAGE_OF_PAGES, TABLE_HEAD, TITLE

_CLOSED = "。;!?…:”)"
_LONE_NUMBER = re.compile(r"[0-9]{1,3}")
_DATE = re.compile(r"^(?:[0-9]{4}|[二○〇零一三四五六七八九Xx×*]{2,6})年?[-./年]?.{0,10}[日0-9]?$")


def is_furniture(line: str) -> bool:
    """Whether the line is no part of any document, wherever it stands."""
    if PAGE_OF_PAGES.match(line) or CRUMBS.match(line) or CONTENTS.search(line) or TABLE_HEAD.match(line):
        return True
    if ADDRESS.search(line) and len(line) < 80:
        return True
    return len(line) < 120 and bool(ANYWHERE.match(line)) and line[-1] not in "。;"


def body(text: str, of: list[Line]) -> list[Line]:
    """The lines of the document itself, its masthead included.

    Under a table's head (序号) lone numbers are rows and short lines cells; elsewhere they are page numbers and tails.
    """
    table = any("序号" in line.of(text)[:6] for line in of)
    kept = [line for line in of if not is_furniture(line.of(text))]
    if table:
        return kept
    kept = [line for line in kept if not _LONE_NUMBER.fullmatch(line.of(text))]
    return kept[: _last_line(text, kept)]


def _last_line(text: str, of: list[Line]) -> int:
    """How many lines belong to the document: up to the first closing line after which no plan begins."""
    for position, line in enumerate(of):
        if ENDS.match(line.of(text)) and position and not _goes_on(text, of[position + 1 :]):
            return _last_sentence(text, of[:position])
    return _last_sentence(text, of)


def _goes_on(text: str, rest: list[Line]) -> bool:
    """Whether a document (an attached plan, say) still follows: two numbered lines of some length."""
    numbered = [line for line in rest if opens_with_number(line.of(text))]
    titled = any(TITLE.search(line.of(text)) and line.end - line.start < 50 for line in rest[:6])
    long_lines = [line for line in rest if line.end - line.start > 60 and text[line.end - 1] in "。;"]
    return (bool(numbered) and len(long_lines) >= 2) or (titled and len(numbered) >= 2)


def _last_sentence(text: str, of: list[Line]) -> int:
    """Drops the unfinished short lines at the very end (signature, date, names of other pages)."""
    last = len(of)
    width = wrap_width(text, of)
    while last and _is_tail(text, of[last - 1], of[last - 2] if last > 1 else None):
        if last > 1 and breaks_off(text, of[last - 2], width):
            break
        last -= 1
    return last or len(of)


def _is_tail(text: str, line: Line, before: Line | None) -> bool:
    words = line.of(text)
    if words[-1] in _CLOSED or len(words) > 40 or opens_with_number(words):
        return False
    heading = before is not None and opens_with_number(before.of(text)) and before.of(text)[-1] not in _CLOSED
    if heading and not _DATE.match(words):
        return False
    return before is None or before.of(text)[-1] in _CLOSED or _is_short(before.of(text)) or bool(_DATE.match(words))


def _is_short(words: str) -> bool:
    return len(words) <= 40 and words[-1] not in "。;,、:"
