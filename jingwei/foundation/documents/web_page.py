"""Web pages (.html): the text of the page, one block a line, without what stands around it."""

import re
from collections.abc import Iterator

from lxml import etree, html
from lxml.etree import _Element

from .encodings import decoded
from .errors import PASTE, Unreadable
from .text import PlainText
from .tidy import full_lines, tidy

_MAX_MARKUP = 600_000
_TOO_DEEP = etree.ErrorTypes.ERR_RESOURCE_LIMIT
_DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""", re.IGNORECASE)
_CODECS = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "utf-8": "utf-8", "utf8": "utf-8"}

# fmt: off
_SILENT = {
    "script", "style", "head", "template", "noscript", "svg", "canvas", "iframe", "object", "select", "option",
    "button", "input", "textarea",
}
_AROUND = {
    "nav", "header", "footer", "aside", "form",
}
_AROUND_ROLES = {
    "navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar",
}
_AROUND_NAMES = {
    "nav", "navbar", "navigation", "menu", "topbar", "header", "footer", "sidebar", "breadcrumb", "crumbs",
    "copyright", "share",
}
_BLOCKS = {
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody",
    "tfoot", "caption", "tr", "section", "article", "main", "header", "footer", "nav", "aside", "blockquote", "pre",
    "hr", "address", "figure", "figcaption", "center", "form", "fieldset", "legend", "body", "details", "summary",
}
# fmt: on
_MOST_AROUND = 0.3  # what holds more of the page's text than this is the page, whatever it is called
_MOST_DOUBTS = 100  # each costs a look at a great part of the page
_CELL_GAP = "｜"
_BLANK = "____"

_BREAK, _ROW, _CELL = "\x01", "\x02", "\x03"  # while collecting; no such sign can come from a page
_CJK = "[\u2e80-\u303f\u3400-\u9fff\uff00-\uffef]"
_WRAPPED = re.compile(rf"(?<={_CJK})[ \t]*\n\s*(?={_CJK})")
_SPACES = re.compile(r"[ \t\r\n\f]+")


def read_web_page(data: bytes) -> PlainText:
    """The text of a page; navigation, header, footer, forms and scripts left out. Raises Unreadable."""
    text, encoding, warnings = _decoded(data)
    if text.count("<") > _MAX_MARKUP:
        raise _too_complex()
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    source = tidy(text).encode("utf-8", "replace")
    try:
        root = etree.fromstring(source, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable("网页里没有可以读取的文字。", PASTE) from error
    if any(entry.type == _TOO_DEEP for entry in parser.error_log):
        raise _too_complex()  # what lies deeper was left out
    if root is None:
        return PlainText("", "html", encoding, warnings)
    return PlainText(_lines("".join(_Page(root).pieces())), "html", encoding, warnings)


def _too_complex() -> Unreadable:
    return Unreadable("这个网页太复杂，读不了。", PASTE)


def _decoded(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """By the mark at the start, by what the page declares, else as any text."""
    declared = _DECLARED.search(data[:4096])
    codec = _CODECS.get(declared.group(1).decode("ascii").lower()) if declared else None
    if codec and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return data.decode(codec), codec, ()
        except UnicodeDecodeError:
            pass  # pages often declare what they are not
    return decoded(data)


class _Page:
    """One walk through a page, without recursion: pages nest as deep as they like."""

    def __init__(self, root: _Element) -> None:
        self.root = root
        self.most_around = _MOST_AROUND * _length(root)
        self.doubts = _MOST_DOUBTS

    def pieces(self) -> Iterator[str]:
        """Text and marks in the order of the page."""
        for event, element in etree.iterwalk(self.root, events=("start", "end")):
            if event == "end":
                yield from _after(element)
                yield element.tail or ""
            elif _is_silent(element) or self._is_around(element):
                _empty(element)
            else:
                yield from _before(element)

    def _is_around(self, element: _Element) -> bool:
        """Navigation and the like, by tag, role or name. A form that holds the whole page, as some sites are built,
        is not; nor is the header of an article, which holds its title."""
        if element.tag in ("html", "body") or not self.doubts or not _named_around(element):
            return False
        titles = element.tag == "header" and any(above.tag in ("article", "main") for above in element.iterancestors())
        around = not titles and _length(element) <= self.most_around
        self.doubts -= not around
        return around


def _empty(element: _Element) -> None:
    element.text = None
    for part in list(element):
        element.remove(part)
    element.tag = "div" if element.tag in _BLOCKS else "span"


def _before(element: _Element) -> Iterator[str]:
    tag = element.tag
    if tag == "br" or tag in _BLOCKS:
        yield _BREAK
    elif tag in ("td", "th"):
        yield _CELL
    text = element.text or ""
    if tag == "pre":
        text = text.replace("\n", _BREAK)
    yield _BLANK if tag == "u" and text and not text.strip() and not len(element) else text


def _after(element: _Element) -> Iterator[str]:
    if element.tag == "tr":
        yield _ROW
    if element.tag in _BLOCKS:
        yield _BREAK


def _is_silent(element: _Element) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.tag in _SILENT or "display:none" in style or element.get("hidden") is not None


def _named_around(element: _Element) -> bool:
    if element.tag in _AROUND or (element.get("role") or "") in _AROUND_ROLES:
        return True
    names = f"{element.get('id') or ''} {element.get('class') or ''}".lower().split()
    return element.tag in ("div", "ul", "section", "table") and any(name in _AROUND_NAMES for name in names)


def _length(element: _Element) -> int:
    """The number of signs of text that a reader would see."""
    hidden = sum(len(text) for tag in ("script", "style") for e in element.iter(tag) for text in e.itertext())
    return sum(len(text.strip()) for text in element.itertext()) - hidden


def _lines(collected: str) -> str:
    """One block a line; the cells of a row beside each other, unless one holds many lines."""
    text = _SPACES.sub(" ", _WRAPPED.sub("", collected))
    rows = [_row(piece) for piece in text.split(_ROW)]
    return full_lines("\n".join(rows).replace("\xa0", " "))


def _row(piece: str) -> str:
    """What stands before the first cell, then the cells."""
    before, *cells = piece.split(_CELL)
    kept = [[line.strip() for line in cell.split(_BREAK) if line.strip()] for cell in cells]
    kept = [cell for cell in kept if cell]
    lines = before.split(_BREAK)
    if len(kept) == 1 or any(len(cell) > 3 for cell in kept):
        return "\n".join([*lines, *(line for cell in kept for line in cell)])
    return "\n".join([*lines, _CELL_GAP.join(" ".join(cell) for cell in kept)])
