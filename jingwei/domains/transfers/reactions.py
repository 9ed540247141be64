"""What transfers do when an organization merges or is revoked."""

from django.db.models import Q

from jingwei.foundation.scope.reach import everywhere
from jingwei.organizations.followers import carries, must_be_settled
from jingwei.organizations.models import Organization

from .actions.carrying import carry_transfers
from .selectors.rows import open_transfers

carries(carry_transfers)


@must_be_settled
def transfers_left(organization: Organization) -> str:
    """The transfers that would have nowhere to come from, to go, or to be decided."""
    turn = Q(steps__organization=organization, steps__done_on=None)
    with everywhere(reason="a transfer towards an organization keeps it from being revoked, seen or not"):
        found = open_transfers().filter(turn | Q(organization=organization) | Q(target=organization))
        count = found.distinct().count()
    return f"{count:,} 件没有办完的组织关系转接" if count else ""
