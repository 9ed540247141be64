"""Establishing, renaming, merging, splitting and revoking, by whoever may, and what stands against it."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from jingwei.foundation.actions import writing
from jingwei.foundation.errors import Refused, Stale
from jingwei.foundation.scope.reach import within
from jingwei.members.models import Member
from jingwei.organizations.actions.reorganising import establish, merge, move, rename, revoke, split
from jingwei.organizations.choices import Level, PartyType, ResponsibilityKind, UnitKind
from jingwei.organizations.models import Change, Organization, Post, Responsibility, Term, Unit
from tests.organizations.conftest import APPROVED, done

NEW = {"name": "中共云桥东社区第三支部委员会", "short_name": "第三支部", **APPROVED}
BRANCH = {"level": Level.BRANCH, "party_type": PartyType.BRANCH}


def history(organization) -> list[tuple[str, str]]:
    rows = Change._base_manager.filter(organization=organization).order_by("pk")
    return [(row.kind, row.note) for row in rows]


def now(organization) -> Organization:
    return Organization._base_manager.get(pk=organization.pk)


def member_of(organization, name="陶党生") -> Member:
    born = {"gender": "1", "born_on": date(1970, 1, 1), "ethnic": "01", "education": "20", "occupation": "教师"}
    with writing(reason="test"):
        member = Member(organization=organization, name=name, joined_on=date(1995, 7, 1), **born)
        member.save()
    return member


def test_a_new_organization_stands_below_with_its_history(tree, office_town, acts):
    made = done(office_town, establish, tree.community, **NEW, **BRANCH)
    assert made.path == tree.community.path + "0003"
    assert made.established_on == APPROVED["on"]
    assert history(made) == [("establish", "在云桥东社区下成立")]
    assert acts() == ["organizations.establish"]


@pytest.mark.parametrize("part", ["secretary", "superior", "committee_member", "handler", "member", "auditor"])
def test_who_may_not_reorganise_establishes_nothing(tree, actor_for, part, acts):
    with pytest.raises(PermissionDenied):
        done(actor_for(part), establish, tree.community, **NEW, **BRANCH)
    assert acts() == []


def test_an_office_establishes_nothing_in_another_town(tree, office_other_town):
    with pytest.raises(PermissionDenied):
        done(office_other_town, establish, tree.community, **NEW, **BRANCH)


def test_a_level_that_cannot_stand_there_is_refused(tree, office_town):
    with pytest.raises(Refused, match="下面不能有这一层级的组织"):
        done(office_town, establish, tree.branch, **NEW, **BRANCH)


def test_a_branch_is_of_a_branchs_kind(tree, office_town):
    with pytest.raises(Refused, match="党组织类别和层级对不上"):
        done(office_town, establish, tree.community, **NEW, level=Level.BRANCH, party_type=PartyType.COMMITTEE)


def test_a_rename_keeps_the_old_name_in_the_history(tree, office_town):
    done(office_town, rename, tree.branch, name="中共云桥梧桐支部委员会", short_name="梧桐支部", **APPROVED)
    assert (now(tree.branch).short_name, now(tree.branch).path) == ("梧桐支部", tree.branch.path)
    assert history(tree.branch) == [("rename", "由“云桥东社区第一支部”更名为“中共云桥梧桐支部委员会”")]


def test_a_rename_of_an_outdated_copy_is_stale(tree, office_town):
    done(office_town, rename, tree.branch, name="甲", short_name="甲", **APPROVED)
    with pytest.raises(Stale):
        done(office_town, rename, tree.branch, name="乙", short_name="乙", version=1, **APPROVED)
    assert now(tree.branch).name == "甲"


def test_a_merger_carries_everything_over_and_revokes(tree, office_town, secretary):
    one, other = tree.community, tree.other_community
    member = member_of(one)
    with writing(reason="test"):
        for place, name in ((one, "小学"), (one, "菜场"), (other, "小学")):
            Unit(organization=place, name=name, kind=UnitKind.SCHOOL).save()
        duty = Responsibility(organization=one, kind=ResponsibilityKind.CONCRETE, text="联系居民")
        duty.save()
    revoked = done(office_town, merge, one, into=other, **APPROVED)
    assert (revoked.pk, revoked.revoked_on) == (one.pk, APPROVED["on"])
    assert [now(branch).parent_path for branch in (tree.branch, tree.other_branch)] == [other.path] * 2
    assert Member._base_manager.get(pk=member.pk).organization_id == other.pk
    assert sorted(Unit._base_manager.values_list("name", "organization")) == [("小学", other.pk), ("菜场", other.pk)]
    assert Responsibility._base_manager.get(pk=duty.pk).organization_id == other.pk
    assert history(one)[-1] == ("merge", "并入云桥西社区")
    assert history(other)[-1] == ("merge", "云桥东社区并入")
    assert Post._base_manager.get(pk=secretary.post_id).until is None, "the branch's own post goes on"


def test_a_merger_ends_the_posts_and_the_term_of_the_one_that_goes(tree, office_town, superior):
    with writing(reason="test"):
        term = Term(organization=tree.community, number=3, since=date(2024, 5, 1), years=5)
        term.save()
    done(office_town, merge, tree.community, into=tree.other_community, **APPROVED)
    assert Post._base_manager.get(pk=superior.post_id).until == APPROVED["on"]
    assert Term._base_manager.get(pk=term.pk).ended_on == APPROVED["on"]


def test_a_branch_does_not_merge_into_a_community(tree, office_town):
    with pytest.raises(Refused, match="只能并入同一层级的组织"):
        done(office_town, merge, tree.branch, into=tree.other_community, **APPROVED)


def test_an_organization_does_not_merge_into_itself(tree, office_town):
    with pytest.raises(Refused, match="不能并入自己或自己的下级"):
        done(office_town, merge, tree.community, into=tree.community, **APPROVED)


def test_nobody_merges_into_another_town(tree, office_town):
    foreign = tree.at(1, 1, 2, 1)
    with pytest.raises(PermissionDenied):
        done(office_town, merge, tree.community, into=foreign, **APPROVED)


def test_a_split_takes_the_chosen_along(tree, office_town):
    chosen = {"name": "云桥南社区", "short_name": "云桥南社区", "children": [tree.other_branch], **APPROVED}
    new = done(office_town, split, tree.community, **chosen)
    assert (new.path, new.level, new.party_type) == (tree.town.path + "0003", "community", PartyType.GENERAL_BRANCH)
    assert (now(tree.other_branch).parent_path, now(tree.branch).parent_path) == (new.path, tree.community.path)
    assert history(tree.community)[-1] == ("split", "分出云桥南社区")
    assert history(new) == [("split", "在云桥镇下成立")]


def test_a_split_takes_only_direct_subordinates(tree, office_town):
    wrong = {"name": "南", "short_name": "南", "children": [tree.at(1, 1, 1, 2, 1)], **APPROVED}
    with pytest.raises(Refused, match="直接下级"):
        done(office_town, split, tree.community, **wrong)
    with within(tree.town.path):
        assert Organization.objects.filter(name="南").count() == 0


def test_what_has_branches_below_is_not_revoked(tree, office_town):
    with pytest.raises(Refused, match="还有 2 个下级组织没有安排"):
        done(office_town, revoke, tree.community, **APPROVED)


def test_what_has_members_is_not_revoked(tree, office_town):
    member_of(tree.branch)
    member_of(tree.branch, "秦书明")
    with pytest.raises(Refused, match="还有 2 名党员没有安排"):
        done(office_town, revoke, tree.branch, **APPROVED)


def test_an_empty_branch_is_revoked_and_its_posts_end(tree, office_town, secretary):
    revoked = done(office_town, revoke, tree.branch, **APPROVED)
    assert (revoked.revoked_on, revoked.path) == (APPROVED["on"], tree.branch.path)
    assert Post._base_manager.get(pk=secretary.post_id).until == APPROVED["on"]


def test_nothing_happens_to_what_has_been_revoked(tree, office_town):
    gone = done(office_town, revoke, tree.branch, **APPROVED)
    for act, data in (
        (revoke, {}),
        (move, {"parent": tree.other_community}),
        (merge, {"into": tree.other_branch}),
        (rename, {"name": "甲", "short_name": "甲"}),
        (split, {"name": "甲", "short_name": "甲", "children": []}),
    ):
        with pytest.raises(Refused, match="已经撤销"):
            done(office_town, act, gone, **data, **APPROVED)


def test_nothing_ends_before_it_began(tree, office_town):
    with pytest.raises(Refused, match="不能早于成立日期"):
        done(office_town, revoke, tree.branch, on=date(2019, 12, 31), basis="文件")


def test_nobody_reorganises_the_own_organization(tree, office_town, acts):
    for act, data in (
        (revoke, {}),
        (split, {"name": "甲", "short_name": "甲", "children": []}),
        (move, {"parent": tree.community}),
        (merge, {"into": tree.community}),
    ):
        with pytest.raises(Refused, match="由上级办理"):
            done(office_town, act, tree.town, **data, **APPROVED)
    assert acts() == []


def test_the_root_stays(tree, office_city):
    with pytest.raises(Refused, match="最上级组织"):
        done(office_city, revoke, tree.city, **APPROVED)
