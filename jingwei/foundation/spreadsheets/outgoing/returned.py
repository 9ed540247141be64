"""The rows that failed, given back: in the user's own file where that can be kept, else in a fresh one."""

from collections.abc import Sequence
from pathlib import Path
from typing import IO, NamedTuple

from ..cells.kind import Cell
from ..columns import Flaw, Table
from ..headings import RESERVED
from ..marks import Mark
from ..process import archive
from ..process.frames import Refusal
from ..reading.opened import OpenedSheet, read_table
from .book import Line, sheet_title, write_book
from .own_file import write_own

# What openpyxl may take into memory: some 150 MB.
_MOST_CELLS = 120_000
_MOST_BYTES = 8 * 1024 * 1024
_ABOUT_ROW = "整行"


class Rejected(NamedTuple):
    """A row that failed. `number`: where it stands in the file at `path`; `original`: where it stood in the file first
    sent (the same for a first file); `cells` aligned with table.columns, used where the user's own file cannot be kept
    (.csv, .xls, very large)."""

    number: int
    original: int
    cells: tuple[Cell, ...]
    flaws: tuple[Flaw, ...]

    def said(self, table: Table) -> tuple[str, str]:
        """(what is wrong, how to mend it) of all flaws, one to a line."""
        titles = {column.key: column.title for column in table.columns}
        reasons = [f"{titles.get(flaw.column, _ABOUT_ROW)}：{flaw.reason}" for flaw in self.flaws]
        mended = [f"{titles.get(flaw.column, _ABOUT_ROW)}：{flaw.suggestion}" for flaw in self.flaws if flaw.suggestion]
        return "\n".join(reasons), "\n".join(mended)

    def wrong(self, table: Table) -> frozenset[int]:
        """The places of the columns that are wrong."""
        keys = {flaw.column for flaw in self.flaws}
        return frozenset(place for place, column in enumerate(table.columns) if column.key in keys)


def write_rejected(
    target: IO[bytes],
    table: Table,
    rejected: Sequence[Rejected],
    *,
    path: Path | None,
    job: str,
    name: str = "",
    sheet: str = "",
) -> str:
    """The error file (.xlsx) into `target`; gives "own" when it is the user's file with its looks kept, "fresh" when
    it was written anew. `path`: the file, None to write anew; `job`: the token that the hidden mark carries back;
    `name`: of the file first sent, kept as the title of a fresh one; `sheet` as in read_table."""
    rows = sorted(rejected, key=lambda row: row.number)
    if path is not None and _can_be_kept(path):
        with read_table(path, table, sheet=sheet) as opened:
            _write_own(target, table, rows, path, opened, job)
        return "own"
    lines = (Line(row.cells, row.wrong(table), (row.original, *row.said(table))) for row in rows)
    mark = Mark(table.key, table.title, table.version, job, sheet_title(table))
    write_book(target, table, lines, mark=mark, offered={}, added=RESERVED, name=name)
    return "fresh"


def _can_be_kept(path: Path) -> bool:
    """An .xlsx of moderate size, judged once more: it is parsed in this process."""
    if not path.is_file():
        return False
    with path.open("rb") as stream:
        if stream.read(4) != b"PK\x03\x04" or path.stat().st_size > _MOST_BYTES:
            return False
    try:
        return sum(found.cells for found in archive.judge(path).sheets.values()) <= _MOST_CELLS
    except Refusal:
        return False


def _write_own(
    target: IO[bytes], table: Table, rows: Sequence[Rejected], path: Path, opened: OpenedSheet, job: str
) -> None:
    keys = [column.key for column in table.columns]
    places = {place: opened.matched.places[key] for place, key in enumerate(keys) if key in opened.matched.places}
    marked = []
    for row in rows:
        wrong = frozenset(places[one] for one in row.wrong(table) if one in places)
        marked.append((row.number, wrong, (row.original, *row.said(table))))
    added = {title: opened.matched.reserved.get(title, -1) for title in RESERVED}
    mark = Mark(table.key, table.title, table.version, job, opened.title)
    write_own(target, path, opened, marked, added, mark)
