"""What every benchmark needs: how the database is set, and how long a piece of SQL takes in it."""

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from django.db import connection

SHOWN = ("fsync", "synchronous_commit", "full_page_writes", "shared_buffers", "work_mem", "jit")


def described() -> str:
    """The database and the settings that decide about its speed: "PostgreSQL 16.4, fsync on, …"."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SHOW server_version")
            version = cursor.fetchone()[0].split()[0]
            said = []
            for name in SHOWN:
                cursor.execute(f"SHOW {name}")
                said.append(f"{name} {cursor.fetchone()[0]}")
            return ", ".join([f"PostgreSQL {version}", *said])
        cursor.execute("SELECT sqlite_version()")
        version = cursor.fetchone()[0]
        cursor.execute("PRAGMA synchronous")
        return f"SQLite {version}, synchronous {cursor.fetchone()[0]}"


def seconds(work: Callable[[], Any]) -> float:
    """How long one call takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def in_the_database(statement: tuple[str, Any]) -> float:
    """How long the database takes for a statement, in seconds; the driver has all rows by then. Neither building the
    query nor making objects of the rows is counted, on either side."""
    sql, params = statement
    with connection.cursor() as cursor:
        start = perf_counter()
        cursor.execute(sql, params)
        return perf_counter() - start


@dataclass
class Spent:
    """What the database took for a piece of the program: all statements together, and the slowest of them as (seconds,
    SQL, parameters)."""

    seconds: float = 0.0
    slowest: tuple[float, str, Any] = (0.0, "", ())

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        start = perf_counter()
        result = execute(sql, params, many, context)
        took = perf_counter() - start
        self.seconds += took
        self.slowest = max(self.slowest, (took, sql, params), key=lambda one: one[0])
        return result


def spent(work: Callable[[], Any]) -> Spent:
    """Run a piece of the program and count what the database took for its statements."""
    counter = Spent()
    with connection.execute_wrapper(counter):
        work()
    return counter


def explained(sql: str, params: Any) -> str:
    """How the database went about a statement."""
    how = "EXPLAIN (ANALYZE, BUFFERS)" if connection.vendor == "postgresql" else "EXPLAIN QUERY PLAN"
    with connection.cursor() as cursor:
        cursor.execute(f"{how} {sql}", params)
        return "\n".join(str(row[-1]) for row in cursor.fetchall())
