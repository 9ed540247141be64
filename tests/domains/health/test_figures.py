"""Matters to be put right, as figures."""

from datetime import timedelta

import pytest

from jingwei.domains.health.models import Matter
from jingwei.foundation.clock import today
from tests.figures import by_month, changed, counted, divided, on_the_day, saved, this_month


@pytest.fixture
def matter(tree):
    said = {"kind": "no_secretary", "words": "没有书记", "basis": "条例", "opened_by": "郑经办"}
    days = {"opened_on": today(), "due_on": today() + timedelta(days=30)}
    return saved(Matter(organization=tree.branch, opener=tree.town, **said, **days))


def test_a_matter_stands_as_its_days_say(tree, matter):
    on_the_day(matter.due_on, "health.matters", "health.open")
    assert divided(tree.city, "health.matters", "standing") == {"todo": 1}
    on_the_day(matter.due_on + timedelta(days=1), "health.matters", "health.open")
    assert divided(tree.city, "health.matters", "standing") == {"late": 1}
    changed(matter, answered_on=today(), answer="已选出")
    assert divided(tree.branch, "health.matters", "standing") == {"answered": 1}
    assert divided(tree.branch, "health.open", "kind") == {"no_secretary": 1}


@pytest.mark.parametrize(("days", "how"), [(0, "timely"), (1, "late")])
def test_a_matter_that_is_closed_counts_in_its_month(tree, matter, days, how):
    changed(matter, closed_on=today(), opened_on=today() - timedelta(days=9), due_on=today() - timedelta(days=days))
    assert by_month(tree.city, "health.closed") == {this_month(): 1}
    assert divided(tree.city, "health.closed", "timely") == {how: 1}
    assert counted(tree.city, "health.open") == 0
    assert counted(tree.city, "health.opened") == 1
