"""A file of a stranger → rows of plain cells.

    with read_table(path, table) as sheet:
        sheet.notices, sheet.matched, sheet.mark
        for row in sheet.rows:
            row.number, row.original, row.cells

Everything is checked before anything is parsed, and happens in a process of its own with bounded memory and time.
"""

from .opened import OpenedSheet, RawRow, read_table

__all__ = ["OpenedSheet", "RawRow", "read_table"]
