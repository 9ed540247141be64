"""The user's own workbook with only its failing rows left; widths, colours and headings stay as they are."""

from collections.abc import Mapping, Sequence
from copy import copy
from pathlib import Path
from typing import IO, Any

from openpyxl import load_workbook
from openpyxl.styles import Alignment, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from ..marks import SHEET, Mark
from ..reading.opened import OpenedSheet

_WRONG = PatternFill("solid", fgColor="FBE3E3")
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_WIDTHS = (10, 46, 46)

# (row in the file from 1, places of the wrong cells from 0, what the added columns say)
Marked = tuple[int, frozenset[int], Sequence[str | int]]


def write_own(
    target: IO[bytes], path: Path, opened: OpenedSheet, rows: Sequence[Marked], added: Mapping[str, int], mark: Mark
) -> None:
    """`rows` in the order of the file; `added`: heading → place of the columns beside, -1 where they are new."""
    book = load_workbook(path, data_only=True, keep_links=False)  # formulas as the results people saw
    sheet: Any = book[opened.title]
    _unmerge(sheet, opened.first_row)
    for place, (number, _, _) in enumerate(rows, opened.first_row):
        if number != place:
            _move(sheet, number, place)
    _cut(sheet, opened.first_row + len(rows))
    places = _places(sheet, opened, added)
    for row, (_, wrong, said) in enumerate(rows, opened.first_row):
        for place in wrong:
            sheet.cell(row, place + 1).fill = _WRONG
        for place, text in zip(places, said, strict=True):
            _say(sheet, row, place, text)
    _mark(book, mark)
    book.active = book.index(sheet)
    book.save(target)


def _unmerge(sheet: Any, first: int) -> None:
    """Takes merged cells of the data apart; what ran down a column then stands in every row."""
    for merged in [one for one in sheet.merged_cells.ranges if one.max_row >= first]:
        sheet.unmerge_cells(str(merged))
        if merged.min_row < first:
            continue
        top = sheet.cell(merged.min_row, merged.min_col)
        for row in range(merged.min_row + 1, merged.max_row + 1):
            _copy(top, sheet.cell(row, merged.min_col))


def _move(sheet: Any, number: int, place: int) -> None:
    for column in range(1, sheet.max_column + 1):
        _copy(sheet.cell(number, column), sheet.cell(place, column))
    sheet.row_dimensions[place].height = sheet.row_dimensions[number].height


def _copy(source: Any, copied: Any) -> None:
    copied.value = source.value
    copied.data_type = source.data_type  # a text that begins with = stays a text
    copied._style = copy(source._style)
    copied.hyperlink = None
    copied.comment = None


def _cut(sheet: Worksheet, first: int) -> None:
    """Removes every row from `first` on; shows what was filtered away."""
    sheet.delete_rows(first, max(sheet.max_row - first + 1, 0))
    for row in [row for row in sheet.row_dimensions if row >= first]:
        del sheet.row_dimensions[row]
    for dimension in sheet.row_dimensions.values():
        dimension.hidden = False
    sheet.auto_filter.ref = None
    sheet.auto_filter.filterColumn = []


def _places(sheet: Any, opened: OpenedSheet, added: Mapping[str, int]) -> list[int]:
    """The places (from 0) of the added columns, with their headings written."""
    right = sheet.max_column
    places = []
    for title, width in zip(added, _WIDTHS, strict=True):
        place = added[title]
        if place < 0:
            place, right = right, right + 1
            head = sheet.cell(opened.heading_row, place + 1)
            head._style = copy(sheet.cell(opened.heading_row, 1)._style)
            head.value = title
            sheet.column_dimensions[get_column_letter(place + 1)].width = width
        places.append(place)
    return places


def _say(sheet: Any, row: int, place: int, text: str | int) -> None:
    cell = sheet.cell(row, place + 1)
    cell.value = text
    cell.data_type = "s" if isinstance(text, str) else "n"
    cell.alignment = _WRAPPED


def _mark(book: Workbook, mark: Mark) -> None:
    if SHEET in book.sheetnames:
        del book[SHEET]
    hidden: Any = book.create_sheet(SHEET)
    for row in mark.rows():
        hidden.append(row)
    for (cell,) in hidden["B1":"B5"]:
        cell.data_type = "s"
    hidden.sheet_state = "veryHidden"
