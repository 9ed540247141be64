"""Numbers that carry their own check: of citizens, of organizations, of phones."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from operator import mul
from typing import Any

from .kind import BadCell, Kind, refuse_error
from .signs import NOTHING, compact

# GB 11643-1999: ISO 7064 MOD 11-2. GB 32100-2015: MOD 31.
_ID_WEIGHTS = tuple(2 ** (17 - place) % 11 for place in range(17))
_ID_CHECKS = "10X98765432"
# The first two digits of GB/T 2260; 99 is no region: exercises and tests use it.
_REGIONS = frozenset(
    (
        "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 99"
    ).split()
)
_CREDIT_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_VALUES = {sign: value for value, sign in enumerate(_CREDIT_SIGNS)}
_CREDIT_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_SCIENTIFIC = re.compile(r"\d(\.\d+)?[Ee]\+?\d+")
_PREFIX = re.compile(r"^(\+|00)?86(?=1\d{10}$)")
_TWO = re.compile(r"1[3-9]\d{9}.*1[3-9]\d{9}")
_AS_TEXT = "请把这一列设为“文本”后重新录入，不要只改格式。"


def _plain(raw: Any, title: str, *, length: int) -> str:
    """The text without blanks and dashes; raises BadCell where a number cell has lost its tail."""
    if isinstance(raw, str):
        text = compact(raw).replace("-", "").upper() if raw not in NOTHING else ""
        refuse_error(text)
        lost = bool(_SCIENTIFIC.fullmatch(text)) and len(text) != length
    elif isinstance(raw, int | float) and not isinstance(raw, bool):
        text, lost = f"{raw:.0f}", abs(raw) >= 10**15
    else:
        raise BadCell(f"这不是{title}。", f"请填写 {length} 位{title}。")
    if lost:
        raise BadCell(f"{title}是按数字录入的，后几位已经丢失。", _AS_TEXT)
    return "" if text in NOTHING else text


@dataclass(frozen=True)
class IdNumber(Kind):
    """A citizen's number of 18 signs (GB 11643-1999): region, real day of birth, check. Never repaired."""

    def reader(self, on: date) -> Callable[[Any], Any]:
        today = f"{on:%Y%m%d}"

        def read(raw: Any) -> str | None:
            is_plain = type(raw) is str and len(raw) == 18 and raw.isascii()
            text = raw if is_plain else _plain(raw, "身份证号码", length=18)
            if not text:
                return None
            return checked_id(text, today)

        return read

    def explained(self) -> str:
        return "18 位公民身份号码，按“文本”填写；最后一位是 X 的照写。"


def checked_id(text: str, today: str) -> str:
    """The number with a capital X. Raises BadCell. `today` as 20260331."""
    check = text[17:].upper()
    region, born, order = _weighed(text[:6], 0), _weighed_day(text[6:14]), _weighed(text[14:17], 14)
    if region is None or order is None or len(text) != 18 or check not in _ID_CHECKS:
        raise _misshapen(text)
    if text[:2] not in _REGIONS:
        raise BadCell(f"前两位“{text[:2]}”不是任何省份的代码。", "请对照身份证，核对前六位。")
    if born is None:
        if not (text[6:14].isascii() and text[6:14].isdigit()):
            raise _misshapen(text)
        raise BadCell(f"第 7 至 14 位“{text[6:14]}”不是真实的出生日期。", "请对照身份证，核对出生日期那八位。")
    if text[6:14] > today:
        raise BadCell(f"第 7 至 14 位“{text[6:14]}”是以后的日期。", "请对照身份证，核对出生日期那八位。")
    if _ID_CHECKS[(region + born + order) % 11] != check:
        raise BadCell("号码校验不通过，至少有一位录错了。", "请对照身份证逐位核对，重新录入。")
    return text if check == text[17] else text[:17] + check


@lru_cache(60_000)
def _weighed(digits: str, start: int) -> int | None:
    """The share of these digits in the check sum; None where they are no digits. Few parts make up many numbers."""
    if not (digits.isascii() and digits.isdigit()):
        return None
    return sum(map(mul, _ID_WEIGHTS[start:], map(int, digits)))


@lru_cache(60_000)
def _weighed_day(text: str) -> int | None:
    """The share of the eight digits of a real day since 1900; None for others."""
    try:
        real = text.isascii() and date(int(text[:4]), int(text[4:6]), int(text[6:])).year >= 1900
    except ValueError:
        return None
    return _weighed(text, 6) if real else None


