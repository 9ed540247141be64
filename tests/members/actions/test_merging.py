"""Members of an organization that merges into another: where they were until the day of the decision, and what they
may do from then on."""

from datetime import date, timedelta

import pytest

from jingwei.foundation.actions import writing
from jingwei.foundation.scope.reach import reaching
from jingwei.members.actions import carry_group, carry_members, move_member
from jingwei.members.models import Award, Fact, Member, NameWord
from jingwei.organizations.actions.reorganising import merge
from jingwei.organizations.choices import Level
from jingwei.organizations.followers import Merger
from jingwei.organizations.models import Post
from tests.cast import client_of, plant
from tests.members.people import registered

DAY, BASIS = date(2026, 3, 1), "云桥镇党委〔2026〕3号"


@pytest.fixture(autouse=True)
def _inside(office_town):
    with reaching(office_town.reach()), writing(reason="the act of a merger"):
        yield


def merger(tree) -> Merger:
    return Merger(tree.branch, tree.other_branch, DAY, BASIS)


def homes(member) -> set[tuple]:
    """The branches in which the member was, as believed now."""
    return set(
        Fact.objects.filter(member=member, kind="organization", known_until=None).values_list(
            "value", "since", "until", "basis"
        )
    )


def test_a_merger_carries_members_words_and_awards(tree):
    (member,) = registered(tree.branch, "陶党生")
    Award(path=member.path, member=member, title="优秀共产党员", awarded_on=DAY, awarded_by="云桥镇党委").save()
    carry_members(merger(tree))
    new = tree.other_branch.path
    assert (member.fresh().organization, member.fresh().path) == (tree.other_branch, new)
    assert set(NameWord.objects.values_list("path", flat=True)) | {Award.objects.get().path} == {new}


def test_they_were_there_until_the_day_of_the_decision(tree):
    (member,) = registered(tree.branch, "陶党生")
    carry_members(merger(tree))
    assert homes(member) == {(str(tree.branch.pk), None, DAY, BASIS)}


@pytest.mark.parametrize("days", [-1, 0, 1])
def test_who_came_on_another_day_was_never_in_two_branches(office_town, tree, days):
    (member,) = registered(tree.at(1, 1, 1, 2, 1), "陶党生")
    came = DAY + timedelta(days=days)
    move_member(office_town, member, organization=tree.branch, on=came, basis="介绍信")
    carry_members(merger(tree))
    assert homes(member) == {
        (str(tree.at(1, 1, 1, 2, 1).pk), None, came, "介绍信"),
        (str(tree.branch.pk), came, max(came, DAY), BASIS),
    }


def test_the_members_of_a_group_come_to_the_other_group_on_that_day(tree):
    one, other = (plant((1, 1, 1, 1, 1, n), f"第{n}党小组", Level.GROUP, "group") for n in (1, 2))
    (member,) = registered(tree.branch, "陶党生", group=one)
    carry_group(Merger(one, other, DAY, BASIS))
    (kept,) = Fact.objects.filter(kind="group", known_until=None)
    assert (member.fresh().group, kept.value, kept.until, kept.basis) == (other, str(one.pk), DAY, BASIS)


@pytest.mark.parametrize("count", [1, 3])
def test_more_members_cost_no_more_queries(tree, count, django_assert_num_queries):
    registered(tree.branch, *("甲", "乙", "丙")[:count])
    with django_assert_num_queries(8):
        carry_members(merger(tree))


def test_a_member_keeps_the_login_when_the_branch_merges(office_town, member, tree):
    registered(tree.branch, "陶党生", user=member.user)
    client = client_of(member)
    assert "云桥东社区第一支部 党员" in client.get("/").content.decode()
    merge(office_town, tree.branch, into=tree.other_branch, on=DAY, basis=BASIS)
    page = client.get("/").content.decode()
    assert "云桥东社区第二支部 党员" in page
    assert "云桥东社区第一支部 党员" not in page
    assert set(Post.objects.filter(user=member.user).values_list("organization", "since", "until")) == {
        (tree.branch.pk, date(2020, 1, 1), DAY),
        (tree.other_branch.pk, DAY, None),
    }
    assert Member.objects.get(user=member.user).organization == tree.other_branch
