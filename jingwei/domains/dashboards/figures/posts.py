"""Posts: who holds which duty, who came and who went."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from jingwei.foundation.scope.vocabulary import Subtree
from jingwei.kernels.figures.cutting import by_choice
from jingwei.kernels.figures.declaring import Figure, declare
from jingwei.organizations.choices import Duty
from jingwei.organizations.models import Post

from .days import recent_from

PARTY_DUTIES = sorted(set(Duty.values) - {Duty.STAFF, Duty.MEMBER, Duty.RESIDENT, Duty.ADMIN})
DUTY = by_choice("duty", "职务", Duty)
SAID = "书记、副书记、委员、兼职委员和党小组组长；工作人员和平台的管理岗位不计"


def posts() -> "QuerySet[Any]":
    """The posts of the Party organizations in reach, also those that have ended."""
    return Post.objects.filter(Subtree("organization__path"), duty__in=PARTY_DUTIES)


def _held(on: date) -> "QuerySet[Any]":
    return posts().filter(Q(until=None) | Q(until__gt=on), since__lte=on)


def _begun(on: date) -> "QuerySet[Any]":
    return posts().filter(since__gte=recent_from(on), since__lte=on)


def _ended(on: date) -> "QuerySet[Any]":
    return posts().filter(until__gte=recent_from(on), until__lte=on)


declare(
    Figure(
        "posts.held",
        "在任党务岗位",
        "个",
        f"当天在任的{SAID}。一个人兼两个岗位计两个。",
        _held,
        turns="day",
        cuts=(DUTY,),
        dated=True,
    )
)
declare(
    Figure(
        "posts.begun",
        "新任",
        "人次",
        f"在这个月到任的{SAID}。只计今年和前两年的。",
        _begun,
        month="since",
        turns="day",
        dated=True,
    )
)
declare(
    Figure(
        "posts.ended",
        "离任",
        "人次",
        f"在这个月离任的{SAID}。只计今年和前两年的。",
        _ended,
        month="until",
        turns="day",
        cuts=(DUTY,),
        dated=True,
    )
)
