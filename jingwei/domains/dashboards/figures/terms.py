"""Terms of committees: which run, which are nearly over, which are over."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from jingwei.kernels.figures.cutting import by_case
from jingwei.kernels.figures.declaring import Figure, Part, Ratio, Watch, declare
from jingwei.organizations.choices import ELECTED, GRASSROOTS, Level
from jingwei.organizations.models import Term
from jingwei.organizations.rules import REMINDER_MONTHS, TERM_YEARS

from .days import last_begun_before, number_at, recent_from
from .organizations import standing

YEARS = range(1, 11)  # no term is longer
ELECTING = {"party_type__in": sorted(ELECTED), "level__in": sorted({*GRASSROOTS, Level.BRANCH, Level.UNIT})}
OF_ELECTING = {f"organization__{lookup}": values for lookup, values in ELECTING.items()}
WORDS = {"running": "任期内", "soon": "即将届满", "over": "届满未换届"}
DECIDING = ("party_type", "level", "revoked_on")
BY_ORGANIZATION = (Watch("organizations.Organization", "id", "organization", DECIDING, ("update",)),)


def _over(on: date) -> Q:
    return _begun(-1, on)


def _soon(on: date) -> Q:
    return _begun(number_at(REMINDER_MONTHS, on), on)


def _begun(months: int, on: date) -> Q:
    """The terms that end within so many months from a day; with -1 those that are over."""
    found = Q(pk=None)
    for years in YEARS:
        found |= Q(years=years, since__lte=last_begun_before(years, months, on=on))
    return found


def _cases(on: date) -> Sequence[tuple[str, Q]]:
    return [("over", _over(on)), ("soon", _soon(on))]


def terms(on: date) -> "QuerySet[Any]":
    """The terms that had begun and not ended on a day, of organizations that elect."""
    there = Q(organization__revoked_on=None) | Q(organization__revoked_on__gt=on)
    return Term.objects.filter(there, Q(ended_on=None) | Q(ended_on__gt=on), since__lte=on, **OF_ELECTING)


def _overdue(on: date) -> "QuerySet[Any]":
    return terms(on).filter(_over(on))


def _due_soon(on: date) -> "QuerySet[Any]":
    return terms(on).filter(_soon(on) & ~_over(on))


def _elected(on: date) -> "QuerySet[Any]":
    return standing(on).filter(**ELECTING)


def _unknown(on: date) -> "QuerySet[Any]":
    running = Term.objects.filter(Q(ended_on=None) | Q(ended_on__gt=on), organization=OuterRef("pk"), since__lte=on)
    return _elected(on).filter(~Exists(running.order_by()))


def _begun_lately(on: date) -> "QuerySet[Any]":
    return Term.objects.filter(since__gte=recent_from(on), since__lte=on)


declare(
    Figure(
        "organizations.electing",
        "应当按期换届的党组织",
        "个",
        "社区、村、单位和支部一级由选举产生的党委、党总支和党支部；临时的、功能型的和党小组不计。",
        _elected,
        organization="id",
        turns="day",
        basis=TERM_YEARS.key,
        dated=True,
    )
)
declare(
    Figure(
        "terms.terms",
        "登记在册的届期",
        "届",
        "应当按期换届的党组织现在的这一届，按当天分为任期内、即将届满和届满未换届；已经结束的不计。",
        terms,
        turns="day",
        cuts=(by_case("standing", "届期", _cases, WORDS, otherwise="running"),),
        watched=BY_ORGANIZATION,
        basis=TERM_YEARS.key,
        dated=True,
    )
)
declare(
    Figure(
        "terms.overdue",
        "届满未换届的党组织",
        "个",
        "任期已满、还没有登记换届的；到期当天不算，从第二天起计。",
        _overdue,
        turns="day",
        watched=BY_ORGANIZATION,
        basis=TERM_YEARS.key,
        dated=True,
    )
)
declare(
    Figure(
        "terms.due_soon",
        "即将届满的党组织",
        "个",
        f"{REMINDER_MONTHS.current.value} 个月以内任期届满、还没有满的；上级在这段时间里提醒准备换届。",
        _due_soon,
        turns="day",
        watched=BY_ORGANIZATION,
        basis=REMINDER_MONTHS.key,
        dated=True,
    )
)
declare(
    Figure(
        "terms.unknown",
        "没有登记届期的党组织",
        "个",
        "应当按期换届、平台上却没有登记这一届从哪天开始的党组织，到期时提醒不了。",
        _unknown,
        organization="id",
        turns="day",
        watched=(Watch("organizations.Term", "organization_id", "pk"),),
        dated=True,
    )
)
declare(
    Figure(
        "terms.begun",
        "换届",
        "次",
        "新一届的选举日期在这个月的，含第一届；只计今年和前两年的。",
        _begun_lately,
        month="since",
        turns="year",
        dated=True,
    )
)
declare(
    Ratio(
        "terms.in_order_share",
        "按期换届率",
        "任期内和即将届满的，除以应当按期换届的党组织；届满未换届的、没有登记届期的算没有按期。",
        top=(Part("terms.terms", "standing", "running"), Part("terms.terms", "standing", "soon")),
        bottom=(Part("organizations.electing"),),
        better="high",
        basis=TERM_YEARS.key,
    )
)
