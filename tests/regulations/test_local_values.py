"""What areas set themselves: the nearest organization wins, the law's bounds hold, and only who may sets it."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from jingwei.foundation.actions import writing
from jingwei.foundation.errors import Refused
from jingwei.foundation.record.models import Act
from jingwei.foundation.scope.moving import move_paths
from jingwei.foundation.scope.reach import reaching, within
from jingwei.regulations.actions import set_local
from jingwei.regulations.library import NotInForce, parameter
from jingwei.regulations.selectors import Slot, local_rows, local_value

KEY = "hotline.general_days"
BEFORE, ON, AFTER = date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 2)


def slot(place, key=KEY):
    return Slot(parameter(key), place.path)


def put(actor, place, value, since=ON, key=KEY):
    with reaching(actor.reach()):
        return set_local(actor, slot(place, key), value=value, since=since, basis="云桥镇党委〔2026〕3号")


def holds(place, on=AFTER):
    with within(place.path):
        return local_value(KEY, place.path, on=on).value


def test_without_a_setting_the_library_s_value_holds(tree):
    assert holds(tree.community) == 7


def test_a_setting_holds_below_from_its_day_on(tree, office_town):
    put(office_town, tree.town, 5)
    assert [holds(tree.branch, on=day) for day in (BEFORE, ON, AFTER)] == [7, 5, 5]
    assert holds(tree.other_town) == 7
    assert holds(tree.district) == 7


def test_the_nearest_setting_wins_over_a_later_one_above(tree, office_town, office_district):
    put(office_town, tree.town, 5)
    put(office_district, tree.district, 6, since=AFTER)
    assert [holds(place) for place in (tree.community, tree.other_town, tree.city)] == [5, 6, 7]


def test_the_newest_of_one_place_wins(tree, office_town):
    put(office_town, tree.town, 5)
    put(office_town, tree.town, 4, since=AFTER)
    assert [holds(tree.town, on=day) for day in (ON, AFTER)] == [5, 4]


def test_setting_again_for_the_same_day_replaces(tree, office_town):
    put(office_town, tree.town, 5)
    put(office_town, tree.town, 4)
    with within(tree.city.path):
        assert [row.value for row in local_rows(KEY)] == ["4"]


def test_a_setting_says_where_it_comes_from(tree, office_town):
    put(office_town, tree.town, 5)
    with within(tree.branch.path):
        found = local_value(KEY, tree.branch.path, on=AFTER)
    assert (found.path, found.said, found.citation) == (tree.town.path, "不超过 5 天", "云桥镇党委〔2026〕3号")


def test_a_neighbour_does_not_see_what_was_set(tree, office_town):
    put(office_town, tree.town, 5)
    with within(tree.town.path):
        assert [row.set_by for row in local_rows(KEY)] == [office_town.title]
    with within(tree.other_town.path):
        assert local_rows(KEY) == []


@pytest.mark.parametrize(("value", "allowed"), [(0, False), (1, True), (2, True)])
def test_the_bounds_of_the_law_hold(tree, office_town, value, allowed):
    if allowed:
        assert put(office_town, tree.town, value).value == str(value)
        return
    with pytest.raises(Refused) as no:
        put(office_town, tree.town, value)
    assert (no.value.messages, no.value.basis) == (["不能小于 1（天）。"], "beijing-hotline-practice")


def test_a_number_of_the_law_cannot_be_set(tree, office_town):
    with pytest.raises(Refused) as no:
        put(office_town, tree.town, 90, key="petition.handling_days")
    assert no.value.basis == "petition-regulations-2022, 第三十四条"


@pytest.mark.parametrize("part", ["secretary", "member", "handler", "auditor", "system_admin"])
def test_who_may_not_set_is_refused(tree, actor_for, part):
    with pytest.raises(PermissionDenied):
        put(actor_for(part), tree.branch, 5)


def test_one_sets_only_for_one_s_own_part_of_the_tree(tree, office_town):
    with pytest.raises(PermissionDenied):
        put(office_town, tree.other_town, 5)


def test_a_setting_moves_with_its_organization(tree, office_town):
    put(office_town, tree.town, 5)
    with writing(reason="test"):
        move_paths(tree.town.path, tree.at(1, 1).path + "0007")
    assert holds(tree.town) == 7
    with within(tree.city.path):
        assert local_value(KEY, tree.district.path + "00070001", on=AFTER).value == 5


def test_a_setting_is_one_act(tree, office_town):
    before = Act._base_manager.count()
    put(office_town, tree.town, 5)
    assert Act._base_manager.count() == before + 1


def test_nothing_holds_before_the_library_begins(tree):
    with within(tree.town.path), pytest.raises(NotInForce):
        local_value(KEY, tree.town.path, on=date(2017, 12, 31))


@pytest.mark.parametrize("rows", [1, 3])
def test_what_holds_costs_one_query(tree, office_town, django_assert_num_queries, rows):
    for number in range(rows):
        put(office_town, tree.town, 5 + number, since=date(2026, 3, 1 + number))
    with within(tree.branch.path), django_assert_num_queries(1):
        local_value(KEY, tree.branch.path, on=AFTER)
