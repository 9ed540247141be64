"""The writes of this room."""

from jingwei.organizations.models import Organization

from .models import Member


def carry_members(source: Organization, target: Organization) -> None:
    """The members of one organization become those of another. Runs inside the act that merges the two."""
    Member.objects.filter(organization=source).update(organization=target)
