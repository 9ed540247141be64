"""What somebody with all rights over the database could do, and what the record is to find."""

from contextlib import contextmanager

from django.db import connection

from jingwei.foundation.record import sql


@contextmanager
def without_guard():
    """Whoever owns the tables can take their guard away."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET session_replication_role = replica")
            yield cursor
            cursor.execute("SET session_replication_role = DEFAULT")
            return
        for table in sql.TABLES:
            cursor.execute(f"DROP TRIGGER {table}_update")
            cursor.execute(f"DROP TRIGGER {table}_delete")
        yield cursor
        sql.guard(connection)


def tamper(*statements: str) -> None:
    with without_guard() as cursor:
        for statement in statements:
            cursor.execute(statement)
