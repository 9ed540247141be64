"""The same answers as comma-separated text, which a spreadsheet program opens without taking a text for a formula."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from jingwei.foundation.spreadsheets.process.comma import escaped

from . import schemas

Cell = str | int | float | bool | None
OF_ROWS = ("node", "name", "level", "relation")
COLUMNS = {
    "figure": (*OF_ROWS, "cut", "cut_title", "amount"),
    "ratio": (*OF_ROWS, "top", "bottom", "value", "few"),
    "index": (*OF_ROWS, "value"),
}
SIDES = ("weight", "top", "bottom", "value")
DEFINED = ("kind", "key", "title", "unit", "definition", "basis", "cuts")


def comma(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """UTF-8 with a mark, as Excel wants it; a number that is not there is an empty cell."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(heads)
    writer.writerows([_text(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _text(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return escaped(cell) if isinstance(cell, str) else "" if cell is None else str(cell)


def of_numbers(found: schemas.Numbers) -> bytes:
    """A line for each row; the parts of an index beside it, as `ratio:top`, `ratio:bottom`, `ratio:value`."""
    columns = COLUMNS[found.kind]
    parts = [part for row in found.rows[:1] if isinstance(row, schemas.IndexRow) for part in row.parts]
    heads = [*columns, *(f"{part.ratio}:{side}" for part in parts for side in SIDES)]
    return comma(heads, (_line(row, columns) for row in found.rows))


def _line(row: schemas.Row, columns: Sequence[str]) -> list[Cell]:
    parts = row.parts if isinstance(row, schemas.IndexRow) else []
    return [getattr(row, name) for name in columns] + [getattr(part, side) for part in parts for side in SIDES]


def of_catalogue(found: schemas.Catalogue) -> bytes:
    """A line for each definition."""
    return comma(DEFINED, _definitions(found))


def _definitions(found: schemas.Catalogue) -> Iterator[list[Cell]]:
    kinds = (("figure", found.figures), ("ratio", found.ratios), ("index", found.indices))
    for kind, definitions in kinds:
        for one in definitions:
            cuts = " ".join(cut.key for cut in getattr(one, "cuts", []))
            yield [kind, *(getattr(one, name) for name in DEFINED[1:-1]), cuts]
