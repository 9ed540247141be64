"""Units of an area, and its grids, buildings and sections."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from jingwei.kernels.figures.cutting import by_choice
from jingwei.kernels.figures.declaring import Figure, Part, Ratio, declare
from jingwei.organizations.choices import AreaKind, Headcount, UnitKind
from jingwei.organizations.models import Area
from jingwei.organizations.selectors.rows import units

KIND = by_choice("kind", "类别", UnitKind)


def _units(on: date) -> "QuerySet[Any]":
    return units()


def _resident(on: date) -> "QuerySet[Any]":
    return units().filter(is_resident=True)


def _with_party(on: date) -> "QuerySet[Any]":
    return units().filter(party_organization__isnull=False)


def _with_code(on: date) -> "QuerySet[Any]":
    return units().filter(credit_code__isnull=False)


def _with_members(on: date) -> "QuerySet[Any]":
    return units().filter(party_members__gt=0)


def _areas(on: date) -> "QuerySet[Any]":
    return Area.objects.all()


def _buildings(on: date) -> "QuerySet[Any]":
    return Area.objects.filter(kind=AreaKind.BUILDING, households__gt=0)


declare(
    Figure(
        "units.units",
        "登记的单位",
        "个",
        "登记在本级和下级区域里的单位，包括机关、企业、社会组织、学校、医院、楼宇和商户。",
        _units,
        cuts=(KIND, by_choice("headcount", "从业人员", Headcount)),
    )
)
declare(
    Figure(
        "organizations.resident_units",
        "驻区共建单位",
        "个",
        "参加区域共建的驻区单位；只登记、没有参加共建的不计。",
        _resident,
        cuts=(KIND,),
    )
)
declare(
    Figure(
        "units.with_party",
        "有自己党组织的单位",
        "个",
        "登记了本单位党组织的单位；只由别的支部联合覆盖的不计。",
        _with_party,
        cuts=(KIND,),
    )
)
declare(
    Figure(
        "units.with_code",
        "有统一社会信用代码的单位",
        "个",
        "已经登记统一社会信用代码的单位；没有代码的已经写明原因，不计在内。",
        _with_code,
    )
)
declare(
    Figure(
        "units.known_members",
        "单位里已知的党员",
        "名",
        "走访时了解到的在各单位工作的党员人数，是一个大概的数；组织关系可能在别处，不能和党员名册相加。",
        _with_members,
        amount="party_members",
        cuts=(KIND,),
        persons=True,
    )
)
declare(
    Figure(
        "areas.areas",
        "网格和片区",
        "个",
        "登记的网格、楼宇、商圈、产业链、园区、市场和片区。",
        _areas,
        cuts=(by_choice("kind", "类别", AreaKind),),
    )
)
declare(
    Figure(
        "areas.households",
        "登记的户数",
        "户",
        "各栋居民楼登记的户数之和；没有登记户数的楼不计。",
        _buildings,
        amount="households",
    )
)
declare(
    Ratio(
        "units.code_share",
        "单位代码登记率",
        "有统一社会信用代码的单位除以登记的单位。",
        top=(Part("units.with_code"),),
        bottom=(Part("units.units"),),
        better="high",
    )
)
