"""What transfers do when an organization merges or is revoked."""

import pytest

from jingwei.foundation.errors import Refused
from jingwei.foundation.scope.reach import reaching
from jingwei.organizations.actions import reorganising


@pytest.fixture
def reorganised(world):
    from datetime import date

    def do(part, act, organization, **values):
        actor = world.actor_for(part)
        with reaching(actor.reach()):
            return act(actor, organization, on=date(2026, 5, 20), basis="镇党发〔2026〕8号", **values)

    return do


def test_a_branch_to_which_somebody_is_on_the_way_is_not_revoked(world, reorganised):
    world.proposed()
    with pytest.raises(Refused, match="1 件没有办完的组织关系转接"):
        reorganised("office_other_town", reorganising.revoke, world.far)


def test_a_branch_that_merges_takes_its_transfers_along(world, reorganised):
    transfer = world.proposed()
    reorganised("office_town", reorganising.merge, world.tree.branch, into=world.tree.other_branch)
    transfer = transfer.fresh()
    assert (transfer.organization, transfer.path) == (world.tree.other_branch, world.tree.other_branch.path)
    assert transfer.is_open


def test_the_receiving_branch_that_merges_hands_the_member_on(world, reorganised):
    transfer = world.proposed()
    world.reviewed("office_town", transfer)
    world.reviewed("office_other_town", transfer)
    heir = world.tree.at(1, 1, 2, 1, 2)
    reorganised("office_other_town", reorganising.merge, world.far, into=heir)
    transfer, step = transfer.fresh(), world.step(transfer)
    assert (transfer.target, transfer.asked_path, step.organization) == (heir, heir.path, heir)


def test_a_transfer_between_two_that_merge_has_nowhere_to_go(world, reorganised):
    transfer = world.proposed(target=world.tree.other_branch)
    reorganised("office_town", reorganising.merge, world.tree.branch, into=world.tree.other_branch)
    assert (transfer.fresh().outcome, transfer.fresh().ended_because) == ("revoked", "两个支部已经合并")
    assert world.member.fresh().organization == world.tree.other_branch


def test_a_transfer_follows_its_branch_when_that_moves(world, reorganised):
    transfer = world.proposed()
    moved = reorganised("office_town", reorganising.move, world.tree.branch, parent=world.tree.other_community)
    assert transfer.fresh().path == moved.path
