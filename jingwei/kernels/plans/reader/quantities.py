"""Numbers with a unit: 12名, 1-2个, 3至5万元, 百分之九十, 三分之二, 八成, X万元, 两次."""

import re
from collections.abc import Iterator

from .numerals import ARABIC, BLANK, CHINESE, CHINESE_DIGITS, chinese, is_blank, number, rough_pair, whole
from .spans import Quantity
from .words.units import FOLLOWERS, SHORTER

_SIZE = r"(?:千万|百万|万|亿|千|百)"
_ABOUT = r"[余多几]?"
_NUMBER = rf"(?:{BLANK}|{ARABIC}|{CHINESE})"


def _unit_pattern() -> str:
    words = sorted(FOLLOWERS, key=lambda word: -len(word))
    return "|".join(re.escape(word) + (f"(?![{FOLLOWERS[word]}])" if FOLLOWERS[word] else "") for word in words)


_UNIT = rf"(?:%|‰|{_unit_pattern()})"
_SIZED_UNIT = rf"(?P<about>{_ABOUT})(?P<size>{_SIZE}(?={_ABOUT}{_UNIT}))?(?P<more>{_ABOUT})(?P<unit>{_UNIT})"
_DIGITS = r"[0-9]{1,9}(?:\.[0-9]{1,4})?"
_END = rf"(?:{BLANK}|{_DIGITS}|{CHINESE})"
_RANGE = re.compile(
    rf"(?P<low>{_END})(?P<low_size>{_SIZE})?(?P<low_unit>{_UNIT})?(?:[-~至到]{{1,2}}|或者?)"
    rf"(?P<high>{_END})(?P<size>{_SIZE}(?={_UNIT}))?(?P<unit>{_UNIT})"
)
_SINGLE = re.compile(rf"(?P<low>{_NUMBER}){_SIZED_UNIT}")
_PERCENT_WORD = re.compile(rf"百分之(?P<low>{_NUMBER})(?:[-~至到](?:百分之)?(?P<high>{_NUMBER}))?(?!点)")
_FRACTION = re.compile(
    rf"(?P<below>{CHINESE})分之(?P<above>{CHINESE})|(?P<a>[0-9]{{1,2}})/(?P<b>[0-9]{{1,2}})(?=以上|的|左右|以内|以下)"
)
_TENTHS = re.compile(r"(?P<low>[一二三四五六七八九0-9])成(?P<half>半)?(?![立为员效果熟长功本绩都就片套分份因年品])")
_HALF = re.compile(r"(?:一半|半数)(?=以上|以下|左右|,|。|;|$)")
_HALF_UNIT = re.compile(r"半(?P<unit>天|年|小时|个月|个小时|日|个工作日)(?!后)")


def quantities(sentence: str) -> Iterator[Quantity]:
    """Every number with a unit, from left to right, none overlapping."""
    place = 0
    while place < len(sentence):
        found = _at(sentence, place)
        if found is None:
            place += 1
        else:
            yield found
            place = found.end


def _at(sentence: str, place: int) -> Quantity | None:
    char = sentence[place]
    if not ("0" <= char <= "9" or char in "零〇一二两三四五六七八九十百千半Xx×*_○□"):
        return None
    before = sentence[place - 1] if place else ""
    if before and any(char in digits and before in digits for digits in ("0123456789", CHINESE_DIGITS)):
        return None  # in the middle of a numeral
    for reader in (_percent_word, _fraction, _tenths, _half, _range, _single):
        found = reader(sentence, place)
        if found is not None:
            return found
    return None


def _percent_word(sentence: str, place: int) -> Quantity | None:
    match = _PERCENT_WORD.match(sentence, place)
    if match is None:
        return None
    high = number(match["high"]) if match["high"] else None
    return Quantity(place, match.end(), number(match["low"]), high, "%", False)


def _fraction(sentence: str, place: int) -> Quantity | None:
    match = _FRACTION.match(sentence, place)
    if match is None:
        return None
    above, below = (
        (chinese(match["above"]), chinese(match["below"])) if match["above"] else (int(match["a"]), int(match["b"]))
    )
    if not 0 < above < below:
        return None
    return Quantity(place, match.end(), whole(round(100 * above / below, 2)), None, "%", False)


def _tenths(sentence: str, place: int) -> Quantity | None:
    match = _TENTHS.match(sentence, place)
    if match is None:
        return None
    tenths = number(match["low"]) or 0
    return Quantity(place, match.end(), whole(tenths * 10 + (5 if match["half"] else 0)), None, "%", False)


def _half(sentence: str, place: int) -> Quantity | None:
    match = _HALF.match(sentence, place)
    if match:
        return Quantity(place, match.end(), 50, None, "%", True)
    match = _HALF_UNIT.match(sentence, place)
    if match and not (place and sentence[place - 1] in "上下每大前后"):
        return Quantity(place, match.end(), 0.5, None, SHORTER.get(match["unit"], match["unit"]), True)
    return None


def _range(sentence: str, place: int) -> Quantity | None:
    match = _RANGE.match(sentence, place)
    if match is None or (match["low_unit"] and match["low_unit"] != match["unit"]) or not _free(sentence, place):
        return None
    low, high = number(match["low"]), number(match["high"])
    if low is not None and high is not None and low >= high:
        return None
    return Quantity(
        place,
        match.end(),
        low,
        high,
        (match["size"] or "") + SHORTER.get(match["unit"], match["unit"]),
        low is not None and not match["low"][0].isdigit(),
        low is None,
    )


def _single(sentence: str, place: int) -> Quantity | None:
    match = _SINGLE.match(sentence, place)
    if match is None or not _free(sentence, place) or sentence.startswith(match["unit"], match.end()):
        return None
    spoken = not match["low"][0].isdigit() and not is_blank(match["low"])
    unit = (match["size"] or "") + SHORTER.get(match["unit"], match["unit"])
    pair = rough_pair(match["low"]) if spoken else None
    low, high = pair or (number(match["low"]), None)
    rough = low is not None and bool(match["about"] or match["more"])
    return Quantity(place, match.end(), low, high, unit, spoken, rough)


def _free(sentence: str, place: int) -> bool:
    """Whether the numeral begins here, not in the middle of one."""
    before = sentence[place - 1] if place else ""
    if sentence[place].isdigit():
        return not (before.isdigit() or before in tuple(".+"))
    return before not in tuple("零〇一二两三四五六七八九十百千万亿第")
