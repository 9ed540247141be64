"""What happens with members, month by month."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from jingwei.kernels.figures.declaring import Figure, declare
from jingwei.kernels.figures.following import follows
from jingwei.members.selectors import ever
from jingwei.members.selectors.rows import awards

from ..days import recent_from
from .cuts import GENDER, LEAVING


def _joined(on: date) -> "QuerySet[Any]":
    return ever().filter(joined_on__gte=recent_from(on), joined_on__lte=on)


def _converted(on: date) -> "QuerySet[Any]":
    return ever().filter(full_on__gte=recent_from(on), full_on__lte=on)


def _left(on: date) -> "QuerySet[Any]":
    return ever().filter(left_on__gte=recent_from(on), left_on__lte=on)


def _awards(on: date) -> "QuerySet[Any]":
    return awards().filter(awarded_on__gte=recent_from(on), awarded_on__lte=on)


OF_MEMBER = "member__organization_id"
RECENT = "只计今年和前两年的。"
declare(
    Figure(
        "members.joined",
        "发展党员",
        "名",
        f"支部大会在这个月接收为预备党员的，记在现在的支部名下；后来离开的也计。{RECENT}",
        _joined,
        month="joined_on",
        turns="day",
        cuts=(GENDER,),
        compared="year",
        persons=True,
    )
)
declare(
    Figure(
        "members.converted",
        "转正",
        "名",
        f"在这个月转为正式党员的，记在现在的支部名下；后来离开的也计。{RECENT}",
        _converted,
        month="full_on",
        turns="day",
        compared="year",
        persons=True,
    )
)
declare(
    Figure(
        "members.left",
        "离开的党员",
        "名",
        f"在这个月转出、退党、除名、开除党籍、取消预备党员资格或者去世的。在平台上的支部之间转接的不算离开。{RECENT}",
        _left,
        month="left_on",
        turns="day",
        cuts=(LEAVING,),
        compared="year",
        persons=True,
    )
)
declare(
    Figure(
        "members.awards",
        "表彰奖励",
        "人次",
        f"党员在这个月受到的表彰奖励，一名党员受两次计两次。{RECENT}",
        _awards,
        organization=OF_MEMBER,
        month="awarded_on",
        watched=(follows("members.Member", OF_MEMBER),),
        turns="day",
        compared="year",
        persons=True,
    )
)
