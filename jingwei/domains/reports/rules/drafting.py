"""From a template and what was counted to paragraphs: blanks filled, clauses left out, headings numbered."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from .meaning import Meaning
from .notation import Blank, Clause, Line, Written

NUMERALS = "零一二三四五六七八九十"


@dataclass(frozen=True)
class Counted:
    """One number ready to be written: what it means, its months (both "" for what is there), what was counted, and its
    words. `says`: it has something to say."""

    meaning: Meaning
    first_month: str
    last_month: str
    amount: int
    bottom: int | None
    words: str
    says: bool


@dataclass(frozen=True)
class Placed:
    """A number in a paragraph: where its words begin."""

    start: int
    counted: Counted


@dataclass
class Drafted:
    """A paragraph: the line of the template that it comes from, its level, its words, the numbers in it."""

    line: int
    level: int
    text: str = ""
    numbers: list[Placed] = field(default_factory=list)

    def add(self, piece: str | Counted) -> None:
        if isinstance(piece, Counted):
            self.numbers.append(Placed(len(self.text), piece))
            piece = piece.words
        self.text += piece


Counting = Callable[[Blank], Sequence[Counted] | None]


def draft(written: Written, counting: Counting, words: Mapping[str, str]) -> tuple[str, list[Drafted]]:
    """(title, paragraphs). `counting` gives what stands for a blank (several numbers for a composition; None for plain
    words, which `words` holds by name). A paragraph of which nothing is left, and a heading with nothing below it, are
    left out."""
    if written.title is None:
        raise ValueError("the template has mistakes")
    title = _filled(written.title, counting, words).text
    lines = [_filled(line, counting, words) for line in written.lines]
    kept = list(_with_something_below([one for one in lines if one.text.strip()]))
    return title, numbered(kept)


def _filled(line: Line, counting: Counting, words: Mapping[str, str]) -> Drafted:
    made = Drafted(line.number, line.level)
    for piece in line.pieces:
        if isinstance(piece, Clause) and not _says(piece, counting):
            continue
        for one in piece.pieces if isinstance(piece, Clause) else (piece,):
            _put(made, one, counting, words)
    return made


def _says(clause: Clause, counting: Counting) -> bool:
    """A clause stands only if each of its numbers has something to say."""
    found = [counting(one) for one in clause.pieces if isinstance(one, Blank)]
    return all(counted is None or (counted and all(one.says for one in counted)) for counted in found)


def _put(made: Drafted, piece: str | Blank, counting: Counting, words: Mapping[str, str]) -> None:
    if isinstance(piece, str):
        made.add(piece)
        return
    counted = counting(piece)
    if counted is None:
        made.add(words[piece.name])
        return
    for number, one in enumerate(counted):
        made.add(("、" if number else "") + one.meaning.label)
        made.add(one)


def _with_something_below(lines: Sequence[Drafted]) -> Iterable[Drafted]:
    for place, line in enumerate(lines):
        if _tells(line) or _holds(lines[place + 1 :], line.level):
            yield line


def _tells(line: Drafted) -> bool:
    """A paragraph; or a heading that goes on as one, on the same line: （一）抓好组织建设。配齐党支部书记。"""
    return not line.level or line.text.rstrip().endswith("。")


def _holds(rest: Sequence[Drafted], level: int) -> bool:
    for line in rest:
        if _tells(line):
            return True
        if line.level <= level:
            return False
    return False


def numbered(lines: Sequence[Drafted]) -> list[Drafted]:
    """The headings with their numbers: 一、 （一） 1."""
    counts = [0, 0, 0, 0]
    for line in lines:
        if line.level:
            counts[line.level :] = [counts[line.level] + 1, *[0] * (3 - line.level)]
            sign = mark(line.level, counts[line.level])
            line.text = sign + line.text
            line.numbers = [Placed(one.start + len(sign), one.counted) for one in line.numbers]
    return list(lines)


def mark(level: int, number: int) -> str:
    """The sign of a heading: 一、, （一）, 1."""
    if level == 3:
        return f"{number}."
    return f"{in_numerals(number)}、" if level == 1 else f"（{in_numerals(number)}）"


def in_numerals(number: int) -> str:
    """十二, 二十; below a hundred."""
    tens, ones = divmod(number, 10)
    if not tens:
        return NUMERALS[ones]
    return ("" if tens == 1 else NUMERALS[tens]) + "十" + (NUMERALS[ones] if ones else "")
