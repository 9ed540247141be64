"""How the doors of each room come by a row, one module a room: {route: (maker, part of who opens it)}."""

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

Made = tuple[Callable[..., Any], str]


def doors_of_rooms() -> dict[str, Made]:
    """The doors of all rooms."""
    found: dict[str, Made] = {}
    for module in iter_modules(__path__):
        found |= import_module(f"{__name__}.{module.name}").DOORS
    return found
