"""Coverage in numbers, and the units behind each number."""

from datetime import date

import pytest

from jingwei.domains.coverage.actions.covering import cover
from jingwei.domains.coverage.selectors import measures
from jingwei.domains.coverage.selectors.units import behind
from jingwei.foundation.actions import writing
from jingwei.foundation.scope.reach import reaching
from tests.domains.coverage.conftest import DAY, area_of, done, unit_of


@pytest.fixture
def ground(tree, superior, secretary):
    """Four units that count and a school that does not: one has a branch with a secretary, one a branch without, one an
    instructor, one nobody."""
    units = [unit_of(tree.community, f"店{number}", party_members=number) for number in range(4)]
    unit_of(tree.community, "小学", kind="school")
    done(superior, cover, units[0], kind="single", organization=tree.branch, since=DAY)
    done(superior, cover, units[1], kind="joint", organization=tree.other_branch, since=DAY)
    done(superior, cover, units[2], kind="instructor", instructor=secretary.user.posts.get(), since=DAY)
    area_of(tree.community, "chain", "米业链", units[0], units[3])
    area_of(tree.community, "grid", "第一网格", *units[:2], head_name="何一人")
    return units


def told(group) -> tuple[str, int, int, int, int, int]:
    return group.title, group.whole, group.organization.part, group.work.part, group.uncovered, group.members


def test_what_is_covered_by_organization_and_by_work(tree, superior, ground):
    with reaching(superior.reach()):
        whole = measures.whole(tree.community, on=DAY)
    assert told(whole) == ("云桥东社区", 4, 2, 2, 1, 6)
    assert (whole.organization.words, whole.work.words) == ("50.0%", "50.0%")


def test_the_day_before_nobody_was_covered(tree, superior, ground):
    with reaching(superior.reach()):
        assert told(measures.whole(tree.community, on=date(2026, 3, 1)))[2:5] == (0, 0, 4)


def test_each_unit_is_in_one_group_of_a_dimension(tree, superior, ground):
    with reaching(superior.reach()):
        groups = {by: [told(one)[:5] for one in measures.by(by, tree.community, on=DAY)] for by in ("chain", "grid")}
    assert groups["chain"] == [("米业链", 2, 1, 1, 1), ("还没有归到产业链的", 2, 1, 1, 0)]
    assert groups["grid"] == [("第一网格", 2, 2, 1, 0), ("还没有归到网格的", 2, 0, 1, 1)]


def test_places_are_those_directly_below(tree, office_town, ground):
    unit_of(tree.other_community)
    unit_of(tree.town, "广场")
    with reaching(office_town.reach()):
        groups = measures.by("place", tree.town, on=DAY)
    assert [told(one)[:2] for one in groups] == [("云桥镇", 1), ("云桥东社区", 4), ("云桥西社区", 1)]


@pytest.mark.parametrize("by", ["place", "chain", "grid", "kind"])
@pytest.mark.parametrize("state", ["", "organization", "work", "none"])
def test_behind_each_number_are_as_many_units(tree, office_town, ground, by, state):
    unit_of(tree.town, "广场")
    counts = {"": "whole", "none": "uncovered"}
    with reaching(office_town.reach()):
        for group in measures.by(by, tree.town, on=DAY):
            number = getattr(group, counts[state]) if state in counts else getattr(group, state).part
            assert behind(tree.town, by=by, of=group.key, state=state, on=DAY).count() == number


def test_nobody_counts_the_units_of_another_town(tree, office_other_town, ground):
    with reaching(office_other_town.reach()):
        assert measures.whole(tree.town, on=DAY).whole == 0


def test_an_instructor_who_left_covers_no_more(tree, superior, secretary, ground):
    post = secretary.user.posts.get()
    with writing(reason="test"):
        post.until = DAY
        post.save()
    with reaching(superior.reach()):
        assert told(measures.whole(tree.community, on=DAY))[2:5] == (2, 0, 2)


@pytest.mark.parametrize("number", [1, 3])
def test_more_groups_take_no_more_queries(tree, superior, number, django_assert_num_queries):
    for n in range(number):
        area_of(tree.community, "chain", f"链{n}", unit_of(tree.community, f"店{n}"))
    with reaching(superior.reach()), django_assert_num_queries(3):
        measures.by("chain", tree.community, on=DAY)
