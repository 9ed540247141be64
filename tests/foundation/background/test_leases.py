"""A job belongs to one worker at a time; who dies loses it, who was too slow notices."""

from datetime import timedelta

import pytest

from jingwei.foundation.actions import writing
from jingwei.foundation.background.leases import (
    BROKEN_OFF,
    MOST_ATTEMPTS,
    LeaseLost,
    PutBack,
    claim,
    held,
    hold_lease,
)
from jingwei.foundation.background.models import Job
from jingwei.foundation.background.running import run
from jingwei.foundation.clock import now
from tests.background import run_jobs
from tests.foundation.background import tasks

pytestmark = pytest.mark.django_db
START = "2026-03-01T09:00:00+08:00"


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(START, tick=False)
    return time_machine


@pytest.mark.parametrize(("seconds", "taken"), [(14, False), (15, False), (16, True)])
def test_a_job_is_taken_again_when_its_lease_has_ended(clock, seconds, taken):
    tasks.note.enqueue(1)
    assert claim("first") is not None
    clock.move_to(now() + timedelta(seconds=seconds), tick=False)
    assert (claim("second") is not None) is taken


def test_a_renewed_lease_goes_on(clock):
    tasks.note.enqueue(1)
    lease = claim("first")
    clock.move_to(now() + timedelta(seconds=10), tick=False)
    assert lease.renew()
    clock.move_to(now() + timedelta(seconds=10), tick=False)
    assert claim("second") is None


def test_who_was_too_slow_writes_nothing_more(clock):
    tasks.note.enqueue(1)
    slow = claim("slow")
    clock.move_to(now() + timedelta(seconds=16), tick=False)
    quick = claim("quick")
    with held(slow), pytest.raises(LeaseLost):
        hold_lease()
    assert slow.update(finished_at=now()) is False
    run(quick)
    assert Job.objects.get().finished_at is not None


def test_who_is_asked_to_stop_puts_the_job_back_for_the_next():
    tasks.append.enqueue(50)
    lease = claim("first")
    lease.stopping.set()
    with held(lease), pytest.raises(PutBack):
        hold_lease()
    assert run(lease) is None
    assert tasks.written() == []
    assert run_jobs() == 1
    assert tasks.written() == list(range(50))


def test_nothing_is_asked_of_a_task_called_outside_a_job():
    hold_lease()
    tasks.append.call(3)
    assert tasks.written() == [0, 1, 2]


def test_a_job_that_takes_its_workers_down_is_given_up(clock):
    tasks.note.enqueue(1)
    for _ in range(MOST_ATTEMPTS):
        assert claim("dies") is not None
        clock.move_to(now() + timedelta(seconds=16), tick=False)
    assert claim("next") is None
    job = Job.objects.get()
    assert (job.failed_at, job.error) == (now(), BROKEN_OFF)


def test_a_job_that_gets_on_may_be_broken_off_as_often_as_it_likes(clock):
    tasks.note.enqueue(1)
    for _ in range(3 * MOST_ATTEMPTS):
        lease = claim("dies")
        with held(lease):
            hold_lease()
        clock.move_to(now() + timedelta(seconds=16), tick=False)
    assert run_jobs() == 1


def test_a_worker_of_one_queue_leaves_the_others():
    with writing(reason="test"):
        Job(task="tests.foundation.background.tasks.note", arguments={"args": [1], "kwargs": {}}, queue="slow").save()
    assert claim("first", ["quick"]) is None
    assert claim("first", ["quick", "slow"]) is not None
