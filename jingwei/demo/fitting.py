"""Putting shares together: proportional fitting of a table to its margins, and drawing from it without luck."""

from collections.abc import Mapping, Sequence
from itertools import product

ROUNDS = 60

Cell = tuple[str, ...]
Margin = Mapping[str, float]
Table = dict[Cell, float]


def fitted(seed: Table, margins: Sequence[Margin]) -> Table:
    """The table nearest to `seed` whose sums along each dimension are the given margins (iterative fitting).

    A margin may have any total; each is scaled to 1. Cells that are 0 in the seed stay 0.
    """
    table = dict(seed)
    for _ in range(ROUNDS):
        for dimension, margin in enumerate(margins):
            _fit_one(table, dimension, margin)
    return table


def _fit_one(table: Table, dimension: int, margin: Margin) -> None:
    sums: dict[str, float] = dict.fromkeys(margin, 0.0)
    for cell, weight in table.items():
        sums[cell[dimension]] += weight
    whole = sum(margin.values())
    for cell in table:
        value = cell[dimension]
        if sums[value]:
            table[cell] *= margin[value] / whole / sums[value]


def cells(margins: Sequence[Margin]) -> list[Cell]:
    """Every combination of the values of the margins."""
    return list(product(*margins))


def drawn(table: Table, count: int) -> list[Cell]:
    """`count` cells, each about as often as its weight asks: a comb laid over the table, so that shares are kept."""
    whole = sum(table.values())
    found: list[Cell] = []
    reached = 0.0
    for cell, weight in table.items():
        reached += weight / whole * count
        found += [cell] * (int(reached + 0.5) - len(found))
    return found
