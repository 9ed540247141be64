"""What the pages of this room show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from jingwei.domains.floating.selectors import transfer_suggestions
from jingwei.foundation.access.actor import Actor
from jingwei.foundation.ui.words import date_cn

from ..choices import DONE_BY_BRANCH, Kind, Outcome, StepKind, Verdict
from ..models import Letter, Step, Transfer
from ..rules import ACROSS_SYSTEMS, BETWEEN_COMMITTEES, WITHIN_PROVINCE, can_be_revoked, chain, has_expired
from .places import committee_of
from .rows import current_step, letters, open_transfers
from .waiting import state_of

ENDS = {Outcome.DONE: "done", Outcome.REFUSED: "off", Outcome.REVOKED: "off"}


@dataclass(frozen=True)
class Shown:
    """A transfer as a list shows it: `kind` and `word` of its state, and whose turn it is until when."""

    row: Transfer
    kind: str
    word: str
    turn: str = ""
    due_on: date | None = None


def shown(transfer: Transfer, *, on: date) -> Shown:
    """How a transfer stands on a day."""
    step = current_step(transfer)
    if step is None:
        return Shown(transfer, ENDS.get(Outcome(transfer.outcome), "off"), transfer.get_outcome_display())
    step.transfer = transfer  # with its letters
    kind, word = state_of(step, on=on)
    return Shown(transfer, kind, word, str(step), step.due_on)


def listed(rows: Iterable[Transfer], *, on: date) -> list[Shown]:
    return [shown(row, on=on) for row in rows]


def list_facts(actor: Actor, *, on: date) -> dict[str, Any]:
    """What stands beside the list: what is suggested, and whether the actor may propose."""
    moving = set(open_transfers().values_list("member_id", flat=True))
    suggested = [row for row in transfer_suggestions(on=on) if row.member_id not in moving]
    may = actor.may_anywhere("transfer.propose")
    return {"suggested": suggested if may else [], "may_propose": may}


def facts(transfer: Transfer, actor: Actor, *, on: date) -> dict[str, Any]:
    """The context of the page of a transfer for this actor."""
    step = current_step(transfer)
    written = list(letters().filter(transfer=transfer))
    last = written[0] if written else None
    own = transfer.member.user_id == actor.user.pk
    revocable = step is not None and can_be_revoked(step.kind)
    return {
        "transfer": transfer,
        "shown": shown(transfer, on=on),
        "step": step,
        "steps": path_of(transfer),
        "current": number_of(transfer, step),
        "turn": turn_of(step, actor),
        "explained": explained(step, actor),
        "letters": written,
        "last": last,
        "expired": last is not None and has_expired(last.valid_until, on=on),
        "may_open": last is not None and actor.may("transfer.approve", last.path),
        "may_revoke": revocable and actor.may("transfer.propose", transfer.path),
        "may_revoke_own": revocable and own and not actor.may("transfer.propose", transfer.path),
        "basis": ACROSS_SYSTEMS.basis if transfer.kind == Kind.OUT else WITHIN_PROVINCE.basis,
        "duty": BETWEEN_COMMITTEES.basis,
    }


def turn_of(step: Step | None, actor: Actor) -> str:
    """Which form the actor gets: "propose", "review", "receive", "letter", "receipt", or "" for none."""
    if step is None:
        return ""
    permission = "transfer.propose" if step.kind in DONE_BY_BRANCH else "transfer.approve"
    if not actor.may(permission, step.path):
        return ""
    forms = {"propose": "propose", "receive": "receive", "letter": "letter", "receipt": "receipt"}
    return forms.get(step.kind, "review")


def explained(step: Step | None, actor: Actor) -> str:
    """Why there is nothing for the actor to press: whose turn it is, and until when."""
    if step is None or turn_of(step, actor):
        return ""
    if step.kind == StepKind.RECEIPT:
        until = date_cn(step.due_on)
        return f"介绍信已经开出，{until}之前应当收到对方的回执；收到以前，党员仍在原支部过组织生活、交党费。"
    return (
        f"现在由{step.organization}办理，{date_cn(step.due_on)}之前办完。办完以前，党员仍在原支部过组织生活、交党费。"
    )


def path_of(transfer: Transfer) -> list[tuple[str, str]]:
    """(title, note) of every step: what was done by whom, what is being done until when, what will be."""
    rows = {step.kind: step for step in transfer.steps.all()}
    kinds = expected(transfer) if transfer.is_open else [kind for kind in StepKind.values if kind in rows]
    return [(StepKind(kind).label, _note(rows.get(kind))) for kind in kinds]


def expected(transfer: Transfer) -> list[str]:
    """The steps that an open transfer takes, as the tree is now; what was done already counts."""
    done = [step.kind for step in transfer.steps.all()]
    if StepKind.RELEASE in done:
        return list(chain(Kind.INSIDE, one_committee=False))
    if StepKind.APPROVE in done:
        return list(chain(Kind.INSIDE, one_committee=True))
    if transfer.target is None:
        return list(chain(Kind.OUT, one_committee=True))
    same = committee_of(transfer.organization) == committee_of(transfer.target)
    return list(chain(Kind.INSIDE, one_committee=same))


def _note(step: Step | None) -> str:
    if step is None:
        return "前一步办完后开始"
    if step.done_on is None:
        return f"{step.organization}，{date_cn(step.due_on)}前"
    said = "退回：" if step.verdict == Verdict.REFUSED else ""
    return f"{step.organization}，{date_cn(step.done_on)}{'，' if step.reason else ''}{said}{step.reason}"


def number_of(transfer: Transfer, step: Step | None) -> int:
    """The number of the open step, from 1; behind the last one when all are done."""
    titles = [title for title, _ in path_of(transfer)]
    return titles.index(StepKind(step.kind).label) + 1 if step is not None else len(titles) + 1


def next_number(letter_of: Step, *, on: date) -> str:
    """The number that the next letter of a committee would have in the year."""
    written = Letter.objects.filter(organization=letter_of.organization, issued_on__year=on.year).count()
    return f"{on.year}-{written + 1:03}"
