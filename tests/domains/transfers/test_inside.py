"""A membership goes from branch to branch inside the tree: in one branch all the way, and never in none."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from jingwei.domains.transfers.actions import deciding, proposing
from jingwei.domains.transfers.models import Step, Transfer
from jingwei.foundation.actions import writing
from jingwei.foundation.errors import Refused
from jingwei.members.models import Fact
from tests.domains.enrolling import a_member


def where(world):
    return world.member.fresh().organization


def test_the_member_stays_in_the_old_branch_until_the_new_one_has_received(world, far_secretary):
    transfer = world.proposed()
    assert where(world) == world.tree.branch
    world.reviewed("office_town", transfer)
    assert where(world) == world.tree.branch
    world.reviewed("office_other_town", transfer)
    assert where(world) == world.tree.branch
    world.received("far", transfer)
    assert where(world) == world.far
    assert world.member.fresh().path == world.far.path
    assert transfer.fresh().outcome == "done"


def test_the_register_tells_where_the_member_was_and_on_what_ground(world, far_secretary):
    transfer = world.proposed()
    world.reviewed("office_town", transfer)
    world.reviewed("office_other_town", transfer)
    world.received("far", transfer)
    facts = Fact._base_manager.filter(member=world.member, kind="organization")
    assert {fact.basis for fact in facts if fact.basis} == {f"组织关系转接，由{world.tree.branch}转入"}
    assert date(2026, 5, 20) in {fact.until for fact in facts} | {fact.since for fact in facts}


def test_two_branches_under_one_committee_need_one_approval(world):
    transfer = world.proposed(target=world.tree.other_branch)
    world.reviewed("office_town", transfer)
    world.received("neighbour", transfer)
    assert where(world) == world.tree.other_branch
    kinds = [step.kind for step in Step._base_manager.filter(transfer=transfer).order_by("id")]
    assert kinds == ["propose", "approve", "receive"]


def test_each_step_has_its_working_days(world):
    transfer = world.proposed()
    step = world.step(transfer)
    assert (step.kind, step.organization, step.due_on, step.warned_from) == (
        "release",
        world.tree.town,
        date(2026, 5, 27),
        date(2026, 5, 25),
    )


def test_a_member_is_on_the_way_once(world):
    world.proposed()
    with pytest.raises(Refused, match="正在转接"):
        world.proposed(target=world.tree.other_branch)


def test_the_database_holds_no_second_open_transfer_of_a_member(world):
    first = world.proposed()
    second = Transfer(
        member=world.member, organization=world.tree.branch, target=world.far, reason="work", asked_on=first.asked_on
    )
    with writing(reason="test"), pytest.raises(IntegrityError), transaction.atomic():
        second.save()


@pytest.mark.parametrize("part", ["office_town", "office_other_town"])
def test_a_committee_that_sends_it_back_must_say_why(world, part):
    transfer = world.proposed()
    if part == "office_other_town":
        world.reviewed("office_town", transfer)
    with pytest.raises(Refused, match="写明理由") as refused:
        world.reviewed(part, transfer, verdict="refused")
    assert "不得无故拒转拒接" in refused.value.next_step
    assert refused.value.basis == "member-education-regulations-2019, 第二十五条"
    world.reviewed(part, transfer, verdict="refused", reason="材料不全")
    assert transfer.fresh().outcome == "refused"
    assert where(world) == world.tree.branch


def test_a_branch_that_sends_it_back_leaves_the_member_where_it_was(world, far_secretary):
    transfer = world.proposed()
    world.reviewed("office_town", transfer)
    world.reviewed("office_other_town", transfer)
    world.received("far", transfer, verdict="refused", reason="不在本单位工作")
    assert (transfer.fresh().outcome, where(world)) == ("refused", world.tree.branch)
    assert world.proposed().is_open


def test_the_proposer_takes_back_until_the_receiving_committee_has_approved(world):
    transfer = world.proposed()
    world.reviewed("office_town", transfer)
    world.does("secretary", proposing.revoke, transfer.fresh(), reason="不去了")
    assert transfer.fresh().outcome == "revoked"
    again = world.proposed()
    world.reviewed("office_town", again)
    world.reviewed("office_other_town", again)
    with pytest.raises(Refused, match="不能再撤回"):
        world.does("secretary", proposing.revoke, again.fresh(), reason="不去了")


def test_a_step_is_done_by_whom_it_is_up_to_only(world, far_secretary):
    transfer = world.proposed()
    for part in ("secretary", "far", "office_other_town", "neighbour"):
        with pytest.raises(PermissionDenied):
            world.reviewed(part, transfer)
    world.reviewed("office_town", transfer)
    with pytest.raises(PermissionDenied):
        world.reviewed("office_town", transfer)
    world.reviewed("office_other_town", transfer)
    for part in ("secretary", "neighbour"):
        with pytest.raises(PermissionDenied):
            world.received(part, transfer)


def test_a_step_is_done_once(world):
    transfer = world.proposed()
    step = world.step(transfer)
    world.reviewed("office_town", transfer)
    with pytest.raises(Refused, match="已经办过"):
        world.does("office_town", deciding.review, step, verdict="agreed")


@pytest.mark.parametrize(
    ("standing", "left_on", "said"),
    [("lost", None, "失联查找中"), ("suspended", None, "停止党籍"), ("deceased", date(2026, 1, 1), "去世")],
)
def test_who_cannot_go_now_is_told_why(world, standing, left_on, said):
    world.member = a_member(world.tree.branch, "李不在", standing=standing, left_on=left_on)
    with pytest.raises(Refused, match=said):
        world.proposed()


def test_nobody_is_transferred_to_where_they_are(world):
    with pytest.raises(Refused, match="现在就在"):
        world.proposed(target=world.tree.branch)


def test_a_branch_that_was_revoked_receives_nobody(world):
    with writing(reason="test"):
        world.far.revoked_on = date(2026, 1, 1)
        world.far.save()
    with pytest.raises(Refused, match="已经撤销"):
        world.proposed()
