"""Secrets in a sheet: a masked cell that comes back says nothing, and what is wrong in a secret is told masked."""

from collections.abc import Callable, Sequence

from jingwei.foundation.secrets.masking import HIDDEN, MASKS

from .cells import Cell
from .columns import Flaw
from .registers import Register

STAR = "*"


def masks_of(register: Register) -> Callable[[Sequence[Cell]], tuple[Sequence[Cell], tuple[str, ...]]]:
    """A function that empties the masked cells of a row, and tells the keys of their columns."""
    places = [(at, column.key) for at, column in enumerate(register.table.columns) if column.key in register.secret]

    def unmask(cells: Sequence[Cell]) -> tuple[Sequence[Cell], tuple[str, ...]]:
        if not any(type(cell := cells[at]) is str and (STAR in cell or HIDDEN in cell) for at, _ in places):
            return cells, ()
        masked = [(at, key) for at, key in places if type(cells[at]) is str and is_mask(str(cells[at]))]
        if not masked:
            return cells, ()
        emptied = list(cells)
        for at, _ in masked:
            emptied[at] = None
        return emptied, tuple(key for _, key in masked)

    return unmask


def is_mask(text: str) -> bool:
    """Whether a text is what a mask leaves of a secret."""
    return STAR in text or text.strip() == HIDDEN


def told_of(flaw: Flaw, register: Register) -> tuple[str, str, str, str]:
    """(heading, value, reason, suggestion) as the preview shows a flaw."""
    heading = next((column.title for column in register.table.columns if column.key == flaw.column), "")
    kind = register.secret.get(flaw.column)
    return heading, MASKS[kind](flaw.cell) if kind else flaw.cell, flaw.reason, flaw.suggestion
