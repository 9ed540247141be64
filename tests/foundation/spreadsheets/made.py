"""Files and a small table for the tests of spreadsheets."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter
import xlwt

from jingwei.foundation.spreadsheets.cells import Code, Day, IdNumber, PersonName, Reference, Text
from jingwei.foundation.spreadsheets.columns import Column, Table
from jingwei.foundation.spreadsheets.reading import OpenedSheet, RawRow, read_table
from tests.foundation.spreadsheets.kinds import GENDER

NAME = Column("name", "姓名", PersonName(), required=True, aliases=("党员姓名",), example="张三")
SEX = Column("gender", "性别", Code(GENDER))
BORN = Column("born_on", "出生日期", Day(), aliases=("出生年月",))
NUMBER = Column("id_number", "公民身份号码", IdNumber(), aliases=("身份证号", "身份证号码"))
BRANCH = Column("branch", "所在支部", Reference(of="党支部"))
NOTE = Column("note", "备注", Text(max=200))
TABLE = Table("member", "党员名册", (NAME, SEX, BORN, NUMBER, BRANCH, NOTE), version="3", notes=("每月 5 日前上传。",))
HEADS = tuple(column.title for column in TABLE.columns)
ROW = ("张三", "男", "1985-07-03", "990000198507031232", "第一党支部", "无")


def xlsx(
    path: Path, rows: Iterable[Sequence[Any]], *, sheets: dict[str, Iterable[Sequence[Any]]] | None = None
) -> Path:
    """An .xlsx of the rows (and of further sheets), written without our own code. Texts are texts."""
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_numbers": False}) as book:
        days = book.add_format({"num_format": "yyyy-mm-dd"})
        book.formats[0].set_font_size(11)
        for title, lines in {"Sheet1": rows, **(sheets or {})}.items():
            place = book.add_worksheet(title)
            for number, line in enumerate(lines):
                for column, cell in enumerate(line):
                    if hasattr(cell, "isoformat"):
                        place.write_datetime(number, column, cell, days)
                    else:
                        place.write(number, column, cell)
    return path


def xls(path: Path, rows: Iterable[Sequence[Any]]) -> Path:
    """An old .xls of the rows."""
    book = xlwt.Workbook()
    place = book.add_sheet("Sheet1")
    for number, line in enumerate(rows):
        for column, cell in enumerate(line):
            place.write(number, column, cell)
    book.save(str(path))
    return path


def opened(path: Path, table: Table = TABLE, **options: Any) -> tuple[OpenedSheet, list[RawRow]]:
    """What was found in the file, and all its rows."""
    with read_table(path, table, **options) as sheet:
        return sheet, list(sheet.rows)


def cells(path: Path, table: Table = TABLE, **options: Any) -> list[tuple[Any, ...]]:
    """The cells of all rows."""
    return [row.cells for row in opened(path, table, **options)[1]]
