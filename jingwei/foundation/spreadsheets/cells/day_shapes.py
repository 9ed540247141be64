"""The shapes in which a day is written → year, month, day. Whether such a day exists is decided elsewhere."""

import re
from dataclasses import dataclass

from .kind import BadCell
from .signs import compact


@dataclass(frozen=True, slots=True)
class Parts:
    """What was written. `day` is None where only year and month are there; `short`: the year has two digits only."""

    year: int
    month: int
    day: int | None = None
    short: bool = False


_FORM = "请按“年-月-日”填写，如 1985-07-03。"
_TIME = re.compile(r"[ T日]\s*\d{1,2}[:：]\d{2}([:：]\d{2}(\.\d+)?)?Z?$")
_DATE = re.compile(r"(\d{4}|\d{2})(?:年|[-/.,、])(\d{1,2})(?:月|[-/.,、](?=\d)|(?=\.?$))(?:(\d{1,2})[日号]?)?\.?")
_DIGIT, _COUNT = "[〇零○一二三四五六七八九]", "([一二三四五六七八九十]{1,3})"
_HAN = re.compile(f"({_DIGIT}{{4}}|{_DIGIT}{{2}})年{_COUNT}月(?:{_COUNT}[日号])?")
_DAY_FIRST = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4}")
_ENGLISH = re.compile(r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.I)
_YEAR = re.compile(r"\d{4}年(生|出生)?")
_SPAN = re.compile(r"\d{4}.*\d{4}|至|到|~")
_WORDLESS = re.compile(r"\d+")
_HAN_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0}


def parts_of_text(text: str) -> Parts:
    """The parts of a text that is not blank. Raises BadCell."""
    plain = compact(_TIME.sub("", text)).translate({0x2015: "-", 0x2014: "-", 0x2013: "-", 0x3002: ".", 0x5C: "/"})
    if found := _DATE.fullmatch(plain):
        return Parts(int(found[1]), int(found[2]), int(found[3]) if found[3] else None, len(found[1]) == 2)
    if _WORDLESS.fullmatch(plain) and plain.isascii():
        return _of_digits(plain)
    if found := _HAN.fullmatch(plain):
        year = int("".join(str(_HAN_DIGITS[sign]) for sign in found[1]))
        day = _han_number(found[3]) if found[3] else None
        return Parts(year, _han_number(found[2]), day, len(found[1]) == 2)
    raise _misshapen(plain)


def parts_of_number(raw: float) -> Parts:
    """The parts of a number cell: 19850703, 198507, or 1985.07, which lost its last zero if that was one."""
    if float(raw).is_integer():
        return _of_digits(f"{raw:.0f}")
    text = f"{raw:.15g}"
    year, _, month = text.partition(".")
    if len(year) != 4 or not year.isdigit() or len(month) > 2:
        raise _misshapen(text)
    if month == "1":
        raise BadCell(
            f"分不清是 {year} 年 1 月还是 10 月：按数字录入时末尾的 0 会丢失。", f"请写全年月日，如 {year}-10-01。"
        )
    return Parts(int(year), int(month))


def _of_digits(text: str) -> Parts:
    """19850703; 198507 and 850703, unless the six digits could be both; anything else is refused."""
    if len(text) == 8:
        return Parts(int(text[:4]), int(text[4:6]), int(text[6:]))
    if len(text) == 4:
        raise _only_year(text)
    if len(text) != 6:
        raise _misshapen(text)
    whole = Parts(int(text[:4]), int(text[4:]))
    short = Parts(int(text[:2]), int(text[2:4]), int(text[4:]), True)
    is_whole = 1900 <= whole.year <= 2100 and 1 <= whole.month <= 12
    is_short = 1 <= short.month <= 12 and 1 <= (short.day or 0) <= 31
    if is_whole and is_short:
        raise BadCell(
            f"分不清是 {whole.year} 年 {whole.month} 月，还是 {text[:2]} 年 {short.month} 月 {short.day} 日。", _FORM
        )
    if not is_whole and not is_short:
        raise _misshapen(text)
    return whole if is_whole else short


def _only_year(year: str) -> BadCell:
    return BadCell("只有年份，没有月和日。", f"请补上是哪月哪日，如 {year}-07-01。")


def _han_number(text: str) -> int:
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _HAN_DIGITS.get(text, 0)
    return 10 * (_HAN_DIGITS.get(tens, 0) if tens else 1) + (_HAN_DIGITS.get(ones, 0) if ones else 0)


def _misshapen(text: str) -> BadCell:
    if _DAY_FIRST.fullmatch(text):
        return BadCell("分不清哪个是月、哪个是日。", _FORM)
    if _ENGLISH.search(text) and any(sign.isdigit() for sign in text):
        return BadCell("这是英文写法的日期，可能已被 Excel 改过。", _FORM)
    if "农历" in text or "阴历" in text:
        return BadCell("这是农历日期。", "请换算成公历后填写，与身份证一致。")
    if _YEAR.fullmatch(text):
        raise _only_year(text[:4])
    if _SPAN.search(text):
        return BadCell("这是一段时间，不是一天。", "请只填一个日期，如 1985-07-03。")
    return BadCell("看不出是哪一天。", _FORM)
