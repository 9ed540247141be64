"""What happens to the records of this room when an organization merges into another."""

from jingwei.organizations.followers import Merger

from ..models import Feedback, Floating, Inflow, LostContact, Search


def carry_records(merger: Merger) -> None:
    """Those who belong to one organization, or take part in it, do so in the other. Runs inside the act that merges."""
    source, target = merger.source, merger.target
    for model in (Floating, Inflow, Feedback, LostContact):
        for row in model._base_manager.filter(organization=source):
            if isinstance(row, Floating) and row.receiving_id == target.pk:
                row.receiving = None
            row.organization = target
            row.save()
    for floating in Floating._base_manager.filter(receiving=source):
        floating.receiving = None if floating.organization_id == target.pk else target
        floating.save()
    for inflow in Inflow._base_manager.filter(home=source):
        inflow.home = target
        inflow.save()
    for search in Search._base_manager.filter(lost__organization=target).exclude(path=target.path):
        search.save()
