"""The figures of this room: who is away, who has come, who cannot be reached."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from jingwei.kernels.figures.cutting import by_case, by_choice
from jingwei.kernels.figures.declaring import Figure, Part, Ratio, declare
from jingwei.kernels.figures.following import follows
from jingwei.kernels.figures.listing import Listed, listed
from jingwei.kernels.figures.opening import choice, day, opens, text
from jingwei.regulations.library import parameter

from .choices import FeedbackKind, Reason, Stage
from .models import Floating
from .rules.away import DEFINITION
from .rules.lost import LOST
from .selectors.rows import feedback, inflows, lost, searches

ABSENCE = parameter("floating.absence_months")
OF_LOST = "lost__organization_id"
STAGES = {str(value): str(label) for value, label in Stage.choices}
SIDES = {"matched": "已接上", "outside": "平台以外流入", "waiting": "待确认或者待认领"}


def _open(on: date) -> Q:
    return (Q(ended_on=None) | Q(ended_on__gt=on)) & Q(since__lte=on)


def _away(on: date) -> "QuerySet[Any]":
    return Floating.objects.filter(_open(on))


def _left(on: date) -> "QuerySet[Any]":
    return Floating.objects.filter(since__lte=on)


def _here(on: date) -> "QuerySet[Any]":
    return inflows().filter(_open(on))


def _sides(on: date) -> Sequence[tuple[str, Q]]:
    told = Q(confirmed_on__lte=on)
    return [("matched", told & Q(floating__isnull=False)), ("outside", told & Q(home=None))]


def _lost(on: date) -> "QuerySet[Any]":
    return lost().filter(Q(ended_on=None) | Q(ended_on__gt=on), opened_on__lte=on)


def _stages(on: date) -> Sequence[tuple[str, Q]]:
    return [
        (Stage.REMOVED, Q(removed_on__lte=on)),
        (Stage.RESTORED, Q(restored_on__lte=on)),
        (Stage.FOUND, Q(found_on__lte=on) & (Q(suspended_on=None) | Q(suspended_on__gt=on))),
        (Stage.RESOLVED, Q(resolved_on__lte=on)),
        (Stage.SUSPENDED, Q(suspended_on__lte=on)),
    ]


def _feedback(on: date) -> "QuerySet[Any]":
    return feedback()


def _searches(on: date) -> "QuerySet[Any]":
    return searches()


declare(
    Figure(
        "floating.away",
        "流出党员",
        "名",
        f"已经登记外出、还没有返回的党员，记在组织关系所在的支部名下；"
        f"外出不满 {ABSENCE.current.value} 个月的也先登记，也计在内。",
        _away,
        turns="day",
        cuts=(by_choice("reason", "外出原因", Reason),),
        persons=True,
        basis=DEFINITION.key,
        dated=True,
    )
)
declare(
    Figure(
        "floating.left",
        "外出登记",
        "人次",
        "在这个月离开支部外出的党员，按离开的日期计，后来返回的也在内。",
        _left,
        month="since",
        turns="day",
        persons=True,
        dated=True,
    )
)
declare(
    Figure(
        "floating.here",
        "流入党员",
        "名",
        "组织关系在别处、现在由本级和下级党组织接收管理的党员；已经离开的不计，和党员人数不能相加。",
        _here,
        turns="day",
        cuts=(by_case("side", "与流出地", _sides, SIDES, otherwise="waiting"),),
        persons=True,
        basis=DEFINITION.key,
        dated=True,
    )
)
declare(
    Figure(
        "floating.lost",
        "失联党员",
        "名",
        "已经登记联系不上、还没有办结的党员，记在登记时的支部名下；取得联系、恢复党籍或者除名后不再计。",
        _lost,
        turns="day",
        cuts=(by_case("stage", "办到哪一步", _stages, STAGES, otherwise=Stage.SEARCHING),),
        persons=True,
        basis=LOST.key,
        dated=True,
    )
)
declare(
    Figure(
        "floating.feedback",
        "与流动党员联系",
        "次",
        "在这个月登记的联系和反馈，流出支部和流入地各记在填写单位名下。",
        _feedback,
        month="on",
        cuts=(by_choice("kind", "内容", FeedbackKind),),
    )
)
declare(
    Figure(
        "floating.searches",
        "查找失联党员",
        "次",
        "在这个月登记的查找，用一种方式找一次计一次。",
        _searches,
        organization=OF_LOST,
        watched=(follows("floating.LostContact", OF_LOST),),
        month="on",
    )
)
declare(
    Ratio(
        "floating.away_share",
        "流出党员占比",
        "流出党员除以党员。",
        top=(Part("floating.away"),),
        bottom=(Part("members.members"),),
    )
)
listed(
    Listed(
        "floating.Floating",
        "floating.see",
        (
            text("姓名", "member"),
            text("流出支部", "organization"),
            choice("外出原因", "reason"),
            text("外出地点", "location"),
            day("离开日期", "since"),
            day("结束日期", "ended_on"),
        ),
        opens("floating:one"),
        ("path", "-since", "pk"),
        ("member", "organization"),
    )
)
listed(
    Listed(
        "floating.Inflow",
        "floating.see",
        (
            text("姓名", "name"),
            text("流入地党组织", "organization"),
            text("组织关系在", "origin"),
            day("来到日期", "since"),
            day("报到日期", "confirmed_on"),
        ),
        opens("floating:inflow"),
        ("path", "-since", "pk"),
        ("organization", "home"),
    )
)
listed(
    Listed(
        "floating.LostContact",
        "floating.see",
        (
            text("姓名", "member"),
            text("所在支部", "organization"),
            day("最后联系上", "last_contact_on"),
            text("办到哪一步", "stage.label"),
        ),
        opens("floating:lost_one"),
        ("path", "last_contact_on", "pk"),
        ("member", "organization"),
    )
)
listed(
    Listed(
        "floating.Feedback",
        "floating.see",
        (day("日期", "on"), choice("内容", "kind"), text("填写单位", "organization"), text("党员", "floating.member")),
        opens("floating:one", "floating_id"),
        ("-on", "pk"),
        ("organization", "floating__member"),
    )
)
listed(
    Listed(
        "floating.Search",
        "floating.see",
        (
            day("日期", "on"),
            choice("方式", "way"),
            text("党员", "lost.member"),
            text("所在支部", "lost.organization"),
        ),
        opens("floating:lost_one", "lost_id"),
        ("-on", "pk"),
        ("lost__member", "lost__organization"),
    )
)
