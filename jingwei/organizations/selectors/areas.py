"""Reads of named areas."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet

from jingwei.foundation.scope.paths import lineage
from jingwei.foundation.scope.vocabulary import below

from ..choices import AreaKind, Duty
from ..models import Area, Location, Organization, Post, Unit
from .rows import open_posts, units

MOST_POSTS = 200  # offered for the head of an area


@dataclass(frozen=True)
class AreaFacts:
    """What the page of an area shows."""

    area: Area
    head: str
    head_left: bool
    parts: list[Area]
    units: list[Unit]


def areas() -> "QuerySet[Area]":
    """The areas in reach, and those of the organizations above."""
    names = ("organization", "parent", "head_post__user", "head_post__organization", "committee", "branch", "answering")
    found: QuerySet[Area] = Area.objects.select_related(*names)
    return found.order_by("organization__path", "kind", "pk")


def areas_at(organization: Organization, *, kind: str = "") -> "QuerySet[Area]":
    """The areas of an organization and all below it, with how many units lie in each."""
    found = areas().filter(below("organization__path", organization.path)).annotate(units=Count("locations"))
    return found.filter(kind=kind) if kind else found


def areas_for(organization: Organization) -> "QuerySet[Area]":
    """The areas in which a unit of the organization can lie: its own and those of the organizations above."""
    return areas().filter(organization__path__in=lineage(organization.path))


def numbers_by_kind(organization: Organization) -> list[tuple[str, str, int]]:
    """(kind, its word, how many areas of it) at and below an organization; kinds that there are none of stay out."""
    groups = areas().filter(below("organization__path", organization.path)).order_by("kind").values_list("kind")
    counts = dict(groups.annotate(number=Count("pk")))
    return [(kind, str(word), counts[kind]) for kind, word in AreaKind.choices if kind in counts]


def facts_of(area: Area, *, on: date) -> AreaFacts:
    """What the page of an area shows."""
    post = area.head_post
    inside = units().filter(locations__area=area).order_by("organization__path", "name")
    left = post is not None and post.until is not None and post.until <= on
    return AreaFacts(area, area.head, left, list(areas().filter(parent=area)), list(inside))


def located(rows: Sequence[Unit]) -> dict[int, list[Area]]:
    """The areas in which each of the units lies, by the unit's key, in one query."""
    found: dict[int, list[Area]] = {unit.pk: [] for unit in rows}
    names = ("area__organization", "area__answering", "area__branch")
    for location in Location.objects.filter(unit__in=rows).select_related(*names):
        found[location.unit_id].append(location.area)
    return found


def posts_for(organization: Organization, *, on: date) -> list[Post]:
    """The posts from which the head of an area is chosen: those of the organization and directly below."""
    found = open_posts(on=on).filter(below("organization__path", organization.path))
    found = found.exclude(duty__in=(Duty.RESIDENT, Duty.ADMIN))
    return list(found.order_by("organization__path", "pk")[:MOST_POSTS])
