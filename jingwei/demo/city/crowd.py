"""Who the members of the invented city are: drawn from tables made once, at some microseconds each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import accumulate
from random import Random

from jingwei.demo.names import given_name, minority, person_name, table
from jingwei.demo.people import OF_AGE, YEAR, distribution, joint_table, period
from jingwei.members.choices import DuesBase, Standing

HAN = "01"
GIVEN = 4096  # names drawn beforehand for each decade and gender
LEAST = 0.0005  # combinations rarer than so many of a trade's are left out
ON_PROBATION_YOUNG, ON_PROBATION = 0.11, 0.02  # of those who joined in the last period
DUES = {
    "工人": DuesBase.SALARY,
    "农牧渔民": DuesBase.FARMER,
    "专业技术人员": DuesBase.SALARY,
    "管理人员": DuesBase.ANNUAL,
    "党政机关": DuesBase.SALARY,
    "学生": DuesBase.LOW_INCOME,
    "其他": DuesBase.SELF_EMPLOYED,
    "离退休": DuesBase.RETIRED,
}
STANDINGS = {
    Standing.NORMAL: 937.0,
    Standing.FLOATING: 40,
    Standing.ABROAD: 2,
    Standing.LOST: 3,
    Standing.SUSPENDED: 1,
    Standing.ON_PROBATION: 0.5,
    Standing.TRANSFERRED: 10,
    Standing.RESIGNED: 0.3,
    Standing.REMOVED: 0.4,
    Standing.EXPELLED: 0.3,
    Standing.DECEASED: 5.5,
}


@dataclass(frozen=True, slots=True)
class Sort:
    """People alike: what they share, and the bounds of what they differ in, days as ordinals."""

    gender: str
    occupation: str
    dues: str
    low: float  # age in years
    high: float
    start: int  # of the period of joining
    end: int
    is_last: bool  # joined in the last period: may be on probation
    probation: float
    education: tuple[tuple[str, ...], tuple[float, ...]]  # codes, summed weights


@dataclass(frozen=True)
class Tables:
    """All that is reckoned beforehand."""

    today: int
    sorts: Mapping[str, tuple[Sequence[Sort], Sequence[float]]]  # setting → sorts, summed weights
    surnames: tuple[Sequence[str], Sequence[float]]
    given: Mapping[tuple[int, str], Sequence[str]]  # decade, gender → names as often as they are borne
    decades: tuple[int, int]  # the first and the last
    excluded: frozenset[str]
    standings: tuple[Sequence[str], Sequence[float]]
    minorities: float


@lru_cache(maxsize=1)
def tables(on: date) -> Tables:
    """The tables for a day."""
    national = distribution()["national"]
    joint = joint_table(national["occupation"], on)
    trades: dict[str, list[tuple[Sort, float]]] = {}
    for cell, weight in joint.items():
        trades.setdefault(cell[0], []).append((_sort(cell, on), weight))
    weights = table("surnames")["single"] | table("surnames")["compound"]
    return Tables(
        on.toordinal(),
        {setting: _mixed(trades, shares) for setting, shares in distribution()["settings"].items()},
        (list(weights), list(accumulate(weights.values()))),
        _given_names(),
        (min(table("given_names")), max(table("given_names"))),
        frozenset(table("excluded_names")),
        (list(STANDINGS), list(accumulate(STANDINGS.values()))),
        national["minority"] / 100,
    )


def _mixed(
    trades: Mapping[str, list[tuple[Sort, float]]], shares: Mapping[str, float]
) -> tuple[list[Sort], list[float]]:
    """The sorts of people of a setting, by the share of each trade in it."""
    sorts, weights = [], []
    for trade, share in shares.items():
        whole = sum(weight for _, weight in trades[trade])
        for sort, weight in trades[trade]:
            if weight / whole > LEAST and share:
                sorts.append(sort)
                weights.append(weight / whole * share)
    return sorts, list(accumulate(weights))


def _sort(cell: tuple[str, ...], on: date) -> Sort:
    trade, band, gender, college, joined = cell
    start, end = period(joined)
    least, most = map(int, band.split("-"))
    low = max(least, int((on - (end or on)).days / YEAR) + OF_AGE + 2, 22 if college == "yes" else 0)
    kind = "early" if least == 18 else "old" if least > 45 else "young"
    education = distribution()["education"][college][kind]
    return Sort(
        gender,
        distribution()["occupation_codes"][trade],
        DUES[trade],
        low,
        max(low + 0.5, min(most + 0.99, 26 if trade == "学生" else 99)),
        start.toordinal(),
        (end or on).toordinal(),
        end is None,
        ON_PROBATION_YOUNG if most <= 35 else ON_PROBATION,
        (tuple(education), tuple(accumulate(education.values()))),
    )


def _given_names() -> dict[tuple[int, str], list[str]]:
    rng = Random(1921)
    return {
        (decade, gender): [given_name(rng, decade, gender) for _ in range(GIVEN)]
        for decade in table("given_names")
        for gender in "12"
    }


def named(rng: Random, known: Tables, born: date, gender: str) -> tuple[str, str]:
    """A name and the ethnic group of who bears it."""
    if rng.random() < known.minorities:
        ethnic = minority(rng)
        return person_name(rng, born=born.year, gender=gender, ethnic=ethnic), ethnic
    pool = known.given[min(max(born.year // 10 * 10, known.decades[0]), known.decades[1]), gender]
    surnames, weights = known.surnames
    while True:
        name = rng.choices(surnames, cum_weights=weights)[0] + pool[int(rng.random() * GIVEN)]
        if name not in known.excluded:
            return name, HAN


def days_of(rng: Random, known: Tables, sort: Sort) -> tuple[date, date, date | None]:
    """The days of birth, of joining and of becoming a full member (None on probation)."""
    chance = rng.random()
    share = 1 - (1 - chance) ** 0.31 if sort.low >= 60 else chance  # few are very old
    born = known.today - int((sort.low + share * (sort.high - sort.low)) * YEAR)
    if sort.is_last and rng.random() < sort.probation:
        return date.fromordinal(born), date.fromordinal(known.today - rng.randrange(20, 350)), None
    first = max(sort.start, born + int((OF_AGE + 0.1) * YEAR))
    last = max(first, min(sort.end, known.today - 800))
    joined = min(first + int((last - first) * rng.random() ** 2), known.today - 400)
    return date.fromordinal(born), date.fromordinal(joined), date.fromordinal(joined + 366)
