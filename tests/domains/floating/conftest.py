"""Members of the first branch, and a branch of the other town that receives them."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.urls import reverse
from lxml import html

from jingwei.domains.floating.actions import registering, searching
from jingwei.domains.floating.models import Inflow
from jingwei.foundation.access.actor import Actor
from jingwei.foundation.accounts.models import User
from jingwei.foundation.actions import writing
from jingwei.foundation.scope.reach import reaching
from jingwei.organizations.models import Post
from tests.cast import client_of
from tests.domains.enrolling import a_member

AWAY = {
    "since": date(2026, 1, 10),
    "reason": "work",
    "location": "外省某工业园",
    "is_fixed": True,
    "receiving": None,
    "outside": "",
    "contact_person": "魏组平",
    "expected_back": None,
}


@pytest.fixture(autouse=True)
def clock():
    """Wednesday, 20 May 2026; `clock.move_to(…)` for another day."""
    with time_machine.travel("2026-05-20 10:00:00+08:00", tick=False) as traveller:
        yield traveller


@dataclass
class World:
    """People and places by name, and a member of the first branch."""

    actor_for: Any
    tree: Any
    member: Any
    far_actor: Any

    def __getattr__(self, part):
        return self.actor(part)

    def actor(self, part):
        return self.far_actor if part == "far_secretary" else self.actor_for(part)

    @property
    def far(self):
        """A branch of the other town."""
        return self.tree.at(1, 1, 2, 1, 1)

    def does(self, part, act, subject, **values):
        """Somebody does something under the own reach."""
        actor = self.actor(part)
        with reaching(actor.reach()):
            return act(actor, subject, **values)

    def sees(self, part, rows):
        """How many rows somebody sees."""
        with reaching(self.actor(part).reach()):
            return rows().count()

    def away(self, member=None, **changes):
        """The branch has registered that the member is away."""
        return self.does("secretary", registering.register_away, member or self.member.fresh(), **{**AWAY, **changes})

    def come(self, **changes):
        """The far branch has registered that somebody has come."""
        values = {"name": "陶党生", "since": date(2026, 2, 1), "location": "某小区", "contact_person": "远书记"}
        values |= {"home": self.tree.branch, "home_words": ""}
        return self.does("far_secretary", registering.register_here, self.far, **{**values, **changes})

    def inflow(self, floating):
        return Inflow._base_manager.get(floating=floating)

    def lost(self, last_contact_on=date(2025, 11, 20), **changes):
        """The branch cannot reach the member."""
        return self.does(
            "secretary", searching.report_lost, self.member.fresh(), last_contact_on=last_contact_on, **changes
        )

    def searched(self, lost, *ways, on=date(2026, 5, 1)):
        """The branch has looked for the member in these ways."""
        for way in ways:
            self.does("secretary", searching.add_search, lost.fresh(), on=on, way=way, note="没有找到。")
        return lost.fresh()


@pytest.fixture
def world(actor_for, tree):
    far = tree.at(1, 1, 2, 1, 1)
    with writing(reason="test"):
        user = User(username="far", name="远书记")
        user.set_unusable_password()
        user.save()
        post = Post(user=user, organization=far, role="secretary", duty="SJ", since=date(2020, 1, 1))
        post.save()
    actor = Actor(user, "secretary", far.path, post.title, post.pk)
    return World(actor_for, tree, a_member(tree.branch), actor)


@pytest.fixture
def browser(world):
    """`browser(part)`: somebody's browser; every POST has a fresh key."""

    class Browser:
        def __init__(self, client):
            self.client = client

        def get(self, route, *args, **query):
            return self.client.get(reverse(f"floating:{route}", args=args), query)

        def post(self, route, *args, **data):
            return self.client.post(reverse(f"floating:{route}", args=args), {"request_key": uuid4(), **data})

    return lambda part: Browser(client_of(world.actor(part)))


def words_of(response) -> str:
    """What a person reads on a page, without white space."""
    return "".join(html.fromstring(response.content).find(".//main").text_content().split())
