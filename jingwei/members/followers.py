"""What hangs on a member in the rooms above, and goes along when the member comes to another organization. The rooms
above register; this room calls."""

from collections.abc import Callable

from .models import Member

Follow = Callable[[Member, str], None]

_followers: list[Follow] = []


def follows_member(follow: Follow) -> Follow:
    """Register: `follow(member, old_path)` moves what hangs on a member who has just come from `old_path`. It runs
    inside the act that moves the member."""
    _followers.append(follow)
    return follow


def bring_along(member: Member, old_path: str) -> None:
    """Let everything that hangs on the member follow."""
    for follow in _followers:
        follow(member, old_path)
