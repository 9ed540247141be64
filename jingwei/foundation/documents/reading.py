"""The way in: a file or a pasted text → plain text, or a clear word why not."""

from collections.abc import Callable
from dataclasses import replace
from math import ceil

from .contents import format_of
from .encodings import decoded
from .errors import PASTE, Unreadable
from .markdown import without_markup
from .pdf import read_pdf
from .text import MAX_BYTES, MAX_CHARACTERS, PlainText
from .tidy import tidy
from .web_page import read_web_page
from .word import read_docx

_MEGABYTE = 1024 * 1024


def plain_text(filename: str, data: bytes) -> PlainText:
    """The text of a .txt, .md, .docx, .pdf or .html file; `filename` is what the user's file was called.

    Raises Unreadable, whose message and next_step are for the user.
    """
    refuse_by_size(len(data))
    if not data:
        raise Unreadable("文件是空的。", "请确认选对了文件，或把全文直接粘贴进来。")
    kind, warnings = format_of(filename, data)
    read = _READERS[kind](data)
    return _checked(replace(read, warnings=(*warnings, *read.warnings)))


def pasted_text(text: str) -> PlainText:
    """What a person pasted, tidied. Raises Unreadable when it is empty or too long."""
    return _checked(PlainText(tidy(text), "txt"))


def refuse_by_size(size: int) -> None:
    """Raises Unreadable for more than 20 MB; to be asked before the bytes are read."""
    if size > MAX_BYTES:
        raise Unreadable(
            f"文件有 {ceil(size / _MEGABYTE * 10) / 10:g} MB，超过了 {MAX_BYTES // _MEGABYTE} MB。",
            "请删去文件里的图片后再上传，或把全文直接粘贴进来。",
        )


def _checked(read: PlainText) -> PlainText:
    if not read.text.strip():
        raise Unreadable("文件里没有文字。", PASTE)
    if len(read.text) > MAX_CHARACTERS:
        raise Unreadable(
            f"全文有 {len(read.text)} 个字，超过了 {MAX_CHARACTERS // 10_000} 万字。", "请按章拆成几个文件，分别上传。"
        )
    return read


def _read_txt(data: bytes) -> PlainText:
    text, encoding, warnings = decoded(data)
    return PlainText(tidy(text), "txt", encoding, warnings)


def _read_markdown(data: bytes) -> PlainText:
    text, encoding, warnings = decoded(data)
    return PlainText(without_markup(tidy(text)), "md", encoding, warnings)


_READERS: dict[str, Callable[[bytes], PlainText]] = {
    "txt": _read_txt,
    "md": _read_markdown,
    "docx": read_docx,
    "pdf": read_pdf,
    "html": read_web_page,
}
