"""A district's roster of 100,000 members comes in: from the file to the last row written, against COPY of the same rows
into the same tables with the same indexes and constraints."""

import resource
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

from django.conf import settings
from django.db import connection

from benchmarks import Row, Stage
from benchmarks.measuring import seconds
from benchmarks.rosters import district, roster
from jingwei.foundation.access.actor import Actor
from jingwei.foundation.background.worker import Worker
from jingwei.foundation.scope.reach import reaching
from jingwei.foundation.spreadsheets.actions import sending
from jingwei.foundation.spreadsheets.models import Intake
from jingwei.foundation.spreadsheets.tasks import apply_intake, check_intake

SCALE = ""
ROWS = 100_000
MEMBERS, WORDS, USERS, POSTS = "members_member", "members_nameword", "accounts_user", "organizations_post"
AIM = "≤ 5 ×"


def run(stage: Stage) -> Iterator[Row]:
    """Rows import: with and without login accounts; then COPY alone, bare."""
    actor, file = district(), stage.folder / "roster.xlsx"
    stage.say(f"writing a roster of {ROWS} rows")
    wrong = roster(file, ROWS)
    for work, with_accounts in (("import", False), ("import with login accounts", True)):
        stage.say(work)
        spent = imported(actor, file, stage, with_accounts=with_accounts)
        intake = Intake._base_manager.latest("id")
        if (intake.read, intake.rejected) != (ROWS, wrong):
            raise AssertionError(f"{intake.read} rows read, {intake.rejected} rejected; expected {ROWS}, {wrong}")
        stage.say(f"{work}: memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
        tables = (MEMBERS, WORDS) + ((USERS, POSTS) if with_accounts else ())
        copied = clone_and_copy(tables, stage.folder)
        yield Row(work, "s", spent, copied, ROWS, AIM)
        if not with_accounts:
            bare = clone_and_copy((MEMBERS,), stage.folder, whole=False)
            yield Row("COPY into a bare table, for comparison", "s", copied, bare, ROWS)
        emptied()


def imported(actor: Actor, file: Path, stage: Stage, *, with_accounts: bool) -> float:
    """Seconds from the file to the last row, as the pages and the worker go: sent, checked, confirmed, written."""
    began = perf_counter()
    with reaching(actor.reach()):
        blank = sending.blank(actor, "members")
        intake = sending.send(actor, blank, filename=file.name, content=file.read_bytes())
        check_intake.enqueue(intake.pk, actor.post_id)
        Worker().work_off()
        stage.say(f"  checked after {perf_counter() - began:.1f} s")
        intake = sending.confirm(actor, intake, with_accounts=with_accounts)
        apply_intake.enqueue(intake.pk, actor.post_id)
        Worker().work_off()
    spent = perf_counter() - began
    stage.say(f"  written after {spent:.1f} s")
    return spent


def clone_and_copy(tables: Sequence[str], folder: Path, *, whole: bool = True) -> float:
    """Seconds of COPY of what the import wrote into empty tables made alike: with indexes and constraints, or (not
    `whole`) without any. The rows are in files before the clock starts."""
    files = [_copied_out(table, folder / table) for table in tables]
    _executed("RESET ROLE")  # the program's own role makes no tables
    clones = [_clone(table, whole=whole) for table in tables]

    def copy_all() -> None:
        for clone, file in zip(clones, files, strict=True):
            _copied_in(clone, file)

    spent = seconds(copy_all)
    for clone in clones:
        _executed(f"DROP TABLE {clone} CASCADE")
    _executed(f"SET ROLE {settings.DATABASE_ROLE}")
    return spent


def _copied_out(table: str, file: Path) -> Path:
    """What the import wrote, in a file."""
    copying = f"COPY (SELECT * FROM {table} {_WRITTEN.get(table, '')}) TO STDOUT"
    with connection.cursor() as cursor, file.open("wb") as out, cursor.copy(copying) as copy:
        for block in copy:
            out.write(block)
    return file


_WRITTEN = {USERS: "WHERE username <> 'bench'", POSTS: "WHERE role = 'member'"}


def _copied_in(clone: str, file: Path) -> None:
    with connection.cursor() as cursor, file.open("rb") as source, cursor.copy(f"COPY {clone} FROM STDIN") as copy:
        while block := source.read(1 << 16):
            copy.write(block)


def _clone(table: str, *, whole: bool) -> str:
    """An empty table like another one, whose foreign keys lead to the same tables."""
    clone = f"{table}_alike"
    _executed(f"CREATE TABLE {clone} (LIKE {table} {'INCLUDING ALL' if whole else ''})")
    sql = "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = %s::regclass AND contype = 'f'"
    for (definition,) in _executed(sql, [table]) if whole else ():
        _executed(f"ALTER TABLE {clone} ADD {definition}")
    return clone


def emptied() -> None:
    """Nothing was imported."""
    _executed("RESET ROLE")
    _executed(f"TRUNCATE {MEMBERS}, spreadsheets_stagedrow, spreadsheets_original, spreadsheets_intake CASCADE")
    _executed(f"SET ROLE {settings.DATABASE_ROLE}")


def _executed(sql: str, params: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return list(cursor.fetchall()) if cursor.description else []
