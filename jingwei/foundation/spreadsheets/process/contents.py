"""What a file is, by its content: xlsx, xls or csv. The name of a file is often wrong."""

from pathlib import Path

from . import bounds
from .frames import Refusal

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8", b"II*\x00", b"MM\x00*", b"RIFF", b"BM")
_PACKED = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")


def format_of(path: Path) -> str:
    """xlsx (any zip, to be judged), xls (any OLE2 file) or csv (any text). Raises Refusal."""
    size = path.stat().st_size
    with path.open("rb") as stream:
        start = stream.read(2048)
    if not start.strip(b"\x00 \t\r\n\xef\xbb\xbf\xfe\xff"):
        raise Refusal("empty")
    kind = _kind(start)
    if size > bounds.MOST_BYTES[kind]:
        raise Refusal("large", megabytes=bounds.MOST_BYTES[kind] // bounds.MB)
    return kind


def _kind(start: bytes) -> str:
    if start.startswith(b"PK\x03\x04"):
        return "xlsx"
    if start.startswith(_OLE):
        return "xls"
    if start.startswith(b"%PDF-"):
        raise Refusal("pdf")
    if start.startswith(_PICTURES):
        raise Refusal("picture")
    if start.startswith(_PACKED):
        raise Refusal("packed")
    text = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if text.startswith((b"<!doctype html", b"<html", b"<table", b"<meta", b"<head")) or b"<table" in text:
        raise Refusal("web_page")
    if text.startswith(b"<?xml"):
        raise Refusal("old_xml")
    return "csv"
