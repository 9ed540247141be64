"""Word files in the layout of official papers (GB/T 9704-2012, 5.2 and 7.2–7.5): A4, 22 lines of 28 characters."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

BODY, TITLE, CHAPTER, ITEM = "仿宋", "小标宋体", "黑体", "楷体"
SIZE = Pt(16)
TITLE_SIZE = Pt(22)
LINE = Pt(28)


class Paper:
    """A paper that is written from top to bottom; `data()` is the .docx file."""

    def __init__(self) -> None:
        self._document: Any = Document()
        section = self._document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = Mm(37), Mm(35)
        section.left_margin, section.right_margin = Mm(28), Mm(26)

    def title(self, text: str) -> None:
        """The title, centred."""
        paragraph = self._paragraph(text, TITLE, TITLE_SIZE, indent=False)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = LINE

    def chapter(self, text: str) -> None:
        self._paragraph(text, CHAPTER, SIZE)

    def item(self, text: str) -> None:
        self._paragraph(text, ITEM, SIZE)

    def text(self, text: str) -> None:
        self._paragraph(text, BODY, SIZE)

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """A table with a line of heads; every cell is text."""
        found = [list(row) for row in rows]
        table = self._document.add_table(rows=1, cols=len(heads), style="Table Grid")
        for cell, head in zip(table.rows[0].cells, heads, strict=True):
            self._cell(cell, head, CHAPTER)
        for row in found:
            for cell, value in zip(table.add_row().cells, row, strict=True):
                self._cell(cell, value, BODY)

    def data(self) -> bytes:
        """The file."""
        buffer = BytesIO()
        self._document.save(buffer)
        return buffer.getvalue()

    def _cell(self, cell: Any, text: str, font: str) -> None:
        _run(cell.paragraphs[0], text, font, Pt(12))

    def _paragraph(self, text: str, font: str, size: Any, *, indent: bool = True) -> Any:
        paragraph = self._document.add_paragraph()
        shape = paragraph.paragraph_format
        shape.line_spacing, shape.space_before, shape.space_after = LINE, Pt(0), Pt(0)
        if indent:
            shape.first_line_indent = size * 2
        _run(paragraph, text, font, size)
        return paragraph


def _run(paragraph: Any, text: str, font: str, size: Any) -> None:
    run = paragraph.add_run(text)
    run.font.name, run.font.size = font, size
    run._element.rPr.rFonts.set(qn("w:eastAsia"), font)
