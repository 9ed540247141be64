"""The notation of a template, which a person of a Party office can read and write.

The first line is the title; a line that begins with “说明：” is for who chooses the template and is not written out;
“一、”, “（一）” and “1.” begin headings; every other line is a paragraph. 【…】 is a blank: 【党员】, 【党员｜女】,
【党员｜余】. ［…］ stands only if its blanks have something to say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

HEADS = ((1, r"[一二三四五六七八九十百]+、"), (2, r"（[一二三四五六七八九十百]+）"), (3, r"\d+[.．]"))
NOTE = "说明："
SIGNS = {"[": "［", "]": "］", "|": "｜"}
PAIRS = {"【": "】", "［": "］"}


@dataclass(frozen=True)
class Blank:
    """What stands in 【…】: the name first, then what is asked of it."""

    name: str
    asked: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "【" + "｜".join((self.name, *self.asked)) + "】"


@dataclass(frozen=True)
class Clause:
    """What stands in ［…］."""

    pieces: tuple["str | Blank", ...]


Piece = str | Blank | Clause


@dataclass(frozen=True)
class Line:
    """One line: its number in the file (from 1), its level (0 a paragraph, 1 to 3 headings), what it is made of. The
    number of a heading is not part of it: headings are numbered when the report is written."""

    number: int
    level: int
    pieces: tuple[Piece, ...]

    def blanks(self) -> Iterator[Blank]:
        """All blanks, also those of clauses."""
        for piece in self.pieces:
            inner = piece.pieces if isinstance(piece, Clause) else (piece,)
            yield from (one for one in inner if isinstance(one, Blank))


@dataclass(frozen=True)
class Mistake:
    """What is wrong in which line, in words for who wrote it."""

    line: int
    words: str

    def __str__(self) -> str:
        return f"第 {self.line} 行：{self.words}"


@dataclass
class Written:
    """A template as it was read."""

    title: Line | None = None
    note: str = ""
    lines: list[Line] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)

    def blanks(self) -> Iterator[tuple[int, Blank]]:
        """(line, blank) of all of it."""
        for line in (*filter(None, [self.title]), *self.lines):
            yield from ((line.number, blank) for blank in line.blanks())


def read(text: str) -> Written:
    """The template. What is wrong is in `mistakes`; the rest is read all the same."""
    written = Written()
    for number, raw in enumerate(text.splitlines(), 1):
        words = raw.strip().strip("\u3000")
        if words.startswith(NOTE):
            written.note += words.removeprefix(NOTE)
        elif words:
            _take(written, number, words)
    if written.title is None:
        written.mistakes.append(Mistake(1, "模板是空的；第一行写标题，下面写正文。"))
    elif not written.lines:
        written.mistakes.append(Mistake(written.title.number, "只有标题，没有正文。"))
    return written


def _take(written: Written, number: int, words: str) -> None:
    level, words = (0, words) if written.title is None else _headed(words)
    try:
        line = Line(number, level, tuple(_pieces(words)))
    except ValueError as wrong:
        written.mistakes.append(Mistake(number, str(wrong)))
        line = Line(number, level, (words,))
    if written.title is None:
        written.title = line
    else:
        written.lines.append(line)


def _headed(words: str) -> tuple[int, str]:
    for level, sign in HEADS:
        if found := re.match(sign, words):
            return level, words[found.end() :].strip()
    return 0, words


def _pieces(words: str) -> Iterator[Piece]:
    """Raises ValueError in words for a bracket that does not fit."""
    open_clause: list[str | Blank] | None = None
    for token in re.findall(r"【[^】【]*】|[【】［］\[\]]|[^【】［］\[\]]+", words):
        sign = SIGNS.get(token, token)
        if sign == "［":
            if open_clause is not None:
                raise ValueError("“［］”里面不能再有“［］”。")
            open_clause = []
        elif sign == "］":
            if open_clause is None:
                raise ValueError("“］”前面没有“［”。")
            yield _closed(open_clause)
            open_clause = None
        elif open_clause is not None:
            open_clause.append(_piece(sign))
        else:
            yield _piece(sign)
    if open_clause is not None:
        raise ValueError("“［”后面没有“］”。")


def _closed(pieces: "list[str | Blank]") -> Clause:
    if not any(isinstance(piece, Blank) for piece in pieces):
        raise ValueError("“［］”里面没有要填的数，不知道什么时候可以省去。")
    return Clause(tuple(pieces))


def _piece(token: str) -> "str | Blank":
    if token == "【":
        raise ValueError("“【”后面没有“】”。")
    if token == "】":
        raise ValueError("“】”前面没有“【”。")
    if not token.startswith("【"):
        return token
    parts = [part.strip() for part in re.split(r"[｜|]", token[1:-1])]
    if not all(parts):
        raise ValueError(f"“{token}”里面有空的地方。")
    return Blank(parts[0], tuple(parts[1:]))
