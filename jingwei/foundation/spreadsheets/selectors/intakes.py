"""Intakes in reach."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, QuerySet

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.clock import now, today

from ..choices import Outcome, Stage
from ..models import Intake, StagedRow
from ..registers import Register, registers, undo_days


def intakes() -> "QuerySet[Intake]":
    """The intakes in reach, the newest first."""
    found: QuerySet[Intake] = Intake.objects.select_related("person", "continues").order_by("-id")
    return found


def with_errors() -> "QuerySet[Intake]":
    """Those whose rejected rows can be fetched."""
    return (
        intakes().filter(checked_at__isnull=False, rejected__gt=0, dropped_at=None, originals__isnull=False).distinct()
    )


def register_of(intake: Intake) -> Register:
    """Raises KeyError for one that this installation has not any more."""
    return registers()[intake.register]


def counts(intake: Intake) -> dict[str, int]:
    """How many rows of each outcome there are, and how many were read."""
    found = StagedRow.objects.filter(intake=intake).order_by().values("outcome").annotate(number=Count("pk"))
    by_outcome = {one["outcome"]: one["number"] for one in found}
    return {
        "read": sum(by_outcome.values()),
        "created": by_outcome.get(Outcome.NEW, 0),
        "updated": by_outcome.get(Outcome.CHANGED, 0),
        "unchanged": by_outcome.get(Outcome.SAME, 0),
        "rejected": by_outcome.get(Outcome.WRONG, 0),
    }


def waiting(intake: Intake) -> "QuerySet[StagedRow]":
    """The rows that are still to be written."""
    found: QuerySet[StagedRow] = StagedRow.objects.filter(
        intake=intake, outcome__in=(Outcome.NEW, Outcome.CHANGED), applied_at=None
    )
    return found.order_by("number")


def written(intake: Intake) -> "QuerySet[StagedRow]":
    """The rows that were written, the last first."""
    found: QuerySet[StagedRow] = StagedRow.objects.filter(intake=intake, applied_at__isnull=False)
    return found.order_by("-number")


def undo_until(intake: Intake) -> datetime | None:
    """Until when it can be undone; None for one that has not been applied."""
    return intake.applied_at + timedelta(days=undo_days(today())) if intake.applied_at else None


def may_be_undone(intake: Intake) -> bool:
    """Whether the time for it runs and there is something to undo."""
    until = undo_until(intake)
    return intake.stage == Stage.DONE and until is not None and now() < until and written(intake).exists()


@dataclass(frozen=True)
class Origin:
    """Where a row of a register came from: when, by whom (through which post), which row of which intake."""

    moment: datetime
    who: str
    number: int
    intake_id: int

    def __str__(self) -> str:
        return f"{self.moment:%Y-%m-%d} 由{self.who}导入（第 {self.number} 行）"


def origin_of(label: str, pk: int) -> Origin | None:
    """The import that made this row ("members.Member"); None for one made by hand, or where the import is not in
    reach."""
    key = next((key for key, one in registers().items() if one.label == label), "")
    row = (
        StagedRow.objects.filter(target=pk, outcome=Outcome.NEW, applied_at__isnull=False, intake__register=key)
        .exclude(intake__undone_at__isnull=False)
        .select_related("intake__person")
        .order_by("-pk")
        .first()
    )
    if row is None:
        return None
    intake = row.intake
    who = f"{intake.person}（{intake.post_title}）" if intake.post_title else str(intake.person)
    return Origin(row.applied_at, who, row.number, intake.pk)


def in_the_way(intake: Intake) -> list[tuple[Any, str]]:
    """[(row, why)] of the rows that keep the intake from being undone, in the order of the file."""
    rows = list(written(intake))
    reasons = register_of(intake).in_the_way(rows)
    return sorted(((row, reasons[row.number]) for row in rows if row.number in reasons), key=lambda one: one[0].number)


def those_open_to(actor: Actor) -> "QuerySet[Intake]":
    """The intakes of the registers that the actor may see."""
    return intakes().filter(register__in=[key for key, one in registers().items() if actor.may_anywhere(one.see)])


def may_edit(intake: Intake, actor: Actor) -> bool:
    """Whether the actor may go on with it."""
    return actor.may("spreadsheet.apply", intake.path) and actor.may(register_of(intake).edit, intake.path)


def template_of(intake: Intake) -> str:
    """The page that its stage asks for."""
    if intake.at_work:
        return "spreadsheets/progress.html"
    pages = {Stage.CHECKED: "preview", Stage.REFUSED: "refused", Stage.DROPPED: "refused"}
    return f"spreadsheets/{pages.get(intake.stage, 'report')}.html"


def context_of(intake: Intake, actor: Actor) -> dict[str, Any]:
    """What the pages say beside the rows: how many wait and how many are written, until when all can be undone."""
    return {
        "intake": intake,
        "register": register_of(intake),
        "may_edit": may_edit(intake, actor),
        "waiting": waiting(intake).count(),
        "written": written(intake).count(),
        "undo_until": undo_until(intake),
        "may_undo": may_be_undone(intake),
    }
