"""A composite with its parts open to view."""

from dataclasses import dataclass

from jingwei.kernels.figures.declaring import Index, ratios

from ..rules.sums import good
from .children import Cell, Read


@dataclass(frozen=True)
class IndexPart:
    """A ratio of the index with its weight; `points`: what it brings, None where it has nothing below the line."""

    cell: Cell
    weight: int
    points: float | None


@dataclass(frozen=True)
class Indexed:
    """The index, and all that it is made of."""

    cell: Cell
    parts: tuple[IndexPart, ...]
    weighed: int

    @property
    def incomplete(self) -> bool:
        """Whether a part has nothing below the line, so that the others carry its weight."""
        return self.weighed < sum(part.weight for part in self.parts)


def indexed(index: Index, found: Read) -> Indexed:
    """The index of the organization of a reading, with the points that each part brings."""
    cells = [(found.cell(ratios()[key], found.here.pk), weight) for key, weight in index.parts]
    weighed = sum(weight for cell, weight in cells if cell.value.number is not None)
    parts = tuple(IndexPart(cell, weight, _points(cell, weight, weighed)) for cell, weight in cells)
    return Indexed(found.cell(index, found.here.pk), parts, weighed)


def _points(cell: Cell, weight: int, weighed: int) -> float | None:
    ratio = cell.value.one
    counts = good(cell.value.number, getattr(ratio, "better", ""))
    return None if counts is None else round(counts * weight / weighed, 1)
