"""Those directly below: one row each, in the order of the tree; with the organization's own they make the whole."""

import pytest

from jingwei.foundation.actions import writing
from jingwei.foundation.scope.reach import everywhere
from jingwei.kernels.figures.actions.folding import fold_all
from jingwei.organizations.choices import Level, PartyType
from tests.cast import client_of, plant
from tests.domains.dashboards.api.asking import FIGURES, told
from tests.domains.dashboards.then import november
from tests.kernels.figures.people import person

MEMBERS = "members.members"


def told_below(actor, key=MEMBERS, **query):
    return [(row["relation"], row["name"], row["amount"]) for row in told(actor, key, children="true", **query)["rows"]]


def test_own_and_below_make_the_whole(tree, office_town, people):
    person(tree.community, "丁四")
    fold_all()
    assert told_below(office_town, node=tree.community.pk) == [
        ("whole", "云桥东社区", 4),
        ("own", "云桥东社区", 1),
        ("below", "云桥东社区第一支部", 2),
        ("below", "云桥东社区第二支部", 1),
    ]


def test_each_below_is_cut_alike(tree, office_town, counted):
    rows = told(office_town, MEMBERS, node=tree.community.pk, cut="gender", children="true")["rows"]
    assert [(row["relation"], row["node"], row["cut"], row["amount"]) for row in rows] == [
        ("whole", tree.community.pk, "1", 1),
        ("whole", tree.community.pk, "2", 2),
        ("below", tree.branch.pk, "1", 1),
        ("below", tree.branch.pk, "2", 1),
        ("below", tree.other_branch.pk, "2", 1),
    ]


def test_a_ratio_of_those_below_is_rolled_up_by_its_parts(tree, office_town, counted):
    rows = told(office_town, "members.women_share", node=tree.community.pk, children="true")["rows"]
    assert [(row["relation"], row["top"], row["bottom"], row["value"] and round(row["value"])) for row in rows] == [
        ("whole", 2, 3, 67),
        ("own", 0, 0, None),
        ("below", 1, 2, 50),
        ("below", 1, 1, 100),
    ]


def test_of_a_day_in_the_past_nobody_says_what_was_its_own(tree, office_town, counted, time_machine):
    time_machine.move_to("2026-11-25 10:00:00+08:00", tick=False)
    told_then = told_below(office_town, node=tree.community.pk, known_on=november(20))
    assert [relation for relation, *_ in told_then] == ["whole", "below", "below"]


@pytest.mark.parametrize("number", [1, 3])
def test_more_below_cost_no_more_queries(tree, office_town, django_assert_num_queries, number):
    with writing(reason="test"), everywhere(reason="test"):
        numbers = (1, 1, 1, 3)
        community = plant(numbers, "云桥新社区", Level.COMMUNITY, PartyType.GENERAL_BRANCH)
        branches = [
            plant((*numbers, n), f"新社区第{n}支部", Level.BRANCH, PartyType.BRANCH) for n in range(1, number + 1)
        ]
    for branch in branches:
        person(branch, "甲一")
    fold_all()
    client = client_of(office_town)
    address = f"{FIGURES}{MEMBERS}/?node={community.pk}&children=true"
    client.get(address)
    with django_assert_num_queries(7):
        assert len(client.get(address).json()["rows"]) == number + 2
