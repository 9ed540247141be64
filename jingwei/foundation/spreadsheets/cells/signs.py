"""Signs that people do not see or do not mean: full-width digits, blanks, marks without a width."""

import re
import unicodedata

BLANKS = "\u3000 \t\r\n\x0b\x0c\xa0\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff\xad"
_WITHOUT_WIDTH = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff\xad"))
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
# What stands for “nothing” in columns whose cells have a form of their own.
NOTHING = frozenset(("", "/", "\\", "-", "--", "—", "——", "－", "无", "暂无", "空", "未填", "N/A", "n/a"))


def trimmed(text: str) -> str:
    """Without blanks around it and without marks that have no width."""
    if not text.isascii():
        text = text.translate(_WITHOUT_WIDTH)
    return text.strip(BLANKS)


def compact(text: str) -> str:
    """Full-width signs made half-width, every blank taken out: “１９８５ 年７月” → “1985年7月”."""
    if text.isascii() and text.isalnum():
        return text
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.translate(_WITHOUT_WIDTH))
    return "".join(text.split()).lstrip("'‘’`")
