"""All cuts of a figure in one pass over its rows: a temporary table with a row for each organization and a column for
each cell, of what they have of their own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from ..counting import value_of
from ..declaring import WHOLE, Cut, Figure
from ..models import Cell
from .tables import rows, run

# The fence keeps the planner from reckoning a value once for each column that compares it.
WIDE = (
    "CREATE TEMPORARY TABLE figures_wide AS WITH q ({names}) AS ({rows} {fence}) SELECT {columns} FROM q GROUP BY place"
)
FENCE = {"postgresql": "OFFSET 0", "sqlite": "LIMIT -1 OFFSET 0"}
SAMPLE = 20_000  # rows in which the values of a cut are looked for first


@dataclass(frozen=True)
class Wide:
    """The table figures_wide: its columns c0, c1 … are these cells. `others`: cuts that have values which are not among
    them, and so have to be counted otherwise."""

    cells: tuple[int, ...]
    others: tuple[Cut, ...]


@dataclass(frozen=True)
class _Known:
    """A cell with the column of its cut ("" for the whole) and its value there."""

    pk: int
    at: str
    value: str


def widened(figure: Figure, found: "QuerySet[Any]", *, on: date) -> Wide:
    """Make figures_wide of these rows of a figure without months."""
    names, inner = _valued(figure, found, on)
    sql, params = inner.query.sql_with_params()
    known = _known(figure, inner)
    columns, literals = _columns(figure, known)
    run("DROP TABLE IF EXISTS figures_wide")
    made = WIDE.format(names=names, rows=sql, fence=FENCE[connection.vendor], columns=", ".join(columns))
    run(made, [*params, *literals])
    others = _others(figure, known)
    left = {f"v{number}" for number, _ in others}
    # A column of a cut that is counted otherwise is nobody's cell.
    return Wide(tuple(one.pk if one.at not in left else 0 for one in known), tuple(cut for _, cut in others))


def _columns(figure: Figure, known: list[_Known]) -> tuple[list[str], list[str]]:
    """The columns as SQL, with their parameters: the place, and each cell."""
    amount = "sum(amount)" if figure.amount else "count(*)"
    columns, literals = ["place"], []
    for number, one in enumerate(known):
        counted = f"{amount} FILTER (WHERE {one.at} = %s)" if one.at else amount
        columns.append(f"CAST(coalesce({counted}, 0) AS bigint) AS c{number}")
        literals += [one.value] if one.at else []
    return columns, literals


def _others(figure: Figure, known: list[_Known]) -> list[tuple[int, Cut]]:
    """The cuts whose cells make less than the whole."""
    if not figure.cuts:
        return []
    whole = next(f"c{number}" for number, one in enumerate(known) if not one.at)
    parts = [
        " + ".join(["0", *(f"c{number}" for number, one in enumerate(known) if one.at == f"v{cut}")])
        for cut in range(len(figure.cuts))
    ]
    sums = ", ".join(f"coalesce(sum(abs({whole} - ({part}))), 0)" for part in parts)
    found = rows(f"SELECT {sums} FROM figures_wide")[0]
    return [(number, cut) for number, cut in enumerate(figure.cuts) if found[number]]


def _valued(figure: Figure, found: "QuerySet[Any]", on: date) -> tuple[str, "QuerySet[Any]"]:
    """The rows as (place, value of each cut, amount), and how these columns are called."""
    values = {f"cell_v{number}": value_of(cut, on=on) for number, cut in enumerate(figure.cuts)}
    last = [figure.amount] if figure.amount else []
    names = ["place", *(f"v{number}" for number in range(len(values))), *(["amount"] if last else [])]
    return ", ".join(names), found.order_by().annotate(**values).values_list(figure.organization, *values, *last)


def _known(figure: Figure, inner: "QuerySet[Any]") -> list[_Known]:
    """The cells known; those in some rows are made known where nothing is yet."""
    if not (known := _cells(figure)):
        seen = list(inner[:SAMPLE])
        add_cells(figure.key, WHOLE, [("", "")])
        for number, cut in enumerate(figure.cuts):
            add_cells(figure.key, cut.key, sorted({(row[1 + number], "") for row in seen}))
        known = _cells(figure)
    return known


def _cells(figure: Figure) -> list[_Known]:
    columns = {WHOLE: "", **{cut.key: f"v{number}" for number, cut in enumerate(figure.cuts)}}
    found = Cell.objects.filter(figure=figure.key, month="").order_by("pk").values_list("pk", "cut", "value")
    return [_Known(pk, columns[cut], value) for pk, cut, value in found if cut in columns]


def add_cells(figure: str, cut: str, values: Iterable[tuple[str, str]]) -> None:
    """(value, month) of those that are new get a number; none is spent on those that are not."""
    known = set(Cell.objects.filter(figure=figure, cut=cut).values_list("value", "month"))
    new = [found for found in values if found not in known]
    Cell.objects.bulk_create(Cell(figure=figure, cut=cut, value=value, month=month) for value, month in new)
