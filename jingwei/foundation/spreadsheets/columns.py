"""What a register gives out and takes in: a table of columns, and the checks of a whole row."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Any

from .cells.kind import BadCell, Cell, Kind, Noted, as_typed


@dataclass(frozen=True)
class Column:
    """One heading. `key` is the register's own name for it; `title` what goes out; `aliases` other headings under
    which people write it (spaces, brackets, stars and full-width signs are taken care of); `explanation` is put on the
    explanation sheet after what the kind says; `example` is text the kind can read."""

    key: str
    title: str
    kind: Kind
    required: bool = False
    aliases: tuple[str, ...] = ()
    explanation: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong in a row, or (as a note) what the user should know. `column` is a key; `cell` as the user sees it;
    `reason` what is wrong; `suggestion` how to mend it."""

    column: str
    reason: str
    suggestion: str = ""
    cell: str = ""


# A check of a whole row: gets the values that could be read (a column that could not is missing from the mapping, a
# blank one is None) and yields flaws; `cell` may be left empty, it is filled in.
RowCheck = Callable[[Mapping[str, Any]], Iterable[Flaw]]


@dataclass(frozen=True)
class Table:
    """What one register gives out and takes in. `key` and `version` go into the hidden mark: a template of an older
    version is still read, by its headings. `notes` are paragraphs for the explanation sheet."""

    key: str
    title: str
    columns: tuple[Column, ...]
    version: str = "1"
    notes: tuple[str, ...] = ()
    row_checks: tuple[RowCheck, ...] = ()

    def column(self, key: str) -> Column:
        """The column of this key. Raises KeyError."""
        return next(column for column in self.columns if column.key == key)


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row after its cells were read. A row with flaws must not be applied. `values` holds every column that could
    be read, None for a blank one."""

    values: dict[str, Any] = field(default_factory=dict)
    flaws: tuple[Flaw, ...] = ()
    notes: tuple[Flaw, ...] = ()


def row_reader(
    table: Table, *, on: date, given: Sequence[str] | None = None, row_checks: Sequence[RowCheck] = ()
) -> Callable[[Sequence[Cell]], ReadRow]:
    """A quick function from the cells of a row (aligned with table.columns, None for a blank) to what was read.
    `given`: keys of the columns that the file has (`Matched.given`); the others are left out of `values`, so that an
    import never clears what the file does not speak of. `row_checks` are run after those of the table."""
    wanted = {column.key for column in table.columns} if given is None else set(given)
    places = {column.key: place for place, column in enumerate(table.columns)}
    plan = [
        (places[column.key], column.key, column.required, column.kind.reader(on))
        for column in table.columns
        if column.key in wanted
    ]
    return partial(_read_row, plan, (*table.row_checks, *row_checks), places)


# (place, key, whether it is required, reader) of each column that the file has
_Plan = Sequence[tuple[int, str, bool, Callable[[Any], Any]]]


def _read_row(plan: _Plan, checks: Sequence[RowCheck], places: Mapping[str, int], cells: Sequence[Cell]) -> ReadRow:
    values: dict[str, Any] = {}
    flaws: list[Flaw] = []
    notes: list[Flaw] = []
    for place, key, required, read in plan:
        cell = cells[place]
        try:
            value = None if cell is None else read(cell)
        except BadCell as bad:
            flaws.append(Flaw(key, bad.reason, bad.suggestion, as_typed(cell)))
            continue
        if value is None:
            if required:
                flaws.append(_missing(key, cell))
                continue
        elif type(value) is Noted:
            notes.append(Flaw(key, value.note, "", as_typed(cell)))
            value = value.value
        values[key] = value
    for check in checks:
        for flaw in check(values):
            flaws.append(_with_cell(flaw, cells, places))
    return ReadRow(values, tuple(flaws), tuple(notes))


def _missing(key: str, cell: Cell) -> Flaw:
    return Flaw(key, "没有填写。", "这一列必须填，请补上。", as_typed(cell))


def _with_cell(flaw: Flaw, cells: Sequence[Cell], places: Mapping[str, int]) -> Flaw:
    place = places.get(flaw.column)
    return flaw if flaw.cell or place is None else replace(flaw, cell=as_typed(cells[place]))
