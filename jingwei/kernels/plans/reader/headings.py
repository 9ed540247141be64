"""Numbers that open a heading: 第一章, 一、, （一）, 1., （1）, ①; at the start of a line or running on inside one."""

import re
from dataclasses import dataclass
from enum import IntEnum

from .numerals import chinese


class Rank(IntEnum):
    """The kinds of numbers, the highest first, in the order that official style nests them."""

    PART = 0
    SECTION = 1
    PAREN = 2
    DIGIT = 3
    DECIMAL = 4
    DIGIT_PAREN = 5
    CIRCLE = 6


@dataclass(frozen=True)
class Mark:
    """A number that opens a heading: from `start` to before `end`; `number` as printed, `ordinal` its value."""

    rank: Rank
    number: str
    ordinal: int
    start: int
    end: int


_CN = "[一二三四五六七八九十百]{1,4}"
_BOLD = r"(?:\*\*|#{1,6} *|\| *)?"
_OPENERS: tuple[tuple[Rank, str], ...] = (
    (Rank.PART, rf"第 ?(?P<a>{_CN}|[0-9]{{1,2}}) ?(?:章|部分|篇|编|板块)(?=[ :、,.\u4e00-\u9fff\n]|$)[ 、:,.]{{0,3}}"),
    (Rank.SECTION, rf"(?P<b>{_CN}) ?[、.][、.]? ?"),
    (Rank.PAREN, rf"[(\[] ?(?P<c>{_CN}) ?[)\]][、.:]? ?|(?P<j>[\u3220-\u3229])[、.]? ?"),
    (Rank.DIGIT_PAREN, r"[(\[] ?(?P<d>[0-9]{1,2}) ?[)\]][、.]? ?|(?P<e>[\u2474-\u2487])[、.]? ?"),
    (Rank.DECIMAL, r"(?P<f>[0-9]{1,2}\.[0-9]{1,2})(?:[、.] ?| +)(?=[^0-9%])"),
    (Rank.DIGIT, r"(?P<g>[0-9]{1,3}) ?(?:[.、](?![0-9])|\)|(?=[\t|\n]| \|)) ?|(?P<h>[\u2488-\u249b]) ?"),
    (Rank.CIRCLE, r"(?P<i>[\u2460-\u2473\u2776-\u277f])[、.]? ?"),
)
_OPENER = re.compile("|".join(f"(?P<{rank.name}>{pattern})" for rank, pattern in _OPENERS))
_LINE_OPENER = re.compile(rf"{_BOLD}(?:{_OPENER.pattern})")
_BARE = re.compile(rf"(?:(?P<x>{_CN})[,:] ?|(?P<y>[0-9]{{1,2}}) (?=[\u4e00-\u9fff]))")
_SENTENCE_END = "。;!?:”)\n"
_NEVER_BEFORE = "第款条项至、和及与或-~"
_ENUMERATION = re.compile(rf"{_CN}[、.][一二三四五六七八九十]{{1,3}}(?:类|级|季度|线|等奖|楼|层|期)")


def opens_with_number(line: str) -> bool:
    return at_line_start(line, 0, len(line)) is not None


def at_line_start(text: str, start: int, end: int) -> Mark | None:
    """The mark that opens the line, if any."""
    match = _LINE_OPENER.match(text, start, end)
    if match is None or _ENUMERATION.match(text, start, end):
        return None
    mark = _mark(match)
    return None if mark is None or (mark.rank is Rank.DIGIT and mark.ordinal > 150) else mark


def at_line_start_loosely(text: str, start: int, end: int, expected: dict[Rank, int]) -> Mark | None:
    """一，… or 3 加强…: a number with a weak sign after it, taken only where it is the next of its kind."""
    match = _BARE.match(text, start, end)
    if match is None:
        return None
    rank = Rank.SECTION if match["x"] else Rank.DIGIT
    printed = match["x"] or match["y"]
    ordinal = chinese(printed) if match["x"] else int(printed)
    return Mark(rank, printed, ordinal, match.start(), match.end()) if expected.get(rank) == ordinal else None


def inside(text: str, start: int, end: int) -> list[Mark]:
    """Every mark in the stretch that could open a heading in the middle of a line."""
    marks = []
    for match in _OPENER.finditer(text, start, end):
        mark = _mark(match)
        if mark and text[mark.start - 1] not in _NEVER_BEFORE and not _in_a_number(text, mark.start):
            marks.append(mark)
    return marks


def after_a_sentence(text: str, place: int) -> bool:
    """Whether a sentence, or nothing but blanks, stands before `place`."""
    before = text[max(0, place - 3) : place]
    return before.rstrip(" ")[-1:] in _SENTENCE_END or before.endswith(("  ", "\t"))


def _in_a_number(text: str, place: int) -> bool:
    return (text[place - 1].isdigit() or text[place - 1] in "一二三四五六七八九十百") and text[place] not in "(["


def _mark(match: re.Match[str]) -> Mark | None:
    rank = next(rank for rank, _ in _OPENERS if match[rank.name] is not None)
    printed = next(match[name] for name in "abcdefghij" if match[name])
    ordinal = _ordinal(printed)
    start = match.start(rank.name)
    return Mark(rank, _plain(printed, ordinal), ordinal, start, match.end()) if ordinal else None


def _ordinal(printed: str) -> int:
    first = ord(printed[0])
    for zero in (0x2473, 0x2487, 0x245F, 0x2775, 0x321F):
        if zero < first <= zero + 20:
            return first - zero
    if printed[0] in "0123456789":
        return int(printed.rpartition(".")[2])
    return chinese(printed)


def _plain(printed: str, ordinal: int) -> str:
    if "\u3220" <= printed <= "\u3229":
        return "一二三四五六七八九十"[ordinal - 1]
    return printed if printed[0] in "0123456789" or "\u4e00" <= printed[0] <= "\u9fff" else str(ordinal)
