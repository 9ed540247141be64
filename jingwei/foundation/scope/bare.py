"""Tables without their indexes for the time of a load: building an index over rows that are there is far quicker than
keeping it up to date with each of millions. Only for set-up: it needs the owner's rights, and locks the tables."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection

from jingwei.foundation.journal import current_journal

# Checks and not-null stay: they cost nothing. So does a primary key that others lead to.
CONSTRAINTS = """
SELECT conname, pg_get_constraintdef(oid), contype FROM pg_constraint
WHERE conrelid = %s::regclass AND (contype IN ('f', 'u') OR contype = 'p' AND array_length(conkey, 1) > 1)
ORDER BY contype = 'f', conname
"""
INDEXES = """
SELECT i.indexname, i.indexdef FROM pg_indexes i
WHERE i.schemaname = current_schema() AND i.tablename = %s
  AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = format('%%I', i.indexname)::regclass)
"""
SQLITE_INDEXES = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = %s AND sql IS NOT NULL"


@contextmanager
def bare(*models: Any) -> Iterator[None]:
    """Take the indexes and foreign keys of these tables away for the block, and build them again at its end: whatever
    the block wrote is checked then. Raises IntegrityError."""
    current_journal()
    tables = [model._meta.db_table for model in models]
    again = _stripped(tables)
    yield
    if connection.vendor == "postgresql":
        connection.check_constraints()  # what waits for the end of the transaction would keep the tables from changing
    _run(again)


def _stripped(tables: Sequence[str]) -> list[str]:
    """Strip the tables; the statements that clothe them again."""
    if connection.vendor != "postgresql":
        found = [row for table in tables for row in _rows(SQLITE_INDEXES, table)]
        _run([f'DROP INDEX "{name}"' for name, _ in found])
        return [sql for _, sql in found]
    again: list[str] = []
    keys: list[str] = []
    for table in tables:
        for name, definition, kind in _rows(CONSTRAINTS, table):
            (keys if kind == "f" else again).append(f'ALTER TABLE "{table}" ADD CONSTRAINT "{name}" {definition}')
            _run([f'ALTER TABLE "{table}" DROP CONSTRAINT "{name}"'])
        for name, definition in _rows(INDEXES, table):
            again.append(definition)
            _run([f'DROP INDEX "{name}"'])
    return ["SET LOCAL maintenance_work_mem = '512MB'", *again, *keys]


def _rows(sql: str, table: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, [table])
        return list(cursor.fetchall())


def _run(statements: Sequence[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def count_keys_on(*models: Any) -> None:
    """PostgreSQL: let new rows get numbers above those that were given by hand."""
    if connection.vendor == "postgresql":
        from django.core.management.color import no_style

        _run(connection.ops.sequence_reset_sql(no_style(), list(models)))


def analyze() -> None:
    """Let the database learn how its rows are spread."""
    _run(["ANALYZE"])
