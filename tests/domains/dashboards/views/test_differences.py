"""The page of then and now: three numbers and the rows behind the difference, to who may see them."""

import pytest
import time_machine

from jingwei.domains.dashboards.boards import board_of
from jingwei.organizations.actions.reorganising import revoke
from tests.cast import client_of
from tests.domains.dashboards.then import LATER, begin, november, on_day
from tests.members.people import registered

pytestmark = pytest.mark.slow


@pytest.fixture
def lived(tree, office_district):
    begin(november(1))
    with on_day(1, office_district):
        registered(tree.branch, "陶一", "陶二")
    with on_day(20, office_district):
        revoke(office_district, tree.other_branch, on=november(5), basis="批复")
    with time_machine.travel(LATER, tick=False):
        yield


def opened(actor, organization, key, query="?day=2026-11-10"):
    answer = client_of(actor).get(f"/figures/{organization.pk}/{key}/differences/{query}")
    return answer.status_code, " ".join(answer.content.decode().split())


def test_the_three_numbers_and_the_row_are_on_the_page(lived, office_town, tree):
    status, text = opened(office_town, tree.community, "organizations.branches")
    assert status == 200
    for words in ("<b>2<small>个</small></b>", "<b>1<small>个</small></b>", "<b>−1<small>个</small></b>"):
        assert words in text
    assert "云桥东社区第二支部" in text and "当时算上了，现在不算" in text
    assert "2026 年 11 月 20 日 10:00 撤销组织" in text


def test_a_day_on_which_nothing_differs_says_so(lived, office_town, tree):
    assert "当时算上的和现在看应当算上的没有不同" in opened(office_town, tree.community, "members.members")[1]


def test_a_ratio_leads_to_its_figures(lived, office_town, tree):
    text = opened(office_town, tree.community, "organizations.secretary_share")[1]
    assert f'href="/figures/{tree.community.pk}/organizations.branches/differences/?day=2026-11-10"' in text


def test_a_figure_of_which_only_today_is_known_says_so(lived, office_town, tree):
    assert "只能看当时上报的数" in opened(office_town, tree.community, "members.identified")[1]


def test_a_board_is_told_whole(lived, office_town, tree):
    answer = client_of(office_town).get(f"/figures/{tree.community.pk}/differences/?day=2026-11-10")
    text = " ".join(answer.content.decode().split())
    assert (answer.status_code, "2026 年 11 月 10 日的看板，当时与现在" in text) == (200, True)
    for key in board_of(tree.community.level).keys:
        assert f'href="/figures/{tree.community.pk}/{key}/differences/?day=2026-11-10"' in text


@pytest.mark.parametrize(("day", "warned"), [("2026-10-31", True), ("2026-11-01", False)])
def test_a_day_before_the_figures_began_is_warned_of(lived, office_town, tree, day, warned):
    text = opened(office_town, tree.community, "members.members", f"?day={day}")[1]
    assert ("可能还没有开始汇总" in text) is warned


@pytest.mark.parametrize("query", ["?day=2026-12-01", "?day=2026-11-25", "?day=x"])
def test_a_day_that_has_not_passed_is_refused_and_yesterday_shown(lived, office_town, tree, query):
    status, text = opened(office_town, tree.community, "members.members", query)
    assert (status, "2026 年 11 月 24 日，当时与现在" in text) == (422, True)


@pytest.mark.parametrize("query", ["", "?known_on=2026-10-31"])
def test_without_a_day_it_is_the_end_of_the_month_before(lived, office_town, tree, query):
    assert "2026 年 10 月 31 日，当时与现在" in opened(office_town, tree.community, "members.members", query)[1]


def test_a_stranger_finds_nothing_and_nobody_sees_those_above(lived, secretary, office_other_town, tree):
    assert opened(office_other_town, tree.community, "members.members")[0] == 404
    assert opened(secretary, tree.community, "members.members")[0] == 403
    assert opened(secretary, tree.branch, "members.members")[0] == 200
    assert opened(secretary, tree.branch, "no.such")[0] == 404
