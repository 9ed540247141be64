"""What the tests of organizations share."""

from datetime import date

import pytest

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.record.models import Act
from jingwei.foundation.scope.reach import reaching
from tests.cast import client_of

APPROVED = {"on": date(2026, 3, 1), "basis": "云桥镇党委〔2026〕3号"}


def done(actor: Actor, act, subject, **data):
    """Do an action as the actor, within the actor's reach."""
    with reaching(actor.reach()):
        return act(actor, subject, **data)


@pytest.fixture
def acts():
    """`acts()` gives the names of the acts of the record, the first one first."""
    return lambda: list(Act._base_manager.order_by("pk").values_list("action", flat=True))


@pytest.fixture
def client_for():
    """`client_for(actor)` gives the browser in which the actor has signed in."""
    return client_of
