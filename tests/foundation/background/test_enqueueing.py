"""A job is there if and only if what asked for it is."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from django_tasks import TaskResultStatus

from jingwei.foundation.actions import writing
from jingwei.foundation.background.backend import enqueue_once
from jingwei.foundation.background.models import Job
from tests.background import run_jobs
from tests.foundation.background import tasks

pytestmark = pytest.mark.django_db


def test_a_job_waits_until_it_is_run():
    result = tasks.note.enqueue(7)
    assert (result.status, tasks.written()) == (TaskResultStatus.READY, [])
    assert run_jobs() == 1
    assert tasks.written() == [7]
    result.refresh()
    assert result.status == TaskResultStatus.SUCCESSFUL
    assert run_jobs() == 0


def test_a_job_goes_with_the_transaction_that_asked_for_it():
    with pytest.raises(RuntimeError), transaction.atomic():
        tasks.note.enqueue(1)
        assert Job.objects.count() == 1  # there is something to roll back
        raise RuntimeError
    assert Job.objects.count() == 0


def test_a_job_leaves_no_change_in_the_journal_of_the_act():
    with writing(reason="test") as journal:
        tasks.note.enqueue(1)
    assert journal.changes == []


def test_two_jobs_of_one_key_are_one_while_unfinished():
    first = enqueue_once(tasks.note, "note 1", 1)
    assert enqueue_once(tasks.note, "note 1", 1).id == first.id
    assert enqueue_once(tasks.note, "note 2", 2).id != first.id
    assert run_jobs() == 2
    assert enqueue_once(tasks.note, "note 1", 1).id != first.id
    assert run_jobs() == 1
    assert tasks.written() == [1, 2, 1]


def test_jobs_without_a_key_are_all_different():
    assert tasks.note.enqueue(1).id != tasks.note.enqueue(1).id
    assert run_jobs() == 2


def test_the_urgent_come_first_then_those_that_came_first():
    for number, priority in ((1, 0), (2, 5), (3, 0), (4, 5)):
        tasks.note.using(priority=priority).enqueue(number)
    run_jobs()
    assert tasks.written() == [2, 4, 1, 3]


def test_a_job_waits_for_its_time(time_machine):
    time_machine.move_to("2026-03-01T09:00:00+08:00", tick=False)
    tasks.note.using(run_after=timezone.now() + timedelta(hours=1)).enqueue(1)
    time_machine.move_to("2026-03-01T09:59:59+08:00", tick=False)
    assert run_jobs() == 0
    time_machine.move_to("2026-03-01T10:00:00+08:00", tick=False)
    assert run_jobs() == 1


def test_what_is_no_json_is_not_taken():
    with pytest.raises(TypeError):
        tasks.note.enqueue(timezone.now())
    assert Job.objects.count() == 0


def test_a_task_may_ask_which_attempt_it_is():
    tasks.note_attempt.enqueue()
    run_jobs()
    assert tasks.written() == [1]
