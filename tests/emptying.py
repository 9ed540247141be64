"""Tests that commit empty the database afterwards; the record refuses that to everybody, so its guard stands aside."""

from django.db.backends.base.operations import BaseDatabaseOperations

from jingwei.foundation.record import sql

empty = BaseDatabaseOperations.execute_sql_flush


def empty_with_the_record(self, statements):
    connection = self.connection
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
            empty(self, statements)
            cursor.execute("SET session_replication_role = DEFAULT")
            return
        for table in sql.only_added():
            cursor.execute(f"DROP TRIGGER IF EXISTS {table}_update")
            cursor.execute(f"DROP TRIGGER IF EXISTS {table}_delete")
    empty(self, statements)
    sql.guard(connection, sql.only_added())


BaseDatabaseOperations.execute_sql_flush = empty_with_the_record
