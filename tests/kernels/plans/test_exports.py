"""A plan and its tasks as files: reopened as a reader would."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document
from openpyxl import load_workbook

from jingwei.foundation.spreadsheets.workbooks import workbook
from jingwei.kernels.plans import exports
from jingwei.kernels.plans.selectors.tasks import tasks

from .conftest import TODAY

FORMULA = "=1+1"


@pytest.fixture
def given(cast, giving, clearance):
    return giving(cast.tree.community, cast.tree.other_community, clearance=clearance, title=FORMULA)


def cells(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_a_plan_is_three_sheets(cast, acting, plan, given):
    with acting(cast.office_town):
        book = load_workbook(BytesIO(exports.plan_workbook(plan, on=TODAY)))
    assert book.sheetnames == ["职责", "量化要求", "任务"]
    assert [row[0] for row in cells(book["任务"])[1:]] == [FORMULA, FORMULA]
    assert [row[1] for row in cells(book["任务"])[1:]] == ["云桥东社区", "云桥西社区"]


def test_no_title_becomes_a_formula(cast, acting, plan, given):
    with acting(cast.office_town):
        book = load_workbook(BytesIO(exports.plan_workbook(plan, on=TODAY)))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds


def test_measures_stand_in_the_workbook_as_numbers(cast, acting, plan, given):
    with acting(cast.office_town):
        book = load_workbook(BytesIO(exports.plan_workbook(plan, on=TODAY)))
    heads, *rows = cells(book["量化要求"])
    assert heads == ["条", "内容", "要求", "合计要完成", "已完成", "单位", "期限", "状态"]
    assert len(rows) == 4 and {row[-1] for row in rows} == {"还没有下达"}


def test_the_tasks_are_dates_and_numbers(cast, acting, given):
    with acting(cast.office_town):
        book = load_workbook(BytesIO(workbook([exports.task_sheet(tasks(), on=TODAY)])))
    _, first, _ = cells(book.active)
    assert (first[3], first[6].date(), first[8]) == (1, date(2026, 4, 1), "未开始")


def test_a_plan_is_a_paper_with_every_item(cast, acting, plan, given):
    with acting(cast.office_town):
        paper = Document(BytesIO(exports.plan_word(plan, on=TODAY)))
    lines = [paragraph.text for paragraph in paper.paragraphs]
    assert lines[:2] == ["云桥镇2026年基层党建工作要点落实情况", "截至2026年5月20日。"]
    assert "一、抓好队伍建设" in lines
    assert any("下达任务2项，已完成0项" in line for line in lines)
    assert [cell.text for cell in paper.tables[0].rows[0].cells] == ["量化要求", "目标", "已完成", "状态"]


def test_signs_that_no_file_can_hold_do_not_stop_the_export(cast, acting, giving):
    giving(cast.tree.town, title="第一行\x0b第二行\x01")
    with acting(cast.office_town):
        book = load_workbook(BytesIO(workbook([exports.task_sheet(tasks(), on=TODAY)])))
    assert book.active["A2"].value.startswith("第一行")
