"""An official paper, written from top to bottom."""

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any, Literal

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.shared import Pt

from . import page
from .page import BODY, CHAPTER, ITEM, LINE, SIGN, SIZE, TITLE, TITLE_SIZE

Mark = Literal["", "bold", "underline", "changed", "chapter", "item"]
Run = str | tuple[str, Mark]
_FONTS = {0: BODY, 1: CHAPTER, 2: ITEM, 3: BODY, 4: BODY}  # 7.3.3: 一、 （一） 1. （1）
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML cannot hold them


class Paper:
    """A paper that is written from top to bottom; `data()` is the .docx file."""

    def __init__(self) -> None:
        self._document: Any = Document()
        page.prepare(self._document)

    def title(self, text: str) -> None:
        """The title, centred, and an empty line."""
        paragraph = self._paragraph([text], TITLE, TITLE_SIZE, indent=False)
        page.leave_grid(paragraph)
        shape = paragraph.paragraph_format
        shape.alignment = WD_ALIGN_PARAGRAPH.CENTER
        shape.space_after = LINE

    def chapter(self, text: str) -> None:
        """A heading of the first level: 一、"""
        self.block(1, text)

    def item(self, text: str) -> None:
        """A heading of the second level: （一）"""
        self.block(2, text)

    def text(self, text: str) -> None:
        """A paragraph of the body."""
        self.block(0, text)

    def block(self, level: int, runs: str | Sequence[Run]) -> Any:
        """A paragraph of a level (0 the body, 1 一、 2 （一） 3 1. 4 （1）), its first line two signs in."""
        return self._paragraph([runs] if isinstance(runs, str) else runs, _FONTS[level], SIZE)

    def line(
        self, text: str = "", *, left: float = 0, right: float = 0, hanging: float = 0, centred: bool = False
    ) -> Any:
        """A paragraph away from the edges by so many signs; `right` sets it against the right edge, `hanging`: by how
        much its further lines stand more to the right than its first."""
        paragraph = self._paragraph([text], BODY, SIZE, indent=False)
        shape = paragraph.paragraph_format
        shape.left_indent, shape.right_indent = int(SIGN * (left + hanging)), int(SIGN * right)
        shape.first_line_indent = -int(SIGN * hanging)
        sides = WD_ALIGN_PARAGRAPH
        shape.alignment = sides.CENTER if centred else sides.RIGHT if right else sides.LEFT
        return paragraph

    def keep_last(self) -> None:
        """Keep the last paragraph on the page of what follows it."""
        if self._document.paragraphs:
            self._document.paragraphs[-1].paragraph_format.keep_with_next = True

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """A table with a line of heads; every cell is text."""
        found = [list(row) for row in rows]
        table = self._document.add_table(rows=1, cols=len(heads), style="Table Grid")
        for cell, head in zip(table.rows[0].cells, heads, strict=True):
            _write_cell(cell, head, CHAPTER)
        for row in found:
            for cell, value in zip(table.add_row().cells, row, strict=True):
                _write_cell(cell, value, BODY)

    def called(self, title: str, author: str = "") -> None:
        """What the file says about itself."""
        about = self._document.core_properties
        about.title, about.author, about.comments = _held(title)[:255], _held(author)[:255], ""

    def data(self) -> bytes:
        """The file."""
        buffer = BytesIO()
        self._document.save(buffer)
        return buffer.getvalue()

    def _paragraph(self, runs: Sequence[Run], font: str, size: Any, *, indent: bool = True) -> Any:
        paragraph = self._document.add_paragraph()
        if indent:
            paragraph.paragraph_format.first_line_indent = int(SIGN * 2)
        for run in runs:
            text, mark = (run, "") if isinstance(run, str) else run
            _write(paragraph, text, {"chapter": CHAPTER, "item": ITEM}.get(mark, font), size, mark)
        return paragraph


def _held(text: str) -> str:
    """The text without the signs that no Word file can hold."""
    return _FORBIDDEN.sub("", text)


def _write_cell(cell: Any, text: str, font: str) -> None:
    paragraph = cell.paragraphs[0]
    page.set_line(paragraph.paragraph_format, Pt(18))
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
    _write(paragraph, text, font, Pt(12))


def _write(paragraph: Any, text: str, font: str, size: Any, mark: str = "") -> None:
    run = paragraph.add_run(_held(text))
    page.set_font(run, font, size)
    if mark in ("bold", "underline"):
        setattr(run, mark, True)
    if mark == "changed":
        run.underline, run.font.highlight_color = True, WD_COLOR_INDEX.YELLOW
