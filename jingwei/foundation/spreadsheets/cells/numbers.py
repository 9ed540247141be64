"""Numbers and ticks."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from .kind import EXACT, BadCell, Kind, refuse_error
from .signs import NOTHING, compact

_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_YES = frozenset("是 有 √ ✓ ✔ ☑ y yes true t 1 对 已 v".split())
_NO = frozenset("否 没有 不是 × ✗ ✘ x n no false f 0 错 未 ☐".split())


@dataclass(frozen=True)
class Number(Kind):
    """A number between `least` and `most` with at most `decimals` decimals: int without them, else Decimal."""

    least: int = 0
    most: int = 999_999_999
    decimals: int = 0
    unit: str = ""

    def reader(self, on: date) -> Callable[[Any], Any]:
        return lru_cache(20_000, typed=True)(self._number)

    def _number(self, raw: Any) -> int | Decimal | None:
        if isinstance(raw, bool) or not isinstance(raw, int | float | str):
            raise _no_number(self.unit)
        number = self._of_text(raw) if isinstance(raw, str) else _of_cell(raw)
        if number is None:
            return None
        if not self.least <= number <= self.most:
            raise BadCell(f"应当在 {self.least} 到 {self.most} 之间。", "请核对后重新填写。")
        if number != round(number, self.decimals):
            raise BadCell(
                f"小数超过了 {self.decimals} 位。" if self.decimals else "应当是整数，不能有小数。",
                f"请保留 {self.decimals} 位小数。" if self.decimals else "请填写整数。",
            )
        return round(number, self.decimals) if self.decimals else int(number)

    def _of_text(self, raw: str) -> Decimal | None:
        text = compact(raw)
        refuse_error(text)
        if text in NOTHING:
            return None
        text = text.removesuffix(self.unit) if self.unit else text
        text = text.lstrip("¥") if self.unit == "元" else text
        if len(text) > 30 or not text.isascii() or not _NUMBER.fullmatch(text):
            raise _no_number(self.unit)
        return Decimal(text.replace(",", ""))

    def explained(self) -> str:
        form = f"最多 {self.decimals} 位小数" if self.decimals else "整数"
        return f"数字（{form}），{self.least} 到 {self.most}" + (f"，单位是{self.unit}。" if self.unit else "。")


def _of_cell(raw: int | float) -> Decimal:
    if raw != raw or abs(raw) >= EXACT:
        raise BadCell("数字太大，后几位已经丢失。", "请核对后重新填写。")
    return Decimal(f"{raw:.15g}")  # as Excel shows it: 0.1 + 0.2 is 0.3


def _no_number(unit: str) -> BadCell:
    return BadCell("这不是一个数字。", f"请只填数字，如 12{f'，不用写“{unit}”' if unit else ''}。")


@dataclass(frozen=True)
class YesNo(Kind):
    """是 or 否, also as 有, √, 1, Y."""

    def reader(self, on: date) -> Callable[[Any], Any]:
        return lru_cache(1_000, typed=True)(self._answer)

    def _answer(self, raw: Any) -> bool | None:
        if isinstance(raw, bool):
            return raw
        text = compact(f"{raw:g}" if isinstance(raw, int | float) else str(raw)).casefold()
        refuse_error(text.upper())
        if text in _YES:
            return True
        if text in _NO or text == "无":
            return False
        if text in NOTHING:
            return None
        raise BadCell("这里只能填“是”或“否”。", "请从下拉列表里选择。")

    def show(self, value: Any) -> str:
        return "" if value is None else "是" if value else "否"

    def offered(self) -> tuple[str, ...]:
        return ("是", "否")

    def explained(self) -> str:
        return "填“是”或“否”。"
