"""Every way of writing leaves its line: whoever writes, in one row or in a thousand, and in tables beside."""

import pytest
from django.db import connection

from jingwei.foundation.actions import writing
from jingwei.foundation.scope.reach import everywhere
from jingwei.kernels.figures.declaring import figures
from jingwei.kernels.figures.models import Uncounted
from jingwei.kernels.figures.triggers import unwatch, watch
from jingwei.kernels.figures.watching import watched
from jingwei.members.models import Member
from tests.kernels.figures.people import person


def lines():
    found = sorted(set(Uncounted.objects.values_list("source", "organization_id")))
    Uncounted.objects.all().delete()
    return [place for source, place in found if source == "members.Member"]


@pytest.fixture
def member(tree):
    made = person(tree.branch, "甲")
    with writing(reason="test"):
        lines()
    return made


def test_a_row_written_by_hand_leaves_a_line_like_any_other(tree, member):
    with connection.cursor() as cursor, writing(reason="test"):
        cursor.execute("UPDATE members_member SET gender = '1' WHERE id = %s", [member.pk])
        assert lines() == [tree.branch.pk]
        cursor.execute("DELETE FROM members_member WHERE id = %s", [member.pk])
        assert lines() == [tree.branch.pk]


def test_who_changes_the_branch_leaves_a_line_for_both(tree, member):
    with connection.cursor() as cursor, writing(reason="test"):
        cursor.execute(
            "UPDATE members_member SET organization_id = %s WHERE id = %s", [tree.other_branch.pk, member.pk]
        )
        assert lines() == sorted([tree.branch.pk, tree.other_branch.pk])


def test_a_change_of_the_place_or_the_version_alone_leaves_none(tree, member):
    with connection.cursor() as cursor, writing(reason="test"):
        cursor.execute("UPDATE members_member SET version = version + 1, path = '0009' WHERE id = %s", [member.pk])
        assert lines() == []


def test_a_write_that_is_taken_back_leaves_none(tree):
    with pytest.raises(ZeroDivisionError), writing(reason="test"), everywhere(reason="test"):
        from django.db import transaction

        with transaction.atomic():
            person(tree.branch, "甲")
            raise ZeroDivisionError
    with writing(reason="test"):
        assert lines() == []


def test_every_source_is_watched_by_its_own_rows():
    sources = {figure.source for figure in figures().values()}
    assert {one.source for one in watched() if one.model._meta.label == one.source} == sources


def test_the_triggers_can_be_put_again_and_taken_away(tree):
    watch("default")
    unwatch("default")
    person(tree.branch, "甲")
    with writing(reason="test"):
        assert lines() == []
    watch("default")
    person(tree.branch, "乙")
    with writing(reason="test"):
        assert lines() == [tree.branch.pk]
    assert Member._base_manager.count() == 2
