"""What tasks do when their organization merges or is revoked."""

from jingwei.organizations.followers import carries, must_be_settled
from jingwei.organizations.models import Organization

from .actions.carrying import carry_tasks
from .selectors.tasks import OPEN, tasks

carries(carry_tasks)


@must_be_settled
def tasks_left(organization: Organization) -> str:
    """The tasks that nobody would carry on."""
    count = tasks().filter(OPEN, organization=organization).count()
    return f"{count:,} 件没有办完的任务" if count else ""
