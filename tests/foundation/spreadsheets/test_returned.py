"""The failing rows, given back in the user's own file."""

import io
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.styles import Font, PatternFill

from jingwei.foundation.spreadsheets.columns import Flaw
from jingwei.foundation.spreadsheets.marks import Mark
from jingwei.foundation.spreadsheets.outgoing import Rejected, write_rejected
from tests.foundation.spreadsheets.made import HEADS, ROW, TABLE, opened, xls, xlsx

BAD = Flaw("gender", "“难”不在“性别”的列表里。", "请从下拉列表里选择。", "难")
ALSO = Flaw("note", "太长。", "请缩写。", "…")
ADDED = ["原表行号", "哪里不对", "怎么改"]


def row(name, sex="男", note="无"):
    return (name, sex, "1985-07-03", None, "第一党支部", note)


def returned(path: Path, rejected: list[Rejected], *, into: str = "back.xlsx", source: Path | None = None, **options):
    """Writes the error file beside `path`; gives its path and what kind it is."""
    back = path.with_name(into)
    with back.open("wb") as target:
        kind = write_rejected(target, TABLE, rejected, path=source or path, job="token-1", **options)
    return back, kind


@pytest.fixture
def own(tmp_path):
    """A file of the user's own making: a title, colours, a filter, a note beside it."""
    path = xlsx(tmp_path / "a.xlsx", [["某镇名册"], HEADS, *(row(f"党员{sign}") for sign in "甲乙丙丁戊")])
    book = openpyxl.load_workbook(path)
    sheet = book.active
    sheet["A5"].font = Font(bold=True)
    sheet["A5"].fill = PatternFill("solid", fgColor="FFFF00")
    sheet["B5"].value, sheet["F5"].value = "难", "=不是公式"
    sheet["F5"].data_type = "s"
    sheet["B7"].value = "难"
    sheet.column_dimensions["A"].width = 33
    sheet.auto_filter.ref = "A2:F7"
    sheet.row_dimensions[6].hidden = True
    book.create_sheet("别的")["A1"] = "留着"
    book.save(path)
    return path


REJECTED = [Rejected(7, 7, row("党员戊", "难"), (BAD,)), Rejected(5, 5, row("党员丙", "难"), (BAD, ALSO))]


def test_only_the_failing_rows_are_left_with_the_reason_beside_them(own):
    back, kind = returned(own, REJECTED)
    sheet = openpyxl.load_workbook(back)["Sheet1"]
    rows = [[cell.value for cell in line] for line in sheet.iter_rows()]
    assert kind == "own"
    assert rows[:2] == [["某镇名册", *[None] * 8], [*HEADS, *ADDED]]
    assert rows[2:] == [
        [
            *(*row("党员丙", "难", "=不是公式"), 5),
            "性别：“难”不在“性别”的列表里。\n备注：太长。",
            "性别：请从下拉列表里选择。\n备注：请缩写。",
        ],
        [*row("党员戊", "难"), 7, "性别：“难”不在“性别”的列表里。", "性别：请从下拉列表里选择。"],
    ]


def test_the_looks_of_the_file_are_kept_and_the_wrong_cells_coloured(own):
    back, _ = returned(own, REJECTED)
    book = openpyxl.load_workbook(back)
    sheet = book["Sheet1"]
    assert (sheet["A3"].font.bold, sheet["A3"].fill.fgColor.rgb) == (True, "00FFFF00")
    assert sheet["B3"].fill.fgColor.rgb == sheet["F3"].fill.fgColor.rgb == sheet["B4"].fill.fgColor.rgb == "00FBE3E3"
    assert sheet["A4"].fill.fgColor.rgb == sheet["F4"].fill.fgColor.rgb == "00000000"
    assert sheet.column_dimensions["A"].width == 33
    assert sheet["F3"].data_type == "s"  # a text that begins with = is still no formula
    assert (sheet.auto_filter.ref, sheet.max_row) == (None, 4)
    assert not [number for number, line in sheet.row_dimensions.items() if line.hidden]
    assert (book["别的"]["A1"].value, book["经纬标记"].sheet_state) == ("留着", "veryHidden")


def test_the_file_comes_back_as_the_same_job_with_the_first_row_numbers(own):
    back, _ = returned(own, REJECTED)
    sheet, rows = opened(back)
    assert sheet.mark == Mark("member", "党员名册", "3", "token-1", "Sheet1")
    assert [(one.number, one.original, one.cells[0]) for one in rows] == [(3, 5, "党员丙"), (4, 7, "党员戊")]
    assert sheet.matched.unknown == ()


