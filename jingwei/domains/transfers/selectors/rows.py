"""The rows that others build on."""

from datetime import date

from django.db.models import Prefetch, QuerySet

from ..models import Arrival, Letter, Step, Transfer


def transfers() -> "QuerySet[Transfer]":
    """The transfers in reach, the newest first, with their steps."""
    found: QuerySet[Transfer] = Transfer.objects.select_related("member", "organization", "target").order_by("-id")
    steps = Prefetch("steps", Step.objects.select_related("organization").order_by("id"))
    return found.prefetch_related(steps, Prefetch("letters", Letter.objects.order_by("id")))


def open_transfers() -> "QuerySet[Transfer]":
    return transfers().filter(ended_on=None)


def steps() -> "QuerySet[Step]":
    """The steps in reach."""
    found: QuerySet[Step] = Step.objects.select_related(
        "organization", "transfer__member", "transfer__organization", "transfer__target"
    )
    return found.order_by("id").prefetch_related(Prefetch("transfer__letters", Letter.objects.order_by("id")))


def open_steps() -> "QuerySet[Step]":
    """The steps that somebody has to do, the most urgent first."""
    return steps().filter(done_on=None, transfer__ended_on=None).order_by("due_on", "id")


def late_steps(*, on: date) -> "QuerySet[Step]":
    return open_steps().filter(due_on__lt=on)


def current_step(transfer: Transfer) -> Step | None:
    """The step that is open; None for a transfer that has ended. The steps are read with the transfer."""
    return next((one for one in transfer.steps.all() if one.done_on is None), None) if transfer.is_open else None


def letters() -> "QuerySet[Letter]":
    """The letters in reach, the newest first."""
    found: QuerySet[Letter] = Letter.objects.select_related(
        "organization", "transfer__member", "transfer__organization"
    )
    return found.order_by("-id")


def last_letter(transfer: Transfer) -> Letter | None:
    """The letter that was issued last; None before the first."""
    return letters().filter(transfer=transfer).first()


def arrivals() -> "QuerySet[Arrival]":
    """The arrivals from outside in reach, the newest first."""
    return Arrival.objects.select_related("member", "organization").order_by("-id")
