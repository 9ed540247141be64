"""The tree of an earlier day: before, on and after a move, a merger, a split, a revocation, a change of name."""

from datetime import date, timedelta

import pytest

from jingwei.foundation.scope.reach import reaching
from jingwei.organizations.actions.reorganising import merge, move, rename, revoke, split
from jingwei.organizations.models import Change
from jingwei.organizations.selectors.before import tree_on
from tests.cast import BEGINNING, client_of
from tests.organizations.conftest import APPROVED, done

DAY = APPROVED["on"]
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)


def names(actor, top, day) -> dict[str, list[str]]:
    """Organization → those directly below it on the day, for those that had any."""
    with reaching(actor.reach()):
        node = tree_on(top.fresh(), day)
    found: dict[str, list[str]] = {}

    def walk(former):
        if former.children:
            found[former.name] = [child.name for child in former.children]
        for child in former.children:
            walk(child)

    if node is not None:
        walk(node)
    return found


EAST, WEST = ["云桥东社区第一支部", "云桥东社区第二支部"], ["云桥西社区第一支部", "云桥西社区第二支部"]
AT_FIRST = {"云桥镇": ["云桥东社区", "云桥西社区"], "云桥东社区": EAST, "云桥西社区": WEST}


def test_nothing_stood_before_it_was_established(tree, office_town):
    assert names(office_town, tree.town, BEGINNING) == AT_FIRST
    with reaching(office_town.reach()):
        assert tree_on(tree.town, BEGINNING - timedelta(days=1)) is None


def test_a_move_holds_from_its_day(tree, office_town):
    done(office_town, move, tree.branch, parent=tree.other_community, **APPROVED)
    moved = {"云桥镇": AT_FIRST["云桥镇"], "云桥东社区": EAST[1:], "云桥西社区": [*WEST, EAST[0]]}
    assert names(office_town, tree.town, BEFORE) == AT_FIRST
    assert names(office_town, tree.town, DAY) == moved
    assert names(office_town, tree.town, AFTER) == moved


def test_what_went_to_another_town_is_still_there_before_its_day(tree, office_town, office_district, office_other_town):
    done(office_district, move, tree.community, parent=tree.other_town, **APPROVED)
    assert names(office_town, tree.town, BEFORE) == AT_FIRST
    assert names(office_town, tree.town, DAY) == {"云桥镇": ["云桥西社区"], "云桥西社区": WEST}
    assert "云桥东社区" not in names(office_other_town, tree.other_town, BEFORE)["云岭镇"]
    assert "云桥东社区" in names(office_other_town, tree.other_town, DAY)["云岭镇"]


def test_there_and_back_again_is_told_for_each_day(tree, office_town):
    done(office_town, move, tree.branch, parent=tree.other_community, **APPROVED)
    back = {"on": date(2026, 5, 1), "basis": "文件"}
    done(office_town, move, tree.branch.fresh(), parent=tree.community, **back)
    first = [names(office_town, tree.town, day)["云桥东社区"] for day in (BEFORE, DAY, back["on"])]
    assert first == [EAST, EAST[1:], [EAST[1], EAST[0]]]
    assert names(office_town, tree.town, date(2026, 4, 30))["云桥西社区"] == [*WEST, EAST[0]]


def test_a_move_of_the_superior_since_changes_nothing_of_the_day(tree, office_town, office_district):
    done(office_town, move, tree.branch, parent=tree.other_community, **APPROVED)
    later = {"on": date(2026, 6, 1), "basis": "文件"}
    for community in (tree.community, tree.other_community):
        done(office_district, move, community.fresh(), parent=tree.other_town, **later)
    assert names(office_district, tree.town, BEFORE) == AT_FIRST
    after = names(office_district, tree.town, date(2026, 5, 31))
    assert (after["云桥东社区"], after["云桥西社区"]) == (EAST[1:], [*WEST, EAST[0]])
    assert names(office_district, tree.town, later["on"]) == {}


