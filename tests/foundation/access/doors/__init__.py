"""How the doors of each room come by a row, one module a room: {route: (maker, part of who opens it)}."""

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

Made = tuple[Callable[..., Any], str]


Standing = Callable[[Any], list[Any]]


def standing_of_rooms() -> dict[str, Standing]:
    """The doors that stand at a place and give out all rows there: {route: its arguments in the small tree}."""
    found: dict[str, Standing] = {}
    for module in iter_modules(__path__):
        found |= getattr(import_module(f"{__name__}.{module.name}"), "STANDING", {})
    return found


def doors_of_rooms() -> dict[str, Made]:
    """The doors of all rooms."""
    found: dict[str, Made] = {}
    for module in iter_modules(__path__):
        found |= import_module(f"{__name__}.{module.name}").DOORS
    return found
