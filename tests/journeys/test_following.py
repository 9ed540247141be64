"""Following up: a notice on what is late, measures against their targets, the files for others."""

from io import BytesIO

from docx import Document
from openpyxl import load_workbook

from .steps import fill, press, row, said, state

LATE = "老街沿街商铺走访登记"
PLAN = "云桥镇"


def reply(secretary, text):
    """The secretary answers the notice that stands on the home page."""
    secretary.goto("/")
    press(secretary, f"去回复：回复督办：{LATE}")
    fill(secretary, 回复内容=text)
    press(secretary, "送出回复")
    assert said(secretary) == "回复已送出。"


def test_a_late_task_is_supervised_until_the_reply_is_enough(visit):
    town, secretary = visit("shenjing", "/plans/notices/?open=1"), visit("zhoumingyuan", width=375)
    reply(secretary, "还差四家，店主在外地，月底前补齐。")
    press(row(town, "梧桐居民区第二党支部"), LATE)
    press(town, "办结")
    assert said(town) == "督办单已办结。"

    press(town.locator("dl.facts"), LATE)
    assert state(town.locator("main")) == "已逾期"
    press(town, "发督办单")
    fill(town, 督办事由="月底已过，仍未补齐，请再说明。")
    press(town, "发出督办单")
    reply(secretary, "已补齐两家。")
    town.reload()
    press(town, "退回补充")
    fill(town, 督办事由="请写明另外两家哪天补齐。")
    press(town, "退回")
    assert said(town) == "已退回，请对方补充回复。"
    reply(secretary, "另外两家后天上门登记。")
    town.reload()
    assert "另外两家后天上门登记。" in town.inner_text("main")
    press(town, "办结")
    assert said(town) == "督办单已办结。"


def test_a_plan_shows_its_measures_against_their_targets_and_is_taken_along(visit):
    town = visit("shenjing", "/plans/")
    press(row(town, PLAN), PLAN)
    title = town.locator("h1").inner_text()
    visits = row(town, "不少于 20 户")
    assert "户" in visits.inner_text()
    assert state(visits) != ""
    with town.expect_download() as word:
        press(town, "导出 Word")
    assert title in "\n".join(line.text for line in Document(str(word.value.path())).paragraphs)
    with town.expect_download() as excel:
        press(town, "导出 Excel")
    first = load_workbook(BytesIO(excel.value.path().read_bytes())).worksheets[0]
    assert any("每月走访不少于20户" in str(cell) for line in first.values for cell in line)
    assert title in excel.value.suggested_filename
