"""The table of those directly below: in the order of the tree, never in that of the numbers; each with its own past,
and the sum set against what the organization says of itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from jingwei.kernels.figures.declaring import WHOLE, Declared, Ratio, declared
from jingwei.kernels.figures.selectors.reading import Reading, table
from jingwei.kernels.figures.selectors.trends import Begun, begun
from jingwei.organizations.models import Organization
from jingwei.organizations.selectors.rows import ever

from ..rules.fairness import Verdict, in_words
from ..rules.past import Change
from ..rules.sums import Agreement
from . import values
from .values import Head, Value


@dataclass(frozen=True)
class Cell:
    """A value, what became of it, and how a share stands to that of the whole."""

    value: Value
    change: Change | None = None
    verdict: Verdict | None = None

    @property
    def said(self) -> str:
        """The verdict in a sentence; "" for what is no share."""
        one = self.value.one
        if not isinstance(one, Ratio):
            return ""
        if self.verdict is None:
            return f"没有{self.value.head.lacking}"
        return in_words(self.verdict, self.value.parts[1], *values.counted_as(one.bottom))


@dataclass(frozen=True)
class Line:
    """The cells of one organization; None for what the organization above has of its own, and for the whole."""

    organization: Organization | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Below:
    """`own`: what lies in no organization below; None where there is nothing, or where nobody can say any more.
    `agreements`: one for each column, None where a day in the past is asked for. `left_out`: departments, units and
    revoked organizations without a number."""

    heads: tuple[Head, ...]
    lines: tuple[Line, ...]
    own: Line | None
    whole: Line
    agreements: tuple[Agreement | None, ...]
    left_out: int = 0

    @property
    def checked(self) -> bool:
        """Whether anything was there to agree."""
        return any(self.agreements)

    @property
    def wrong(self) -> list[tuple[str, str]]:
        """(title, words) of the columns in which the parts do not make the whole."""
        pairs = zip(self.heads, self.agreements, strict=True)
        return [(head.title, one.words) for head, one in pairs if one is not None and not one.holds]


class Own(Reading):
    """A reading of what an organization has of its own."""

    __slots__ = ()

    def __init__(self, reading: Reading) -> None:
        self._cells = reading._cells

    def amount(self, figure: str, cut: str = WHOLE, value: str = "", *, months: Sequence[str] | None = None) -> int:
        return self.own(figure, cut, value, months=months)


@dataclass(frozen=True)
class Read:
    """The readings of an organization and of those directly below it, by their numbers: of the day `on`, and of the
    days of their own past."""

    here: Organization
    children: Sequence[Organization]
    on: date
    now: Mapping[int, Reading]
    then: Mapping[date, Mapping[int, Reading]]
    begun: Begun
    current: bool  # not as known on a day in the past

    def past(self, one: Declared, pk: int) -> Value | None:
        """The value on the day of its own past; None for what is compared with nothing, and where
        nothing is known."""
        day = values.day_before(one, self.on)
        if day is None or day not in self.then or not values.is_known(one, day, self.begun):
            return None
        return values.value_of(one, self.then[day][pk], day)

    def cell(self, one: Declared, pk: int) -> Cell:
        """The value of an organization with what became of it, and how it stands to the whole."""
        value = values.value_of(one, self.now[pk], self.on)
        return Cell(value, values.changed(value, self.past(one, pk)), self._verdict(one, pk, value))

    def _verdict(self, one: Declared, pk: int, value: Value) -> Verdict | None:
        if pk == self.here.pk or not value.head.is_ratio:
            return None
        return values.judged(value, values.value_of(one, self.now[self.here.pk], self.on), self.on)


def children_of(here: Organization) -> list[Organization]:
    """Those directly below, in the order of the tree, also what has been revoked: its rows may still count."""
    return list(ever().filter(path__above=here.path))


def read_below(
    here: Organization, keys: Sequence[str], on: date, *, known_on: date | None, children: bool = True
) -> Read:
    """Everything that the table, and the numbers of `here`, need: one query for now, one for those below, one for
    since when all is counted, two for each day of the past."""
    rows = children_of(here) if children else []
    places, wanted = [here, *rows], values.wanted_by(keys)
    days = {day for key in keys if (day := values.day_before(declared(key), on))}
    then = {day: table(places, wanted, known_on=day) for day in days}
    return Read(here, rows, on, table(places, wanted, known_on=known_on), then, begun(), known_on is None)


def below_of(read: Read, keys: Sequence[str]) -> Below:
    """The table out of what was read."""
    heads = tuple(declared(key) for key in keys)
    lines = [Line(one, tuple(read.cell(head, one.pk) for head in heads)) for one in read.children]
    kept = [line for line in lines if _is_shown(line)]
    whole = Line(None, tuple(read.cell(head, read.here.pk) for head in heads))
    own = _own(read, heads)
    agreements = tuple(_agreement(read, head) if read.current else None for head in heads)
    return Below(tuple(Head(head) for head in heads), tuple(kept), own, whole, agreements, len(lines) - len(kept))


def _is_shown(line: Line) -> bool:
    """Party organizations that stand are shown with nothing too: that they are empty is worth seeing."""
    one: Any = line.organization
    if one.party_type and one.revoked_on is None:
        return True
    return any(cell.value.number or any(cell.value.parts) for cell in line.cells)


def _own(read: Read, heads: Sequence[Declared]) -> Line | None:
    if not read.current:
        return None
    reading = Own(read.now[read.here.pk])
    cells = tuple(Cell(values.value_of(head, reading, read.on)) for head in heads)
    return Line(None, cells) if any(cell.value.number or any(cell.value.parts) for cell in cells) else None


def _agreement(read: Read, head: Declared) -> Agreement | None:
    """Of a ratio or an index all parts must agree; the first that does not is told."""
    found = [_sums(read, key, cut, head) for key, cut in values.wanted_by([head.key])]
    return next((one for one in found if not one.holds), found[0] if found else None)


def _sums(read: Read, figure: str, cut: str, head: Declared) -> Agreement:
    months = values.span(head, read.on)
    here = read.now[read.here.pk]
    of = [_all(read.now[one.pk], figure, cut, months) for one in read.children]
    return Agreement(sum(of), _all(Own(here), figure, cut, months), _all(here, figure, cut, months))


def _all(reading: Reading, figure: str, cut: str, months: Sequence[str] | None) -> int:
    if not cut:
        return reading.amount(figure, months=months)
    return sum(reading.amount(figure, cut, value, months=months) for value in reading.cut(figure, cut))
