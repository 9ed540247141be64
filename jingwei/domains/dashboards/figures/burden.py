"""What communities are asked for: minutes, forms and pieces a month, against the quota. The numbers are those of the
burden ledger (`kernels.plans.selectors.burden.ledger`), reckoned by the database for all communities at once."""

from datetime import date
from typing import Any

from django.db.models import Case, DecimalField, Exists, F, IntegerField, OuterRef, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import Cast, Coalesce, Length, StrIndex, Substr

from jingwei.foundation.scope.paths import LONGEST, SEGMENT
from jingwei.kernels.figures.declaring import Figure, Part, Ratio, Watch, declare
from jingwei.kernels.figures.following import MOVES, at_and_below
from jingwei.kernels.plans.choices import ClearanceState
from jingwei.kernels.plans.models import Clearance
from jingwei.kernels.plans.selectors.quotas import QUOTA
from jingwei.organizations.choices import GRASSROOTS
from jingwei.organizations.models import Organization
from jingwei.organizations.selectors import organizations
from jingwei.regulations.models import LocalValue

from .days import month_of, number_at

# So many times in so many months, as `rules.burden.TIMES_A_MONTH` has it.
TIMES = {
    "day": (365, 12),
    "week": (365, 84),
    "half_month": (2, 1),
    "quarter": (1, 3),
    "half_year": (1, 6),
    "year": (1, 12),
}
NUMBER = DecimalField(max_digits=24, decimal_places=6)
HERE = Substr(OuterRef("path"), 1, Length("path"))
# A community's own path and those above it, each found by its key.
ABOVE = [Substr(OuterRef("path"), 1, end) for end in range(SEGMENT, LONGEST + 1, SEGMENT)]


def communities() -> "QuerySet[Any]":
    return organizations().filter(level__in=sorted(GRASSROOTS))


def minutes_a_month() -> Case:
    """Whole minutes in an average month, halves rounded up: the same as `rules.burden.monthly_minutes`. Whole numbers
    only, so that no fraction is lost on the way."""
    minutes = Cast("minutes", IntegerField())
    whens = [
        When(period=period, then=(minutes * Value(2 * times) + Value(months)) / Value(2 * months))
        for period, (times, months) in TIMES.items()
    ]
    return Case(*whens, default=minutes, output_field=IntegerField())


def _asked(on: date) -> "QuerySet[Any]":
    """What a community bears in the month of a day."""
    first, last = month_of(on)
    found = Clearance.objects.filter(state=ClearanceState.GRANTED, starts_on__lte=last, until__gte=first)
    return found.filter(area__path__in=ABOVE, audience__in=("all", OuterRef("level"))).order_by()


def _sum(on: date, amount: Any) -> Any:
    total = _asked(on).annotate(one=Value(1)).values("one").annotate(total=Sum(amount)).values("total")
    return Coalesce(Subquery(total, output_field=IntegerField()), 0)


def _asking(amount: Any) -> Any:
    """The communities of which something is asked in the month, each with how much of it."""

    def rows(on: date) -> "QuerySet[Any]":
        return communities().annotate(counted=_sum(on, amount)).filter(counted__gt=0)

    return rows


def quota(on: date) -> Any:
    """The minutes a month that may be asked of a community: what the nearest organization at or above it has set, the
    newest first, else the number of the library."""
    _, last = month_of(on)
    said = LocalValue.objects.filter(key=QUOTA.key, since__lte=last, path=HERE)
    nearest = said.order_by(Length("path").desc(), "-since", "pk").annotate(number=_number()).values("number")[:1]
    return Coalesce(Subquery(nearest, output_field=NUMBER), Value(number_at(QUOTA, last), output_field=NUMBER))


def _number() -> Case:
    """The number that a local value says: 480, 7.5 or 961/2 (written by `regulations.actions.set_local`)."""
    slash = StrIndex("value", Value("/"))
    parts = Cast(Substr("value", 1, slash - 1), NUMBER) / Cast(Substr("value", slash + 1), NUMBER)
    return Case(When(value__contains="/", then=parts), default=Cast("value", NUMBER), output_field=NUMBER)


def _measured(on: date) -> "QuerySet[Any]":
    return communities().annotate(counted=_sum(on, minutes_a_month()), allowed=quota(on))


def _over(on: date) -> "QuerySet[Any]":
    return _measured(on).filter(counted__gt=F("allowed"))


def _within(on: date) -> "QuerySet[Any]":
    return _measured(on).filter(counted__lte=F("allowed"))


def _below_paths(paths: Any) -> "QuerySet[Any]":
    tops = LocalValue._base_manager.filter(path__in=paths).filter(path=HERE)
    return Organization._base_manager.filter(Exists(tops), level__in=sorted(GRASSROOTS))


BY_CLEARANCES = (
    Watch("plans.Clearance", "area_id", at_and_below),
    MOVES,
)
BY_QUOTAS = (*BY_CLEARANCES, Watch("regulations.LocalValue", "path", _below_paths))
SAID = "同意准入、当月有效的事项"
declare(
    Figure(
        "burden.minutes",
        "要求填报的时间",
        "分钟",
        f"各社区、村当月被要求填报的时间之和：{SAID}，按频次折算成平均每月多少分钟；只有一次的整次计入。",
        _asking(minutes_a_month()),
        organization="id",
        amount="counted",
        turns="month",
        watched=BY_CLEARANCES,
        basis=QUOTA.key,
    )
)
declare(
    Figure(
        "burden.forms",
        "要求填报的表格",
        "张",
        f"各社区、村当月被要求填报的表格之和：{SAID}里写明的张数，一个社区填一张计一张。",
        _asking("forms"),
        organization="id",
        amount="counted",
        turns="month",
        watched=BY_CLEARANCES,
    )
)
declare(
    Figure(
        "burden.asks",
        "社区承担的填报事项",
        "件",
        f"各社区、村当月承担的填报事项之和：{SAID}，一个社区承担一件计一件。",
        _asking(Value(1)),
        organization="id",
        amount="counted",
        turns="month",
        watched=BY_CLEARANCES,
    )
)
declare(
    Figure(
        "burden.over_quota",
        "超出时间额度的社区",
        "个",
        "当月被要求填报的时间超过额度的社区和村；额度先看离它最近的上级定的，上级没有定的用全市通用的。",
        _over,
        organization="id",
        turns="month",
        watched=BY_QUOTAS,
        basis=QUOTA.key,
    )
)
declare(
    Figure(
        "burden.within_quota",
        "没有超出额度的社区",
        "个",
        "当月被要求填报的时间没有超过额度的社区和村，没有被要求填报的也计在内。",
        _within,
        organization="id",
        turns="month",
        watched=BY_QUOTAS,
        basis=QUOTA.key,
    )
)
declare(
    Ratio(
        "burden.minutes_each",
        "平均每个社区的填报时间",
        "要求填报的时间除以社区和村，得到平均每个社区当月多少分钟。",
        top=(Part("burden.minutes"),),
        bottom=(Part("organizations.communities"),),
        unit="分钟",
        better="low",
        basis=QUOTA.key,
    )
)
declare(
    Ratio(
        "burden.within_share",
        "社区填报不超额率",
        "没有超出额度的社区除以全部社区和村。",
        top=(Part("burden.within_quota"),),
        bottom=(Part("burden.within_quota"), Part("burden.over_quota")),
        better="high",
        basis=QUOTA.key,
    )
)
