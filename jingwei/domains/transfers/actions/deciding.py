"""The committees decide; the branch receives, and in the same moment the membership is there."""

from jingwei.domains.floating.actions.ending import end_with_transfer
from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.clock import today

from ..choices import DECIDED_BY_COMMITTEE, Outcome, StepKind, Verdict
from ..models import Step, Transfer
from .flow import decide, end, finish, turn
from .settling import settle_in


@action("transfer.approve", title="审核转接")
def review(actor: Actor, step: Step, /, *, verdict: str, reason: str = "") -> Transfer:
    """A committee agrees, or sends it back with its reason. Raises Refused."""
    step, transfer = turn(step, *DECIDED_BY_COMMITTEE)
    return decide(actor, step, transfer, verdict, reason)


@action("transfer.propose", title="接收党员")
def receive(actor: Actor, step: Step, /, *, verdict: str, reason: str = "") -> Transfer:
    """The branch receives the member, who leaves the other one with the same act; or sends it back with its reason.
    Raises Refused."""
    step, transfer = turn(step, StepKind.RECEIVE)
    if verdict == Verdict.REFUSED:
        return decide(actor, step, transfer, verdict, reason)
    finish(actor, step, reason=reason)
    settle_in(actor, transfer, on=today())
    end_with_transfer(actor, transfer.member, on=today())
    return end(transfer, Outcome.DONE)
