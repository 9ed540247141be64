"""A month that a reader chose."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Month:
    """A month with its neighbours, as "2026-11"."""

    year: int
    month: int

    def __str__(self) -> str:
        return f"{self.year}-{self.month:02d}"

    def step(self, months: int) -> "Month":
        """The month so many later (or earlier)."""
        count = self.year * 12 + self.month - 1 + months
        return Month(count // 12, count % 12 + 1)


def chosen_month(text: str, *, on: date) -> Month:
    """The month written as "2026-11"; that of the day `on` for anything else."""
    try:
        day = date.fromisoformat(f"{text}-01")
    except ValueError:
        day = on
    return Month(day.year, day.month)
