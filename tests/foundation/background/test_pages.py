"""The system administrator sees what the program does by itself, and lets what was given up be done again."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from lxml import html

from jingwei.foundation.actions import writing
from jingwei.foundation.background.actions import given_up, retry
from jingwei.foundation.background.leases import claim
from jingwei.foundation.background.models import Job
from jingwei.foundation.background.running import run
from jingwei.foundation.background.selectors import failed_job
from jingwei.foundation.errors import Refused
from jingwei.foundation.record.models import Act
from jingwei.foundation.scope.reach import everywhere
from tests.background import run_jobs
from tests.cast import PARTS, client_of
from tests.foundation.background import tasks

PAGE = "/background/"


@pytest.fixture
def failed(tree) -> Job:
    tasks.refuse.enqueue()
    run(claim("worker"))
    return Job.objects.get()


def press(client, job: Job):
    return client.post(reverse("background:again", args=[job.pk]), {"request_key": str(uuid4())})


def table(client, title: str) -> list[list[str]]:
    page = html.fromstring(client.get(PAGE).content)
    rows = page.xpath(f'//table[caption[contains(., "{title}")]]/tbody/tr')
    return [[cell.text_content().strip() for cell in row.xpath("./*")] for row in rows]


def test_jobs_stand_under_what_becomes_of_them(system_admin, failed):
    client = client_of(system_admin)
    tasks.note.enqueue(1)
    run_jobs()
    tasks.note.using(priority=1).enqueue(2)
    claim("worker")
    tasks.note.enqueue(3)
    shown = {title: [row[0].partition("（")[0] for row in table(client, title)] for title in ("停下的", "进行中")}
    assert shown == {"停下的": ["后台事项"], "进行中": ["登记一行"]}
    assert (len(table(client, "等待中")), len(table(client, "最近完成"))) == (1, 1)
    assert table(client, "停下的")[0][3] == "这件事不能办。"


@pytest.mark.parametrize("number", [1, 3])
def test_a_page_of_many_jobs_asks_no_more(system_admin, number, django_assert_num_queries):
    client = client_of(system_admin)
    for one in range(number):
        tasks.note.enqueue(one)
    client.get(PAGE)
    with django_assert_num_queries(7):
        client.get(PAGE)


def test_what_was_given_up_is_done_again_at_one_press_and_that_is_recorded(system_admin, failed):
    assert press(client_of(system_admin), failed).url == PAGE
    job = Job.objects.get()
    assert (job.failed_at, job.failures, job.attempts) == (None, 0, 0)
    with everywhere(reason="test"):
        assert Act.objects.get(action="background.retry").title == "重新执行后台事项"


def test_two_presses_ask_for_it_once(system_admin, failed):
    client = client_of(system_admin)
    assert (press(client, failed).status_code, press(client, failed).status_code) == (302, 404)
    subject = given_up(system_admin, failed)
    with pytest.raises(Refused, match="已经重新安排"):
        retry(system_admin, subject)


def test_a_job_of_the_same_key_that_waits_goes_before(system_admin, failed):
    with writing(reason="test"):
        Job.objects.filter(pk=failed.pk).update(key="one")
        Job(task=failed.task, arguments=failed.arguments, key="one").save()
    answer = press(client_of(system_admin), failed)
    assert (answer.status_code, "同样的事项已经在排队" in answer.content.decode()) == (422, True)


@pytest.mark.parametrize("part", [part for part in PARTS if part != "system_admin"])
def test_nobody_else_sees_or_touches_jobs(part, actor_for, failed):
    actor = actor_for(part)
    assert failed_job(failed.pk) == failed  # there is something to see
    client = client_of(actor)
    assert (client.get(PAGE).status_code, press(client, failed).status_code) == (403, 403)
    with pytest.raises(PermissionDenied):
        retry(actor, given_up(actor, failed))


def test_a_job_that_has_not_failed_is_none_to_do_again(system_admin, tree):
    tasks.note.enqueue(1)
    assert press(client_of(system_admin), Job.objects.get()).status_code == 404
