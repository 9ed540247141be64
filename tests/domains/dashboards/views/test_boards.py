"""The board: who may open which, what stands on it, and how many queries it takes."""

import pytest
from django.urls import reverse

from jingwei.foundation.actions import writing
from jingwei.foundation.scope.reach import everywhere
from jingwei.kernels.figures.actions.rebuilding import rebuild
from jingwei.kernels.figures.models import Rollup
from jingwei.organizations.choices import Level, PartyType
from tests.cast import client_of, plant
from tests.domains.dashboards.then import november, on_day
from tests.domains.sending import shown
from tests.kernels.figures.people import person

BOARD = reverse("dashboards:board")
QUERIES = 14  # at most 15 are promised


def board_of(organization) -> str:
    return reverse("dashboards:board_of", args=[organization.pk])


@pytest.mark.parametrize("part", ["secretary", "committee_member", "superior", "office_town", "office_district"])
def test_everybody_who_may_see_figures_has_a_board(actor_for, counted, part):
    text = shown(actor_for(part), BOARD)
    assert ("党员" in text, "这些数怎样算" in text) == (True, True)


@pytest.mark.parametrize("part", ["member", "resident", "auditor", "handler"])
def test_nobody_else_has_one(actor_for, counted, part):
    assert client_of(actor_for(part)).get(BOARD).status_code == 403


def test_a_visitor_is_asked_to_sign_in(client, counted):
    assert client.get(BOARD).status_code == 302


@pytest.mark.parametrize(
    ("part", "place", "status"),
    [
        ("superior", "branch", 200),
        ("secretary", "branch", 200),
        ("secretary", "other_branch", 404),
        ("secretary", "community", 403),
        ("superior", "town", 403),
        ("superior", "other_community", 404),
        ("office_other_town", "town", 404),
    ],
)
def test_the_board_of_a_neighbour_is_not_found_that_of_a_superior_is_closed(
    tree, actor_for, counted, part, place, status
):
    assert client_of(actor_for(part)).get(board_of(getattr(tree, place))).status_code == status


def test_the_page_says_as_of_when_and_with_what_it_is_compared(tree, superior, counted):
    text = shown(superior, BOARD)
    assert ("截至 20" in text, "与自己 20" in text, "下级之和＝本级 相符" in text) == (True, True, True)


def test_each_number_leads_to_its_page_and_a_ratio_has_what_it_is_of(tree, office_town, counted):
    page = client_of(office_town).get(BOARD).content.decode()
    assert f'href="{reverse("dashboards:figure", args=[tree.town.pk, "members.members"])}"' in page
    assert "/ 4 个党支部" in page


def test_what_changed_since_the_month_before_is_told(tree, superior, time_machine):
    with on_day(1, superior):
        person(tree.branch, "甲一")
    with on_day(2, superior):
        person(tree.branch, "乙二")
    time_machine.move_to("2026-12-01 10:00:00+08:00", tick=False)
    assert "比上月增加 1 名" in shown(superior, BOARD)


def test_a_sum_that_does_not_agree_stands_in_red_with_words(tree, superior, counted):
    with everywhere(reason="test"), writing(reason="test"):
        cell = {"cell__figure": "members.members", "cell__cut": ""}
        Rollup.objects.filter(organization=tree.community, **cell).update(amount=5)
    page = client_of(superior).get(BOARD).content.decode()
    assert "党员：下级之和 3，本级 5，相差 +2" in page
    assert 'class="notice stop"' in page


def test_a_day_in_the_past_is_shown_as_it_was_known_then(tree, superior, time_machine):
    with on_day(1, superior):
        person(tree.branch, "甲一")
    with on_day(20, superior):
        person(tree.branch, "乙二")
    time_machine.move_to("2026-11-25 10:00:00+08:00", tick=False)
    text = shown(superior, BOARD, known_on=november(10).isoformat())
    assert "这是 2026 年 11 月 10 日结束时已掌握的情况。" in text
    assert "1 名 党员" in text
    assert "2 名 党员" in shown(superior, BOARD)


@pytest.mark.parametrize("day", ["2999-01-01", "昨天"])
def test_a_day_that_is_none_is_said_to_be_none_and_shows_now(superior, counted, day):
    text = shown(superior, BOARD, known_on=day)
    assert ("结束时已掌握的情况" in text, "3 名 党员" in text) == (False, True)


@pytest.mark.parametrize("number", [1, 3])
def test_more_below_take_no_more_queries(tree, office_town, number, django_assert_num_queries):
    with everywhere(reason="test"), writing(reason="test"):
        for n in range(3, 3 + number):
            plant((1, 1, 1, n), f"新社区{n}", Level.COMMUNITY, PartyType.GENERAL_BRANCH)
    rebuild()
    client = client_of(office_town)
    client.get(BOARD)  # the session begins
    with django_assert_num_queries(QUERIES):
        client.get(BOARD)


def test_the_board_of_a_district_takes_as_many_queries(office_district, counted, django_assert_num_queries):
    client = client_of(office_district)
    client.get(BOARD)  # the session begins
    with django_assert_num_queries(QUERIES):
        client.get(BOARD)
