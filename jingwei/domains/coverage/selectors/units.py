"""The units behind the numbers, and the page of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from jingwei.foundation.scope.vocabulary import below
from jingwei.organizations.choices import AreaKind
from jingwei.organizations.models import Area, Organization, Unit
from jingwei.organizations.selectors.areas import located
from jingwei.organizations.selectors.rows import above

from ..choices import CoverageKind, Dimension
from ..models import Coverage
from ..rules import JOINT_MAX
from . import measures

STATES = {"organization": "有组织覆盖", "work": "有工作覆盖", "none": "没有覆盖"}
NEAREST_FIRST = (
    AreaKind.BUILDING,
    AreaKind.GRID,
    AreaKind.MARKET,
    AreaKind.PARK,
    AreaKind.BLOCK,
    AreaKind.CHAIN,
    AreaKind.SECTION,
)


@dataclass(frozen=True)
class Standing:
    """A unit with what covers it now and where it lies; `answering` is who answers for one that nobody covers."""

    unit: Unit
    coverages: list[Coverage]
    areas: list[Area]
    answering: Organization | None

    @property
    def words(self) -> str:
        """How it is covered, in words; who answers for it where it is not."""
        return "；".join(str(one) for one in self.coverages) or f"没有覆盖，由{self.answering}兜底"


def area_of(organization: Organization) -> Organization:
    """The organization itself where it has an area, else the nearest one above that has."""
    superiors = [] if organization.is_area else [one for one in above(organization.path) if one.is_area]
    return superiors[-1] if superiors else organization


def units() -> "QuerySet[Unit]":
    """All units in reach."""
    found: QuerySet[Unit] = Unit.objects.select_related("organization", "party_organization")
    return found.order_by("organization__path", "name", "pk")


def behind(
    here: Organization, *, by: str = "", of: str = "", state: str = "", words: str = "", on: date
) -> "QuerySet[Unit]":
    """The units behind a number: those that count at and below `here`, of one group of a dimension, in one state."""
    found = measures.counting(here)
    if by and of:
        found = _of_group(found, here, by, of)
    if words:
        found = found.filter(name__icontains=words)
    if state == "none":
        return found.filter(measures.uncovered(on=on))
    return found.filter(measures.covered(state, on=on)) if state in STATES else found


def _of_group(found: "QuerySet[Unit]", here: Organization, by: str, of: str) -> "QuerySet[Unit]":
    if by == Dimension.KIND:
        return found.filter(kind=of)
    if not of.isdecimal() or by not in Dimension.values:
        return found.none()
    if by == Dimension.PLACE:
        place = Organization.objects.filter(pk=int(of)).first()
        if place is None:
            return found.none()
        own = place.path == here.path  # what lies in a community is in the community's own group
        return found.filter(organization=place) if own else found.filter(below("organization__path", place.path))
    if int(of) == measures.NOWHERE:
        return found.exclude(locations__kind=by)
    return found.filter(locations__area=int(of))


def standings(rows: Sequence[Unit], *, on: date) -> list[Standing]:
    """The units with what covers them on a day and who answers for those that nobody covers. Two queries."""
    areas = located(rows)
    covers: dict[int, list[Coverage]] = {unit.pk: [] for unit in rows}
    names = ("organization", "instructor__user", "instructor__organization")
    for one in Coverage.objects.filter(measures.open_on(on), unit__in=rows).select_related(*names):
        covers[one.unit_id].append(one)
    return [
        Standing(unit, covers[unit.pk], areas[unit.pk], answering_for(unit, areas[unit.pk], covers[unit.pk]))
        for unit in rows
    ]


def answering_for(unit: Unit, areas: Sequence[Area], coverages: Sequence[Coverage]) -> Organization | None:
    """The organization of last resort of a unit that nobody covers: what its nearest area says, else the branch of
    its grid, else the Party organization of the community, town or street that it lies in."""
    if coverages:
        return None
    near = sorted(areas, key=lambda area: NEAREST_FIRST.index(AreaKind(area.kind)))
    said = next((area.answering for area in near if area.answering), None)
    grid = next((area.branch for area in near if area.kind == AreaKind.GRID and area.branch), None)
    here: Organization = unit.organization
    return said or grid or here


def history_of(unit: Unit) -> list[Coverage]:
    """All coverage of a unit, the last first."""
    names = ("organization", "instructor__user", "instructor__organization")
    return list(Coverage.objects.filter(unit=unit).select_related(*names).order_by("-since", "-pk"))


def coverages() -> "QuerySet[Coverage]":
    """The coverage that has not ended, in reach."""
    found: QuerySet[Coverage] = Coverage.objects.filter(until=None)
    return found.select_related("unit__organization", "organization", "instructor__user", "instructor__organization")


def covered_by(organization: Organization) -> "QuerySet[Coverage]":
    """What an organization covers now."""
    return coverages().filter(organization=organization)


def too_many(standing: Standing, *, on: date) -> str:
    """A warning where a joint branch covers more units than the rules generally allow; "" otherwise."""
    limit = JOINT_MAX.at(on)
    for one in standing.coverages:
        number = measures.jointly(one.organization) if one.organization and one.kind == CoverageKind.JOINT else 0
        if not limit.met_by(number):
            return f"{one.organization}联合覆盖了 {number} 个单位，一般不超过 {limit.value} 个。"
    return ""
