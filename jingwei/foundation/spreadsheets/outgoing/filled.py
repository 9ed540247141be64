"""A table as a file: the template is an export without rows."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import IO, Any

from ..columns import Table
from ..marks import Mark
from ..process.comma import escaped
from .book import Line, heading, write_book


def write_table(
    target: IO[bytes],
    table: Table,
    rows: Iterable[Mapping[str, Any]] = (),
    *,
    offered: Mapping[str, Sequence[str]] | None = None,
) -> int:
    """The .xlsx of the table, written as a stream; gives the number of rows. `rows`: key → value as the column's kind
    reads it; text that the kind would not read, such as a masked number, is written as it stands. `offered`: texts of
    the dropdowns of Reference columns (key → texts), such as the branches of a district."""
    lines = (Line(_texts(table, row)) for row in rows)
    return write_book(target, table, lines, mark=Mark(table.key, table.title, table.version), offered=offered or {})


def write_csv(target: IO[bytes], table: Table, rows: Iterable[Mapping[str, Any]] = ()) -> int:
    """The same as comma-separated text in UTF-8 with a mark, for other programs; gives the number of rows. What could
    become a formula has an apostrophe before it, which reading takes away again."""
    text = io.TextIOWrapper(target, "utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow([escaped(heading(column)) for column in table.columns])
    count = sum(1 for row in rows if writer.writerow(list(map(escaped, _texts(table, row)))))
    text.detach()
    return count


def _texts(table: Table, row: Mapping[str, Any]) -> list[str]:
    return [column.kind.show(row.get(column.key)) for column in table.columns]
