"""Organizations: by kind, by size, with a secretary or without."""

from datetime import date, timedelta

import pytest

from jingwei.foundation.actions import writing
from jingwei.foundation.clock import today
from jingwei.foundation.scope.reach import everywhere
from jingwei.members.models import Member
from jingwei.organizations.choices import Level, PartyType
from jingwei.organizations.models import Change, Post
from tests.cast import plant
from tests.figures import by_month, changed, counted, divided, on_the_day
from tests.kernels.figures.people import person


def people(organization, number, **columns):
    with writing(reason="test"), everywhere(reason="test"):
        Member.objects.bulk_create(person(organization, f"某{n}", save=False, **columns) for n in range(number))


def test_party_organizations_are_counted_by_level_and_kind(tree):
    assert counted(tree.city, "organizations.party") == 16
    assert divided(tree.town, "organizations.party", "level") == {"town": 1, "community": 2, "branch": 4}
    assert divided(tree.town, "organizations.party", "type") == {"611": 1, "621": 2, "631": 4}


def test_branches_communities_and_groups_are_counted(tree):
    with writing(reason="test"):
        plant((1, 1, 1, 1, 1, 1), "第一小组", Level.GROUP, PartyType.SMALL_GROUP)
        plant((1, 1, 1, 3), "云桥村", Level.VILLAGE, PartyType.BRANCH)
    assert counted(tree.town, "organizations.branches") == 5  # a village can be a branch itself
    assert divided(tree.town, "organizations.communities", "level") == {"community": 2, "village": 1}
    assert counted(tree.branch, "organizations.groups") == counted(tree.city, "organizations.groups") == 1


@pytest.mark.parametrize(("days", "number"), [(-1, 3), (0, 3), (1, 4)])
def test_an_organization_counts_until_the_day_before_it_is_revoked(tree, days, number):
    changed(tree.branch, revoked_on=today() + timedelta(days=days))
    assert counted(tree.town, "organizations.branches") == number


def test_one_that_is_revoked_later_is_counted_no_more_from_that_day(tree):
    tomorrow = today() + timedelta(days=1)
    changed(tree.branch, revoked_on=tomorrow)
    assert counted(tree.town, "organizations.branches") == 4
    on_the_day(tomorrow, "organizations.branches")
    assert counted(tree.town, "organizations.branches") == 3


@pytest.mark.parametrize(("full", "small"), [(2, 8), (3, 7), (4, 7)])
def test_a_branch_with_fewer_than_three_full_members_is_too_small(tree, full, small):
    people(tree.branch, full)
    people(tree.branch, 5, full_on=None)
    people(tree.branch, 5, left_on=date(2026, 1, 1), standing="transferred")
    assert counted(tree.city, "organizations.too_small") == small
    assert counted(tree.city, "organizations.well_sized") == 8 - small


@pytest.mark.parametrize(("members", "large"), [(49, 0), (50, 0), (51, 1)])
def test_a_branch_with_more_than_fifty_members_is_large(tree, members, large):
    people(tree.branch, members - 4)
    people(tree.branch, 4, full_on=None)
    assert counted(tree.city, "organizations.oversized") == large
    assert counted(tree.city, "organizations.well_sized") == 1 - large


def test_who_leaves_makes_the_branch_too_small(tree):
    people(tree.branch, 3)
    assert counted(tree.branch, "organizations.too_small") == 0
    with everywhere(reason="test"):
        one = Member.objects.first()
    changed(one, left_on=today(), standing="deceased")
    assert counted(tree.branch, "organizations.too_small") == 1


def test_a_temporary_branch_holds_no_memberships(tree):
    changed(tree.branch, party_type=PartyType.TEMPORARY_BRANCH)
    assert counted(tree.city, "organizations.branches") == 8
    assert counted(tree.city, "organizations.holding") == counted(tree.city, "organizations.too_small") == 7


def test_a_branch_has_a_secretary_until_the_post_ends(tree, secretary, neighbour):
    assert counted(tree.city, "organizations.with_secretary") == 2
    tomorrow = today() + timedelta(days=1)
    changed(Post.objects.get(pk=secretary.post_id), until=tomorrow)
    assert counted(tree.branch, "organizations.without_secretary") == 0
    on_the_day(tomorrow, "organizations.with_secretary", "organizations.without_secretary")
    assert counted(tree.branch, "organizations.without_secretary") == 1
    assert counted(tree.city, "organizations.with_secretary") == 1
    assert counted(tree.city, "organizations.without_secretary") == 7


def test_a_member_in_a_post_is_no_secretary(tree, member):
    assert counted(tree.branch, "organizations.with_secretary") == 0


def test_changes_are_counted_in_their_month(tree):
    year = today().year
    rows = [(date(year, 1, 31), "establish"), (date(year - 2, 1, 1), "rename"), (date(year - 3, 12, 31), "rename")]
    with writing(reason="test"), everywhere(reason="test"):
        for on, kind in rows:
            Change(organization=tree.branch, path=tree.branch.path, kind=kind, on=on, basis="批复", note="说明").save()
    assert by_month(tree.town, "organizations.changes") == {f"{year}-01": 1, f"{year - 2}-01": 1}
    assert divided(tree.town, "organizations.changes", "kind") == {"establish": 1, "rename": 1}
