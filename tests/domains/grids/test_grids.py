"""A community on its ground."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from jingwei.domains.grids.actions import close_household, open_household
from jingwei.domains.grids.models import MemberHousehold
from jingwei.domains.grids.selectors import communities, ground_of, households, standings
from jingwei.foundation.actions import writing
from jingwei.foundation.clock import as_if
from jingwei.foundation.errors import Refused
from jingwei.foundation.scope.reach import reaching
from jingwei.organizations.actions.reorganising import revoke
from tests.domains.coverage.conftest import area_of, done, unit_of
from tests.members.people import registered
from tests.organizations.conftest import APPROVED

DAY = date(2026, 3, 2)
TOLD = {"does": "收集意见", "consented_on": DAY, "since": DAY}


@pytest.fixture(autouse=True)
def _day():
    with as_if(datetime(2026, 3, 2, 9, tzinfo=ZoneInfo("Asia/Shanghai"))):
        yield


@pytest.fixture
def grid(tree):
    return area_of(tree.community, "grid", "第一网格", unit_of(tree.community), head_name="何一人", branch=tree.branch)


@pytest.fixture
def building(tree, grid):
    return area_of(tree.community, "building", "一号楼", parent=grid, households=48)


def test_a_community_is_shown_with_its_grids_buildings_and_households(tree, superior, grid, building):
    one, two = registered(tree.branch, "甲", "乙")
    registered(tree.other_branch, "丙")
    done(superior, open_household, building, member=one, **TOLD)
    with reaching(superior.reach()):
        (ground,) = ground_of(tree.community)
        (sums,) = standings([tree.community])
    (below,) = ground.buildings
    assert (ground.area, ground.members, ground.units, below.area) == (grid, 2, 1, building)
    assert [str(home.member) for home in below.households] == ["甲"]
    assert (sums.grids, sums.buildings, sums.homes, sums.member_households) == (1, 1, 48, 1)
    assert two.pk


def test_a_household_needs_consent_before_it_begins(tree, superior, building):
    (one,) = registered(tree.branch, "甲")
    for told in ({"consented_on": date(2026, 3, 3), "since": date(2026, 3, 3)}, {"since": date(2026, 3, 1)}):
        with pytest.raises(Refused, match="本人同意"):
            done(superior, open_household, building, member=one, **{**TOLD, **told})
    with writing(reason="test"), pytest.raises(IntegrityError), transaction.atomic():
        MemberHousehold(area=building, member=one, **{**TOLD, "since": date(2026, 3, 1)}).save()


def test_a_member_has_one_household_at_a_time(tree, superior, building, grid):
    (one,) = registered(tree.branch, "甲")
    first = done(superior, open_household, building, member=one, **TOLD)
    with pytest.raises(Refused, match="已经是党员中心户"):
        done(superior, open_household, grid, member=one, **TOLD)
    done(superior, close_household, first)
    assert done(superior, open_household, grid, member=one, **TOLD).area == grid


def test_a_household_lies_in_a_grid_or_a_building(tree, superior):
    (one,) = registered(tree.branch, "甲")
    with pytest.raises(Refused, match="网格或者楼栋"):
        done(superior, open_household, area_of(tree.community, "block", "东街"), member=one, **TOLD)


@pytest.mark.parametrize("part", ["secretary", "committee_member", "office_other_town"])
def test_who_may_not_names_none(tree, actor_for, building, part):
    (one,) = registered(tree.branch, "甲")
    with pytest.raises(PermissionDenied):
        done(actor_for(part), open_household, building, member=one, **TOLD)


def test_nobody_sees_the_households_of_others(tree, superior, office_other_town, building):
    done(superior, open_household, building, member=registered(tree.branch, "甲")[0], **TOLD)
    assert MemberHousehold._base_manager.count() == 1  # there is something to leak
    with reaching(office_other_town.reach()):
        assert list(households()) == []
        assert list(communities(tree.town.path)) == []


def test_a_community_with_households_is_not_revoked(tree, superior, office_town, building):
    done(superior, open_household, building, member=registered(tree.branch, "甲")[0], **TOLD)
    with pytest.raises(Refused, match="1 个党员中心户"):
        done(office_town, revoke, tree.community, **APPROVED)


@pytest.mark.parametrize("number", [1, 3])
def test_more_grids_take_no_more_queries(tree, superior, number, django_assert_num_queries):
    for n in range(number):
        area_of(tree.community, "grid", f"第{n}网格", head_name="何一人", branch=tree.branch)
    with reaching(superior.reach()), django_assert_num_queries(5):
        assert len(ground_of(tree.community)) == number
