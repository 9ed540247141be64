"""Who was where on a day, as known at a moment: before, on and after; moves, corrections, merged organizations."""

from datetime import UTC, date, datetime, timedelta

import pytest

from jingwei.foundation.actions import writing
from jingwei.foundation.clock import as_if, now
from jingwei.foundation.scope.reach import reaching
from jingwei.members.actions import carry_members, correct, enrol, move_member, set_standing
from jingwei.members.selectors.roster import differences, roster
from jingwei.organizations.actions.reorganising import move
from jingwei.organizations.followers import Merger
from tests.members.people import COLUMNS, registered

BEGUN = datetime(2024, 1, 1, tzinfo=UTC)
DAY = date(2026, 3, 1)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=30)
TOLD = datetime(2026, 3, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _clock(settings):
    settings.DEMO = True


@pytest.fixture
def member(tree):
    (row,) = registered(tree.branch, "陶党生", created_at=BEGUN)
    return row


def names(actor, organization, day: date, known: datetime | None = None) -> list[str]:
    with reaching(actor.reach()):
        return [line.name for line in roster(organization, true_on=day, known_on=known or now()).lines]


def told(actor, step, *arguments, **data):
    """Do a step of a procedure as if on the day when it was told."""
    with as_if(TOLD), reaching(actor.reach()), writing(reason="the act of a procedure"):
        step(actor, *arguments, **data)


@pytest.mark.parametrize(
    ("day", "known", "old", "new"),
    [
        (BEFORE, None, ["陶党生"], []),
        (DAY, None, [], ["陶党生"]),
        (AFTER, None, [], ["陶党生"]),
        (BEFORE, TOLD - timedelta(days=1), ["陶党生"], []),
        (DAY, TOLD - timedelta(days=1), ["陶党生"], []),
        (DAY, TOLD, [], ["陶党生"]),
        (DAY, BEGUN - timedelta(days=1), [], []),
    ],
)
def test_a_move_holds_from_its_day_and_is_known_from_when_it_was_told(office_town, member, tree, day, known, old, new):
    told(office_town, move_member, member, organization=tree.other_branch, on=DAY, basis="介绍信")
    assert names(office_town, tree.branch, day, known) == old
    assert names(office_town, tree.other_branch, day, known) == new
    assert names(office_town, tree.community, day, known) == old + new


def test_the_old_branch_sees_who_was_there_and_nobody_elsewhere(office_town, secretary, neighbour, member, tree):
    told(office_town, move_member, member, organization=tree.other_branch, on=DAY, basis="介绍信")
    with reaching(secretary.reach()):
        (line,) = roster(tree.branch, true_on=BEFORE, known_on=now()).lines
    assert (line.name, line.branch, line.in_reach) == ("陶党生", tree.branch.short_name, False)
    assert names(secretary, tree.other_branch, AFTER) == []
    assert names(neighbour, tree.branch, AFTER) == []


def test_the_name_is_told_as_it_was_known(office_town, secretary, member, tree):
    with as_if(TOLD), reaching(secretary.reach()):
        correct(secretary, member, basis="核对身份证", name="陶党升")
    assert names(secretary, tree.branch, DAY, TOLD - timedelta(days=1)) == ["陶党生"]
    assert names(secretary, tree.branch, DAY) == ["陶党升"]


@pytest.mark.parametrize(("day", "there"), [(BEFORE, ["陶党生"]), (DAY, []), (AFTER, [])])
def test_who_has_gone_is_there_until_the_day_before(office_town, member, tree, day, there):
    told(office_town, set_standing, member, standing="deceased", on=DAY, basis="讣告")
    assert names(office_town, tree.branch, day) == there


@pytest.mark.parametrize(("day", "there"), [(BEFORE, []), (DAY, ["陶二"])])
def test_who_came_from_elsewhere_is_there_from_that_day(secretary, tree, day, there):
    with as_if(TOLD), reaching(secretary.reach()):
        enrol(secretary, tree.branch, name="陶二", since=DAY, basis="介绍信", **COLUMNS)
    assert names(secretary, tree.branch, day) == there


@pytest.mark.parametrize(("day", "there"), [(date(1999, 6, 30), []), (date(1999, 7, 1), ["陶党生"])])
def test_nobody_is_a_member_before_joining(secretary, member, tree, day, there):
    assert names(secretary, tree.branch, day) == there


def test_a_member_is_on_probation_until_the_day_of_becoming_a_full_one(secretary, member, tree):
    with reaching(secretary.reach()):
        lines = [roster(tree.branch, true_on=date(2000, month, 1), known_on=now()).lines[0] for month in (6, 7)]
    assert [line.full for line in lines] == [False, True]


def test_a_merged_branch_still_had_its_members(office_town, member, tree):
    with as_if(TOLD), reaching(office_town.reach()), writing(reason="the act of a merger"):
        carry_members(Merger(tree.branch, tree.other_branch, DAY, "批复"))
    assert names(office_town, tree.branch, BEFORE) == ["陶党生"]
    assert (names(office_town, tree.branch, DAY), names(office_town, tree.other_branch, DAY)) == ([], ["陶党生"])


@pytest.mark.parametrize(("day", "left", "right"), [(BEFORE, ["陶党生"], []), (DAY, [], ["陶党生"])])
def test_what_a_moved_organization_held_is_counted_where_it_stood(office_town, member, tree, day, left, right):
    with reaching(office_town.reach()):
        branch = move(office_town, tree.branch, parent=tree.other_community, on=DAY, basis="批复")
    assert names(office_town, tree.community, day) == left
    assert names(office_town, tree.other_community, day) == right
    assert names(office_town, branch, day) == ["陶党生"]
    assert names(office_town, tree.town, day) == ["陶党生"]


def test_a_move_of_the_superior_and_a_move_told_late_are_followed(office_district, member, tree):
    with reaching(office_district.reach()):
        branch = move(office_district, tree.branch, parent=tree.other_community, on=AFTER, basis="批复")
        community = move(office_district, tree.community, parent=tree.other_town, on=DAY, basis="补记的批复")
    found = {
        day: [
            place.short_name
            for place in (tree.town, tree.other_town, community, tree.other_community, branch)
            if names(office_district, place, day)
        ]
        for day in (BEFORE, DAY, AFTER)
    }
    assert found == {
        BEFORE: ["云桥镇", "云桥东社区", "云桥东社区第一支部"],
        DAY: ["云岭镇", "云桥东社区", "云桥东社区第一支部"],
        AFTER: ["云桥镇", "云桥西社区", "云桥东社区第一支部"],
    }


def test_two_days_are_compared(office_town, member, tree):
    registered(tree.branch, "陶二", created_at=BEGUN)
    told(office_town, move_member, member, organization=tree.other_branch, on=DAY, basis="介绍信")
    with reaching(office_town.reach()):
        found = {
            place.short_name: [one.words for one in differences(place, first=BEFORE, second=DAY, known_on=now()) or []]
            for place in (tree.branch, tree.other_branch, tree.community)
        }
    assert found == {
        tree.branch.short_name: ["离开"],
        tree.other_branch.short_name: ["新到"],
        tree.community.short_name: ["所在支部有变化"],
    }


def test_a_large_area_is_read_part_by_part(office_town, member, tree, monkeypatch):
    monkeypatch.setattr("jingwei.members.selectors.roster.LIMIT", 0)
    with reaching(office_town.reach()):
        assert roster(tree.town, true_on=DAY, known_on=now()).whole is False
        assert differences(tree.town, first=BEFORE, second=DAY, known_on=now()) is None
