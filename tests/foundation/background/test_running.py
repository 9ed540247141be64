"""How a job ends: done, tried again, given up; and what is kept of the reason."""

import logging
from datetime import timedelta

import pytest

from jingwei.foundation.actions import writing
from jingwei.foundation.background.leases import claim
from jingwei.foundation.background.models import Job
from jingwei.foundation.background.running import PAUSES, run
from jingwei.foundation.background.sweeping import sweep
from jingwei.foundation.clock import now
from tests.background import run_jobs
from tests.foundation.background import tasks

pytestmark = pytest.mark.django_db
START = "2026-03-01T09:00:00+08:00"


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(START, tick=False)
    return time_machine


def test_a_job_that_raised_is_tried_again_after_ever_longer_pauses_and_then_given_up(clock):
    tasks.fail.enqueue(1)
    for tried, pause in enumerate(PAUSES, 1):
        assert isinstance(run(claim("worker")), ValueError)
        job = Job.objects.get()
        assert (job.failures, job.failed_at, job.run_after - now()) == (tried, None, timedelta(seconds=pause))
        clock.move_to(now() + timedelta(seconds=pause - 1), tick=False)
        assert claim("worker") is None
        clock.move_to(now() + timedelta(seconds=1), tick=False)
    run(claim("worker"))
    assert (Job.objects.get().failed_at, claim("worker")) == (now(), None)


@pytest.mark.parametrize("task", [tasks.refuse, tasks.deny])
def test_what_another_try_cannot_change_is_given_up_at_once(task):
    task.enqueue()
    run(claim("worker"))
    assert Job.objects.get().failed_at == now()


def test_a_refusal_is_kept_in_its_own_words():
    tasks.refuse.enqueue()
    run(claim("worker"))
    assert Job.objects.get().error == "这件事不能办。"


def test_of_a_fault_the_kind_and_the_places_are_kept_but_not_the_words(settings, caplog):
    settings.DEMO = False
    tasks.fail.enqueue(1)
    with caplog.at_level(logging.ERROR):
        run(claim("worker"))
    error = Job.objects.get().error
    assert error.startswith("ValueError（") and "tasks.py:" in error
    assert "13800001234" not in error + caplog.text


def test_a_task_that_is_gone_is_given_up(db):
    with writing(reason="test"):
        Job(task="tests.foundation.background.tasks.long_gone", arguments={"args": [], "kwargs": {}}).save()
    run(claim("worker"))
    assert Job.objects.get().failed_at == now()


def test_what_stands_at_the_path_must_be_a_task():
    with writing(reason="test"):
        Job(task="tests.foundation.background.tasks.write", arguments={"args": [1], "kwargs": {}}).save()
    run(claim("worker"))
    assert (Job.objects.get().failed_at, tasks.written()) == (now(), [])


@pytest.mark.parametrize(("hours", "left"), [(7 * 24 - 1, 2), (7 * 24, 2), (7 * 24 + 1, 1)])
def test_a_finished_job_is_forgotten_after_a_week_and_a_failed_one_stays(clock, hours, left):
    tasks.note.enqueue(1)
    tasks.refuse.enqueue()
    run(claim("worker"))
    run(claim("worker"))
    clock.move_to(now() + timedelta(hours=hours), tick=False)
    sweep()
    assert Job.objects.count() == left


def test_a_task_goes_on_as_the_person_who_asked(secretary):
    tasks.note_reach_of.enqueue(secretary.post_id)
    run_jobs()
    assert tasks.written() == [len(secretary.path)]


@pytest.mark.parametrize("ended", ["post", "login"])
def test_a_task_ends_with_the_rights_of_who_asked(secretary, ended):
    from jingwei.organizations.models import Post

    with writing(reason="test"):
        post = Post.objects.get(pk=secretary.post_id)
        if ended == "post":
            post.until = now().date()
            post.save()
        else:
            secretary.user.is_active = False
            secretary.user.save()
    tasks.note_reach_of.enqueue(secretary.post_id)
    run(claim("worker"))
    assert (Job.objects.get().failed_at, tasks.written()) == (now(), [])
