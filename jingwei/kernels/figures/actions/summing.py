"""What organizations have of their own, summed up level by level into their roll-ups, all organizations at once."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from django.db import connection

from ..declaring import Figure
from .counting import count_by, count_by_month
from .tables import known_sizes, passed_on, run
from .wide import widened

# PostgreSQL adds bigint as numeric, five times as slowly; a double is exact up to 2^53.
SUM = "CAST(sum(CAST({amount} AS double precision)) AS bigint)"
ABOVE = "CREATE TEMPORARY TABLE figures_above (place bigint PRIMARY KEY, {columns})"
LIFT = """
INSERT INTO figures_above (place, {columns})
SELECT n.parent, {sums} FROM figures_node n
LEFT JOIN figures_wide w ON w.place = n.id LEFT JOIN figures_above a ON a.place = n.id
WHERE n.depth = {depth} AND (w.place IS NOT NULL OR a.place IS NOT NULL) GROUP BY n.parent
"""
INTO = "INSERT INTO {target} (organization_id, cell_id, amount, own) {rows}"
# A row for each cell of an organization, one after the other: they are read together.
UNFOLDED = """
INSERT INTO {target} (organization_id, cell_id, amount, own)
SELECT n.id, v.cell, v.amount, v.own FROM {joined} CROSS JOIN LATERAL (VALUES {cells}) AS v (cell, amount, own)
WHERE v.amount <> 0 OR v.own <> 0
"""
# SQLite has no lateral join: the columns are taken apart on the way.
FOLDED = "SELECT n.id, {amounts}, {own} FROM {joined} WHERE w.place IS NOT NULL OR a.place IS NOT NULL ORDER BY n.id"
ONE = "INSERT INTO {target} (organization_id, cell_id, amount, own) VALUES (%s, %s, %s, %s)"
JOINED = """figures_node n LEFT JOIN figures_wide w ON w.place = n.id LEFT JOIN figures_above a ON a.place = n.id"""
SUMS = "CREATE TEMPORARY TABLE figures_sum (organization_id bigint, cell_id integer, amount bigint, own bigint)"
STAGE = f"""
INSERT INTO figures_sum (organization_id, cell_id, amount, own)
SELECT q.organization_id, q.cell_id, {SUM.format(amount="q.amount")}, {SUM.format(amount="q.own")} FROM (
    SELECT f.organization_id, f.cell_id, f.amount, f.amount AS own FROM figures_fresh f
    JOIN figures_node n ON n.id = f.organization_id AND n.depth = {{depth}}
    UNION ALL
    SELECT n.parent, s.cell_id, s.amount, 0 FROM figures_sum s
    JOIN figures_node n ON n.id = s.organization_id AND n.depth = {{depth}} + 1
) AS q GROUP BY q.organization_id, q.cell_id
"""


def sum_what_is_there(figure: Figure, target: str, *, on: date, deepest: int) -> None:
    """A figure without months: its cells are columns until the end, so that a few rows are summed and not millions."""
    found = figure.rows(on)
    wide = widened(figure, found, on=on)
    run("CREATE UNIQUE INDEX figures_wide_place ON figures_wide (place)")
    known_sizes("figures_wide")
    _lift(len(wide.cells), deepest)
    _unfold(wide.cells, target)
    for table in ("figures_above", "figures_wide"):
        run(f"DROP TABLE {table}")
    if wide.others:
        for cut in wide.others:
            count_by(figure, cut, found, on=on)
        _sum_fresh(target, deepest)


def _lift(columns: int, deepest: int) -> None:
    """figures_above: what all below an organization make."""
    numbers = range(columns)
    run("DROP TABLE IF EXISTS figures_above")
    run(ABOVE.format(columns=", ".join(f"a{number} bigint" for number in numbers)))
    sums = ", ".join(SUM.format(amount=f"coalesce(w.c{n}, 0) + coalesce(a.a{n}, 0)") for n in numbers)
    for depth in range(deepest, 1, -1):
        run(LIFT.format(columns=", ".join(f"a{n}" for n in numbers), sums=sums, depth=depth))


def _unfold(cells: tuple[int, ...], target: str) -> None:
    """Make the columns rows."""
    own = [f"coalesce(w.c{number}, 0)" for number in range(len(cells))]
    amounts = [f"{one} + coalesce(a.a{number}, 0)" for number, one in enumerate(own)]
    if connection.vendor == "postgresql":
        said = ", ".join(f"({c}, {a}, {o})" for c, a, o in zip(cells, amounts, own, strict=True) if c)
        run(UNFOLDED.format(target=target, joined=JOINED, cells=said))
        return

    def split(row: Sequence[int]) -> Iterator[tuple[int, int, int, int]]:
        for cell, amount, one in zip(cells, row[1 : len(cells) + 1], row[len(cells) + 1 :], strict=True):
            if cell and (amount or one):
                yield row[0], cell, amount, one

    selected = FOLDED.format(amounts=", ".join(amounts), own=", ".join(own), joined=JOINED)
    passed_on(selected, split, ONE.format(target=target))


def sum_what_happened(figures: Iterable[Figure], target: str, *, on: date, deepest: int) -> None:
    """Figures by months."""
    for figure in figures:
        count_by_month(figure, figure.rows(on), on=on)
    _sum_fresh(target, deepest)


def _sum_fresh(target: str, deepest: int) -> None:
    """Sum up figures_fresh, which is empty afterwards."""
    run("DROP TABLE IF EXISTS figures_sum")
    run(SUMS)
    known_sizes("figures_fresh")
    for depth in range(deepest, 0, -1):
        run(STAGE.format(depth=depth))
    run(INTO.format(target=target, rows="SELECT * FROM figures_sum ORDER BY 1, 2"))
    run("DROP TABLE figures_sum")
    run("DELETE FROM figures_fresh")
