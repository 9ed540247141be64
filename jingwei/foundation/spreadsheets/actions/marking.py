"""Remembers of many staged rows at once that they were written, and as what."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import connection

from jingwei.foundation.journal import current_journal

from ..models import Staged, StagedRow

POSTGRES = """UPDATE {table} AS staged SET target = told.target, "left" = told.version, applied_at = %s
FROM unnest(%s::bigint[], %s::bigint[], %s::int[]) AS told (id, target, version) WHERE staged.id = told.id"""
SQLITE = 'UPDATE {table} SET target = ?, "left" = ?, applied_at = ? WHERE id = ?'


def mark_written(rows: Sequence[Staged], moment: datetime) -> None:
    """Each with its `target` and `left`, all at this moment."""
    current_journal()
    table = connection.ops.quote_name(StagedRow._meta.db_table)
    for row in rows:
        row.applied_at = moment
    if connection.vendor == "postgresql":
        columns = [[getattr(row, name) for row in rows] for name in ("pk", "target", "left")]
        with connection.cursor() as cursor:
            cursor.execute(POSTGRES.format(table=table), [moment, *columns])
        return
    field = StagedRow._meta.get_field("applied_at")
    at: Any = field.get_db_prep_save(moment, connection)
    connection.ensure_connection()
    with connection.wrap_database_errors:
        connection.connection.executemany(
            SQLITE.format(table=table), [(row.target, row.left, at, row.pk) for row in rows]
        )
