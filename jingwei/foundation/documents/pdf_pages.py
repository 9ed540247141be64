"""Run as a program of its own: a PDF on standard input → its lines with their places, as JSON on standard output.

A process of its own, because PDFium is neither thread-safe nor bounded: here it may use 1 GB and 20 seconds, and a
crash takes nothing with it. Answer: {"error": "password" | "broken" | "pages"} or {"count": number of pages} (with
the argument "count") or {"pages": [[[text, left, right, size], …], …]}: the lines of each page in the order of the
file; left, right and size in points.
"""

import ctypes
import json
import resource
import sys
from typing import Any

import pypdfium2
import pypdfium2.raw as raw

_MEMORY = 1024**3
_SECONDS = 20
_MOST_PAGES = 300
_MOST_SIGNS = 600_000


def lines_of(page: Any) -> list[tuple[str, float, float, float]]:
    """(text, left, right, size) of every line of a page."""
    content = page.get_textpage()
    lines: list[tuple[str, float, float, float]] = []
    line: list[tuple[str, tuple[float, float, float, float]]] = []
    for index in range(min(content.count_chars(), _MOST_SIGNS)):
        sign = chr(raw.FPDFText_GetUnicode(content.raw, index))
        if sign not in "\r\n":
            line.append((sign, _box(content, index)))
        elif line:
            lines.append(_measured(line))
            line = []
    return [*lines, _measured(line)] if line else lines


def _box(content: Any, index: int) -> tuple[float, float, float, float]:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(content.raw, index, left, right, bottom, top)
    return left.value, right.value, bottom.value, top.value


def _measured(line: list[tuple[str, tuple[float, float, float, float]]]) -> tuple[str, float, float, float]:
    text = "".join(sign for sign, _ in line).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    boxes = [box for sign, box in line if not sign.isspace() and box[1] > box[0]]
    if not boxes:
        return text, 0.0, 0.0, 0.0
    size = max(box[3] - box[2] for box in boxes)
    return text, min(box[0] for box in boxes), max(box[1] for box in boxes), size


def answer(data: bytes, *, only_count: bool = False) -> dict[str, Any]:
    """The answer for the bytes of a PDF."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return {"error": "password" if "password" in str(error).lower() else "broken"}
    if only_count:
        return {"count": len(document)}
    if len(document) > _MOST_PAGES:
        return {"error": "pages"}
    pages = []
    for page in document:
        pages.append(lines_of(page))
        page.close()
    return {"pages": pages}


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    json.dump(answer(sys.stdin.buffer.read(), only_count=sys.argv[1:] == ["count"]), sys.stdout)


if __name__ == "__main__":
    main()
