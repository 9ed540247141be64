"""What a declared figure, ratio or index is worth in a reading: the number, and all that has to stand beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import cast

from jingwei.kernels.figures.declaring import Declared, Figure, Index, Part, Ratio, declared
from jingwei.kernels.figures.selectors.reading import Reading
from jingwei.kernels.figures.selectors.trends import Begun

from ..rules import past
from ..rules.fairness import Verdict, is_few, verdict
from ..rules.past import Change
from ..rules.sums import composed, good

PERCENT = "%"
INDEX_UNIT = "分"
POINTS = "个百分点"
Months = tuple[str, ...]
THERE = ""  # the month of what is there, not happening


@dataclass(frozen=True)
class Head:
    """What stands above the numbers of a figure, ratio or index."""

    one: Declared

    @property
    def key(self) -> str:
        return self.one.key

    @property
    def title(self) -> str:
        """With the months that are counted: 本月转出."""
        return f"{period_of(self.one)}{self.one.title}"

    @property
    def unit(self) -> str:
        return INDEX_UNIT if isinstance(self.one, Index) else self.one.unit

    @property
    def happens(self) -> bool:
        """Whether it counts what happens in a month."""
        return happens(self.one)

    @property
    def is_share(self) -> bool:
        """Whether it is drawn as a part of a hundred."""
        return isinstance(self.one, Index) or self.unit == PERCENT

    @property
    def is_ratio(self) -> bool:
        return isinstance(self.one, Ratio)

    @property
    def lacking(self) -> str:
        """What is not there where a share has no value."""
        return counted_as(self.one.bottom)[0] or "分母" if isinstance(self.one, Ratio) else "分项"

    @property
    def since(self) -> str:
        """With what it is compared: 上月, 去年, "" for nothing."""
        return since_of(self.one)


@dataclass(frozen=True)
class Value:
    """`number`: None where there is nothing below the line; `words` 5,560, 92.4 or —; `parts`: what is above and below
    the line of a ratio, (0, 0) elsewhere; `few`: there is too little below it to judge by."""

    one: Declared
    number: float | None
    words: str
    unit: str
    parts: tuple[int, int] = (0, 0)
    few: bool = False

    @property
    def key(self) -> str:
        return self.one.key

    @property
    def head(self) -> Head:
        return Head(self.one)

    @property
    def below(self) -> str:
        """The denominator: "5,560 / 6,018 个党支部"; "" for what has none."""
        if not isinstance(self.one, Ratio):
            return ""
        return f"{self.parts[0]:,} / {self.parts[1]:,} {counted(self.one.bottom)}"


def wanted_by(keys: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The (figure, cut) that a reading must hold for these figures, ratios and indices."""
    found: dict[tuple[str, str], None] = {}
    for key in keys:
        one = declared(key)
        if isinstance(one, Figure):
            found[key, ""] = None
        for ratio in parts_of(one):
            found |= dict.fromkeys(ratio.wanted)
    return tuple(found)


def parts_of(one: Declared) -> tuple[Ratio, ...]:
    """The ratios of an index; a ratio itself; none of a figure."""
    if isinstance(one, Index):
        return tuple(_ratio(key) for key, _ in one.parts)
    return (one,) if isinstance(one, Ratio) else ()


def span(one: Declared, on: date) -> Months | None:
    """The months in which what happens is counted: that of the day, or the year so far for what is compared with the
    year before; with THERE, so that what is there counts beside it. None for what is there only."""
    if not happens(one):
        return None
    return (*past.year_to(on), THERE) if by_year(one) else (past.month_of(on), THERE)


def happens(one: Declared) -> bool:
    """Whether it counts what happens in a month, not what is there."""
    return bool(one.month) if isinstance(one, Figure) else _happens(one.key)


@cache
def _happens(key: str) -> bool:
    return any(_figure(part).month for ratio in parts_of(declared(key)) for part, _ in ratio.wanted)


def _figure(key: str) -> Figure:
    return cast(Figure, declared(key))


def _ratio(key: str) -> Ratio:
    return cast(Ratio, declared(key))


