"""The roll-ups follow every change, up the whole tree, and agree with what they count."""

from datetime import date

import pytest
import time_machine
from django.db import connection

from jingwei.foundation.actions import writing
from jingwei.foundation.scope.reach import everywhere
from jingwei.kernels.figures.actions.folding import fold_all
from jingwei.kernels.figures.actions.rebuilding import rebuild
from jingwei.kernels.figures.models import Past, Rollup, Uncounted
from jingwei.kernels.figures.selectors.reading import read, table
from jingwei.kernels.figures.selectors.trends import trend
from jingwei.kernels.figures.selectors.verifying import disagreements
from jingwei.members.models import Member
from jingwei.organizations.actions import reorganising
from tests.kernels.figures.people import person

WANTED = [("members.members", ""), ("members.members", "gender"), ("members.members", "education")]


def counts(organization, **then):
    with everywhere(reason="test"):
        found = read(organization, WANTED, **then)
    keys = ("gender", "education")
    return found.amount("members.members"), *(found.cut("members.members", key) for key in keys)


def kept():
    return sorted(Rollup.objects.values_list("organization_id", "cell_id", "amount", "own"))


@pytest.fixture
def folded(tree):
    person(tree.branch, "甲")
    person(tree.branch, "乙", gender="1")
    person(tree.other_branch, "丙", education="31")
    fold_all()


def test_a_member_counts_in_the_branch_and_in_all_above(folded, tree):
    assert counts(tree.branch) == (2, {"1": 1, "2": 1}, {"2": 2})
    assert counts(tree.community) == counts(tree.city) == (3, {"1": 1, "2": 2}, {"2": 2, "3": 1})
    assert counts(tree.other_community) == (0, {}, {})
    assert (disagreements(), Uncounted.objects.count()) == ([], 0)


def test_the_rebuilt_figures_are_the_folded_ones(folded):
    before = kept()
    assert rebuild() == len(before)
    assert (kept(), disagreements()) == (before, [])


def test_rebuilding_from_nothing_gives_the_folded_ones(folded):
    before = kept()
    Rollup.objects.all()._raw_delete("default")
    assert rebuild() == len(before)
    assert kept() == before


def test_a_rebuilding_mends_what_was_wrong_and_keeps_what_was_said(folded, tree):
    said = counts(tree.city)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE figures_rollup SET amount = amount + 1")
    assert [one.path for one in disagreements()] != []
    with time_machine.travel("2031-01-01T04:00:00Z"):
        rebuild()
    assert (counts(tree.city), disagreements()) == (said, [])
    assert counts(tree.city, known_on=date(2030, 12, 31))[0] == said[0] + 1


def test_a_change_moves_from_one_cell_to_another(folded, tree):
    with writing(reason="test"), everywhere(reason="test"):
        Member.objects.filter(name="甲").update(gender="1")
    assert Uncounted.objects.count() == 1
    fold_all()
    assert counts(tree.city) == (3, {"1": 2, "2": 1}, {"2": 2, "3": 1})
    assert counts(tree.branch)[1] == {"1": 2}


def test_a_member_who_goes_elsewhere_is_taken_from_there_and_added_here(folded, tree):
    with writing(reason="test"), everywhere(reason="test"):
        member = Member.objects.get(name="甲")
        member.organization = tree.other_branch
        member.save()
    fold_all()
    assert [counts(one)[0] for one in (tree.branch, tree.other_branch, tree.community)] == [1, 2, 3]


def test_what_does_not_count_leaves_no_line(folded, tree):
    with writing(reason="test"), everywhere(reason="test"):
        member = Member.objects.get(name="甲")
        member.save()  # a version more, and nothing else
    assert Uncounted.objects.count() == 0


def test_a_hundred_rows_in_one_statement_leave_a_line_for_each_organization_at_least(tree):
    with writing(reason="test"), everywhere(reason="test"):
        Member.objects.bulk_create(person(tree.branch, f"某{n}", save=False) for n in range(100))
    lines = Uncounted.objects.filter(source="members.Member")
    assert set(lines.values_list("organization_id", flat=True)) == {tree.branch.pk}
    fold_all()
    assert counts(tree.city)[0] == 100


def test_folding_again_changes_nothing(folded, tree):
    before = kept()
    with writing(reason="test"):
        Uncounted.objects.bulk_create(Uncounted(source="members.Member", organization_id=tree.branch.pk) for _ in "12")
    assert fold_all() == 2
    assert kept() == before


def test_a_subtree_that_moves_takes_its_figures_along(folded, tree, office_district):
    with everywhere(reason="test"):
        other = tree.other_town
        before = counts(tree.city)
        reorganising.move(office_district, tree.community, parent=other, on=date(2026, 11, 1), basis="文件")
    assert counts(tree.town) == (0, {}, {})
    assert counts(other) == counts(tree.community) == counts(tree.city) == before
    assert disagreements() == []
    fold_all()
    assert (counts(other), disagreements()) == (before, [])


def test_what_was_known_on_a_day_is_what_a_fold_had_said_by_its_end(tree):
    for day, name in ((1, "甲"), (5, "乙"), (9, "丙")):
        with time_machine.travel(f"2030-01-{day:02}T04:00:00Z"):
            person(tree.branch, name)
            fold_all()
    days = [date(2029, 12, 31), *(date(2030, 1, day) for day in (1, 4, 5, 8, 9))]
    assert [counts(tree.city, known_on=day)[0] for day in days] == [0, 1, 1, 2, 2, 3]
    with everywhere(reason="test"):
        told = trend(tree.city, WANTED, days)
    assert [told[day].amount("members.members") for day in days] == [0, 1, 1, 2, 2, 3]


def test_only_the_first_fold_of_a_day_keeps_what_was(tree):
    with time_machine.travel("2030-01-01T04:00:00Z"):
        for name in "甲乙":
            person(tree.branch, name)
            fold_all()
    cells = Past.objects.filter(organization=tree.city, cell__figure="members.members", cell__cut="")
    assert list(cells.values_list("until", "amount")) == [(date(2030, 1, 1), 0)]


def test_any_number_of_organizations_is_read_in_one_query(folded, tree, django_assert_num_queries):
    for some in ([tree.branch], [tree.branch, tree.other_branch, tree.city]):
        with everywhere(reason="test"), django_assert_num_queries(1):
            found = table(some, WANTED)
        assert [found[one.pk].amount("members.members") for one in some] == [2, 1, 3][: len(some)]
