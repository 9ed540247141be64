"""Months as "2026-11", and how a run of them is called."""

from datetime import date


def month_of(day: date) -> str:
    """2026-11"""
    return f"{day:%Y-%m}"


def step(month: str, by: int) -> str:
    """The month so many months later."""
    year, number = divmod(_count(month) + by, 12)
    return f"{year:04}-{number + 1:02}"


def run(first: str, last: str) -> tuple[str, ...]:
    """All months from the first to the last."""
    return tuple(step(first, by) for by in range(_length(first, last)))


def run_before(first: str, last: str) -> tuple[str, ...]:
    """As many months just before."""
    return run(step(first, -_length(first, last)), step(first, -1))


def year_before(first: str, last: str) -> tuple[str, ...]:
    """The same months a year before."""
    return run(step(first, -12), step(last, -12))


def year_so_far(last: str) -> tuple[str, ...]:
    """From January to the last month."""
    return run(f"{last[:4]}-01", last)


def first_day(month: str) -> date:
    return date(int(month[:4]), int(month[5:]), 1)


def in_words(first: str, last: str) -> str:
    """2026年10月, 2026年上半年, 2026年, 2026年1—10月, 2025年11月—2026年2月"""
    year, start, end = first[:4], int(first[5:]), int(last[5:])
    if year != last[:4]:
        return f"{year}年{start}月—{last[:4]}年{end}月"
    known = {(1, 6): "年上半年", (7, 12): "年下半年", (1, 12): "年"}
    if (start, end) in known:
        return f"{year}{known[start, end]}"
    return f"{year}年{start}月" if start == end else f"{year}年{start}—{end}月"


def _count(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:]) - 1


def _length(first: str, last: str) -> int:
    return _count(last) - _count(first) + 1
