"""How units are covered, as figures: the same numbers as the coverage page."""

from datetime import timedelta

import pytest

from jingwei.domains.coverage.models import Coverage, Sighting
from jingwei.domains.coverage.selectors import measures
from jingwei.foundation.clock import today
from jingwei.foundation.scope.reach import everywhere
from jingwei.organizations.models import Post, Unit
from tests.figures import changed, counted, divided, on_the_day, saved, this_month

KEYS = ("units", "organized", "worked", "uncovered")


def unit(organization, name, kind="private_firm"):
    return saved(Unit(organization=organization, name=name, kind=kind))


def covered(unit, by, **columns):
    values = {"kind": "joint", "organization": by, "since": today()}
    return saved(Coverage(unit=unit, **{**values, **columns}))


def rolled_up(organization):
    return tuple(counted(organization, f"coverage.{key}") for key in KEYS)


def told(organization):
    with everywhere(reason="test"):
        whole = measures.whole(organization, on=today())
    return whole.whole, whole.organization.part, whole.work.part, whole.uncovered


@pytest.fixture
def units(tree):
    unit(tree.community, "某校", kind="school")
    return [unit(tree.community, "甲厂"), unit(tree.community, "乙店", kind="shop"), unit(tree.other_community, "丙会")]


def test_a_unit_is_covered_by_an_organization_and_by_work_once_it_has_a_secretary(tree, units, actor_for):
    assert rolled_up(tree.city) == told(tree.city) == (3, 0, 0, 3)
    covered(units[0], tree.branch)
    assert rolled_up(tree.city) == told(tree.city) == (3, 1, 0, 2)
    actor_for("secretary")
    assert rolled_up(tree.city) == told(tree.city) == (3, 1, 1, 2)
    assert divided(tree.city, "coverage.organized", "kind") == {"private_firm": 1}


def test_when_the_secretary_goes_the_work_ends(tree, units, secretary):
    covered(units[0], tree.branch)
    assert counted(tree.community, "coverage.worked") == 1
    tomorrow = today() + timedelta(days=1)
    changed(Post.objects.get(pk=secretary.post_id), until=tomorrow)
    assert counted(tree.community, "coverage.worked") == 1
    on_the_day(tomorrow, "coverage.worked")
    assert counted(tree.community, "coverage.worked") == 0


def test_an_instructor_covers_by_work_until_the_post_ends(tree, units, neighbour):
    post = Post.objects.get(pk=neighbour.post_id)
    covered(units[2], None, kind="instructor", instructor=post)
    assert rolled_up(tree.city) == told(tree.city) == (3, 0, 1, 2)
    changed(post, until=today())
    assert rolled_up(tree.city) == told(tree.city) == (3, 0, 0, 3)


def test_what_a_revoked_organization_covered_is_covered_no_more(tree, units):
    one = covered(units[0], tree.branch)
    covered(units[1], tree.branch)
    assert counted(tree.city, "coverage.organized") == 2
    changed(one, until=today())
    assert counted(tree.city, "coverage.organized") == 1
    changed(tree.branch, revoked_on=today())
    assert rolled_up(tree.city) == told(tree.city) == (3, 0, 0, 3)


def test_sightings_count_in_their_month_by_how_far_they_are(tree, office_town):
    found = {"organization": tree.community, "kind": "shop", "collected_on": today(), "collected_by": office_town.user}
    saved(Sighting(name="甲店", **found))
    saved(Sighting(name="乙店", rejected_on=today(), reason="已经关门", **found))
    assert divided(tree.town, "coverage.sightings", "step") == {"collected": 1, "rejected": 1}
    assert counted(tree.town, "coverage.sightings", months=[this_month()]) == 2
