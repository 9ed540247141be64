"""The figures of this room: member households."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from jingwei.kernels.figures.declaring import Figure, declare
from jingwei.kernels.figures.following import follows
from jingwei.kernels.figures.listing import Listed, listed
from jingwei.kernels.figures.opening import day, opens, text

from .models import MemberHousehold

OF_AREA = "area__organization_id"


def _households(on: date) -> "QuerySet[Any]":
    return MemberHousehold.objects.filter(Q(until=None) | Q(until__gt=on), since__lte=on)


declare(
    Figure(
        "grids.households",
        "党员中心户",
        "户",
        "经本人同意、现在还在服务邻里的党员中心户，记在网格或者楼栋所在的社区名下；已经结束的不计。",
        _households,
        organization=OF_AREA,
        watched=(follows("organizations.Area", OF_AREA),),
        turns="day",
        persons=True,
        dated=True,
    )
)
listed(
    Listed(
        "grids.MemberHousehold",
        "area.see",
        (
            text("网格或者楼栋", "area"),
            text("所在社区", "area.organization"),
            text("党员", "member"),
            text("做什么", "does"),
            day("开始日期", "since"),
        ),
        opens("grids:community", "area.organization_id"),
        ("area__organization__path", "area_id", "pk"),
        ("area__organization", "member"),
    )
)
