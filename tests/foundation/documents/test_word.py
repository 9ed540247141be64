from io import BytesIO

import pytest
from docx import Document

from jingwei.foundation.documents import plain_text
from jingwei.foundation.documents.word_numbers import numeral

from .made import docx, level, numbering, paragraph

OUTLINE = numbering(
    level(0, "chineseCounting", "%1、"), level(1, "chineseCountingThousand", "（%2）"), level(2, "decimal", "%3.")
)
LINES = [
    ("建强组织", 0),
    ("支部", 1),
    ("每季度一次", 2),
    ("每月一次", 2),
    ("党员", 1),
    ("不少于32学时", 2),
    ("服务群众", 0),
    ("走访", 1),
]
NUMBERED = [
    "一、建强组织",
    "（一）支部",
    "1. 每季度一次",
    "2. 每月一次",
    "（二）党员",
    "1. 不少于32学时",
    "二、服务群众",
    "（一）走访",
]


def lines(body: str, **parts: str) -> list[str]:
    return plain_text("要点.docx", docx(body, **parts)).text.split("\n")


def test_the_numbers_that_word_counts_by_itself_are_written_out() -> None:
    body = "".join(paragraph(text, level=depth) for text, depth in LINES)
    assert lines(body, numbering=OUTLINE) == NUMBERED


def test_the_numbers_of_a_style_are_written_out() -> None:
    levels = [
        level(0, "japaneseCounting", "%1、", more='<w:pStyle w:val="H1"/>'),
        level(1, "chineseCounting", "(%2)", more='<w:pStyle w:val="H2"/>'),
    ]
    styles = (
        '<w:style w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="H2"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Mine"><w:basedOn w:val="H1"/></w:style>'
        '<w:style w:styleId="Bare"><w:basedOn w:val="H1"/>'
        '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
    )
    body = "".join(
        paragraph(text, style=style) for text, style in [("甲", "H1"), ("乙", "H2"), ("丙", "Mine"), ("丁", "Bare")]
    )
    assert lines(body, numbering=numbering(*levels), styles=styles) == ["一、甲", "(一) 乙", "二、丙", "丁"]


