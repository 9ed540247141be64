"""Templates and exports: everything that goes out comes back as it was, and nothing of it can become a formula."""

import csv
import io
from datetime import date

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jingwei.foundation.spreadsheets.cells import Code, Day, PersonName, Text
from jingwei.foundation.spreadsheets.cells.signs import CONTROL
from jingwei.foundation.spreadsheets.columns import Column, Table, row_reader
from jingwei.foundation.spreadsheets.marks import Mark
from jingwei.foundation.spreadsheets.outgoing import write_csv, write_table
from jingwei.foundation.spreadsheets.outgoing.book import sheet_title
from tests.foundation.spreadsheets.kinds import ETHNIC, ON
from tests.foundation.spreadsheets.made import HEADS, NAME, NOTE, TABLE, opened
from tests.foundation.spreadsheets.test_reading import refusal

VALUES = [
    {
        "name": "张三",
        "gender": "1",
        "born_on": date(1985, 7, 3),
        "id_number": "990000198507031232",
        "branch": "第一党支部",
        "note": "=1+1",
    },
    {"name": "李四", "gender": None, "born_on": None, "id_number": None, "branch": None, "note": "-@+'\"甲,乙;\t"},
]
DANGEROUS = tuple('=1+1|=HYPERLINK("x")|+1|-1|@SUM(A1)|\tx|\rx|＝1+1|\'=1| =1|{=1}|http://a.b|0012'.split("|"))


def book_of(table, rows=(), **options):
    target = io.BytesIO()
    write_table(target, table, rows, **options)
    return openpyxl.load_workbook(io.BytesIO(target.getvalue()))


def read_back(tmp_path, write, table, rows):
    path = tmp_path / "out"
    with path.open("wb") as target:
        assert write(target, table, rows) == len(rows)
    read = row_reader(table, on=ON)
    return [read(row.cells).values for row in opened(path, table)[1]]


@pytest.mark.parametrize("write", [write_table, write_csv])
def test_what_goes_out_comes_back_as_it_was(tmp_path, write):
    rows = [VALUES[0], {**VALUES[1], "note": "-@+'\"甲,乙;"}]
    assert read_back(tmp_path, write, TABLE, rows) == rows


@pytest.mark.parametrize("write", [write_table, write_csv])
@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    texts=st.lists(
        st.one_of(
            st.sampled_from(DANGEROUS),
            st.text(max_size=20),
            st.text("'=+-@\t\r\n_x0041 \"", min_size=1, max_size=8),
            st.from_regex(r"_x00[0-9A-F]{2}_", fullmatch=True),
        ),
        min_size=1,
        max_size=60,
    )
)
def test_any_text_comes_back_as_it_was(tmp_path, write, texts):
    notes = [Text(max=200).read(text, on=ON) for text in texts if not CONTROL.search(text)]
    rows = [{"name": "张三", "note": note} for note in notes]
    if rows:
        assert read_back(tmp_path, write, Table("t", "表", (NAME, NOTE)), rows) == rows


def test_no_cell_of_a_workbook_is_a_formula():
    book = book_of(TABLE, [{**VALUES[0], "name": text, "note": text} for text in DANGEROUS])
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    written = [row[5].value.replace("_x000D_", "\r") for row in book["党员名册"].iter_rows(min_row=2)]
    assert written == list(DANGEROUS)


def test_no_cell_of_separated_text_can_become_a_formula():
    target = io.BytesIO()
    write_csv(target, Table("t", "=表", (NAME, NOTE)), [{"name": "张三", "note": text} for text in DANGEROUS])
    text = target.getvalue().decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert not [cell for cell in cells if cell.lstrip(" ").startswith(("=", "+", "-", "@", "＝", "\t", "\r"))]
    assert target.getvalue().startswith(b"\xef\xbb\xbf")


def test_every_column_of_a_template_is_text_down_to_the_end():
    sheet = book_of(TABLE)["党员名册"]
    assert [sheet.column_dimensions[letter].number_format for letter in "ABCDEF"] == ["@"] * 6
    assert [cell.value for cell in sheet[1]] == ["*姓名", *HEADS[1:]]
    assert {cell.number_format for cell in sheet[1]} == {"@"}
    assert (sheet.max_row, sheet.freeze_panes) == (1, "B2")


def test_dropdowns_come_from_a_hidden_sheet():
    table = Table("t", "表", (NAME, Column("ethnic", "民族", Code(ETHNIC)), TABLE.columns[4]))
    book = book_of(table, offered={"branch": ("第一党支部", "第二党支部")})
    rules = book["表"].data_validations.dataValidation
    assert [(str(rule.sqref), rule.formula1) for rule in rules] == [
        ("B2:B100001", "'选项'!$A$1:$A$7"),
        ("C2:C100001", "'选项'!$B$1:$B$2"),
    ]
    assert [cell.value for cell in book["选项"]["A"]][:2] == ["汉族", "蒙古族"]
    assert {sheet.title: sheet.sheet_state for sheet in book} == {
        "表": "visible",
        "填写说明": "visible",
        "选项": "hidden",
        "经纬标记": "veryHidden",
    }


def test_the_explanation_says_how_to_fill_in_each_column():
    sheet = book_of(TABLE)["填写说明"]
    rows = [tuple(cell.value for cell in row) for row in sheet.iter_rows(min_row=5)]
    assert rows[0][0] == "每月 5 日前上传。"
    assert rows[3] == ("姓名", "是", "一个人的姓名，与身份证一致；少数民族姓名中间用“·”。", "张三")
    assert len(rows) == 3 + len(TABLE.columns)


def test_the_mark_says_which_table_and_version(tmp_path):
    path = tmp_path / "a.xlsx"
    with path.open("wb") as target:
        write_table(target, TABLE, VALUES)
    sheet, _ = opened(path)
    assert sheet.mark == Mark("member", "党员名册", "3")
    assert sheet.notices == ()


def test_the_template_of_another_table_is_refused(tmp_path):
    path = tmp_path / "a.xlsx"
    with path.open("wb") as target:
        write_table(target, Table("unit", "单位名册", TABLE.columns), VALUES)
    assert refusal(path) == (
        "这个文件是“单位名册”的表格，不是“党员名册”的。",
        "请在“单位名册”的导入里上传，或下载“党员名册”的模板。",
    )


def test_a_masked_text_goes_out_as_it_stands():
    row = {"name": "张三", "born_on": "1985-**-**", "id_number": "990000********1232"}
    sheet = book_of(TABLE, [row])["党员名册"]
    assert [cell.value for cell in sheet[2]] == ["张三", None, "1985-**-**", "990000********1232", None, None]


def test_a_title_that_excel_forbids_is_made_fit():
    titles = ["党员[2026]/名册:*?", "", "很长的标题" * 10]
    assert [sheet_title(Table("t", title, ())) for title in titles] == ["党员2026名册", "表", ("很长的标题" * 10)[:31]]


def test_a_thousand_rows_are_written_as_a_stream():
    rows = ({"name": "张三", "note": str(number)} for number in range(1000))
    target = io.BytesIO()
    assert write_table(target, Table("t", "表", (Column("name", "姓名", PersonName()), NOTE)), rows) == 1000
    assert next(rows, None) is None


def test_a_day_goes_out_as_text():
    sheet = book_of(Table("t", "表", (Column("day", "日期", Day()),)), [{"day": date(1985, 7, 3)}])["表"]
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("1985-07-03", "s")
