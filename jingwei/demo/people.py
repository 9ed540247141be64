"""The members of the demo locality: gender, age, education, trade and year of joining as in the national figures.

The shares are in `distribution.yaml`. The same day and seed always give the same people.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from jingwei.demo import written
from jingwei.demo.fitting import Cell, Table, cells, drawn, fitted
from jingwei.demo.names import minority, person_name
from jingwei.demo.places import Place

YEAR = 365.25
OF_AGE = 18  # Article 1 of the Party constitution
YOUNG_PROBATIONERS = 0.84  # of those taken in during 2024, 1.784 of 2.131 million were 35 or younger
GRADUATION = 22  # years of age at the end of a first degree
MALE = "1"


@dataclass(frozen=True)
class Person:
    """A member of the Party. `gender`, `ethnic`, `education`, `occupation` are codes (distribution.yaml).

    joined_on: the day of being taken in; full_on: the day of becoming a full member, None while on probation.
    branch: key of the place.
    """

    name: str
    gender: str
    born_on: date
    ethnic: str
    education: str
    occupation: str
    joined_on: date
    full_on: date | None
    branch: str

    @property
    def probationary(self) -> bool:
        """Taken in less than a year ago."""
        return self.full_on is None

    def age(self, on: date) -> int:
        """Full years of age on that day."""
        return on.year - self.born_on.year - ((on.month, on.day) < (self.born_on.month, self.born_on.day))


@dataclass(frozen=True)
class _Draft:
    """A person before names: the values of one cell of the joint table."""

    trade: str
    band: str
    gender: str
    college: str
    period: str


@cache
def distribution() -> dict[str, Any]:
    """The shares and what goes together."""
    content: dict[str, Any] = written.read(Path(__file__).parent / "distribution.yaml")
    return content


def people(places: Sequence[Place], *, on: date, seed: int = 2026) -> list[Person]:
    """The members of the branches among these places, as many in each as its size says, branch by branch."""
    rng = Random(seed)
    branches = [place for place in places if place.size]
    trades = _trades_by_setting(branches)
    drafts = _drafts(Counter(trade for _, trade in trades), on)
    seats = _seats(rng, branches, trades)
    order = _in_trade_order(rng, drafts)
    count = len(seats)
    minorities = set(rng.sample(range(count), round(count * distribution()["national"]["minority"] / 100)))
    chosen = [order[trade].pop() for _, trade in seats]
    probationers = _probationers(rng, chosen)
    return [
        _person(rng, draft, place.key, on, number in minorities, number in probationers)
        for number, (draft, (place, _)) in enumerate(zip(chosen, seats, strict=True))
    ]


def _trades_by_setting(branches: Sequence[Place]) -> list[Cell]:
    """(setting, trade) of every member: as many in a setting as its branches hold, trades as in the country."""
    settings: Counter[str] = Counter()
    for branch in branches:
        settings[branch.setting] += branch.size
    likely = distribution()["settings"]
    margins = [settings, distribution()["national"]["occupation"]]
    seed: Table = {(setting, trade): likely[setting][trade] for setting, trade in cells(margins)}
    return drawn(fitted(seed, margins), sum(settings.values()))


def _drafts(trades: Counter[str], on: date) -> list[_Draft]:
    """As many people as there are places in each trade, the other attributes fitted to the national shares."""
    return [_Draft(*cell) for cell in drawn(joint_table(trades, on), trades.total())]


def joint_table(trades: Mapping[str, float], on: date) -> Table:
    """(trade, age band, gender, college, period of joining) → share, fitted to the national shares and these trades."""
    national = distribution()["national"]
    margins = [trades, national["age"], national["gender"], national["college"], national["joined"]]
    seed: Table = {cell: _plausible(_Draft(*cell), on) for cell in cells(margins)}
    return fitted(seed, margins)


def _plausible(draft: _Draft, on: date) -> float:
    """How well the values go together, before fitting; 0 for what cannot be."""
    table, bands = distribution(), list(distribution()["national"]["age"])
    number = bands.index(draft.band)
    if _youngest(draft, on) > int(draft.band.split("-")[1]):
        return 0.0
    women, college = table["women_by_trade"][draft.trade], table["college_by_trade"][draft.trade]
    if draft.trade == "离退休" and draft.gender == MALE and number < bands.index("56-60"):
        return 0.0  # men retire at 60, women at 50 or 55
    schooled = college * table["college_by_age"][number]
    joined = table["joined_by_age"][draft.band][list(table["national"]["joined"]).index(draft.period)]
    weight = table["trade_by_age"][draft.trade][number] * joined
    weight *= 100 - women if draft.gender == MALE else women
    return float(weight * (schooled if draft.college == "yes" else 10_000 - schooled))


def period(text: str) -> tuple[date, date | None]:
    first, last = text.split("..")
    return date.fromisoformat(first), date.fromisoformat(last) if last else None


def _youngest(draft: _Draft, on: date) -> int:
    """The least age at which someone of this band can have joined in this period, two years of room included."""
    end = period(draft.period)[1] or on
    return max(int(draft.band.split("-")[0]), int((on - end).days / YEAR) + OF_AGE + 2)


def _seats(rng: Random, branches: Sequence[Place], trades: list[Cell]) -> list[tuple[Place, str]]:
    """Every seat of every branch with the trade of who sits there."""
    pools: defaultdict[str, list[str]] = defaultdict(list)
    for setting, trade in trades:
        pools[setting].append(trade)
    for setting in sorted(pools):
        rng.shuffle(pools[setting])
    return [(branch, pools[branch.setting].pop()) for branch in branches for _ in range(branch.size)]


def _in_trade_order(rng: Random, drafts: list[_Draft]) -> dict[str, list[_Draft]]:
    order: defaultdict[str, list[_Draft]] = defaultdict(list)
    for draft in drafts:
        order[draft.trade].append(draft)
    for trade in sorted(order):
        rng.shuffle(order[trade])
    return order


def _probationers(rng: Random, drafts: list[_Draft]) -> set[int]:
    """Who of those who joined in the last period is still on probation: mostly people of 35 or younger."""
    national = distribution()["national"]
    wanted = round(len(drafts) * national["probationary"] / 100)
    bands, last = list(national["age"]), list(national["joined"])[-1]
    young: list[int] = []
    older: list[int] = []
    for number, draft in enumerate(drafts):
        rank = bands.index(draft.band)
        if draft.period == last and rank <= bands.index("46-50"):
            (young if rank <= bands.index("31-35") else older).append(number)
    first = min(len(young), round(wanted * YOUNG_PROBATIONERS))
    return set(rng.sample(young, first)) | set(rng.sample(older, min(len(older), wanted - first)))


def _person(rng: Random, draft: _Draft, branch: str, on: date, of_minority: bool, probationary: bool) -> Person:
    ethnic = minority(rng) if of_minority else "01"
    born_on = on - timedelta(days=round(_age(rng, draft, on) * YEAR))
    joined_on, full_on = _joining(rng, draft, born_on, on, probationary)
    return Person(
        name=person_name(rng, born=born_on.year, gender=draft.gender, ethnic=ethnic),
        gender=draft.gender,
        born_on=born_on,
        ethnic=ethnic,
        education=_education(rng, draft),
        occupation=distribution()["occupation_codes"][draft.trade],
        joined_on=joined_on,
        full_on=full_on,
        branch=branch,
    )


def _age(rng: Random, draft: _Draft, on: date) -> float:
    """An age within the band, in years: few very old, and those of 18-30 mostly past 24 unless they study."""
    low, high = _youngest(draft, on), int(draft.band.split("-")[1]) + 1 - 1 / YEAR
    if draft.college == "yes":
        low = max(low, GRADUATION)
    if draft.trade == "学生":
        return rng.uniform(low, min(high, 26))
    if draft.band.startswith("18"):
        return rng.triangular(low, high, high)
    if draft.band.startswith("61"):
        return low + rng.betavariate(1, 3.2) * (high - low)
    return rng.uniform(low, high)


def _joining(rng: Random, draft: _Draft, born_on: date, on: date, probationary: bool) -> tuple[date, date | None]:
    """The day of being taken in, never before 18 and mostly young, and the day of becoming a full member."""
    if probationary:
        return on - timedelta(days=rng.randrange(20, 350)), None
    start, end = period(draft.period)
    low = max(start, born_on + timedelta(days=round((OF_AGE + 0.1) * YEAR)))
    high = max(low, min(end or on, on - timedelta(days=400)))
    span = (high - low).days
    joined_on = low + timedelta(days=round(rng.triangular(0, span, span * 0.2)))
    return joined_on, _a_year_later(joined_on)


def _a_year_later(day: date) -> date:
    """The end of the year of probation."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, month=3 if is_leap_day else day.month, day=1 if is_leap_day else day.day)


def _education(rng: Random, draft: _Draft) -> str:
    kind = "old" if int(draft.band.split("-")[0]) > 45 else "young"
    kind = "early" if draft.band.startswith("18") else kind
    weights: dict[str, int] = distribution()["education"][draft.college][kind]
    return rng.choices(list(weights), weights=list(weights.values()))[0]
