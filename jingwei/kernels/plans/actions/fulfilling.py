"""A task fulfils one of the things that its organization answers for (责任清单)."""

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.errors import Refused
from jingwei.organizations.models import Responsibility

from ..models import Task


@action("task.report", title="对应责任清单")
def fulfil(actor: Actor, task: Task, /, *, responsibility: Responsibility | None) -> Task:
    """Say which responsibility the task fulfils; None for no one. Raises Refused for one of another organization."""
    if responsibility is not None and responsibility.organization_id != task.organization_id:
        raise Refused("只能对应承办单位自己的责任。", next_step="请从这个单位的责任清单里选。")
    task.responsibility = responsibility
    task.save()
    return task
