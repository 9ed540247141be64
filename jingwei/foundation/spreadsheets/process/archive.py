"""An .xlsx judged before it is parsed: its directory first, then what really comes out of it, in one pass."""

import re
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from . import bounds
from .frames import Refusal
from .scanning import Found, Scanner

_CHUNK = 1024 * 1024
_DIRECTORY_ENTRY = b"PK\x01\x02"
_MACROS = re.compile(r"vbaProject|vbaData|/macrosheets/|/activeX/", re.I)
_LINKS = re.compile(r"/externalLinks/|/connections\.xml|/queryTables/", re.I)
_EMBEDDED = re.compile(r"/embeddings/", re.I)
_ARCHIVES = (b"PK\x03\x04", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b\x08")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.I)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError, KeyError)


@dataclass
class Judged:
    """What the pass has found. `sheets`: part of the archive → what stands in it; `parts`: sheet title → part."""

    sheets: dict[str, Found] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)

    def of(self, title: str) -> Found:
        """What was found in the sheet of this title."""
        return self.sheets.get(self.parts.get(title, ""), Found())


def judge(path: Path) -> Judged:
    """Raises Refusal for what is dangerous or no workbook."""
    if path.read_bytes().count(_DIRECTORY_ENTRY) > bounds.MOST_ENTRIES:  # before zipfile builds an object for each
        raise Refusal("bomb")
    try:
        with zipfile.ZipFile(path) as archive:
            return _judged(archive)
    except _BROKEN as error:
        raise Refusal("broken") from error


def _judged(archive: zipfile.ZipFile) -> Judged:
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    _refuse_by_names(names)
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refusal("password")
    if len(set(names)) != len(names):
        raise Refusal("broken")
    if sum(entry.file_size for entry in entries) > bounds.MOST_UNPACKED:
        raise Refusal("bomb")
    judged = Judged()
    unpacked = cells = 0
    for entry in sorted(entries, key=lambda entry: entry.compress_size):
        scanner = Scanner(is_sheet=bool(_SHEET.fullmatch(entry.filename)))
        unpacked = _unpacked(archive, entry, scanner, unpacked)
        if scanner.is_sheet:
            judged.sheets[entry.filename] = scanner.found
        cells += scanner.found.cells
        if cells > bounds.MOST_CELLS:
            raise Refusal("cells", cells=bounds.MOST_CELLS // 10_000)
    judged.parts = _parts(archive)
    return judged


def _refuse_by_names(names: list[str]) -> None:
    if "xl/workbook.xml" not in names:
        lower = " ".join(names[:200]).lower()
        for mark, code in (("xl/workbook.bin", "xlsb"), ("word/", "word"), ("content.xml", "ods"), ("ppt/", "slides")):
            if mark in lower:
                raise Refusal(code)
        raise Refusal("zip")
    for pattern, code in ((_MACROS, "macros"), (_LINKS, "links"), (_EMBEDDED, "embedded")):
        if any(map(pattern.search, names)):
            raise Refusal(code)


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, scanner: Scanner, before: int) -> int:
    """The bytes unpacked so far, this entry included. What the directory says is not believed."""
    size = 0
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            if not size and chunk.startswith(_ARCHIVES):
                raise Refusal("nested")
            size += len(chunk)
            inflated = size > bounds.SMALL and size > bounds.MOST_RATIO * max(entry.compress_size, 1)
            if inflated or before + size > bounds.MOST_UNPACKED:
                raise Refusal("bomb")
            scanner.feed(chunk, is_xml=entry.filename.endswith((".xml", ".rels", ".vml")))
    scanner.end()
    return before + size


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Sheet title → part of the archive; empty where the workbook says it in a way of its own."""
    try:
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    except (ElementTree.ParseError, KeyError) as error:
        raise Refusal("broken") from error
    targets = {link.get("Id"): (link.get("Target") or "") for link in links}
    parts = {}
    for sheet in book.iter():
        if sheet.tag.endswith("}sheet") or sheet.tag == "sheet":
            reference = next((value for name, value in sheet.attrib.items() if name.endswith("}id")), None)
            target = targets.get(reference, "")
            parts[sheet.get("name") or ""] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return parts
