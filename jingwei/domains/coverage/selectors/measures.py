"""Coverage in numbers: how many units of those that count, by place, chain, block, building, grid or kind."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import Substr

from jingwei.foundation.scope.paths import SEGMENT
from jingwei.foundation.scope.vocabulary import below
from jingwei.organizations.choices import Duty, UnitKind
from jingwei.organizations.models import Area, Organization, Post, Unit

from ..choices import CoverageKind, Dimension
from ..definitions import definitions
from ..models import Coverage
from ..rules import percent

NOWHERE = 0  # the group of units that lie in no area of a kind


@dataclass(frozen=True)
class Share:
    """So many of so many, and the same as a percentage."""

    part: int
    whole: int

    @property
    def words(self) -> str:
        return percent(self.part, self.whole)


@dataclass(frozen=True)
class Group:
    """The units of one group: `key` finds them again, `whole` says how many count; `members` are the Party members
    known of in them."""

    key: str
    title: str
    note: str
    whole: int
    organization: Share
    work: Share
    uncovered: int
    members: int


def open_on(on: date) -> Q:
    """What had begun and not ended on a day."""
    return Q(since__lte=on) & (Q(until=None) | Q(until__gt=on))


def covered(key: str, *, on: date) -> Q:
    """Whether a unit is covered on a day, by the definition of that key ("organization" or "work")."""
    one = definitions()[key]
    rows = Coverage.objects.filter(open_on(on), unit=OuterRef("pk"), kind__in=one.kinds)
    standing = Q(organization__revoked_on=None, organization__isnull=False)
    if one.secretary:
        held = Post.objects.filter(open_on(on), organization=OuterRef("organization"), duty=Duty.SECRETARY)
        standing &= Q(Exists(held))
    teaching = Q(instructor__isnull=False) & (Q(instructor__until=None) | Q(instructor__until__gt=on))
    return Q(Exists(rows.filter(standing | teaching)))


def uncovered(*, on: date) -> Q:
    """Whether nobody covers a unit on a day, neither by organization nor by work."""
    return ~covered("organization", on=on) & ~covered("work", on=on)


def counting(here: Organization) -> "QuerySet[Unit]":
    """The units at and below an organization that are to be covered."""
    found: QuerySet[Unit] = Unit.objects.filter(
        below("organization__path", here.path), kind__in=definitions()["counted"].kinds
    )
    return found.select_related("organization", "party_organization").order_by("organization__path", "name", "pk")


def whole(here: Organization, *, on: date) -> Group:
    """All units that count at and below an organization, in one query."""
    row = counting(here).order_by().aggregate(**_numbers(on))
    return _group("", str(here), "", row)


def by(dimension: str, here: Organization, *, on: date) -> list[Group]:
    """The groups of a dimension in the order of the tree, or of the names: never in the order of their rates. Two
    queries."""
    units = counting(here).order_by()
    if dimension == Dimension.KIND:
        return _by_kind(units, on)
    if dimension == Dimension.PLACE:
        return _by_place(units, here, on)
    return _by_area(units, dimension, on)


def _by_kind(units: "QuerySet[Unit]", on: date) -> list[Group]:
    rows = {row["kind"]: row for row in units.values("kind").annotate(**_numbers(on))}
    return [_group(kind, str(word), "", rows[kind]) for kind, word in UnitKind.choices if kind in rows]


def _by_place(units: "QuerySet[Unit]", here: Organization, on: date) -> list[Group]:
    step = Substr("organization__path", 1, len(here.path) + SEGMENT)
    rows = list(units.annotate(step=step).values("step").annotate(**_numbers(on)).order_by("step"))
    names = {one.path: one for one in Organization.objects.filter(path__in=[row["step"] for row in rows])}
    return [
        _group(str(one.pk), str(one), "本级" if one.path == here.path else "", row)
        for row in rows
        if (one := names.get(row["step"]))
    ]


def _by_area(units: "QuerySet[Unit]", kind: str, on: date) -> list[Group]:
    numbers = _numbers(on)
    located = units.filter(locations__kind=kind).values("locations__area").annotate(**numbers)
    rows = {row["locations__area"]: row for row in located}
    areas: Sequence[Area] = list(
        Area.objects.filter(pk__in=rows).select_related("organization").order_by("organization__path", "name")
    )
    groups = [_group(str(area.pk), str(area), str(area.organization), rows[area.pk]) for area in areas]
    outside = units.exclude(locations__kind=kind).aggregate(**numbers)
    left = _group(str(NOWHERE), f"还没有归到{Dimension(kind).label}的", "", outside)
    return [*groups, left] if left.whole else groups


def _numbers(on: date) -> dict[str, Count | Sum]:
    return {
        "units": Count("pk"),
        "organized": Count("pk", filter=covered("organization", on=on)),
        "worked": Count("pk", filter=covered("work", on=on)),
        "uncovered": Count("pk", filter=uncovered(on=on)),
        "members": Sum("party_members"),
    }


def _group(key: str, title: str, note: str, row: Any) -> Group:
    units = row["units"] or 0
    organized, worked = Share(row["organized"] or 0, units), Share(row["worked"] or 0, units)
    return Group(key, title, note, units, organized, worked, row["uncovered"] or 0, row["members"] or 0)


def jointly(organization: Organization) -> int:
    """How many units an organization covers as their joint branch."""
    return int(Coverage.objects.filter(organization=organization, kind=CoverageKind.JOINT, until=None).count())
