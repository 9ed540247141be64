"""A bare WSGI program, the limit of a page: it asks the database what the page asked, in the same words, with the
driver and nothing else, and writes the rows as a table with joined strings.

    python -m benchmarks.bare PORT FILE

serves what the file (a pickled Question) says, with the server that the product ships, set as the product sets it.
"""

import os
import pickle
import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

FILE = "JINGWEI_BARE"
HEAD = '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>-</title></head><body><table>'
END = "</table></body></html>"
Statement = tuple[str, Any]


@dataclass(frozen=True)
class Question:
    """Which database ("postgresql", "sqlite") at which address, what it is asked, in turn, and the columns of the
    longest answer that are shown (all when none is named)."""

    vendor: str
    address: str
    statements: Sequence[Statement]
    columns: Sequence[str] = ()


class Bare:
    """The program. Each thread keeps its connection."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self.kept = threading.local()

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        body = table(self.answers(), self.question.columns).encode()
        start_response("200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(body)))])
        return [body]

    def answers(self) -> list[tuple[Any, list[Any]]]:
        """(description, rows) of each statement."""
        if not hasattr(self.kept, "connection"):
            self.kept.connection = connected(self.question)
        cursor, found = self.kept.connection.cursor(), []
        for sql, params in self.question.statements:
            cursor.execute(sql, params)
            found.append((cursor.description, cursor.fetchall()))
        return found


def table(answers: Sequence[tuple[Any, list[Any]]], columns: Sequence[str]) -> str:
    """The longest answer as a table."""
    description, rows = max(answers, key=lambda one: len(one[1]))
    names = [column[0].rpartition("__")[2] for column in description]
    shown = [names.index(name) for name in columns] or range(len(names))
    lines = ("".join([f"<td>{escape(str(row[at]))}</td>" for at in shown]) for row in rows)
    return "".join([HEAD, *[f"<tr>{line}</tr>" for line in lines], END])


def connected(question: Question) -> Any:
    """A connection of the driver, each statement of which is on its own."""
    if question.vendor == "postgresql":
        import psycopg

        return psycopg.connect(question.address, autocommit=True)
    import sqlite3

    from django.db.backends.sqlite3._functions import register  # what the statements may call, at the start only

    kept = sqlite3.connect(question.address, isolation_level=None)
    register(kept)
    return kept


# What the workers of the server call; who only starts the server has no file yet.
application = Bare(pickle.loads(Path(os.environ[FILE]).read_bytes())) if FILE in os.environ else None


def main(port: str, file: str) -> None:
    """Serve until stopped."""
    import django

    os.environ[FILE] = file
    django.setup()
    from jingwei.config.management.commands.serve import server

    server("127.0.0.1", int(port), "benchmarks.bare:application").serve()


if __name__ == "__main__":
    main(*sys.argv[1:])
