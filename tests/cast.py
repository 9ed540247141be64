"""The standing cast of all tests: a small tree, and a person for each part that somebody plays in it.

city ─ district ─┬─ department
                 ├─ town 1 ─┬─ community 1 ─┬─ branch 1   (secretary, member)
                 │          │               └─ branch 2   (neighbour)
                 │          └─ community 2 ─ two branches
                 └─ town 2 ─ two communities ─ two branches each
"""

from dataclasses import dataclass
from datetime import date

import pytest
from django.test import Client

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.accounts.models import User
from jingwei.foundation.accounts.second_factor import remember
from jingwei.foundation.actions import writing
from jingwei.foundation.scope import paths
from jingwei.organizations.choices import Duty, Level, PartyType
from jingwei.organizations.models import Organization, Post

BEGINNING = date(2020, 1, 1)
# part: (name, organization, role, duty)
PARTS = {
    "secretary": ("秦书明", "branch", "secretary", Duty.SECRETARY),
    "committee_member": ("魏组平", "branch", "committee_member", Duty.ORGANIZATION),
    "member": ("陶党生", "branch", "member", Duty.MEMBER),
    "resident": ("柳居安", "community", "resident", Duty.RESIDENT),
    "neighbour": ("邻友和", "other_branch", "secretary", Duty.SECRETARY),
    "superior": ("尚秋实", "community", "secretary", Duty.SECRETARY),
    "office_town": ("郑经办", "town", "office_town", Duty.STAFF),
    "office_other_town": ("邵经办", "other_town", "office_town", Duty.STAFF),
    "office_district": ("区小组", "district", "office_district", Duty.STAFF),
    "office_city": ("施小组", "city", "office_city", Duty.STAFF),
    "handler": ("卜承办", "department", "handler", Duty.STAFF),
    "auditor": ("沈计真", "city", "auditor", Duty.ADMIN),
    "system_admin": ("习同管", "city", "system_admin", Duty.ADMIN),
    "security_admin": ("安全守", "city", "security_admin", Duty.ADMIN),
}


@dataclass(frozen=True)
class Tree:
    """The organizations that tests name; `all` holds every one, in the order of the tree."""

    all: list[Organization]

    def at(self, *numbers: int) -> Organization:
        """The organization reached from the root by child numbers: at(1, 1) is the district."""
        path = "".join(paths.segment(number) for number in numbers)
        return next(one for one in self.all if one.path == path)

    @property
    def city(self) -> Organization:
        return self.at(1)

    @property
    def district(self) -> Organization:
        return self.at(1, 1)

    @property
    def department(self) -> Organization:
        return self.at(1, 1, 9)

    @property
    def town(self) -> Organization:
        return self.at(1, 1, 1)

    @property
    def other_town(self) -> Organization:
        return self.at(1, 1, 2)

    @property
    def community(self) -> Organization:
        return self.at(1, 1, 1, 1)

    @property
    def other_community(self) -> Organization:
        return self.at(1, 1, 1, 2)

    @property
    def branch(self) -> Organization:
        return self.at(1, 1, 1, 1, 1)

    @property
    def other_branch(self) -> Organization:
        return self.at(1, 1, 1, 1, 2)


def plant(numbers: tuple[int, ...], name: str, level: Level, party_type: str = "") -> Organization:
    """One organization, saved."""
    path = "".join(paths.segment(number) for number in numbers)
    planted = Organization(
        path=path, name=name, short_name=name, level=level, party_type=party_type, established_on=BEGINNING
    )
    planted.save(force_insert=True)
    return planted


def grown() -> list[Organization]:
    """The whole small tree, saved."""
    trees = [
        plant((1,), "云州市", Level.CITY, PartyType.COMMITTEE),
        plant((1, 1), "云溪区", Level.DISTRICT, PartyType.COMMITTEE),
        plant((1, 1, 9), "云溪区民政局", Level.DEPARTMENT),
    ]
    for t, town in enumerate(("云桥镇", "云岭镇"), 1):
        trees.append(plant((1, 1, t), town, Level.TOWN, PartyType.COMMITTEE))
        for c, community in enumerate(("东社区", "西社区"), 1):
            trees.append(plant((1, 1, t, c), town[:2] + community, Level.COMMUNITY, PartyType.GENERAL_BRANCH))
            for b, branch in enumerate(("第一支部", "第二支部"), 1):
                trees.append(plant((1, 1, t, c, b), town[:2] + community + branch, Level.BRANCH, PartyType.BRANCH))
    return sorted(trees, key=lambda one: one.path)


def play(part: str, tree: Tree) -> Actor:
    """The person of a part: a login without a password, one post, and the actor that they make."""
    name, place, role, duty = PARTS[part]
    organization = getattr(tree, place)
    user = User(username=part, name=name)
    user.set_unusable_password()
    user.save()
    post = Post(user=user, organization=organization, role=role, duty=duty, since=BEGINNING)
    post.save()
    return Actor(user, role, organization.path, post.title, post.pk)


@pytest.fixture
def tree(db) -> Tree:
    with writing(reason="test"):
        return Tree(grown())


@pytest.fixture
def actor_for(tree):
    """`actor_for("secretary")` gives the actor of a part, made when first asked for."""
    made: dict[str, Actor] = {}

    def actor(part: str) -> Actor:
        if part not in made:
            with writing(reason="test"):
                made[part] = play(part, tree)
        return made[part]

    return actor


def _fixture_of(part: str):
    @pytest.fixture(name=part)
    def actor(actor_for) -> Actor:
        return actor_for(part)

    return actor


for _part in PARTS:
    globals()[f"{_part}_fixture"] = _fixture_of(_part)


@pytest.fixture
def visitor() -> None:
    """Somebody who has not signed in."""


def client_of(actor: Actor | None) -> Client:
    """A browser in which the actor has signed in, acting through the actor's post; a visitor's for None."""
    client = Client()
    if actor is not None:
        client.force_login(actor.user)
        session = client.session
        session["post"] = actor.post_id
        if actor.grants.needs_second_factor:
            remember(session, actor.user)
        session.save()
    return client
