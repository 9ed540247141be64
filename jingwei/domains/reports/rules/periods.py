"""Which months a report of a kind can be about, on a day."""

from datetime import date

from .months import in_words, month_of, step

BULLETINS, HALVES = 6, 3
Period = tuple[str, str]


def periods(kind: str, *, on: date) -> list[Period]:
    """(first month, last month), the likeliest first. One that is not over yet is offered too: it tells what there is
    so far."""
    month = month_of(on)
    if kind == "bulletin":
        return [(step(month, -back), step(month, -back)) for back in range(BULLETINS)]
    if kind == "half_year":
        start = f"{on.year}-{1 if on.month <= 6 else 7:02}"
        return [(step(start, -6 * back), step(start, 5 - 6 * back)) for back in range(HALVES)]
    return [(f"{on.year}-01", month), (step(month, -11), month), (f"{on.year - 1}-01", f"{on.year - 1}-12")]


def choices(kind: str, *, on: date) -> list[tuple[str, str]]:
    """(value of a choice, its words)."""
    found = []
    for first, last in dict.fromkeys(periods(kind, on=on)):
        running = "（到目前为止）" if first <= month_of(on) <= last and kind != "experience" else ""
        found.append((f"{first}_{last}", in_words(first, last) + running))
    return found
