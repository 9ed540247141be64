"""What organizations have of their own is counted from the rows, where they are."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from ..counting import grouped
from ..declaring import WHOLE, Cut, Figure
from .tables import rows, run
from .wide import add_cells, widened

PLACES = "SELECT organization_id FROM figures_place"
INTO_GROUPED = "INSERT INTO figures_grouped (organization_id, value, month, amount) {counted}"
NEW_VALUES = "SELECT DISTINCT value, month FROM figures_grouped"
INTO_FRESH = """
INSERT INTO figures_fresh (organization_id, cell_id, amount)
SELECT g.organization_id, c.id, g.amount FROM figures_grouped g
JOIN figures_cell c ON c.figure = %s AND c.cut = %s AND c.value = g.value AND c.month = g.month
WHERE g.amount <> 0 AND g.organization_id IS NOT NULL
"""
NARROW = "SELECT place, {cell}, {column} FROM figures_wide WHERE {column} <> 0 AND place IS NOT NULL"


def count(figures: Iterable[Figure], *, on: date, everywhere: bool) -> None:
    """Fill figures_fresh with what the organizations of figures_place (or all, where everywhere) have of their own."""
    for figure in figures:
        found = figure.rows(on)
        if not everywhere:
            found = found.filter(**{f"{figure.organization}__in": RawSQL(PLACES, [])})
        if figure.month:
            count_by_month(figure, found, on=on)
        else:
            _count_at_once(figure, found, on)


def count_by_month(figure: Figure, found: "QuerySet[Any]", *, on: date) -> None:
    """What happened: the whole and every cut, each in its own pass."""
    for cut in (None, *figure.cuts):
        count_by(figure, cut, found, on=on)


def count_by(figure: Figure, cut: Cut | None, found: "QuerySet[Any]", *, on: date) -> None:
    """One cut, whatever values it has."""
    sql, params = grouped(figure, cut, found, on=on).query.sql_with_params()
    key = cut.key if cut else WHOLE
    if run(INTO_GROUPED.format(counted=sql), params) > 0:
        add_cells(figure.key, key, rows(NEW_VALUES))
        run(INTO_FRESH, [figure.key, key])
        run("DELETE FROM figures_grouped")


def _count_at_once(figure: Figure, found: "QuerySet[Any]", on: date) -> None:
    wide = widened(figure, found, on=on)
    told = [NARROW.format(cell=cell, column=f"c{number}") for number, cell in enumerate(wide.cells) if cell]
    run("INSERT INTO figures_fresh (organization_id, cell_id, amount) " + " UNION ALL ".join(told))
    for cut in wide.others:
        count_by(figure, cut, found, on=on)
