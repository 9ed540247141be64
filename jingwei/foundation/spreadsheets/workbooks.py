"""Tables written as an Excel workbook, every text as text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

WIDEST = 48


@dataclass(frozen=True)
class Sheet:
    """A titled table: heads and rows of str, int, Decimal, date or None."""

    title: str
    heads: Sequence[str]
    rows: Iterable[Sequence[Any]]


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """The .xlsx file of the sheets, with heads that stay in sight and columns as wide as what is in them."""
    buffer = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(buffer, options) as book:
        looks = _Looks(book)
        for sheet in sheets:
            _write(book.add_worksheet(sheet.title[:31]), sheet, looks)
    return buffer.getvalue()


class _Looks:
    def __init__(self, book: Workbook) -> None:
        frame = {"border": 1, "border_color": "#dedad2", "valign": "top", "text_wrap": True}
        self.head = book.add_format({**frame, "bold": True, "bg_color": "#f6f4ef"})
        self.text = book.add_format(frame)
        self.number = book.add_format(frame)
        self.day = book.add_format({**frame, "num_format": "yyyy-mm-dd"})


def _write(place: Worksheet, sheet: Sheet, looks: _Looks) -> None:
    widths = [len(head) * 2 + 2 for head in sheet.heads]
    for column, head in enumerate(sheet.heads):
        place.write_string(0, column, head, looks.head)
    for line, row in enumerate(sheet.rows, 1):
        for column, value in enumerate(row):
            _cell(place, line, column, value, looks)
            widths[column] = max(widths[column], min(WIDEST, len(str(value or "")) * 2 + 2))
    for column, width in enumerate(widths):
        place.set_column(column, column, width)
    place.freeze_panes(1, 0)


def _cell(place: Worksheet, line: int, column: int, value: Any, looks: _Looks) -> None:
    if value is None or value == "":
        place.write_blank(line, column, None, looks.text)
    elif isinstance(value, bool):
        place.write_string(line, column, "是" if value else "否", looks.text)
    elif isinstance(value, int | float | Decimal):
        place.write_number(line, column, float(value), looks.number)
    elif isinstance(value, date):
        place.write_datetime(line, column, value, looks.day)
    else:
        place.write_string(line, column, str(value), looks.text)
