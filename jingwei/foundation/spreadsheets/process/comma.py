"""Comma-, semicolon- and tab-separated text."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .frames import Offer, Refusal

TOP = 30
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SEPARATORS = ",\t;"
_FORMULA_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_LONGEST_CELL = 40_000


class CommaBook:
    """A text file as a workbook of one sheet."""

    format = "csv"

    def __init__(self, path: Path) -> None:
        csv.field_size_limit(_LONGEST_CELL)
        self._text = decoded(path.read_bytes())
        self._separator = self._told() or separator_of(self._text)

    def _told(self) -> str:
        """The separator of a first line “sep=;”, which Excel writes for itself."""
        first, _, rest = self._text.partition("\n")
        if first.strip().startswith("sep=") and len(first.strip()) == 5:
            self._text = rest
            return first.strip()[4]
        return ""

    def offers(self) -> list[Offer]:
        """The one sheet."""
        top = [row for row, _ in zip(self._rows(), range(TOP), strict=False)]
        return [Offer("", [tuple(row) for row in top], [], self._text.count("\n") + 1)]

    def facts(self, number: int) -> dict[str, Any]:
        """Nothing is hidden in a text."""
        return {}

    def rows(self, number: int, first: int) -> Iterator[tuple[int, list[Any]]]:
        """(row from 0, cells), from row `first`."""
        for place, row in enumerate(self._rows()):
            if place >= first:
                yield place, row

    def _rows(self) -> Iterator[list[Any]]:
        try:
            for row in csv.reader(io.StringIO(self._text, newline=""), delimiter=self._separator):
                yield [unescaped(cell) if cell[:1] == "'" else cell for cell in row]
        except csv.Error as error:
            raise Refusal("quotes") from error


def could_be_formula(cell: str) -> bool:
    """Whether a spreadsheet program may take the text for a formula."""
    bare = cell.lstrip("'")
    return bare[:1] in ("\t", "\r", "\n") or bare.lstrip("' \u3000\t\r\n").startswith(_FORMULA_SIGNS)


def escaped(cell: str) -> str:
    """With an apostrophe before what could become a formula."""
    return f"'{cell}" if could_be_formula(cell) else cell


def unescaped(cell: str) -> str:
    """Without the apostrophe of `escaped`."""
    return cell[1:] if cell[:1] == "'" and could_be_formula(cell[1:]) else cell


def decoded(data: bytes) -> str:
    """The text: by its mark, else UTF-8, else GB18030. Raises Refusal."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding)
    if b"\x00" in data[:4096]:
        little = data[1:200:2].count(b"\x00") > data[:200:2].count(b"\x00")  # digits leave this half empty
        return _strict(data, "utf-16-le" if little else "utf-16-be")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _strict(data, "gb18030")


def _strict(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refusal("encoding") from error
    if "\x00" in text or sum(text[:4096].count(sign) for sign in "\x01\x02\x03\x04\x05\x06\x07\x08") > 3:
        raise Refusal("encoding")
    return text


def separator_of(text: str) -> str:
    """The sign that cuts most of the first rows into the same number of cells, two at least."""

    def fit(sign: str) -> tuple[int, int]:
        rows = csv.reader(io.StringIO(text[:200_000], newline=""), delimiter=sign)
        try:
            widths = Counter(len(row) for row, _ in zip(rows, range(20), strict=False) if len(row) > 1)
        except csv.Error:
            return (0, 0)
        width, times = widths.most_common(1)[0] if widths else (0, 0)
        return (times, width)

    return max(_SEPARATORS, key=fit)
