"""Organizations: how many of each kind, how large the branches are, who leads them, what happened to them."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from jingwei.kernels.figures.cutting import by_choice
from jingwei.kernels.figures.declaring import Figure, Part, Ratio, Watch, declare
from jingwei.members.models import Member
from jingwei.organizations.choices import BRANCHES, GRASSROOTS, ChangeKind, CommunityKind, Duty, Level, PartyType
from jingwei.organizations.models import Change, Post
from jingwei.organizations.selectors.rows import ever
from jingwei.regulations.library import parameter

from .days import number_at, recent_from

MIN_FULL = parameter("branch.min_full_members")
MAX_MEMBERS = parameter("branch.max_members")
SECOND_HOMES = frozenset(
    {
        PartyType.TEMPORARY_BRANCH,
        PartyType.TEMPORARY_JOINT_BRANCH,
        PartyType.FUNCTIONAL_BRANCH,
        PartyType.FLOATING_BRANCH,
    }
)
LEVEL = by_choice("level", "层级", Level)
TYPE = by_choice("type", "党组织类别", PartyType, "party_type")
KIND = by_choice("kind", "社区类型", CommunityKind, "community_kind")
BY_MEMBERS = (Watch("members.Member", "organization_id", "pk", ("organization_id", "left_on", "full_on")),)
BY_POSTS = (Watch("organizations.Post", "organization_id", "pk"),)


def standing(on: date) -> "QuerySet[Any]":
    """The organizations that had been established and not revoked on a day."""
    return ever().filter(Q(revoked_on=None) | Q(revoked_on__gt=on), established_on__lte=on)


def _party(on: date) -> "QuerySet[Any]":
    return standing(on).exclude(party_type="")


def branches(on: date) -> "QuerySet[Any]":
    return standing(on).filter(party_type__in=sorted(BRANCHES))


def communities(on: date) -> "QuerySet[Any]":
    return standing(on).filter(level__in=sorted(GRASSROOTS))


def _groups(on: date) -> "QuerySet[Any]":
    return standing(on).filter(level=Level.GROUP)


def _holding(on: date) -> "QuerySet[Any]":
    return standing(on).filter(party_type__in=sorted(BRANCHES - SECOND_HOMES))


def _more_than(number: int, **which: Any) -> Exists:
    """Whether an organization has more than so many members: the one after them is looked for, so that no more are
    read."""
    rows = Member.objects.filter(organization=OuterRef("pk"), left_on=None, **which).order_by()
    return Exists(rows[number : number + 1])


def _enough(on: date) -> Q:
    return Q(_more_than(number_at(MIN_FULL, on) - 1, full_on__isnull=False))


def _too_many(on: date) -> Q:
    return Q(_more_than(number_at(MAX_MEMBERS, on)))


def _too_small(on: date) -> "QuerySet[Any]":
    return _holding(on).filter(~_enough(on))


def _oversized(on: date) -> "QuerySet[Any]":
    return _holding(on).filter(_too_many(on))


def _well_sized(on: date) -> "QuerySet[Any]":
    return _holding(on).filter(_enough(on), ~_too_many(on))


def _led(on: date) -> Exists:
    held = Post.objects.filter(Q(until=None) | Q(until__gt=on), since__lte=on, duty=Duty.SECRETARY)
    return Exists(held.filter(organization=OuterRef("pk")).order_by())


def _with_secretary(on: date) -> "QuerySet[Any]":
    return branches(on).filter(_led(on))


def _without_secretary(on: date) -> "QuerySet[Any]":
    return branches(on).filter(~_led(on))


def _changes(on: date) -> "QuerySet[Any]":
    return Change.objects.filter(on__gte=recent_from(on), on__lte=on)


declare(
    Figure(
        "organizations.party",
        "党组织",
        "个",
        "已经成立、没有撤销的党组织，包括党委、党总支、党支部和党小组，含本级；部门和单位不计。",
        _party,
        organization="id",
        turns="day",
        cuts=(LEVEL, TYPE),
        dated=True,
    )
)
declare(
    Figure(
        "organizations.branches",
        "党支部",
        "个",
        "已经成立、没有撤销的各类党支部：党支部、联合党支部、临时党支部、功能型党支部、流动党员党支部和离退休党支部。",
        branches,
        organization="id",
        turns="day",
        cuts=(TYPE,),
        dated=True,
    )
)
declare(
    Figure(
        "organizations.communities",
        "社区和村",
        "个",
        "没有撤销的社区（居民区）和村，不管党组织是哪一类。",
        communities,
        organization="id",
        turns="day",
        cuts=(LEVEL, KIND),
        dated=True,
    )
)
declare(
    Figure(
        "organizations.groups",
        "党小组",
        "个",
        "已经成立、没有撤销的党小组。",
        _groups,
        organization="id",
        turns="day",
        dated=True,
    )
)
declare(
    Figure(
        "organizations.holding",
        "登记组织关系的支部",
        "个",
        "党员组织关系可以落在这里的支部：党支部、联合党支部和离退休党支部；临时的、功能型的和流动党员党支部不计。",
        _holding,
        organization="id",
        turns="day",
        dated=True,
    )
)
declare(
    Figure(
        "organizations.too_small",
        "正式党员不足的支部",
        "个",
        f"登记组织关系的支部里，正式党员不足 {MIN_FULL.current.value} 名的；预备党员不算，一名党员也没有的也计在内。",
        _too_small,
        organization="id",
        turns="day",
        watched=BY_MEMBERS,
        basis=MIN_FULL.key,
    )
)
declare(
    Figure(
        "organizations.oversized",
        "党员偏多的支部",
        "个",
        f"登记组织关系的支部里，党员超过 {MAX_MEMBERS.current.value} 名的，含预备党员。"
        "规定是一般不超过，经批准可以例外。",
        _oversized,
        organization="id",
        turns="day",
        watched=BY_MEMBERS,
        basis=MAX_MEMBERS.key,
    )
)
declare(
    Figure(
        "organizations.well_sized",
        "规模合适的支部",
        "个",
        f"登记组织关系的支部里，正式党员有 {MIN_FULL.current.value} 名以上、"
        f"党员不超过 {MAX_MEMBERS.current.value} 名的。",
        _well_sized,
        organization="id",
        turns="day",
        watched=BY_MEMBERS,
        basis=MIN_FULL.key,
    )
)
declare(
    Figure(
        "organizations.with_secretary",
        "书记在任的支部",
        "个",
        "当天有人任书记的各类党支部；已经离任的、还没有到任的不算。",
        _with_secretary,
        organization="id",
        turns="day",
        watched=BY_POSTS,
        dated=True,
    )
)
declare(
    Figure(
        "organizations.without_secretary",
        "书记空缺的支部",
        "个",
        "当天没有人任书记的各类党支部，只有副书记主持工作的也计在内。",
        _without_secretary,
        organization="id",
        turns="day",
        watched=BY_POSTS,
        dated=True,
    )
)
declare(
    Figure(
        "organizations.changes",
        "组织变动",
        "次",
        "成立、更名、划转、合并、拆分和撤销，按批准日期计入当月；只计今年和前两年的。",
        _changes,
        month="on",
        turns="year",
        cuts=(by_choice("kind", "事项", ChangeKind),),
        dated=True,
    )
)
declare(
    Ratio(
        "organizations.secretary_share",
        "书记在任率",
        "书记在任的支部除以各类党支部。",
        top=(Part("organizations.with_secretary"),),
        bottom=(Part("organizations.branches"),),
        better="high",
    )
)
declare(
    Ratio(
        "organizations.sized_share",
        "支部规模合适率",
        "规模合适的支部除以登记组织关系的支部。",
        top=(Part("organizations.well_sized"),),
        bottom=(Part("organizations.holding"),),
        better="high",
        basis=MIN_FULL.key,
    )
)
