"""A transfer is asked for by the member, or proposed by the branch; and taken back."""

from typing import Any

from django.core.exceptions import PermissionDenied

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.clock import today
from jingwei.foundation.errors import Refused
from jingwei.members.models import Member
from jingwei.organizations.models import Organization

from ..choices import Outcome, StepKind
from ..models import Step, Transfer
from ..rules import BETWEEN_COMMITTEES, can_be_revoked
from .flow import begin, decide, end, finish, go_on, open_step, turn


@action("mine.ask", title="申请转接组织关系")
def ask(actor: Actor, here: Organization, /, *, member: Member, **values: Any) -> Transfer:
    """The member asks the own branch to propose it; `here` is where the actor acts. `values`: kind, target or outside,
    reason, note. Raises Refused."""
    if member.user_id != actor.user.pk:
        raise PermissionDenied("one asks for oneself")
    transfer = begin(actor, member, **values)
    open_step(transfer, StepKind.PROPOSE, on=today())
    return transfer


@action("transfer.propose", title="提出转接")
def propose(actor: Actor, member: Member, /, **values: Any) -> Transfer:
    """The branch proposes it, and the committee is asked. `values`: kind, target or outside, reason, note. Raises
    Refused."""
    transfer = begin(actor, member, **values)
    step = open_step(transfer, StepKind.PROPOSE, on=today())
    finish(actor, step)
    go_on(step, transfer)
    return transfer


@action("transfer.propose", title="办理党员的转接申请")
def take_up(actor: Actor, step: Step, /, *, verdict: str, reason: str = "") -> Transfer:
    """The branch takes up what its member asked for, or says why it does not."""
    step, transfer = turn(step, StepKind.PROPOSE)
    return decide(actor, step, transfer, verdict, reason)


@action("transfer.propose", title="撤回转接")
def revoke(actor: Actor, transfer: Transfer, /, *, reason: str) -> Transfer:
    """The branch takes its proposal back. Raises Refused after the receiving side has approved."""
    return _revoke(actor, transfer, reason)


@action("mine.ask", title="撤回转接申请")
def revoke_own(actor: Actor, here: Organization, /, *, transfer: Transfer, reason: str) -> Transfer:
    """The member does not want to go any more; `here` is where the actor acts."""
    if transfer.member.user_id != actor.user.pk:
        raise PermissionDenied("one asks for oneself")
    return _revoke(actor, transfer, reason)


def _revoke(actor: Actor, transfer: Transfer, reason: str) -> Transfer:
    transfer = transfer.fresh(locked=True)
    step = Step._base_manager.filter(transfer=transfer, done_on=None).first()
    if step is None or not transfer.is_open:
        raise Refused("这次转接已经办结，不能再撤回。")
    if not can_be_revoked(step.kind):
        raise Refused(
            "转入一方已经同意，不能再撤回。",
            basis=BETWEEN_COMMITTEES.basis,
            next_step="请等转接办完；不再转的，由转入支部退回并写明理由。",
        )
    finish(actor, step, "", reason)
    return end(transfer, Outcome.REVOKED, reason)
