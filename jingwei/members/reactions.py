"""What members do when their organization merges or is revoked, and how many of them the tree shows."""

from collections.abc import Mapping, Sequence

from jingwei.organizations.followers import carries, must_be_settled, tally
from jingwei.organizations.models import Organization

from .actions import carry_members
from .selectors import members_at, members_in

carries(carry_members)


@must_be_settled
def members_left(organization: Organization) -> str:
    """The members who would be without an organization."""
    count = members_in(organization).count()
    return f"{count:,} 名党员" if count else ""


@tally("名党员", permission="member.see")
def members(paths: Sequence[str]) -> Mapping[str, int]:
    """How many members there are at and below each path."""
    return members_at(paths)
