"""The units of an area are kept by whoever works there."""

import pytest
from django.core.exceptions import PermissionDenied

from jingwei.foundation.errors import Refused, Stale
from jingwei.organizations.actions.areas import add_area
from jingwei.organizations.actions.units import add_unit, edit_unit, locate_unit
from jingwei.organizations.choices import UnitKind
from jingwei.organizations.models import Location, Unit
from tests.organizations.conftest import done

SCHOOL = {"name": "东区小学", "kind": UnitKind.SCHOOL, "is_resident": True}


def test_a_secretary_registers_a_unit_of_the_own_area(tree, superior, acts):
    unit = done(superior, add_unit, tree.community, **SCHOOL, party_organization=tree.branch)
    assert (unit.name, unit.is_resident, unit.party_organization) == ("东区小学", True, tree.branch)
    assert acts() == ["organizations.add_unit"]


@pytest.mark.parametrize("part", ["committee_member", "neighbour", "handler", "member", "office_other_town"])
def test_who_may_not_registers_none(tree, actor_for, part):
    with pytest.raises(PermissionDenied):
        done(actor_for(part), add_unit, tree.branch, **SCHOOL)


def test_a_unit_is_registered_once_in_an_area(tree, superior):
    done(superior, add_unit, tree.community, **SCHOOL)
    with pytest.raises(Refused, match="已经登记过"):
        done(superior, add_unit, tree.community, **SCHOOL)


def test_a_unit_is_corrected(tree, superior):
    unit = done(superior, add_unit, tree.community, **SCHOOL)
    done(superior, edit_unit, unit, **{**SCHOOL, "name": "东区学校", "is_resident": False}, version=1)
    row = Unit._base_manager.get()
    assert (row.name, row.is_resident, row.version) == ("东区学校", False, 2)


def test_a_unit_does_not_take_the_name_of_another(tree, superior):
    done(superior, add_unit, tree.community, **SCHOOL)
    unit = done(superior, add_unit, tree.community, **{**SCHOOL, "name": "西区小学"})
    with pytest.raises(Refused, match="已经登记过"):
        done(superior, edit_unit, unit, **SCHOOL)


def test_an_outdated_copy_overwrites_nothing(tree, superior):
    unit = done(superior, add_unit, tree.community, **SCHOOL)
    done(superior, edit_unit, unit, **{**SCHOOL, "name": "一"}, version=1)
    with pytest.raises(Stale):
        done(superior, edit_unit, unit, **{**SCHOOL, "name": "二"}, version=1)
    assert Unit._base_manager.get().name == "一"


CODE = "91990000MA0000001B"


def test_a_unit_keeps_its_credit_code_in_capitals(tree, superior):
    unit = done(superior, add_unit, tree.community, **SCHOOL, credit_code="91990000ma0000001b", party_members=3)
    assert (unit.credit_code, unit.party_members) == (CODE, 3)


def test_a_wrong_credit_code_is_refused(tree, superior):
    with pytest.raises(Refused, match="校验位对不上"):
        done(superior, add_unit, tree.community, **SCHOOL, credit_code="91990000MA00000012")


def test_a_code_and_a_reason_for_having_none_are_refused(tree, superior):
    with pytest.raises(Refused, match="不用选没有代码的原因"):
        done(superior, add_unit, tree.community, **SCHOOL, credit_code=CODE, without_code="none")


def test_a_credit_code_is_held_by_one_unit_also_out_of_sight(tree, superior, office_other_town):
    done(office_other_town, add_unit, tree.other_town, **SCHOOL, credit_code=CODE)
    with pytest.raises(Refused, match="登记在另一个单位名下"):
        done(superior, add_unit, tree.community, **{**SCHOOL, "name": "北区小学"}, credit_code=CODE)


def test_what_is_left_out_of_an_edit_stays(tree, superior):
    unit = done(superior, add_unit, tree.community, **SCHOOL, credit_code=CODE, address="一号")
    done(superior, edit_unit, unit, **SCHOOL, address="二号")
    row = Unit._base_manager.get()
    assert (row.credit_code, row.address) == (CODE, "二号")


def test_a_unit_lies_in_one_area_of_a_kind(tree, superior, office_town):
    chain = done(office_town, add_area, tree.town, kind="chain", name="米业链")
    grids = [
        done(superior, add_area, tree.community, kind="grid", name=name, head_name="一人") for name in ("一格", "二格")
    ]
    unit = done(superior, add_unit, tree.community, **SCHOOL)
    done(superior, locate_unit, unit, areas=[chain, grids[0]])
    done(superior, locate_unit, unit, areas=[grids[1]])
    assert [str(row) for row in Location._base_manager.all()] == ["东区小学：二格"]
    with pytest.raises(Refused, match="只能在一个网格里"):
        done(superior, locate_unit, unit, areas=grids)


def test_a_unit_does_not_lie_in_an_area_of_elsewhere(tree, office_town, superior):
    other = done(office_town, add_area, tree.other_community, kind="block", name="西街")
    unit = done(superior, add_unit, tree.community, **SCHOOL)
    with pytest.raises(Refused, match="不包括"):
        done(office_town, locate_unit, unit, areas=[other])
