"""Numbers as an official paper writes them. No separators, no blanks between number and unit."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

FEW = 20  # up to here a number is told as it is
MYRIAD = 10_000
NOTHING = "（无数据）"
NOT_COMPARED = "（无可比数据）"


def exact(amount: int, unit: str) -> str:
    """363名"""
    return f"{amount}{unit}"


def about(amount: int, unit: str) -> str:
    """360余名 for 363, 20余名 for 27, 1.2万余名 for 12345: rounded down to two digits (to tens below a hundred). What
    is round already, and what is below 20, is told as it is."""
    if amount < FEW:
        return exact(amount, unit)
    step = 10 if amount < 100 else 10 ** (len(str(amount)) - 2)
    rounded = amount // step * step
    more = "余" if rounded < amount else ""
    if rounded < MYRIAD:
        return f"{rounded}{more}{unit}"
    return f"{Decimal(rounded) / MYRIAD:f}万{more}{unit}"


def percent(top: int, bottom: int) -> Decimal:
    """The share in percent, to one place. Only the whole is 100, only nothing is 0. Raises ZeroDivisionError."""
    shown = _rounded(Fraction(top * 100, bottom))
    if 0 < top < bottom:
        shown = min(max(shown, Decimal("0.1")), Decimal("99.9"))
    return shown


def ratio(top: int, bottom: int, unit: str) -> str:
    """38.2%, or 12.5名 for what is no share; “（无数据）” where there is nothing below the line."""
    if not bottom:
        return NOTHING
    return f"{_plain(value(top, bottom, unit))}{unit}"


def value(top: int, bottom: int, unit: str) -> Decimal:
    """A ratio to one place, in percent where it is a share. ZeroDivisionError without a bottom."""
    return percent(top, bottom) if unit == "%" else _rounded(Fraction(top, bottom))


def change(now: Decimal | int, before: Decimal | int, unit: str, *, than: str) -> str:
    """比上期增加12名, 比上期下降1.2个百分点, 与上期持平. `than` is what it is compared with."""
    if now == before:
        return f"与{than}持平"
    difference = _plain(abs(Decimal(now) - Decimal(before)))
    if unit == "%":
        return f"比{than}{'提高' if now > before else '下降'}{difference}个百分点"
    return f"比{than}{'增加' if now > before else '减少'}{difference}{unit}"


def listed(names: Sequence[str], total: int, *, of: str, longest: int = 400) -> str:
    """甲、乙、丙等12个党支部: the names, and how many there are in all (`of` is “个党支部”) where not all are named.
    Names that would make it longer than so many signs are not named."""
    kept = list(names)
    while len(kept) > 1 and len("、".join(kept)) > longest - 20:
        kept.pop()
    if len(kept) == total:
        return "、".join(kept)
    return f"{'、'.join(kept)}等{total}{of}"


def _rounded(number: Fraction) -> Decimal:
    exactly = Decimal(number.numerator) / Decimal(number.denominator)
    return exactly.quantize(Decimal("0.1"), ROUND_HALF_UP)


def _plain(number: Decimal) -> str:
    """1.5, and 40 for 40.0."""
    return f"{number.normalize():f}"
