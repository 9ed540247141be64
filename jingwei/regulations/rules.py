"""Which numbers an area may set itself, and within which bounds. Pure."""

from decimal import Decimal, InvalidOperation
from fractions import Fraction
from numbers import Real

from .library import Parameter
from .phrases import in_words

Number = int | Decimal | Fraction


def number_of(text: str) -> Number:
    """The exact number that a text says: 7, 0.5, 2/3 or 60%. Raises ValueError."""
    words = text.strip().replace("％", "%").replace("／", "/")
    try:
        if words.endswith("%"):
            return Fraction(words[:-1]) / 100
        if "/" in words:
            return Fraction(words)
        number = Decimal(words)
    except (InvalidOperation, ZeroDivisionError) as error:
        raise ValueError(f"{text!r} is no number") from error
    if not number.is_finite():
        raise ValueError(f"{text!r} is no number")
    return int(number) if number == number.to_integral_value() else number


def can_be_set(parameter: Parameter) -> bool:
    """Whether areas set this number themselves. Lists and tables are not set here."""
    return parameter.modality == "local" and isinstance(parameter.current.value, Real | Decimal)


def beyond_bounds(parameter: Parameter, value: Number) -> str:
    """Why the value may not be set, in the reader's words; empty where it may."""
    low, high = parameter.bounds.get("min"), parameter.bounds.get("max")
    if low is not None and value < low:
        return f"不能小于 {in_words(low)}（{parameter.unit}）。"
    if high is not None and value > high:
        return f"不能大于 {in_words(high)}（{parameter.unit}）。"
    return ""
