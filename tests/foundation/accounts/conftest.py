"""A person who can sign in, and a browser that types."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import Client

from jingwei.foundation.accounts.authenticators import current_code, provision_totp

PASSWORD = "long-enough-for-us"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture(autouse=True)
def fresh_counts() -> Iterator[None]:
    """Each test begins with no wrong guesses."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def login(actor_for):
    """`login("secretary")` gives the actor of a part a password (and a second factor with `totp=True`)."""

    def made(part: str, *, totp: bool = False):
        actor = actor_for(part)
        actor.user.set_password(PASSWORD)
        actor.user.save()
        if totp:
            provision_totp(actor.user, SECRET)
        return actor

    return made


def try_password(client: Client, username: str, password: str = PASSWORD, **extra):
    """The login form, sent."""
    return client.post("/account/login/", {"login": username, "password": password}, **extra)


def sign_in(actor, client: Client | None = None, **extra) -> Client:
    """A browser in which the actor has signed in by typing, the second step too."""
    client = client or Client()
    answer = try_password(client, actor.user.username, **extra)
    if answer.headers.get("Location") == "/account/login/code/":
        answer = client.post("/account/login/code/", {"code": current_code(actor.user)}, **extra)
    assert answer.headers.get("Location") == "/", answer.content.decode()
    return client


def words(answer) -> str:
    return answer.content.decode()
