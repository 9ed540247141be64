"""The pages of care."""

from datetime import date

import pytest
from django.urls import reverse

from jingwei.domains.care.models import CareVisit, Medal
from jingwei.foundation.actions import writing
from tests.cast import client_of
from tests.domains.care.conftest import old_member
from tests.domains.sending import sent, shown
from tests.members.people import registered

PAGES = ["care", "visits", "medals"]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("part", ["secretary", "superior", "office_town", "office_city"])
def test_every_page_opens_for_who_may_see(tree, actor_for, part, name):
    assert client_of(actor_for(part)).get(reverse(f"care:{name}")).status_code == 200


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("part", ["member", "handler", "auditor"])
def test_no_page_opens_for_who_may_not(tree, actor_for, part, name):
    assert client_of(actor_for(part)).get(reverse(f"care:{name}")).status_code == 403


def test_a_visit_is_put_down_in_the_browser_and_the_member_sees_it(tree, secretary, member):
    (own,) = registered(tree.branch, "陶党生", hardship="低保")
    with writing(reason="test"):
        own.user = member.user
        own.save()
    assert "生活困难" in shown(secretary, reverse("care:care"))
    told = {"kind": "visit", "occasion": "hardship", "on": "2026-06-01", "visitor": secretary.post_id, "note": "送米"}
    page = sent(secretary, reverse("care:visit", args=[own.pk]), **told)
    assert ("已登记。" in page.text, "送米" in page.text) == (True, False)
    assert CareVisit._base_manager.get().note.open() == "生活困难：送米"
    assert "秦书明" in shown(member, reverse("care:mine"))


def test_a_member_of_elsewhere_is_not_found(tree, office_other_town):
    (own,) = registered(tree.branch, "陶党生")
    assert client_of(office_other_town).get(reverse("care:visit", args=[own.pk])).status_code == 404


def test_a_medal_is_confirmed_and_withdrawn_in_the_browser(tree, office_town, secretary):
    member = old_member(tree.branch, date(1970, 7, 1))
    assert "由上级确认" in shown(secretary, reverse("care:medals"), year=2026)
    sent(office_town, reverse("care:medal", args=[member.pk]) + "?year=2026")
    medal = Medal._base_manager.get()
    assert "已确认 1 名" in shown(office_town, reverse("care:medals"), year=2026)
    sent(office_town, reverse("care:medal_removal", args=[medal.pk]))
    assert Medal._base_manager.count() == 0


def test_a_refused_medal_says_why(tree, office_town):
    member = old_member(tree.branch, date(1980, 7, 1))
    assert "没有满50年党龄" in sent(office_town, reverse("care:medal", args=[member.pk]) + "?year=2026").text


def test_a_visit_is_struck_after_one_is_asked_again(tree, secretary):
    (old,) = registered(tree.branch, "年老")
    told = {"kind": "visit", "occasion": "old", "on": "2026-06-01", "visitor": secretary.post_id}
    sent(secretary, reverse("care:visit", args=[old.pk]), **told)
    address = reverse("care:visit_removal", args=[CareVisit._base_manager.get().pk])
    assert f'href="{address}"' in client_of(secretary).get(reverse("care:visits")).text
    assert "删除以后不能恢复" in shown(secretary, address)
    assert CareVisit._base_manager.count() == 1
    assert "已删除。" in sent(secretary, address).text
    assert CareVisit._base_manager.count() == 0


@pytest.mark.parametrize(("part", "status"), [("neighbour", 404), ("member", 403), ("auditor", 403)])
def test_who_may_not_strikes_no_visit(tree, secretary, actor_for, part, status):
    (old,) = registered(tree.branch, "年老")
    told = {"kind": "visit", "occasion": "old", "on": "2026-06-01", "visitor": secretary.post_id}
    sent(secretary, reverse("care:visit", args=[old.pk]), **told)
    address = reverse("care:visit_removal", args=[CareVisit._base_manager.get().pk])
    assert sent(actor_for(part), address).status_code == status
    assert CareVisit._base_manager.count() == 1


def test_whom_one_talked_with_is_found_by_name(tree, secretary):
    registered(tree.branch, "甲某", "乙某")
    registered(tree.community, "甲外")
    text = shown(secretary, reverse("care:new_visit"), q="甲")
    assert ["甲某" in text, "乙某" in text, "甲外" in text] == [True, False, False]


@pytest.mark.parametrize("number", [1, 3])
def test_a_longer_list_of_visits_takes_no_more_queries(tree, secretary, number, django_assert_num_queries):
    for member in registered(tree.branch, *[f"年老{n}" for n in range(number)]):
        told = {"kind": "visit", "occasion": "old", "on": "2026-06-01", "visitor": secretary.post_id}
        sent(secretary, reverse("care:visit", args=[member.pk]), **told)
    client = client_of(secretary)
    with django_assert_num_queries(9):
        client.get(reverse("care:visits"))