def _misshapen(text: str) -> BadCell:
    if len(text) == 15 and text.isdigit():
        return BadCell("这是 15 位的旧号码，2013 年起已停止使用。", "请填写第二代身份证上的 18 位号码。")
    if "*" in text:
        return BadCell("号码里有 * 号，是遮盖过的，不完整。", "请填写完整的 18 位号码。")
    strange = next((sign for sign in text[:17] if sign not in "0123456789"), "")
    if strange and len(text) == 18:
        return BadCell(f"号码里不能有“{strange}”，只能是数字，最后一位可以是 X。", "请对照身份证重新录入。")
    if len(text) == 18:
        return BadCell(f"最后一位不能是“{text[17]}”，只能是数字或 X。", "请对照身份证重新录入。")
    return BadCell(f"身份证号码应当是 18 位，这里是 {len(text)} 位。", "请对照身份证重新录入。")


@dataclass(frozen=True)
class CreditCode(Kind):
    """A unified social credit code of 18 signs (GB 32100-2015)."""

    def reader(self, on: date) -> Callable[[Any], Any]:
        return self._code

    def _code(self, raw: Any) -> str | None:
        text = _plain(raw, "统一社会信用代码", length=18).upper()
        if not text:
            return None
        if len(text) == 15 and text.isdigit():
            raise BadCell("这是 15 位的旧营业执照注册号。", "请填写新营业执照上的 18 位统一社会信用代码。")
        if len(text) == 9:
            raise BadCell("这是 9 位的组织机构代码。", "请填写 18 位统一社会信用代码。")
        if len(text) != 18:
            raise BadCell(f"统一社会信用代码应当是 18 位，这里是 {len(text)} 位。", "请对照登记证照重新录入。")
        if "*" in text:
            raise BadCell("代码里有 * 号，是遮盖过的，不完整。", "请填写完整的 18 位统一社会信用代码。")
        strange = next((sign for sign in text if sign not in _CREDIT_VALUES), "")
        if strange:
            raise BadCell(f"代码里不会有“{strange}”。", "代码不用字母 I、O、S、V、Z；请看清是不是 1、0、5、U、2。")
        total = sum(_CREDIT_VALUES[sign] * weight for sign, weight in zip(text, _CREDIT_WEIGHTS, strict=False))
        if _CREDIT_SIGNS[-total % 31] != text[17]:
            raise BadCell("代码校验不通过，至少有一位录错了。", "请对照登记证照逐位核对，重新录入。")
        return text

    def explained(self) -> str:
        return "18 位统一社会信用代码，按“文本”填写。"


@dataclass(frozen=True)
class Phone(Kind):
    """A mobile number of 11 digits; with `landline` also 0571-87000000, kept with one dash."""

    landline: bool = False

    def reader(self, on: date) -> Callable[[Any], Any]:
        return self._number

    def _number(self, raw: Any) -> str | None:
        if not (type(raw) is str and len(raw) == 11 and raw.isascii()):
            if self.landline and isinstance(raw, str) and (found := _landline(raw)):
                return found
            raw = _PREFIX.sub("", _plain(raw, "手机号码", length=11))
        if not raw:
            return None
        if len(raw) == 11 and raw.isascii() and raw.isdigit() and raw[0] == "1" and raw[1] in "3456789":
            return raw
        raise self._refusal(raw)

    def _refusal(self, text: str) -> BadCell:
        digits = re.sub(r"\D", "", text)
        if "*" in text:
            return BadCell("号码里有 * 号，是遮盖过的，不完整。", "请填写完整的 11 位手机号码。")
        if _TWO.search(text):
            return BadCell("一格里有两个号码。", "请只留一个常用的手机号码。")
        if self.landline:
            return BadCell(
                "既不是 11 位手机号码，也不是带区号的固定电话。", "请填写手机号码，或像 0571-87000000 这样填写。"
            )
        if digits != text:
            return BadCell("手机号码里有不是数字的内容。", "请只填 11 位数字。")
        if digits.startswith("0") or len(digits) in (7, 8):
            return BadCell("这是固定电话，不是手机号码。", "请填写 11 位手机号码；没有手机的请留空。")
        if len(digits) != 11:
            return BadCell(f"手机号码应当是 11 位，这里是 {len(digits)} 位。", "请核对后重新录入。")
        return BadCell(f"没有以“{digits[:2]}”开头的手机号码。", "请核对后重新录入。")

    def explained(self) -> str:
        return "11 位手机号码" + ("，或带区号的固定电话，如 0571-87000000。" if self.landline else "。")


_LANDLINE = re.compile(r"(0\d{2,3})[-(） )]*([2-8]\d{6,7})")


def _landline(raw: str) -> str | None:
    found = _LANDLINE.fullmatch(compact(raw).lstrip("("))
    return f"{found[1]}-{found[2]}" if found else None
