"""Bytes → text: a mark at the start, else UTF-8, else GB18030 — and a clear answer when it is none of them."""

import codecs
import re

from .errors import Unreadable

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_LOST = "\ufffd"
_TOLERATED = 0.005  # the share of signs that may be damaged


def decoded(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """(text, encoding, warnings). Raises Unreadable for binary content or an unknown encoding."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text, warnings = _mended(data[len(mark) :].decode(encoding, "replace"))
            return _without_control(text), encoding, warnings
    if b"\x00" in data:
        raise _binary()
    for errors in ("strict", "replace"):
        for encoding in ("utf-8", "gb18030"):
            found = _attempt(data, encoding, errors)
            if found is not None:
                return _without_control(found[0]), encoding, found[1]
    raise _binary()


def _attempt(data: bytes, encoding: str, errors: str) -> tuple[str, tuple[str, ...]] | None:
    try:
        text = data.decode(encoding, errors)
    except UnicodeDecodeError:
        return None
    if text.count(_LOST) > max(1, _TOLERATED * len(text)) and errors == "replace":
        return None
    if encoding == "gb18030" and not _is_everyday_chinese(text):
        return None
    return _mended(text)


def _is_everyday_chinese(text: str) -> bool:
    """Whether at least half of the signs beyond ASCII are among the commonest: other encodings, read as GB18030,
    give valid but outlandish signs. Rows 1–3 and 16–55 of GB 2312 are its punctuation and its everyday characters."""
    beyond = [sign for sign in text if sign > "\x7f"][:20_000]
    pairs = (sign.encode("gb2312", "ignore") for sign in beyond)
    common = sum(1 for pair in pairs if pair and (0xA1 <= pair[0] <= 0xA3 or 0xB0 <= pair[0] <= 0xD7))
    return common * 2 >= len(beyond)


def _mended(text: str) -> tuple[str, tuple[str, ...]]:
    lost = text.count(_LOST)
    return text, (f"有 {lost} 处文字已损坏，显示为“{_LOST}”，请对照原文补上。",) if lost else ()


def _without_control(text: str) -> str:
    if len(_CONTROL.findall(text)) > 0.01 * len(text):
        raise _binary()
    return text


def _binary() -> Unreadable:
    return Unreadable(
        "认不出文件里的文字，它可能不是文字文件，或用了少见的文字编码。",
        "请用记事本或 Word 打开它，看到文字正常后复制全文、直接粘贴，或另存为 UTF-8 编码的 .txt、.docx 后再上传。",
    )
