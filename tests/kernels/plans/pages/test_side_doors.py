"""The files that leave hold the rows that the reader may see, no more and no fewer."""

from io import BytesIO

import pytest
from docx import Document
from openpyxl import load_workbook

from jingwei.foundation.access.side_doors import side_doors
from jingwei.kernels.plans.models import Task
from jingwei.kernels.plans.selectors.tasks import tasks

OURS = {"plans:tasks_workbook", "plans:plan_workbook", "plans:plan_word"}


def rows_of(answer, sheet=None):
    book = load_workbook(BytesIO(answer.content))
    return [[cell.value for cell in row] for row in (book[sheet] if sheet else book.active).iter_rows(min_row=2)]


def test_every_file_that_leaves_is_registered():
    assert {route for route in side_doors() if route.startswith("plans:")} == OURS


@pytest.mark.parametrize(
    ("part", "number"), [("office_city", 2), ("office_district", 2), ("office_town", 2), ("office_other_town", 0)]
)
def test_the_workbook_of_tasks_holds_the_tasks_in_reach(cast, acting, browser, world, part, number):
    found = rows_of(browser(part).get("tasks_workbook"))
    with acting(getattr(cast, part)):
        expected = [[task.title, str(task.organization)] for task in tasks()]
    assert [row[:2] for row in found] == expected
    assert (len(found), Task._base_manager.count()) == (number, 2)


def test_the_workbook_of_tasks_keeps_to_the_filter(browser, world):
    assert [row[8] for row in rows_of(browser("office_town").get("tasks_workbook", state="under_way"))] == ["进行中"]


@pytest.mark.parametrize("route", ["plan_workbook", "plan_word"])
def test_a_plan_leaves_for_those_who_may_see_and_export_it(browser, world, route):
    for plan in ("plan", "draft"):
        found = {p: browser(p).get(route, world.pk(plan)).status_code for p in ("office_town", "office_other_town")}
        assert found == {"office_town": 200, "office_other_town": 404}


def test_a_plan_above_leaves_with_the_readers_own_tasks_only(cast, acting, browser, world):
    assert len(rows_of(browser("office_town").get("plan_workbook", world.pk("plan")), "任务")) == 2
    paper = Document(BytesIO(browser("office_district").get("plan_word", world.pk("plan")).content))
    assert any("下达任务2项" in paragraph.text for paragraph in paper.paragraphs)


def test_a_file_is_named_in_chinese_and_not_kept_by_the_browser(browser, world):
    answer = browser("office_town").get("plan_word", world.pk("plan"))
    assert answer["Content-Disposition"].startswith("attachment; filename*=UTF-8''%E4%BA%91%E6%A1%A5%E9%95%87")
    assert answer["Cache-Control"] == "private, no-store"
