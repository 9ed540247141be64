"""The bare program beside which pages are measured: it asks the same and writes the rows."""

import sqlite3

from benchmarks.bare import Bare, Question, table
from benchmarks.serving import plain


def test_it_asks_everything_and_writes_the_rows_of_the_longest_answer(tmp_path):
    file = str(tmp_path / "rows.sqlite3")
    with sqlite3.connect(file) as rows:
        rows.executescript("CREATE TABLE t (id, name); INSERT INTO t VALUES (1, '<甲>'), (2, '乙')")
    rows.close()
    asked = [("SELECT id, name FROM t ORDER BY id", []), ("SELECT count(*) FROM t WHERE id > ?", [1])]
    said = []
    program = Bare(Question("sqlite", file, asked, ("name",)))
    (body,) = program({}, lambda status, headers: said.append(status))
    assert said == ["200 OK"]
    assert "<table><tr><td>&lt;甲&gt;</td></tr><tr><td>乙</td></tr></table>" in body.decode()
    assert [rows for _, rows in program.answers()] == [[(1, "<甲>"), (2, "乙")], [(1,)]]
    program.kept.connection.close()


def test_columns_are_found_by_their_last_word():
    description, rows = [("id",), ("organization__name",)], [(1, "甲"), (2, "乙")]
    assert "<tr><td>甲</td></tr>" in table([(description, rows)], ("name",))
    assert "<tr><td>1</td><td>甲</td></tr>" in table([(description, rows)], ())


def test_a_statement_is_written_as_the_driver_takes_it(db):
    from django.db import connection

    mark = "?" if connection.vendor == "sqlite" else "%s"
    assert plain("SELECT %s", ("a",)) == (f"SELECT {mark}", ["a"])
