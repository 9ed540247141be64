"""Who may not ask, and what may not be asked, is told in words that a program can read."""

import pytest

from jingwei.foundation.access.problems import SAID
from jingwei.kernels.figures.models import Rollup
from tests.cast import client_of
from tests.domains.dashboards.api.asking import FIGURES, answered, lines, refused, told

MEMBERS, JOINED = "members.members", "members.joined"


@pytest.mark.parametrize(
    "address", [FIGURES, f"{FIGURES}{MEMBERS}/", f"{FIGURES}{MEMBERS}/?format=csv", "/api/openapi.json"]
)
def test_a_visitor_is_told_to_sign_in(db, address):
    answer = client_of(None).get(address)
    assert (answer.status_code, answer.json()["title"]) == (401, "还没有登录")
    assert answer["Content-Type"] == "application/problem+json"


def test_a_visitor_of_the_page_is_led_to_the_login(db):
    assert client_of(None).get("/api/").url.startswith("/account/login/")


@pytest.mark.parametrize("part", ["member", "security_admin"])
@pytest.mark.parametrize("address", [FIGURES, f"{FIGURES}{MEMBERS}/", "/api/openapi.json"])
def test_who_sees_no_figures_gets_none(actor_for, part, address):
    answer = client_of(actor_for(part)).get(address)
    assert (answer.status_code, answer.json()["detail"]) == (403, SAID[403][1])


def test_a_neighbour_is_not_there(tree, secretary, neighbour, counted):
    assert Rollup._base_manager.filter(organization=tree.branch).exists()  # there is something to leak
    assert told(secretary, MEMBERS, node=tree.branch.pk)["rows"][0]["amount"] == 2
    assert refused(neighbour, MEMBERS, node=tree.branch.pk) == (404, SAID[404][1])


def test_what_only_stands_above_is_not_given_out(tree, secretary, counted):
    assert refused(secretary, MEMBERS, node=tree.town.pk) == (403, SAID[403][1])


def test_without_a_node_it_is_the_own_organization(tree, secretary, counted):
    (row,) = told(secretary, MEMBERS)["rows"]
    assert (row["node"], row["name"], row["level"], row["relation"]) == (
        tree.branch.pk,
        str(tree.branch),
        "支部",
        "whole",
    )


def test_what_is_not_declared_is_not_there(secretary):
    assert refused(secretary, "members.nothing") == (404, SAID[404][1])


@pytest.mark.parametrize(
    ("key", "query", "words"),
    [
        (JOINED, {"month": "2026-13"}, "month：应当是一个月，如 2026-11"),
        (JOINED, {"month": "2026"}, "month：应当是一个月，如 2026-11"),
        (JOINED, {"month": "2026-03", "first": "2026-01"}, "month：写了 month 就不要再写 from 和 until。"),
        (JOINED, {"first": "2026-03"}, "from、until：请两个都写"),
        (JOINED, {"first": "2026-03", "last": "2026-02"}, "from、until：请两个都写，并且 from 不晚于 until。"),
        (JOINED, {"first": "1990-01", "last": "2026-02"}, "from、until：一次最多取 120 个月，这里有 434 个月。"),
        (MEMBERS, {"month": "2026-03"}, "month：这个数统计的是当时存在的，不按月统计。要看过去，请用 known_on。"),
        (MEMBERS, {"known_on": "2999-01-01"}, "known_on：2999-01-01 还没有到。"),
        (MEMBERS, {"known_on": "昨天"}, "known_on：应当是按这一天结束时已掌握的情况"),
        (MEMBERS, {"node": "甲"}, "node：应当是组织的编号"),
        (MEMBERS, {"cut": "colour"}, "cut：没有“colour”这个分组。可以用：gender、"),
        ("members.women_share", {"cut": "gender"}, "cut：没有“gender”这个分组。它不能分组。"),
        (MEMBERS, {"format": "xml"}, "format：应当是json 或 csv"),
    ],
)
def test_a_question_that_makes_no_sense_is_answered_with_what_to_ask(secretary, key, query, words):
    status, detail = refused(secretary, key, **query)
    assert status == 422
    assert detail.startswith(words)


def test_120_months_are_given(secretary, counted):
    assert told(secretary, JOINED, first="2017-01", last="2026-12")["period"] == {"first": "2017-01", "last": "2026-12"}


def test_nothing_can_be_changed_there(secretary):
    for method in ("post", "put", "delete"):
        assert getattr(client_of(secretary), method)(f"{FIGURES}{MEMBERS}/").status_code == 405


def test_who_has_not_shown_the_second_factor_is_told_to(office_town):
    client = client_of(None)
    client.force_login(office_town.user)
    answer = client.get(FIGURES)
    assert (answer.status_code, answer.json()["detail"]) == (403, "请先用浏览器登录，设置动态口令。")


def test_a_failure_is_told_too(secretary, counted, monkeypatch, tree):
    client = client_of(secretary)
    client.raise_request_exception = False
    monkeypatch.setattr("jingwei.domains.dashboards.api.routes.today", None)  # anything that breaks
    answer = client.get(FIGURES)
    assert (answer.status_code, answer.json()["title"]) == (500, "系统出了问题")


@pytest.mark.parametrize(
    ("accept", "kind"), [("text/csv", "text/csv"), ("*/*", "application/json"), ("text/html", "application/json")]
)
def test_the_form_is_what_the_program_prefers(secretary, counted, accept, kind):
    assert answered(secretary, MEMBERS, headers={"accept": accept})["Content-Type"].partition(";")[0] == kind
    named = answered(secretary, MEMBERS, headers={"accept": accept}, format="csv")
    assert lines(named)[0][0] == "node"


@pytest.mark.parametrize(
    "address", [FIGURES, f"{FIGURES}{MEMBERS}/", f"{FIGURES}{MEMBERS}/?format=csv", f"{FIGURES}x/"]
)
def test_no_answer_is_kept_on_the_way(secretary, counted, address):
    assert set(client_of(secretary).get(address)["Cache-Control"].split(", ")) == {"private", "no-store"}
