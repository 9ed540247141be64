"""Numbers as officials write them: 12, 1,200, 十二, 两, 百分之九十, 三分之二, 八成, and blanks (X, **, ____, ○○)."""

import re

from .shapes import Number

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
CHINESE_DIGITS = "零〇一二两三四五六七八九十百千"

# A blank is a run of fill signs that touches no digit or letter: X个, **个, ____万元, but not 7×24, 1+X, A×B.
BLANK = r"(?<![0-9A-Za-z+.])(?:[Xx×]{1,4}(?:\.[Xx×]{1,2})?|\*{1,6}|_{1,12}|○{1,4}|□{1,4})(?![0-9A-Za-z+×*])"
ARABIC = r"(?<![0-9A-Za-z.+])(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9})(?:\.[0-9]{1,4})?(?![0-9])"
CHINESE = rf"[{CHINESE_DIGITS}]{{1,8}}(?:[万亿][{CHINESE_DIGITS}]{{1,8}})*"

_ROUGH_PAIR = re.compile(r"[一二三四五六七八九两]{2}")


def is_blank(text: str) -> bool:
    return bool(text) and text[0] in "Xx×*_○□"


def number(text: str) -> Number | None:
    """The value of a numeral in digits or in characters; None for a blank."""
    if is_blank(text):
        return None
    if text[0].isdigit():
        return whole(float(text.replace(",", "")))
    return chinese(text)


def chinese(text: str) -> int:
    """二十三 -> 23, 一百零五 -> 105, 三万五千 -> 35000, 二〇二六 -> 2026."""
    for sign, size in (("亿", 10**8), ("万", 10**4)):
        if sign in text:
            left, right = text.split(sign, 1)
            return (chinese(left) if left else 1) * size + (chinese(right) if right else 0)
    if len(text) > 1 and not any(char in _PLACES for char in text):
        return int("".join(str(_DIGITS[char]) for char in text))
    total = 0
    digit = 0
    for char in text:
        if char in _PLACES:
            total += (digit or 1) * _PLACES[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit


def rough_pair(text: str) -> tuple[int, int] | None:
    """两三 (个) -> (2, 3), 三五 (名) -> (3, 5); None for any other numeral."""
    if not _ROUGH_PAIR.fullmatch(text):
        return None
    low, high = _DIGITS[text[0]], _DIGITS[text[1]]
    return (low, high) if 0 < high - low <= 2 else None


def whole(value: float) -> Number:
    """3.0 -> 3, 66.666… -> 66.67."""
    return int(value) if value == int(value) else round(value, 4)
