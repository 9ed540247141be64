"""The members who are there, and the probationary ones among them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from jingwei.kernels.figures.cutting import by_case
from jingwei.kernels.figures.declaring import Figure, declare
from jingwei.members.selectors import members
from jingwei.regulations.library import parameter

from ..days import last_before, month_of, number_at
from .before import all_then, probationary_then
from .cuts import AGE, EDUCATION, ETHNIC, FULL, GENDER, JOINED, OCCUPATION, STANDING

PROBATION = parameter("admission.probation_years")
PROBATION_WORDS = {"running": "预备期内", "month": "本月预备期满", "over": "预备期已满"}


def _members(on: date) -> "QuerySet[Any]":
    return members()


def _probationary(on: date) -> "QuerySet[Any]":
    return members().filter(full_on=None)


def _ended(on: date) -> Q:
    """The probation was full on a day."""
    return Q(joined_on__lte=last_before(12 * number_at(PROBATION, on), on=on))


def _cases(on: date) -> Sequence[tuple[str, Q]]:
    return [("over", _ended(on)), ("month", _ended(month_of(on)[1]))]


def _over(on: date) -> "QuerySet[Any]":
    return _probationary(on).filter(_ended(on))


def _identified(on: date) -> "QuerySet[Any]":
    return members().filter(id_index__isnull=False)


declare(
    Figure(
        "members.members",
        "党员",
        "名",
        "组织关系在本级和下级党支部的党员，含预备党员，也含流动在外的；已经转出、退党、除名、去世等离开的不计。"
        "年龄按今年12月31日计算。",
        _members,
        turns="year",
        cuts=(GENDER, AGE, ETHNIC, EDUCATION, OCCUPATION, JOINED, FULL, STANDING),
        persons=True,
        then=all_then,
    )
)
declare(
    Figure(
        "members.probationary",
        "预备党员",
        "名",
        "还没有转正的党员，按当天分为预备期内、本月预备期满和预备期已满；延长预备期还没有单独登记，也按满期计。",
        _probationary,
        turns="day",
        cuts=(by_case("probation", "预备期", _cases, PROBATION_WORDS, otherwise="running"),),
        persons=True,
        basis=PROBATION.key,
        then=probationary_then,
    )
)
declare(
    Figure(
        "members.probation_over",
        "预备期满未转正",
        "名",
        f"入党满 {PROBATION.current.value} 年、还没有登记转正的党员，期满当天起计；延长预备期的也在内，请逐一核对。",
        _over,
        turns="day",
        persons=True,
        basis=PROBATION.key,
    )
)
declare(
    Figure(
        "members.identified",
        "身份核实的党员",
        "名",
        "已经登记公民身份号码的党员，号码本身不在这里显示。",
        _identified,
        persons=True,
    )
)
