"""The board of one organization: a few numbers, those below, one figure cut open, how it went, the index."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from jingwei.kernels.figures.declaring import Declared, declared, figures, indices
from jingwei.kernels.figures.selectors.reading import Reading, read
from jingwei.kernels.figures.selectors.verifying import as_of
from jingwei.organizations.models import Organization

from ..boards import Board, board_of
from . import values
from .children import Below, Cell, below_of, read_below
from .composition import Composition, composition_of
from .index import Indexed, indexed
from .maps import has_map
from .trends import Course, course_of


@dataclass(frozen=True)
class BoardFacts:
    """All that the page shows. `as_of`: until when everything is counted; `since`: the day of the own past."""

    here: Organization
    board: Board
    as_of: datetime
    since: date
    numbers: tuple[Cell, ...]
    below: Below | None
    composition: Composition | None
    course: Course | None
    indices: tuple[Indexed, ...]
    mapped: int  # the column of the table that the map shows; 0 for no map
    defined: tuple[Declared, ...]


def board_facts(here: Organization, on: date, *, known_on: date | None = None) -> BoardFacts:
    """The board as of a day. Eleven queries at most where nothing is compared with the year before. Raises
    PermissionDenied out of reach."""
    board = board_of(here.level)
    found = read_below(here, board.keys, on, known_on=known_on, children=bool(board.columns))
    return BoardFacts(
        here,
        board,
        as_of(),
        values.past_day(on),
        tuple(found.cell(declared(key), here.pk) for key in board.numbers),
        below_of(found, board.columns) if found.children and board.columns else None,
        _composition(here, board, on, known_on),
        course_of(here, board.trend, on, known_on=known_on, begun=found.begun),
        tuple(indexed(indices()[key], found) for key in board.indices),
        _mapped(here, found.children, board),
        tuple(declared(key) for key in board.keys),
    )


def _composition(here: Organization, board: Board, on: date, known_on: date | None) -> Composition | None:
    if not board.composition:
        return None
    figure, cut = figures()[board.composition[0]], board.composition[1]
    reading: Reading = read(here, [(figure.key, ""), (figure.key, cut)], known_on=known_on)
    return composition_of(figure, figure.cut(cut), reading, values.span(figure, on))


def _mapped(here: Organization, children: Sequence[Organization], board: Board) -> int:
    """The first share among the columns, where those below have outlines."""
    shares = [number for number, key in enumerate(board.columns, 1) if values.Head(declared(key)).is_share]
    return shares[0] if shares and len(children) > 1 and has_map(here) else 0