def test_a_merger_holds_from_its_day(tree, office_town):
    done(office_town, merge, tree.community, into=tree.other_community, **APPROVED)
    assert names(office_town, tree.town, BEFORE) == AT_FIRST
    assert names(office_town, tree.town, DAY) == {"云桥镇": ["云桥西社区"], "云桥西社区": [*WEST, *EAST]}


def test_a_split_holds_from_its_day(tree, office_town):
    new = {"name": "云桥南社区", "short_name": "云桥南社区", "children": [tree.other_branch]}
    done(office_town, split, tree.community, **new, **APPROVED)
    assert names(office_town, tree.town, BEFORE) == AT_FIRST
    after = names(office_town, tree.town, DAY)
    assert after["云桥镇"] == ["云桥东社区", "云桥西社区", "云桥南社区"]
    assert (after["云桥东社区"], after["云桥南社区"]) == (EAST[:1], EAST[1:])


def test_a_revocation_holds_from_its_day(tree, office_town):
    done(office_town, revoke, tree.branch, **APPROVED)
    assert names(office_town, tree.town, BEFORE) == AT_FIRST
    assert names(office_town, tree.town, DAY)["云桥东社区"] == EAST[1:]


def test_a_name_is_that_of_the_day(tree, office_town):
    done(office_town, rename, tree.branch, name="梧桐支部", short_name="梧桐", **APPROVED)
    done(
        office_town, rename, tree.branch.fresh(), name="香樟支部", short_name="香樟", on=date(2026, 5, 1), basis="文件"
    )
    days = (BEFORE, DAY, date(2026, 4, 30), date(2026, 5, 1))
    seen = [names(office_town, tree.town, day)["云桥东社区"][0] for day in days]
    assert seen == ["云桥东社区第一支部", "梧桐支部", "梧桐支部", "香樟支部"]
    assert list(Change._base_manager.filter(kind="rename").order_by("pk").values_list("former_name", flat=True)) == [
        "云桥东社区第一支部",
        "梧桐支部",
    ]


def test_what_was_recorded_last_of_the_same_days_holds(tree, office_town):
    """A decision of March is entered after one of May: today's tree stays the tree."""
    may = {"on": date(2026, 5, 1), "basis": "文件"}
    done(office_town, move, tree.branch, parent=tree.other_community, **may)
    done(office_town, move, tree.branch.fresh(), parent=tree.community, **APPROVED)
    assert EAST[0] in names(office_town, tree.town, date(2026, 6, 1))["云桥东社区"]
    assert EAST[0] in names(office_town, tree.town, BEFORE)["云桥东社区"]


@pytest.mark.parametrize("moves", [1, 3])
def test_an_earlier_day_costs_the_same_however_much_has_moved(tree, office_town, moves, django_assert_num_queries):
    for branch in (tree.branch, tree.other_branch, tree.at(1, 1, 1, 2, 1))[:moves]:
        parent = tree.community if branch.path.startswith(tree.other_community.path) else tree.other_community
        done(office_town, move, branch, parent=parent, **APPROVED)
    with reaching(office_town.reach()), django_assert_num_queries(3):
        assert tree_on(tree.town, BEFORE).count == 7


def test_the_page_shows_the_tree_of_the_day_and_leads_to_the_roster(tree, office_town):
    done(office_town, revoke, tree.branch, **APPROVED)
    client = client_of(office_town)
    before = client.get("/organizations/before/", {"at": tree.town.pk, "on": str(BEFORE)}).content.decode()
    assert "云桥东社区第一支部" in before
    assert f"/members/roster/?at={tree.town.pk}&amp;on={BEFORE}" in before
    after = client.get("/organizations/before/", {"at": tree.town.pk, "on": str(DAY)}).content.decode()
    assert "云桥东社区第一支部" not in after
    assert "这一天还没有到" in client.get("/organizations/before/", {"on": "2090-01-01"}).content.decode()


def test_the_page_of_another_part_is_not_there(tree, office_town, secretary):
    assert client_of(office_town).get("/organizations/before/", {"at": tree.other_town.pk}).status_code == 404
    assert client_of(secretary).get("/organizations/before/", {"at": tree.town.pk}).status_code == 403
