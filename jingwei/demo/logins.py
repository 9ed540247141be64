"""The people of the demo who can sign in, read from `logins.yaml`, and their seats in the branches."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from jingwei.demo import written
from jingwei.demo.people import YEAR, Person

FILE = Path(__file__).parent / "logins.yaml"


@dataclass(frozen=True)
class Seat:
    """A post of a login: role of roles.yaml, duty (支部条例第二十条), key of the place."""

    role: str
    duty: str
    place: str


@dataclass(frozen=True)
class Login:
    """Who signs in. `age` in full years; `member_of` is the key of a branch, empty for who is no member here."""

    username: str
    title: str
    name: str
    gender: str
    age: int
    member_of: str
    seats: tuple[Seat, ...]


@cache
def _content() -> Mapping[str, Any]:
    content: Mapping[str, Any] = written.read(FILE)
    return content


def password() -> str:
    """The one password of all demo logins."""
    return str(_content()["password"])


@cache
def logins() -> tuple[Login, ...]:
    """All demo logins, in the order in which they are printed."""
    return tuple(
        Login(
            username,
            entry["title"],
            entry["name"],
            entry["gender"],
            entry["age"],
            entry.get("member_of", ""),
            tuple(Seat(**post) for post in entry["posts"]),
        )
        for username, entry in _content()["people"].items()
    )


def listing() -> list[dict[str, str]]:
    """What the login page of a demo shows: username, name, title and password of each login."""
    return [
        {"username": login.username, "name": login.name, "title": login.title, "password": password()}
        for login in logins()
    ]


def seated(people: list[Person], *, on: date) -> tuple[list[Person], dict[str, int]]:
    """The people with the logins among them, and username → place in that list.

    A login takes the seat of somebody of the same gender and nearly the same age in the branch, so that the shares
    of the whole stay as they are.
    """
    result, seats = list(people), dict[str, int]()
    for login in logins():
        free = [n for n, person in enumerate(result) if person.branch == login.member_of and n not in seats.values()]
        if free:
            seats[login.username] = number = min(free, key=lambda n: _unlike(result[n], login, on))
            result[number] = _as_login(result[number], login, on)
    return result, seats


def _unlike(person: Person, login: Login, on: date) -> tuple[bool, bool, int]:
    return person.gender != login.gender, person.probationary, abs(person.age(on) - login.age)


def _as_login(person: Person, login: Login, on: date) -> Person:
    """The person with the login's name and age; whoever joined too young then joined later."""
    born_on = on - timedelta(days=round((login.age + 0.4) * YEAR))
    joined_on = max(person.joined_on, born_on + timedelta(days=round(20 * YEAR)))
    full_on = person.full_on and max(person.full_on, joined_on + timedelta(days=366))
    return replace(
        person, name=login.name, gender=login.gender, born_on=born_on, ethnic="01", joined_on=joined_on, full_on=full_on
    )
