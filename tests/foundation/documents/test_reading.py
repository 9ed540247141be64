import codecs

import pytest

from jingwei.foundation.documents import MAX_BYTES, PlainText, Unreadable, pasted_text, plain_text, refuse_by_size

from .made import docx, paragraph, pdf, zipped

TEXT = "柳溪镇2024年工作要点\n一、建强组织\n每季度召开一次支部党员大会。"


def refusal(filename: str, data: bytes) -> tuple[str, str]:
    with pytest.raises(Unreadable) as caught:
        plain_text(filename, data)
    return caught.value.message, caught.value.next_step


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-16"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("gb18030"), "gb18030"),
    ],
)
def test_a_text_is_read_in_the_encodings_of_the_field(data: bytes, encoding: str) -> None:
    assert plain_text("要点.txt", data) == PlainText(TEXT, "txt", encoding)


def test_line_ends_of_all_systems_become_one_and_unseen_signs_go() -> None:
    read = plain_text("a.txt", "甲\r\n乙\r丙\u2028丁\u200b戊\x00".replace("\x00", "").encode())
    assert read.text == "甲\n乙\n丙\n丁戊"


def test_a_txt_keeps_what_would_be_markup_elsewhere() -> None:
    assert plain_text("a.txt", "# **标题**\n不少于**万元".encode()).text == "# **标题**\n不少于**万元"


def test_a_damaged_sign_is_shown_and_told() -> None:
    read = plain_text("a.txt", (TEXT * 10).encode() + b"\xff" + "完".encode())
    assert read.text.count("\ufffd") == 1
    assert read.warnings == ("有 1 处文字已损坏，显示为“\ufffd”，请对照原文补上。",)


def test_a_pasted_text_is_tidied() -> None:
    assert pasted_text("甲\r\n乙") == PlainText("甲\n乙", "txt")
    with pytest.raises(Unreadable):
        pasted_text(" \r\n\u3000")


def test_an_empty_file_is_refused() -> None:
    assert refusal("a.docx", b"") == ("文件是空的。", "请确认选对了文件，或把全文直接粘贴进来。")


@pytest.mark.parametrize("data", [b" \r\n\t\n", "\u3000\n".encode(), codecs.BOM_UTF8, docx(paragraph(" "))])
def test_a_file_of_spaces_is_refused(data: bytes) -> None:
    assert refusal("a.txt", data)[0] == "文件里没有文字。"


def test_a_large_file_is_refused_before_it_is_read() -> None:
    refuse_by_size(MAX_BYTES)
    with pytest.raises(Unreadable) as caught:
        refuse_by_size(100 * 1024 * 1024)
    assert caught.value.message == "文件有 100 MB，超过了 20 MB。"
    assert caught.value.next_step


def test_a_file_just_over_the_limit_is_not_called_as_large_as_the_limit() -> None:
    with pytest.raises(Unreadable) as caught:
        refuse_by_size(MAX_BYTES + 1)
    assert caught.value.message == "文件有 20.1 MB，超过了 20 MB。"


def test_a_text_of_a_million_signs_is_refused() -> None:
    assert refusal("a.txt", ("字" * 1_000_000).encode())[0] == "全文有 1000000 个字，超过了 30 万字。"


@pytest.mark.parametrize(
    "data",
    [bytes(range(256)) * 50, b"\x7fELF\x02\x01\x01\x00" * 40, "繁體中文的會議紀錄與計畫".encode("big5") * 20],
    ids=["all bytes", "a program", "another encoding"],
)
def test_what_is_no_text_we_know_is_refused(data: bytes) -> None:
    message, next_step = refusal("a.txt", data)
    assert message.startswith("认不出文件里的文字")
    assert "UTF-8" in next_step


@pytest.mark.parametrize(
    ("filename", "data", "start"),
    [
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "这是旧版 Word（.doc）或 WPS（.wps）的文件"),
        ("a.wps", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "这是旧版 Word（.doc）或 WPS（.wps）的文件"),
        (
            "a.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "这个文件设了打开密码",
        ),
        ("a.doc", rb"{\rtf1\ansi text}", "暂时读不了 RTF 文件"),
        ("a.pdf", b"\xff\xd8\xff\xe0" + b"\x00" * 50, "这是一张图片"),
        ("a.docx", zipped({"xl/workbook.xml": "<x/>"}), "这是一个 Excel 表格"),
        ("a.docx", zipped({"OFD.xml": "<x/>"}), "暂时读不了 OFD 版式文件"),
        ("a.docx", zipped({"photo.jpg": b"1"}), "这是一个压缩包"),
        ("a.docx", zipped({"word/document.xml": "<x/>"})[:-30], "文件已损坏"),
        ("a.docx", zipped({"word/document.xml": "<a><b></a>"}), "文件已损坏"),
        ("a.docx", zipped({"word/other.xml": "<a/>"}), "文件里找不到正文"),
        ("a.pdf", b"%PDF-1.7\nnothing", "这个 PDF 已损坏"),
    ],
)
def test_what_cannot_be_read_is_named(filename: str, data: bytes, start: str) -> None:
    message, next_step = refusal(filename, data)
    assert message.startswith(start)
    assert next_step


@pytest.mark.parametrize(
    ("filename", "data", "kind"),
    [
        ("要点.txt", pdf([(90, 700, "一、建强组织，压实责任")]), "pdf"),
        ("要点.doc", docx(paragraph("一、建强组织，压实责任")), "docx"),
        ("要点.docx", "<!DOCTYPE html><p>一、建强组织，压实责任".encode(), "html"),
        ("要点.docx", "一、建强组织，压实责任".encode(), "txt"),
    ],
)
def test_a_wrong_name_does_not_stop_the_reading_and_is_told(filename: str, data: bytes, kind: str) -> None:
    read = plain_text(filename, data)
    assert (read.text, read.format) == ("一、建强组织，压实责任", kind)
    assert len(read.warnings) == 1
    assert filename in read.warnings[0]
