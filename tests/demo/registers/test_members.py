"""The demo's register of members: whole, checked, and with a year of small things in one branch."""

import pytest

from jingwei.foundation.clock import today
from jingwei.foundation.scope.reach import everywhere
from jingwei.foundation.secrets.models import Look
from jingwei.members.models import Award, Fact, Member, NameWord, SavedFilter
from jingwei.members.rules.identity import id_problem, phone_problem
from jingwei.members.rules.joining import problems
from jingwei.members.rules.naming import words_of
from jingwei.members.selectors.records import record_of

pytestmark = [pytest.mark.slow, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def everything(built):
    with everywhere(reason="test"):
        yield


@pytest.fixture
def members():
    return list(Member._base_manager.select_related("group"))


def test_nobodys_record_breaks_a_rule(members):
    stopping = [(row.name, one.text) for row in members for one in problems(record_of(row), on=today()) if one.stops]
    assert stopping == []


def test_numbers_are_right_and_of_no_real_region_or_network(members):
    ids = [row.id_number.open() for row in members if row.id_number]
    phones = [row.phone.open() for row in members if row.phone]
    assert {number[:6] for number in ids} == {"990000"}
    assert {number[:7] for number in phones} == {"1900000"}
    assert {id_problem(number) for number in ids} | {phone_problem(number) for number in phones} == {""}
    assert len(ids) == len(set(ids))
    assert 0.9 < len(phones) / len(members) < 1


def test_a_group_is_one_of_the_own_branch(members):
    grouped = [row for row in members if row.group]
    assert grouped
    assert [row.name for row in grouped if row.group.parent_path != row.path] == []


def test_everybody_is_found_by_name(members):
    assert NameWord._base_manager.count() == sum(len(words_of(row.name)) for row in members)


def test_things_were_changed_corrected_honoured_and_looked_at(members):
    branch = Member._base_manager.get(user__username="zhoumingyuan").path
    assert {"workplace", "occupation"} <= set(Fact._base_manager.filter(path=branch).values_list("kind", flat=True))
    assert Award._base_manager.filter(path=branch).count() == 1
    assert Look._base_manager.filter(user__username="zhoumingyuan", owner__username="linxiaoyun").count() == 1
    assert SavedFilter.objects.filter(user__username="shenjing").count() == 3
