"""Marks on a view, each with its reason, that let it off a rule which holds for all others."""

from collections.abc import Callable
from typing import Any

View = Callable[..., Any]


def key_not_needed(reason: str) -> Callable[[View], View]:
    """Sending its form twice does no harm: no key is asked for, and no answer is kept."""
    return _mark("key_not_needed", reason)


def of_own_account(reason: str) -> Callable[[View], View]:
    """It stays open while a second factor or an own password is missing."""
    return _mark("of_own_account", reason)


def _mark(name: str, reason: str) -> Callable[[View], View]:
    def marked(view: View) -> View:
        setattr(view, name, reason)
        return view

    return marked
