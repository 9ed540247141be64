"""Days as people write them. What could be two days is refused; what lacks its day is taken only where the column
allows it, and says so."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from .day_shapes import Parts, parts_of_number, parts_of_text
from .kind import BadCell, Kind, Noted, refuse_error
from .signs import NOTHING, trimmed

_EXCEL_EPOCH = date(1899, 12, 30)


@dataclass(frozen=True)
class Day(Kind):
    """A day from `earliest` to `latest`. `months`: “1985.7” is taken as the first of the month, with a note.
    `future`: days after today are allowed."""

    months: bool = False
    future: bool = False
    earliest: date = date(1900, 1, 1)
    latest: date = date(2100, 12, 31)

    def reader(self, on: date) -> Callable[[Any], Any]:
        last = self.latest if self.future else min(on, self.latest)

        def read(raw: Any) -> date | Noted | None:
            if type(raw) is str and len(raw) == 10 and raw[4] == raw[7] == "-":  # the way we write it
                with suppress(ValueError):
                    return self._within(date.fromisoformat(raw), on, last)
            if isinstance(raw, date):
                return self._within(raw.date() if isinstance(raw, datetime) else raw, on, last)
            if isinstance(raw, str):
                return self._of_text(raw, on, last)
            if isinstance(raw, int | float) and not isinstance(raw, bool):
                return self._of_number(raw, on, last)
            raise BadCell("这不是日期。", "请按“年-月-日”填写，如 1985-07-03。")

        return lru_cache(60_000, typed=True)(read)

    def _of_text(self, raw: str, on: date, last: date) -> date | Noted | None:
        text = trimmed(raw)
        refuse_error(text)
        if text in NOTHING:
            return None
        return self._of_parts(parts_of_text(text), on, last, text)

    def _of_number(self, raw: float, on: date, last: date) -> date | Noted:
        text = f"{raw:.15g}"
        if 10_000 <= raw < 100_000 and float(raw).is_integer():
            day = self._within(_EXCEL_EPOCH + timedelta(days=int(raw)), on, last)
            return Noted(day, f"“{text}”是 Excel 里日期的序号，按 {day} 读取。")
        return self._of_parts(parts_of_number(raw), on, last, text)

    def _of_parts(self, parts: Parts, on: date, last: date, text: str) -> date | Noted:
        year, note = parts.year, ""
        if parts.short:
            year = self._century(year, last)
            note = f"“{text}”的年份只有两位，按 {year} 年读取。"
        if parts.day is None and not self.months:
            raise BadCell("只有年月，没有日。", f"请补上是哪一天，如 {year}-{parts.month:02d}-01。")
        day = self._within(_real(year, parts.month, 1 if parts.day is None else parts.day), on, last)
        if parts.day is None:
            note += f"“{text}”只有年月，按 {day} 登记。"
        return Noted(day, note) if note else day

    def _century(self, year: int, last: date) -> int:
        """The one year that two digits can mean. Raises BadCell when it could be two."""
        possible = [full for full in (1900 + year, 2000 + year) if self.earliest.year <= full <= last.year]
        if len(possible) == 1:
            return possible[0]
        asked = f"分不清是 {possible[0]} 年还是 {possible[1]} 年" if possible else "看不出是哪一年"
        raise BadCell(f"年份只写了两位，{asked}。", f"请写四位年份，如 {1900 + year}-07-01。")

    def _within(self, day: date, on: date, last: date) -> date:
        if self.earliest <= day <= last:
            return day
        if day < self.earliest:
            raise BadCell(f"{day} 早于 {self.earliest}。", "请核对年份。")
        if day > on and not self.future:
            raise BadCell(f"{day} 还没有到。", "这里不能填以后的日期，请核对年份。")
        raise BadCell(f"{day} 晚于 {last}。", "请核对年份。")

    def explained(self) -> str:
        form = "日期，按“年-月-日”填写，如 1985-07-03；1985年7月3日、1985.7.3、19850703 也可以"
        return f"{form}；记不清日的可以只填年月，按当月 1 日登记。" if self.months else f"{form}。"


def _real(year: int, month: int, day: int) -> date:
    if not 1 <= month <= 12:
        raise BadCell(f"没有 {month} 月。", "请核对月份。")
    try:
        return date(year, month, day)
    except ValueError:
        if year == 0:
            raise BadCell("没有公元 0 年。", "请核对年份。") from None
        raise BadCell(f"{year} 年 {month} 月没有 {day} 日。", "请核对日期。") from None
