"""What stands on the ground of the demo, and how its people are cared for."""

import pytest

from jingwei.demo.registers.coverage import code_of, ground
from jingwei.domains.care.models import CareVisit
from jingwei.domains.coverage.models import Coverage, Sighting
from jingwei.domains.grids.models import MemberHousehold
from jingwei.foundation.scope.reach import everywhere
from jingwei.organizations.choices import AreaKind, Headcount, UnitKind, WithoutCode
from jingwei.organizations.credit_codes import fault_of
from jingwei.organizations.models import Unit


def test_five_chains_two_blocks_and_seven_sections_are_set_up() -> None:
    areas = ground()["areas"]
    assert [len(areas[kind]) for kind in ("chain", "block", "section")] == [5, 2, 7]


@pytest.mark.parametrize("number", [1, 42, 999])
def test_credit_codes_are_right_and_of_no_real_region(number: int) -> None:
    assert (fault_of(code_of(number)), code_of(number)[2:8]) == ("", "990000")


def test_every_word_of_the_ground_is_known() -> None:
    told = [*ground()["units"].values(), *ground()["sightings"].values()]
    assert {one["kind"] for one in told} - set(UnitKind.values) == set()
    assert {one["headcount"] for one in told} - set(Headcount.values) == set()
    assert {one.get("without_code", "") for one in told} - set(WithoutCode.values) == set()
    assert set(ground()["areas"]) - set(AreaKind.values) == set()


def test_units_lie_in_areas_that_there_are() -> None:
    grids = ground()["grids"]
    names = {name for some in ground()["areas"].values() for name in some} | set(grids)
    names |= {building for grid in grids.values() for building in grid["buildings"]}
    assert {area for unit in ground()["units"].values() for area in unit["areas"]} - names == set()


@pytest.fixture(autouse=True)
def everything(built):
    with everywhere(reason="test"):
        yield


@pytest.mark.slow
def test_sightings_stand_at_every_step(built) -> None:
    steps = [sighting.step.value for sighting in Sighting._base_manager.order_by("pk")]
    assert steps == ["registered", "rejected", "analysed", "collected"]


@pytest.mark.slow
def test_some_units_are_covered_and_some_have_an_owner_of_last_resort(built) -> None:
    told = ground()["units"].values()
    assert Coverage._base_manager.count() == sum("covered" in unit for unit in told)
    assert Unit._base_manager.filter(coverages=None, name__in=ground()["units"]).count() > 0


@pytest.mark.slow
def test_members_are_visited_and_one_serves_the_neighbours(built) -> None:
    assert set(CareVisit._base_manager.values_list("kind", flat=True)) == {"visit", "talk"}
    assert MemberHousehold._base_manager.get().area.name == "梧桐苑3号楼"
