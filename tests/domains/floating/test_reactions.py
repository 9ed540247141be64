"""What the records of those away and lost do when an organization merges or is revoked."""

from datetime import date

import pytest

from jingwei.domains.floating.models import LostContact
from jingwei.foundation.errors import Refused
from jingwei.organizations.actions import reorganising

ON = {"on": date(2026, 5, 20), "basis": "镇党发〔2026〕8号"}


def test_a_branch_with_guests_is_not_revoked(world):
    world.away(receiving=world.far)
    with pytest.raises(Refused, match="1 名流动党员"):
        world.does("office_other_town", reorganising.revoke, world.far, **ON)


def test_a_branch_with_lost_members_is_not_revoked(world):
    world.lost()
    with pytest.raises(Refused, match="1 名失联党员"):
        world.does("office_town", reorganising.revoke, world.tree.branch, **ON)


def test_a_merger_takes_the_home_side_along(world):
    row = world.away(receiving=world.far)
    world.member = type(world.member)._base_manager.get(pk=world.member.pk)
    world.does("office_town", reorganising.merge, world.tree.branch, into=world.tree.other_branch, **ON)
    row, inflow = row.fresh(), world.inflow(row)
    assert (row.organization, row.path) == (world.tree.other_branch, world.tree.other_branch.path)
    assert (inflow.home, inflow.home_path) == (world.tree.other_branch, world.tree.other_branch.path)


def test_a_merger_takes_the_receiving_side_along(world):
    row = world.away(receiving=world.far)
    heir = world.tree.at(1, 1, 2, 1, 2)
    world.does("office_other_town", reorganising.merge, world.far, into=heir, **ON)
    assert (row.fresh().receiving, world.inflow(row).organization) == (heir, heir)


def test_who_was_received_by_the_branch_that_becomes_the_home_is_at_home(world):
    row = world.away(receiving=world.tree.other_branch)
    world.does("office_town", reorganising.merge, world.tree.branch, into=world.tree.other_branch, **ON)
    assert (row.fresh().organization, row.fresh().receiving) == (world.tree.other_branch, None)


def test_a_merger_takes_the_lost_along_with_how_they_were_looked_for(world):
    lost = world.searched(world.lost(), "phone")
    world.does("office_town", reorganising.merge, world.tree.branch, into=world.tree.other_branch, **ON)
    lost = LostContact._base_manager.get(pk=lost.pk)
    assert (lost.organization, lost.searches.model._base_manager.get().path) == (
        world.tree.other_branch,
        world.tree.other_branch.path,
    )
