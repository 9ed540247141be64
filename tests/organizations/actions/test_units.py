"""The units of an area are kept by whoever works there."""

import pytest
from django.core.exceptions import PermissionDenied

from jingwei.foundation.errors import Refused, Stale
from jingwei.organizations.actions.units import add_unit, edit_unit
from jingwei.organizations.choices import UnitKind
from jingwei.organizations.models import Unit
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
