"""Puts people into the locality: members, logins, and a person in every post that the story needs."""

from base64 import b32encode
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.contrib.auth.hashers import make_password

from jingwei.demo.logins import logins, password, seated
from jingwei.demo.people import Person, people
from jingwei.demo.places import Place
from jingwei.demo.registering import registered
from jingwei.foundation.access.grants import roles
from jingwei.foundation.accounts.authenticators import provision_totp
from jingwei.foundation.accounts.models import User
from jingwei.members.actions.names import keep_words
from jingwei.members.models import Member
from jingwei.organizations.choices import Duty
from jingwei.organizations.models import Organization, Post

SECOND_FACTOR = b32encode(b"jingwei demo factor!").decode()  # one for all; the demo shows the codes on its pages
COMMITTEE_FROM = 7  # full members, 支部工作条例第二十条
# Who holds the first post of a place that no login holds: level → role and duty.
HEADS = {
    "district": ("office_district", Duty.STAFF),
    "street": ("office_town", Duty.STAFF),
    "town": ("office_town", Duty.STAFF),
    "department": ("handler", Duty.STAFF),
    "community": ("secretary", Duty.SECRETARY),
    "village": ("secretary", Duty.SECRETARY),
    "branch": ("secretary", Duty.SECRETARY),
    "unit": ("secretary", Duty.SECRETARY),
}


@dataclass
class _Roster:
    """What is being put together before it is written: users, posts, and who is still without one."""

    organizations: Mapping[str, Organization]
    people: Sequence[Person]
    on: date
    users: dict[int | str, User] = field(default_factory=dict)  # place in `people`, or username of a non-member
    posts: list[Post] = field(default_factory=list)

    def seat(self, who: int | str, place: str, role: str, duty: str) -> None:
        """Give `who` a post, taken up with the term that runs."""
        since = self.on - timedelta(days=480 + 7 * (len(self.posts) % 90))
        post = Post(user=self.users[who], organization=self.organizations[place], role=role, duty=duty, since=since)
        self.posts.append(post)

    def user_for(self, number: int) -> None:
        """A person without a login of the demo: the account exists, nobody can sign in to it."""
        person = self.people[number]
        self.users[number] = User(username=f"u{number:04}", name=person.name, password=make_password(None))


def employ(places: Sequence[Place], organizations: Mapping[str, Organization], *, on: date) -> None:
    """Create members, accounts and posts."""
    crowd, seats = seated(people(places, on=on), on=on)
    roster = _Roster(organizations, crowd, on)
    _logins(roster, seats)
    _heads(roster, places)
    written = User.objects.bulk_create(roster.users.values())
    users = dict(zip(roster.users, written, strict=True))
    Post.objects.bulk_create(roster.posts)
    members = Member.objects.bulk_create(registered(crowd, places, organizations, users, on=on), batch_size=500)
    keep_words(members)
    _second_factors()


def _logins(roster: _Roster, seats: Mapping[str, int]) -> None:
    hashed = make_password(password())
    for login in logins():
        who = seats.get(login.username, login.username)
        roster.users[who] = User(username=login.username, name=login.name, password=hashed)
        for seat in login.seats:
            roster.seat(who, seat.place, seat.role, seat.duty)


def _heads(roster: _Roster, places: Sequence[Place]) -> None:
    """A first post in every place that has none, and a committee in every branch that must have one."""
    taken = {(post.organization.path, post.role, post.duty) for post in roster.posts}
    free = _candidates(roster, places)
    for place in places:
        pool = free.get(place.key, [])
        wanted = [HEADS[place.level]] if place.level in HEADS else []
        if len(pool) > COMMITTEE_FROM and place.size:
            wanted += [("committee_member", Duty.ORGANIZATION), ("committee_member", Duty.PUBLICITY)]
        for role, duty in wanted:
            if pool and (roster.organizations[place.key].path, role, duty) not in taken:
                number = pool.pop()
                roster.user_for(number)
                roster.seat(number, place.key, role, duty)


def _candidates(roster: _Roster, places: Sequence[Place]) -> dict[str, list[int]]:
    """Key of a place → full members who may hold a post in it, the likeliest last. Places without members of their
    own draw on the first branch below them, and share its pool."""
    pools: defaultdict[str, list[int]] = defaultdict(list)
    for number, person in enumerate(roster.people):
        if not person.probationary and number not in roster.users:
            pools[person.branch].append(number)
    for pool in pools.values():
        pool.sort(key=lambda number: -abs(roster.people[number].age(roster.on) - 50))
    for place in reversed(places):
        if place.parent is not None and place.key in pools and _lends(place):
            pools[place.parent] = pools[place.key]
    for place in places:
        if place.parent is not None and "/office" in place.key and place.parent in pools:
            pools[place.key] = pools[place.parent]
    return pools


def _lends(place: Place) -> bool:
    """The branch of a department's or an area's own staff, and the first branch of a community or a unit."""
    return place.key.endswith(("/1", "/staff", "/zuzhi"))


def _second_factors() -> None:
    """The second factor of every login whose role asks for one, ready to use."""
    strict = {login.username for login in logins() for seat in login.seats if roles()[seat.role].needs_second_factor}
    for user in User.objects.filter(username__in=strict):
        provision_totp(user, SECOND_FACTOR)
