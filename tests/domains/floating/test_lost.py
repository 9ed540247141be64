"""Somebody cannot be reached: people look, people decide, the program keeps the days."""

from datetime import date

import pytest

from jingwei.domains.floating.actions import searching
from jingwei.domains.floating.models import LostContact
from jingwei.domains.floating.selectors import lost as lost_rows
from jingwei.domains.floating.selectors import searches, waiting_for
from jingwei.foundation.clock import today
from jingwei.foundation.errors import Refused
from jingwei.foundation.scope.reach import reaching

SUSPENSION = {"by": "branch", "document": "支部〔2026〕5号"}


def suspended(world, lost, on=date(2026, 5, 20)):
    world.searched(lost, "phone", "visit")
    return world.does("secretary", searching.suspend, lost.fresh(), on=on, **SUSPENSION)


def test_who_is_reported_lost_is_marked_and_still_a_member(world):
    world.lost()
    member = world.member.fresh()
    assert (member.standing, member.left_on, member.organization) == ("lost", None, world.tree.branch)


@pytest.mark.parametrize(("last", "allowed"), [(date(2025, 11, 21), False), (date(2025, 11, 20), True)])
def test_a_membership_is_suspended_after_six_months_only(world, last, allowed):
    lost = world.lost(last_contact_on=last)
    if allowed:
        assert suspended(world, lost).stage == "suspended"
        assert world.member.fresh().standing == "suspended"
        return
    with pytest.raises(Refused, match="不满 6 个月") as refused:
        suspended(world, lost)
    assert refused.value.earliest == "2026年5月21日"
    assert refused.value.basis == "member-education-regulations-2019, 第二十四条"


def test_a_membership_is_suspended_after_a_search_in_several_ways_only(world):
    lost = world.searched(world.lost(), "phone", "phone")
    with pytest.raises(Refused, match="多方查找"):
        world.does("secretary", searching.suspend, lost, on=date(2026, 5, 20), **SUSPENSION)


def test_a_suspension_names_its_document(world):
    lost = world.searched(world.lost(), "phone", "visit")
    with pytest.raises(Refused, match="要有文件"):
        world.does("secretary", searching.suspend, lost, on=date(2026, 5, 20), by="branch", document=" ")


@pytest.mark.parametrize(("day", "allowed"), [("2028-05-19", False), ("2028-05-20", True), ("2028-05-21", True)])
def test_a_removal_is_decided_after_two_years_of_suspension_only(world, clock, day, allowed):
    lost = suspended(world, world.lost())
    clock.move_to(f"{day} 10:00:00+08:00")
    values = {"on": date.fromisoformat(day), "resolution": "支部大会决议第3号"}
    if allowed:
        assert world.does("secretary", searching.resolve_removal, lost, **values).stage == "resolved"
        assert world.member.fresh().standing == "suspended"
    else:
        with pytest.raises(Refused, match="不满 24 个月") as refused:
            world.does("secretary", searching.resolve_removal, lost, **values)
        assert refused.value.earliest == "2028年5月20日"


@pytest.fixture
def resolved(world, clock):
    lost = suspended(world, world.lost())
    clock.move_to("2028-06-01 10:00:00+08:00")
    return world.does("secretary", searching.resolve_removal, lost, on=date(2028, 6, 1), resolution="支部大会决议第3号")


APPROVAL = {"on": date(2028, 6, 1), "document": "镇党委〔2028〕9号"}


def test_a_branch_does_not_approve_its_own_decision(world, resolved):
    with pytest.raises(Refused, match="报上级党组织批准"):
        world.does("secretary", searching.approve_removal, resolved, **APPROVAL)
    assert world.member.fresh().standing == "suspended"


def test_the_superior_approves_and_the_membership_ends(world, resolved):
    lost = world.does("office_town", searching.approve_removal, resolved, **APPROVAL)
    member = world.member.fresh()
    assert (lost.stage, member.standing, member.left_on) == ("removed", "removed", date(2028, 6, 1))


def test_years_alone_change_nothing(world, clock):
    lost = suspended(world, world.lost())
    clock.move_to("2036-01-01 10:00:00+08:00")
    assert (lost.fresh().stage, world.member.fresh().standing) == ("suspended", "suspended")


def test_who_is_found_stands_as_before(world, clock):
    world.away()
    clock.move_to("2026-05-22 10:00:00+08:00")
    lost = world.lost()
    clock.move_to("2026-05-25 10:00:00+08:00")
    lost = world.does("secretary", searching.found, lost, on=date(2026, 5, 25), how="本人来电。")
    assert (lost.stage, world.member.fresh().standing) == ("found", "floating")


def test_a_suspended_membership_is_restored_by_a_document(world, clock):
    lost = suspended(world, world.lost())
    clock.move_to("2026-06-01 10:00:00+08:00")
    found = {"on": date(2026, 6, 1), "how": "本人来电。"}
    with pytest.raises(Refused, match="要有文件"):
        world.does("secretary", searching.found, lost, **found)
    lost = world.does("secretary", searching.found, lost.fresh(), document="支部〔2026〕8号", **found)
    assert (lost.stage, world.member.fresh().standing) == ("restored", "normal")


def test_who_was_removed_is_not_restored(world, resolved):
    lost = world.does("office_town", searching.approve_removal, resolved, **APPROVAL)
    with pytest.raises(Refused, match="不能恢复") as refused:
        world.does("secretary", searching.found, lost, on=date(2028, 6, 1), how="来电", document="某文件")
    assert "重新申请入党" in refused.value.next_step


def test_who_is_lost_is_lost_once(world):
    world.lost()
    with pytest.raises(Refused, match="已经登记失联"):
        world.lost()


def test_the_search_is_seen_by_the_branch_and_above_only(world):
    world.searched(world.lost(), "phone")
    assert LostContact._base_manager.count() == 1  # there is something to leak
    parts = ("secretary", "superior", "office_town", "neighbour", "office_other_town", "member", "handler")
    assert [world.sees(part, lost_rows) for part in parts] == [1, 1, 1, 0, 0, 0, 0]
    assert [world.sees(part, searches) for part in parts] == [1, 1, 1, 0, 0, 0, 0]


def titles(world, part):
    actor = world.actor(part)
    with reaching(actor.reach()):
        return [line.title for line in waiting_for(actor, today())]


def test_the_branch_is_told_when_a_procedure_opens(world, clock):
    world.lost(last_contact_on=date(2025, 11, 21))
    assert titles(world, "secretary") == []
    clock.move_to("2026-05-21 10:00:00+08:00")
    assert titles(world, "secretary") == ["陶党生：满六个月，可停止党籍"]
    assert titles(world, "office_town") == titles(world, "neighbour") == []


def test_the_nearest_committee_is_told_what_it_has_to_approve(world, resolved):
    assert titles(world, "office_town") == ["陶党生：待上级批准除名"]
    assert titles(world, "secretary") == titles(world, "office_district") == []
