"""Permissions form trees: whoever may do the outer may do the inner. Roles hold permissions."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Role:
    """A role that a post gives: its title for users, its reach ("subtree" or "own"), all that it may do."""

    key: str
    title: str
    reach: str
    permissions: frozenset[str]

    @property
    def needs_second_factor(self) -> bool:
        return bool(self.permissions & second_factor())


def _read(name: str) -> Any:
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))


@cache
def permissions() -> Mapping[str, frozenset[str]]:
    """Each permission ("area.verb") with all that it includes, itself among them."""
    included: dict[str, set[str]] = {}

    def walk(area: str, tree: Mapping[str, Any] | None, above: tuple[str, ...]) -> None:
        for name, below in (tree or {}).items():
            key = f"{area}.{name}"
            for holder in (*above, key):
                included.setdefault(holder, set()).add(key)
            walk(area, below, (*above, key))

    for area, tree in _read("permissions.yaml").items():
        walk(area, tree, ())
    return {key: frozenset(value) for key, value in included.items()}


@cache
def second_factor() -> frozenset[str]:
    """The permissions whose holder must sign in with a second factor."""
    keys = frozenset(_read("second_factor.yaml"))
    if unknown := keys - permissions().keys():
        raise KeyError(f"second_factor.yaml names unknown permissions: {sorted(unknown)}")
    return keys


@cache
def roles() -> Mapping[str, Role]:
    """All roles by key. KeyError for a permission that does not exist."""
    return {
        key: Role(key, entry["title"], entry["reach"], frozenset().union(*(permissions()[g] for g in entry["grants"])))
        for key, entry in _read("roles.yaml").items()
    }


def must_exist(permission: str) -> str:
    """The permission itself; KeyError when there is none, so that a misspelt one stops the start."""
    if permission not in permissions():
        raise KeyError(f"no such permission: {permission}")
    return permission
