"""Teams, what they found on a day, and what a week showed. Counted by team and kind; nobody is ranked."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Prefetch, QuerySet

from jingwei.foundation.scope.paths import lineage
from jingwei.foundation.scope.vocabulary import below
from jingwei.organizations.choices import UnitKind
from jingwei.organizations.models import Organization

from ..choices import Step
from ..models import Analysis, Round, Sighting, Team, Walker
from .sightings import CONDITIONS

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Line:
    """A name and how many were found of it."""

    title: str
    number: int


@dataclass(frozen=True)
class Week:
    """What was found in a week, by kind of unit, by how far it has come, by community; and the text about it."""

    monday: date
    sunday: date
    total: int
    kinds: list[Line]
    steps: list[Line]
    places: list[Line]
    analysis: Analysis | None


def teams() -> "QuerySet[Team]":
    """The teams in reach that still walk, with their posts and areas."""
    walkers = Walker.objects.select_related("post__user", "post__organization")
    rounds = Round.objects.select_related("area")
    found: QuerySet[Team] = Team.objects.filter(until=None).select_related("organization")
    lists = (Prefetch("walkers", walkers), Prefetch("rounds", rounds))
    return found.prefetch_related(*lists).order_by("organization__path", "name", "pk")


def teams_at(here: Organization) -> "QuerySet[Team]":
    """The teams of an organization and of all below it."""
    return teams().filter(below("organization__path", here.path))


def teams_for(here: Organization) -> "QuerySet[Team]":
    """The teams that walk in the area of an organization: its own and those of the organizations above."""
    return teams().filter(organization__path__in=lineage(here.path))


def day_of(here: Organization, *, on: date) -> list[Line]:
    """What each team collected on a day, in the order of the names; what was collected without a team comes last."""
    found = Sighting.objects.filter(below("organization__path", here.path), collected_on=on)
    rows = dict(found.order_by("team").values_list("team__name").annotate(number=Count("pk")))
    named = [Line(str(name), rows[name]) for name in sorted(name for name in rows if name)]
    return [*named, Line("没有编入小组的", rows[None])] if None in rows else named


def week_of(here: Organization, monday: date) -> Week:
    """What was found in the week that begins on `monday`."""
    found = Sighting.objects.filter(below("organization__path", here.path), collected_on__gte=monday)
    found = found.filter(collected_on__lt=monday + WEEK).order_by()
    kinds = dict(found.values_list("kind").annotate(number=Count("pk")))
    steps = [Line(str(step.label), found.filter(CONDITIONS[step]).count()) for step in Step]
    places = found.order_by("organization__path").values_list("organization__short_name").annotate(number=Count("pk"))
    return Week(
        monday,
        monday + timedelta(days=6),
        sum(kinds.values()),
        [Line(str(word), kinds[kind]) for kind, word in UnitKind.choices if kind in kinds],
        steps,
        [Line(name, number) for name, number in places],
        Analysis.objects.filter(organization=here, monday=monday).select_related("written_by").first(),
    )
