"""Figures that the platform counts by itself. A measure linked to one is never asked for by hand."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from jingwei.organizations.models import Organization

Count = Callable[[Organization], Decimal]


@dataclass(frozen=True)
class Figure:
    """A figure by key: its title for users, its unit, and how it is counted for an organization and all below."""

    key: str
    title: str
    unit: str
    count: Count


_figures: dict[str, Figure] = {}


def figure(key: str, title: str, unit: str) -> Callable[[Count], Count]:
    """Declare a figure: the decorated function counts it."""

    def declare(count: Count) -> Count:
        _figures[key] = Figure(key, title, unit, count)
        return count

    return declare


def figures() -> Mapping[str, Figure]:
    """All figures by key."""
    return _figures
