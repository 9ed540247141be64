"""Reads for the security administrator: the accounts within the reach, through their posts."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from jingwei.foundation.clock import today
from jingwei.foundation.scope.vocabulary import Subtree

from .models import User

PAGE = 50


def accounts() -> "QuerySet[User]":
    """The accounts with a post within the reach and no present post outside it, by username. Each carries `held`
    (its present posts) and `with_second_factor`."""
    theirs, within = _posts().filter(user=OuterRef("pk")), Q(Subtree("organization__path"))
    held = _posts().filter(_present()).select_related("organization")
    totp = Authenticator.objects.filter(user=OuterRef("pk"), type=Authenticator.Type.TOTP)
    return (
        User.objects.filter(Exists(theirs.filter(within)), ~Exists(theirs.filter(_present()).exclude(within)))
        .annotate(with_second_factor=Exists(totp))
        .prefetch_related(Prefetch("posts", held, to_attr="held"))
        .order_by("username")
    )


def page_of_accounts(*, search: str = "", after: str = "") -> tuple[list[User], str]:
    """One page of the accounts whose name or username holds `search`, after the username `after`; and the username
    after which the next page begins ("" when there is none)."""
    found = accounts().filter(Q(name__icontains=search) | Q(username__icontains=search), username__gt=after)
    rows = list(found[: PAGE + 1])
    return rows[:PAGE], rows[PAGE - 1].username if len(rows) > PAGE else ""


def _present() -> Q:
    return Q(until=None) | Q(until__gt=today())


def _posts() -> Any:
    """The posts, through the account that they name: what a post is, is said further up."""
    return User._meta.get_field("posts").related_model._base_manager.all()
