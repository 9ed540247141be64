"""What an organization answers for (责任清单), and the tasks that fulfil it."""

from dataclasses import dataclass
from typing import Any

from jingwei.foundation.access.actor import Actor
from jingwei.organizations.models import Organization, Responsibility
from jingwei.organizations.selectors.rows import responsibilities

from ..models import Task
from .tasks import tasks


@dataclass(frozen=True)
class Answered:
    """A responsibility with who owns it ("" for nobody) and its tasks within reach."""

    responsibility: Responsibility
    owner: str
    tasks: list[Task]


def of_organization(organization: Organization) -> list[Answered]:
    """Every responsibility of an organization with its tasks: two queries."""
    by_pk: dict[int | None, list[Task]] = {}
    for task in tasks().filter(responsibility__organization=organization, withdrawn_on=None):
        by_pk.setdefault(task.responsibility_id, []).append(task)
    found = responsibilities().filter(organization=organization).order_by("id")
    return [Answered(one, _owner(one), by_pk.get(one.pk, [])) for one in found]


def _owner(responsibility: Responsibility) -> str:
    post = responsibility.owner
    return f"{post.user} {post.get_duty_display()}" if post is not None else ""


def page_facts(organization: Organization, actor: Actor) -> dict[str, Any]:
    """The context of the page."""
    return {
        "organization": organization,
        "answered": of_organization(organization),
        "loose": list(
            tasks().filter(organization=organization, responsibility=None, withdrawn_on=None, completed_on=None)[:50]
        ),
        "may_fulfil": actor.may("task.report", organization.path),
    }


def choices_for(task: Task) -> list[Responsibility]:
    """The responsibilities that a task can fulfil: those of its organization."""
    return list(responsibilities().filter(organization=task.organization_id).order_by("id"))
