"""A worker that is killed loses its job to the next one: nothing is lost, nothing is done twice."""

import os
import signal
import subprocess
import sys
import time
from random import Random

import pytest
from django.db import connections

from jingwei.foundation.background.models import Job
from tests.architecture.sources import ROOT
from tests.foundation.background import tasks

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
ROWS, KILLS, SECONDS = 2000, 10, 90


@pytest.fixture
def elsewhere(tmp_path, transactional_db):
    """The environment of workers, and a database that they share with the test."""
    settings = connections["default"].settings_dict
    chosen = {"JINGWEI_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "tests.foundation.background.settings"}
    if settings["ENGINE"].endswith("postgresql"):
        url = "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**settings)
        yield {**os.environ, **chosen, "DATABASE_URL": url, "JINGWEI_DATABASE_ROLE": ""}
        return
    file = tmp_path / "jobs.sqlite3"
    environment = {**os.environ, **chosen, "DATABASE_URL": f"sqlite:///{file}"}
    subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], cwd=ROOT, env=environment, check=True)
    yield from in_file(settings, file, environment)


def in_file(settings, file, environment):
    """Let the test itself use the database of the file."""
    own = connections["default"]
    connections["default"] = connections.create_connection("default")
    connections["default"].settings_dict = {**settings, "NAME": str(file), "OPTIONS": {"timeout": 20}}
    try:
        yield environment
    finally:
        connections["default"].close()
        connections["default"] = own


def started(environment, *more: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "manage.py", "work", *more], cwd=ROOT, env=environment)


def test_a_job_goes_on_by_itself_when_its_worker_is_killed_at_random_moments(elsewhere):
    chance = Random(7)
    tasks.append.enqueue(ROWS)
    reached = []
    for _ in range(KILLS):
        worker = started(elsewhere)
        beginning = len(tasks.written())
        wait_until(lambda start=beginning: len(tasks.written()) > start)
        time.sleep(chance.uniform(0, 0.3))
        worker.kill()
        worker.wait()
        reached.append(len(tasks.written()))
    assert reached == sorted(set(reached))  # each had got on, and none had done it all
    assert reached[-1] < ROWS
    last = started(elsewhere)
    wait_until(lambda: Job.objects.filter(finished_at__isnull=False).exists())
    last.send_signal(signal.SIGTERM)
    assert last.wait(20) == 0
    assert tasks.written() == list(range(ROWS))


def test_a_worker_asked_to_stop_puts_a_long_job_back_at_once(elsewhere):
    tasks.append.enqueue(ROWS)
    worker = started(elsewhere)
    wait_until(lambda: tasks.written())
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(20) == 0
    job = Job.objects.get()
    assert (job.leased_until, job.finished_at, job.failures) == (None, None, 0)
    assert 0 < len(tasks.written()) < ROWS


def wait_until(done):
    until = time.monotonic() + SECONDS
    while not done():
        assert time.monotonic() < until, "nothing happens"
        time.sleep(0.02)
