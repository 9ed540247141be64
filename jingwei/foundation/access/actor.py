"""A person acting through one post."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied

from jingwei.foundation.scope.paths import is_within
from jingwei.foundation.scope.reach import Reach

from .grants import Role, roles


@dataclass(frozen=True)
class Actor:
    """Who (`user`), through which post (`post_id`, `title` such as "云桥镇 党建办"), in which role, at which path.
    Rights of two posts never add up: one actor, one post."""

    user: Any
    role: str
    path: str
    title: str = ""
    post_id: int | None = None

    @property
    def grants(self) -> Role:
        return roles()[self.role]

    def may_anywhere(self, permission: str) -> bool:
        """Whether the role holds the permission at all."""
        return permission in self.grants.permissions

    def may(self, permission: str, path: str) -> bool:
        """Whether the role holds the permission and `path` lies in its part of the tree."""
        return self.may_anywhere(permission) and is_within(path, self.path)

    def must(self, permission: str, path: str) -> None:
        """Raises PermissionDenied unless the actor may."""
        if not self.may(permission, path):
            raise PermissionDenied(f"{self.role} may not {permission} at {path}")

    def reach(self) -> Reach:
        """What the actor sees: the subtree of the post, or only rows about the person."""
        subtrees = (self.path,) if self.grants.reach == "subtree" else ()
        return Reach(subtrees=subtrees, standing=(self.path,), user_id=self.user.pk)
