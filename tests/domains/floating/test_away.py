"""Away from home: two branches, one record, each with its half."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from jingwei.domains.floating.actions import ending, registering, telling
from jingwei.domains.floating.models import Feedback, Floating, Inflow
from jingwei.domains.floating.selectors import feedback, floating, inflows, transfer_suggestions, waiting_for
from jingwei.domains.floating.selectors.away import gatherings, shown
from jingwei.foundation.errors import Refused
from jingwei.foundation.scope.reach import reaching
from tests.domains.enrolling import a_member

ON = date(2026, 5, 20)
SIDES = ("secretary", "office_town", "neighbour", "office_other_town", "far_secretary", "handler")


def test_the_member_stays_in_the_home_branch_and_is_marked(world):
    world.away()
    member = world.member.fresh()
    assert (member.organization, member.standing) == (world.tree.branch, "floating")


def test_who_studies_abroad_is_marked_so(world):
    world.away(reason="abroad")
    assert world.member.fresh().standing == "abroad"


def test_everybody_who_left_has_somebody_who_keeps_in_touch(world):
    with pytest.raises(Refused, match="联系人"):
        world.away(contact_person=" ")


def test_one_is_away_once_at_a_time(world):
    world.away()
    with pytest.raises(Refused, match="已经有一份流出登记"):
        world.away()


def test_both_branches_see_the_record_and_nobody_else(world):
    world.away(receiving=world.far)
    assert Floating._base_manager.count() == Inflow._base_manager.count() == 1  # there is something to leak
    assert [world.sees(part, floating) for part in SIDES] == [1, 1, 0, 1, 1, 0]
    assert [world.sees(part, inflows) for part in SIDES] == [1, 1, 0, 1, 1, 0]


def test_a_place_outside_the_tree_shows_it_to_the_home_side_only(world):
    world.away(outside="某工业园")
    assert [world.sees(part, floating) for part in SIDES] == [1, 1, 0, 0, 0, 0]


def test_the_receiving_branch_confirms_and_tells_the_home_branch(world):
    row = world.away(receiving=world.far)
    inflow = world.does("far_secretary", registering.confirm, world.inflow(row), contact_person="远书记")
    world.does("far_secretary", telling.feed_back, inflow, kind="life", on=ON, note="参加党员大会。")
    assert [world.sees(part, feedback) for part in SIDES] == [1, 1, 0, 1, 1, 0]
    assert Feedback._base_manager.get().organization == world.far


def test_only_the_receiving_branch_confirms(world):
    row = world.away(receiving=world.far)
    with pytest.raises(PermissionDenied):
        world.does("secretary", registering.confirm, world.inflow(row), contact_person="秦书明")


def test_what_was_registered_at_both_ends_is_matched(world):
    inflow = world.come()
    assert inflow.floating is None
    row = world.away(receiving=world.far)
    assert inflow.fresh().floating == row
    assert Inflow._base_manager.count() == 1


def test_who_comes_is_matched_with_who_left(world):
    row = world.away()
    inflow = world.come()
    assert (inflow.floating, row.fresh().receiving) == (row, world.far)


def test_two_of_one_name_are_not_matched_by_the_program(world):
    world.away()
    world.away(member=a_member(world.tree.branch))
    assert world.come().floating is None


def test_the_home_branch_acknowledges_whom_the_other_has_registered(world):
    inflow = world.come()
    values = {"reason": "work", "is_fixed": False, "contact_person": "魏组平"}
    row = world.does("secretary", registering.acknowledge, world.member.fresh(), inflow=inflow, **values)
    assert (row.receiving, row.since, inflow.fresh().floating) == (world.far, date(2026, 2, 1), row)


def test_the_home_branch_acknowledges_nobody_of_another_name(world):
    inflow = world.come(name="别人")
    with pytest.raises(Refused, match="不是同一个人"):
        world.does(
            "secretary", registering.acknowledge, world.member.fresh(), inflow=inflow, reason="work",
            is_fixed=False, contact_person="魏组平",
        )  # fmt: skip


def test_nothing_is_fed_back_where_nobody_has_acknowledged(world):
    inflow = world.come()
    with pytest.raises(Refused, match="还没有认领"):
        world.does("far_secretary", telling.feed_back, inflow, kind="dues", on=ON)


def test_who_comes_back_stands_as_before(world, clock):
    row = world.away(receiving=world.far)
    clock.move_to("2026-05-25 10:00:00+08:00")
    world.does("secretary", ending.come_back, row, on=date(2026, 5, 25))
    assert (row.fresh().ending, world.member.fresh().standing) == ("returned", "normal")
    assert world.inflow(row).ended_on == date(2026, 5, 25)


@pytest.mark.parametrize("day", [date(2026, 1, 9), date(2026, 5, 21)])
def test_nobody_comes_back_before_leaving_or_to_morrow(world, day):
    with pytest.raises(Refused, match="返回的日期"):
        world.does("secretary", ending.come_back, world.away(), on=day)


def test_a_transfer_ends_being_away(world, clock):
    row = world.away(receiving=world.far)
    clock.move_to("2026-05-25 10:00:00+08:00")
    from jingwei.foundation.actions import writing

    with writing(reason="test"):
        ending.end_with_transfer(world.actor("secretary"), world.member.fresh(), on=date(2026, 5, 25))
    assert (row.fresh().ending, world.member.fresh().standing) == ("transferred", "normal")


def state(world, row, on):
    with reaching(world.actor("secretary").reach()):
        return shown(floating().get(pk=row.pk), on=on).word


def test_the_list_says_what_is_next(world):
    row = world.away(is_fixed=True, receiving=world.far)
    assert state(world, row, ON) == "待对方确认报到"
    world.does("far_secretary", registering.confirm, world.inflow(row), contact_person="远书记")
    words = [state(world, row, day) for day in (ON, date(2026, 7, 9), date(2026, 7, 10))]
    assert words == ["外出不满六个月", "外出不满六个月", "建议转组织关系"]


def test_contact_abroad_is_asked_for_in_time_and_late_after_half_a_year(world):
    row = world.away(reason="abroad", is_fixed=False)
    days = (date(2026, 6, 9), date(2026, 6, 10), date(2026, 7, 10), date(2026, 7, 11))
    assert [state(world, row, day) for day in days] == ["外出不满六个月", "该联系一次", "该联系一次", "该联系一次"]
    with reaching(world.actor("secretary").reach()):
        kinds = [shown(floating().get(pk=row.pk), on=day).kind for day in days]
    assert kinds == ["todo", "soon", "soon", "late"]
    world.does("secretary", telling.keep_in_touch, row.fresh(), on=ON, note="通了电话。")
    assert state(world, row, date(2026, 7, 11)) == "流动中"


def test_a_transfer_is_suggested_and_not_done(world):
    world.away(is_fixed=True)
    with reaching(world.actor("secretary").reach()):
        assert [len(transfer_suggestions(on=day)) for day in (date(2026, 7, 9), date(2026, 7, 10))] == [0, 1]
    assert world.member.fresh().organization == world.tree.branch


def test_an_organization_is_suggested_where_three_full_members_float(world):
    for name in ("程一", "程二"):
        world.away(member=a_member(world.tree.branch, name))
    world.away(member=a_member(world.tree.branch, "程预备", full_on=None))
    day = date(2026, 8, 1)
    with reaching(world.actor("secretary").reach()):
        assert gatherings(on=day) == []
    world.away()
    with reaching(world.actor("secretary").reach()):
        assert [(one.place, one.members) for one in gatherings(on=day)] == [("外省某工业园", 3)]


def test_each_side_is_told_what_waits_for_it(world):
    def titles(part):
        actor = world.actor(part)
        with reaching(actor.reach()):
            return [line.title for line in waiting_for(actor, ON)]

    world.come(name="外来人")
    world.away(receiving=world.far)
    assert titles("far_secretary") == ["确认报到：陶党生"]
    assert titles("secretary") == ["认领流动党员：外来人"]
    assert titles("neighbour") == titles("office_town") == titles("member") == []
