"""The list of members: who is in reach, found by name and by branch, and nothing personal."""

import re
from datetime import date

import pytest

from jingwei.foundation.actions import writing
from jingwei.members.models import Member
from tests.cast import client_of

LIST = "/members/"


def enrol(organization, *names, probationary=False) -> None:
    with writing(reason="test"):
        Member.objects.bulk_create(
            Member(
                organization=organization,
                name=name,
                gender="2",
                born_on=date(1971, 8, 9),
                ethnic="01",
                education="20",
                occupation="教师",
                joined_on=date(1999, 7, 1),
                is_probationary=probationary,
            )
            for name in names
        )


@pytest.fixture
def enrolled(tree):
    enrol(tree.branch, "秦书明", "陶党生")
    enrol(tree.other_branch, "秦新生", probationary=True)
    enrol(tree.at(1, 1, 2, 1, 1), "远山人")


def names(actor, query="") -> list[str]:
    response = client_of(actor).get(LIST + query)
    assert response.status_code == 200
    return re.findall(r"(秦书明|陶党生|秦新生|远山人)</th>", response.content.decode())


def test_one_sees_the_members_in_reach_branch_by_branch(enrolled, secretary, superior, office_town, office_city):
    assert names(secretary) == ["秦书明", "陶党生"]
    assert names(superior) == names(office_town) == ["秦书明", "陶党生", "秦新生"]
    assert names(office_city) == ["秦书明", "陶党生", "秦新生", "远山人"]


@pytest.mark.parametrize("part", ["member", "resident", "handler", "auditor", "system_admin", "security_admin"])
def test_who_does_not_need_the_list_does_not_get_it(actor_for, part):
    assert client_of(actor_for(part)).get(LIST).status_code == 403


@pytest.mark.django_db
def test_a_visitor_is_sent_to_the_login():
    assert client_of(None).get(LIST).status_code == 302


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?name=秦", ["秦书明", "秦新生"]),
        ("?branch=第二", ["秦新生"]),
        ("?name=秦&branch=第一", ["秦书明"]),
        ("?name=远山", []),
    ],
)
def test_the_list_is_searched_by_name_and_branch(enrolled, office_town, query, found):
    assert names(office_town, query) == found


def test_the_list_of_one_organization_holds_those_below(enrolled, office_city, tree):
    assert names(office_city, f"?at={tree.community.pk}") == ["秦书明", "陶党生", "秦新生"]
    assert names(office_city, f"?at={tree.branch.pk}&name=秦") == ["秦书明"]


def test_an_organization_out_of_reach_is_not_found(office_town, tree):
    assert client_of(office_town).get(f"{LIST}?at={tree.other_town.pk}").status_code == 404


def test_the_list_tells_nothing_but_what_it_must(enrolled, office_town):
    text = client_of(office_town).get(LIST).content.decode()
    assert "1999 年 7 月 1 日" in text
    assert "预备党员" in text
    assert [word for word in ("1971", "教师", "出生", "民族") if word in text] == []


def test_a_long_list_has_pages(office_town, tree):
    enrol(tree.branch, *(f"党员{n:02}" for n in range(60)))
    first = client_of(office_town).get(LIST).content.decode()
    onward = re.search(r'href="([^"]*after=[^"]*)"', first)[1].replace("&amp;", "&")
    assert "共 60 名" in first
    assert first.count("<th scope=") - first.count('<th scope="col"') == 50
    assert "党员59" in client_of(office_town).get(onward).content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_more_members_cost_no_more_queries(office_town, tree, django_assert_num_queries, rows):
    enrol(tree.branch, *"甲乙丙"[:rows])
    client = client_of(office_town)
    client.get(LIST)
    with django_assert_num_queries(5):
        client.get(LIST)


def test_the_tree_counts_the_members_of_everything_below(enrolled, office_city, handler):
    text = re.sub(r"<[^>]*>", "", client_of(office_city).get("/organizations/").content.decode())
    assert "8 个支部 · 4 名党员" in text
    assert "云桥东社区第一支部 党支部" in re.sub(r"\s+", " ", text)
    assert "2 个支部 · 3 名党员" in text
    assert "名党员" not in client_of(handler).get("/organizations/").content.decode()
