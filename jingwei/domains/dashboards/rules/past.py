"""A figure and its own past: which day stands for the month before, which months there are, and the change in words."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

MINUS = "−"


@dataclass(frozen=True)
class Change:
    """What became of a figure since a day before: `sign` "+12", "−3", "0", "" where nothing is known; `words` is
    比上月增加 12 名."""

    sign: str
    words: str
    since: str = ""

    @property
    def short(self) -> str:
        """比上月 +12; "" where nothing has changed or nothing is known."""
        return "" if self.sign in ("", "0") else f"比{self.since} {self.sign}"


def before(day: date, months: int = 1) -> date:
    """The same day so many months earlier; the last day of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_of(day: date) -> str:
    """2026-11"""
    return f"{day:%Y-%m}"


def year_to(day: date) -> tuple[str, ...]:
    """The months of the year up to that of the day."""
    return tuple(f"{day.year}-{month:02}" for month in range(1, day.month + 1))


def last_months(day: date, number: int) -> tuple[str, ...]:
    """The months up to that of the day, oldest first."""
    first = day.replace(day=1)
    return tuple(month_of(before(first, back)) for back in reversed(range(number)))


def months_between(first: str, last: str) -> tuple[str, ...]:
    """The months from the one to the other, both with them: "2026-09" to "2026-11"."""
    begin, end = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (first, last))
    return tuple(f"{number // 12}-{number % 12 + 1:02}" for number in range(begin, end + 1))


def ends(day: date, number: int) -> tuple[date, ...]:
    """The last days of the months before that of the day, oldest first, and the day itself: so many in all."""
    first = day.replace(day=1)
    days = (before(first, back) for back in reversed(range(1, number)))
    return (*(one.replace(day=monthrange(one.year, one.month)[1]) for one in days), day)


def change(now: float | None, then: float | None, unit: str, since: str, *, places: int = 0) -> Change:
    """The change from `then` to `now`, `since` being 上月 or 去年同期; `unit` 个百分点 for shares."""
    if now is None or then is None:
        return Change("", f"{since}没有可比的数", since)
    difference = round(now - then, places)
    if difference == 0:
        return Change("0", f"与{since}持平", since)
    size = f"{abs(difference):,.{places}f}"
    rose = difference > 0
    return Change(f"{'+' if rose else MINUS}{size}", f"比{since}{'增加' if rose else '减少'} {size} {unit}", since)
