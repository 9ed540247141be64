"""Logins of new members: nobody signs in with one until the security administrator has given a temporary password."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.contrib.auth.hashers import make_password

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.accounts.models import User
from jingwei.foundation.clock import now
from jingwei.foundation.scope.bulk import copy_rows, new_keys
from jingwei.organizations.choices import Duty
from jingwei.organizations.models import Post

from ...rules.naming import plain, syllables_of

ROLE = "member"
PERMISSION = "post.appoint"


def make_accounts(
    actor: Actor, people: Sequence[tuple[int, str, int]], homes: Mapping[int, str], *, on: date
) -> dict[int, int]:
    """(number, name, branch) of members → number of the member → number of the login. Each gets the post of a member in
    the branch. Raises PermissionDenied where the actor may not give one."""
    for path in homes.values():
        actor.must(PERMISSION, path)
    names = usernames([(pk, name) for pk, name, _ in people])
    keys = dict(zip((pk for pk, _, _ in people), new_keys(User, len(people)), strict=True))
    moment: Any = now()
    columns = ("id", "username", "name", "password", "is_active", "date_joined", "email")
    rows = ((keys[pk], names[pk], name, make_password(None), True, moment, "") for pk, name, _ in people)
    copy_rows(User, columns, rows)
    posts = ((keys[pk], branch, str(Duty.MEMBER), ROLE, on) for pk, _, branch in people)
    copy_rows(Post, ("user_id", "organization_id", "duty", "role", "since"), posts)
    return keys


def usernames(people: Sequence[tuple[int, str]]) -> dict[int, str]:
    """(number, name) of members → a username that nobody has: the name in pinyin and the number of the member."""
    made = {pk: f"{''.join(syllables_of(plain(name)))}{pk}"[-150:] for pk, name in people}
    taken = set(User.objects.filter(username__in=list(made.values())).values_list("username", flat=True))
    return {pk: f"{name}dy" if name in taken else name for pk, name in made.items()}
