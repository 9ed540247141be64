"""Applications to ask something of communities, and how they were decided."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from jingwei.kernels.figures.cutting import by_choice
from jingwei.kernels.figures.declaring import Figure, Part, Ratio, declare
from jingwei.kernels.plans.choices import Audience, ClearanceState
from jingwei.kernels.plans.selectors.clearances import clearances
from jingwei.regulations.library import clause

ADMISSION = clause("burden.community_admission")
STATE = by_choice("state", "状态", ClearanceState)


def _all(on: date) -> "QuerySet[Any]":
    return clearances().prefetch_related(None)


def _decided(on: date) -> "QuerySet[Any]":
    return _all(on).filter(state__in=[ClearanceState.GRANTED, ClearanceState.REFUSED])


def _in_force(on: date) -> "QuerySet[Any]":
    return _all(on).filter(state=ClearanceState.GRANTED, decided_on__lte=on, starts_on__lte=on, until__gte=on)


declare(
    Figure(
        "clearances.clearances",
        "准入申请",
        "件",
        "本级和下级单位提出的准入申请，记在申请单位名下，含待审核的、不予准入的和已经撤回的。",
        _all,
        cuts=(STATE, by_choice("audience", "涉及对象", Audience)),
        basis=ADMISSION.key,
    )
)
declare(
    Figure(
        "clearances.decided",
        "审核准入",
        "件",
        "在这个月审核完的准入申请，分为同意准入和不予准入，记在申请单位名下。",
        _decided,
        month="decided_on",
        cuts=(STATE,),
        basis=ADMISSION.key,
    )
)
declare(
    Figure(
        "clearances.in_force",
        "有效的准入事项",
        "件",
        "当天有效、可以要求社区和村填报的准入事项，记在申请单位名下；还没有开始的、已经到期的不计。",
        _in_force,
        turns="day",
        basis=ADMISSION.key,
        dated=True,
    )
)
declare(
    Ratio(
        "clearances.granted_share",
        "准入同意率",
        "同意准入的申请除以审核完的申请。",
        top=(Part("clearances.decided", "state", "granted"),),
        bottom=(Part("clearances.decided"),),
        basis=ADMISSION.key,
    )
)
