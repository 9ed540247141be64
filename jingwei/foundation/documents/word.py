"""Word files (.docx): the paragraphs in their order, tables row by row, with the numbers that Word counts by itself."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from zipfile import ZipFile

from lxml.etree import _Element

from . import archives
from .errors import RESAVE, Unreadable
from .text import PlainText
from .tidy import full_lines
from .word_numbering import Numbering
from .word_xml import child, children, is_on, name_of, value

_BLANK = "____"  # underlined spaces are a blank to be filled
_CELL_GAP = "｜"
_SIGNS = {"tab": " ", "ptab": " ", "cr": "\n", "noBreakHyphen": "-"}
_DROPPED = {"del", "moveFrom", "rt", "instrText", "delText", "pPr", "rPr", "sdtPr", "footnoteReference", "object"}
_MOST_LINES_IN_A_CELL = 3  # a cell with more is a page laid out as a table


def read_docx(data: bytes) -> PlainText:
    """The text of a .docx; without deleted text, notes, headers and footers. Raises Unreadable."""
    with archives.opened(data) as archive:
        document = archives.xml_part(archive, _main_part(archive))
        body = child(document, "body")
        if body is None:
            raise Unreadable("文件里找不到正文。", RESAVE)
        folder = posixpath.dirname(_main_part(archive))
        numbering = archives.xml_part(archive, posixpath.join(folder, "numbering.xml"))
        styles = archives.xml_part(archive, posixpath.join(folder, "styles.xml"))
        lines = _Body(Numbering(numbering, styles)).lines(body)
    return PlainText(full_lines("\n".join(lines)), "docx")


def _main_part(archive: ZipFile) -> str:
    """The name of the main document, which the package's relations tell."""
    for relation in children(archives.xml_part(archive, "_rels/.rels"), "Relationship"):
        if value(relation, "Type").endswith("/officeDocument"):
            return value(relation, "Target").lstrip("/")
    return "word/document.xml"


@dataclass
class _Body:
    """One walk through the document. `pending`: the text of a paragraph whose end was deleted."""

    numbering: Numbering
    pending: str = ""
    boxes: list[_Element] = field(default_factory=list)

    def lines(self, parent: _Element) -> Iterator[str]:
        """The lines of the blocks in a body, a cell, a text box or a content control."""
        for block in parent:
            name = name_of(block)
            if name == "p":
                yield from self._paragraph(block)
            elif name == "tbl":
                yield from self._table(block)
            elif name == "AlternateContent":
                yield from self.lines(_chosen(block))
            elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
                yield from self.lines(block)

    def _paragraph(self, paragraph: _Element) -> Iterator[str]:
        properties = child(paragraph, "pPr")
        text = self.pending + "".join(self._inline(paragraph))
        if child(child(properties, "rPr"), "del") is not None:
            self.pending = text
            return
        self.pending = ""
        marker = self.numbering.marker(properties)
        if text.strip():
            yield _joined(marker, text)
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            yield from self.lines(box)

    def _inline(self, parent: _Element) -> Iterator[str]:
        """The pieces of text in a paragraph, a hyperlink, an insertion …; text boxes are put aside."""
        for element in parent:
            name = name_of(element)
            if name == "r":
                yield self._run(element)
            elif name == "AlternateContent":
                yield from self._inline(_chosen(element))
            elif name == "txbxContent":
                self.boxes.append(element)
            elif name and name not in _DROPPED:
                yield from self._inline(element)

    def _run(self, run: _Element) -> str:
        properties = child(run, "rPr")
        if is_on(child(properties, "vanish")):
            return ""
        text = "".join(self._run_pieces(run))
        underline = value(child(properties, "u"))
        if text and not text.strip() and underline not in ("", "none") and "\n" not in text:
            return _BLANK
        return text

    def _run_pieces(self, run: _Element) -> Iterator[str]:
        for element in run:
            name = name_of(element)
            if name == "t":
                yield (element.text or "").replace("\n", "")
            elif name == "br":
                yield "\n" if value(element, "type") in ("", "textWrapping") else ""
            elif name in _SIGNS:
                yield _SIGNS[name]
            elif name == "AlternateContent":
                yield from self._run_pieces(_chosen(element))
            elif name in ("drawing", "pict", "object"):
                self.boxes.extend(_text_boxes(element))
            elif name == "ruby":
                yield from self._inline(element)

    def _table(self, table: _Element) -> Iterator[str]:
        for row in _rows(table):
            cells = [[line for line in self.lines(cell) if line.strip()] for cell in _cells(row)]
            cells = [cell for cell in cells if cell]
            if len(cells) == 1 or any(len(cell) > _MOST_LINES_IN_A_CELL for cell in cells):
                yield from (line for cell in cells for line in cell)
            elif cells:
                yield _CELL_GAP.join(" ".join(" ".join(cell).split("\n")) for cell in cells)


def _joined(marker: str, text: str) -> str:
    text = text.lstrip()
    gap = " " if marker[-1:].isascii() and marker[-1:].strip() and text[0].isdigit() else ""
    return f"{marker}{gap}{text}"


def _rows(table: _Element) -> Iterator[_Element]:
    """The rows that are not deleted, also inside content controls."""
    for element in table:
        if name_of(element) == "tr" and child(child(element, "trPr"), "del") is None:
            yield element
        elif name_of(element) in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _rows(element)


def _cells(row: _Element) -> Iterator[_Element]:
    for element in row:
        if name_of(element) == "tc":
            yield element
        elif name_of(element) in ("sdt", "sdtContent", "customXml"):
            yield from _cells(element)


def _chosen(alternative: _Element) -> _Element:
    """One of the forms that a thing is kept in: the newer one, so that nothing is read twice."""
    choice = child(alternative, "Choice")
    if choice is not None and any(name_of(element) in ("t", "txbxContent", "p", "r") for element in choice.iter()):
        return choice
    fallback = child(alternative, "Fallback")
    return fallback if fallback is not None else alternative.makeelement("Fallback")


def _text_boxes(drawing: _Element) -> Iterator[_Element]:
    """The outermost text boxes in a drawing."""
    for element in drawing:
        if name_of(element) == "AlternateContent":
            yield from _text_boxes(_chosen(element))
        elif name_of(element) == "txbxContent":
            yield element
        elif name_of(element):
            yield from _text_boxes(element)
