"""What goes on after the answer: checking a file, writing its rows, undoing them. Each can be killed at any moment and
goes on where it was; nothing is done twice."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django_tasks import task

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.background.acting import as_actor
from jingwei.foundation.background.titles import titled
from jingwei.foundation.clock import today
from jingwei.foundation.errors import Refused

from . import originals
from .actions import applying, checking, undoing
from .actions.applying import stop
from .columns import row_reader
from .masks import masks_of
from .models import Intake, Original
from .reading import OpenedSheet, RawRow, read_table
from .registers import Read, Register
from .selectors.intakes import intakes, register_of, waiting
from .straight import straight_on

BATCH = 5000


@contextmanager
def as_holder(post_id: int, pk: int) -> Iterator[Actor]:
    """The actor of the post as it is now. Where the post, or a right of it, has ended, the intake stands still."""
    try:
        with as_actor(post_id) as actor:
            yield actor
    except PermissionDenied:
        stop(pk)
        raise


@task()
@titled("检查名册")
def check_intake(pk: int, post_id: int) -> None:
    """Stage the rows of the files of an intake that have not been checked."""
    with as_holder(post_id, pk) as actor:
        intake = intakes().get(pk=pk)
        for original in intake.originals.filter(checked=False):
            try:
                with originals.laid_open(original) as path:
                    _check_file(actor, intake, original, path)
            except Refused as refusal:
                checking.refuse(intake, refusal)


def _check_file(actor: Actor, intake: Intake, original: Original, path: Path) -> None:
    register = register_of(intake)
    with read_table(path, register.table) as sheet:
        older = _mended(intake, original, sheet)
        if older is not None:
            with transaction.atomic():
                checking.hand_over(intake, original, older)
                check_intake.enqueue(older.pk, actor.post_id or 0)
            return
        checking.begin(intake, original, sheet.height)
        with straight_on():
            _stage(actor, intake, original, sheet, register)
    checking.finish(intake, original, sheet.notices)


def _mended(intake: Intake, original: Original, sheet: OpenedSheet) -> Intake | None:
    """The older intake whose rejected rows this file holds, where it is still there to go on with."""
    pk = originals.intake_of(sheet.mark.job) if sheet.mark and sheet.mark.job and not original.mends else None
    if pk is None or pk == intake.pk:
        return None
    alike = intakes().filter(pk=pk, register=intake.register, undone_at=None, dropped_at=None, sought_at=None)
    older = alike.filter(checked_at__isnull=False).first()
    return older if older is not None and not older.at_work else None


def _stage(actor: Actor, intake: Intake, original: Original, sheet: OpenedSheet, register: Register) -> None:
    read = row_reader(register.table, on=today(), given=sheet.matched.given)
    unmask = masks_of(register)
    checker = register.checker(actor, on=today())
    skip = checking.settled(intake) if original.mends else set()
    free = checking.first_free(intake) if original.mends else 0
    done, rows = 0, iter(sheet.rows)
    while raw := list(islice(rows, BATCH)):
        done += len(raw)
        batch = []
        for number, row in _numbered(raw, original, skip, free):
            cells, masked = unmask(row.cells)
            batch.append(Read(number, original.pk, row.number, read(cells), masked))
        free += sum(row.original is None for row in raw)
        checking.stage(intake, register, batch, list(checker.check(batch)), done)


def _numbered(raw: list[RawRow], original: Original, skip: set[int], free: int) -> Iterator[tuple[int, RawRow]]:
    """Each row under its number in the file first sent. A row added to a file of mended ones gets a free number; a row
    that is settled already is left out."""
    for row in raw:
        if not original.mends:
            yield row.number, row
        elif row.original is None:
            yield free, row
            free += 1
        elif row.original not in skip:
            yield row.original, row


@task()
@titled("导入名册")
def apply_intake(pk: int, post_id: int) -> None:
    """Write the rows of an intake, chunk by chunk; the actor is asked for again at each."""
    more = True
    while more:
        with as_holder(post_id, pk) as actor:
            intake = intakes().get(pk=pk)
            if more := waiting(intake).exists():
                with straight_on():
                    applying.apply_chunk(actor, intake)
            else:
                applying.finish(intake)


@task()
@titled("撤销导入")
def undo_intake(pk: int, post_id: int) -> None:
    """Take an intake back."""
    with as_holder(post_id, pk) as actor:
        intake = intakes().get(pk=pk)
        try:
            undoing.undo(actor, intake)
        except (Refused, PermissionDenied):
            undoing.leave(intake)
