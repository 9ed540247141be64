"""Addresses of screens: told once, kept as a digest, open until their day or until they are ended."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from lxml import html

from jingwei.domains.dashboards.actions.screens import end, make, most_days
from jingwei.domains.dashboards.models import Screen
from jingwei.domains.dashboards.selectors.screens import digest_of, screens
from jingwei.foundation.actions import writing
from jingwei.foundation.clock import today
from jingwei.foundation.errors import Refused
from jingwei.foundation.record.models import Act
from jingwei.foundation.scope.reach import reaching
from tests.cast import client_of
from tests.domains.sending import sent, text_of

NOT_FOUND = "没有找到这一页"


def test_a_screen_is_kept_as_a_digest_only(given, tree):
    screen = given(tree.town)
    assert len(screen.token) == 43
    kept = Screen._base_manager.get()
    assert (kept.digest, kept.token) == (digest_of(screen.token), "")
    (act,) = Act._base_manager.all()
    assert screen.token not in act.changes and kept.digest not in act.changes


def test_two_screens_have_two_addresses(given, tree):
    assert given(tree.town).token != given(tree.town).token


@pytest.mark.parametrize("days", [0, 91])
def test_a_screen_opens_for_at_least_a_day_and_at_most_ninety(given, office_district, tree, days):
    with reaching(office_district.reach()):
        assert most_days(tree.town) == 90
    with pytest.raises(Refused, match="最多用 90 天"):
        given(tree.town, days=days)
    assert given(tree.town, days=90).expires_on == today() + timedelta(days=90)


def test_an_office_gives_out_no_screen_of_its_neighbour(office_town, tree):
    with reaching(office_town.reach()):
        for place in (tree.other_town, tree.district):
            with pytest.raises(PermissionDenied):
                make(office_town, place, title="甲", days=1)


def test_the_address_is_shown_once_and_kept_nowhere(office_town, tree):
    form = {"organization": tree.town.pk, "title": "云桥镇基层党建", "days": 30}
    answer = sent(office_town, "/screens/new/", **form)
    address = html.fromstring(answer.content).xpath("string(//*[@id='address'])")
    assert address.startswith("http://testserver/screen/")
    assert answer.headers["Cache-Control"] == "private, no-store"
    token = address.split("/")[-2]
    assert Screen._base_manager.get().digest == digest_of(token)
    assert token not in client_of(office_town).get("/screens/").content.decode()


def test_only_organizations_of_ones_own_can_be_chosen(office_town, tree):
    form = {"title": "甲", "days": 30}
    assert sent(office_town, "/screens/new/", organization=tree.other_town.pk, **form).status_code == 422
    assert sent(office_town, "/screens/new/", organization=tree.community.pk, **form).status_code == 200
    assert Screen._base_manager.get().organization == tree.community


def test_a_refusal_stands_on_the_page(office_town, tree):
    answer = sent(office_town, "/screens/new/", organization=tree.town.pk, title="甲", days=91)
    assert (answer.status_code, "最多用 90 天" in text_of(answer)) == (422, True)


@pytest.mark.parametrize(("after", "status"), [(0, 200), (29, 200), (30, 404), (31, 404)])
def test_a_screen_opens_until_the_day_it_expires(given, wall, tree, after, status):
    with time_machine.travel(date(2026, 3, 1), tick=False):
        token = given(tree.town, days=30).token
    with time_machine.travel(date(2026, 3, 1) + timedelta(days=after), tick=False):
        assert wall(token).status_code == status


def test_an_ended_screen_is_ended_once_and_opens_no_more(given, wall, office_district, tree):
    screen = given(tree.town)
    assert wall(screen.token).status_code == 200
    with reaching(office_district.reach()):
        end(office_district, screen)
        with pytest.raises(Refused, match="已经停用"):
            end(office_district, screen)
    assert wall(screen.token).status_code == 404


def test_a_screen_is_ended_by_the_page(given, office_district, office_other_town, tree):
    screen = given(tree.town)
    assert sent(office_other_town, f"/screens/{screen.pk}/end/").status_code == 404
    assert "已停用，它的地址打不开了" in text_of(sent(office_district, f"/screens/{screen.pk}/end/"))


def test_wrong_expired_ended_and_orphaned_addresses_are_answered_in_the_same_words(given, wall, office_district, tree):
    expired, ended, orphaned = given(tree.town), given(tree.town), given(tree.other_town)
    with reaching(office_district.reach()):
        end(office_district, ended)
    with writing(reason="test"):
        tree.other_town.revoked_on = tree.other_town.established_on
        tree.other_town.save()
        expired.made_on, expired.expires_on = today() - timedelta(days=2), today()
        expired.save()
    answers = [wall(token) for token in ("x", expired.token, ended.token, orphaned.token)]
    assert {answer.status_code for answer in answers} == {404}
    assert len({text_of(answer) for answer in answers}) == 1
    assert NOT_FOUND in text_of(answers[0])


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_for_one_and_three(given, office_district, tree, number, django_assert_num_queries):
    for _ in range(number):
        given(tree.town)
    with reaching(office_district.reach()), django_assert_num_queries(1):
        assert [str(one.made_by) for one in screens()] == ["区小组"] * number


def test_an_office_lists_the_screens_of_its_own_part_only(given, office_town, tree):
    given(tree.town, title="甲"), given(tree.other_town, title="乙"), given(tree.district, title="丙")
    assert Screen._base_manager.count() == 3
    with reaching(office_town.reach()):
        assert [str(one) for one in screens()] == ["甲"]
