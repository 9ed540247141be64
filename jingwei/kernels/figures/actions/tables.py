"""The temporary tables in which a fold and a rebuilding reckon. They are empty at the beginning of each."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db import connection

from jingwei.foundation.scope.paths import LONGEST, SEGMENT

TABLES = {
    "figures_place": "organization_id bigint, path text",  # whose rows are counted anew
    "figures_grouped": "organization_id bigint, value text, month text, amount bigint",  # of one cut
    "figures_fresh": "organization_id bigint, cell_id integer, amount bigint",  # own, counted now
    "figures_delta": "organization_id bigint, cell_id integer, own bigint",  # own, now less before
    "figures_raised": "organization_id bigint, cell_id integer, amount bigint, own bigint",  # of all above too
    "figures_step": "length integer",  # of a path, of each level
}
# Any number, the same in every process: PostgreSQL's advisory locks go by number.
FOLDER = 7_305_121
BATCH = 1_000


def only_one_folder() -> None:
    """Wait until no other transaction changes roll-ups; then none can until this one ends. SQLite has one writer."""
    if connection.vendor == "postgresql":
        run("SELECT pg_advisory_xact_lock(%s)", [FOLDER])


def make_tables() -> None:
    """All of them, empty."""
    ending = " ON COMMIT DELETE ROWS" if connection.vendor == "postgresql" else ""
    for table, columns in TABLES.items():
        run(f"CREATE TEMPORARY TABLE IF NOT EXISTS {table} ({columns}){ending}")
        run(f"DELETE FROM {table}")
    many("INSERT INTO figures_step (length) VALUES (%s)", [[end] for end in range(SEGMENT, LONGEST + 1, SEGMENT)])


def known_sizes(*tables: str) -> None:
    """The planner of PostgreSQL is told how large they are."""
    if connection.vendor == "postgresql":
        for table in tables:
            run(f"ANALYZE {table}")


def run(statement: str, params: Sequence[Any] = ()) -> int:
    """Execute; the number of rows concerned."""
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return int(cursor.rowcount)


def many(statement: str, rows: Iterable[Sequence[Any]]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(statement, list(rows))


def passed_on(selected: str, split: Callable[[tuple[Any, ...]], Iterable[Sequence[Any]]], inserted: str) -> None:
    """Insert what `split` makes of each row selected, without holding many at a time."""
    with connection.cursor() as reading, connection.cursor() as writing:
        reading.execute(selected)
        batches = iter(lambda: reading.fetchmany(BATCH), [])
        made: Any = (new for batch in batches for row in batch for new in split(row))
        writing.executemany(inserted, made)


def rows(statement: str, params: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """Execute and read all."""
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return list(cursor.fetchall())
