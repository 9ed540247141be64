"""The page of one figure, ratio or index: what it is, how it went, cut open, and of those below."""

from dataclasses import dataclass
from datetime import date, datetime

from jingwei.foundation.access.actor import Actor
from jingwei.kernels.figures.declaring import Declared, Figure, Index, Part, Ratio, figures
from jingwei.kernels.figures.listing import list_of
from jingwei.kernels.figures.selectors.reading import Reading, read
from jingwei.kernels.figures.selectors.verifying import as_of
from jingwei.organizations.models import Organization

from . import values
from .children import Below, Cell, below_of, read_below
from .composition import Composition, composition_of, word_of
from .index import Indexed, indexed
from .trends import Course, course_of


@dataclass(frozen=True)
class Side:
    """A part of a ratio: which side of the line, its words, and how much; `key`, `cut` and `value` find its rows."""

    above: bool
    words: str
    amount: int
    unit: str
    key: str
    cut: str
    value: str


@dataclass(frozen=True)
class FigureFacts:
    """All that the page shows. `course` has the parts beside a ratio; `may_list`: whether the reader may see the rows
    that a figure counts; `noise`: the sentence on what a small denominator says."""

    here: Organization
    one: Declared
    as_of: datetime
    since: date | None
    cell: Cell
    below: Below | None
    course: Course | None
    compositions: tuple[Composition, ...]
    sides: tuple[Side, ...]
    index: Indexed | None
    may_list: bool
    noise: str


def figure_facts(
    here: Organization, one: Declared, actor: Actor, on: date, *, known_on: date | None = None
) -> FigureFacts:
    """The page as of a day. Raises PermissionDenied out of reach."""
    found = read_below(here, (one.key,), on, known_on=known_on)
    own, months = found.now[here.pk], values.span(one, on)
    return FigureFacts(
        here,
        one,
        as_of(),
        values.day_before(one, on),
        found.cell(one, here.pk),
        below_of(found, (one.key,)) if found.children else None,
        course_of(here, (one.key,), on, known_on=known_on, begun=found.begun),
        _compositions(here, one, on, known_on) if isinstance(one, Figure) else (),
        sides_of(one, own, months) if isinstance(one, Ratio) else (),
        indexed(one, found) if isinstance(one, Index) else None,
        isinstance(one, Figure) and may_list(one, actor, here),
        noise_of(found.cell(one, here.pk), on),
    )


def may_list(figure: Figure, actor: Actor, here: Organization) -> bool:
    """Whether the rows of a figure have a list, and this reader may see it here."""
    listed = list_of(figure.source)
    return listed is not None and actor.may(listed.permission, here.path)


def sides_of(ratio: Ratio, reading: Reading, months: values.Months | None) -> tuple[Side, ...]:
    """The parts of a ratio, those above the line first."""
    parts = [(True, part) for part in ratio.top] + [(False, part) for part in ratio.bottom]
    return tuple(_side(above, part, reading, months) for above, part in parts)


def _side(above: bool, part: Part, reading: Reading, months: values.Months | None) -> Side:
    figure = figures()[part.figure]
    words = figure.title
    if part.cut:
        cut = figure.cut(part.cut)
        words = f"{words}（{cut.title}：{word_of(cut, part.value)}）"
    amount = reading.amount(part.figure, part.cut, part.value, months=months)
    return Side(above, words, amount, figure.unit, part.figure, part.cut, part.value)


def noise_of(cell: Cell, on: date) -> str:
    """Why nothing may be made of a share with few below the line; "" elsewhere."""
    value = cell.value
    if not value.few or not isinstance(value.one, Ratio):
        return ""
    return Cell(value, verdict=values.judged(value, value, on)).said


def _compositions(here: Organization, one: Figure, on: date, known_on: date | None) -> tuple[Composition, ...]:
    if not one.cuts:
        return ()
    reading = read(here, [(one.key, ""), *((one.key, cut.key) for cut in one.cuts)], known_on=known_on)
    months = values.span(one, on)
    return tuple(composition_of(one, cut, reading, months) for cut in one.cuts)
