"""The two sides of one person: matched by branch and name. Each sees the other's record only once they are matched, so
the comparison is made past the reach, and tells no more than that there is one."""

from jingwei.foundation.scope.reach import everywhere
from jingwei.organizations.models import Organization
from jingwei.organizations.selectors.places import meant

from ..models import Floating, Inflow


def inflow_for(floating: Floating) -> Inflow | None:
    """What the receiving side has registered of this person; None for nothing, or for more than one."""
    with everywhere(reason="a member registered as having left may be registered at the other end already"):
        found = Inflow.objects.filter(
            organization=floating.receiving,
            home=floating.organization,
            name=floating.member.name,
            floating=None,
            ended_on=None,
        )
        rows = list(found[:2])
    return rows[0] if len(rows) == 1 else None


def floating_for(inflow: Inflow) -> Floating | None:
    """What the home branch has registered of this person; None for nothing, or for more than one."""
    if inflow.home is None:
        return None
    with everywhere(reason="a member registered as having come may be registered at home already"):
        found = Floating.objects.filter(
            organization=inflow.home, member__name=inflow.name, inflow=None, ended_on=None
        ).select_related("member", "organization", "receiving")
        rows = [one for one in found if one.receiving_id in (None, inflow.organization_id)]
    return rows[0] if len(rows) == 1 else None


def organizations_called(words: str) -> list[Organization]:
    """The Party organizations that `words` can mean, wherever they stand; a few at most."""
    with everywhere(reason="a branch names the place where its member is, or where somebody comes from"):
        places = Organization.objects.filter(revoked_on=None).exclude(party_type="").order_by("path")
        return meant(places, words)
