"""PDF files: the lines of the layout joined into paragraphs, without page numbers and running headers."""

import json
import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from .errors import Unreadable
from .pdf_signs import everyday_signs
from .text import PlainText
from .tidy import full_lines, tidy

_READER = Path(__file__).with_name("pdf_pages.py")
_SECONDS = 25
_ORIGINAL = "请上传原来的 Word 文件，或复制全文直接粘贴。"
_ERRORS = {
    "password": ("这个 PDF 设了密码，读不了。", "请去掉密码后再上传，或上传原来的 Word 文件。"),
    "broken": ("这个 PDF 已损坏，打不开。", _ORIGINAL),
    "pages": ("这个 PDF 超过了 300 页。", "请拆成几个文件，分别上传。"),
    "limits": ("这个 PDF 太复杂，没有读完。", _ORIGINAL),
}
_PAGE_NUMBER = re.compile(r"[-—–―－·•\s]*(?:第\s*)?\d{1,4}\s*(?:页)?(?:\s*[/／,，共]+\s*\d{1,4}\s*页?)?[-—–―－·•\s]*")
_HEADING = re.compile(
    r"(?:第[一二三四五六七八九十百\d]+[章节条部]|[（(]\s*[一二三四五六七八九十\d]{1,3}\s*[）)]|[一二三四五六七八九十]{1,3}、"
    r"|\d{1,3}\s*[.．、](?!\d)|\d{1,2}(?:\.\d{1,2})+\s|[①-⑳⑴-⒇⒈-⒛•●■◆])"
)
_SENTENCE_END = re.compile(r"[。！？；：!?;:…][”’」』）)]*$")
_WIDE = re.compile(r"(?<!\S)(?:[\u3400-\u9fff] ){2,}[\u3400-\u9fff](?!\S)")
_LATIN = re.compile(r"[A-Za-z0-9]$")


@dataclass(frozen=True)
class Line:
    """One line of the layout. left, right, size in points; `page` from 0."""

    text: str
    left: float
    right: float
    size: float
    page: int


def read_pdf(data: bytes) -> PlainText:
    """The text of a PDF. Raises Unreadable: encrypted, broken, too long, or scanned without text."""
    pages = _answer(data)["pages"]
    lines = [line for number, page in enumerate(pages) for line in _lines_of(page, number) if line.text]
    if sum(len(line.text) for line in lines) < 4 * len(pages):
        raise Unreadable("这个 PDF 是扫描件，只有图片，没有文字。", _ORIGINAL)
    read = {line.page for line in lines}
    bare = [str(number + 1) for number in range(len(pages)) if number not in read]
    warnings = (f"第 {'、'.join(bare[:10])} 页没有读到文字，可能是扫描的图片，请对照原文补上。",) if bare else ()
    return PlainText(full_lines("\n".join(paragraphs(_without_margins(lines, len(pages))))), "pdf", None, warnings)


def page_count(data: bytes) -> int:
    """The number of pages. Raises Unreadable: encrypted, broken."""
    return int(_answer(data, "count")["count"])


def _answer(data: bytes, *arguments: str) -> dict[str, Any]:
    """What the reading process answers."""
    command = [sys.executable, "-I", str(_READER), *arguments]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_SECONDS, check=True)
        answer: dict[str, Any] = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError) as error:
        raise Unreadable(*_ERRORS["limits"]) from error
    if "error" in answer:
        raise Unreadable(*_ERRORS[answer["error"]])
    return answer


def _lines_of(page: list[tuple[str, float, float, float]], number: int) -> list[Line]:
    return [
        Line(_drawn_together(everyday_signs(tidy(text).strip())), left, right, size, number)
        for text, left, right, size in page
    ]


def _drawn_together(text: str) -> str:
    """ "工 作 要 点" → "工作要点": a title drawn wide."""
    return _WIDE.sub(lambda found: found.group().replace(" ", ""), text)


def _without_margins(lines: list[Line], pages: int) -> list[Line]:
    """The lines without page numbers and without what stands at the edge of most pages."""
    edges: dict[int, list[Line]] = {}
    for line in lines:
        edges.setdefault(line.page, []).append(line)
    outer = [line for page in edges.values() for line in {id(e): e for e in (*page[:2], *page[-2:])}.values()]
    outer_ids = {id(line) for line in outer}
    seen = Counter(_shape(line) for line in outer)
    repeated = {shape for shape, times in seen.items() if times >= 3 and times * 2 > pages}
    return [
        line
        for line in lines
        if id(line) not in outer_ids or not (_PAGE_NUMBER.fullmatch(line.text) or _shape(line) in repeated)
    ]


def _shape(line: Line) -> str:
    """The line with its digits made equal: 第 3 页 and 第 4 页 are the same."""
    return re.sub(r"\d+", "0", line.text.replace(" ", ""))


def paragraphs(lines: list[Line]) -> list[str]:
    """The lines joined: one that reaches the right edge goes on in the next, unless that begins something new."""
    if not lines:
        return []
    edges = _Edges.of(lines)
    joined = [lines[0].text]
    for before, line in pairwise(lines):
        if edges.goes_on(before, line):
            gap = " " if _LATIN.search(joined[-1]) and line.text[0].isascii() and line.text[0].isalnum() else ""
            joined[-1] += gap + line.text
        else:
            joined.append(line.text)
    return joined


@dataclass(frozen=True)
class _Edges:
    """The left and right edge of the text block; `right` is None where no two lines reach the same one; `indents`:
    paragraphs begin with an indentation."""

    left: float
    right: float | None
    indents: bool

    @classmethod
    def of(cls, lines: list[Line]) -> "_Edges":
        """What single lines beyond an edge, such as a stray header, do not move."""
        enough = max(2, len(lines) // 25)
        lefts = sorted(line.left for line in lines)
        rights = sorted((line.right for line in lines), reverse=True)
        em = sorted(line.size for line in lines)[len(lines) // 2]
        left = next((edge for edge in lefts if sum(abs(edge - one) < em / 2 for one in lefts) >= enough), lefts[0])
        right = next((edge for edge in rights if sum(0 <= edge - one < 2 * em for one in rights) >= enough), None)
        indented = sum(1 for line in lines if left + 1.4 * line.size < line.left < left + 3 * line.size)
        return cls(left, right, indented * 10 >= len(lines))

    def goes_on(self, before: Line, line: Line) -> bool:
        if self.right is None or before.right < self.right - 2.2 * before.size or _HEADING.match(line.text):
            return False
        if line.left > self.left + 1.2 * line.size:  # indented, or centred
            return False
        return self.indents or not _SENTENCE_END.search(before.text)
