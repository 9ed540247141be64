"""What happens to the tasks of an organization that merges into another."""

from jingwei.foundation.clock import today
from jingwei.organizations.models import Organization

from ..models import Task


def carry_tasks(source: Organization, target: Organization) -> None:
    """The open tasks of one organization become those of another; one that the other has already is taken back.
    Runs inside the act that merges the two."""
    for task in Task.objects.filter(organization=source, withdrawn_on=None, completed_on=None):
        same = Task.objects.filter(
            organization=target, duty=task.duty, title=task.title, issuer=task.issuer, withdrawn_on=None
        )
        if same.exists():
            task.withdrawn_on = today()
        else:
            task.organization = target
        task.save()
