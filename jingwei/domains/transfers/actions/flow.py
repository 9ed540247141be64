"""How a transfer goes from step to step. Called inside the actions only."""

from datetime import date

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.clock import today
from jingwei.foundation.errors import Refused
from jingwei.members.choices import GONE, Standing
from jingwei.members.models import Member
from jingwei.organizations.models import Organization

from ..choices import DONE_BY_COMMITTEE, Kind, Outcome, StepKind, Verdict
from ..models import Step, Transfer
from ..rules import BETWEEN_COMMITTEES, ONE_BRANCH, after, chain, receipt_due
from ..selectors.places import committee_of, step_days

STAYS_FOR_NOW = {Standing.LOST: "失联查找中", Standing.SUSPENDED: "停止党籍"}


def begin(actor: Actor, member: Member, **values: object) -> Transfer:
    """A new transfer of the member, before its first step. Raises Refused where the member has left, cannot go now, or
    is on the way already."""
    member = member.fresh(locked=True)
    if member.standing in GONE:
        raise Refused(f"{member}已经是“{member.get_standing_display()}”，不能再转接。")
    if member.standing in STAYS_FOR_NOW:
        raise Refused(
            f"{member}现在是“{STAYS_FOR_NOW[Standing(member.standing)]}”，不能转接。",
            next_step="先取得联系，把党籍状态理清楚，再办转接。",
        )
    if Transfer._base_manager.filter(member=member, ended_on=None).exists():
        raise Refused(
            f"{member}的组织关系正在转接，一次只能办一件。",
            basis=ONE_BRANCH.at(today()).basis,
            next_step="先办完或者撤回正在办的这一件。",
        )
    transfer = Transfer(member=member, organization=member.organization, asked_on=today(), **values)
    _must_go_elsewhere(transfer)
    transfer.save()
    return transfer


def _must_go_elsewhere(transfer: Transfer) -> None:
    if transfer.target is not None and transfer.target.pk == transfer.organization.pk:
        raise Refused(f"{transfer.member}现在就在{transfer.organization}。", next_step="请另选一个转入支部。")
    if transfer.target is not None and transfer.target.revoked_on is not None:
        raise Refused(f"{transfer.target}已经撤销。", next_step="请另选一个转入支部。")


def steps_of(transfer: Transfer) -> tuple[str, ...]:
    """The steps that this transfer takes, as the tree is now."""
    if transfer.target is None:
        return chain(Kind.OUT, one_committee=True)
    return chain(Kind.INSIDE, one_committee=committee_of(transfer.organization) == committee_of(transfer.target))


def doer_of(transfer: Transfer, kind: str) -> Organization:
    """Who has to do a step. Raises Refused where no committee stands above the branch."""
    branch = (
        transfer.target if kind in (StepKind.ACCEPT, StepKind.RECEIVE) and transfer.target else transfer.organization
    )
    found = committee_of(branch) if kind in DONE_BY_COMMITTEE else branch
    if found is None:
        raise Refused(
            f"{branch}上面没有党委，没有单位能审核。",
            basis=BETWEEN_COMMITTEES.basis,
            next_step="请联系上级组织部门，先把隶属关系理顺。",
        )
    return found


def open_step(transfer: Transfer, kind: str, *, on: date, due_on: date | None = None) -> Step:
    """Ask the organization whose turn it is; from now on it sees the transfer."""
    doer = doer_of(transfer, kind)
    last, warned_from = step_days(doer.path, on=on)
    step = Step(organization=doer, transfer=transfer, kind=kind, opened_on=on)
    step.due_on, step.warned_from = (due_on, due_on) if due_on else (last, warned_from)
    step.save()
    if kind in (StepKind.ACCEPT, StepKind.RECEIVE):
        transfer.asked_path = doer.path
        transfer.save()
    return step


def turn(step: Step, *kinds: str) -> tuple[Step, Transfer]:
    """The step and its transfer as they are now, kept from others until the end. Raises Refused when it is done, and
    when it is none of these kinds."""
    transfer = step.transfer.fresh(locked=True)
    step = step.fresh(locked=True)
    if step.done_on is not None or not transfer.is_open:
        raise Refused("这一步已经办过了，或者转接已经办结。", next_step="请刷新页面，查看最新情况。")
    if step.kind not in kinds:
        raise Refused("现在不是办这一步的时候。", next_step="请刷新页面，查看最新情况。")
    return step, transfer


def finish(actor: Actor, step: Step, verdict: str = Verdict.AGREED, reason: str = "") -> None:
    """Write down how the step ended."""
    step.done_on, step.verdict, step.reason = today(), verdict, reason
    step.done_by = f"{actor.title} {actor.user}"[:160]
    step.save()


def decide(actor: Actor, step: Step, transfer: Transfer, verdict: str, reason: str) -> Transfer:
    """Agree, and the next step begins; or send it back, and the member stays. Raises Refused where no reason is given
    for sending it back."""
    if verdict == Verdict.REFUSED and not reason.strip():
        raise Refused(
            "退回要写明理由。", basis=BETWEEN_COMMITTEES.basis, next_step="不得无故拒转拒接；没有理由的，请同意。"
        )
    finish(actor, step, verdict, reason)
    if verdict == Verdict.REFUSED:
        return end(transfer, Outcome.REFUSED, reason)
    go_on(step, transfer)
    return transfer


def go_on(step: Step, transfer: Transfer) -> Step:
    """Open the step that follows. Not called for the last one."""
    kind = after(step.kind, steps_of(transfer))
    due_on = receipt_due(today()) if kind == StepKind.RECEIPT else None
    return open_step(transfer, kind, on=today(), due_on=due_on)


def end(transfer: Transfer, outcome: Outcome, because: str = "") -> Transfer:
    """The transfer is over."""
    transfer.ended_on, transfer.outcome, transfer.ended_because = today(), outcome, because
    transfer.save()
    return transfer
