"""The tree: whole where it is small, a level at a time where it is large, and the search."""

import re

import pytest

from jingwei.foundation.actions import writing
from jingwei.foundation.scope import paths
from jingwei.organizations.choices import Level, PartyType
from jingwei.organizations.models import Organization
from tests.cast import BEGINNING, client_of

TREE = "/organizations/"


def text_of(actor, address=TREE):
    response = client_of(actor).get(address)
    assert response.status_code == 200, address
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", response.content.decode()))


def branches_below(community, number: int, first: int = 10) -> None:
    """So many more branches in a community."""
    with writing(reason="test"):
        Organization.objects.bulk_create(
            Organization(
                path=community.path + paths.segment(first + n),
                name=f"新设第{n}支部",
                short_name=f"新设第{n}支部",
                level=Level.BRANCH,
                party_type=PartyType.BRANCH,
                established_on=BEGINNING,
            )
            for n in range(number)
        )


def test_an_office_sees_the_whole_tree_below_with_counts(office_town):
    text = text_of(office_town)
    assert "含下级共 7 个组织" in text
    assert "云桥镇 党委 镇（乡） · 4 个支部" in text
    assert "云桥东社区 党总支部 社区（居民区） · 2 个支部" in text
    assert "云岭" not in text


def test_a_secretary_sees_the_own_branch_only(secretary):
    text = text_of(secretary)
    assert "含下级共 1 个组织" in text
    assert "第二支部" not in text


@pytest.mark.parametrize("part", ["member", "resident", "auditor", "system_admin", "security_admin"])
def test_whom_the_tree_does_not_concern_is_refused(actor_for, part):
    assert client_of(actor_for(part)).get(TREE).status_code == 403


@pytest.mark.django_db
def test_a_visitor_is_sent_to_the_login():
    assert client_of(None).get(TREE).status_code == 302


def test_one_goes_down_and_up_again(office_town, tree):
    response = client_of(office_town).get(f"{TREE}?at={tree.community.pk}")
    assert f'href="{TREE}?at={tree.town.pk}"' in response.content.decode()
    assert "云桥西社区" not in response.content.decode()


def test_a_place_outside_the_reach_is_not_found(office_town, tree):
    for at in (tree.other_town.pk, 10**30):
        assert client_of(office_town).get(f"{TREE}?at={at}").status_code == 404


def test_a_large_tree_is_shown_level_by_level(office_town, tree):
    branches_below(tree.community, 300)
    text = text_of(office_town)
    assert "看下级 302 个组织 ：云桥东社区" in text
    assert "看下级 2 个组织 ：云桥西社区" in text
    assert "新设第1支部" not in text


def test_a_long_level_has_pages(office_town, tree):
    branches_below(tree.community, 300)
    first = client_of(office_town).get(f"{TREE}?at={tree.community.pk}").content.decode()
    onward = re.search(r'href="([^"]*after=[^"]*)"', first)[1].replace("&amp;", "&")
    assert first.count('class="leaf"') == 51, "fifty branches and the community itself"
    assert "新设第48支部" in text_of(office_town, onward)


def test_a_search_finds_by_name_with_the_superior(office_town):
    text = text_of(office_town, f"{TREE}?q=东社区第二")
    assert "云桥东社区第二支部 支部 党支部 云桥东社区" in text
    assert "云岭" not in text


def test_a_search_for_nothing_known_says_so(office_town):
    assert "没有找到名称里有“量子”的组织" in text_of(office_town, f"{TREE}?q=量子")


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(("query", "queries"), [("", 7), ("?q=新设", 5)])
def test_more_rows_cost_no_more_queries(office_town, tree, django_assert_num_queries, rows, query, queries):
    branches_below(tree.community, rows)
    client = client_of(office_town)
    client.get(TREE + query)
    with django_assert_num_queries(queries):
        client.get(TREE + query)


@pytest.mark.parametrize("rows", [300, 600])
def test_a_large_tree_costs_no_more_queries(office_town, tree, django_assert_num_queries, rows):
    branches_below(tree.community, rows)
    client = client_of(office_town)
    client.get(TREE)
    with django_assert_num_queries(9):
        client.get(TREE)
