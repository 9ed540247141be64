"""The whole locality is planted and peopled."""

from collections import Counter
from datetime import date

import pytest
from django.db import transaction

from jingwei.demo.places import places, resident_units
from jingwei.demo.staff import employ
from jingwei.demo.tree import plant
from jingwei.foundation.actions import writing
from jingwei.foundation.scope.reach import everywhere
from jingwei.members.models import Member
from jingwei.organizations.models import Organization, Post, Term, Unit

ON = date(2026, 11, 21)

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def planted(django_db_setup, django_db_blocker):
    """Planted once, and taken back after the last test of this file."""
    with django_db_blocker.unblock(), transaction.atomic(), writing(reason="test"), everywhere(reason="test"):
        made = plant(places(), on=ON)
        employ(places(), made, on=ON)
        yield made
        transaction.set_rollback(True)


@pytest.fixture
def organizations(planted):
    with everywhere(reason="test"):
        yield planted


def test_the_tree_has_the_shape_of_the_places(organizations):
    paths = {place.key: organizations[place.key].path for place in places()}
    assert all(paths[place.key][:-4] == paths[place.parent] for place in places() if place.parent is not None)
    assert Organization.objects.count() == len(places())


def test_every_branch_has_one_secretary_and_the_members_of_its_size(organizations):
    secretaries = Counter(Post.objects.filter(role="secretary").values_list("organization__path", flat=True))
    members = Counter(Member.objects.values_list("organization__path", flat=True))
    branches = {organizations[place.key].path: place.size for place in places() if place.size}
    assert {path: secretaries[path] for path in branches} == dict.fromkeys(branches, 1)
    assert members == branches


def test_whoever_holds_a_post_in_a_branch_is_a_full_member(organizations):
    posts = Post.objects.filter(role__in=["secretary", "committee_member"]).select_related("user__member")
    assert not any(post.user.member.is_probationary for post in posts)


def test_a_duty_is_held_by_one_person(organizations):
    duties = Counter(Post.objects.filter(role="committee_member").values_list("organization__path", "duty"))
    assert set(duties.values()) == {1}


def test_terms_run_except_for_the_one_that_is_over(organizations):
    terms = Term.objects.select_related("organization")
    over = [str(term.organization) for term in terms if (ON - term.since).days > term.years * 365.25]
    assert over == ["荷塘圩村第二党支部"]


def test_resident_units_are_planted(organizations):
    assert Unit.objects.filter(is_resident=True).count() == len(resident_units())
