"""Who may enter what: each finds the own rooms in the menu, and a closed door says so politely."""

import pytest

from .steps import press, row

PLANS, RECORD, ACCOUNTS, CALENDAR, MINE = "/plans/", "/record/", "/account/accounts/", "/calendar/", "/members/mine/"
OPEN = {
    "linxiaoyun": {PLANS, MINE},
    "wangguizhen": {MINE},
    "yanzhengqing": {RECORD},
    "taolixin": {CALENDAR},
    "shiminhui": {ACCOUNTS},
}


@pytest.mark.parametrize("login", OPEN)
def test_everybody_enters_the_own_rooms_and_no_others(visit, login):
    page = visit(login)
    assert page.locator("h1").inner_text().endswith("，您好") or page.locator(".duties").count() == 1
    statuses = {path: page.goto(path).status for path in (PLANS, RECORD, ACCOUNTS, CALENDAR, MINE)}
    assert statuses == {path: 200 if path in OPEN[login] else 403 for path in statuses}


def test_a_member_reads_what_has_been_approved_and_is_offered_nothing_else(visit):
    page = visit("linxiaoyun")
    press(page.locator("main"), "工作要点")
    press(row(page, "云桥镇"), "云桥镇")
    assert "不少于 20 户" in page.inner_text("main")
    assert page.locator("main").get_by_role("link", name="下达").count() == 0
    assert page.locator("main .button:visible").all_inner_texts() == ["打印"]


def test_a_resident_reads_which_article_a_number_comes_from(visit):
    page = visit("wangguizhen", width=375)
    press(page.locator("main"), "法规")
    press(page, "组织生活")
    press(page, "支部党员大会每季度的次数")
    assert "《中国共产党支部工作条例（试行）》第十一条" in page.inner_text("main")


def test_a_closed_door_says_so_and_leads_home(visit):
    page = visit("yanzhengqing", PLANS)
    assert page.locator("h1").inner_text() == "您现在的岗位不能办这件事"
    press(page, "回到首页")
    assert page.locator("main").get_by_role("link", name="操作记录").count() == 1


def test_an_auditor_reads_what_was_done(visit):
    page = visit("yanzhengqing", RECORD)
    page.locator("tbody tr").first.get_by_role("link").first.click()
    assert page.locator("h1").inner_text() != ""
    assert page.locator("main dl.facts").count() >= 1


def test_who_holds_two_posts_changes_between_them_in_the_header(visit):
    page = visit("xujianhua")
    assert page.locator(".post summary strong").inner_text() == "梧桐居民区 书记"
    page.locator(".post summary").click()
    press(page.locator(".post"), "梧桐居民区第三党支部")
    assert page.locator(".post summary strong").inner_text() == "梧桐居民区第三党支部 组织委员"
