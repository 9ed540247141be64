"""Sheets and rows as people make them."""

from datetime import date, datetime

import openpyxl
import pytest
import xlsxwriter

from jingwei.foundation.documents.errors import Unreadable
from tests.foundation.spreadsheets.made import HEADS, ROW, TABLE, cells, opened, xlsx

SECOND = ("李四", "女", None, None, "第二党支部", None)


def refusal(path, **options):
    """(what the user is told, what to do now)."""
    with pytest.raises(Unreadable) as said:
        opened(path, **options)
    return said.value.message, said.value.next_step


def test_a_plain_sheet_is_read_with_its_row_numbers(tmp_path):
    sheet, rows = opened(xlsx(tmp_path / "a.xlsx", [HEADS, ROW, SECOND]))
    assert [(row.number, row.original, row.cells) for row in rows] == [(2, None, ROW), (3, None, SECOND)]
    assert (sheet.title, sheet.format, sheet.heading_row, sheet.first_row, sheet.height) == ("Sheet1", "xlsx", 1, 2, 2)
    assert (sheet.headings, sheet.mark, sheet.notices) == (HEADS, None, ())


def test_titles_above_the_heading_and_blank_rows_are_passed_over(tmp_path):
    rows = [
        ["某某街道党员名册"],
        [],
        ["填报单位：云桥镇", None, "2026 年 3 月"],
        HEADS,
        ROW,
        [],
        ["", " "],
        SECOND,
        [],
        [],
    ]
    sheet, found = opened(xlsx(tmp_path / "a.xlsx", rows))
    assert [(row.number, row.cells[0]) for row in found] == [(5, "张三"), (8, "李四")]
    assert (sheet.heading_row, sheet.notices) == (4, ("表头在第 4 行。",))


def test_a_table_that_begins_in_another_place_is_found(tmp_path):
    rows = [[], [], [None, None, *HEADS], [None, None, *ROW]]
    _, found = opened(xlsx(tmp_path / "a.xlsx", rows))
    assert [(row.number, row.cells) for row in found] == [(4, ROW)]


def test_columns_in_any_order_and_others_beside_them(tmp_path):
    heads = ["序号", "备注", "籍贯", "党员姓名"]
    sheet, found = opened(xlsx(tmp_path / "a.xlsx", [heads, [1, "甲", "云桥", "张三"], [2, None, None, None]]))
    assert [row.cells for row in found] == [("张三", None, None, None, None, "甲")]  # a serial number is no row
    assert (sheet.matched.places, sheet.notices) == ({"note": 1, "name": 3}, ("没有用到的列：“籍贯”。",))


