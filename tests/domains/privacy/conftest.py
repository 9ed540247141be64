"""A member with every secret, and forms sent from pages."""

from uuid import uuid4

import pytest
from django.urls import reverse

from jingwei.domains.privacy.actions import Person, ask
from jingwei.foundation.scope.reach import reaching
from tests.cast import client_of
from tests.foundation.secrets.conftest import new_member


@pytest.fixture
def known(tree, member):
    """The member of the cast with every secret, and a login."""
    return new_member(tree.branch, user=member.user)


@pytest.fixture
def asked(known, member):
    """`asked("delete", "hardship")` is a request of the member."""

    def made(kind, what="", text="请办理"):
        with reaching(member.reach()):
            return ask(member, Person(member.user, known, member.path), kind=kind, what=what, text=text)

    return made


@pytest.fixture
def sent():
    """`sent(actor, "privacy:mine", kind="copy")` sends a form and gives the answer."""

    def send(actor, route, *arguments, **data):
        return client_of(actor).post(reverse(route, args=arguments), {"request_key": str(uuid4()), **data})

    return send
