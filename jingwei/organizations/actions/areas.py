"""Named areas: grids, buildings, blocks, chains, parks, markets, sections."""

from typing import TypedDict, Unpack

from django.db.models import Q

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.errors import Refused
from jingwei.foundation.scope.paths import is_within

from ..choices import AreaKind
from ..followers import must_be_settled
from ..models import Area, Location, Organization, Post

SEVERAL = "、，,；;/ "


class AreaDetails(TypedDict, total=False):
    """What is known of an area beyond its kind and name; what is left out stays as it is."""

    parent: Area | None
    head_post: Post | None
    head_name: str
    committee: Organization | None
    branch: Organization | None
    answering: Organization | None
    households: int | None


@action("area.edit", title="设立片区")
def add_area(
    actor: Actor, organization: Organization, /, *, kind: str, name: str, **details: Unpack[AreaDetails]
) -> Area:
    """An area of the organization. Raises Refused where there can be none, for a name that is known, and for a grid
    without one head."""
    if not organization.is_area:
        raise Refused(f"{organization}没有自己的区域，不能设片区。", next_step="请在社区（村）、街道（镇）或者区里设。")
    return _put_down(Area(organization=organization, kind=kind, name=name), details)


@action("area.edit", title="修改片区")
def edit_area(actor: Actor, area: Area, /, *, name: str, **details: Unpack[AreaDetails]) -> Area:
    """Correct what is known of an area. Its kind stays: what lies in it was chosen by kind."""
    area.name = name
    return _put_down(area, details)


@action("area.edit", title="取消片区")
def drop_area(actor: Actor, area: Area, /) -> Organization:
    """Take away an area in which nothing lies any more; the organization that had it. Raises Refused otherwise."""
    units, parts = Location.objects.filter(area=area).count(), Area.objects.filter(parent=area).count()
    if units or parts:
        raise Refused(f"里面还有 {units} 个单位、{parts} 个下级片区。", next_step="请先把它们改到别的片区。")
    organization: Organization = area.organization
    area.delete()
    return organization


def carry_areas(source: Organization, target: Organization) -> None:
    """The areas of one organization become those of another. Runs inside the act that merges the two."""
    known = set(Area.objects.filter(organization=target).values_list("kind", "name"))
    for area in Area.objects.filter(organization=source):
        if (area.kind, area.name) in known:
            area.name = f"{source}{area.name}"[:60]
        area.organization = target
        area.save()
    for column in ("committee", "branch", "answering"):
        Area.objects.filter(**{column: source}).update(**{column: target})


@must_be_settled
def areas_left(organization: Organization) -> str:
    """The areas that would be without their organization."""
    of_it = Q(organization=organization) | Q(committee=organization) | Q(branch=organization)
    count = Area.objects.filter(of_it | Q(answering=organization)).count()
    return f"{count} 个片区" if count else ""


def _put_down(area: Area, details: AreaDetails) -> Area:
    for name, value in details.items():
        setattr(area, name, value)
    same = Area.objects.filter(organization=area.organization, kind=area.kind, name=area.name)
    if same.exclude(pk=area.pk).exists():
        raise Refused(f"“{area.name}”已经设立过。", next_step="请在片区名单里找到它再修改。")
    _must_have_one_head(area)
    _must_lie_in_its_parent(area)
    area.save()
    return area


def _must_have_one_head(area: Area) -> None:
    if area.head_post is not None and area.head_name:
        raise Refused("负责人选了岗位，就不再写姓名。", next_step="请只留一项。")
    if area.kind != AreaKind.GRID:
        return
    if area.head_post is None and not area.head_name:
        raise Refused("网格要有一名负责人。", next_step="请选岗位或者写姓名。")
    if any(sign in area.head_name.strip() for sign in SEVERAL):
        raise Refused("网格的负责人只能是一个人。", next_step="请写一个姓名，其他人写在网格力量里。")


def _must_lie_in_its_parent(area: Area) -> None:
    above: Area | None = area.parent
    if above is not None and not is_within(area.organization.path, above.organization.path):
        raise Refused(f"“{above}”不包括{area.organization}。", next_step="请选本级或者上级的片区。")
    while above is not None:
        if above.pk == area.pk:
            raise Refused("片区不能属于自己或者自己的下级。", next_step="请另选上一级片区。")
        above = above.parent
