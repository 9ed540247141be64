"""Key points that were approved, and the duties in them."""

from datetime import date
from typing import Any

from django.db.models import Count, Exists, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from jingwei.kernels.figures.declaring import Figure, Watch, declare
from jingwei.kernels.plans.choices import PlanState
from jingwei.kernels.plans.models import Duty, Plan
from jingwei.kernels.plans.selectors.plans import plans


def _approved(on: date) -> "QuerySet[Any]":
    return plans().filter(state=PlanState.APPROVED)


def _with_duties(on: date) -> "QuerySet[Any]":
    kept = Duty.objects.filter(item__chapter__plan=OuterRef("pk"), is_dropped=False).order_by()
    number = kept.values("item__chapter__plan").annotate(number=Count("pk")).values("number")
    counted = Coalesce(Subquery(number, output_field=IntegerField()), 0)
    return _approved(on).filter(Exists(kept)).annotate(counted=counted)


def _plans_of(items: Any) -> "QuerySet[Any]":
    return Plan._base_manager.filter(chapters__items__in=items)


declare(
    Figure(
        "plans.approved",
        "审定的工作要点",
        "份",
        "已经审定、正在执行的年度工作要点；核对中的、已被修订替代的不计。",
        _approved,
    )
)
declare(
    Figure(
        "plans.duties",
        "工作要点里的职责",
        "条",
        "已经审定的工作要点里逐条列出的职责；标为不作为任务的不计。",
        _with_duties,
        amount="counted",
        watched=(Watch("plans.Duty", "item_id", _plans_of),),
    )
)
