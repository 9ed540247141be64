"""Imports of registers. An import belongs to a place, not to a row of the tree, so the organizations are counted with
how much each of them has imported."""

from datetime import date
from typing import Any

from django.db.models import Count, F, IntegerField, OuterRef, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from jingwei.foundation.spreadsheets.models import Intake
from jingwei.kernels.figures.declaring import Figure, Watch, declare
from jingwei.organizations.models import Organization
from jingwei.organizations.selectors.rows import ever

from .days import year_of


def _with(amount: Any) -> Any:
    def rows(on: date) -> "QuerySet[Any]":
        done = Intake.objects.filter(path=OuterRef("path"), undone_at=None, applied_at__year=year_of(on)).order_by()
        total = done.annotate(one=Value(1)).values("one").annotate(total=amount).values("total")
        counted = Coalesce(Subquery(total, output_field=IntegerField()), 0)
        return ever().annotate(counted=counted).filter(counted__gt=0)

    return rows


def _at(paths: Any) -> "QuerySet[Any]":
    return Organization._base_manager.filter(path__in=paths)


BY_IMPORTS = (Watch("spreadsheets.Intake", "path", _at, ("applied_at", "undone_at", "created", "updated")),)
SAID = "今年1月1日以来导入完成的；已经撤销的不计。记在导入人所在的单位名下"
declare(
    Figure(
        "imports.files",
        "今年导入的名册",
        "份",
        f"从表格导入的名册，{SAID}。",
        _with(Count("pk")),
        organization="id",
        amount="counted",
        turns="year",
        watched=BY_IMPORTS,
        compared="",
    )
)
declare(
    Figure(
        "imports.rows",
        "今年导入的行数",
        "行",
        f"从表格导入时新增和修改的行数之和，没有变化的行、有误的行不计；{SAID}。",
        _with(Sum(F("created") + F("updated"))),
        organization="id",
        amount="counted",
        turns="year",
        watched=BY_IMPORTS,
        compared="",
    )
)
