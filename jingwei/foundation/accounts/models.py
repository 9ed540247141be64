"""The login of a person. What the person may do comes from posts, never from the login."""

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q

from jingwei.foundation.clock import today
from jingwei.foundation.scope.paths import is_within, lineage
from jingwei.foundation.scope.vocabulary import Subtree


class User(AbstractUser):
    """A person's login, called by the person's name."""

    unscoped = "a login is found before the reach is known; pages show it only through posts"
    unrecorded_because = "the login library writes it; changes of rights are acts on posts"

    first_name: Any = None  # one name, as it is written in Chinese
    last_name: Any = None
    name = models.CharField("姓名", max_length=40)
    temporary_password = models.BooleanField("临时密码", default=False)

    REQUIRED_FIELDS = ["name"]

    class Meta(AbstractUser.Meta):
        verbose_name = "账号"

    def __str__(self) -> str:
        return self.name or self.username

    def get_full_name(self) -> str:
        return str(self)

    def get_short_name(self) -> str:
        return str(self)

    def place(self) -> str:
        """Where the right to secure this account is asked for: the path that all its present posts share, so that
        nobody takes over an account with rights elsewhere. Without a present post, its last one within the reach;
        "" when there is none."""
        if present := list(self.present_posts().values_list("organization__path", flat=True)):
            return shared(present)
        last = self.posts.filter(Subtree("organization__path")).order_by("-since", "-pk").first()
        return str(last.place()) if last else ""

    def present_posts(self) -> Any:
        """The posts that have not ended. What a post is, is said further up."""
        return self.posts.filter(Q(until=None) | Q(until__gt=today()))


def shared(paths: list[str]) -> str:
    """The longest path at or above all of these (at least one); "" when they share none."""
    steps = reversed(lineage(paths[0]))
    return next((step for step in steps if all(is_within(path, step) for path in paths)), "")
