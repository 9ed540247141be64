"""What the reader gives back: a plan, its chapters, items, duties and measures, all frozen, with places in the text.

Every `start` and `end` counts characters of the text that was read; `text[start:end] == duty.text` and the same for a
measure. A chapter and an item span from their number to the end of their last sentence.
"""

from dataclasses import asdict, dataclass
from typing import Any, Literal

Comparator = Literal["at_least", "at_most", "equal", "range"]
Period = Literal["year", "half_year", "quarter", "month", "half_month", "week", "day", "once"]
Number = int | float


@dataclass(frozen=True)
class ReadMeasure:
    """One quantity that a duty asks for.

    `value` is None for a blank of the original (X, **, ____); `upper` is set for a range only. `unit` is the word of
    the text (次, 万元), with % for every spelling of a percentage (八成, 三分之二) and without 个 in 工作日, 小时.
    `period` is how often it recurs; "once" is what is done one time until a deadline (年内培训1次) or 一次性; None
    where the text sets neither. `per` is what it is counted for (社区, 百户, 人), also rounds that the closed list of
    periods lacks (两个月). `deadline` is an ISO date, the last day of what is named (年内 -> 31 December), or `--MM-DD`
    where the document names no year.
    """

    text: str
    start: int
    end: int
    subject: str
    value: Number | None
    upper: Number | None
    unit: str
    comparator: Comparator
    period: Period | None
    per: str | None
    deadline: str | None


@dataclass(frozen=True)
class ReadDuty:
    """One thing to be done, as it stands in the text, and who is named as having to do it."""

    text: str
    start: int
    end: int
    actors: tuple[str, ...]
    measures: tuple[ReadMeasure, ...]


@dataclass(frozen=True)
class ReadItem:
    """One numbered key point. `number` is the number as printed (十三, 4); None for text under a chapter alone."""

    number: str | None
    title: str
    start: int
    end: int
    duties: tuple[ReadDuty, ...]


@dataclass(frozen=True)
class ReadChapter:
    """One chapter as it stands, a wrong or repeated number included."""

    number: str | None
    title: str
    start: int
    end: int
    items: tuple[ReadItem, ...]


@dataclass(frozen=True)
class ReadPlan:
    """The whole document. `title`, `year` and `issuer` are None where the document does not say."""

    title: str | None
    year: int | None
    issuer: str | None
    chapters: tuple[ReadChapter, ...]


def as_json(plan: ReadPlan) -> dict[str, Any]:
    """The plan as plain dicts and lists, in the order of keys that `jingwei read-plan` prints."""
    plain: dict[str, Any] = _plain(asdict(plan))
    return plain


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    return value
