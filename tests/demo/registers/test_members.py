"""The demo's register of members: whole, checked, and with a year of small things in one branch."""

import pytest
from django.core.management import call_command
from django.db import transaction

from jingwei.foundation.clock import today
from jingwei.foundation.scope.reach import everywhere
from jingwei.foundation.secrets.models import Look
from jingwei.members.models import Award, Fact, Member, NameWord, SavedFilter
from jingwei.members.rules.identity import id_problem, phone_problem
from jingwei.members.rules.joining import problems
from jingwei.members.rules.naming import words_of
from jingwei.members.selectors.records import record_of

pytestmark = [pytest.mark.slow, pytest.mark.django_db]


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("demo", "--small", verbosity=0)
        with everywhere(reason="test"):
            yield list(Member._base_manager.select_related("group"))
        transaction.set_rollback(True)


def test_nobodys_record_breaks_a_rule(built):
    stopping = [(row.name, one.text) for row in built for one in problems(record_of(row), on=today()) if one.stops]
    assert stopping == []


def test_numbers_are_right_and_of_no_real_region_or_network(built):
    ids = [row.id_number.open() for row in built if row.id_number]
    phones = [row.phone.open() for row in built if row.phone]
    assert {number[:6] for number in ids} == {"990000"}
    assert {number[:7] for number in phones} == {"1900000"}
    assert {id_problem(number) for number in ids} | {phone_problem(number) for number in phones} == {""}
    assert len(ids) == len(set(ids))
    assert 0.9 < len(phones) / len(built) < 1


def test_a_group_is_one_of_the_own_branch(built):
    grouped = [row for row in built if row.group]
    assert grouped
    assert [row.name for row in grouped if row.group.parent_path != row.path] == []


def test_everybody_is_found_by_name(built):
    assert NameWord._base_manager.count() == sum(len(words_of(row.name)) for row in built)


def test_things_were_changed_corrected_honoured_and_looked_at(built):
    branch = Member._base_manager.get(user__username="zhoumingyuan").path
    assert {"workplace", "occupation"} <= set(Fact._base_manager.filter(path=branch).values_list("kind", flat=True))
    assert Award._base_manager.filter(path=branch).count() == 1
    assert Look._base_manager.filter(user__username="zhoumingyuan", owner__username="linxiaoyun").count() == 1
    assert SavedFilter.objects.filter(user__username="shenjing").count() == 3
