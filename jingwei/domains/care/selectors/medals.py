"""Who is to get the medal for fifty years in the Party as of a year's cutoff."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from jingwei.foundation.scope.vocabulary import below
from jingwei.members.choices import FactKind
from jingwei.members.models import Fact, Member
from jingwei.organizations.models import Organization

from ..choices import GOOD, INTERRUPTING
from ..models import Medal
from ..rules import Gap, cutoff_of, full_years_on, latest_full_on, years_needed


@dataclass(frozen=True)
class Candidate:
    """A member and the day on which the years are full."""

    member: Member
    full_years_on: date


def candidates(year: int) -> "QuerySet[Member]":
    """The members in reach who have the years by the cutoff of a year, stand well, and have no medal yet; branch by
    branch in the order of the tree."""
    cutoff = cutoff_of(year)
    found = Member.objects.filter(left_on=None, standing__in=GOOD, full_on__lte=latest_full_on(cutoff), medal=None)
    late = [pk for pk, gaps in _interrupted(cutoff).items() if _late(gaps, cutoff)]
    rows: QuerySet[Member] = found.exclude(pk__in=late).select_related("organization").order_by("path", "id")
    return rows


def candidates_at(here: Organization, year: int) -> "QuerySet[Member]":
    """The candidates at and below an organization."""
    return candidates(year).filter(below("path", here.path))


def candidate(member: Member, year: int) -> Candidate | None:
    """The member as a candidate of a year; None for who is none."""
    return next(iter(with_days(list(candidates(year).filter(pk=member.pk)), year)), None)


def with_days(rows: Sequence[Member], year: int) -> list[Candidate]:
    """The members with the day on which their years are full. One query."""
    cutoff = cutoff_of(year)
    gaps = _gaps(Fact.objects.filter(member__in=rows), cutoff)
    years = years_needed(cutoff)
    return [Candidate(row, full_years_on(row.full_on, gaps[row.pk], years)) for row in rows if row.full_on]


def medals(year: int | None = None) -> "QuerySet[Medal]":
    """The medals confirmed, of a year or all."""
    found: QuerySet[Medal] = Medal.objects.select_related("member__organization", "confirmed_by")
    found = found.order_by("member__path", "member_id")
    return found.filter(as_of=cutoff_of(year)) if year else found


def medals_at(here: Organization, year: int) -> "QuerySet[Medal]":
    """The medals confirmed for a year at and below an organization."""
    return medals(year).filter(below("member__path", here.path))


def _interrupted(cutoff: date) -> dict[int, tuple[date, list[Gap]]]:
    """Member's key → (day of becoming full, gaps), for those whose membership was interrupted: they are few."""
    facts = Fact.objects.filter(member__full_on__lte=latest_full_on(cutoff), member__left_on=None)
    days = dict(facts.filter(value__in=INTERRUPTING).values_list("member_id", "member__full_on"))
    return {pk: (days[pk], gaps) for pk, gaps in _gaps(facts, cutoff).items()}


def _gaps(facts: "QuerySet[Fact]", cutoff: date) -> "defaultdict[int, list[Gap]]":
    """What we believe now about the times in which the membership was interrupted."""
    believed = facts.filter(kind=FactKind.STANDING, value__in=INTERRUPTING, known_until=None, since__isnull=False)
    found: defaultdict[int, list[Gap]] = defaultdict(list)
    for pk, since, until in believed.values_list("member_id", "since", "until"):
        if since is not None:
            found[pk].append((since, until or cutoff))
    return found


def _late(told: tuple[date, list[Gap]], cutoff: date) -> bool:
    full_on, gaps = told
    return full_years_on(full_on, gaps, years_needed(cutoff)) > cutoff
