"""What a screen shows to everybody: figures of its own organization, and nothing of persons."""

import json
import re
from datetime import date

import pytest
import time_machine
from django.test import Client
from lxml import html

from jingwei.domains.dashboards.actions.outlines import load
from jingwei.domains.dashboards.selectors.wall import wall as read_wall
from jingwei.foundation.clock import now, today
from jingwei.foundation.scope.reach import reaching
from jingwei.kernels.figures.actions.folding import fold_all
from jingwei.members.models import Member
from tests.cast import client_of
from tests.domains.dashboards import squares
from tests.domains.sending import text_of
from tests.members.people import registered

NAMES = ["路明远", "罗霁川", "梅若溪", "倪青禾", "欧阳朔", "潘一舟", "戚望舒"]


@pytest.fixture
def people(tree) -> list[str]:
    """Seven in one branch of the town's first community, six in a branch of the second, one in the other town."""
    registered(tree.branch, *NAMES)
    registered(tree.at(1, 1, 1, 2, 1), *[f"{name}二" for name in NAMES[:6]], gender="1")
    registered(tree.at(1, 1, 2, 1, 1), "外镇人")
    return [member.name for member in Member._base_manager.all()]


def numbers(answer) -> dict[str, str]:
    """Title → words of the big numbers."""
    cards = html.fromstring(answer.content).xpath("//dl[@class='numbers']/div")
    return {card.xpath("string(dt)"): card.xpath("string(dd/b/text())") for card in cards}


def rows(answer, table: str) -> dict[str, str]:
    """First cell → the last one, of a table of the screen."""
    found = html.fromstring(answer.content).xpath(f"//*[@id='{table}']//tbody/tr")
    return {row.xpath("string(th)"): row.xpath("string(td[last()])") for row in found}


def test_a_screen_shows_the_figures_of_its_organization(given, wall, people, tree):
    answer = wall(given(tree.town).token)
    assert numbers(answer)["党员"] == "13"
    assert numbers(answer)["党支部"] == "4"
    assert numbers(wall(given(tree.other_town).token))["党支部"] == "4"
    assert rows(answer, "areas") == {"云桥东社区": "7", "云桥西社区": "6"}


def test_a_screen_has_at_most_seven_numbers_each_with_its_definition(given, wall, people, tree):
    answer = wall(given(tree.district).token)
    told = numbers(answer)
    assert 1 <= len(told) <= 7
    assert len(html.fromstring(answer.content).xpath("//footer//b")) == len(told)


def test_no_name_of_a_member_is_on_a_screen(given, wall, people, tree):
    words = wall(given(tree.district).token).content.decode()
    assert len(people) == 14  # there is something to leak
    assert [name for name in people if name in words] == []


def test_a_screen_never_shows_another_organizations_figures(given, wall, people, tree):
    answer = wall(given(tree.other_town).token)
    assert numbers(answer)["党员"] == "不足 5"
    assert "云岭" in text_of(answer) and "云桥" not in text_of(answer)


def test_who_is_signed_in_elsewhere_sees_the_same_screen(given, wall, people, tree, secretary):
    token = given(tree.town).token
    with time_machine.travel(now(), tick=False):  # a screen tells the minute it was read in
        told = text_of(wall(token))
        assert text_of(client_of(secretary).get(f"/screen/{token}/")) == told


def test_small_numbers_are_hidden_and_not_to_be_reckoned_out(given, wall, tree):
    registered(tree.branch, *NAMES)
    registered(tree.at(1, 1, 1, 2, 1), "独一人", "另一人")
    answer = wall(given(tree.town).token)
    assert numbers(answer)["党员"] == "9"
    assert rows(answer, "areas") == {"云桥东社区": "不列出", "云桥西社区": "不足 5"}
    assert "人数少的不列出" in text_of(answer)
    hidden = html.fromstring(answer.content).xpath("//*[@id='areas']//td/@data-value")
    assert hidden == ["", ""]


def test_ages_are_hidden_where_they_tell_of_few(given, wall, people, tree):
    told = rows(wall(given(tree.other_town).token), "composition")
    assert set(told.values()) <= {"不列出"}


def test_a_screen_leads_nowhere_is_found_by_nobody_and_leaves_nothing_behind(given, wall, tree):
    answer = wall(given(tree.town).token)
    page = html.fromstring(answer.content)
    assert page.xpath("//a | //form | //button | //iframe") == []
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex, nofollow"]
    assert page.xpath("//meta[@http-equiv='refresh']/@content") == ["300"]
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cache-Control"] == "no-store"
    assert dict(answer.cookies) == {}


def test_a_wrong_address_leaves_no_cookie_either(db, wall):
    assert dict(wall("x").cookies) == {}


def test_a_screen_is_only_read(given, tree):
    assert Client().post(f"/screen/{given(tree.town).token}/").status_code in (400, 403, 404)


def test_a_map_is_on_the_screen_with_its_source_and_of_its_own_areas_only(given, wall, office_district, people, tree):
    features = [squares.feature(one.name, place) for place, one in enumerate(areas_of(tree))]
    with reaching(office_district.reach()):
        load(
            office_district,
            tree.district,
            content=json.dumps(squares.collection(*features)),
            source="审图号 云S(2026)1号",
        )
    answer = wall(given(tree.town).token)
    drawn = json.loads(html.fromstring(answer.content).xpath("string(//script[@id='outlines'])"))
    assert [one["properties"]["name"] for one in drawn["features"]] == ["云桥东社区", "云桥西社区"]
    assert "来源：审图号 云S(2026)1号。" in text_of(answer)


def areas_of(tree) -> list:
    return [tree.community, tree.other_community, tree.other_town]


@pytest.mark.parametrize(("day", "label"), [(30, "2026 年 3 月（到 30 日）"), (31, "2026 年 3 月")])
def test_a_month_that_has_not_ended_says_so(given, wall, tree, day, label):
    with time_machine.travel(date(2026, 3, day), tick=False):
        months = list(rows(wall(given(tree.town).token), "course"))
    assert (len(months), months[0], months[-1]) == (12, "2025 年 4 月", label)


def test_nothing_is_ordered_by_its_number(given, wall, people, tree):
    registered(tree.at(1, 1, 1, 2, 2), *[f"{name}三" for name in NAMES])
    assert list(rows(wall(given(tree.town).token), "areas").items()) == [("云桥东社区", "7"), ("云桥西社区", "13")]


def test_a_reader_of_the_wall_reaches_no_further_than_its_organization(people, tree, secretary):
    fold_all()
    with reaching(secretary.reach()):
        assert {number.title: number.shown.words for number in read_wall(tree.branch, today()).numbers}["党员"] == "7"


def test_a_screen_does_not_depend_on_how_many_are_below(given, wall, people, tree, django_assert_max_num_queries):
    token = given(tree.district).token
    fold_all()
    with django_assert_max_num_queries(16):
        assert Client().get(f"/screen/{token}/").status_code == 200
    assert re.search(r"每五分钟自动更新", text_of(wall(token)))
