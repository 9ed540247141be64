"""The figures of this room. Looks and requests belong to a place, not to a row of the tree, so the organizations are
counted with how many there are at each of them."""

from datetime import date
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from jingwei.foundation.secrets.selectors import looks
from jingwei.kernels.figures.declaring import Figure, Watch, declare
from jingwei.kernels.figures.following import MOVES
from jingwei.organizations.models import Organization
from jingwei.organizations.selectors.rows import ever

from .rules import WORKDAYS
from .selectors.rights import requests

SINCE = 1949  # figures are asked for their model with the first day there is


def _with(found: "QuerySet[Any]") -> "QuerySet[Any]":
    """The organizations at which there are rows, with their number."""
    rows = found.filter(path=OuterRef("path")).order_by().annotate(one=Value(1)).values("one")
    number = Subquery(rows.annotate(number=Count("pk")).values("number"), output_field=IntegerField())
    return ever().annotate(counted=Coalesce(number, 0)).filter(counted__gt=0)


def _looks(on: date) -> "QuerySet[Any]":
    return _with(looks().filter(at__year=max(on.year, SINCE)))


def _waiting(on: date) -> "QuerySet[Any]":
    return _with(requests().select_related(None).filter(decided_on=None))


def _late(on: date) -> "QuerySet[Any]":
    return _with(requests().select_related(None).filter(decided_on=None, due_on__lt=on))


def _at(paths: Any) -> "QuerySet[Any]":
    return Organization._base_manager.filter(path__in=paths)


BY_LOOKS = (Watch("secrets.Look", "path", _at), MOVES)
BY_REQUESTS = (Watch("privacy.RightsRequest", "path", _at),)
declare(
    Figure(
        "privacy.looks",
        "今年查看个人信息",
        "次",
        "今年1月1日以来工作人员查看完整的身份号码、手机号码等的次数，记在被查看的党员当时所在的支部名下；"
        "支部后来划转到别处的，划转以前的不再计。",
        _looks,
        organization="id",
        amount="counted",
        turns="year",
        watched=BY_LOOKS,
        compared="",
        basis="privacy.purpose_and_minimum",
    )
)
declare(
    Figure(
        "privacy.requests",
        "待答复的个人信息申请",
        "件",
        "本人提出的查阅、更正、删除等申请里，还没有答复的。",
        _waiting,
        organization="id",
        amount="counted",
        watched=BY_REQUESTS,
        basis=WORKDAYS.key,
    )
)
declare(
    Figure(
        "privacy.late_requests",
        "逾期未答复的个人信息申请",
        "件",
        "过了答复期限还没有答复的个人信息申请，期限当天不算。",
        _late,
        organization="id",
        amount="counted",
        turns="day",
        watched=BY_REQUESTS,
        basis=WORKDAYS.key,
    )
)
