"""Who covers a unit."""

from datetime import date

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.clock import today
from jingwei.foundation.errors import Refused
from jingwei.organizations.followers import Merger
from jingwei.organizations.models import Organization, Post, Unit

from ..choices import BY_ORGANIZATION, CoverageKind
from ..models import Coverage


@action("unit.edit", title="登记覆盖")
def cover(
    actor: Actor,
    unit: Unit,
    /,
    *,
    kind: str,
    since: date,
    organization: Organization | None = None,
    instructor: Post | None = None,
    note: str = "",
) -> Coverage:
    """The unit is covered from a day on. Raises Refused where it is covered so already, where nobody is named who
    covers it, and for a day in the future."""
    by_organization = kind in BY_ORGANIZATION
    if (organization if by_organization else instructor) is None:
        raise Refused("没有写由谁覆盖。", next_step="单建、联建、挂靠写党组织，派指导员选岗位。")
    if since > today():
        raise Refused("开始日期不能晚于今天。", next_step="请核对日期。")
    if by_organization and organization is not None:
        _must_stand(organization)
    kinds = BY_ORGANIZATION if by_organization else (CoverageKind.INSTRUCTOR,)
    if open_one := Coverage.objects.filter(unit=unit, until=None, kind__in=kinds).first():
        raise Refused(f"这个单位现在是“{open_one}”。", next_step="要改的，请先结束现在的覆盖，再登记新的。")
    coverage = Coverage(unit=unit, kind=kind, since=since, note=note)
    coverage.organization = organization if by_organization else None
    coverage.instructor = None if by_organization else instructor
    coverage.save()
    return coverage


@action("unit.edit", title="结束覆盖")
def end_coverage(actor: Actor, coverage: Coverage, /, *, until: date) -> Coverage:
    """The coverage ends. Raises Refused for a day before it began or in the future, and for one that is over."""
    if coverage.until is not None:
        raise Refused("这一条覆盖已经结束。")
    if not coverage.since <= until <= today():
        raise Refused("结束日期不能早于开始日期，也不能晚于今天。", next_step="请核对日期。")
    coverage.until = until
    coverage.save()
    return coverage


def carry_coverage(merger: Merger) -> None:
    """What one organization covers is covered by another. Runs inside the act that merges the two."""
    source, target = merger.source, merger.target
    for coverage in Coverage.objects.filter(organization=source, until=None):
        coverage.organization = target
        coverage.save()


def carry_unit(twin: Unit, kept: Unit) -> None:
    """Two units turn out to be one: what is told of the twin is told of the one that is kept; of two open coverages
    of a kind the twin's ends."""
    covered = {coverage.kind in BY_ORGANIZATION for coverage in Coverage.objects.filter(unit=kept, until=None)}
    for coverage in Coverage.objects.filter(unit=twin):
        if coverage.until is None and (coverage.kind in BY_ORGANIZATION) in covered:
            coverage.until = max(coverage.since, today())
        coverage.unit = kept
        coverage.save()


def _must_stand(organization: Organization) -> None:
    if organization.revoked_on is not None or not organization.party_type:
        raise Refused(f"{organization}不是现有的党组织。", next_step="请另选一个党组织。")
