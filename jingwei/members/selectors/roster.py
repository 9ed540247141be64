"""Who was in a branch or an area on a day, as it was known at a moment; and what differs between two days.

The reach is today's: of members who have gone elsewhere since, one sees here what was known while they were here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from jingwei.organizations.models import Organization
from jingwei.organizations.selectors.moves import area_then

from ..choices import GONE, FactKind, Standing
from ..models import Fact, Member
from ..rules.beliefs import text_of, value_at

LIMIT = 3000  # members on one page; a larger area is read branch by branch
ASKED = (FactKind.NAME, FactKind.STANDING, FactKind.JOINED_ON, FactKind.FULL_ON)


@dataclass(frozen=True)
class Line:
    """A member as then: name, branch, standing, whether a full member. `pk` opens the page of those still in reach."""

    pk: int
    name: str
    branch: str
    standing: str
    full: bool
    in_reach: bool


@dataclass(frozen=True)
class Roster:
    """The lines by branch and name; `whole` is False where there were more than fit."""

    lines: list[Line]
    whole: bool = True


@dataclass(frozen=True)
class Difference:
    """Of a member between two days: the line of the first day, that of the second; either may be missing."""

    before: Line | None
    after: Line | None

    @property
    def words(self) -> str:
        """来了、走了, or what is otherwise."""
        if self.before is None or self.after is None:
            return "新到" if self.before is None else "离开"
        pairs = (("姓名", "name"), ("所在支部", "branch"), ("党籍状态", "standing"))
        told = [title for title, name in pairs if getattr(self.before, name) != getattr(self.after, name)]
        return "、".join([*told, *(["转正"] if self.before.full != self.after.full else [])]) + "有变化"


def roster(organization: Organization, *, true_on: date, known_on: datetime) -> Roster:
    """Who belonged to the organization or to what it held then, on the day `true_on` as known at `known_on`."""
    area = area_then("path", organization, on=true_on, known_at=known_on)
    elsewhere = list(_facts_then(area, true_on, known_on)[: LIMIT + 1])
    here = list(_still_here(area, true_on, known_on)[: LIMIT + 1])
    if len(here) + len(elsewhere) > LIMIT:
        return Roster([], whole=False)
    members = {member.pk: member for member in here}
    members |= {fact.member_id: fact.member for fact in elsewhere}
    branches = {fact.member_id: fact.value for fact in elsewhere}
    seen = set(Member.objects.filter(pk__in=members).values_list("pk", flat=True))
    names = dict(Organization.objects.filter(pk__in=set(branches.values())).values_list("pk", "short_name"))
    said = {pk: names.get(int(branches[pk]), "") if pk in branches else str(members[pk].organization) for pk in members}
    facts = _asked(members)
    lines = [
        _line(member, said[pk], facts.get(pk, []), true_on, known_on, pk in seen) for pk, member in members.items()
    ]
    found = [line for line in lines if line is not None]
    return Roster(sorted(found, key=lambda line: (line.branch, line.name, line.pk)))


def differences(
    organization: Organization, *, first: date, second: date, known_on: datetime
) -> list[Difference] | None:
    """What differs between two days, both as known at the same moment; None where there are too many to compare."""
    before, after = (roster(organization, true_on=day, known_on=known_on) for day in (first, second))
    if not (before.whole and after.whole):
        return None
    old, new = ({line.pk: line for line in one.lines} for one in (before, after))
    return [Difference(old.get(pk), new.get(pk)) for pk in {**old, **new} if old.get(pk) != new.get(pk)]


def _known(moment: datetime) -> Q:
    return Q(known_from__lte=moment) & (Q(known_until=None) | Q(known_until__gt=moment))


def _facts_then(area: Q, day: date, moment: datetime) -> "QuerySet[Fact]":
    """The facts that say: on that day the member was in one of these organizations."""
    then = (Q(since=None) | Q(since__lte=day)) & (Q(until=None) | Q(until__gt=day))
    found = Fact.objects.filter(_known(moment), then, kind=FactKind.ORGANIZATION).exclude(value="")
    return found.filter(area).select_related("member__organization")


def _still_here(area: Q, day: date, moment: datetime) -> "QuerySet[Member]":
    """The members who are there today and were already, as was known then."""
    own = Fact._base_manager.filter(member=OuterRef("pk"), kind=FactKind.ORGANIZATION)
    found: QuerySet[Member] = Member.objects.filter(area, created_at__lte=moment)
    not_yet_known = own.filter(until=None, known_until__gt=moment)
    not_yet_here = own.filter(_known(moment), until__gt=day)
    return found.exclude(Exists(not_yet_known)).exclude(Exists(not_yet_here)).select_related("organization")


def _asked(members: Iterable[int]) -> Mapping[int, list[Fact]]:
    """The facts behind a line, past the reach: a name changed elsewhere since must not be told as the name of then."""
    found: dict[int, list[Fact]] = {}
    for fact in Fact._base_manager.filter(member_id__in=list(members), kind__in=ASKED):
        found.setdefault(fact.member_id, []).append(fact)
    return found


def _line(member: Member, branch: str, facts: list[Fact], day: date, moment: datetime, in_reach: bool) -> Line | None:
    """The member as then; None for who had not joined yet, or was no member any more."""

    def then(kind: str) -> Any:
        rows = [fact for fact in facts if fact.kind == kind]
        current = text_of(getattr(member, kind))
        return value_at(rows, current, member.created_at, true_on=day, known_at=moment) or ""

    standing, joined, full = then("standing"), then("joined_on"), then("full_on")
    if standing in GONE and not (standing == member.standing and member.left_on and member.left_on > day):
        return None
    if not joined or date.fromisoformat(joined) > day:
        return None
    title = Standing.NORMAL.label if standing in GONE else Standing(standing).label
    return Line(member.pk, then("name"), branch, title, bool(full) and date.fromisoformat(full) <= day, in_reach)
