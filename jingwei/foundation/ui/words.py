"""How dates, numbers and shares are written on a page. Nothing known is written as a dash."""

from datetime import date, datetime

from django.utils import timezone

UNKNOWN = "—"
WEEKDAYS = "一二三四五六日"


def local(moment: date) -> date:
    """A datetime with a zone in the local zone; anything else as it is."""
    if isinstance(moment, datetime) and timezone.is_aware(moment):
        return timezone.localtime(moment)
    return moment


def date_cn(day: date | None) -> str:
    """2026 年 11 月 21 日"""
    if day is None:
        return UNKNOWN
    day = local(day)
    return f"{day.year} 年 {day.month} 月 {day.day} 日"


def day_cn(day: date | None) -> str:
    """11 月 21 日"""
    if day is None:
        return UNKNOWN
    day = local(day)
    return f"{day.month} 月 {day.day} 日"


def time_cn(moment: datetime | None) -> str:
    """2026 年 11 月 21 日 16:20"""
    if moment is None:
        return UNKNOWN
    return f"{date_cn(moment)} {local(moment):%H:%M}"


def weekday(day: date | None) -> str:
    """星期六"""
    return UNKNOWN if day is None else f"星期{WEEKDAYS[local(day).weekday()]}"


def days_left(due: date | None, on: date) -> str:
    """还有 4 天, 今天, 已过 3 天, as seen on the day `on`."""
    if due is None:
        return "没有期限"
    days = (as_day(due) - as_day(on)).days
    if days == 0:
        return "今天"
    return f"还有 {days:,} 天" if days > 0 else f"已过 {-days:,} 天"


def as_day(moment: date) -> date:
    """The local day of a date or a datetime."""
    seen = local(moment)
    return seen.date() if isinstance(seen, datetime) else seen


def day_iso(day: date) -> str:
    """2026-11-21, for <time datetime>."""
    return as_day(day).isoformat()


def moment_iso(moment: datetime) -> str:
    """2026-11-21T16:20:00+08:00, for <time datetime>."""
    return local(moment).isoformat()


def number(value: float | None) -> str:
    """1,234; a fraction keeps at most two places: 0.5, 12.25."""
    if value is None:
        return UNKNOWN
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def percent(ratio: float | None, places: int = 0) -> str:
    """0.924 → 92%, or 92.4% with one place. Only the whole is 100%, only nothing is 0%."""
    if ratio is None:
        return UNKNOWN
    shown = round(ratio * 100, places)
    step = 10.0**-places
    if shown >= 100 and ratio < 1:
        shown = 100 - step
    if shown <= 0 and ratio > 0:
        shown = step
    return f"{shown:.{places}f}%"


def share(value: float, whole: float) -> float:
    """`value` of `whole` in hundredths from 0 to 100, to draw with."""
    if whole <= 0:
        return 0
    return round(min(max(value / whole, 0), 1) * 100, 1)