def test_a_heading_of_two_rows_is_read_together(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        place = book.add_worksheet()
        for column, title in enumerate(("姓名", "性别")):
            place.merge_range(0, column, 1, column, title)
        place.merge_range(0, 2, 0, 3, "身份")
        place.write_row(1, 2, ["出生日期", "身份证号"])
        place.write_row(2, 0, ["张三", "男", "1985-07-03", "990000198507031232"])
    sheet, found = opened(tmp_path / "a.xlsx")
    assert [(row.number, row.cells) for row in found] == [(3, (*ROW[:4], None, None))]
    assert sheet.heading_row == 2


def test_cells_merged_down_a_column_have_their_value_in_every_row(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        place = book.add_worksheet()
        place.write_row(0, 0, ["姓名", "所在支部"])
        place.merge_range(1, 1, 3, 1, "第一党支部")
        place.write_column(1, 0, ["张三", "李四", "王五", "赵六"])
    assert [(row[0], row[4]) for row in cells(tmp_path / "a.xlsx")] == [
        ("张三", "第一党支部"),
        ("李四", "第一党支部"),
        ("王五", "第一党支部"),
        ("赵六", None),
    ]


def test_hidden_rows_are_read_and_said(tmp_path):
    path = xlsx(tmp_path / "a.xlsx", [HEADS, ROW, SECOND])
    book = openpyxl.load_workbook(path)
    book.active.row_dimensions[3].hidden = True
    book.save(path)
    sheet, found = opened(path)
    assert len(found) == 2
    assert sheet.notices == ("有 1 行是隐藏的，也一起读取了。",)


def test_of_several_sheets_the_one_that_fits_best_is_taken(tmp_path):
    other = [["说明"], ["姓名", "性别"], ["甲乙", "男"]]
    sheet, found = opened(xlsx(tmp_path / "a.xlsx", other, sheets={"名册": [HEADS, ROW]}))
    assert (sheet.title, [row.cells for row in found]) == ("名册", [ROW])
    assert sheet.notices == ("文件里有 2 张工作表，读取的是“名册”。",)


def test_an_empty_copy_of_the_template_is_no_riddle(tmp_path):
    sheet, _ = opened(xlsx(tmp_path / "a.xlsx", [HEADS], sheets={"名册": [HEADS, ROW]}))
    assert sheet.title == "名册"


def test_two_sheets_alike_are_refused_unless_one_is_chosen(tmp_path):
    path = xlsx(tmp_path / "a.xlsx", [HEADS, ROW], sheets={"名册": [HEADS, SECOND]})
    assert refusal(path) == (
        "“Sheet1”、“名册”都像要导入的表，分不清用哪一张。",
        "请删去其余的工作表，另存后再上传。",
    )
    assert cells(path, sheet="名册") == [SECOND]
    assert refusal(path, sheet="别的")[0] == "没有叫“别的”的工作表。"


def test_a_hidden_sheet_is_not_read(tmp_path):
    path = xlsx(tmp_path / "a.xlsx", [HEADS, ROW], sheets={"去年": [HEADS, SECOND]})
    book = openpyxl.load_workbook(path)
    book["去年"].sheet_state = "hidden"
    book.save(path)
    assert cells(path) == [ROW]


def test_cells_keep_what_they_are(tmp_path):
    row = ("张三", 1, date(1985, 7, 3), 990000198507031232, True, 0.5)
    (found,) = cells(xlsx(tmp_path / "a.xlsx", [HEADS, row]))
    assert found == ("张三", 1.0, date(1985, 7, 3), 990000198507031300.0, True, 0.5)  # Excel itself has lost the tail
    assert [type(cell) for cell in found] == [str, float, date, float, bool, float]
    (moment,) = cells(xlsx(tmp_path / "b.xlsx", [HEADS, ("张三", "", datetime(1985, 7, 3, 8, 30))]))  # noqa: DTZ001
    assert moment[2] in (date(1985, 7, 3), datetime(1985, 7, 3, 8, 30))  # noqa: DTZ001


def test_a_formula_is_read_as_shown_and_an_error_as_the_error(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        place = book.add_worksheet()
        place.write_row(0, 0, HEADS)
        place.write_formula(1, 0, '="张"&"三"', None, "张三")
        place.write_formula(1, 1, "=VLOOKUP(1,A1:A2,1)", None, "#N/A")
    assert cells(tmp_path / "a.xlsx") == [("张三", "#N/A", None, None, None, None)]


def test_a_formula_without_a_result_is_refused(tmp_path):
    book = openpyxl.Workbook()
    for row in (HEADS, ("张三", '="男"')):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    assert refusal(tmp_path / "a.xlsx")[0] == "单元格 B2 的公式没有算出结果。"


def test_what_cannot_be_a_table_is_refused_with_what_to_do(tmp_path):
    assert refusal(xlsx(tmp_path / "a.xlsx", [["甲", "乙"], ["1", "2"]])) == (
        "没有找到表头：前 20 行里没有一行像“姓名、性别、出生日期”这样的标题。",
        "请下载模板对照，把各列的标题写在数据上面的一行。",
    )
    assert refusal(xlsx(tmp_path / "b.xlsx", [["性别", "备注"], ["男", "甲"]]))[0] == "缺少必须有的列：“姓名”。"
    assert refusal(xlsx(tmp_path / "c.xlsx", [["姓名", "党员姓名", "性别"], ["张三"]]))[0] == (
        "有两列是同一个意思：“党员姓名”。"
    )
    assert refusal(xlsx(tmp_path / "d.xlsx", [HEADS, [], []]))[0] == "表头下面没有内容。"
    assert refusal(xlsx(tmp_path / "e.xlsx", [[]]))[0].startswith("没有找到表头")


def test_more_rows_than_allowed_are_refused_and_as_many_are_read(tmp_path):
    path = xlsx(tmp_path / "a.xlsx", [HEADS, ROW, ROW, ROW])
    assert len(cells(path, most_rows=3)) == 3
    assert refusal(path, most_rows=2) == ("表格超过了 2 行。", "请拆成几个文件，分别上传。")


def test_a_name_that_promises_another_format_is_said(tmp_path):
    sheet, _ = opened(xlsx(tmp_path / "a.xlsx", [HEADS, ROW]), table=TABLE, name="名册.xls")
    assert sheet.notices == ("文件名以 .xls 结尾，内容却是 xlsx 格式，已按内容读取。",)
