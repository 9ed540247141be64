"""What procedures do to a member: standing, another branch."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from jingwei.foundation.actions import writing
from jingwei.foundation.errors import Refused
from jingwei.foundation.scope.reach import reaching
from jingwei.members import followers
from jingwei.members.actions import move_member, set_standing
from jingwei.members.models import Award, Fact, Member, NameWord
from jingwei.members.selectors import members, search
from tests.members.people import registered

DAY = date(2026, 3, 1)


@pytest.fixture
def member(tree) -> Member:
    (row,) = registered(tree.branch, "陶党生")
    return row


@pytest.fixture(autouse=True)
def _inside(office_town):
    with reaching(office_town.reach()), writing(reason="the act of a procedure"):
        yield


def test_a_standing_that_ends_the_membership_has_its_day(office_town, member):
    set_standing(office_town, member, standing="deceased", on=DAY, basis="讣告")
    row = member.fresh()
    assert (row.standing, row.left_on, list(members())) == ("deceased", DAY, [])
    assert Fact.objects.get(until=DAY).value == "normal"


def test_a_membership_is_taken_up_again(office_town, member):
    set_standing(office_town, member, standing="removed", on=DAY, basis="决定")
    set_standing(office_town, member, standing="normal", on=date(2026, 5, 1), basis="决定")
    assert (member.fresh().standing, member.fresh().left_on) == ("normal", None)


@pytest.mark.parametrize("wrong", [{"left_on": DAY}, {"standing": "deceased"}])
def test_the_database_knows_no_end_without_a_day_and_no_day_without_an_end(member, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Member.objects.filter(pk=member.pk).update(**wrong)


def test_the_same_standing_again_is_refused(office_town, member):
    with pytest.raises(Refused, match="没有变化"):
        set_standing(office_town, member, standing="normal", on=DAY, basis="x")


def test_a_member_who_moves_takes_everything_along(office_town, member, tree):
    Award(path=member.path, member=member, title="优秀共产党员", awarded_on=DAY, awarded_by="云桥镇党委").save()
    old, followed = member.path, []
    followers.follows_member(lambda row, path: followed.append((row.path, path)))
    move_member(office_town, member, organization=tree.other_branch, on=DAY, basis="介绍信")
    followers._followers.pop()
    new = tree.other_branch.path
    assert {
        model.__name__: set(model.objects.values_list("path", flat=True)) for model in (Member, NameWord, Award)
    } == {
        "Member": {new},
        "NameWord": {new},
        "Award": {new},
    }
    assert followed == [(new, old)]
    assert list(search("陶党", at=new)) == [member] and list(search("陶党", at=old)) == []


def test_the_old_branch_still_sees_what_was_true_there(office_town, secretary, neighbour, member, tree):
    move_member(office_town, member, organization=tree.other_branch, on=DAY, basis="介绍信")
    for actor in (secretary, neighbour):
        with reaching(actor.reach()):
            assert set(Fact.objects.values_list("value", flat=True)) == {str(tree.branch.pk)}
    with reaching(secretary.reach()):
        assert list(Member.objects.all()) == []


@pytest.mark.parametrize("place", ["branch", "community", "town"])
def test_a_member_moves_to_another_branch_only(office_town, member, tree, place):
    with pytest.raises(Refused):
        move_member(office_town, member, organization=getattr(tree, place), on=DAY, basis="x")


def test_a_day_to_come_is_refused(office_town, member, tree):
    with pytest.raises(Refused, match="还没有到"):
        move_member(office_town, member, organization=tree.other_branch, on=date(2999, 1, 1), basis="x")
