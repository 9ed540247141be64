"""What a file is, by its content. The name of a file is a hint from a person, and often wrong."""

from pathlib import PurePath

from .archives import entry_names
from .errors import RESAVE, Unreadable

_SUFFIXES = {
    ".txt": "txt",
    ".md": "md",
    ".markdown": "md",
    ".docx": "docx",
    ".pdf": "pdf",
    ".html": "html",
    ".htm": "html",
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8", b"II*\x00", b"MM\x00*")
_OTHER_ARCHIVES = (
    ("xl/", "这是一个 Excel 表格，不是文稿。", "请把表格里的文字复制后直接粘贴，或上传文稿的 .docx 文件。"),
    ("ppt/", "这是一个演示文稿，不是文稿。", "请把文字复制后直接粘贴，或上传文稿的 .docx 文件。"),
    ("OFD.xml", "暂时读不了 OFD 版式文件。", "请上传原来的 Word 文件，或导出为 PDF 后再上传。"),
    ("content.xml", "暂时读不了 ODT 文件。", RESAVE),
)


def format_of(filename: str, data: bytes) -> tuple[str, tuple[str, ...]]:
    """The format (txt, md, docx, pdf, html) and warnings. Raises Unreadable for what we cannot read."""
    named = _SUFFIXES.get(_suffix(filename))
    found = _format_by_content(data)
    if found is None:
        if named in ("txt", "md", "html") or not _suffix(filename):
            return named or "txt", ()
        return "txt", (f"文件名是“{_shown(filename)}”，内容却是纯文字，已按纯文字读取。",)
    if named == found or not _suffix(filename):
        return found, ()
    return found, (f"文件名是“{_shown(filename)}”，内容却是 {found.upper()}，已按内容读取。",)


def _format_by_content(data: bytes) -> str | None:
    """The format when the bytes show it; None for text, whose kind only the name tells."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _format_of_archive(data)
    if data.startswith(_OLE):
        raise _old_office(data)
    if data.startswith(b"{\\rtf"):
        raise Unreadable("暂时读不了 RTF 文件。", RESAVE)
    if data.startswith(_PICTURES) or data[:4] == b"RIFF":
        raise Unreadable("这是一张图片，里面没有可以读取的文字。", "请上传原来的 Word 文件，或把全文粘贴进来。")
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return "html" if start.startswith((b"<!doctype html", b"<html")) else None


def _format_of_archive(data: bytes) -> str:
    names = entry_names(data)
    if any(name.startswith("word/") for name in names):
        return "docx"
    for mark, message, next_step in _OTHER_ARCHIVES:
        if any(name.startswith(mark) for name in names):
            raise Unreadable(message, next_step)
    raise Unreadable("这是一个压缩包，不是文稿。", "请先解压，再上传里面的文稿。")


def _old_office(data: bytes) -> Unreadable:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Unreadable("这个文件设了打开密码，读不了。", "请用 Word 或 WPS 打开它，去掉密码，另存后再上传。")
    return Unreadable("这是旧版 Word（.doc）或 WPS（.wps）的文件，暂时读不了。", RESAVE)


def _suffix(filename: str) -> str:
    return PurePath(filename.replace("\\", "/")).suffix.lower()


def _shown(filename: str) -> str:
    name = PurePath(filename.replace("\\", "/")).name
    return name if len(name) <= 40 else f"…{name[-39:]}"
