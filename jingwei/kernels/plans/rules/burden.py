"""What is asked of a community, in minutes a month."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

# Times a month, with a month as the twelfth part of a year of 365 days.
TIMES_A_MONTH = {
    "day": Decimal(365) / 12,
    "week": Decimal(365) / 84,
    "half_month": Decimal(2),
    "month": Decimal(1),
    "quarter": Decimal(1) / 3,
    "half_year": Decimal(1) / 6,
    "year": Decimal(1) / 12,
}


@dataclass(frozen=True)
class Ask:
    """One thing asked: by whom, minutes each time, how often, how many forms, which fields."""

    by: str
    minutes: int
    period: str
    forms: int
    fields: tuple[str, ...] = ()


def monthly_minutes(minutes: int, period: str) -> int:
    """Minutes in an average month; what is asked once counts in full."""
    times = TIMES_A_MONTH.get(period, Decimal(1))
    return int((minutes * times).to_integral_value(ROUND_HALF_UP))


@dataclass(frozen=True)
class Load:
    """The burden of one community in a month."""

    asks: int
    minutes: int
    forms: int
    fields: int
    asked_twice: tuple[str, ...]


def load(asks: Sequence[Ask]) -> Load:
    """The sum of what is asked, and the fields that more than one asks for."""
    labels = Counter(label for ask in asks for label in set(map(plain, ask.fields)))
    return Load(
        asks=len(asks),
        minutes=sum(monthly_minutes(ask.minutes, ask.period) for ask in asks),
        forms=sum(ask.forms for ask in asks),
        fields=sum(len(ask.fields) for ask in asks),
        asked_twice=tuple(sorted(label for label, times in labels.items() if times > 1)),
    )


def by_asker(asks: Iterable[Ask]) -> dict[str, int]:
    """Minutes a month of each who asks."""
    minutes: Counter[str] = Counter()
    for ask in asks:
        minutes[ask.by] += monthly_minutes(ask.minutes, ask.period)
    return dict(minutes)


def plain(label: str) -> str:
    """A field's name as it is compared: without spaces, brackets and the words that say nothing."""
    kept = "".join(ch for ch in label if ch not in " 　（）()：:*")
    return kept.removeprefix("党员").removeprefix("本人").removeprefix("填报") or kept
