"""What members do when their organization merges or is revoked, and how many of them the tree shows."""

from collections.abc import Mapping, Sequence
from datetime import date

from jingwei.foundation.access.actor import Actor
from jingwei.organizations.followers import Residents, carries, must_be_settled, resides, tally
from jingwei.organizations.models import Organization

from .actions import carry_group, carry_members, move_member
from .selectors import members, members_at, members_in

carries(carry_members)
carries(carry_group)


def named(organization: Organization) -> list[tuple[int, str]]:
    """The members of the organization itself."""
    return [(member.pk, member.name) for member in members_in(organization)]


def rehome(actor: Actor, old: Organization, numbers: Sequence[int], new: Organization, on: date, basis: str) -> None:
    """Some members get another branch, inside the act that splits or revokes theirs."""
    for member in members_in(old).filter(pk__in=numbers):
        move_member(actor, member, organization=new, on=on, basis=basis)


resides(Residents("名党员", "member.see", named, rehome))


@must_be_settled
def members_left(organization: Organization) -> str:
    """The members who would be without an organization, or without a group."""
    count = members_in(organization).count() or members().filter(group=organization).count()
    return f"{count:,} 名党员" if count else ""


@tally("名党员", permission="member.see")
def number_of_members(paths: Sequence[str]) -> Mapping[str, int]:
    """How many members there are at and below each path."""
    return members_at(paths)
