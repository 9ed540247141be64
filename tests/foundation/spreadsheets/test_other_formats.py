"""Old workbooks and separated text, in the encodings of the field."""

import codecs
from datetime import date

import pytest
import xlwt

from tests.foundation.spreadsheets.made import HEADS, ROW, cells, opened, xls
from tests.foundation.spreadsheets.test_reading import refusal

LINES = "\r\n".join((",".join(HEADS), ",".join(ROW)))
ROWS = [ROW]


def test_an_old_workbook_is_read(tmp_path):
    sheet, rows = opened(xls(tmp_path / "a.xls", [["党员名册"], HEADS, ROW, ("李四", 1, "", 990000198507031232)]))
    assert [row.cells[:4] for row in rows] == [ROW[:4], ("李四", 1.0, None, 990000198507031300.0)]
    assert (sheet.format, sheet.heading_row, sheet.height) == ("xls", 2, 2)


def test_an_error_in_an_old_workbook_is_a_bad_cell(tmp_path):
    book = xlwt.Workbook()
    place = book.add_sheet("Sheet1")
    for column, title in enumerate(HEADS):
        place.write(0, column, title)
    place.write(1, 0, "张三")
    place.row(1).set_cell_error(1, 42)
    book.save(str(tmp_path / "a.xls"))
    assert cells(tmp_path / "a.xls")[0][:2] == ("张三", "#N/A")


@pytest.mark.parametrize(
    "data",
    [
        LINES.encode(),
        LINES.encode("utf-8-sig"),
        LINES.encode("gb18030"),
        codecs.BOM_UTF16_LE + LINES.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + LINES.encode("utf-16-be"),
        LINES.replace("\r\n", "\n").encode(),
        LINES.replace("\r\n", "\r").encode(),
        (LINES + "\r\n\r\n").encode(),
        LINES.replace(",", "\t").encode("gb18030"),
        LINES.replace(",", ";").encode(),
        ("sep=;\r\n" + LINES.replace(",", ";")).encode(),
        ("\r\n".join('"' + line.replace(",", '","') + '"' for line in LINES.split("\r\n"))).encode(),
        LINES.replace("无", '"甲,乙\n""丙"""').encode(),
    ],
)
def test_separated_text_is_read_in_every_encoding(tmp_path, data):
    (tmp_path / "a.csv").write_bytes(data)
    (row,) = cells(tmp_path / "a.csv")
    assert row[:5] == ROW[:5]
    assert row[5] in ("无", '甲,乙\n"丙"')


def test_text_that_calls_itself_a_workbook_is_read_as_text(tmp_path):
    (tmp_path / "a.xls").write_bytes(LINES.replace(",", "\t").encode("gb18030"))
    sheet, rows = opened(tmp_path / "a.xls", name="a.xls")
    assert ([row.cells for row in rows], sheet.notices) == (
        [ROW],
        ("文件名以 .xls 结尾，内容却是 csv 格式，已按内容读取。",),
    )


def test_the_apostrophe_that_guards_a_text_is_taken_away(tmp_path):
    (tmp_path / "a.csv").write_text("姓名,备注\n张三,'=1+1\n李四,'abc\n", encoding="utf-8")
    assert [row[5] for row in cells(tmp_path / "a.csv")] == ["=1+1", "'abc"]


def test_what_is_no_table_is_refused_by_its_content(tmp_path):
    files = {
        b"": "这个文件是空的。",
        b"   \r\n": "这个文件是空的。",
        b"%PDF-1.7 ...": "这是 PDF 文件，不是表格。",
        b"\xff\xd8\xff\xe0....": "这是一张图片，不是表格。",
        b"\x89PNG\r\n\x1a\n....": "这是一张图片，不是表格。",
        b"Rar!\x1a\x07\x00...": "这是一个压缩包。",
        b"<html><body><table><tr><td>1</td></tr></table>": "这个文件其实是网页，只是名字像表格。",
        b'<?xml version="1.0"?><Workbook/>': "这是旧式的 XML 表格，暂时读不了。",
        b"PK\x03\x04 and then nothing": "文件已损坏，打不开。",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600: "文件已损坏，打不开。",
        b"\x00\x01\x02\x03\x04\x05" * 50: "认不出文件里的文字。",
        "姓名,性別\n張三,男\n".encode("big5") + b"\xff": "认不出文件里的文字。",
    }
    said = {}
    for number, data in enumerate(files):
        path = tmp_path / f"{number}.xlsx"
        path.write_bytes(data)
        said[data] = refusal(path)[0]
    assert said == files


def test_days_of_an_old_workbook_are_days(tmp_path):
    book = xlwt.Workbook()
    place = book.add_sheet("Sheet1")
    for column, title in enumerate(("姓名", "出生日期")):
        place.write(0, column, title)
    place.write(1, 0, "张三")
    place.write(1, 1, date(1985, 7, 3), xlwt.easyxf(num_format_str="YYYY-MM-DD"))
    book.save(str(tmp_path / "a.xls"))
    assert cells(tmp_path / "a.xls")[0][2] == date(1985, 7, 3)
