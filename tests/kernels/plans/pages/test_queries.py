"""A page asks the database as often for three rows as for one."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jingwei.foundation.actions import writing
from jingwei.kernels.plans.actions import dispatching, progress, reading, supervising
from jingwei.kernels.plans.models import Task
from jingwei.organizations.models import Responsibility

from ..conftest import TEXT, TODAY

pytestmark = pytest.mark.slow


@pytest.fixture
def grown(cast, acting, duty, asking, granting, giving):
    """`grown(n)`: n of everything, on one branch: tasks, reports with files, notices, plans, clearances."""

    def grow(number):
        with writing(reason="test"):
            responsibility = Responsibility(organization=cast.tree.branch, kind="concrete", text="一件事")
            responsibility.save()
        clearance = granting(asking(fields=()))
        for n in range(number):
            granting(asking(title=f"第{n}份", fields=(f"内容{n}", f"另一内容{n}"), minutes=1))
            asking("handler", title=f"待审{n}", fields=(f"待审内容{n}",))
            (task,) = giving(
                cast.tree.branch, clearance=clearance, title=f"任务{n}", due_on=date(2026, 5, 25), amount=9
            )
            with acting(cast.secretary):
                progress.report(cast.secretary, task, happened_on=TODAY, note="在办", amount=1)
                progress.report(cast.secretary, task.fresh(), happened_on=TODAY, note="又办", amount=1)
            with acting(cast.office_town):
                supervising.issue(cast.office_town, task.fresh(), reason="请说明", reply_due_on=TODAY)
                reading.read_in(cast.office_town, cast.tree.town, text=TEXT)
            with writing(reason="test"):
                Task._base_manager.filter(pk=task.pk).update(responsibility=responsibility)

    return grow


def queries_of(client, path):
    client.get(path)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


PAGES = [
    ("office_town", "/plans/", 5),
    ("office_town", "/plans/tasks/", 5),
    ("office_town", "/plans/notices/", 4),
    ("office_district", "/plans/clearances/", 5),
    ("office_town", "/plans/burden/", 9),
    ("office_town", "/plans/progress/", 8),
    ("office_town", "/plans/notices/bulletin/", 10),
    ("secretary", "/plans/responsibilities/", 7),
    ("office_town", "/plans/self-check/", 7),
    ("secretary", "/", 23),
    ("office_town", "/", 24),
    ("office_district", "/", 26),
]


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("part", "path", "queries"), PAGES, ids=[f"{part} {path}" for part, path, _ in PAGES])
def test_a_list_asks_as_often_for_three_rows_as_for_one(browser, grown, part, path, queries, number):
    grown(number)
    assert queries_of(browser(part).client, path) == queries


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("page", "queries"), [("", 19), ("tasks/", 10), ("dispatch/", 12)])
def test_a_duty_asks_as_often_for_three_tasks_as_for_one(browser, grown, duty, page, queries, number):
    grown(number)
    path = f"/plans/duties/{duty.pk}/{page}" if page else f"/plans/{duty.item.chapter.plan_id}/"
    assert queries_of(browser("office_town").client, path) == queries


@pytest.mark.parametrize("number", [1, 3])
def test_a_task_asks_as_often_for_three_reports_children_and_notices_as_for_one(
    browser, cast, acting, giving, clearance, order, number
):
    (task,) = giving(cast.tree.community, clearance=clearance, due_on=date(2026, 5, 25), period="once", amount=9)
    for n in range(number):
        file = SimpleUploadedFile(f"纪要{n}.txt", f"议题{n}".encode())
        with acting(cast.office_town):
            progress.report(cast.office_town, task.fresh(), happened_on=TODAY, note="在办", amount=1, upload=file)
            passed = order(title=f"分解{n}", due_on=date(2026, 5, 25), amount=9)
            dispatching.pass_on(cast.office_town, task, organizations=[cast.tree.branch], order=passed)
            notice = supervising.issue(cast.office_town, task.fresh(), reason="请说明", reply_due_on=TODAY)
        with acting(cast.superior):
            supervising.reply(cast.superior, notice, text="好")
        with acting(cast.office_town):
            supervising.close(cast.office_town, notice)
    assert queries_of(browser("office_town").client, f"/plans/tasks/{task.pk}/") == 13


@pytest.mark.parametrize("number", [1, 3])
def test_a_review_asks_as_often_for_three_items_as_for_one(cast, acting, browser, number):
    items = "".join(f"（{n}）会议。各村每季度召开{n}次会议，每月走访{n}户。\n" for n in "一二三"[:number])
    with acting(cast.office_town):
        plan = reading.read_in(cast.office_town, cast.tree.town, text=f"2026年要点\n一、基础\n{items}")
    assert queries_of(browser("office_town").client, f"/plans/{plan.pk}/review/") == 13


@pytest.mark.parametrize("number", [1, 3])
def test_an_application_asks_as_often_beside_three_others_as_beside_one(browser, grown, asking, number):
    grown(number)
    new = asking(title="最后一件", fields=("最后内容",))
    assert queries_of(browser("office_district").client, f"/plans/clearances/{new.pk}/") == 13
