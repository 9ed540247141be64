"""Visits and medals as figures."""

from datetime import date

import pytest

from jingwei.domains.care.models import CareVisit, Medal
from jingwei.foundation.clock import today
from jingwei.organizations.models import Post
from tests.figures import by_month, changed, counted, divided, saved, this_month
from tests.kernels.figures.people import person


@pytest.fixture
def old(tree):
    return person(tree.branch, "甲", born_on=date(1940, 1, 1), joined_on=date(1970, 1, 1), full_on=date(1971, 1, 1))


def test_visits_and_talks_count_in_their_month(tree, old, secretary):
    post = Post.objects.get(pk=secretary.post_id)
    for kind in ("visit", "talk", "talk"):
        saved(CareVisit(member=old, on=today(), kind=kind, visitor=post, note="身体好"))
    assert by_month(tree.city, "care.visits") == {this_month(): 3}
    assert divided(tree.branch, "care.visits", "kind") == {"visit": 1, "talk": 2}


def test_a_medal_counts_where_its_holder_is(tree, old, office_town):
    days = {"as_of": date(2021, 7, 1), "full_years_on": date(2021, 1, 1), "confirmed_on": today()}
    saved(Medal(member=old, confirmed_by=office_town.user, **days))
    assert counted(tree.branch, "care.medals") == 1
    changed(old, organization=tree.other_branch)
    assert (counted(tree.branch, "care.medals"), counted(tree.other_branch, "care.medals")) == (0, 1)
    changed(old, left_on=today(), standing="deceased")
    assert counted(tree.city, "care.medals") == 0
    assert by_month(tree.other_branch, "care.medals_given") == {this_month(): 1}
