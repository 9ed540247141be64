"""The facts of all organizations of a subtree, in a fixed number of queries, however many there are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from django.db.models import Count, Max, Q
from django.utils import timezone

from jingwei.foundation.record.models import Act
from jingwei.foundation.scope.vocabulary import Subtree, below
from jingwei.kernels.plans.selectors.tasks import reports
from jingwei.members.models import Member
from jingwei.organizations.choices import BRANCHES, GRASSROOTS, Duty, PartyType
from jingwei.organizations.models import Change, Organization, Post, Term, Unit
from jingwei.organizations.rules import months_later
from jingwei.regulations.selectors import local_value

from ..rules import Facts

TEMPORARY = frozenset({PartyType.TEMPORARY_BRANCH, PartyType.TEMPORARY_JOINT_BRANCH})
# Members are in these besides the branch that holds their membership.
SECOND_HOMES = frozenset({PartyType.FUNCTIONAL_BRANCH, PartyType.FLOATING_BRANCH})
HOLD_MEMBERS = BRANCHES - TEMPORARY - SECOND_HOMES
JOINT = (PartyType.JOINT_BRANCH, PartyType.TEMPORARY_JOINT_BRANCH)
COMMITTEE = (Duty.SECRETARY, Duty.DEPUTY, Duty.ORGANIZATION, Duty.PUBLICITY, Duty.DISCIPLINE, Duty.OTHER)


@dataclass
class Registers:
    """What the registers hold of the organizations of a subtree, by the organization's primary key. `levels` are the
    levels by path, the superior of the top among them."""

    organizations: list[Organization]
    levels: Mapping[str, str]
    members: Mapping[int, tuple[int, int]]
    posts: Mapping[int, tuple[int, int, date | None]]
    terms: Mapping[int, tuple[date, int]]
    units: Mapping[int, int]
    recorded: dict[int, date] = field(default_factory=dict)


def facts_below(top: Organization, *, on: date) -> list[tuple[Organization, Facts]]:
    """Every Party organization at and below `top` that stands, with its facts, in the order of the tree. Nine
    queries."""
    months = dormant_months(top, on=on)
    held = _registers(top, on)
    return [(one, _facts_of(one, held, months)) for one in held.organizations if one.party_type]


def dormant_months(top: Organization, *, on: date) -> int | None:
    """After how many months without a record one goes and asks; None while the record here is younger than that."""
    months = int(local_value("health.dormant_months", top.path, on=on).value)
    start = timezone.make_aware(datetime.combine(months_later(on, -months), time()))
    return months if Act.objects.filter(at__lt=start).exists() else None


def _registers(top: Organization, on: date) -> Registers:
    found = Organization.objects.filter(below("path", top.path) | Q(path=top.parent_path), revoked_on=None)
    every = list(found.order_by("path"))
    held = Registers(
        organizations=[one for one in every if one.path != top.parent_path],
        levels={one.path: one.level for one in every},
        members=_members(top),
        posts=_posts(top, on),
        terms=_terms(top),
        units=_units(top),
    )
    _note(held.recorded, ((pk, last) for pk, (_, _, last) in held.posts.items()))
    _note(held.recorded, ((pk, since) for pk, (since, _) in held.terms.items()))
    _note(held.recorded, _last(Change.objects, "organization", "on", top))
    _note(held.recorded, _last(reports(), "task__organization", "written_on", top))
    return held


def _facts_of(one: Organization, held: Registers, months: int | None) -> Facts:
    members, full = held.members.get(one.pk, (0, 0))
    secretaries, committee, _ = held.posts.get(one.pk, (0, 0, None))
    since, years = held.terms.get(one.pk, (None, 0))
    local = one.level in GRASSROOTS
    return Facts(
        level=one.level,
        above=held.levels.get(one.parent_path, ""),
        holds_members=one.party_type in HOLD_MEMBERS,
        is_temporary=one.party_type in TEMPORARY,
        is_joint=one.party_type in JOINT,
        is_elected=one.is_elected and (local or one.level in ("branch", "unit")),
        of_committee=one.is_committee,
        has_secretary=one.party_type in HOLD_MEMBERS or local,
        established_on=one.established_on,
        members=members,
        full_members=full,
        secretaries=secretaries,
        committee=committee,
        units=held.units.get(one.pk, 0),
        term_since=since,
        term_years=years,
        recorded_on=held.recorded.get(one.pk),
        dormant_months=months,
    )


def _members(top: Organization) -> Mapping[int, tuple[int, int]]:
    """Organization → (members, full members among them)."""
    found = Member.objects.filter(below("path", top.path)).filter(left_on=None).order_by()
    counted = found.values_list("organization").annotate(all=Count("pk"), full=Count("full_on"))
    return {pk: (number, full) for pk, number, full in counted}


def _posts(top: Organization, on: date) -> Mapping[int, tuple[int, int, date | None]]:
    """Organization → (secretaries, people in its committee, the last day on which somebody came or went)."""
    now = Q(since__lte=on) & (Q(until=None) | Q(until__gt=on))
    found = Post.objects.filter(Q(Subtree("organization__path")), below("organization__path", top.path))
    rows = (
        found.filter(duty__in=COMMITTEE)
        .order_by()
        .values_list("organization")
        .annotate(
            secretaries=Count("user", distinct=True, filter=now & Q(duty=Duty.SECRETARY)),
            people=Count("user", distinct=True, filter=now),
            came=Max("since", filter=Q(since__lte=on)),
            went=Max("until", filter=Q(until__lte=on)),
        )
    )
    return {pk: (heads, people, _later(came, went)) for pk, heads, people, came, went in rows}


def _terms(top: Organization) -> Mapping[int, tuple[date, int]]:
    """Organization → (beginning, years) of the term that runs."""
    found = Term.objects.filter(below("organization__path", top.path), ended_on=None).order_by("since")
    return {pk: (since, years) for pk, since, years in found.values_list("organization", "since", "years")}


def _units(top: Organization) -> Mapping[int, int]:
    """Joint branch → how many units it covers."""
    found = Unit.objects.filter(below("party_organization__path", top.path), party_organization__party_type__in=JOINT)
    return dict(found.order_by().values_list("party_organization").annotate(number=Count("pk")))


def _last(rows: Any, organization: str, day: str, top: Organization) -> Iterable[tuple[int, date | None]]:
    """Organization → the last `day` of its rows."""
    found: Iterable[tuple[int, date | None]] = (
        rows.filter(below(f"{organization}__path", top.path))
        .order_by()
        .values_list(organization)
        .annotate(last=Max(day))
    )
    return found


def _note(recorded: dict[int, date], found: Iterable[tuple[int, date | None]]) -> None:
    for pk, day in found:
        if day is not None:
            recorded[pk] = max(day, recorded.get(pk, day))


def _later(*days: date | None) -> date | None:
    return max((day for day in days if day is not None), default=None)
