"""Asking the interface as a program does: with a session, and an address."""

import csv
import io

from tests.cast import client_of

FIGURES = "/api/figures/"


def answered(actor, key="", headers=None, **query):
    """The answer about a figure; without a key, the definitions. `first` and `last` stand for `from` and `until`."""
    named = {{"first": "from", "last": "until"}.get(name, name): value for name, value in query.items()}
    return client_of(actor).get(f"{FIGURES}{key}/" if key else FIGURES, named, headers=headers)


def told(actor, key="", **query):
    """What it says."""
    answer = answered(actor, key, **query)
    assert answer.status_code == 200, answer.content.decode()
    return answer.json()


def lines(answer):
    """The rows of comma-separated text, the heads first."""
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


def refused(actor, key="", **query):
    """(status, what to do) of an answer that says no."""
    answer = answered(actor, key, **query)
    said = answer.json()
    assert (answer["Content-Type"], said["status"]) == ("application/problem+json", answer.status_code)
    return said["status"], said["detail"]
