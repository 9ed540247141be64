"""The demo's figures have a past, and agree."""

import pytest

from jingwei.foundation.clock import today
from jingwei.foundation.scope.reach import everywhere
from jingwei.kernels.figures.selectors.reading import read
from jingwei.kernels.figures.selectors.verifying import disagreements
from jingwei.organizations.models import Organization
from jingwei.organizations.rules import months_later

TASKS = [("tasks.tasks", "")]


@pytest.mark.slow
@pytest.mark.django_db
def test_a_board_of_the_demo_has_something_to_compare_with(built):
    with everywhere(reason="test"):
        top = Organization.objects.order_by("path").first()
        now = read(top, TASKS).amount("tasks.tasks")
        month_ago, year_ago = (
            read(top, TASKS, known_on=months_later(today(), -back)).amount("tasks.tasks") for back in (1, 11)
        )
    assert disagreements() == []
    assert (year_ago, 0 < month_ago < now) == (0, True)
