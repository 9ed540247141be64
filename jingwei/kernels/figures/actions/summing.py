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
JOINED = """figures_node n LEFT JOIN figures_wide w ON w.place = n.id LEFT JOIN figures_above a ON a.place = n.id"""
LIFT = """
INSERT INTO figures_above (place, {columns})
SELECT n.parent, {sums} FROM {below} AND n.depth = {depth} GROUP BY n.parent
"""
# PostgreSQL is quicker from what there is, of which most figures have little; SQLite from the level, in the order of
# its index.
BELOW = {
    "postgresql": """
(SELECT place, {own} FROM figures_wide UNION ALL SELECT place, {columns} FROM figures_above) AS q
JOIN figures_node n ON n.id = q.place WHERE 1 = 1""",
    "sqlite": f"{JOINED} WHERE (w.place IS NOT NULL OR a.place IS NOT NULL)",
}
PART = {"postgresql": "q.a{number}", "sqlite": "coalesce(w.c{number}, 0) + coalesce(a.a{number}, 0)"}
INTO = "INSERT INTO {target} (organization_id, cell_id, amount, own) {rows}"
# A row for each cell of an organization, one after the other: they are read together. Arrays are taken apart in a third
# of the time that a list of values would be joined in.
UNFOLDED = """
INSERT INTO {target} (organization_id, cell_id, amount, own)
SELECT q.id, q.cell, q.amount, q.own FROM (
    SELECT n.id, unnest(ARRAY[{cells}]::integer[]) AS cell,
    unnest(ARRAY[{amounts}]::bigint[]) AS amount, unnest(ARRAY[{own}]::bigint[]) AS own FROM {joined}
    WHERE w.place IS NOT NULL OR a.place IS NOT NULL OFFSET 0
) AS q WHERE q.amount <> 0 OR q.own <> 0
"""
# SQLite has no arrays: the columns are taken apart on the way.
FOLDED = "SELECT n.id, {amounts}, {own} FROM {joined} WHERE w.place IS NOT NULL OR a.place IS NOT NULL ORDER BY n.id"
ONE = "INSERT INTO {target} (organization_id, cell_id, amount, own) VALUES (%s, %s, %s, %s)"
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
    known_sizes("figures_wide (place)")
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
    above, own = ", ".join(f"a{number}" for number in numbers), ", ".join(f"c{n} AS a{n}" for n in numbers)
    part, below = PART[connection.vendor], BELOW[connection.vendor].format(own=own, columns=above)
    sums = ", ".join(SUM.format(amount=part.format(number=number)) for number in numbers)
    for depth in range(deepest, 1, -1):
        run(LIFT.format(columns=above, sums=sums, below=below, depth=depth))


def _unfold(cells: tuple[int, ...], target: str) -> None:
    """Make the columns rows."""
    own = [f"coalesce(w.c{number}, 0)" for number in range(len(cells))]
    amounts = [f"{one} + coalesce(a.a{number}, 0)" for number, one in enumerate(own)]
    if connection.vendor == "postgresql":
        kept = [(str(cell), amount, one) for cell, amount, one in zip(cells, amounts, own, strict=True) if cell]
        numbers, sums, owned = (", ".join(column) for column in zip(*kept, strict=True))
        run(UNFOLDED.format(target=target, joined=JOINED, cells=numbers, amounts=sums, own=owned))
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
