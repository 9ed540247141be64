"""Units and areas."""

from jingwei.organizations.models import Area, Unit
from tests.figures import changed, counted, divided, saved


def unit(organization, name, **columns):
    return saved(Unit(**{"organization": organization, "name": name, "kind": "private_firm", **columns}))


def test_units_are_counted_by_kind_and_size(tree):
    unit(tree.community, "甲厂", headcount="lt10")
    unit(tree.community, "乙校", kind="school", is_resident=True)
    unit(tree.other_community, "丙店", kind="shop", without_code="none")
    assert divided(tree.town, "units.units", "kind") == {"private_firm": 1, "school": 1, "shop": 1}
    assert divided(tree.town, "units.units", "headcount") == {"lt10": 1, "": 2}
    assert counted(tree.community, "organizations.resident_units") == counted(tree.city, "units.units") - 2 == 1


def test_the_members_known_of_in_units_are_added_up(tree):
    one = unit(tree.community, "甲厂", party_members=4)
    unit(tree.community, "乙厂", party_members=3)
    unit(tree.community, "丙厂")
    assert counted(tree.city, "units.known_members") == 7
    changed(one, party_members=None)
    assert counted(tree.city, "units.known_members") == 3


def test_units_with_a_party_organization_or_a_code_are_counted(tree):
    unit(tree.community, "甲厂", party_organization=tree.branch)
    unit(tree.community, "乙厂")
    assert (counted(tree.city, "units.with_party"), counted(tree.city, "units.with_code")) == (1, 0)


def test_areas_and_homes_are_counted(tree):
    saved(Area(organization=tree.community, kind="grid", name="第一网格", head_name="甲"))
    saved(Area(organization=tree.community, kind="building", name="1号楼", households=30))
    saved(Area(organization=tree.community, kind="building", name="2号楼"))
    assert divided(tree.city, "areas.areas", "kind") == {"grid": 1, "building": 2}
    assert counted(tree.community, "areas.households") == 30
