"""Units of an area."""

from typing import TypedDict, Unpack

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.errors import Refused
from jingwei.foundation.scope.paths import is_within
from jingwei.foundation.scope.reach import everywhere

from ..credit_codes import compact, fault_of
from ..followers import carry_unit
from ..models import Area, Location, Organization, Unit


class Details(TypedDict, total=False):
    """What may be known of a unit beyond its name and kind; what is left out stays as it is."""

    credit_code: str | None
    without_code: str
    address: str
    headcount: str
    party_members: int | None
    industry: str


@action("unit.edit", title="登记单位")
def add_unit(
    actor: Actor,
    organization: Organization,
    /,
    *,
    name: str,
    kind: str,
    is_resident: bool = False,
    party_organization: Organization | None = None,
    **details: Unpack[Details],
) -> Unit:
    """A unit of the area. Raises Refused for a name that is known there, and for a credit code that is wrong or
    that another unit has."""
    unit = Unit(organization=organization, kind=kind, is_resident=is_resident, party_organization=party_organization)
    unit.name = name
    return _put_down(unit, details)


@action("unit.edit", title="修改单位")
def edit_unit(
    actor: Actor,
    unit: Unit,
    /,
    *,
    name: str,
    kind: str,
    is_resident: bool,
    party_organization: Organization | None = None,
    **details: Unpack[Details],
) -> Unit:
    """Correct what is known of a unit. Raises Refused as `add_unit` does."""
    unit.name, unit.kind, unit.is_resident, unit.party_organization = name, kind, is_resident, party_organization
    return _put_down(unit, details)


@action("unit.edit", title="登记单位所在片区")
def locate_unit(actor: Actor, unit: Unit, /, *, areas: list[Area]) -> Unit:
    """The unit lies in these areas and no others: in one of a kind at most. Raises Refused for two of a kind, and
    for an area that does not reach to where the unit is."""
    kinds = [area.kind for area in areas]
    for area in areas:
        if kinds.count(area.kind) > 1:
            raise Refused(f"一个单位只能在一个{area.get_kind_display()}里。", next_step="请只选一个。")
        if not is_within(unit.organization.path, area.organization.path):
            raise Refused(f"“{area}”不包括{unit.organization}。", next_step="请选本地或者上级的片区。")
    known = {location.kind: location for location in Location.objects.filter(unit=unit)}
    for area in areas:
        location = known.pop(area.kind, None) or Location(unit=unit)
        if location.area_id != area.pk:
            location.area = area
            location.save()
    for location in known.values():
        location.delete()
    return unit


def carry_units(organization: Organization, into: Organization) -> None:
    """The units of one organization's area become those of another's; one that is known there already is the same
    one. Runs inside the act that merges the two."""
    known = {unit.name: unit for unit in Unit.objects.filter(organization=into)}
    for unit in Unit.objects.filter(organization=organization):
        if unit.name in known:
            _become_one(unit, known[unit.name])
            continue
        unit.organization = into
        unit.save()
    for unit in Unit.objects.filter(party_organization=organization):
        unit.party_organization = into
        unit.save()


def _become_one(twin: Unit, kept: Unit) -> None:
    places = set(Location.objects.filter(unit=kept).values_list("kind", flat=True))
    for location in Location.objects.filter(unit=twin).exclude(kind__in=places):
        location.unit = kept
        location.save()
    carry_unit(twin, kept)
    code = twin.credit_code
    twin.delete()
    if code and not kept.credit_code:
        kept.credit_code, kept.without_code = code, ""
        kept.save()


def _put_down(unit: Unit, details: Details) -> Unit:
    for name, value in details.items():
        setattr(unit, name, value)
    unit.credit_code = compact(unit.credit_code) if unit.credit_code else None
    _must_be_new(unit)
    if unit.credit_code:
        _must_be_right(unit.credit_code, unit)
    unit.save()
    return unit


def _must_be_new(unit: Unit) -> None:
    if Unit.objects.filter(organization=unit.organization, name=unit.name).exclude(pk=unit.pk).exists():
        raise Refused(f"“{unit.name}”已经登记过。", next_step="请在单位名单里找到它再修改。")


def _must_be_right(code: str, unit: Unit) -> None:
    if unit.without_code:
        raise Refused("填了统一社会信用代码，就不用选没有代码的原因。", next_step="请只留一项。")
    if fault := fault_of(code):
        raise Refused(fault, next_step="请对照营业执照或者登记证书核对。")
    with everywhere(reason="a credit code is held by one unit of the whole tree"):
        if Unit.objects.filter(credit_code=code).exclude(pk=unit.pk).exists():
            raise Refused(
                "这个统一社会信用代码已经登记在另一个单位名下。",
                next_step="请核对代码；不在本地的，请联系上级组织部门。",
            )
