"""What a big screen shows to everybody: the board of an organization, less what would tell of single persons."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from jingwei.foundation.scope.reach import within
from jingwei.kernels.figures.declaring import Declared, Figure, Part, Ratio, figures
from jingwei.organizations.models import Organization

from ..rules import small_cells
from ..rules.small_cells import FEWEST
from ..rules.small_cells import Cell as Cover
from . import values
from .boards import BoardFacts, board_facts
from .children import Line
from .maps import children_outlines, collection, has_map
from .values import Value


@dataclass(frozen=True)
class Shown:
    """A number as everybody may read it; `amount` is None where it is covered or unknown, `words` say so then."""

    words: str
    amount: float | None


@dataclass(frozen=True)
class Number:
    """One of the big numbers, with its denominator, and what it means."""

    title: str
    shown: Shown
    unit: str
    below: str
    definition: str


@dataclass(frozen=True)
class Rows:
    """A small table: what it is of, its columns with their units, and (word, numbers) for each row."""

    title: str
    heads: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, tuple[Shown, ...]], ...]

    @property
    def covered(self) -> list[str]:
        """The numbers that are covered: 女不足 5."""
        return [f"{word}{shown.words}" for word, row in self.rows for shown in row if shown.amount is None]


@dataclass(frozen=True)
class Wall:
    """All of a screen. `outlines` is GeoJSON of those below, None where there is no map; `sources` say whose it is."""

    here: Organization
    as_of: datetime
    numbers: tuple[Number, ...]
    course: Rows | None
    composition: Rows | None
    areas: Rows | None
    outlines: dict[str, Any] | None
    sources: tuple[str, ...]

    @property
    def beyond(self) -> int:
        """How many of those below have no place on the map."""
        drawn = {one["properties"]["name"] for one in self.outlines["features"]} if self.outlines else set()
        return sum(word not in drawn for word, _ in self.areas.rows) if self.areas else 0

    @property
    def covered(self) -> bool:
        """Whether anything is covered, so that the page says why."""
        tables = (self.course, self.composition, self.areas)
        hidden = any(one.shown.amount is None for one in self.numbers)
        return hidden or any(table.covered for table in tables if table)


def wall(here: Organization, on: date) -> Wall:
    """The screen of an organization on a day. It sees what lies below the organization, and nothing else."""
    with within(here.path):
        facts, fewest = board_facts(here, on), fewest_shown(on)
        outlines = list(children_outlines(here)) if has_map(here) else []
        return Wall(
            here,
            facts.as_of,
            tuple(_number(cell.value, fewest) for cell in facts.numbers),
            _course(facts, fewest),
            _composition(facts, fewest),
            _areas(facts, fewest),
            collection(outlines) if outlines else None,
            tuple(dict.fromkeys(one.source for one in outlines)),
        )


def fewest_shown(on: date) -> int:
    """How many persons a number must count to be shown to everybody."""
    return int(FEWEST.at(on).value)


def counts_persons(one: Declared) -> bool:
    """Whether it is a number of persons, or a share of such numbers."""
    if isinstance(one, Figure):
        return one.persons
    return any(figures()[part.figure].persons for ratio in values.parts_of(one) for part in _sides(ratio))


def _sides(ratio: Ratio) -> Sequence[Part]:
    return (*ratio.top, *ratio.bottom)


def covered(value: Value, fewest: int) -> Shown:
    """A number that stands by itself. Of a share of persons, what is above the line, below it and missing to it counts:
    each of them is told by the other two."""
    if not counts_persons(value.one):
        return Shown(value.words, value.number)
    if isinstance(value.one, Figure):
        amount = int(value.number or 0)
        cover = small_cells.alone(amount, fewest=fewest)
        return Shown(small_cells.told(amount, cover, fewest=fewest), amount if cover is Cover.SHOWN else None)
    top, bottom = value.parts
    few = any(0 < count < fewest for count in (top, bottom, bottom - top))
    return Shown("不列出", None) if few else Shown(value.words, value.number)


def _number(value: Value, fewest: int) -> Number:
    shown = covered(value, fewest)
    hidden = shown.amount is None and value.number is not None
    unit = "" if shown.amount is None else value.head.unit
    return Number(value.head.title, shown, unit, "" if hidden else value.below, value.one.definition)


def _course(facts: BoardFacts, fewest: int) -> Rows | None:
    if facts.course is None:
        return None
    heads = tuple((head.one.title, head.unit) for head in facts.course.heads)
    rows = [(_month(day), tuple(covered(value, fewest) for value in found)) for day, found in facts.course.rows]
    return Rows("一年来", heads, tuple(rows))


def _month(day: date) -> str:
    """A month that has not ended says so."""
    ended = (day + timedelta(days=1)).month != day.month
    return f"{day.year} 年 {day.month} 月{'' if ended else f'（到 {day.day} 日）'}"


def _composition(facts: BoardFacts, fewest: int) -> Rows | None:
    found = facts.composition
    if found is None or not found.pieces:
        return None
    pairs = [(piece.word, piece.amount) for piece in found.pieces]
    heads = ((found.figure.title, found.figure.unit),)
    return Rows(f"{found.figure.title}按{found.cut.title}", heads, _together(found.figure, pairs, fewest))


def _areas(facts: BoardFacts, fewest: int) -> Rows | None:
    """A plain count of those directly below, in the order of the tree: of persons, if the board's table has one."""
    if facts.below is None:
        return None
    plain = [number for number, head in enumerate(facts.below.heads) if isinstance(head.one, Figure)]
    if not plain or not facts.below.lines:
        return None
    column = next((number for number in plain if counts_persons(facts.below.heads[number].one)), plain[0])
    head = facts.below.heads[column]
    found = [(line, int(line.cells[column].value.number or 0)) for line in facts.below.lines]
    pairs = [(str(line.organization), count) for line, count in found if count or _is_area(line)]
    if facts.below.own is not None and (own := int(facts.below.own.cells[column].value.number or 0)):
        pairs.append(("本级直属", own))
    return Rows(f"各下级{head.title}", ((head.title, head.unit),), _together(head.one, pairs, fewest))


def _is_area(line: Line) -> bool:
    return line.organization is not None and line.organization.is_area


def _together(
    figure: Declared, pairs: Sequence[tuple[str, int]], fewest: int
) -> tuple[tuple[str, tuple[Shown, ...]], ...]:
    """Numbers whose sum stands on the same screen."""
    counts = [count for _, count in pairs]
    covers = small_cells.cells(counts, fewest=fewest) if counts_persons(figure) else [Cover.SHOWN] * len(counts)
    return tuple(
        (word, (Shown(small_cells.told(count, cover, fewest=fewest), count if cover is Cover.SHOWN else None),))
        for (word, count), cover in zip(pairs, covers, strict=True)
    )
