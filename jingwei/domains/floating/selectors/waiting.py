"""What waits for somebody in this room, for the home page."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.scope.paths import lineage
from jingwei.foundation.ui.due import Due, to_do
from jingwei.organizations.choices import PartyType
from jingwei.organizations.models import Organization

from .away import listed
from .missing import matters
from .rows import floating, inflows, lost

COMMITTEES = (PartyType.COMMITTEE, PartyType.WORKING_COMMITTEE)


def waiting_for(actor: Actor, on: date) -> list[Due]:
    """What the organization of the actor has to do about members who are away, have come, or cannot be reached."""
    if not actor.may_anywhere("floating.edit"):
        return []
    return [*_away(actor, on), *_come(actor), *_claimed(actor), *_missing(actor, on)]


def _away(actor: Actor, on: date) -> Iterator[Due]:
    for one in listed(floating().filter(path=actor.path, ended_on=None), on=on):
        if one.due and one.kind in ("late", "soon"):
            href = reverse("floating:one", args=[one.row.pk])
            title, place = f"{one.row.member}：{one.due}", str(one.row.location)
            yield Due(title, one.due_on, one.kind, one.word, place, href, "去登记", href)


def _come(actor: Actor) -> Iterator[Due]:
    """Those who were said to be here now."""
    for inflow in inflows().filter(path=actor.path, confirmed_on=None, ended_on=None):
        href = reverse("floating:inflow", args=[inflow.pk])
        yield to_do(f"确认报到：{inflow.name}", f"{inflow.origin}的流动党员", href, "去确认")


def _claimed(actor: Actor) -> Iterator[Due]:
    """Those whom others have registered as ours."""
    for inflow in inflows().filter(home_path=actor.path, floating=None, ended_on=None):
        href = reverse("floating:inflow", args=[inflow.pk])
        yield to_do(f"认领流动党员：{inflow.name}", f"{inflow.organization}已登记", href, "去认领")


def _missing(actor: Actor, on: date) -> Iterator[Due]:
    """Procedures that are open: the branch's own, and what the nearest committee above has to approve."""
    found = matters(lost().filter(ended_on=None), on=on)
    approvers = nearest_committees([one.row.path for one in found if one.due == "approve"])
    for one in found:
        mine = actor.path == (approvers.get(one.row.path) if one.due == "approve" else one.row.path)
        if one.due and mine:
            href = reverse("floating:lost_one", args=[one.row.pk])
            title = f"{one.row.member}：{one.word}"
            yield Due(title, one.opens_on, one.kind, one.word, "失联党员", href, "去办理", href)


def nearest_committees(paths: list[str]) -> dict[str, str]:
    """Path of a branch → path of the nearest committee above it that is in reach; one query."""
    steps = {step for path in paths for step in lineage(path)[:-1]}
    found = Organization.objects.filter(path__in=steps, party_type__in=COMMITTEES).values_list("path", flat=True)
    known = sorted(found, key=len) if steps else []
    return {path: step for path in paths for step in known if path.startswith(step)}
