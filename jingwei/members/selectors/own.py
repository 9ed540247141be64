"""What a person reads about oneself."""

from datetime import date
from typing import Any

from jingwei.foundation.secrets.selectors import looks_about
from jingwei.organizations.selectors import posts_held

from ..models import Award, Member
from .person import SEALED, groups, past, title_of
from .rows import ever


def own_member(user: Any) -> Member | None:
    """The person's own record; None for who is no member, or whose login is not tied to it."""
    return ever().filter(user=user).first()


def own_facts(user: Any, *, on: date) -> dict[str, Any]:
    """The context of members/mine.html."""
    member = own_member(user)
    return {
        "member": member,
        "groups": groups(member) if member else [],
        "sealed": [(name, title_of(name), getattr(member, name)) for name in SEALED] if member else [],
        "past": past(member) if member else [],
        "posts": posts_held(user, on=on),
        "awards": list(Award.objects.filter(member=member)) if member else [],
        "looks": looks_about(user),
        "on": on,
    }
