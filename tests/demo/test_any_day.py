"""The demo may be built on any day of the year."""

from datetime import date, datetime, time

import pytest
from django.utils import timezone

from jingwei.demo.building import build
from jingwei.demo.places import few_places
from jingwei.foundation.accounts.models import User
from jingwei.foundation.clock import as_if
from jingwei.foundation.scope.reach import everywhere
from jingwei.kernels.plans.selectors.tasks import due, state_of
from jingwei.organizations.selectors import posts_held


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("day", [date(2027, 2, 3), date(2027, 4, 1), date(2026, 12, 31)])
def test_the_story_can_be_told_on_any_day(day):
    with as_if(timezone.make_aware(datetime.combine(day, time(20)))):
        build(few_places())
        (post,) = posts_held(User.objects.get(username="zhoumingyuan"), on=day)
        with everywhere(reason="test"):
            found = due(post.organization, on=day, until=date(2100, 1, 1))
            assert [state_of(task, on=day) for task in found].count("late") == 1
