"""A member's own post goes along when the membership does; posts of an office stay."""

from datetime import date

import pytest

from jingwei.foundation.actions import writing
from jingwei.foundation.clock import today
from jingwei.foundation.scope.reach import reaching
from jingwei.members.actions import move_member
from jingwei.members.models import Member
from jingwei.organizations.models import Post
from tests.cast import BEGINNING, client_of
from tests.members.people import registered

DAY = date(2026, 3, 1)
OLD, NEW = "云桥东社区第一支部 党员", "云桥东社区第二支部 党员"


@pytest.fixture
def moved(office_town, tree):
    """`moved(actor)` moves the membership of the actor's person to the other branch, inside the act of a procedure."""

    def move(actor, *, on=DAY, by=office_town) -> Member:
        (row,) = registered(tree.branch, actor.user.name, user=actor.user)
        with reaching(by.reach()), writing(reason="the act of a procedure"):
            return move_member(by, row, organization=tree.other_branch, on=on, basis="介绍信")

    return move


def posts(actor) -> list[tuple]:
    """(organization, role, since, until) of all posts of the person."""
    found = Post.objects.filter(user=actor.user).order_by("pk")
    return list(found.values_list("organization__short_name", "role", "since", "until"))


def test_the_post_ends_in_the_old_branch_and_begins_in_the_new_one(moved, member):
    moved(member)
    assert posts(member) == [
        ("云桥东社区第一支部", "member", BEGINNING, DAY),
        ("云桥东社区第二支部", "member", DAY, None),
    ]


def test_the_member_enters_through_the_new_branch_with_the_next_request(moved, member):
    client = client_of(member)
    before = client.get("/members/mine/").content.decode()
    assert (OLD in before, NEW in before) == (True, False)
    moved(member, on=today())
    after = client.get("/members/mine/")
    page = after.content.decode()
    assert (after.status_code, OLD in page, NEW in page, "云桥东社区第二支部</p>" in page) == (200, False, True, True)
    assert client.get("/plans/").status_code == 200
    assert client.get("/members/").status_code == 403


def test_it_goes_along_also_when_somebody_acts_who_sees_one_of_the_branches_only(moved, member, secretary):
    moved(member, by=secretary)
    assert [row[3] for row in posts(member)] == [DAY, None]


def test_posts_of_an_office_stay(moved, secretary):
    client = client_of(secretary)
    moved(secretary)
    assert posts(secretary) == [("云桥东社区第一支部", "secretary", BEGINNING, None)]
    assert client.get("/members/").status_code == 200


def test_who_holds_the_post_there_already_moves_all_the_same(moved, member, tree):
    with writing(reason="test"):
        Post(user=member.user, organization=tree.other_branch, role="member", duty="党员", since=BEGINNING).save()
    row = moved(member)
    assert row.fresh().organization == tree.other_branch
    assert posts(member) == [
        ("云桥东社区第一支部", "member", BEGINNING, DAY),
        ("云桥东社区第二支部", "member", BEGINNING, None),
    ]


def test_a_post_that_began_after_the_day_of_the_move_is_never_shorter_than_nothing(moved, member):
    moved(member, on=date(2019, 1, 1))
    assert posts(member) == [
        ("云桥东社区第一支部", "member", BEGINNING, BEGINNING),
        ("云桥东社区第二支部", "member", BEGINNING, None),
    ]


def test_a_member_without_a_login_has_no_post_to_take_along(office_town, tree):
    (row,) = registered(tree.branch, "陶二")
    count = Post.objects.count()
    with reaching(office_town.reach()), writing(reason="the act of a procedure"):
        move_member(office_town, row, organization=tree.other_branch, on=DAY, basis="介绍信")
    assert Post.objects.count() == count
