"""Units of an area."""

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.errors import Refused

from ..models import Organization, Unit


@action("unit.edit", title="登记单位")
def add_unit(
    actor: Actor,
    organization: Organization,
    /,
    *,
    name: str,
    kind: str,
    is_resident: bool,
    party_organization: Organization | None = None,
) -> Unit:
    """A unit of the area. Raises Refused for a name that is known there."""
    unit = Unit(
        organization=organization, name=name, kind=kind, is_resident=is_resident, party_organization=party_organization
    )
    _must_be_new(unit)
    unit.save()
    return unit


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
) -> Unit:
    """Correct what is known of a unit. Raises Refused for a name that another unit of the area has."""
    unit.name, unit.kind, unit.is_resident, unit.party_organization = name, kind, is_resident, party_organization
    _must_be_new(unit)
    unit.save()
    return unit


def _must_be_new(unit: Unit) -> None:
    if Unit.objects.filter(organization=unit.organization, name=unit.name).exclude(pk=unit.pk).exists():
        raise Refused(f"“{unit.name}”已经登记过。", next_step="请在单位名单里找到它再修改。")
