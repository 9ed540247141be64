"""The duties of a run of blocks: cut into pieces, measured, and given the actors and deadlines that tails name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .actors import Tail, actors, tail
from .blocks import Block
from .measures import measures, opening_limit
from .pieces import Piece, pieces
from .shapes import ReadDuty, ReadMeasure
from .spans import Limit
from .text import flow
from .words.units import OCCASIONS

_NEGLIGIBLE = re.compile(r"^(?:如下|具体如下|现.{0,12}如下|工作要点如下|主要(?:任务|措施|目标)|[0-9]{1,3})$")


@dataclass(frozen=True)
class Duties:
    """Reads duties out of `text`, whose signs are made alike in `alike`; `year` is the document's."""

    text: str
    alike: str
    year: int | None

    def of(self, blocks: list[Block], asks: bool = True) -> list[ReadDuty]:
        """The duties of the blocks in order; their measures only where the text `asks` (and does not look back)."""
        found: list[ReadDuty] = []
        tails: list[Tail] = []
        limit: Limit | None = None
        for block in blocks:
            row: list[ReadDuty] = []
            own: list[Tail] = []
            for piece in self._pieces(block):
                limit = limit if piece.goes_on and (row or self._follows_semicolon(block)) else None
                said = self._tail(piece)
                if said:
                    own.append(said)
                elif not _NEGLIGIBLE.match(piece.flow.chars):
                    row.append(self._duty(piece, limit, asks))
                    limit = limit or opening_limit(piece.flow, self.year)
            if self._is_row(block):
                row, own = [_with_tails(duty, own) for duty in row], []
            found += row
            tails += own
        return [_with_tails(duty, tails) for duty in found]

    def _is_row(self, block: Block) -> bool:
        """A row of a table keeps its cells to itself."""
        return bool(set("\t|") & set(self.alike[block.start : block.end]))

    def _follows_semicolon(self, block: Block) -> bool:
        return self.alike[max(0, block.start - 20) : block.start].rstrip()[-1:] == ";"

    def _pieces(self, block: Block) -> Iterator[Piece]:
        start = block.mark.end if block.mark else block.start
        return pieces(flow(self.alike, start, block.end))

    def _tail(self, piece: Piece) -> Tail | None:
        end = piece.flow.places[-1] + 1
        said = tail(piece.flow.chars, self.year, closed=self.alike[end : end + 1] in ("。", "!", "?", ","))
        if said is None:
            return None
        return Tail(tuple(piece.flow.printed(self.text, name) for name in said.actors), said.limit)

    def _duty(self, piece: Piece, limit: Limit | None, asks: bool) -> ReadDuty:
        start, end = piece.flow.span(0, len(piece.flow.chars))
        who = tuple(piece.flow.printed(self.text, name) for name in actors(piece.flow.chars))
        own = measures(piece.flow, self.text, self.year, limit) if asks else []
        return ReadDuty(self.text[start:end], start, end, who, tuple(own))


def _with_tails(duty: ReadDuty, tails: list[Tail]) -> ReadDuty:
    names = list(duty.actors)
    for said in tails:
        names += [name for name in said.actors if name not in names]
    limit = next((said.limit for said in tails if said.limit), None)
    own = tuple(_until(measure, limit) for measure in duty.measures)
    return replace(duty, actors=tuple(names), measures=own)


def _until(measure: ReadMeasure, limit: Limit | None) -> ReadMeasure:
    if limit is None or measure.deadline or measure.period:
        return measure
    return replace(measure, deadline=limit.day, period="once" if measure.unit in OCCASIONS else None)