def test_a_circle_of_styles_ends() -> None:
    styles = (
        '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    assert lines(paragraph("甲", style="A"), styles=styles) == ["甲"]


def test_a_list_goes_on_in_another_number_unless_that_restarts() -> None:
    more = (
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="7"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = "".join(paragraph("事", level=0, number=number) for number in (1, 2, 3, 3))
    assert lines(body, numbering=numbering(level(0, "decimal", "第%1项："), more=more)) == [
        "第1项：事",
        "第2项：事",
        "第1项：事",
        "第2项：事",
    ]


def test_a_level_may_start_late_never_restart_and_count_in_digits() -> None:
    levels = [
        level(0, "chineseCounting", "%1、", start=3),
        level(1, "decimal", "%1.%2", more='<w:isLgl/><w:lvlRestart w:val="0"/>'),
    ]
    body = "".join(paragraph("事", level=depth) for depth in (0, 1, 0, 1))
    assert lines(body, numbering=numbering(*levels)) == ["三、事", "3.1 事", "四、事", "4.2 事"]


def test_bullets_and_unknown_numbers_add_nothing() -> None:
    body = paragraph("甲", level=0) + paragraph("乙", level=0, number=9)
    assert lines(body, numbering=numbering(level(0, "bullet", "•"))) == ["甲", "乙"]


def test_a_number_is_kept_apart_from_digits_after_it() -> None:
    tight = level(0, "decimal", "%1.", more='<w:suff w:val="nothing"/>')
    body = paragraph("2024年", level=0) + paragraph("今年", level=0)
    assert lines(body, numbering=numbering(tight)) == ["1. 2024年", "2.今年"]


@pytest.mark.parametrize(
    ("number", "form", "written"),
    [
        (10, "chineseCounting", "十"),
        (21, "chineseCounting", "二十一"),
        (101, "chineseCounting", "一○一"),
        (101, "chineseCountingThousand", "一百零一"),
        (110, "japaneseCounting", "一百一十"),
        (1001, "chineseCountingThousand", "一千零一"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (12, "ideographDigital", "一二"),
        (3, "decimalEnclosedCircle", "③"),
        (3, "decimalEnclosedParen", "⑶"),
        (30, "decimalEnclosedCircleChinese", "30"),
        (14, "lowerRoman", "xiv"),
        (28, "upperLetter", "BB"),
        (7, "decimalZero", "07"),
        (7, "decimalFullWidth", "７"),
        (11, "ideographTraditional", "甲"),
        (7, "somethingNew", "7"),
    ],
)
def test_numerals_are_written_as_word_writes_them(number: int, form: str, written: str) -> None:
    assert numeral(number, form) == written


def test_deleted_text_goes_and_inserted_text_stays() -> None:
    body = (
        "<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins>"
        "<w:moveFrom><w:r><w:t>走</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>来</w:t></w:r></w:moveTo></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>上</w:t></w:r></w:p><w:p><w:r><w:t>下</w:t></w:r></w:p>"
    )
    assert lines(body) == ["新来", "上下"]


def test_runs_join_breaks_part_and_hidden_text_goes() -> None:
    body = (
        "<w:p><w:hyperlink><w:r><w:t>每季</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t>度</w:t></w:r></w:smartTag>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:br/><w:t>下一行</w:t></w:r>"
        '<w:r><w:br w:type="page"/><w:footnoteReference/><w:t>。</w:t></w:r></w:p>'
    )
    assert lines(body) == ["每季度", "下一行。"]


def test_underlined_spaces_are_a_blank_to_be_filled() -> None:
    body = (
        "<w:p><w:r><w:t>不少于</w:t></w:r><w:r>"
        '<w:rPr><w:u w:val="single"/></w:rPr><w:t xml:space="preserve">   </w:t></w:r>'
        "<w:r><w:t>万元</w:t></w:r></w:p>"
    )
    assert lines(body) == ["不少于____万元"]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>框外</w:t></w:r><w:r><mc:AlternateContent>"
        f"<mc:Choice><w:drawing><w:x>{box}</w:x></w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert lines(body) == ["框外", "框内"]


def table(*rows: list[str]) -> str:
    def cell(text: str) -> str:
        return f"<w:tc>{''.join(paragraph(line) for line in text.split('|'))}</w:tc>"

    lines = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)
    return f"<w:tbl>{lines}</w:tbl>"


def test_a_table_is_read_row_by_row_in_its_place() -> None:
    body = paragraph("表前") + table(["任务", "次数"], ["走访|慰问", "每月1次"], ["", "备注"]) + paragraph("表后")
    assert lines(body) == ["表前", "任务｜次数", "走访 慰问｜每月1次", "备注", "表后"]


def test_a_page_laid_out_as_a_table_keeps_its_paragraphs() -> None:
    assert lines(table(["一、甲|（一）乙|1.丙|2.丁", "旁注"])) == ["一、甲", "（一）乙", "1.丙", "2.丁", "旁注"]


def test_content_controls_are_seen_through() -> None:
    body = f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{paragraph('目标')}</w:sdtContent></w:sdt>"
    assert lines(body) == ["目标"]


def test_the_strict_form_of_word_is_read() -> None:
    strict = docx(paragraph("严格格式"), namespace="http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert plain_text("a.docx", strict).text == "严格格式"


def test_a_file_of_a_word_processor_is_read_without_header_and_footer() -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "页眉"
    document.sections[0].footer.paragraphs[0].text = "页脚"
    document.add_heading("柳溪镇2024年工作要点", 0)
    document.add_paragraph("加强组织", style="List Number")
    document.add_paragraph("服务群众", style="List Number")
    file = BytesIO()
    document.save(file)
    read = plain_text("要点.docx", file.getvalue())
    assert read.text.split("\n") == ["柳溪镇2024年工作要点", "1. 加强组织", "2. 服务群众"]
    assert (read.format, read.encoding, read.warnings) == ("docx", None, ())
