"""The figures of this room: handovers of posts."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from jingwei.kernels.figures.declaring import Figure, declare
from jingwei.kernels.figures.listing import Listed, listed
from jingwei.kernels.figures.opening import day, opens, text

from .selectors.packs import handovers, open_handovers


def _open(on: date) -> "QuerySet[Any]":
    return open_handovers()


def _completed(on: date) -> "QuerySet[Any]":
    return handovers().filter(completed_on__isnull=False)


declare(
    Figure(
        "handover.open",
        "交接中的岗位",
        "个",
        "已经生成交接包、移交和接收还没有都确认的岗位；已经取消的不计。",
        _open,
    )
)
declare(
    Figure(
        "handover.completed",
        "完成交接",
        "次",
        "移交人和接收人在这个月都已确认的岗位交接。",
        _completed,
        month="completed_on",
    )
)
listed(
    Listed(
        "handover.Handover",
        "handover.see",
        (
            text("组织", "organization"),
            text("离任岗位", "leaver.title"),
            text("离任人", "leaver.user"),
            day("生成日期", "opened_on"),
            day("完成日期", "completed_on"),
        ),
        opens("handover:pack"),
        ("-opened_on", "pk"),
        ("organization", "leaver__user", "leaver__organization"),
    )
)
