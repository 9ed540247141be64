"""What a person reads about the own transfers."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from jingwei.foundation.access.actor import Actor
from jingwei.members.selectors.own import own_member

from ..models import Transfer
from .pages import facts, listed
from .rows import transfers


def own_transfers(user: Any) -> "QuerySet[Transfer]":
    """The transfers of the person, the newest first."""
    return transfers().filter(member__user=user)


def own_facts(user: Any, actor: Actor, *, on: date) -> dict[str, Any]:
    """The context of transfers/mine.html: the open transfer with its steps, and those of before."""
    found = list(own_transfers(user))
    going = next((one for one in found if one.is_open), None)
    return {
        "member": own_member(user),
        "going": facts(going, actor, on=on) if going else None,
        "before": listed([one for one in found if not one.is_open], on=on),
        "on": on,
    }
