"""The figures of this room: members typed into the national system."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from jingwei.kernels.figures.declaring import Figure, Part, Ratio, declare
from jingwei.kernels.figures.following import follows
from jingwei.kernels.figures.listing import Listed, listed
from jingwei.kernels.figures.opening import day, opens, text

from .selectors.progress import rekeyed

OF_MEMBER = "member__organization_id"


def _typed(on: date) -> "QuerySet[Any]":
    return rekeyed().filter(member__left_on=None)


declare(
    Figure(
        "rekeying.typed",
        "已录入全国系统的党员",
        "名",
        "已经勾选录入全国党员管理信息系统的党员；录入以后资料又改过的也计在内，已经离开的不计。",
        _typed,
        organization=OF_MEMBER,
        watched=(follows("members.Member", OF_MEMBER, "left_on"),),
        persons=True,
    )
)
declare(
    Figure(
        "rekeying.ticked",
        "录入全国系统",
        "名",
        "在这个月勾选录入全国党员管理信息系统的党员；改过以后重新录入的，计在最后一次。",
        _typed,
        organization=OF_MEMBER,
        month="ticked_on",
        watched=(follows("members.Member", OF_MEMBER, "left_on"),),
        persons=True,
    )
)
declare(
    Ratio(
        "rekeying.typed_share",
        "全国系统录入率",
        "已录入全国系统的党员除以党员。",
        top=(Part("rekeying.typed"),),
        bottom=(Part("members.members"),),
        better="high",
    )
)
listed(
    Listed(
        "rekeying.Rekeyed",
        "rekeying.see",
        (text("党员", "member"), text("支部", "member.organization"), day("录入日期", "ticked_on")),
        opens("rekeying:member", "member_id"),
        ("member__path", "pk"),
        ("member__organization",),
    )
)
