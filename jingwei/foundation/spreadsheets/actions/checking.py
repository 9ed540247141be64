"""Puts the rows of a file beside the register, to be looked at. No act of a person: the sending was one."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max

from jingwei.foundation.background.leases import hold_lease
from jingwei.foundation.clock import now
from jingwei.foundation.errors import Refused
from jingwei.foundation.journal import writing
from jingwei.foundation.scope.bulk import copy_rows
from jingwei.foundation.secrets.sealing import sealer

from ..choices import Outcome
from ..masks import told_of
from ..models import Intake, Original, StagedRow
from ..registers import Read, Register, Verdict
from ..selectors.intakes import counts

_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
REASON = "the file was sent by an act of its own; its rows only wait"
COLUMNS = (
    "intake_id", "number", "source", "line", "outcome", "place", "title", "values", "secrets", "before", "told",
    "remark", "target", "seen", "left", "applied_at",
)  # fmt: skip


def begin(intake: Intake, original: Original, height: int) -> None:
    """Forget what an earlier attempt at the same file left, and tell how many rows there are."""
    with transaction.atomic(), writing(reason=REASON):
        hold_lease()
        StagedRow.objects.filter(intake=intake, source=original.pk, applied_at=None).delete()
        intake.total, intake.done = height, 0
        intake.save(update_fields=["total", "done"])


def first_free(intake: Intake) -> int:
    """The first number that no row of the intake has."""
    last: int | None = StagedRow.objects.filter(intake=intake).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def settled(intake: Intake) -> set[int]:
    """The numbers that mended rows no longer replace: they are right, or written already."""
    rows = StagedRow.objects.filter(intake=intake).exclude(outcome=Outcome.WRONG, applied_at=None)
    return set(rows.values_list("number", flat=True))


def stage(intake: Intake, register: Register, rows: Sequence[Read], verdicts: Sequence[Verdict], done: int) -> None:
    """Put one batch beside the others; a mended row takes the place of the rejected one."""
    seals = [sealer(f"spreadsheets.StagedRow.{name}") for name in ("secrets", "before")]
    staged = [_columns(intake, row, verdict, register, seals) for row, verdict in zip(rows, verdicts, strict=True)]
    with transaction.atomic(), writing(reason=REASON):
        hold_lease()
        if intake.checked_at or intake.originals.filter(mends=True).exists():
            StagedRow.objects.filter(intake=intake, number__in=[row.number for row in rows]).delete()
        copy_rows(StagedRow, COLUMNS, staged)
        intake.done = done
        intake.save(update_fields=["done"])


def _columns(
    intake: Intake, row: Read, verdict: Verdict, register: Register, seals: Sequence[Callable[[str], bytes]]
) -> tuple[Any, ...]:
    told: list[Any] = list(verdict.changes)
    if verdict.outcome == Outcome.WRONG:
        told = [told_of(flaw, register) for flaw in verdict.flaws]
    secrets = seals[0](_json(verdict.secrets)) if verdict.secrets else None
    before = seals[1](_json(verdict.before)) if verdict.before else None
    remark, title = verdict.remark[:300], verdict.title[:120]
    head = (intake.pk, row.number, row.source, row.line, str(verdict.outcome), verdict.place, title)
    return (
        *head,
        _json(verdict.values),
        secrets,
        before,
        _json(told),
        remark,
        verdict.target,
        verdict.seen,
        None,
        None,
    )


def _json(part: Any) -> str:
    return _written(part) if part else ""


def finish(intake: Intake, original: Original, notices: Sequence[str]) -> None:
    """All rows of the file are there; `notices` say how it was read."""
    with transaction.atomic(), writing(reason=REASON):
        hold_lease()
        original.checked = True
        original.save(update_fields=["checked"])
        for name, number in counts(intake).items():
            setattr(intake, name, number)
        intake.checked_at, intake.notices = now(), "\n".join(notices)
        intake.save()


def refuse(intake: Intake, refusal: Refused) -> None:
    """The file cannot be read; a file of mended rows that cannot be read leaves the intake as it was."""
    with transaction.atomic(), writing(reason=REASON):
        hold_lease()
        if intake.originals.filter(checked=True).exists():
            intake.originals.filter(checked=False).delete()
            intake.checked_at = now()
        intake.refusal, intake.next_step = "；".join(refusal.messages)[:300], refusal.next_step[:300]
        intake.save()


def hand_over(intake: Intake, original: Original, older: Intake) -> None:
    """The file holds mended rows of an older intake, which goes on with them."""
    with transaction.atomic(), writing(reason=REASON):
        hold_lease()
        original.intake, original.mends = older, True
        original.save()
        intake.continues, intake.dropped_at = older, now()
        intake.save()
        older.checked_at = older.confirmed_at = older.applied_at = None
        older.refusal = older.next_step = ""
        older.save()
