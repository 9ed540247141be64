"""What an organization held on a day, as a condition on the paths of today: before, on and after a move."""

from datetime import date, timedelta

import pytest

from jingwei.foundation.scope.reach import reaching
from jingwei.organizations.actions.reorganising import move
from jingwei.organizations.models import Organization
from jingwei.organizations.selectors.moves import area_then
from tests.organizations.conftest import APPROVED, done

DAY = APPROVED["on"]
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)
EAST, FIRST, SECOND = "云桥东社区", "云桥东社区第一支部", "云桥东社区第二支部"


def held(actor, organization, day) -> list[str]:
    """What the organization held, in the order of today's tree."""
    with reaching(actor.reach()):
        area = area_then("path", organization.fresh(), on=day)
        return list(Organization.objects.filter(area).order_by("path").values_list("short_name", flat=True))


@pytest.mark.parametrize("day", [BEFORE, DAY])
def test_without_a_move_it_is_what_is_below_today(tree, office_city, day):
    assert held(office_city, tree.community, day) == [EAST, FIRST, SECOND]


@pytest.mark.parametrize(
    ("day", "left", "came"), [(BEFORE, [EAST, SECOND, FIRST], 3), (DAY, [EAST, SECOND], 4), (AFTER, [EAST, SECOND], 4)]
)
def test_a_branch_belongs_to_the_old_superior_until_the_day(tree, office_city, office_town, day, left, came):
    done(office_town, move, tree.branch, parent=tree.other_community, **APPROVED)
    assert held(office_city, tree.community, day) == left
    assert len(held(office_city, tree.other_community, day)) == came


@pytest.mark.parametrize(("day", "east"), [(BEFORE, True), (DAY, False)])
def test_what_is_below_goes_along_and_comes_back(tree, office_city, office_district, day, east):
    done(office_district, move, tree.community, parent=tree.other_town, **APPROVED)
    done(office_district, move, tree.branch.fresh(), parent=tree.other_community, on=date(2026, 6, 1), basis="文件")
    assert ({EAST, FIRST, SECOND} <= set(held(office_city, tree.town, day))) is east
    assert ({EAST, FIRST, SECOND} <= set(held(office_city, tree.other_town, day))) is not east
    assert FIRST in held(office_city, tree.community, day)


@pytest.mark.parametrize("moves", [1, 3])
def test_it_costs_one_query_however_much_has_moved(tree, office_city, office_town, moves, django_assert_num_queries):
    for branch in (tree.branch, tree.other_branch, tree.at(1, 1, 1, 2, 1))[:moves]:
        parent = tree.community if branch.path.startswith(tree.other_community.path) else tree.other_community
        done(office_town, move, branch, parent=parent, **APPROVED)
    with reaching(office_city.reach()), django_assert_num_queries(1):
        area_then("path", tree.town, on=BEFORE)
