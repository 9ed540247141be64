"""A file opened for reading: sheet and heading found, the rows streamed."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from ..cells.kind import Cell
from ..columns import Table
from ..headings import NUMBER, Matched
from ..marks import Mark
from ..process.frames import Offer, Order
from .child import Child, reading
from .choosing import Chosen, choose
from .refusals import refused

MOST_ROWS = 200_000


class RawRow(NamedTuple):
    """`number`: the row as Excel counts it, from 1. `original`: its number in the file that was first sent, when this
    file is an error file, else None. `cells`: aligned with table.columns; None for a blank or a missing column."""

    number: int
    original: int | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class OpenedSheet:
    """What was found in the file. `notices`: sentences for the user (headings ignored, hidden rows read …).
    `format`: xlsx | xls | csv. `rows` can be gone through once, while the file is open, and may raise Unreadable.
    `height`: number of rows below the heading, blank ones included, for a progress bar; `heading_row` and
    `first_row` (of the data) from 1; `headings` as written; `title` of the sheet, empty for a csv."""

    title: str
    format: str
    headings: tuple[str, ...]
    heading_row: int
    first_row: int
    height: int
    matched: Matched
    mark: Mark | None
    notices: tuple[str, ...]
    rows: Iterator[RawRow]


@contextmanager
def read_table(
    path: Path, table: Table, *, name: str = "", sheet: str = "", most_rows: int = MOST_ROWS
) -> Iterator[OpenedSheet]:
    """The sheet of the file that looks most like the table, or the one the user has chosen (`sheet`: its title).

    `name`: of the file as uploaded.

    Raises Unreadable (a Refused; also while `rows` is gone through): bomb, broken, password, macros, required heading
    missing, heading twice, two sheets alike, nothing below the heading, more than `most_rows` rows.
    """
    with reading(path) as child:
        _, kind, offers, said = child.answer()
        mark = Mark.of(said)
        chosen = choose(offers, table.columns, title=_wanted(table, mark, offers, sheet))
        facts = _ordered(child, table, chosen, mark, most_rows)
        yield OpenedSheet(
            title=offers[chosen.sheet].title,
            format=kind,
            headings=chosen.headings,
            heading_row=chosen.heading + 1,
            first_row=chosen.first + 1,
            height=max(offers[chosen.sheet].height - chosen.first, 0),
            matched=chosen.matched,
            mark=mark,
            notices=(*_misnamed(name, kind), *_notices(chosen, facts, [offer.title for offer in offers])),
            rows=_rows(child),
        )


def _wanted(table: Table, mark: Mark | None, offers: Sequence[Offer], sheet: str) -> str:
    """The title of the sheet to read, "" for the best. Raises Unreadable for the file of another table."""
    if mark and mark.table != table.key:
        raise refused("other_table", found=mark.title, wanted=table.title)
    marked = mark.sheet if mark and mark.sheet in [offer.title for offer in offers] else ""
    return sheet or marked


def _ordered(child: Child, table: Table, chosen: Chosen, mark: Mark | None, most_rows: int) -> dict[str, Any]:
    """Orders the rows; gives what is to be known of the sheet. Raises Unreadable for a formula without a result."""
    matched = chosen.matched
    places = tuple(matched.places.get(column.key, -1) for column in table.columns)
    original = matched.reserved.get(NUMBER, -1) if mark and mark.job else -1
    child.order(Order(chosen.sheet, chosen.first, places, original, most_rows))
    facts: dict[str, Any] = child.answer()[1]
    if facts.get("unreckoned"):
        raise refused("unreckoned", place=facts["unreckoned"])
    return facts


def _rows(child: Child) -> Iterator[RawRow]:
    """The rows as they come. Raises Unreadable where there is none."""
    empty = True
    while (frame := child.answer())[0] == "rows":
        empty = False
        yield from map(RawRow._make, frame[1])
    if empty:
        raise refused("no_rows")


def _misnamed(name: str, kind: str) -> tuple[str, ...]:
    """Says so where the name of the file promises another format."""
    said = Path(name).suffix.lower().lstrip(".")
    if said in ("", "txt", kind) or (said, kind) == ("et", "xls"):
        return ()
    return (f"文件名以 .{said[:10]} 结尾，内容却是 {kind} 格式，已按内容读取。",)


def _notices(chosen: Chosen, facts: dict[str, Any], titles: list[str]) -> tuple[str, ...]:
    said = []
    if len(titles) > 1:
        said.append(f"文件里有 {len(titles)} 张工作表，读取的是“{titles[chosen.sheet]}”。")
    if chosen.heading:
        said.append(f"表头在第 {chosen.heading + 1} 行。")
    if chosen.matched.unknown:
        said.append(f"没有用到的列：{'、'.join(f'“{heading}”' for heading in chosen.matched.unknown)}。")
    if facts.get("hidden"):
        said.append(f"有 {facts['hidden']} 行是隐藏的，也一起读取了。")
    return tuple(said)
