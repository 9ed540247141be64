"""Side doors: routes by which rows leave other than as a page (export, print, attachment, history, search).
Each registers itself with the selector whose rows it must equal; a test opens every one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class SideDoor:
    """`rows` gives the rows in reach that the door may show. A door without an argument shows all of them, each
    recognised by the text that `shows` gives; one that takes a primary key opens for these rows only."""

    route: str
    rows: Callable[[], Any]
    shows: Callable[[Any], str]


_doors: dict[str, SideDoor] = {}


def side_door(route: str, *, of: Callable[[], Any], shows: Callable[[Any], str] = str) -> None:
    """Declare that the route named `route` gives out exactly the rows of the selector `of`."""
    _doors[route] = SideDoor(route, of, shows)


def side_doors() -> Mapping[str, SideDoor]:
    """Route name → door."""
    return _doors
