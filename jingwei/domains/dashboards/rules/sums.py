"""Whether the parts make the whole, and a composite out of its parts."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Agreement:
    """What those below have, what the organization has of its own, and what it says it has in all."""

    below: int
    own: int
    whole: int

    @property
    def holds(self) -> bool:
        return self.below + self.own == self.whole

    @property
    def words(self) -> str:
        """下级之和＝本级 相符, or what is wrong."""
        sum_words = "下级之和＋本级直属" if self.own else "下级之和"
        if self.holds:
            return f"{sum_words}＝本级"
        missing = self.whole - self.below - self.own
        return f"{sum_words} {self.below + self.own:,}，本级 {self.whole:,}，相差 {missing:+,}".replace("-", "−")


def composed(parts: Iterable[tuple[float | None, int]]) -> float | None:
    """A composite of (share in percent or None, weight): parts that have nothing below the line leave their weight to
    the others. None where no part has a value."""
    known = [(value, weight) for value, weight in parts if value is not None]
    whole = sum(weight for _, weight in known)
    return sum(value * weight for value, weight in known) / whole if whole else None


def good(value: float | None, better: str) -> float | None:
    """A share as it counts in a composite: one of which less is better counts by what is missing to 100."""
    return 100 - value if value is not None and better == "low" else value
