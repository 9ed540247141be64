"""The sheet of an official paper (GB/T 9704-2012, 5.2 and 7.5): margins, grid, fonts, page numbers."""

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from lxml import etree

BODY, TITLE, CHAPTER, ITEM, NUMBER = "仿宋", "方正小标宋简体", "黑体", "楷体", "宋体"
# What a program takes where a font is not installed, in this order.
STANDS_IN = {
    BODY: ("仿宋_GB2312", "FangSong", "华文仿宋"),
    TITLE: ("小标宋体", "小标宋", "方正小标宋_GBK", "华文中宋", "宋体"),
    CHAPTER: ("SimHei", "华文黑体"),
    ITEM: ("楷体_GB2312", "KaiTi", "华文楷体"),
    NUMBER: ("SimSun", "华文宋体"),
}
SIZE = Pt(16)  # 3号
TITLE_SIZE = Pt(22)  # 2号
NUMBER_SIZE = Pt(14)  # 4号
SIGNS, LINES = 28, 22
SIGN = Pt(15.75)  # 156 mm for 28 signs: a quarter of a point less than 3号
LINE = Pt(28.95)  # 225 mm for 22 lines, in whole twentieths of a point
_CLOSER = "-5"  # the quarter of a point, in twentieths
_FOOT = Mm(25.5)  # so that the dashes of the page number stand 7 mm below the type area


def prepare(document: Any) -> None:
    """Make the first section of a new document a sheet of official paper."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.header_distance, section.footer_distance = Mm(15), _FOOT
    _set_grid(section)
    _set_style(document)
    _name_fonts(document)
    _number_pages(document, section)


def set_font(run: Any, font: str, size: Any) -> None:
    """One font for Chinese signs, digits and letters alike."""
    run.font.name, run.font.size = font, size
    run._element.rPr.rFonts.set(qn("w:eastAsia"), font)


def set_line(paragraph_format: Any, line: Any = LINE) -> None:
    """Lines of exactly this height, whatever font stands in, and nothing between paragraphs."""
    paragraph_format.line_spacing_rule, paragraph_format.line_spacing = WD_LINE_SPACING.EXACTLY, line
    paragraph_format.space_before = paragraph_format.space_after = Pt(0)


def leave_grid(paragraph: Any) -> None:
    """Signs larger than the grid's lines, such as the title's, would take two of them."""
    switch = OxmlElement("w:snapToGrid")
    switch.set(qn("w:val"), "0")
    paragraph._element.get_or_add_pPr().insert_element_before(switch, "w:spacing", "w:ind", "w:jc", "w:rPr")


def _set_grid(section: Any) -> None:
    """A cell is as wide as the sign: LibreOffice gives a sign two cells that is wider than one. What makes 28 of 27
    is the spacing of the style."""
    grid = section._sectPr.find(qn("w:docGrid"))
    for name, value in (("type", "linesAndChars"), ("linePitch", "579"), ("charSpace", "0")):
        grid.set(qn(f"w:{name}"), value)


def _set_style(document: Any) -> None:
    """The body's style: the grid counts from its size, and 22 lines are 22 lines only without widow control."""
    style = document.styles["Normal"]
    set_font(style, BODY, SIZE)
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), _CLOSER)
    style.element.rPr.find(qn("w:sz")).addprevious(spacing)
    shape = style.paragraph_format
    set_line(shape)
    shape.widow_control = False
    shape.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    _set_no_gaps(style.element.get_or_add_pPr())
    defaults = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    defaults.find(qn("w:sz")).set(qn("w:val"), str(int(SIZE.pt * 2)))
    language = defaults.find(qn("w:lang"))
    language.set(qn("w:val"), "zh-CN")
    language.set(qn("w:eastAsia"), "zh-CN")


def _set_no_gaps(properties: Any) -> None:
    """No space of its own between Chinese and digits: two digits are one sign."""
    following = properties.find(qn("w:spacing"))
    for name in ("autoSpaceDE", "autoSpaceDN"):
        switch = OxmlElement(f"w:{name}")
        switch.set(qn("w:val"), "0")
        following.addprevious(switch)


def _name_fonts(document: Any) -> None:
    """Write into the table of fonts what stands in for each."""
    part = next(part for part in document.part.package.iter_parts() if str(part.partname) == "/word/fontTable.xml")
    table = etree.fromstring(part.blob)
    for name, others in STANDS_IN.items():
        table.append(
            parse_xml(
                f'<w:font {nsdecls("w")} w:name="{name}"><w:altName w:val="{",".join(others)}"/>'
                '<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>'
            )
        )
    part._blob = etree.tostring(table, xml_declaration=True, encoding="UTF-8", standalone=True)


def _number_pages(document: Any, section: Any) -> None:
    """— 1 —: on the right of odd pages, on the left of even ones, one sign from the edge."""
    document.settings.odd_and_even_pages_header_footer = True
    _write_number(section.footer, WD_ALIGN_PARAGRAPH.RIGHT)
    _write_number(section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT)


def _write_number(footer: Any, side: Any) -> None:
    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]
    paragraph.style = "Normal"
    shape = paragraph.paragraph_format
    set_line(shape, NUMBER_SIZE)
    shape.alignment, shape.left_indent, shape.right_indent = side, NUMBER_SIZE, NUMBER_SIZE
    set_font(paragraph.add_run("— "), NUMBER, NUMBER_SIZE)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._element.append(field)
    number = paragraph.add_run("1")
    set_font(number, NUMBER, NUMBER_SIZE)
    field.append(number._element)
    set_font(paragraph.add_run(" —"), NUMBER, NUMBER_SIZE)
