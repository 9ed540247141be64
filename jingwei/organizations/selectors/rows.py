"""The rows that others build on."""

from datetime import date
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet

from jingwei.foundation.scope.paths import lineage
from jingwei.foundation.scope.vocabulary import Subtree

from ..models import Organization, Post, Responsibility, Unit


def posts_held(user: Any, *, on: date) -> list[Post]:
    """The posts a person holds on a day, by place in the tree. `post.user` is the person, who is not read again."""
    held = [post for post in user.posts.select_related("organization").order_by() if post.is_held(on=on)]
    return sorted(held, key=lambda post: (post.organization.path, post.pk))


def post_held(pk: int, *, on: date) -> Post | None:
    """A post by its number, if it is held on a day."""
    held = Post.objects.filter(Q(until=None) | Q(until__gt=on), pk=pk, since__lte=on)
    return held.select_related("organization", "user").first()


def organizations() -> "QuerySet[Organization]":
    """All organizations in reach that have not been revoked, in the order of the tree."""
    return ever().filter(revoked_on=None)


def ever() -> "QuerySet[Organization]":
    """All organizations in reach, also those that have been revoked."""
    return Organization.objects.order_by("path")


def above(path: str) -> list[Organization]:
    """The organizations above a path, from the root down."""
    return list(Organization.objects.filter(path__in=lineage(path)[:-1]).order_by("path"))


def open_posts(*, on: date) -> "QuerySet[Post]":
    """The posts within the reach that have not ended on a day, those that are still to begin among them."""
    found: QuerySet[Post] = Post.objects.filter(Q(Subtree("organization__path")), Q(until=None) | Q(until__gt=on))
    return found.select_related("organization", "user")


def responsibilities() -> "QuerySet[Responsibility]":
    return Responsibility.objects.select_related("organization", "owner__user", "owner__organization")


def units() -> "QuerySet[Unit]":
    return Unit.objects.select_related("organization", "party_organization")


def account_called(username: str, name: str) -> Any:
    """The account of that username, if it is in use and its holder has that name; else None."""
    found = get_user_model()._default_manager.filter(username=username, is_active=True).first()
    return found if found is not None and str(found) == name else None
