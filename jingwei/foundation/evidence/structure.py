"""What may come in: an allow-list, checked by the structure of the content. The name of a file proves nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from zipfile import ZipFile

from jingwei.foundation.documents import archives, encodings, pdf
from jingwei.foundation.documents.tidy import tidy
from jingwei.foundation.errors import Refused

from .photographs import written_anew

_LONGEST_NAME = 120
_ASK = "请上传 JPG、PNG 图片，PDF、Word（.docx）、Excel（.xlsx）或纯文本（.txt）文件；手机照片请存为 JPG。"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MARKED_UP = ("<!doctype", "<html", "<svg", "<?xml", "<script", "<body", "<iframe")
_PROGRAMS = ("vbaproject.bin", "vbadata.xml", "/macrosheets/", "/activex/")


@dataclass(frozen=True)
class Accepted:
    """A file that may be kept: `filename` with the suffix that its content asks for."""

    filename: str
    media_type: str
    content: bytes


def accepted(filename: str, data: bytes) -> Accepted:
    """The file in the form in which it is kept. Raises Refused for whatever is not on the list."""
    if not data:
        raise Refused("文件是空的。", next_step="请确认选对了文件。")
    for start, keep in _KINDS:
        if data.startswith(start):
            suffix, media_type, content = keep(data)
            return Accepted(_named(filename, suffix), media_type, content)
    if PurePath(filename).suffix.lower() != ".txt":
        raise Refused("不能上传这种文件。", next_step=_ASK)
    return Accepted(_named(filename, ".txt"), "text/plain", _text(data))


def _jpeg(data: bytes) -> tuple[str, str, bytes]:
    return ".jpg", "image/jpeg", written_anew(data)


def _png(data: bytes) -> tuple[str, str, bytes]:
    return ".png", "image/png", written_anew(data)


def _pdf(data: bytes) -> tuple[str, str, bytes]:
    pdf.page_count(data)
    return ".pdf", "application/pdf", data


def _office(data: bytes) -> tuple[str, str, bytes]:
    with archives.opened(data) as archive:
        names = archive.namelist()
        if archives.xml_part(archive, "[Content_Types].xml") is None:
            raise Refused("不能上传压缩包。", next_step=_ASK)
        _refuse_programs(archive, names)
        if archives.xml_part(archive, "word/document.xml") is not None:
            return ".docx", _WORD, data
        if archives.xml_part(archive, "xl/workbook.xml") is not None:
            return ".xlsx", _EXCEL, data
    raise Refused("不能上传这种文件。", next_step=_ASK)


def _refuse_programs(archive: ZipFile, names: list[str]) -> None:
    """Macros, controls and templates that are fetched from elsewhere when the file is opened."""
    programs = any(mark in f"/{name.lower()}" for name in names for mark in _PROGRAMS)
    types = archives.part(archive, "[Content_Types].xml") or b""
    relations = archives.part(archive, "word/_rels/settings.xml.rels") or b""
    if programs or b"macroEnabled" in types or (b"attachedTemplate" in relations and b'"External"' in relations):
        raise Refused("文件里带有宏或外部模板，不能上传。", next_step="请另存为不带宏的 .docx 或 .xlsx 后再上传。")


def _text(data: bytes) -> bytes:
    text, _, _ = encodings.decoded(data)
    if text.lstrip().lower().startswith(_MARKED_UP):
        raise Refused("这是网页或程序代码，不是纯文本。", next_step=_ASK)
    return data


def _named(filename: str, suffix: str) -> str:
    """The file's own name without folders and unseen signs, ending in `suffix`."""
    name = tidy(PurePath(filename.replace("\\", "/")).name).replace("\n", " ").strip(" .")
    stem = name[: -len(PurePath(name).suffix)] if PurePath(name).suffix else name
    same = PurePath(name).suffix.lower() in {suffix, ".jpeg" if suffix == ".jpg" else suffix}
    ending = PurePath(name).suffix.lower() if same else suffix
    return f"{stem.strip()[:_LONGEST_NAME] or '佐证材料'}{ending}"


_KINDS: tuple[tuple[bytes, Callable[[bytes], tuple[str, str, bytes]]], ...] = (
    (b"\xff\xd8\xff", _jpeg),
    (b"\x89PNG\r\n\x1a\n", _png),
    (b"%PDF-", _pdf),
    (b"PK\x03\x04", _office),
)
