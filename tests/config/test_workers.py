"""Beside the server there is always a worker; `jingwei work --once` does what is due and ends."""

import sys
import time
from io import StringIO

import pytest
from django.core.management import call_command

from jingwei.config import workers
from jingwei.config.workers import worker_beside
from jingwei.foundation.background.worker import Worker
from tests.foundation.background import tasks


def wait_for(done):
    until = time.monotonic() + 30
    while not done():
        assert time.monotonic() < until
        time.sleep(0.01)


def starts(file) -> int:
    return len(file.read_text()) if file.exists() else 0


def test_a_worker_that_dies_is_started_anew(tmp_path, monkeypatch):
    file = tmp_path / "starts"
    dying = f"open({str(file)!r}, 'a').write('x')"
    monkeypatch.setattr(workers, "COMMAND", [sys.executable, "-c", dying])
    monkeypatch.setattr(workers, "PAUSE", 0.01)
    with worker_beside():
        wait_for(lambda: starts(file) >= 3)


def test_the_worker_ends_with_the_server(tmp_path, monkeypatch):
    file = tmp_path / "starts"
    living = f"import time; open({str(file)!r}, 'a').write('x'); time.sleep(600)"
    monkeypatch.setattr(workers, "COMMAND", [sys.executable, "-c", living])
    began = time.monotonic()
    with worker_beside():
        wait_for(lambda: starts(file) == 1)
    assert time.monotonic() - began < 30  # it did not wait for the worker's own end


def test_a_worker_without_its_server_ends():
    Worker(beside=-1).work()


@pytest.mark.django_db
def test_what_is_due_is_done_once():
    tasks.note.enqueue(1)
    said = StringIO()
    call_command("work", once=True, stdout=said)
    call_command("work", once=True, stdout=said)
    assert (said.getvalue(), tasks.written()) == ("做完了 1 项后台事项。\n做完了 0 项后台事项。\n", [1])