def by_year(one: Declared) -> bool:
    """Whether its own past is the year before."""
    return not isinstance(one, Index) and one.compared == "year"


def value_of(one: Declared, reading: Reading, on: date, *, months: Months | None = None) -> Value:
    """The value in the months that belong to the day `on`, or in `months`."""
    within = months if months is not None else span(one, on)
    if isinstance(one, Figure):
        amount = reading.amount(one.key, months=within)
        return Value(one, amount, f"{amount:,}", one.unit)
    if isinstance(one, Ratio):
        return _of_ratio(one, reading, on, within)
    number = composed((_of_part(_ratio(key), reading, on, within), weight) for key, weight in one.parts)
    return Value(one, number, _one_place(number), INDEX_UNIT)


def is_known(one: Declared, day: date, begun: Begun) -> bool:
    """Whether all that it counts of what is there was counted by the end of a day."""
    return all(begun.get(key, day) <= day for key in _there(one.key))


@cache
def _there(key: str) -> tuple[str, ...]:
    return tuple(one for one, _ in wanted_by([key]) if not _figure(one).month)


def unknown(one: Declared) -> Value:
    """Its value on a day of which nothing is known."""
    return Value(one, None, "—", Head(one).unit)


def _of_ratio(one: Ratio, reading: Reading, on: date, months: Months | None) -> Value:
    share = reading.ratio(one, months=months)
    few = one.unit == PERCENT and is_few(share.bottom, on=on)
    return Value(one, share.value, _one_place(share.value), one.unit, (share.top, share.bottom), few)


def _of_part(ratio: Ratio, reading: Reading, on: date, months: Months | None) -> float | None:
    return good(_of_ratio(ratio, reading, on, months).number, ratio.better)


def _one_place(number: float | None) -> str:
    return "—" if number is None else f"{number:,.1f}"


def counted(parts: Sequence[Part]) -> str:
    """What is counted below or above a line, with its unit: 个党支部."""
    title, unit = counted_as(parts)
    return f"{unit}{title}"


def counted_as(parts: Sequence[Part]) -> tuple[str, str]:
    """(what is counted, its unit): 党支部, 个. "" of several figures together."""
    one = _figure(parts[0].figure)
    return (one.title if len(parts) == 1 and not parts[0].cut else "", one.unit)


def period_of(one: Declared) -> str:
    """本月, 今年 or "" before the title of what happens."""
    if not happens(one):
        return ""
    return "今年" if by_year(one) else "本月"


def since_of(one: Declared) -> str:
    """With what it is compared, in words; "" for nothing."""
    if isinstance(one, Index) or one.compared == "month":
        return "上月"
    return "去年" if one.compared == "year" else ""


def day_before(one: Declared, on: date) -> date | None:
    """The day of the own past with which the value of a day is compared."""
    return past.before(on, 12 if by_year(one) else 1) if since_of(one) else None


def changed(now: Value, then: Value | None) -> Change | None:
    """The change against the own past; None for what is compared with nothing."""
    since = since_of(now.one)
    if not since:
        return None
    counts = isinstance(now.one, Figure)
    unit = POINTS if now.unit == PERCENT else now.unit
    return past.change(now.number, then.number if then else None, unit, since, places=0 if counts else 1)


def judged(value: Value, whole: Value, on: date) -> Verdict | None:
    """How a share stands to that of the whole; None for what is no share, or has nothing below the line."""
    if value.unit != PERCENT or whole.number is None or not isinstance(value.one, Ratio):
        return None
    return verdict(*value.parts, whole.number / 100, on=on)


def only_happens(one: Declared) -> bool:
    """Whether nothing of it counts what is there."""
    if isinstance(one, Figure):
        return bool(one.month)
    wanted = [key for ratio in parts_of(one) for key, _ in ratio.wanted]
    return bool(wanted) and all(_figure(key).month for key in wanted)


def past_day(on: date) -> date:
    """The day of the month before with which figures are compared, where nothing else is said."""
    return past.before(on)
