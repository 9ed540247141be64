"""All actions that were declared, by name: what the record's pages call them, and what tests walk through."""

from collections.abc import Callable, Mapping
from typing import Any

_registry: dict[str, Callable[..., Any]] = {}


def declare(name: str, perform: Callable[..., Any]) -> None:
    """Add an action under its name ("plans.approve")."""
    _registry[name] = perform


def registry() -> Mapping[str, Any]:
    """All actions by name ("plans.approve")."""
    return _registry


def title_of(name: str) -> str:
    """What an action is called for the user; the name itself for one that is gone or has no title."""
    return getattr(_registry.get(name), "title", "") or name
