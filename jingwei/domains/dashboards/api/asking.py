"""What is asked for: which organization, which cut, which months, as known when, in which form."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from ninja import Field, Schema

from jingwei.foundation.clock import today
from jingwei.kernels.figures.declaring import WHOLE, Declared, Figure

from ..rules import past
from ..selectors.values import THERE, Months, happens, span

MONTH = r"^(19|20)\d{2}-(0[1-9]|1[0-2])$"
MOST_MONTHS = 120
Form = Literal["json", "csv"]


class AskedForm(Schema):
    format: Form | None = Field(None, description="json 或 csv；不写时看请求头 Accept，再不写就是 json")


class Asked(AskedForm):
    node: int | None = Field(None, description="组织的编号；不写就是自己所在的组织")
    cut: str = Field(WHOLE, description="分组的代号；不写就不分组")
    month: str | None = Field(
        None, pattern=MONTH, description="一个月，如 2026-11；不写就与看板相同（本月或者今年以来）"
    )
    first: str | None = Field(None, alias="from", pattern=MONTH, description="从哪个月起，与 until 一起写")
    last: str | None = Field(None, alias="until", pattern=MONTH, description="到哪个月止")
    known_on: date | None = Field(None, description="按这一天结束时已掌握的情况，如 2026-06-30")
    children: bool = Field(False, description="true：另外列出直属本级的和每个直接下级的")


class WronglyAsked(Exception):
    """What is wrong with a question, in words."""


@dataclass(frozen=True)
class Question:
    """What was asked for, judged. `on`: the day of the numbers; `months` with THERE, None for what is there only."""

    one: Declared
    cut: str
    months: Months | None
    on: date
    known_on: date | None

    @property
    def span(self) -> list[str]:
        return [month for month in self.months or () if month != THERE]


def judged(one: Declared, asked: Asked) -> Question:
    """Raises WronglyAsked."""
    now = today()
    if asked.known_on and asked.known_on > now:
        raise WronglyAsked(f"known_on：{asked.known_on} 还没有到。")
    known_on = None if asked.known_on == now else asked.known_on
    on = known_on or now
    months = _months(asked) or span(one, on)
    if months and not happens(one):
        raise WronglyAsked("month：这个数统计的是当时存在的，不按月统计。要看过去，请用 known_on。")
    return Question(one, _cut(one, asked.cut), months, on, known_on)


def _cut(one: Declared, key: str) -> str:
    cuts = [cut.key for cut in one.cuts] if isinstance(one, Figure) else []
    if key and key not in cuts:
        offered = f"可以用：{'、'.join(cuts)}。" if cuts else "它不能分组。"
        raise WronglyAsked(f"cut：没有“{key}”这个分组。{offered}")
    return key


def _months(asked: Asked) -> Months | None:
    """Those asked for; None where none is."""
    if asked.month and (asked.first or asked.last):
        raise WronglyAsked("month：写了 month 就不要再写 from 和 until。")
    if asked.month:
        return (asked.month, THERE)
    if not asked.first and not asked.last:
        return None
    if not asked.first or not asked.last or asked.first > asked.last:
        raise WronglyAsked("from、until：请两个都写，并且 from 不晚于 until。")
    months = past.months_between(asked.first, asked.last)
    if len(months) > MOST_MONTHS:
        raise WronglyAsked(f"from、until：一次最多取 {MOST_MONTHS} 个月，这里有 {len(months)} 个月。")
    return (*months, THERE)


def form_asked(request: Any, asked: AskedForm) -> Form:
    """The form that the address names, else the one that the program prefers."""
    preferred = request.get_preferred_type(["application/json", "text/csv"])
    return asked.format or ("csv" if preferred == "text/csv" else "json")
