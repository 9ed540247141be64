"""A member on the way from the first branch of one town to a branch of the other."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.urls import reverse
from lxml import html

from jingwei.domains.transfers.actions import deciding, proposing, writing
from jingwei.domains.transfers.models import Step, Transfer
from jingwei.foundation.access.actor import Actor
from jingwei.foundation.accounts.models import User
from jingwei.foundation.actions import writing as writes
from jingwei.foundation.scope.reach import reaching
from jingwei.organizations.models import Post
from tests.cast import client_of
from tests.domains.enrolling import a_member

GOOD_ID = "990000198508090015"


@pytest.fixture(autouse=True)
def clock():
    """Wednesday, 20 May 2026; `clock.move_to(…)` for another day."""
    with time_machine.travel("2026-05-20 10:00:00+08:00", tick=False) as traveller:
        yield traveller


@dataclass
class World:
    """People and places by name, the member, and the steps as short words."""

    actor_for: Any
    tree: Any
    member: Any

    def __getattr__(self, part):
        return self.actor_for(part)

    @property
    def far(self):
        """A branch of the other town."""
        return self.tree.at(1, 1, 2, 1, 1)

    def does(self, part, act, subject, **values):
        """Somebody does something under the own reach."""
        actor = self.actor_for(part)
        with reaching(actor.reach()):
            return act(actor, subject, **values)

    def proposed(self, **changes) -> Transfer:
        """The branch has proposed the transfer."""
        values = {"kind": "inside", "target": self.far, "outside": "", "reason": "work", "note": ""}
        return self.does("secretary", proposing.propose, self.member.fresh(), **{**values, **changes})

    def going_out(self) -> Transfer:
        """The branch has proposed that the member goes out of the system."""
        return self.proposed(kind="out", target=None, outside="外省某市某街道党工委")

    def step(self, transfer) -> Step:
        """The step that is open."""
        return Step._base_manager.get(transfer=transfer, done_on=None)

    def reviewed(self, part, transfer, verdict="agreed", reason="") -> Transfer:
        return self.does(part, deciding.review, self.step(transfer), verdict=verdict, reason=reason)

    def received(self, part, transfer, verdict="agreed", reason="") -> Transfer:
        return self.does(part, deciding.receive, self.step(transfer), verdict=verdict, reason=reason)

    def lettered(self, transfer, days=10, number="2026-001") -> Transfer:
        values = {"verdict": "agreed", "number": number, "addressed_to": transfer.outside, "days": days}
        return self.does("office_town", writing.issue, self.step(transfer), **values)


@pytest.fixture
def world(actor_for, tree):
    for part in ("office_town", "office_other_town", "secretary", "neighbour"):
        actor_for(part)
    return World(actor_for, tree, a_member(tree.branch, id_number=GOOD_ID))


@pytest.fixture
def far_secretary(world):
    """The secretary of the branch in the other town."""
    with writes(reason="test"):
        user = User(username="far", name="远书记")
        user.set_unusable_password()
        user.save()
        post = Post(user=user, organization=world.far, role="secretary", duty="SJ", since=date(2020, 1, 1))
        post.save()
    actor = Actor(user, "secretary", world.far.path, post.title, post.pk)
    known = world.actor_for
    world.actor_for = lambda part: actor if part == "far" else known(part)
    return actor


@pytest.fixture
def browser(world):
    """`browser(part)`: somebody's browser; every POST has a fresh key."""

    class Browser:
        def __init__(self, client):
            self.client = client

        def get(self, route, *args, **query):
            return self.client.get(reverse(route, args=args), query)

        def post(self, route, *args, **data):
            return self.client.post(reverse(route, args=args), {"request_key": uuid4(), **data})

    return lambda part: Browser(client_of(world.actor_for(part)))


def words_of(response) -> str:
    """What a person reads on a page, without white space."""
    return "".join(html.fromstring(response.content).find(".//main").text_content().split())
