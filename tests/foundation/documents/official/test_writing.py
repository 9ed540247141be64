"""What is written into the file: every sign, the standard's fonts, and where sender and day stand."""

import zipfile
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from jingwei.foundation.documents import plain_text
from jingwei.foundation.documents.official import Paper, official_document
from jingwei.foundation.documents.official.writing import edges

SIGNS = "经纬<>&\"'{}%$_\\/-—… \t\n\x00\x01\x0b\x0c\x1f\ud800\ufffe𠮷é0"


def opened(*blocks, title="题目", **ends):
    return Document(BytesIO(official_document(title, blocks, **ends)))


def lines(paper):
    return [paragraph.text for paragraph in paper.paragraphs]


def font(run):
    return run._element.rPr.rFonts.get(qn("w:eastAsia"))


@settings(max_examples=25)  # each opens two files
@given(st.text(alphabet=SIGNS, min_size=1, max_size=40))
def test_any_text_comes_out_as_it_was(text):
    held = "".join(sign for sign in text if sign in "\t\n" or sign.isprintable())
    assert opened((0, text), (0, [(text, "bold"), text])).paragraphs[1].text == held
    assert lines(opened((0, text), title=text, sender=text)) == [held, held, "", "", held]


def test_the_reader_of_papers_reads_it_back():
    written = official_document("关于某事的报告", [(1, "一、基本情况"), (0, "共有3个<支部>，{{x}}。")])
    assert plain_text("报告.docx", written).text.split("\n") == [
        "关于某事的报告",
        "一、基本情况",
        "共有3个<支部>，{{x}}。",
    ]


def test_each_level_has_the_font_of_the_standard():
    levels = [(1, "一、甲"), (2, "（一）乙"), (3, "1.丙"), (4, "（1）丁"), (0, "戊")]
    runs = [paragraph.runs[0] for paragraph in opened(*levels).paragraphs]
    assert [font(run) for run in runs] == ["方正小标宋简体", "黑体", "楷体", "仿宋", "仿宋", "仿宋"]
    assert [run.font.size.pt for run in runs] == [22, 16, 16, 16, 16, 16]
    assert {run.bold for run in runs} == {None}


def test_marks_stand_inside_a_paragraph():
    body = opened((0, [("（一）抓组织。", "item"), "党员", ("363", "changed"), ("名", "bold")])).paragraphs[1]
    assert [(font(run), run.bold, run.underline, run.font.highlight_color is not None) for run in body.runs] == [
        ("楷体", None, None, False),
        ("仿宋", None, None, False),
        ("仿宋", None, True, True),
        ("仿宋", True, None, False),
    ]


def test_the_ends_stand_in_the_order_of_the_standard():
    paper = opened(
        (0, "正文。"),
        title="题目",
        number="云委〔2026〕12号",
        addressee="区委",
        attachments=["名单", "一览表"],
        sender="云桥镇党委",
        day=date(2026, 7, 9),
        notes=["联系人：某某"],
    )
    assert lines(paper) == [
        *("云委〔2026〕12号", "", "题目", "区委：", "正文。", "", "附件：1.名单", "2.一览表", "", ""),
        *("云桥镇党委", "2026年7月9日", "（联系人：某某）"),
    ]


def test_one_attachment_has_no_number():
    assert lines(opened((0, "正文。"), attachments=["名单"]))[-1] == "附件：名单"


@pytest.mark.parametrize(
    ("sender", "day", "seal", "expected"),
    [
        (8, 6, True, (3, 4)),  # centred over the day
        (6, 6, True, (4, 4)),
        (12, 6, True, (1, 4)),
        (20, 6, True, (1, 8)),  # too long to be centred over it: the day moves
        (10, 6, False, (2, 4)),  # the day begins two signs to the right of where the sender begins
        (8, 6, False, (2, 2)),
        (4, 6, False, (6, 2)),  # the day is longer: it stands two signs from the edge
    ],
)
def test_where_sender_and_day_stand(sender, day, seal, expected):
    assert edges(sender, day, seal=seal) == expected


def test_the_signature_never_stands_alone_on_a_page():
    kept = [
        paragraph.paragraph_format.keep_with_next for paragraph in opened((0, "甲"), (0, "乙"), sender="丙").paragraphs
    ]
    assert kept == [None, None, True, True, True, False]


def test_every_font_names_what_stands_in_for_it():
    with zipfile.ZipFile(BytesIO(Paper().data())) as archive:
        table = archive.read("word/fontTable.xml").decode()
    for name in ("仿宋", "方正小标宋简体", "黑体", "楷体", "宋体"):
        assert f'w:name="{name}"><w:altName' in table
    assert "小标宋体,小标宋" in table


def test_the_file_names_nobody_but_its_sender():
    about = opened((0, "甲"), title="题目", sender="云桥镇党委").core_properties
    assert (about.title, about.author, about.comments) == ("题目", "云桥镇党委", "")
