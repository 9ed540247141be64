"""The figures of this room: visits and talks, medals."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from jingwei.kernels.figures.cutting import by_choice
from jingwei.kernels.figures.declaring import Figure, declare
from jingwei.kernels.figures.following import follows
from jingwei.kernels.figures.listing import Listed, listed
from jingwei.kernels.figures.opening import choice, day, opens, text

from .choices import VisitKind
from .models import CareVisit, Medal
from .rules import MEDAL_YEARS

OF_MEMBER = "member__organization_id"
WATCHED = (follows("members.Member", OF_MEMBER, "left_on"),)


def _visits(on: date) -> "QuerySet[Any]":
    return CareVisit.objects.filter(on__lte=on)


def _medals(on: date) -> "QuerySet[Any]":
    return Medal.objects.filter(confirmed_on__lte=on, member__left_on=None)


def _given(on: date) -> "QuerySet[Any]":
    return Medal.objects.filter(confirmed_on__lte=on)


declare(
    Figure(
        "care.visits",
        "走访谈心",
        "次",
        "在这个月走访慰问党员、与党员谈心谈话的次数，记在党员现在的支部名下。",
        _visits,
        organization=OF_MEMBER,
        watched=WATCHED,
        month="on",
        turns="day",
        cuts=(by_choice("kind", "方式", VisitKind),),
    )
)
declare(
    Figure(
        "care.medals",
        "“光荣在党50年”党员",
        "名",
        f"已经确认颁发“光荣在党50年”纪念章、现在还在支部的党员，党龄从转正之日起满 {MEDAL_YEARS.current.value} 年。",
        _medals,
        organization=OF_MEMBER,
        watched=WATCHED,
        turns="day",
        persons=True,
        basis=MEDAL_YEARS.key,
    )
)
declare(
    Figure(
        "care.medals_given",
        "确认颁发纪念章",
        "枚",
        "在这个月确认颁发的“光荣在党50年”纪念章，记在党员现在的支部名下。",
        _given,
        organization=OF_MEMBER,
        watched=WATCHED,
        month="confirmed_on",
        turns="day",
        compared="year",
        persons=True,
        basis=MEDAL_YEARS.key,
    )
)
listed(
    Listed(
        "care.CareVisit",
        "care.see",
        (day("日期", "on"), choice("方式", "kind"), text("党员", "member"), text("支部", "member.organization")),
        order=("-on", "pk"),
        related=("member__organization",),
    )
)
listed(
    Listed(
        "care.Medal",
        "care.see",
        (
            text("党员", "member"),
            text("支部", "member.organization"),
            day("满党龄日期", "full_years_on"),
            day("确认日期", "confirmed_on"),
        ),
        opens("members:member", "member_id"),
        ("member__path", "member_id", "pk"),
        ("member__organization",),
    )
)
