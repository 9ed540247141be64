"""What every kind of cell can do, and how it says no."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from .signs import BLANKS

# What reading hands on: a text cell, a number cell (Excel knows floats only), a tick, a day, or nothing. A cell in
# which Excel shows an error comes as the text that Excel shows.
Cell = str | int | float | bool | date | datetime | time | None

EXACT = 10**15  # Excel keeps 15 digits of a number and puts zeros for the rest
_ERRORS = frozenset("#N/A #REF! #VALUE! #DIV/0! #NAME? #NULL! #NUM! #SPILL! #CALC! #GETTING_DATA #ERROR".split())
_TOO_NARROW = re.compile("#{3,}")


class BadCell(Exception):
    """A cell that cannot be taken. Both texts are for the user: what is wrong, how to mend it."""

    def __init__(self, reason: str, suggestion: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.suggestion = suggestion


@dataclass(frozen=True, slots=True)
class Noted:
    """A value that was taken, and what the user should know of it: “1985.7”只有年月，按 1985-07-01 登记。"""

    value: Any
    note: str


@dataclass(frozen=True)
class Kind:
    """What a column's cells may hold. Pure: a kind is told the day."""

    def reader(self, on: date) -> Callable[[Any], Any]:
        """A function from a cell to its value, to None for a blank one, or to `Noted`; raises BadCell. Made for one
        run: it remembers what it has seen."""
        raise NotImplementedError

    def read(self, raw: Cell, *, on: date) -> Any:
        """The value of one cell; None for a blank one. Raises BadCell. For many cells take `reader`."""
        if is_blank(raw):
            return None
        value = self.reader(on)(raw)
        return value.value if type(value) is Noted else value

    def show(self, value: Any) -> str:
        """The text that goes out; read again, it gives the same value. Empty for None."""
        return "" if value is None else str(value)

    def offered(self) -> tuple[str, ...]:
        """The texts of the dropdown; empty where there is none."""
        return ()

    def explained(self) -> str:
        """One sentence on how to fill in this kind of cell."""
        raise NotImplementedError


def is_blank(raw: Cell) -> bool:
    """Whether nothing stands in the cell."""
    return raw is None or (isinstance(raw, str) and not raw.strip(BLANKS))


def as_typed(raw: Cell) -> str:
    """The cell as the user sees it in Excel; at most 60 signs."""
    if raw is None:
        return ""
    if isinstance(raw, bool):
        return "TRUE" if raw else "FALSE"
    if isinstance(raw, float | int):
        return f"{raw:.5E}" if abs(raw) >= 1e11 else f"{raw:.15g}"
    if isinstance(raw, datetime):
        return raw.strftime("%Y-%m-%d %H:%M")
    if isinstance(raw, date | time):
        return raw.isoformat()
    return raw if len(raw) <= 60 else f"{raw[:59]}…"


def refuse_error(text: str) -> None:
    """Raises BadCell for what Excel shows in place of a value."""
    if text in _ERRORS:
        raise BadCell(f"公式出错，单元格里显示的是 {text}。", "请在 Excel 里改正公式，或删掉公式、直接填写结果。")
    if _TOO_NARROW.fullmatch(text):
        raise BadCell("只有一串 #，原来的内容没有保存下来。", "请在 Excel 里把列拉宽，看到内容后重新填写。")
