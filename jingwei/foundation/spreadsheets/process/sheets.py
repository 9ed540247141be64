"""Workbooks of Excel and WPS, through calamine."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import python_calamine as calamine

from ..marks import EXPLANATION
from ..marks import SHEET as MARK
from . import archive, bounds
from .frames import Offer, Refusal
from .scanning import Found

TOP = 30
_UTF16 = {
    "password": "EncryptedPackage".encode("utf-16-le"),
    "macros": "_VBA_PROJECT".encode("utf-16-le"),
}
_WORD = "WordDocument".encode("utf-16-le")
_XLS_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_CODES = b"[\x00\x07\x0f\x17\x1d\x24\x2a]"
# BIFF8: BOOLERR (0x0205) whose last byte says error; FORMULA (0x0006) whose result is one.
_BOOLERR = re.compile(rb"\x05\x02\x08\x00(..)(..)..(" + _CODES + rb")\x01", re.S)
_FORMULA = re.compile(rb"\x06\x00..(..)(..)..\x02.(" + _CODES + rb")...\xff\xff", re.S)


class ExcelBook:
    """An .xlsx or .xls, judged when it is opened."""

    def __init__(self, path: Path, kind: str) -> None:
        self.format = kind
        self._judged = archive.judge(path) if kind == "xlsx" else None
        self._xls = b"" if kind == "xlsx" else _judged_xls(path)
        bounds.bound(bounds.WHILE_PARSING)
        try:
            book = calamine.load_workbook(str(path))
        except calamine.PasswordError as error:
            raise Refusal("password") from error
        except calamine.CalamineError as error:
            raise Refusal("word" if _WORD in self._xls else "broken") from error
        self.mark = _mark(book)
        self._sheets = [_sheet(book, title) for title in _visible(book)]

    def offers(self) -> list[Offer]:
        """The visible sheets, but for the explanation that we give out."""
        return [_offer(sheet) for sheet in self._sheets]

    def facts(self, number: int) -> dict[str, Any]:
        """What the user should know of the sheet: hidden rows, and a formula without a result."""
        found = self._found(number)
        return {"hidden": found.hidden, "unreckoned": found.unreckoned}

    def rows(self, number: int, first: int) -> Iterator[tuple[int, list[Any]]]:
        """(row from 0, cells from column A), from row `first`. Merged cells that run down a column have their value
        in every row, as people read them."""
        sheet = self._sheets[number]
        errors = _by_row(self._found(number).errors if self._judged else _xls_errors(self._xls))
        down = _running_down(sheet, first)
        left = [""] * (sheet.start[1] if sheet.start else 0)
        held: dict[int, tuple[int, Any]] = {}
        for place, row in enumerate(sheet.iter_rows()):
            if place < first:
                continue
            cells = left + row if left else row
            for column, text in errors.get(place, ()):
                if column < len(cells) and cells[column] == "":
                    cells[column] = text
            if place in down or held:
                held = _filled(cells, place, held, down.get(place, ()))
            yield place, cells

    def _found(self, number: int) -> Found:
        return self._judged.of(self._sheets[number].name) if self._judged else Found()


def _judged_xls(path: Path) -> bytes:
    """The bytes of an old workbook. Raises Refusal: password, macros."""
    data = path.read_bytes()
    for code, mark in _UTF16.items():
        if mark in data:
            raise Refusal(code)
    return data


def _visible(book: calamine.CalamineWorkbook) -> list[str]:
    visible = [
        sheet.name
        for sheet in book.sheets_metadata
        if sheet.visible == calamine.SheetVisibleEnum.Visible
        and sheet.typ == calamine.SheetTypeEnum.WorkSheet
        and sheet.name != EXPLANATION
    ]
    if len(visible) > bounds.MOST_SHEETS:
        raise Refusal("sheets", sheets=bounds.MOST_SHEETS)
    return visible


def _sheet(book: calamine.CalamineWorkbook, title: str) -> calamine.CalamineSheet:
    try:
        return book.get_sheet_by_name(title)
    except calamine.CalamineError as error:
        raise Refusal("broken") from error


def _mark(book: calamine.CalamineWorkbook) -> dict[str, str]:
    """The key → value pairs of the hidden sheet; empty where there is none."""
    if MARK not in book.sheet_names:
        return {}
    rows = _sheet(book, MARK).to_python(nrows=10)
    return {str(row[0]): str(row[1]) for row in rows if len(row) >= 2}


def _offer(sheet: calamine.CalamineSheet) -> Offer:
    left = ("",) * (sheet.start[1] if sheet.start else 0)
    top = [left + tuple(row) for row, _ in zip(sheet.iter_rows(), range(TOP), strict=False)]
    merged = [(*begin, *end) for begin, end in sheet.merged_cell_ranges or [] if begin[0] < TOP]
    return Offer(sheet.name, top, merged, sheet.end[0] + 1 if sheet.end else 0)


def _running_down(sheet: calamine.CalamineSheet, first: int) -> dict[int, list[tuple[int, int]]]:
    """First row → (column, last row) of the cells merged over several rows."""
    down: dict[int, list[tuple[int, int]]] = {}
    for (row, column), (last, _) in sheet.merged_cell_ranges or []:
        if last > row >= first:
            down.setdefault(row, []).append((column, last))
    return down


def _filled(cells: list[Any], place: int, held: dict[int, tuple[int, Any]], begins: Any) -> dict[int, tuple[int, Any]]:
    """Puts the held values into the row; gives those that go on."""
    for column, (_, value) in held.items():
        if column < len(cells) and cells[column] == "":
            cells[column] = value
    for column, last in begins:
        if column < len(cells):
            held[column] = (last, cells[column])
    return {column: (last, value) for column, (last, value) in held.items() if last > place}


def _by_row(errors: dict[tuple[int, int], str]) -> dict[int, list[tuple[int, str]]]:
    rows: dict[int, list[tuple[int, str]]] = {}
    for (row, column), text in errors.items():
        rows.setdefault(row, []).append((column, text))
    return rows


def _xls_errors(data: bytes) -> dict[tuple[int, int], str]:
    """Cells that show an error, found by the shape of their records: the parser gives them as blank."""
    return {
        (int.from_bytes(found[1], "little"), int.from_bytes(found[2], "little")): _XLS_ERRORS[found[3][0]]
        for pattern in (_BOOLERR, _FORMULA)
        for found in pattern.finditer(data)
    }
