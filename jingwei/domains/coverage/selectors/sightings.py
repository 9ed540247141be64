"""What was found on walks, and whether it is known already."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.scope.paths import parent
from jingwei.foundation.scope.vocabulary import below
from jingwei.organizations.models import Organization, Unit

from ..choices import Step
from ..models import Sighting
from ..rules import is_another, likeness

FEW = 8  # likely twins that are shown
CONDITIONS = {
    Step.COLLECTED: Q(analysed_on=None, rejected_on=None),
    Step.ANALYSED: Q(analysed_on__isnull=False, checked_on=None, rejected_on=None),
    Step.CHECKED: Q(checked_on__isnull=False, registered_on=None, rejected_on=None),
    Step.REGISTERED: Q(registered_on__isnull=False),
    Step.REJECTED: Q(rejected_on__isnull=False),
}


@dataclass(frozen=True)
class SightingFacts:
    """What the page of a sighting shows: its steps with days and names, likely twins, and what the actor may do."""

    sighting: Sighting
    steps: list[tuple[str, str]]
    current: int
    twins: list[Unit]
    may_correct: bool
    may_analyse: bool
    may_check: bool
    may_register: bool
    may_reject: bool
    own: bool


def sightings() -> "QuerySet[Sighting]":
    """The sightings in reach, the newest first."""
    names = ("organization", "team", "area", "collected_by", "analysed_by", "checked_by", "known_as", "unit")
    found: QuerySet[Sighting] = Sighting.objects.select_related(*names)
    return found.order_by("-collected_on", "-pk")


def at_step(here: Organization, step: str = "") -> "QuerySet[Sighting]":
    """The sightings at and below an organization, of one step or all."""
    found = sightings().filter(below("organization__path", here.path))
    return found.filter(CONDITIONS[Step(step)]) if step in CONDITIONS else found


def numbers(here: Organization) -> list[tuple[str, str, int]]:
    """(step, its word, how many) at and below an organization."""
    return [(step.value, str(step.label), at_step(here, step).count()) for step in Step]


def twins_of(sighting: Sighting) -> list[Unit]:
    """Registered units that this may be: of the same code, or of a name that is contained in the other's."""
    known = Unit.objects.select_related("organization")
    same = Q(credit_code=sighting.credit_code) if sighting.credit_code else Q(pk=None)
    near = below("organization__path", parent(sighting.organization.path) or sighting.organization.path)
    alike = Q(name__icontains=sighting.name[:4]) & near
    found = known.filter(same | alike).order_by("name")[: 20 * FEW]
    return [
        unit
        for unit in found
        if (sighting.credit_code and unit.credit_code == sighting.credit_code) or likeness(unit.name, sighting.name)
    ][:FEW]


def facts_of(sighting: Sighting, actor: Actor) -> SightingFacts:
    """What the page of a sighting shows to this actor."""
    place, step = sighting.place(), sighting.step
    own = not is_another(sighting.collected_by_id, actor.user.pk)
    verifies, collects = actor.may("coverage.verify", place), actor.may("coverage.collect", place)
    way = (Step.COLLECTED, Step.ANALYSED, Step.CHECKED, Step.REGISTERED)
    current = way.index(step) + 2 if step in way else 1
    return SightingFacts(
        sighting,
        _steps(sighting),
        current,
        twins_of(sighting) if step == Step.COLLECTED else [],
        may_correct=step == Step.COLLECTED and collects and own,
        may_analyse=step == Step.COLLECTED and collects,
        may_check=step == Step.ANALYSED and verifies and not own,
        may_register=step == Step.CHECKED and verifies,
        may_reject=step in (Step.COLLECTED, Step.ANALYSED, Step.CHECKED) and verifies,
        own=own,
    )


def to_check(actor: Actor) -> int:
    """How many sightings wait for this actor: to be checked (not the actor's own) or registered."""
    if not actor.may_anywhere("coverage.verify"):
        return 0
    waiting = CONDITIONS[Step.ANALYSED] & ~Q(collected_by=actor.user) | CONDITIONS[Step.CHECKED]
    return int(Sighting.objects.filter(below("organization__path", actor.path)).filter(waiting).count())


def _steps(sighting: Sighting) -> list[tuple[str, str]]:
    return [
        ("收集", _note(sighting.collected_on, str(sighting.collected_by))),
        ("分析", _note(sighting.analysed_on, str(sighting.analysed_by))),
        ("校核", _note(sighting.checked_on, str(sighting.checked_by))),
        ("登记", _note(sighting.registered_on, "")),
    ]


def _note(day: date | None, who: str) -> str:
    return f"{day.month}月{day.day}日 {who}".strip() if day else ""
