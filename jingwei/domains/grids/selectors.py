"""How a community stands on its ground."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from jingwei.foundation.scope.vocabulary import below
from jingwei.members.models import Member
from jingwei.organizations.choices import GRASSROOTS, AreaKind
from jingwei.organizations.models import Area, Location, Organization

from .models import MemberHousehold

FOUND = 5  # members told when a name fits several


@dataclass
class Ground:
    """A grid or a building: the members of its branch or group, its member households, the units in it."""

    area: Area
    members: int = 0
    units: int = 0
    households: list[MemberHousehold] = field(default_factory=list)
    buildings: list["Ground"] = field(default_factory=list)


@dataclass(frozen=True)
class Standing:
    """A community in the list."""

    organization: Organization
    grids: int
    buildings: int
    homes: int
    member_households: int


def communities(top: str) -> "QuerySet[Organization]":
    """The communities and villages at and below a path."""
    found: QuerySet[Organization] = Organization.objects.filter(
        below("path", top), level__in=GRASSROOTS, revoked_on=None
    )
    return found.order_by("path")


def standings(rows: Sequence[Organization]) -> list[Standing]:
    """The communities with their grids, buildings, homes and member households. Two queries."""
    counts = Area.objects.filter(organization__in=rows).order_by().values("organization")
    numbers = counts.annotate(
        grids=Count("pk", filter=Q(kind=AreaKind.GRID)),
        buildings=Count("pk", filter=Q(kind=AreaKind.BUILDING)),
        homes=Sum("households", filter=Q(kind=AreaKind.BUILDING)),
    )
    of = {row["organization"]: row for row in numbers}
    open_ones = MemberHousehold.objects.filter(area__organization__in=rows, until=None).order_by()
    held = dict(open_ones.values_list("area__organization").annotate(number=Count("pk")))
    empty: dict[str, Any] = {"grids": 0, "buildings": 0, "homes": 0}
    return [
        Standing(row, found["grids"], found["buildings"], found["homes"] or 0, held.get(row.pk, 0))
        for row in rows
        for found in [of.get(row.pk, empty)]
    ]


def ground_of(organization: Organization) -> list[Ground]:
    """The grids of a community with their buildings; buildings that belong to no grid come last. Four queries."""
    names = ("head_post__user", "branch", "organization", "parent")
    kinds = (AreaKind.GRID, AreaKind.BUILDING)
    areas = Area.objects.filter(organization=organization, kind__in=kinds).select_related(*names).order_by("pk")
    grounds = {area.pk: Ground(area) for area in areas}
    for household in households().filter(area__in=grounds):
        grounds[household.area_id].households.append(household)
    _count(grounds)
    whole: list[Ground] = []
    for ground in grounds.values():
        above = grounds.get(ground.area.parent_id)
        (above.buildings if above and ground.area.kind == AreaKind.BUILDING else whole).append(ground)
    return sorted(whole, key=lambda one: one.area.kind != AreaKind.GRID)


def _count(grounds: dict[int, Ground]) -> None:
    """The units in each, and the members of each one's branch or group."""
    branches: defaultdict[int, list[Ground]] = defaultdict(list)
    for ground in grounds.values():
        if ground.area.branch_id:
            branches[ground.area.branch_id].append(ground)
    for pk, number in Location.objects.filter(area__in=grounds).order_by().values_list("area").annotate(n=Count("pk")):
        grounds[pk].units = number
    found = Member.objects.filter(left_on=None).order_by()
    for column in ("organization", "group"):
        rows = found.filter(**{f"{column}__in": branches}).values_list(column).annotate(n=Count("pk"))
        for pk, number in rows:
            for ground in branches[pk]:
                ground.members += number


def households() -> "QuerySet[MemberHousehold]":
    """The member households that have not ended, in reach."""
    found: QuerySet[MemberHousehold] = MemberHousehold.objects.filter(until=None)
    return found.select_related("area__organization", "member__organization").order_by("area_id", "since", "pk")


def areas() -> "QuerySet[Area]":
    """The grids and buildings in reach."""
    found: QuerySet[Area] = Area.objects.filter(kind__in=(AreaKind.GRID, AreaKind.BUILDING))
    return found.select_related("organization")


def members_called(words: str, top: str) -> list[Member]:
    """The members at and below a path that `words` can mean: the number, or exactly the name; a few at most."""
    found = Member.objects.filter(below("path", top), left_on=None).select_related("organization")
    wanted = {"pk": int(words)} if words.isdecimal() and len(words) < 19 else {"name": words}
    return list(found.filter(**wanted)[:FOUND])
