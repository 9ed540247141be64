"""Whose political birthday comes, who is to be visited, and what visits there were."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.scope.paths import lineage
from jingwei.foundation.scope.vocabulary import below
from jingwei.members.models import Member
from jingwei.organizations.models import Organization, Post
from jingwei.regulations.selectors import local_value

from ..choices import Occasion, VisitKind
from ..models import CareVisit
from ..rules import born_by, next_birthday, windows

MOST = 100  # of one's own visits that are shown


@dataclass(frozen=True)
class Birthday:
    """A member whose political birthday comes: when, and how many years it will be."""

    member: Member
    on: date
    years: int


@dataclass(frozen=True)
class ToVisit:
    """A member who was not visited this year, and why somebody should go."""

    member: Member
    why: str


def members(here: Organization) -> "QuerySet[Member]":
    """The members at and below an organization who have not left."""
    found: QuerySet[Member] = Member.objects.filter(below("path", here.path), left_on=None)
    return found.select_related("organization").order_by("path", "id")


def member_rows() -> "QuerySet[Member]":
    """The members in reach who have not left."""
    found: QuerySet[Member] = Member.objects.filter(left_on=None).select_related("organization")
    return found.order_by("path", "id")


def members_named(here: Organization, words: str) -> "QuerySet[Member]":
    """The members at and below an organization whose name holds the words."""
    return members(here).filter(name__contains=words.strip())


def reminder_days(here: Organization, on: date) -> int:
    """How many days before the birthday the branch is reminded."""
    return int(local_value("recognition.political_birthday_reminder_days", here.path, on=on).value)


def having_birthday(here: Organization, *, on: date, days: int) -> "QuerySet[Member]":
    """The members whose political birthday comes within so many days."""
    wanted = Q(pk=None)
    for month, first, last in windows(on, days):
        wanted |= Q(joined_on__month=month, joined_on__day__gte=first, joined_on__day__lte=last)
    return members(here).filter(wanted, joined_on__lt=on)


def birthdays(rows: "list[Member]", on: date) -> list[Birthday]:
    """The members with the day of their birthday, the next one first."""
    days = [(row, next_birthday(row.joined_on, on)) for row in rows]
    found = [Birthday(row, day, day.year - row.joined_on.year) for row, day in days]
    return sorted(found, key=lambda one: (one.on, one.member.path, one.member.pk))


def to_visit(here: Organization, *, on: date) -> "QuerySet[Member]":
    """The hard-up and the old whom nobody has visited this year, branch by branch: people, not a ranking."""
    seen = CareVisit.objects.filter(member=OuterRef("pk"), kind=VisitKind.VISIT, on__year=on.year, on__lte=on)
    needs = Q(hardship__isnull=False) | Q(born_on__lte=born_by(visit_age(here, on), on))
    return members(here).filter(needs).exclude(Exists(seen))


def with_reasons(rows: "list[Member]", here: Organization, actor: Actor, on: date) -> list[ToVisit]:
    """The members with why somebody should go. That somebody is hard up is kept sealed: it is said only to who may
    look at what is sealed."""
    old = born_by(visit_age(here, on), on)
    plainly = actor.may("member.reveal", here.path)
    hard, aged = str(Occasion.HARDSHIP.label) if plainly else "需要关怀", str(Occasion.OLD.label)
    return [
        ToVisit(row, "、".join([hard] * (row.hardship is not None) + [aged] * (row.born_on <= old))) for row in rows
    ]


def visit_age(here: Organization, on: date) -> int:
    """From which age on somebody is visited as an old member."""
    return int(local_value("recognition.visit_age", here.path, on=on).value)


def visits() -> "QuerySet[CareVisit]":
    """The visits and talks in reach, the last first."""
    found: QuerySet[CareVisit] = CareVisit.objects.select_related("member", "visitor__user", "visitor__organization")
    return found.order_by("-on", "-pk")


def visits_at(here: Organization, *, kind: str = "") -> "QuerySet[CareVisit]":
    """The visits and talks of members at and below an organization."""
    found = visits().filter(below("member__path", here.path))
    return found.filter(kind=kind) if kind in VisitKind.values else found


def talks_in_month(post_id: int | None, on: date) -> int:
    """How many talks the holder of a post had in the month of a day."""
    found = CareVisit.objects.filter(visitor=post_id, kind=VisitKind.TALK, on__year=on.year, on__month=on.month)
    return int(found.count())


def visitors(member: Member, own: int | None, on: date) -> list[Post]:
    """Who may have gone: the posts of the branch and of those above, the actor's own first."""
    held = Post.objects.filter(Q(until=None) | Q(until__gt=on), since__lte=on)
    held = held.filter(organization__path__in=lineage(member.path))
    rows = held.exclude(role__in=("member", "resident", "auditor", "system_admin", "security_admin"))
    return sorted(rows.select_related("user", "organization"), key=lambda post: (post.pk != own, post.pk))


def of_own(user_id: int) -> "QuerySet[CareVisit]":
    """The visits that the person had."""
    return visits().filter(member__user=user_id)
