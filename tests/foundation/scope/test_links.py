"""A row leads to rows of its own organization only, unless its model says why it may cross."""

import pytest

from jingwei.foundation.actions import writing
from jingwei.foundation.errors import Refused
from jingwei.foundation.scope.links import inner_links
from jingwei.foundation.scope.reach import within
from jingwei.kernels.plans.models import Plan, Task
from jingwei.organizations.models import Unit


def plan(organization, **columns) -> Plan:
    return Plan(organization=organization, title="要点", year=2026, text="要点", **columns)


@pytest.fixture
def plans(tree) -> tuple[Plan, Plan]:
    """A plan of the town, and one of the other town."""
    with writing(reason="test"):
        made = plan(tree.town), plan(tree.other_town)
        for one in made:
            one.save()
    return made


def test_a_link_inside_the_organization_is_made(tree, plans):
    with writing(reason="test"):
        plan(tree.town, revises=plans[0], revision=1).save()
    assert Plan._base_manager.filter(revises=plans[0]).count() == 1


WRITES = {
    "a new row": lambda tree, own, other: plan(tree.town, revises=other, revision=1).save(),
    "new rows in bulk": lambda tree, own, other: Plan.objects.bulk_create([plan(tree.town, revises=other)]),
    "a changed row": lambda tree, own, other: setattr(own, "revises", other) or own.save(),
    "a changed column": lambda tree, own, other: setattr(own, "revises", other) or own.save(update_fields=["revises"]),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_a_link_into_another_organization_is_refused(tree, plans, write):
    with writing(reason="test"), within(tree.city.path), pytest.raises(Refused) as refused:
        write(tree, *plans)
    assert refused.value.next_step


def test_what_stays_as_it_was_is_not_asked_about_again(tree, plans, django_assert_num_queries):
    with writing(reason="test"):
        linked = plan(tree.town, revises=plans[0], revision=1)
        linked.save()
        fresh = Plan._base_manager.get(pk=linked.pk)
        fresh.title = "新的标题"
        with django_assert_num_queries(3):  # the version, the row as it was, the row
            fresh.save()


def test_a_link_that_its_model_allows_to_cross_is_made(tree):
    with writing(reason="test"):
        Unit(organization=tree.community, name="小学", kind="school", party_organization=tree.branch).save()
    assert Unit._base_manager.get().party_organization_id == tree.branch.pk


def test_what_says_where_a_row_is_is_no_link():
    assert "organization" not in [field.name for field in inner_links(Task)]
    assert "responsibility" in [field.name for field in inner_links(Task)]
