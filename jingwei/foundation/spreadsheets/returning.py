"""The user's own file with only the rejected rows left: sent again, it goes on with the same intake."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path

from . import originals
from .columns import Flaw
from .models import Intake, StagedRow
from .outgoing import Rejected, write_rejected
from .reading import read_table
from .registers import Register
from .selectors.rows import rows_of


def rejected_workbook(intake: Intake, register: Register) -> bytes:
    """The file. Where rejected rows stand in several files, what was mended among them, it is written anew."""
    wrong: dict[int, dict[int, StagedRow]] = {}
    for row in rows_of(intake, "wrong").order_by("number"):
        wrong.setdefault(row.source, {})[row.line] = row
    rejected: list[Rejected] = []
    target, name = BytesIO(), intake.filename
    with ExitStack() as files:
        path: Path | None = None
        for original in intake.originals.filter(pk__in=list(wrong)):
            path = files.enter_context(originals.laid_open(original))
            rejected += _of_one(path, register, wrong[original.pk])
        kept = path if len(wrong) == 1 else None
        write_rejected(target, register.table, rejected, path=kept, job=originals.token(intake.pk), name=name)
    return target.getvalue()


def _of_one(path: Path, register: Register, rows: dict[int, StagedRow]) -> Iterator[Rejected]:
    """The rejected rows of one file, by their place in it, with their cells as they were typed."""
    keys = {column.title: column.key for column in register.table.columns}
    with read_table(path, register.table) as sheet:
        for raw in sheet.rows:
            row = rows.get(raw.number)
            if row is not None:
                told = json.loads(row.told) if row.told else []
                flaws = tuple(Flaw(keys.get(heading, ""), *rest) for heading, *rest in _ordered(told))
                yield Rejected(raw.number, row.number, raw.cells, flaws)


def _ordered(told: list[list[str]]) -> Iterator[list[str]]:
    """(heading, reason, suggestion, cell) of (heading, cell, reason, suggestion)."""
    for heading, cell, reason, suggestion in told:
        yield [heading, reason, suggestion, cell]
