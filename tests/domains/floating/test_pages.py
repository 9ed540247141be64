"""The pages of floating and lost members, as people press through them."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jingwei.domains.floating.models import Feedback, Floating, Inflow, LostContact, Search
from tests.domains.enrolling import a_member

from .conftest import words_of

AWAY = {"since": "2026-01-10", "reason": "work", "location": "云岭镇", "contact_person": "魏组平"}


def test_a_branch_registers_who_is_away_and_the_other_takes_them_in(world, browser):
    home, far = browser("secretary"), browser("far_secretary")
    assert "陶党生" in words_of(home.get("choose"))
    answer = home.post("register", world.member.pk, receiving=world.far.name, **AWAY)
    row = Floating._base_manager.get()
    assert answer.url == f"/floating/{row.pk}/"
    inflow = Inflow._base_manager.get()
    assert "待确认报到" in words_of(far.get("inflows"))
    far.post("confirmation", inflow.pk, contact_person="远书记", version=inflow.version)
    inflow = inflow.fresh()
    far.post("feedback", inflow.pk, kind="life", on="2026-05-19", note="参加党员大会。", version=inflow.version)
    told = words_of(home.get("one", row.pk))
    assert "参加党员大会。" in told
    assert "远书记" in told
    home.post("contact", row.pk, on="2026-05-20", note="通了电话。")
    assert Feedback._base_manager.count() == 2
    row = row.fresh()
    home.post("end", row.pk, on="2026-05-20", version=row.version)
    assert row.fresh().ending == "returned"


def test_the_register_of_one_who_is_away_asks_for_what_is_missing(world, browser):
    page = browser("secretary").post("register", world.member.pk, since="2026-01-10", reason="work", location="某地")
    assert page.status_code == 422
    assert "支部联系人" in words_of(page)


def test_there_is_one_place_to_take_part(world, browser):
    page = browser("secretary").post("register", world.member.pk, receiving=world.far.name, outside="某园区", **AWAY)
    assert "只能有一个" in words_of(page)


def test_who_comes_is_acknowledged_by_the_home_branch(world, browser):
    far, home = browser("far_secretary"), browser("secretary")
    given = {"name": "陶党生", "since": "2026-02-01", "contact_person": "远书记", "home": world.tree.branch.name}
    assert far.post("register_here", **given).status_code == 302
    inflow = Inflow._base_manager.get()
    assert "是本支部的党员吗" in words_of(home.get("inflow", inflow.pk))
    claimed = {"member": world.member.pk, "reason": "work", "contact_person": "魏组平"}
    answer = home.post("claim", inflow.pk, version=inflow.version, **claimed)
    assert answer.url == f"/floating/{Floating._base_manager.get().pk}/"


def test_a_branch_without_such_a_member_is_told_so(world, browser):
    inflow = world.come(name="别人")
    assert "没有叫“别人”的党员" in words_of(browser("secretary").get("inflow", inflow.pk))


@pytest.mark.parametrize("more", [{}, {"home": "云桥东社区第一支部", "home_words": "某地"}])
def test_where_somebody_comes_from_is_said_once(world, browser, more):
    given = {"name": "陶党生", "since": "2026-02-01", "contact_person": "远书记", **more}
    assert "两项里填一项" in words_of(browser("far_secretary").post("register_here", **given))


def test_who_is_lost_is_looked_for_and_decided_about_by_pressing(world, browser, clock):
    home = browser("secretary")
    home.post("lost_register", world.member.pk, last_contact_on="2025-11-20", note="电话停机。")
    lost = LostContact._base_manager.get()
    home.post("search", lost.pk, on="2026-05-01", way="phone", note="停机。")
    told = words_of(home.get("lost_one", lost.pk))
    assert "还没有经过多方查找" in told
    refused = home.post("suspension", lost.pk, on="2026-05-20", by="branch", document="支部〔2026〕5号")
    assert refused.status_code == 422
    assert 'value="支部〔2026〕5号"' in refused.content.decode()
    home.post("search", lost.pk, on="2026-05-02", way="visit", note="已经搬走。")
    home.post("suspension", lost.pk, on="2026-05-20", by="branch", document="支部〔2026〕5号")
    assert (lost.fresh().stage, Search._base_manager.count()) == ("suspended", 2)
    clock.move_to("2028-05-20 10:00:00+08:00")
    home, office = browser("secretary"), browser("office_town")
    assert "支部大会决定除名" in words_of(home.get("lost_one", lost.pk))
    home.post("resolution", lost.pk, on="2028-05-20", resolution="决议第3号")
    assert "等上级党组织批准" in words_of(home.get("lost_one", lost.pk))
    office.post("removal", lost.pk, on="2028-05-20", document="镇党委〔2028〕9号")
    assert world.member.fresh().standing == "removed"


def test_before_the_day_the_page_says_from_when_it_can_be_done(world, browser):
    lost = world.lost(last_contact_on=date(2026, 1, 10))
    told = words_of(browser("secretary").get("lost_one", lost.pk))
    assert "最早2026年7月10日" in told
    assert "登记停止党籍" not in told


def test_who_is_found_is_told_by_pressing(world, browser, clock):
    lost = world.lost()
    clock.move_to("2026-05-25 10:00:00+08:00")
    browser("secretary").post("found", lost.pk, on="2026-05-25", how="本人来电。")
    assert (lost.fresh().stage, world.member.fresh().standing) == ("found", "normal")


@pytest.mark.parametrize("part", ["neighbour", "office_other_town"])
def test_the_pages_of_another_branch_are_not_there(world, browser, part):
    row, lost = world.away(), None
    world.member = a_member(world.tree.branch, "李不见")
    lost = world.lost()
    assert browser("secretary").get("one", row.pk).status_code == 200
    assert browser(part).get("one", row.pk).status_code == 404
    assert browser(part).get("lost_one", lost.pk).status_code == 404
    assert browser(part).get("register", world.member.pk).status_code == 404


def queries_of(client, path):
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("path", "queries"), [("/floating/", 5), ("/floating/here/", 4), ("/floating/lost/", 4), ("/floating/new/", 4)]
)
def test_a_list_asks_as_often_for_three_rows_as_for_one(world, browser, number, path, queries):
    for n in range(number):
        world.away(member=a_member(world.tree.branch, f"程外{'甲乙丙'[n]}"), receiving=world.far)
        world.member = a_member(world.tree.branch, f"李不{'甲乙丙'[n]}")
        world.lost()
    assert queries_of(browser("secretary").client, path) == queries


@pytest.mark.parametrize("number", [1, 3])
def test_a_page_asks_as_often_for_three_entries_as_for_one(world, browser, number):
    row = world.away(receiving=world.far)
    home = browser("secretary")
    for _ in range(number):
        home.post("contact", row.pk, on="2026-05-20", note="通了电话。")
    assert queries_of(home.client, f"/floating/{row.pk}/") == 6
