"""Permissions nest, roles hold them, and the three administrators are kept apart."""

import pytest

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.access.grants import must_exist, permissions, roles, second_factor
from jingwei.foundation.declared import registry
from jingwei.foundation.scope.reach import Reach

ADMINISTRATORS = {"auditor", "system_admin", "security_admin"}
# Everybody with a login may see these: the home page, and the law.
FOR_ALL = {"home.see", "regulation.see"}


def test_a_permission_includes_all_that_is_nested_under_it():
    assert permissions()["plan.approve"] == {"plan.approve", "plan.edit", "plan.see"}
    assert permissions()["plan.see"] == {"plan.see"}


@pytest.mark.parametrize("outer", permissions())
def test_whoever_may_change_may_also_see(outer):
    area = outer.split(".")[0]
    assert f"{area}.see" in permissions()[outer]


def test_a_misspelt_permission_stops_the_start():
    with pytest.raises(KeyError, match=r"plan\.aprove"):
        must_exist("plan.aprove")


@pytest.mark.parametrize("one", sorted(ADMINISTRATORS))
@pytest.mark.parametrize("other", sorted(ADMINISTRATORS))
def test_no_administrator_can_do_anothers_work(one, other):
    shared = roles()[one].permissions & roles()[other].permissions
    assert shared == (roles()[one].permissions if one == other else FOR_ALL)


@pytest.mark.parametrize("one", sorted(ADMINISTRATORS))
def test_an_administrator_does_none_of_the_work_and_nobody_else_administers(one):
    work = frozenset().union(*(role.permissions for key, role in roles().items() if key not in ADMINISTRATORS))
    assert roles()[one].permissions & work == FOR_ALL


@pytest.mark.parametrize("key", roles())
def test_whoever_exports_approves_or_administers_has_a_second_factor(key):
    role = roles()[key]
    strong = {name for name in role.permissions if name.endswith((".export", ".approve", ".decide", ".reorganise"))}
    assert role.needs_second_factor is bool(strong or key in ADMINISTRATORS)


def test_every_permission_is_held_by_some_role_and_the_second_factors_exist():
    held = frozenset().union(*(role.permissions for role in roles().values()))
    assert set(permissions()) - held == set()
    assert second_factor() <= set(permissions())


def test_every_action_of_the_program_is_open_to_some_role_and_has_a_title():
    ours = {name: act for name, act in registry().items() if act.__module__.startswith("jingwei.")}
    held = frozenset().union(*(role.permissions for role in roles().values()))
    assert {name: act.permission for name, act in ours.items() if act.permission not in held} == {}
    assert [name for name, act in ours.items() if not act.title] == []


def test_an_actor_may_at_the_post_and_below_and_nowhere_else(tree, office_town):
    may = {one.name: office_town.may("plan.approve", one.path) for one in tree.all}
    assert {name for name, allowed in may.items() if allowed} == {
        one.name for one in tree.all if one.path.startswith(tree.town.path)
    }
    assert office_town.may("clearance.decide", tree.town.path) is False


@pytest.mark.parametrize("part", ["member", "resident"])
def test_a_member_and_a_resident_see_themselves_and_what_those_above_publish(actor_for, part):
    actor = actor_for(part)
    assert actor.reach() == Reach(subtrees=(), standing=(actor.path,), user_id=actor.user.pk)


def test_everybody_else_sees_the_subtree_of_the_post(superior):
    assert superior.reach() == Reach(subtrees=(superior.path,), standing=(superior.path,), user_id=superior.user.pk)


def test_rights_of_two_posts_never_add_up(tree, secretary, auditor):
    one_person = Actor(secretary.user, auditor.role, auditor.path)
    assert one_person.may("record.see", tree.branch.path) is True
    assert one_person.may("task.report", tree.branch.path) is False
    assert secretary.may("record.see", tree.branch.path) is False
