"""No judgement on noise: a rate is set against what chance alone would show around the rate of the whole.

The limits are those of a funnel plot (Spiegelhalter 2005, doi:10.1002/sim.1970): exact binomial ones of 95 % and 99.8 %
around the rate of the organization above; for more than EXACT below the line, the normal ones. Of a rate with few below
the line nothing is said at all.
"""

from dataclasses import dataclass
from datetime import date
from math import exp, lgamma, log, sqrt
from typing import Literal

from jingwei.regulations.library import parameter

FEW = parameter("figures.few")
EXACT = 1000  # above this the normal limits differ by less than a row
USUAL, RARE = 0.05, 0.002  # 95 % and 99.8 %
SCORES = {USUAL: 1.959964, RARE: 3.090232}
WORTH = 0.01  # a difference of less than one percentage point is not worth a word

Standing = Literal["few", "within", "outside", "far"]


@dataclass(frozen=True)
class Verdict:
    """How a rate stands to that of the whole: `few` below the line to say anything, `within` what chance shows,
    `outside` it, `far` outside it. `low` and `high`: the shares (0 to 1) between which chance alone leaves it 95 times
    in 100; `side` is +1 above, −1 below, 0 where nothing is said."""

    standing: Standing
    low: float
    high: float
    side: int = 0


def verdict(top: int, bottom: int, rate: float, *, on: date) -> Verdict | None:
    """`top` of `bottom` against a `rate` of the whole (0 to 1). None where there is nothing below the line."""
    if bottom <= 0:
        return None
    low, high = limits(rate, bottom)
    if is_few(bottom, on=on):
        return Verdict("few", low, high)
    share = top / bottom
    if low <= share <= high or abs(share - rate) < WORTH:
        return Verdict("within", low, high)
    lowest, highest = limits(rate, bottom, RARE)
    return Verdict("outside" if lowest <= share <= highest else "far", low, high, 1 if share > rate else -1)


def is_few(bottom: int, *, on: date) -> bool:
    """Whether there are so few below the line that one more or less changes the rate by more than is told."""
    return bottom > 0 and not FEW.at(on).met_by(bottom)


def limits(rate: float, size: int, chance: float = USUAL) -> tuple[float, float]:
    """The lowest and the highest share of `size` that chance leaves when the true rate is `rate`; what lies outside
    on one side comes about with a probability of at most `chance` / 2. ValueError for a size below 1."""
    if size < 1:
        raise ValueError("limits of nothing")
    rate = min(max(rate, 0.0), 1.0)
    if size > EXACT:
        spread = SCORES[chance] * sqrt(rate * (1 - rate) / size)
        return max(0.0, rate - spread), min(1.0, rate + spread)
    return _fewest(rate, size, chance / 2) / size, (size - _fewest(1 - rate, size, chance / 2)) / size


def _fewest(rate: float, size: int, tail: float) -> int:
    """The smallest number k for which at most k come about more often than `tail`."""
    sum_of = 0.0
    for number in range(size + 1):
        sum_of += binomial(number, size, rate)
        if sum_of > tail:
            return number
    return size


def binomial(number: int, size: int, rate: float) -> float:
    """The probability of exactly `number` among `size`."""
    if rate in (0.0, 1.0):
        return float(number == (size if rate else 0))
    ways = lgamma(size + 1) - lgamma(number + 1) - lgamma(size - number + 1)
    return exp(ways + number * log(rate) + (size - number) * log(1 - rate))


def step(bottom: int) -> float:
    """By how many percentage points one more or less changes a rate."""
    return 100 / bottom


def in_words(found: Verdict, bottom: int, counted: str, unit: str) -> str:
    """The sentence beside a rate: 只有 7 名党员，差 1 名就差 14 个百分点，不宜据此评价。"""
    if found.standing == "few":
        return f"只有 {bottom} {unit}{counted}，差 1 {unit}就差 {step(bottom):.0f} 个百分点，不宜据此评价"
    between = f"{_percent(found.low)}—{_percent(found.high)}"
    if found.standing == "within":
        return f"在偶然波动范围内（{between}）"
    side = "高于" if found.side > 0 else "低于"
    return f"{'明显' if found.standing == 'far' else ''}{side}偶然波动范围（{between}）"


def _percent(share: float) -> str:
    return f"{share * 100:.0f}%"
