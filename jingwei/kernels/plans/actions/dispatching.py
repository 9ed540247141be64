"""A duty becomes tasks of organizations down the tree; each level may refine a task and pass it on."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.clock import today
from jingwei.foundation.errors import Refused
from jingwei.foundation.scope.paths import is_within
from jingwei.organizations.models import Organization

from ..models import Clearance, Duty, Measure, Task
from ..rules.passing import Target, weakness
from .bounds import must_be_allowed, must_be_cleared
from .progress import settle

STRONGER = "可以提前、加密或加量，不能低于原来的要求。请改好再下达。"


@dataclass(frozen=True)
class Order:
    """What is ordered: words, quantity, rhythm and days of a task."""

    title: str
    detail: str
    start_on: date
    due_on: date
    amount: Decimal | None = None
    unit: str = ""
    comparator: str = "at_least"
    period: str = "once"
    spread: str = "each"

    @property
    def target(self) -> Target:
        return Target(self.amount, self.comparator, self.period, self.start_on, self.due_on)


@action("task.dispatch", title="下达任务")
def dispatch(
    actor: Actor,
    duty: Duty,
    /,
    *,
    organizations: Sequence[Organization],
    order: Order,
    measure: Measure | None = None,
    clearance: Clearance | None = None,
) -> list[Task]:
    """One task of the duty for each organization. Raises Refused when the plan is not in force, the order asks what is
    forbidden, or communities are addressed without clearance; PermissionDenied outside the actor's tree."""
    _must_be_in_force(duty)
    issuer = duty.plan.organization
    _must_lie_below(issuer, organizations)
    must_be_allowed(order.title, order.detail)
    must_be_cleared(issuer, organizations, clearance, order.target)
    return [_give(actor, duty, issuer, o, order, measure=measure, clearance=clearance) for o in organizations]


@action("task.refine", title="分解并转下达任务")
def pass_on(
    actor: Actor,
    task: Task,
    /,
    *,
    organizations: Sequence[Organization],
    order: Order,
    clearance: Clearance | None = None,
) -> list[Task]:
    """Pass a received task on, refined but never weaker. Raises Refused as `dispatch`, and where it is weaker."""
    _must_be_open(task)
    received = Target(task.amount, task.comparator, task.period, task.start_on, task.due_on)
    if weaker := weakness(received, order.target, shares=len(organizations), spread=order.spread):
        raise Refused(weaker, next_step=STRONGER)
    issuer, clearance = task.organization, clearance or task.clearance
    _must_lie_below(issuer, organizations)
    must_be_allowed(order.title, order.detail)
    must_be_cleared(issuer, organizations, clearance, order.target)
    return [
        _give(actor, task.duty, issuer, o, order, parent=task, measure=task.measure, clearance=clearance)
        for o in organizations
    ]


@action("task.dispatch", title="撤回任务")
def withdraw(actor: Actor, task: Task, /) -> Task:
    """Take a task back, and with it what was passed on from it. Raises Refused when it is done or taken back already,
    PermissionDenied for those to whom it was given."""
    actor.must("task.dispatch", task.issuer.path)
    if task.completed_on is not None:
        raise Refused("任务已经完成，不需要撤回。", next_step="填报有误的，可以把那条进展作废。")
    _must_be_open(task)
    for child in task.children.filter(withdrawn_on=None, completed_on=None):
        withdraw(actor, child)
    task.withdrawn_on = today()
    task.save()
    return task


def _must_lie_below(issuer: Organization, organizations: Sequence[Organization]) -> None:
    beside = [str(o) for o in organizations if not is_within(o.path, issuer.path)]
    if beside:
        raise Refused(f"{'、'.join(beside[:5])}不是{issuer}的下级，不能下达。", next_step="请只选下级单位。")


def _must_be_in_force(duty: Duty) -> None:
    plan = duty.plan
    if plan.is_draft:
        raise Refused("要点还没有审定，不能下达任务。", next_step="请先核对并审定要点。")
    if plan.state == "retired":
        raise Refused("这一版要点已被修订替代，不能再按它下达。", next_step="请打开修订后的要点再下达。")
    if duty.is_dropped:
        raise Refused("这一项已标为“不作为任务”。", next_step="需要下达时，请先修订要点，恢复这项职责。")


def _must_be_open(task: Task) -> None:
    if task.withdrawn_on is not None:
        raise Refused("任务已经撤回。", next_step="需要时请重新下达。")


def _give(
    actor: Actor,
    duty: Duty,
    issuer: Organization,
    organization: Organization,
    order: Order,
    *,
    parent: Task | None = None,
    measure: Measure | None = None,
    clearance: Clearance | None = None,
) -> Task:
    actor.must("task.refine", organization.path)
    _must_be_new(duty, issuer, organization, order.title)
    task = Task(
        duty=duty,
        organization=organization,
        issuer=issuer,
        parent=parent,
        measure=measure,
        clearance=clearance,
        given_on=today(),
        given_by=f"{actor.title} {actor.user}"[:160],
        **asdict(order),
    )
    settle(task, [])
    task.save()
    return task


def _must_be_new(duty: Duty, issuer: Organization, organization: Organization, title: str) -> None:
    same = Task.objects.filter(duty=duty, organization=organization, title=title, issuer=issuer)
    if same.filter(withdrawn_on=None).exists():
        raise Refused(f"“{title}”已经下达给{organization}，没有重复下达。", next_step="请去掉这个单位，或改一个名称。")
