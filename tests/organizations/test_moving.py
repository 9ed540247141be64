"""A subtree gets another superior: all that follows goes along, the record stays as it was, no place is used twice."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone

from jingwei.foundation.actions import writing
from jingwei.foundation.errors import Refused
from jingwei.foundation.evidence.models import Attachment, StoredFile
from jingwei.foundation.record.models import Act
from jingwei.foundation.scope.moving import following_columns
from jingwei.foundation.scope.reach import reaching, within
from jingwei.foundation.scope.vocabulary import below
from jingwei.organizations.actions.reorganising import establish, move, rename
from jingwei.organizations.choices import Level, PartyType
from jingwei.organizations.models import Change, Organization
from jingwei.regulations.models import LocalValue
from tests.cast import Tree, grown, play
from tests.organizations.conftest import APPROVED, done


def path_of(organization) -> str:
    return Organization._base_manager.get(pk=organization.pk).path


def below_community(office_town, tree) -> Organization:
    """A group, so that the community has two levels below it."""
    group = {
        "name": "第一党小组",
        "short_name": "第一党小组",
        "level": Level.GROUP,
        "party_type": PartyType.SMALL_GROUP,
    }
    return done(office_town, establish, tree.branch, **group, **APPROVED)


def test_three_levels_move_together(tree, office_district, office_town):
    group = below_community(office_town, tree)
    moved = done(office_district, move, tree.community, parent=tree.other_town, **APPROVED)
    new = tree.other_town.path + "0003"
    assert moved.path == new
    assert [path_of(one) for one in (tree.branch, tree.other_branch, group)] == [
        new + "0001",
        new + "0002",
        new + "00010001",
    ]
    with within(new):
        assert Organization.objects.filter(below("path", new)).count() == 4


def test_whoever_stands_there_acts_from_the_new_place(tree, office_district, superior, client_for):
    done(office_district, move, tree.community, parent=tree.other_town, **APPROVED)
    assert client_for(superior).get(f"/organizations/{tree.branch.pk}/").status_code == 200
    assert client_for(superior).get(f"/organizations/{tree.other_town.pk}/").status_code == 200
    assert client_for(superior).get(f"/organizations/{tree.town.pk}/").status_code == 404


def test_what_follows_its_organization_moves_and_nothing_else(tree, office_district, secretary):
    with writing(reason="test"):
        stored = StoredFile(sha256="0" * 64, size=1, media_type="image/png")
        stored.save()
        file = Attachment(path=tree.branch.path, subject_label="x", subject_pk="1", filename="照片.png")
        file.stored_file, file.attached_by, file.attached_at = stored, secretary.user, timezone.now()
        file.save()
        local = LocalValue(path=tree.community.path, key="x", value="5", since=date(2026, 1, 1), basis="文件")
        local.save()
        neighbour = LocalValue(path=tree.other_community.path, key="x", value="5", since=date(2026, 1, 1), basis="文")
        neighbour.save()
    new = done(office_district, move, tree.community, parent=tree.other_town, **APPROVED).path
    assert Attachment._base_manager.get().path == new + "0001"
    paths = LocalValue._base_manager.order_by("pk").values_list("path", flat=True)
    assert list(paths) == [new, tree.other_community.path]


def test_the_columns_that_follow_are_known():
    followers = {f"{model._meta.label}.{column}" for model, column in following_columns()}
    assert {"organizations.Organization.path", "evidence.Attachment.path", "regulations.LocalValue.path"} <= followers
    assert {"record.Act.path", "organizations.Change.path"} & followers == set()


def test_records_keep_the_path_as_it_was(tree, office_town, office_district):
    done(office_town, rename, tree.branch, name="梧桐支部", short_name="梧桐支部", **APPROVED)
    old = tree.branch.path
    new = done(office_district, move, tree.community, parent=tree.other_town, **APPROVED).path
    assert list(Act._base_manager.order_by("pk").values_list("path", flat=True)) == [old, tree.community.path]
    assert [change.path for change in Change._base_manager.filter(organization=tree.branch)] == [old]
    with within(new):
        assert Change.objects.filter(organization=tree.branch).count() == 1, "its history goes with the organization"


def test_a_place_is_never_used_again(tree, office_district, office_town):
    """Neither after a move of the last one, nor after its return."""
    last = tree.other_branch
    done(office_town, move, last, parent=tree.other_community, **APPROVED)
    branch = {"level": Level.BRANCH, "party_type": PartyType.BRANCH}
    third = done(office_town, establish, tree.community, name="第三", short_name="第三", **branch, **APPROVED)
    back = done(office_town, move, last.fresh(), parent=tree.community, **APPROVED)
    assert (third.path, back.path) == (tree.community.path + "0003", tree.community.path + "0004")


def test_nothing_moves_into_itself(tree, office_district):
    for inside in (tree.community, tree.branch):
        with pytest.raises(Refused, match="不能划到自己或自己的下级里"):
            done(office_district, move, tree.community, parent=inside, **APPROVED)


def test_nothing_moves_to_where_it_is(tree, office_district):
    with pytest.raises(Refused, match="它现在就在云桥镇下面"):
        done(office_district, move, tree.community, parent=tree.town, **APPROVED)


def test_a_community_does_not_move_under_a_community(tree, office_district):
    with pytest.raises(Refused, match="下面不能有这一层级的组织"):
        done(office_district, move, tree.community, parent=tree.other_community, **APPROVED)


def test_nobody_moves_anything_to_where_they_have_no_right(tree, office_town):
    with pytest.raises(PermissionDenied):
        done(office_town, move, tree.community, parent=tree.other_town, **APPROVED)
    assert path_of(tree.community) == tree.community.path


def test_a_move_is_one_act_about_the_organization(tree, office_district, acts):
    done(office_district, move, tree.community, parent=tree.other_town, **APPROVED)
    assert acts() == ["organizations.move"]
    assert Act._base_manager.get().subject_title == "云桥东社区"


@pytest.mark.django_db(transaction=True)
def test_two_who_move_at_the_same_moment_do_not_clash():
    """Everybody moves a community into the other town; one of them moves a branch out of a community that moves."""
    if connection.vendor != "postgresql":
        pytest.skip("SQLite lets one write at a time")
    with writing(reason="test"):
        tree = Tree(grown())
        office = play("office_district", tree)
    third = tree.at(1, 1, 2, 1)
    orders = [(tree.community, tree.other_town), (tree.other_community, tree.other_town), (tree.branch, third)]
    together = Barrier(len(orders))

    def order(what) -> str:
        organization, parent = what
        together.wait()
        try:
            with reaching(office.reach()):
                return move(office, organization, parent=parent, **APPROVED).path
        finally:
            connection.close()

    with ThreadPoolExecutor(len(orders)) as movers:
        moved = list(movers.map(order, orders))
    assert sorted(moved) == [third.path + "0003", tree.other_town.path + "0003", tree.other_town.path + "0004"]
    assert [path_of(organization) for organization, _ in orders] == moved
