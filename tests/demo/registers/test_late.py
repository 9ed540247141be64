"""What the demo registers late makes a difference that its page shows."""

from datetime import timedelta

import pytest

from jingwei.domains.dashboards.selectors.differences import then_and_now
from jingwei.foundation.clock import today
from jingwei.foundation.scope.reach import everywhere
from jingwei.organizations.models import Organization

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
BRANCHES = "organizations.branches"


@pytest.mark.parametrize(("days", "difference"), [(19, 0), (18, 1), (5, 1)])
def test_a_branch_was_registered_two_weeks_late(built, days, difference):
    with everywhere(reason="test"):
        community = Organization.objects.get(short_name="梧桐苑加装电梯工地临时党支部")
        found = then_and_now(community, [BRANCHES], today() - timedelta(days=days))
    assert found[BRANCHES].difference == difference
