"""What waits for somebody in this room, for the home page."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.ui.due import Due

from ..choices import DONE_BY_BRANCH, DONE_BY_COMMITTEE, StepKind
from ..models import Step
from ..rules import has_expired, light
from .rows import open_steps

LIGHTS = {"late": ("late", "已超期"), "soon": ("soon", "快到期"), "doing": ("doing", "办理中")}
BUTTONS = {
    StepKind.PROPOSE: "去提出",
    StepKind.RELEASE: "去审核",
    StepKind.ACCEPT: "去审核",
    StepKind.APPROVE: "去审核",
    StepKind.RECEIVE: "去接收",
    StepKind.LETTER: "去审核",
    StepKind.RECEIPT: "登记回执",
}


def steps_for(actor: Actor) -> "QuerySet[Step]":
    """The open steps whose turn it is for the organization of the actor, as far as the actor may do them."""
    kinds: set[str] = set(DONE_BY_BRANCH) if actor.may_anywhere("transfer.propose") else set()
    kinds |= set(DONE_BY_COMMITTEE) if actor.may_anywhere("transfer.approve") else set()
    return open_steps().filter(path=actor.path, kind__in=sorted(kinds))


def state_of(step: Step, *, on: date) -> tuple[str, str]:
    """(kind, word) of an open step. A receipt that is missing is waited for, not worked on."""
    kind, word = LIGHTS[light(step.due_on, step.warned_from, on=on)]
    if step.kind != StepKind.RECEIPT:
        return kind, word
    if kind == "late":
        return kind, "没有收到回执"
    letters = list(step.transfer.letters.all())
    if letters and has_expired(letters[-1].valid_until, on=on):
        return "soon", "介绍信已过期"
    return "doing", "等回执"


def waiting_for(actor: Actor, on: date) -> list[Due]:
    """What the organization of the actor has to do about transfers, the most urgent first. A receipt is on the list
    once it is missing, or the letter has expired."""
    return list(_lines(steps_for(actor), on))


def _lines(found: Iterable[Step], on: date) -> Iterable[Due]:
    for step in found:
        kind, word = state_of(step, on=on)
        if step.kind != StepKind.RECEIPT or kind != "doing":
            transfer = step.transfer
            title = f"{step.get_kind_display()}：{transfer.member}"
            note = f"由{transfer.organization}转往{transfer.goal}"
            href = reverse("transfers:transfer", args=[transfer.pk])
            yield Due(title, step.due_on, kind, word, note, href, BUTTONS[StepKind(step.kind)], href)
