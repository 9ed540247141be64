"""The three administrators are kept apart, as the law asks: none can do another's work, none sees the field's own."""

from itertools import combinations

import pytest
from django.urls import reverse

from jingwei.foundation.access.grants import roles
from tests.cast import client_of

ADMINISTRATORS = ("auditor", "security_admin", "system_admin")
OF_EVERYBODY = {"home.see", "regulation.see"}


def own_work(role: str) -> set[str]:
    return set(roles()[role].permissions) - OF_EVERYBODY


def test_each_has_the_work_of_its_name():
    assert {role: own_work(role) for role in ADMINISTRATORS} == {
        "auditor": {"record.see", "look.see"},
        "security_admin": {"account.secure", "account.see", "alarm.answer", "alarm.see"},
        "system_admin": {"calendar.fill", "calendar.see", "platform.operate", "platform.see"},
    }


@pytest.mark.parametrize(("one", "other"), list(combinations(ADMINISTRATORS, 2)))
def test_none_can_do_anothers_work(one, other):
    assert own_work(one) & own_work(other) == set()


@pytest.mark.parametrize("role", sorted(set(roles()) - set(ADMINISTRATORS)))
def test_nobody_of_the_field_can_do_theirs(role):
    work = set().union(*(own_work(administrator) for administrator in ADMINISTRATORS))
    assert own_work(role) & work == set()


@pytest.mark.parametrize("role", ADMINISTRATORS)
def test_none_sees_plans_members_or_tasks(role):
    seen = {permission.partition(".")[0] for permission in roles()[role].permissions}
    assert seen & {"plan", "member", "task", "clearance", "notice", "organization", "post", "unit", "evidence"} == set()


def test_none_gives_posts():
    assert [role for role in ADMINISTRATORS if "post.appoint" in roles()[role].permissions] == []


@pytest.mark.parametrize(
    ("route", "entering"),
    [
        ("record:acts", "auditor"),
        ("accounts:accounts", "security_admin"),
        ("plans:plans", ""),
        ("plans:tasks", ""),
        ("plans:clearances", ""),
        ("organizations:tree", ""),
    ],
)
def test_each_enters_only_the_pages_of_its_work(actor_for, route, entering):
    answers = {role: client_of(actor_for(role)).get(reverse(route)).status_code for role in ADMINISTRATORS}
    assert answers == {role: 200 if role == entering else 403 for role in ADMINISTRATORS}
