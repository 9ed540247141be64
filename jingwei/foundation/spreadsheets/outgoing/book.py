"""The workbook of a table: data, explanation, the lists of the dropdowns, the mark."""

from collections.abc import Iterable, Mapping, Sequence
from typing import IO, NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from ..cells.kind import Cell, as_typed
from ..columns import Column, Table
from ..marks import EXPLANATION, SHEET, Mark

_LISTS = "选项"
_LONGEST = 32_767  # signs in a cell
_ROWS_WITH_DROPDOWNS = 100_000
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


class Line(NamedTuple):
    """A row: its cells aligned with table.columns, the places of the wrong ones, what stands in the added columns."""

    cells: Sequence[Cell]
    wrong: frozenset[int] = frozenset()
    added: Sequence[str | int] = ()


def write_book(
    target: IO[bytes],
    table: Table,
    lines: Iterable[Line],
    *,
    mark: Mark,
    offered: Mapping[str, Sequence[str]],
    added: Sequence[str] = (),
    name: str = "",
) -> int:
    """Writes the .xlsx as a stream; gives the number of rows. `added`: headings beside those of the table;
    `name`: the title of the file. Every cell
    is text, but numbers that came as numbers stay numbers."""
    with Workbook(target, _OPTIONS) as book:
        book.set_properties({"title": name or table.title})
        looks = _Looks(book)
        data = book.add_worksheet(sheet_title(table))
        explanation, lists, hidden = (book.add_worksheet(title) for title in (EXPLANATION, _LISTS, SHEET))
        _head(data, table, added, looks)
        _dropdowns(data, lists, table, offered)
        count = 0
        for count, line in enumerate(lines, 1):
            _line(data, count, line, looks)
        _explain(explanation, table, looks)
        for row, pair in enumerate(mark.rows()):
            for column, text in enumerate(pair):
                hidden.write_string(row, column, text)
        lists.hide()
        hidden.very_hidden()
    return count


def sheet_title(table: Table) -> str:
    """The table's title without the signs that Excel forbids, at most 31 of them."""
    return "".join(sign for sign in table.title if sign not in "[]:*?/\\'")[:31] or "表"


def heading(column: Column) -> str:
    """The title as it goes out: with a star where the column must be filled in."""
    return f"*{column.title}" if column.required else column.title


class _Looks:
    def __init__(self, book: Workbook) -> None:
        frame = {"border": 1, "border_color": "#dedad2", "valign": "top"}
        head = {**frame, "bold": True, "bg_color": "#f6f4ef", "text_wrap": True, "num_format": "@"}
        self.head: Format = book.add_format(head)
        self.must: Format = book.add_format({**head, "font_color": "#b71c1c"})
        self.text: Format = book.add_format({"num_format": "@", "valign": "top"})
        self.wrong: Format = book.add_format({"num_format": "@", "valign": "top", "bg_color": "#fbe3e3"})
        self.long: Format = book.add_format({"num_format": "@", "valign": "top", "text_wrap": True})
        self.title: Format = book.add_format({"bold": True, "font_size": 14})


def _head(data: Worksheet, table: Table, added: Sequence[str], looks: _Looks) -> None:
    for place, column in enumerate(table.columns):
        data.write_string(0, place, heading(column), looks.must if column.required else looks.head)
        data.set_column(place, place, _width(column), looks.text)
    for place, title in enumerate(added, len(table.columns)):
        data.write_string(0, place, title, looks.head)
        data.set_column(place, place, 10 if place == len(table.columns) else 40, looks.long)
    data.freeze_panes(1, 1)


def _width(column: Column) -> int:
    samples = [column.title + "**", column.example, *column.kind.offered()[:60]]
    return max(10, min(40, max(sum(2 if sign > "\xff" else 1 for sign in text) for text in samples) + 2))


def _dropdowns(data: Worksheet, lists: Worksheet, table: Table, offered: Mapping[str, Sequence[str]]) -> None:
    """A dropdown for each column with a closed list, which stands in the hidden sheet."""
    chosen = [
        (place, column, texts)
        for place, column in enumerate(table.columns)
        if (texts := offered.get(column.key) or column.kind.offered())
    ]
    for row in range(max((len(texts) for _, _, texts in chosen), default=0)):
        for number, (_, _, texts) in enumerate(chosen):
            if row < len(texts):
                lists.write_string(row, number, texts[row])
    for number, (place, column, texts) in enumerate(chosen):
        letter = xl_col_to_name(number, col_abs=True)
        rule = {
            "validate": "list",
            "source": f"='{_LISTS}'!{letter}$1:{letter}${len(texts)}",
            "error_type": "warning",
            "error_title": "请核对",
            "error_message": f"“{column.title}”请从下拉列表里选择。"[:255],
        }
        data.data_validation(1, place, _ROWS_WITH_DROPDOWNS, place, rule)


def _line(data: Worksheet, row: int, line: Line, looks: _Looks) -> None:
    for place, cell in enumerate(line.cells):
        look = looks.wrong if place in line.wrong else looks.text
        if cell is None or cell == "":
            if place in line.wrong:
                data.write_blank(row, place, None, look)
        elif isinstance(cell, int | float) and not isinstance(cell, bool):
            data.write_number(row, place, cell, look)
        else:
            data.write_string(row, place, (cell if isinstance(cell, str) else as_typed(cell))[:_LONGEST], look)
    for place, said in enumerate(line.added, len(line.cells)):
        data.write_string(row, place, str(said)[:_LONGEST], looks.long)


def _explain(sheet: Worksheet, table: Table, looks: _Looks) -> None:
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 8)
    sheet.set_column(2, 2, 70)
    sheet.set_column(3, 3, 28)
    sheet.write_string(0, 0, f"{table.title}填写说明", looks.title)
    row = 1
    for row, note in enumerate((*_GENERAL, *table.notes), 1):
        sheet.write_string(row, 0, note)
    for place, title in enumerate(("列", "必填", "怎么填", "例子")):
        sheet.write_string(row + 2, place, title, looks.head)
    for number, column in enumerate(table.columns, row + 3):
        how = f"{column.kind.explained()}{column.explanation}"
        for place, text in enumerate((column.title, "是" if column.required else "", how, column.example)):
            sheet.write_string(number, place, text, looks.long)


_GENERAL = (
    "1. 请在第一张表里填写，一行一条；不要改动表头，多余的列可以删去。带 * 的列必须填。",
    "2. 各列都已设为“文本”。从别处粘贴时请用“选择性粘贴—数值”，以免身份证号码等长数字丢失后几位。",
    "3. 填好后原样上传。有错的行会连同原因一起退回，改好后再传那个文件即可，不会重复登记。",
)
