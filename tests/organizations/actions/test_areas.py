"""Named areas of a community, street or district."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from jingwei.foundation.actions import writing
from jingwei.foundation.errors import Refused
from jingwei.organizations.actions.areas import add_area, drop_area, edit_area
from jingwei.organizations.actions.reorganising import merge, revoke
from jingwei.organizations.actions.units import add_unit, locate_unit
from jingwei.organizations.models import Area, Location, Unit
from tests.organizations.conftest import APPROVED, done

GRID = {"kind": "grid", "name": "第一网格", "head_name": "何一人"}


def test_a_community_sets_up_a_grid_with_its_head(tree, superior, acts):
    grid = done(superior, add_area, tree.community, **GRID, branch=tree.branch)
    assert (grid.head, grid.branch, acts()) == ("何一人", tree.branch, ["organizations.add_area"])


def test_the_head_can_be_who_holds_a_post(tree, superior, secretary):
    told = {**GRID, "head_name": "", "head_post": secretary.user.posts.get()}
    assert done(superior, add_area, tree.community, **told).head == "秦书明"


@pytest.mark.parametrize("names", ["", "何一人、何二人", "何一人 何二人", "何一人/何二人"])
def test_a_grid_has_exactly_one_head(tree, superior, names):
    with pytest.raises(Refused, match="负责人"):
        done(superior, add_area, tree.community, **{**GRID, "head_name": names})


def test_a_head_is_a_post_or_a_name(tree, superior, secretary):
    with pytest.raises(Refused, match="不再写姓名"):
        done(superior, add_area, tree.community, **GRID, head_post=secretary.user.posts.get())


def test_the_database_knows_no_grid_without_a_head(tree):
    with writing(reason="test"), pytest.raises(IntegrityError), transaction.atomic():
        Area(organization=tree.community, kind="grid", name="无人").save()


@pytest.mark.parametrize("part", ["committee_member", "neighbour", "handler", "member", "office_other_town"])
def test_who_may_not_sets_up_none(tree, actor_for, part):
    with pytest.raises(PermissionDenied):
        done(actor_for(part), add_area, tree.community, **GRID)


def test_a_branch_has_no_areas(tree, secretary):
    with pytest.raises(Refused, match="没有自己的区域"):
        done(secretary, add_area, tree.branch, **GRID)


def test_a_name_is_given_once_to_a_kind(tree, superior):
    done(superior, add_area, tree.community, **GRID)
    with pytest.raises(Refused, match="已经设立过"):
        done(superior, add_area, tree.community, **GRID)


def test_an_area_does_not_lie_in_itself(tree, superior):
    grid = done(superior, add_area, tree.community, **GRID)
    building = done(superior, add_area, tree.community, kind="building", name="一号楼", parent=grid)
    with pytest.raises(Refused, match="自己的下级"):
        done(superior, edit_area, grid, name="第一网格", parent=building)


def test_an_area_with_units_is_not_taken_away(tree, superior):
    grid = done(superior, add_area, tree.community, **GRID)
    unit = done(superior, add_unit, tree.community, name="书店", kind="shop")
    done(superior, locate_unit, unit, areas=[grid])
    with pytest.raises(Refused, match="1 个单位"):
        done(superior, drop_area, grid)
    done(superior, locate_unit, unit, areas=[])
    assert done(superior, drop_area, grid) == tree.community


def test_areas_and_units_go_along_when_communities_merge(tree, superior, office_town):
    grid = done(superior, add_area, tree.community, **GRID)
    for community in (tree.community, tree.other_community):
        done(office_town, add_unit, community, name="书店", kind="shop")
    unit = Unit._base_manager.get(organization=tree.community)
    done(superior, locate_unit, unit, areas=[grid])
    done(office_town, merge, tree.community, into=tree.other_community, **APPROVED)
    grid.refresh_from_db()
    kept = Unit._base_manager.get()
    assert (grid.organization, kept.organization) == (tree.other_community, tree.other_community)
    assert Location._base_manager.get().unit == kept


def test_an_organization_with_areas_is_not_revoked(tree, superior, office_town):
    done(superior, add_area, tree.community, **GRID, branch=tree.branch)
    with pytest.raises(Refused, match="1 个片区"):
        done(office_town, revoke, tree.branch, **APPROVED)
