"""Who has been typed in, who has not, and whose record has changed since."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import Substr

from jingwei.foundation.scope.paths import SEGMENT
from jingwei.foundation.scope.vocabulary import below
from jingwei.members.models import Member
from jingwei.organizations.models import Organization
from jingwei.organizations.selectors.tree import children

from ..models import Rekeyed
from .values import Line, differences

# Rows that may differ: something of the member or of the branch was saved after the tick.
MAY_DIFFER = Q(rekeyed__member_version__lt=F("version")) | Q(
    rekeyed__organization_version__lt=F("organization__version")
)


@dataclass(frozen=True)
class Progress:
    """How far an organization is with all below it: members, those typed in, those saved since."""

    organization: Organization
    members: int
    typed: int
    saved_since: int


@dataclass(frozen=True)
class Differing:
    """A member with the items that have changed since they were typed."""

    member: Member
    typed: Rekeyed
    lines: list[Line]


def to_type(top: Organization) -> "QuerySet[Member]":
    """The members at and below `top`, each with what was typed, branch by branch."""
    found: QuerySet[Member] = Member.objects.filter(below("path", top.path)).filter(left_on=None)
    return found.select_related("organization", "group", "rekeyed").order_by("path", "id")


def one_to_type() -> "QuerySet[Member]":
    """Every member in reach, with what was typed, also one who has left."""
    found: QuerySet[Member] = Member.objects.select_related("organization", "group", "rekeyed").order_by("path", "id")
    return found


def rekeyed() -> "QuerySet[Rekeyed]":
    """Everything that has been ticked, in reach."""
    found: QuerySet[Rekeyed] = Rekeyed.objects.select_related("member__organization").order_by("member__path", "id")
    return found


def possibly_differing(top: Organization) -> "QuerySet[Member]":
    """The members typed in whose record was saved since, those who have left among them."""
    return one_to_type().filter(MAY_DIFFER, below("path", top.path))


def differing(members: Sequence[Member]) -> list[Differing]:
    """Those of the members whose items really differ."""
    typed = [(member, row) for member in members if (row := typed_of(member))]
    found = [Differing(member, row, differences(member, row)) for member, row in typed]
    return [one for one in found if one.lines]


def typed_of(member: Member) -> Rekeyed | None:
    """What was typed of a member; None for nothing."""
    return getattr(member, "rekeyed", None)


def progress_of(top: Organization) -> list[Progress]:
    """How far those directly below `top` are that have members, in the order of the tree. Two queries."""
    counted = _counted(top, len(top.path) + SEGMENT)
    return [Progress(row, *counted[row.path]) for row in children(top) if row.path in counted]


def progress_at(top: Organization) -> Progress:
    """How far `top` is with all below it. One query."""
    return Progress(top, *_counted(top, len(top.path)).get(top.path, (0, 0, 0)))


def _counted(top: Organization, length: int) -> dict[str, tuple[int, int, int]]:
    """The first `length` signs of a path → members, those typed in, those saved since."""
    groups = (
        Member.objects.filter(below("path", top.path))
        .filter(left_on=None)
        .annotate(step=Substr("path", 1, length))
        .order_by()
        .values_list("step")
        .annotate(members=Count("pk"), typed=Count("rekeyed"), since=Count("pk", filter=MAY_DIFFER))
    )
    return {step: (members, typed, since) for step, members, typed, since in groups}


def has_members(top: Organization) -> bool:
    """Whether members are in the organization itself."""
    return Member.objects.filter(organization=top).filter(left_on=None).exists()