def test_a_second_round_keeps_the_first_numbers_and_adds_no_more_columns(own):
    back, _ = returned(own, REJECTED)
    again, kind = returned(back, [Rejected(4, 7, row("党员戊", "难"), (ALSO,))], into="again.xlsx")
    sheet = openpyxl.load_workbook(again)["Sheet1"]
    assert kind == "own"
    assert [cell.value for cell in sheet[2]] == [*HEADS, *ADDED]
    assert [cell.value for cell in sheet[3]][6:] == [7, "备注：太长。", "备注：请缩写。"]
    assert [(one.number, one.original) for one in opened(again)[1]] == [(3, 7)]


def test_a_row_moved_by_the_user_keeps_its_number(own):
    back, _ = returned(own, REJECTED)
    book = openpyxl.load_workbook(back)
    sheet = book["Sheet1"]
    lines = [[cell.value for cell in sheet[number]] for number in (3, 4)]
    for number, line in zip((4, 3), lines, strict=True):
        for column, value in enumerate(line, 1):
            sheet.cell(number, column).value = value
            sheet.cell(number, column).data_type = "n" if isinstance(value, int) else "s"
    book.save(back)
    assert [(one.original, one.cells[0]) for one in opened(back)[1]] == [(7, "党员戊"), (5, "党员丙")]


def test_a_number_that_is_no_row_is_not_believed(own):
    back, _ = returned(own, REJECTED)
    book = openpyxl.load_workbook(back)
    book["Sheet1"]["G3"], book["Sheet1"]["G4"] = "甲", -4
    book.save(back)
    assert [one.original for one in opened(back)[1]] == [None, None]


def test_the_added_columns_mean_nothing_in_a_file_without_a_job(tmp_path):
    path = xlsx(tmp_path / "a.xlsx", [[*HEADS, "原表行号"], [*ROW, 9]])
    assert [one.original for one in opened(path)[1]] == [None]


def test_merged_cells_are_taken_apart(tmp_path):
    path = xlsx(tmp_path / "a.xlsx", [HEADS, *(row(f"党员{sign}") for sign in "甲乙丙")])
    book = openpyxl.load_workbook(path)
    book.active["E3"], book.active["E4"] = None, None
    book.active.merge_cells("E2:E4")
    book.save(path)
    back, _ = returned(path, [Rejected(4, 4, row("党员丙"), (BAD,))])
    assert [one.cells[4] for one in opened(back)[1]] == ["第一党支部"]


def test_formulas_are_kept_as_what_they_showed(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        place = book.add_worksheet()
        place.write_row(0, 0, HEADS)
        place.write_row(1, 0, row("党员甲"))
        place.write_row(2, 0, row("党员乙"))
        place.write_formula(2, 1, "=B2", None, "男")
        place.write_formula(2, 5, "=1/0", None, "#DIV/0!")
    back, _ = returned(tmp_path / "a.xlsx", [Rejected(3, 3, row("党员乙"), (ALSO,))])
    assert [cell.value for cell in openpyxl.load_workbook(back)["Sheet1"][2]][:6] == [*row("党员乙")[:5], "#DIV/0!"]
    assert opened(back)[1][0].cells[5] == "#DIV/0!"


@pytest.mark.parametrize("kind", ["csv", "xls", "none"])
def test_a_file_that_cannot_be_kept_is_written_anew(tmp_path, kind):
    lost = 990000198507031200.0
    path = tmp_path / f"a.{kind}"
    if kind == "csv":
        path.write_text("姓名,性别\n党员甲,难\n", encoding="utf-8")
    elif kind == "xls":
        xls(path, [HEADS, row("党员甲", "难")])
    rejected = [Rejected(2, 2, ("党员甲", "难", None, lost, "=1+1", None), (BAD,))]
    target = io.BytesIO()
    source = None if kind == "none" else path
    assert write_rejected(target, TABLE, rejected, path=source, job="token-1", name="名册.csv") == "fresh"
    back = tmp_path / "back.xlsx"
    back.write_bytes(target.getvalue())
    sheet, rows = opened(back)
    assert sheet.mark == Mark("member", "党员名册", "3", "token-1", "党员名册")
    assert [(one.original, one.cells) for one in rows] == [(2, ("党员甲", "难", None, lost, "=1+1", None))]
    book = openpyxl.load_workbook(back)
    assert [cell.value for cell in book["党员名册"][1]] == ["*姓名", *HEADS[1:], *ADDED]
    assert book["党员名册"]["B2"].fill.fgColor.rgb == "FFFBE3E3"
    assert book["党员名册"]["E2"].data_type == "s"


def test_a_flaw_of_the_whole_row_is_said_without_a_column(own):
    back, _ = returned(own, [Rejected(5, 5, row("党员丙"), (Flaw("", "与第 3 行是同一个人。", "请删去一行。"),))])
    assert [cell.value for cell in openpyxl.load_workbook(back)["Sheet1"][3]][7:] == [
        "整行：与第 3 行是同一个人。",
        "整行：请删去一行。",
    ]
