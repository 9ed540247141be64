"""Asking the villages for something: what is refused says why, and nothing that was typed is lost."""

from .steps import ask_for_clearance, grant, press, said, state

HELD = "党员人数"


def test_a_field_that_is_held_already_is_refused_with_its_place_and_nothing_typed_is_lost(visit):
    town = visit("shenjing", "/plans/clearances/new/")
    ask_for_clearance(town, "冬季走访登记", f"{HELD}\n走访户数（冬季）")
    refusal = town.locator(".refusal").inner_text()
    assert HELD in refusal
    assert "党员名册" in refusal
    assert town.get_by_label("要社区").input_value() == "冬季走访登记"
    assert town.get_by_label("要填哪些内容").input_value() == f"{HELD}\n走访户数（冬季）"
    assert town.get_by_role("radio", name="村", exact=True).is_checked()

    town.get_by_label("要填哪些内容").fill("走访户数（冬季）")
    press(town, "送区里审核")
    assert said(town) == "申请已送区里审核。"
    grant(visit("guwenbo"), "冬季走访登记")
    town.reload()
    assert state(town.locator("main")) == "同意准入"


def test_what_the_law_forbids_is_refused_with_its_clause(visit):
    town = visit("shenjing", "/plans/clearances/new/")
    town.get_by_role("checkbox", name="要求打卡签到").check()
    ask_for_clearance(town, "冬季走访登记", "")
    refusal = town.locator(".refusal")
    assert "打卡" in refusal.inner_text()
    assert refusal.get_by_role("link").count() == 1, "the clause is linked"
    assert town.get_by_role("checkbox", name="要求打卡签到").is_checked()
