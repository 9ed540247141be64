"""How the tests of the domains send a form, and read the page that comes back."""

import re
from typing import Any
from uuid import uuid4

from tests.cast import client_of


def sent(actor: Any, address: str, **data: Any) -> Any:
    """What the actor's browser shows after sending a form there."""
    return client_of(actor).post(address, {"request_key": str(uuid4()), **data}, follow=True)


def text_of(response: Any) -> str:
    """The words of a page."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", response.content.decode()))


def shown(actor: Any, address: str, **query: Any) -> str:
    """The words of the page that the actor's browser shows at an address."""
    response = client_of(actor).get(address, query)
    assert response.status_code == 200, address
    return text_of(response)
