"""The document as blocks: a paragraph, or the part of one from a heading's number to the next."""

from dataclasses import dataclass

from .headings import Mark, Rank, after_a_sentence, at_line_start, at_line_start_loosely, inside
from .lines import Line, continues
from .text import trimmed


@dataclass(frozen=True)
class Block:
    """From `start` to before `end` in the document; `mark` is the number that opens it, if any."""

    mark: Mark | None
    start: int
    end: int
    opens_line: bool = True

    @property
    def rank(self) -> Rank | None:
        return self.mark.rank if self.mark else None


def paragraphs(text: str, of: list[Line], width: float | None) -> list[Line]:
    """Lines joined where a sentence runs on; a line that opens with a number always begins a paragraph."""
    found: list[Line] = []
    last: Line | None = None
    for line in of:
        runs_on = last is not None and (
            _is_bare_number(text, found[-1]) or continues(text, found[-1], last, line, width)
        )
        if runs_on and at_line_start(text, line.start, line.end) is None:
            found[-1] = Line(found[-1].start, line.end)
        else:
            found.append(line)
        last = line
    return found


def _is_bare_number(text: str, line: Line) -> bool:
    """A number alone in its line: its heading is set in the next one."""
    mark = at_line_start(text, line.start, line.end)
    return line.of(text).isdigit() or (mark is not None and mark.end >= line.end)


class _Counter:
    """Which number came last in each rank, to tell a heading inside a line from a mere number."""

    def __init__(self) -> None:
        self.last: dict[Rank, int] = {}

    def saw(self, mark: Mark) -> None:
        self.last[mark.rank] = mark.ordinal

    def expects(self, mark: Mark) -> bool:
        return mark.ordinal in (1, self.last.get(mark.rank, 0) + 1)

    @property
    def next(self) -> dict[Rank, int]:
        return {rank: ordinal + 1 for rank, ordinal in self.last.items()}


def blocks(text: str, of: list[Line]) -> list[Block]:
    """The paragraphs, cut before every heading that runs on inside one."""
    counter = _Counter()
    if any(mark and mark.rank is Rank.DECIMAL for mark in (at_line_start(text, line.start, line.end) for line in of)):
        counter.last[Rank.DIGIT] = 0  # where 1.1 is used, a bare 1 may open a chapter
    found: list[Block] = []
    for line in of:
        mark = at_line_start(text, line.start, line.end)
        mark = mark or at_line_start_loosely(text, line.start, line.end, counter.next)
        if mark:
            counter.saw(mark)
        found.extend(_cut(text, Block(mark, line.start, line.end), counter))
    return found


def _cut(text: str, block: Block, counter: _Counter) -> list[Block]:
    pieces = [block]
    for mark in inside(text, block.mark.end if block.mark else block.start + 1, block.end):
        if _opens_heading(text, mark, pieces[-1], counter):
            counter.saw(mark)
            whole = pieces.pop()
            start, end = trimmed(text, whole.start, mark.start)
            pieces += [Block(whole.mark, start, end, whole.opens_line), Block(mark, mark.start, block.end, False)]
    return [piece for piece in pieces if piece.start < piece.end]


def _opens_heading(text: str, mark: Mark, current: Block, counter: _Counter) -> bool:
    if mark.rank not in (Rank.SECTION, Rank.PAREN, Rank.DIGIT) or not counter.expects(mark):
        return False
    if after_a_sentence(text, mark.start):
        return True
    return mark.rank is Rank.PAREN and _is_bare_heading(text, current, mark.start)


def _is_bare_heading(text: str, current: Block, place: int) -> bool:
    """Whether a chapter's heading, without any sentence in it yet, stands before `place`."""
    if current.rank not in (Rank.PART, Rank.SECTION) or current.mark is None:
        return False
    before = text[current.mark.end : place]
    return 1 < len(before) <= 60 and not set(before) & set("。;!?")
