"""The main job, from a document to a followed result: four people, each with a browser of their own."""

import pytest

from .steps import (
    ask_for_clearance,
    dispatch_to_villages,
    document,
    fill,
    fill_blank,
    grant,
    photo,
    piece,
    press,
    read_in,
    report,
    row,
    said,
    state,
)


def correct(town):
    """Everything a reviewer can do, once each."""
    press(piece(town, "讲党课不少于1次"), "修改")
    fill(town, 谁来做="各村党支部书记")
    press(town, "保存")
    assert "各村党支部书记" in piece(town, "讲党课不少于1次").inner_text()
    press(piece(town, "统一编印学习材料"), "拆分")
    town.get_by_role("radio", name="统一编印学习材料").check()
    press(town, "保存")
    assert town.locator(".piece", has_text="统一编印学习材料").count() == 1
    press(piece(town, "至少开展2次党员冬训"), "并入下一项")
    assert "镇党建办统一编印" in piece(town, "至少开展2次党员冬训").inner_text()
    press(piece(town, "冬季用火安全"), "不作为任务")
    assert state(piece(town, "冬季用火安全")) == "不作为任务"
    press(town.locator(".review", has_text="壮大组织力量"), "补充一项职责")
    fill(town, 要做什么="为新建支部各配一名指导员", 谁来做="镇党建办")
    press(town, "保存")
    fill_blank(town, "5")
    town.locator(".measures li", has_text="45").get_by_role("link").click()
    town.get_by_label("由系统自动统计").select_option(label="党支部（个）")
    press(town, "保存")
    assert state(town.locator(".measures li", has_text="45")) == "系统自动统计"


@pytest.mark.parametrize("javascript", [True, False], ids=["with-scripts", "without-scripts"])
def test_a_document_becomes_work_that_is_followed_to_its_result(visit, tmp_path, javascript):
    town = visit("shenjing", "/plans/new/", javascript=javascript)
    read_in(town, document(tmp_path))
    correct(town)
    press(town, "核对完了，审定")
    assert said(town) == "已审定。现在可以逐项下达任务。"
    plan = town.url

    town.goto("/plans/clearances/new/")
    ask_for_clearance(town, "党员冬训情况", "参加冬训人次")
    assert said(town) == "申请已送区里审核。"
    district = visit("guwenbo", javascript=javascript)
    grant(district, "党员冬训情况")
    assert said(district) == "审核结果已送申请单位。"

    town.goto(plan)
    dispatch_to_villages(town, "党员冬训", "开展党员冬训", "党员冬训情况")
    assert said(town) == "已下达给 4 个单位。"
    assert state(row(town, "上云村")) == "未开始"

    secretary = visit("tangweimin", width=375, javascript=javascript)
    press(secretary, "填进展：开展党员冬训")
    report(secretary, "第一次冬训，到会二十六人。", amount="1", file=photo())
    assert said(secretary) == "进展已记下。"
    follow(town, secretary.url)


def follow(town, task):
    """The town, level by level down to the record of the village."""
    town.goto("/plans/progress/")
    press(town, "上云村")
    assert state(row(town, "开展党员冬训")) == "进行中"
    press(town, "开展党员冬训")
    assert town.url == task
    assert "第一次冬训，到会二十六人。" in town.inner_text("main")
    with town.expect_download() as saved:
        press(town, "佐证材料：现场照片.jpg")
    assert saved.value.path().read_bytes()[:3] == b"\xff\xd8\xff"
