"""Writes what was confirmed, a chunk at a time: each chunk is one act of who confirmed it, whole or not at all."""

import json
from collections.abc import Sequence

from django.db import transaction

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.background.leases import hold_lease
from jingwei.foundation.clock import now, today
from jingwei.foundation.journal import Change, current_journal, writing

from ..choices import Outcome, Stage
from ..models import Intake, Staged, StagedRow
from ..selectors.intakes import counts, register_of
from ..selectors.staged import next_waiting
from .marking import mark_written


@action("spreadsheet.apply", title="导入名册")
def apply_chunk(actor: Actor, intake: Intake, /) -> Intake:
    """Write the next rows, and mark them written in the same transaction."""
    hold_lease()
    intake = Intake._base_manager.select_for_update().get(pk=intake.pk)
    if intake.stage != Stage.APPLYING:
        return intake
    register = register_of(intake)
    actor.must(register.edit, intake.path)
    rows = next_waiting(intake, register.chunk)
    register.apply(actor, rows, with_accounts=intake.with_accounts, on=today())
    mark(rows)
    intake.done += len(rows)
    intake.save(update_fields=["done"])
    told = sum(row.applied_at is not None for row in rows)
    current_journal().changes.append(
        Change(register.label, None, {}, {"rows": told, "intake": intake.pk, "first": rows[0].number if rows else 0})
    )
    return intake


def reject(row: Staged, heading: str, value: str, reason: str, suggestion: str) -> None:
    """The row cannot be written after all: what it was compared with has changed since."""
    row.outcome, row.target, row.left = Outcome.WRONG, None, None
    row.told = json.dumps([[heading, value, reason, suggestion]], ensure_ascii=False)


def mark(rows: Sequence[Staged]) -> None:
    """Remember of each row that it was written, and as what; of the rejected ones, why not."""
    mark_written([row for row in rows if row.outcome != Outcome.WRONG], now())
    for row in rows:
        if row.outcome == Outcome.WRONG:
            told = {name: getattr(row, name) for name in ("outcome", "told", "target", "left")}
            StagedRow._base_manager.filter(pk=row.pk).update(**told)


def stop(pk: int) -> None:
    """The post through which it was asked for has ended: what is written stays, and somebody else may confirm the rest;
    a file that was not checked has to be sent again."""
    with transaction.atomic(), writing(reason="a right has ended; nothing goes on with it"):
        hold_lease()
        intake = Intake._base_manager.select_for_update().get(pk=pk)
        if intake.stage == Stage.APPLYING:
            intake.confirmed_at = None
        elif intake.stage == Stage.READING:
            intake.refusal, intake.next_step = "上传人的岗位已经结束，没有检查。", "请换一个岗位重新上传。"
        elif intake.stage == Stage.UNDOING:
            intake.sought_at = None
        intake.save(update_fields=["confirmed_at", "refusal", "next_step", "sought_at"])


def finish(intake: Intake) -> None:
    """All rows are written: the counts as they came out."""
    with transaction.atomic(), writing(reason="the chunks were acts; this only adds them up"):
        hold_lease()
        for name, number in counts(intake).items():
            setattr(intake, name, number)
        intake.applied_at = now()
        intake.save()
