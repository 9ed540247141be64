"""Old members, and a day."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from jingwei.foundation.clock import as_if
from jingwei.foundation.scope.reach import reaching
from tests.members.people import registered

DAY = date(2026, 6, 1)


def done(actor, act, subject, **data):
    """Do an action as the actor, within the actor's reach."""
    with reaching(actor.reach()):
        return act(actor, subject, **data)


def old_member(organization, full_on=date(1976, 7, 1), name="老党员", **columns):
    """A member who became a full one long ago."""
    days = {"born_on": date(1950, 5, 5), "joined_on": date(full_on.year - 1, full_on.month, full_on.day)}
    return registered(organization, name, **{**days, "full_on": full_on, **columns})[0]


@pytest.fixture(autouse=True)
def _day():
    with as_if(datetime(2026, 6, 1, 9, tzinfo=ZoneInfo("Asia/Shanghai"))):
        yield
