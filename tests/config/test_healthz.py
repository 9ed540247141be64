"""Whether the program is well."""

from importlib.metadata import version

from django.db import connection
from django.test import Client


def test_a_well_program_says_ok_to_anybody(db):
    answer = Client().get("/healthz")
    assert (answer.status_code, answer.json()) == (
        200,
        {"status": "ok", "database": "ok", "version": version("jingwei")},
    )


def test_a_program_without_its_database_says_so(db, monkeypatch):
    monkeypatch.setattr(connection, "is_usable", lambda: False)
    answer = Client().get("/healthz")
    assert (answer.status_code, answer.json()["status"], answer.json()["database"]) == (503, "failing", "unreachable")


def test_asking_takes_no_login_and_leaves_no_cookie(db):
    assert Client().get("/healthz").cookies == {}
