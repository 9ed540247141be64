"""What happens to the tasks of an organization that merges into another."""

from jingwei.foundation.clock import today
from jingwei.organizations.followers import Merger

from ..models import Task


def carry_tasks(merger: Merger) -> None:
    """The open tasks of one organization become those of another; one that the other has already is taken back.
    Runs inside the act that merges the two."""
    source, target = merger.source, merger.target
    for task in Task.objects.filter(organization=source, withdrawn_on=None, completed_on=None):
        same = Task.objects.filter(
            organization=target, duty=task.duty, title=task.title, issuer=task.issuer, withdrawn_on=None
        )
        if same.exists():
            task.withdrawn_on = today()
        else:
            task.organization = target
        task.save()
