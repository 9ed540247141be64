"""A member comes into the register."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from jingwei.foundation.actions import writing
from jingwei.foundation.errors import Refused
from jingwei.foundation.scope.reach import reaching
from jingwei.members.actions import enrol
from jingwei.members.models import Fact, Member, NameWord
from tests.cast import plant
from tests.members.people import COLUMNS, id_of


def test_a_new_member_is_in_the_branch_and_found_by_name(secretary, tree):
    with reaching(secretary.reach()):
        member = enrol(secretary, tree.branch, name="陶二", id_number=id_of(), phone="13900001234", **COLUMNS)
        assert (member.path, member.id_number.open()) == (tree.branch.path, id_of())
        assert set(NameWord.objects.values_list("word", flat=True)) == {"陶二", "陶", "tao", "taoer", "te"}
        assert Fact.objects.count() == 0


def test_who_comes_from_elsewhere_was_not_here_before(secretary, tree):
    with reaching(secretary.reach()):
        member = enrol(secretary, tree.branch, name="陶二", since=date(2026, 3, 1), basis="介绍信", **COLUMNS)
        fact = Fact.objects.get(member=member)
    assert (fact.kind, fact.value, fact.until, fact.basis) == ("organization", "", date(2026, 3, 1), "介绍信")


@pytest.mark.parametrize(
    ("party_type", "basis"),
    [
        ("931", "branch-work-regulations-2018, 第八条"),
        ("GNX", "member-education-regulations-2019, 第二十五条"),
        ("621", "member-education-regulations-2019, 第二十五条"),
    ],
)
def test_a_membership_is_in_a_formal_branch(superior, tree, party_type, basis):
    with reaching(superior.reach()), writing(reason="test"):
        place = plant((1, 1, 1, 1, 7), "别的支部", "branch", party_type)
    with reaching(superior.reach()), pytest.raises(Refused) as refused:
        enrol(superior, place, name="陶二", **COLUMNS)
    assert refused.value.basis == basis


def test_who_is_too_young_is_refused_with_the_article(secretary, tree):
    young = COLUMNS | {"born_on": date(1985, 1, 1)}
    with reaching(secretary.reach()), pytest.raises(Refused) as refused:
        enrol(secretary, tree.branch, name="陶二", **young)
    assert refused.value.basis == "admission-rules-2014, 第五条"
    assert Member._base_manager.count() == 0


def test_nobody_enrols_elsewhere(secretary, neighbour, tree):
    with pytest.raises(PermissionDenied):
        enrol(secretary, tree.other_branch, name="陶二", **COLUMNS)
    with pytest.raises(PermissionDenied):
        enrol(neighbour, tree.branch, name="陶二", **COLUMNS)
