"""How a value of the library is written on a page. Pure."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from .choices import COLUMNS, WORDS


def in_words(value: Any) -> str:
    """4/5, 0.5, 1000, 2026-05-18; a list is joined, a key word gets its Chinese, nothing is a dash."""
    if value is None:
        return "—"
    if isinstance(value, tuple):
        return "、".join(in_words(part) for part in value)
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return WORDS.get(str(value), str(value))


def phrase(comparison: str, value: Any, unit: str) -> str:
    """不少于 3 名正式党员; 超过 1/2（应到会人数的比例）; 好、较好、一般、差."""
    if is_table(value):
        return f"分 {len(value)} 档，见表"
    words = bare(comparison, value)
    if isinstance(value, str | tuple) and "、" in words:
        return words
    counted = isinstance(value, int | Decimal) and "的" not in unit
    return f"{words} {unit}" if counted else f"{words}（{unit}）"


def bare(comparison: str, value: Any) -> str:
    """The comparison and the value without the unit: 不少于 3. What has no comparison stands alone."""
    return f"{comparison} {in_words(value)}".strip()


def is_table(value: Any) -> bool:
    """Whether the value is a table: rows with named columns."""
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], Mapping)


def heads(value: Any) -> list[str]:
    """The Chinese heads of a table's columns."""
    return [COLUMNS[column] for column in value[0]]


def cells(value: Any) -> list[list[str]]:
    """The words of a table's rows; a share such as 0.005 is written 0.5%."""
    return [[_cell(part) for part in row.values()] for row in value]


def _cell(part: Any) -> str:
    return f"{in_words(part * 100)}%" if isinstance(part, Decimal) and 0 < part < 1 else in_words(part)
