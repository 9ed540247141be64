"""Rows by the hundred thousand are written like any others: whole, recorded, and sealed."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from jingwei.foundation.actions import writing
from jingwei.foundation.journal import Change, OutsideAction
from jingwei.foundation.scope.bulk import copy_rows, new_keys
from jingwei.foundation.scope.reach import everywhere
from jingwei.members.models import Member, NameWord

COLUMNS = (
    "path organization_id name gender born_on ethnic education occupation joined_on full_on id_number phone"
).split()


def rows_of(branch, *names):
    for number, name in enumerate(names):
        days = (date(1980, 2, 3), "01", "21", "13", date(2005, 7, 1), None)
        yield (branch.path, branch.pk, name, "1", *days, f"99000019800203{number:04}", f"1990000{number:04}")


def test_the_rows_are_there_as_though_each_had_been_saved(tree):
    with writing(reason="test"), everywhere(reason="test"):
        assert copy_rows(Member, COLUMNS, rows_of(tree.branch, "甲\t一", "乙\\二")) == 2
        Member.objects.create(
            **dict(zip(COLUMNS, next(rows_of(tree.branch, "丙")), strict=True)) | {"id_number": "990000198002030099"}
        )
        copied, _, saved = (Member.objects.filter(name=name).values().get() for name in ("甲\t一", "乙\\二", "丙"))
        first = Member.objects.get(name="甲\t一")
    same = {
        "path",
        "organization_id",
        "version",
        "born_on",
        "full_on",
        "standing",
        "workplace",
        "address",
        "phone_tail",
    }
    assert {name: copied[name] for name in same} == {name: saved[name] for name in same}
    assert (first.phone.open(), str(first.phone)) == ("19900000000", "199****0000")
    assert first.id_index == Member._meta.get_field("id_index").index_of("990000198002030000")


def test_the_journal_tells_how_many_there_were(tree):
    with writing(reason="test") as journal:
        copy_rows(Member, COLUMNS, rows_of(tree.branch, "甲一", "乙二", "丙三"))
        copy_rows(NameWord, ["word", "path", "member_id"], [("甲", tree.branch.path, 1)][:0])
    assert journal.changes == [Change("members.Member", None, {}, {"rows": 3})]


def test_nothing_is_copied_outside_an_action(tree):
    with pytest.raises(OutsideAction):
        copy_rows(Member, COLUMNS, rows_of(tree.branch, "甲一"))


def test_the_constraints_hold(tree):
    twice = [*rows_of(tree.branch, "甲一"), *rows_of(tree.branch, "乙二")]
    with writing(reason="test"):
        with pytest.raises(IntegrityError), transaction.atomic():
            copy_rows(Member, COLUMNS, twice)
        with everywhere(reason="test"):
            assert Member.objects.count() == 0


def test_a_column_without_a_default_has_to_be_given(tree):
    with writing(reason="test"), pytest.raises(ValueError, match="born_on has no default"):
        copy_rows(Member, ["path", "organization_id", "name"], [])


def test_new_keys_are_nobody_elses(tree):
    with writing(reason="test"), transaction.atomic(), everywhere(reason="test"):
        first = list(new_keys(Member, 2))
        given = [(key, *row) for key, row in zip(first, rows_of(tree.branch, "甲一", "乙二"), strict=True)]
        copy_rows(Member, ["id", *COLUMNS], given)
        more = list(new_keys(Member, 2))
    assert len({*first, *more}) == 4
    assert sorted(more) == more and first == sorted(first) and max(first) < min(more)
