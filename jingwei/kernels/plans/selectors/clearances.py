"""Clearances and what they let be asked."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.scope.paths import is_within, lineage, parent
from jingwei.foundation.scope.reach import everywhere
from jingwei.foundation.scope.vocabulary import below
from jingwei.organizations.choices import GRASSROOTS, Level
from jingwei.organizations.models import Organization

from ..models import AskedField, Clearance
from ..rules.asking import held_places
from ..rules.burden import plain

# The route of a page where something is held → what one needs to enter it.
NEEDS = {"members:members": "member.see", "organizations:tree": "organization.see", "plans:tasks": "task.see"}
AREAS = (Level.DISTRICT, Level.STREET, Level.TOWN)


def clearances() -> "QuerySet[Clearance]":
    """Every clearance in reach, the newest first: asked by those below, or granted over those above."""
    return Clearance.objects.select_related("organization", "area").prefetch_related("fields").order_by("-id")


def in_force(*, on: date) -> "QuerySet[Clearance]":
    """Those that let something be asked on a day."""
    return in_force_between(on, on)


def in_force_between(first: date, last: date) -> "QuerySet[Clearance]":
    """Those that let something be asked on any day from `first` to `last`."""
    return clearances().filter(state="granted", starts_on__lte=last, until__gte=first)


def grassroots_of(paths: Iterable[str]) -> dict[str, Organization]:
    """Path → the community or village at or above it, for those paths that lie in one; one query for all."""
    steps = {path: set(lineage(path)) for path in paths}
    found = Organization.objects.filter(path__in=set().union(*steps.values()), level__in=GRASSROOTS)
    return {path: one for one in found for path in steps if one.path in steps[path]}


def fields_asked_in(clearance: Clearance) -> dict[str, str]:
    """Field (in its plain form) → who else asks for it of the same communities in the same days."""
    path = clearance.area.path
    touching = below("clearance__area__path", path) | Q(clearance__area__path__in=lineage(path))
    same = Q() if clearance.audience == "all" else Q(clearance__audience__in=["all", clearance.audience])
    with everywhere(reason="a field that anybody asks for must not be asked again, seen by the asker or not"):
        asked = AskedField.objects.select_related("clearance__organization").filter(
            touching,
            same,
            clearance__state="granted",
            clearance__starts_on__lte=clearance.until,
            clearance__until__gte=clearance.starts_on,
        )
        others = asked.exclude(clearance=clearance.pk)
        return {plain(field.label): str(field.clearance.organization) for field in others}


def areas_for(path: str) -> list[Organization]:
    """The areas for which somebody standing at a path can ask: a department asks for the whole that it serves and the
    streets and towns in it, everybody else for what lies below."""
    own = Organization.objects.filter(path=path).first()
    top = parent(path) if own is not None and own.is_department else path
    with everywhere(reason="a department names the streets and towns that it does not administer"):
        return list(Organization.objects.filter(below("path", top), level__in=AREAS, revoked_on=None).order_by("path"))


def bears(community: Organization, clearance: Clearance) -> bool:
    """Whether a clearance is for this community."""
    return is_within(community.path, clearance.area.path) and clearance.audience in ("all", community.level)


def overlaps(one: Clearance, other: Clearance) -> bool:
    """Whether two clearances can fall on the same community."""
    near = is_within(one.area.path, other.area.path) or is_within(other.area.path, one.area.path)
    return near and ("all" in (one.audience, other.audience) or one.audience == other.audience)


def held(actor: Actor) -> list[tuple[str, str, tuple[str, ...]]]:
    """(where, address or "", labels) of what the platform holds; the address of pages that the actor may enter."""
    return [
        (where, reverse(route) if actor.may_anywhere(NEEDS[route]) else "", labels)
        for where, route, labels in held_places()
    ]


def clearance_facts(clearance: Clearance, actor: Actor) -> dict[str, Any]:
    """The context of the page: the clearance and what this actor may do."""
    is_open, own = clearance.state == "asked", actor.path == clearance.organization.path
    return {
        "clearance": clearance,
        "may_decide": is_open and actor.may("clearance.decide", clearance.place()),
        "may_withdraw": is_open and own and actor.may_anywhere("clearance.ask"),
    }
