"""Marks on a view, each with its reason, that let it off a rule which holds for all others."""

from collections.abc import Callable
from typing import Any

View = Callable[..., Any]


def key_not_needed(reason: str) -> Callable[[View], View]:
    """Sending its form twice does no harm: no key is asked for, and no answer is kept."""
    return mark("key_not_needed", reason)


def of_own_account(reason: str) -> Callable[[View], View]:
    """It stays open while a second factor or an own password is missing."""
    return mark("of_own_account", reason)


def mark(name: str, value: object) -> Callable[[View], View]:
    """Give a view an attribute, which the middleware reads."""

    def marked(view: View) -> View:
        setattr(view, name, value)
        return view

    return marked
