"""The letter to an organization outside, its receipt, and what is done when the one expires or the other is missing."""

from datetime import date

from jingwei.domains.floating.actions.ending import end_with_transfer
from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.clock import today
from jingwei.foundation.errors import Refused

from ..choices import Outcome, StepKind, Verdict
from ..models import Letter, Step, Transfer
from ..rules import ACROSS_SYSTEMS, LETTER_MAX_DAYS, has_expired, receipt_due, valid_until
from .flow import decide, end, finish, go_on, turn
from .settling import settle_out


@action("transfer.approve", title="审核转出并开具介绍信")
def issue(
    actor: Actor,
    step: Step,
    /,
    *,
    verdict: str,
    number: str = "",
    addressed_to: str = "",
    days: int = 0,
    reason: str = "",
) -> Transfer:
    """The committee lets the member go with a letter that holds for `days`; or sends it back with its reason. Raises
    Refused."""
    step, transfer = turn(step, StepKind.LETTER)
    if verdict == Verdict.REFUSED:
        return decide(actor, step, transfer, verdict, reason)
    _write(step, transfer, number, addressed_to, days)
    finish(actor, step, reason=reason)
    go_on(step, transfer)
    return transfer


@action("transfer.approve", title="重开介绍信")
def reissue(actor: Actor, step: Step, /, *, number: str, addressed_to: str, days: int, statement: str) -> Letter:
    """A second letter after the first has expired, on the statement of the branch. Raises Refused before that day."""
    step, transfer = turn(step, StepKind.RECEIPT)
    last = Letter._base_manager.filter(transfer=transfer).order_by("-id")[0]
    if not has_expired(last.valid_until, on=today()):
        raise Refused(
            "上一封介绍信还在有效期内，不能重开。",
            basis=LETTER_MAX_DAYS.at(today()).basis,
            earliest=f"{last.valid_until:%Y年%m月%d日}之后",
            next_step="请催党员尽快到转入地报到；介绍信丢失的，先收回转接，再重新办理。",
        )
    letter = _write(step, transfer, number, addressed_to, days, statement)
    step.due_on = step.warned_from = receipt_due(today())
    step.save()
    return letter


@action("transfer.approve", title="登记回执")
def enter_receipt(actor: Actor, step: Step, /, *, received_on: date, received_by: str) -> Transfer:
    """The other side has received the member, who leaves with that day. Raises Refused for a day before the letter or
    still to come."""
    step, transfer = turn(step, StepKind.RECEIPT)
    first = Letter._base_manager.filter(transfer=transfer).order_by("id")[0]
    if not first.issued_on <= received_on <= today():
        raise Refused("对方接收的日期不能早于介绍信，也不能晚于今天。", next_step="请按回执上的日期填写。")
    finish(actor, step, reason=f"{received_by}，{received_on:%Y年%m月%d日}接收")
    settle_out(actor, transfer, on=received_on)
    end_with_transfer(actor, transfer.member, on=received_on)
    return end(transfer, Outcome.DONE)


@action("transfer.approve", title="收回介绍信")
def recall(actor: Actor, step: Step, /, *, reason: str) -> Transfer:
    """The letter has come back unused: the member stays. Raises Refused once the receipt is there."""
    step, transfer = turn(step, StepKind.RECEIPT)
    finish(actor, step, "", reason)
    return end(transfer, Outcome.REVOKED, reason)


def _write(step: Step, transfer: Transfer, number: str, to: str, days: int, statement: str = "") -> Letter:
    longest = LETTER_MAX_DAYS.at(today())
    if not 0 < days <= int(longest.value):
        raise Refused(f"介绍信的有效期最长 {longest.value} 天。", basis=longest.basis, next_step="请把有效期改短一些。")
    if Letter._base_manager.filter(organization=step.organization, number=number).exists():
        raise Refused(f"编号“{number}”的介绍信已经开过。", basis=ACROSS_SYSTEMS.basis, next_step="请换一个编号。")
    letter = Letter(
        organization=step.organization,
        transfer=transfer,
        number=number,
        addressed_to=to,
        issued_on=today(),
        valid_until=valid_until(today(), days),
        statement=statement,
    )
    letter.save()
    return letter
