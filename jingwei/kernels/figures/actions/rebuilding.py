"""Everything anew, from the rows themselves, level by level from the leaves up.

What comes out differently is kept as it was until today, like any fold; from nothing there is nothing to keep.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.db import connection

from jingwei.foundation.clock import today
from jingwei.foundation.record.sql import become_app, become_owner
from jingwei.foundation.scope.bare import bare
from jingwei.foundation.scope.paths import SEGMENT

from ..declaring import figures
from ..models import Rollup
from .folding import folding, note_counted
from .raising import add_raised
from .summing import sum_what_happened, sum_what_is_there
from .tables import known_sizes, rows, run

# Millions of rows are grouped: in memory, where the database would use files.
ROOM = "SET LOCAL work_mem = '256MB'"
SQLITE_ROOM = ("PRAGMA cache_size = -400000", "PRAGMA temp_store = MEMORY")
SQLITE_AS_BEFORE = ("PRAGMA cache_size = -2000", "PRAGMA temp_store = DEFAULT")
NODES = f"""
CREATE TEMPORARY TABLE figures_node AS
SELECT o.id AS id, above.id AS parent, length(o.path) / {SEGMENT} AS depth
FROM organizations_organization o LEFT JOIN organizations_organization above
ON above.path = substr(o.path, 1, length(o.path) - {SEGMENT}) ORDER BY o.id
"""
DIFFERING = """
INSERT INTO figures_raised (organization_id, cell_id, amount, own)
SELECT w.organization_id, w.cell_id, w.amount - coalesce(r.amount, 0), w.own - coalesce(r.own, 0)
FROM figures_whole w
LEFT JOIN figures_rollup r ON r.organization_id = w.organization_id AND r.cell_id = w.cell_id
WHERE w.amount <> coalesce(r.amount, 0) OR w.own <> coalesce(r.own, 0)
UNION ALL
SELECT r.organization_id, r.cell_id, -r.amount, -r.own FROM figures_rollup r
WHERE NOT EXISTS (SELECT 1 FROM figures_whole w WHERE w.organization_id = r.organization_id AND w.cell_id = r.cell_id)
"""
WHOLE = "CREATE TEMPORARY TABLE figures_whole (organization_id bigint, cell_id integer, amount bigint, own bigint)"


def rebuild(*, on: date | None = None) -> int:
    """Count everything anew; returns the number of roll-ups."""
    on = on or today()
    with _room(), folding():
        if connection.vendor == "postgresql":
            run(ROOM)
        run("DELETE FROM figures_uncounted")
        run("DROP TABLE IF EXISTS figures_node")
        run(NODES)
        run("CREATE UNIQUE INDEX figures_node_id ON figures_node (id)")
        run("CREATE INDEX figures_node_depth ON figures_node (depth, parent, id)")
        known_sizes("figures_node")
        if Rollup.objects.exists():
            _mend(on)
        else:
            _fill(on)
        note_counted(figures().values(), on=on)
        return int(rows("SELECT count(*) FROM figures_rollup")[0][0])


@contextmanager
def _room() -> Iterator[None]:
    """SQLite has room while the block runs, unless a transaction is open already."""
    sqlite = connection.vendor == "sqlite" and not connection.in_atomic_block
    for statement in SQLITE_ROOM if sqlite else ():
        run(statement)
    yield
    for statement in SQLITE_AS_BEFORE if sqlite else ():
        run(statement)


def _fill(on: date) -> None:
    """The roll-ups of a table that is empty: its key is made when all are in."""
    become_owner(connection)
    with bare(Rollup):
        _count("figures_rollup", on)
    known_sizes("figures_rollup", "figures_cell")
    become_app(connection)


def _mend(on: date) -> None:
    """Add what differs."""
    run("DROP TABLE IF EXISTS figures_whole")
    run(WHOLE)
    _count("figures_whole", on)
    run("CREATE UNIQUE INDEX figures_whole_key ON figures_whole (organization_id, cell_id)")
    known_sizes("figures_whole")
    run(DIFFERING)
    add_raised(on=on)
    run("DROP TABLE figures_whole")


def _count(target: str, on: date) -> None:
    """Write all roll-ups into an empty table."""
    deepest = int(rows("SELECT coalesce(max(depth), 0) FROM figures_node")[0][0])
    for figure in figures().values():
        if not figure.month:
            sum_what_is_there(figure, target, on=on, deepest=deepest)
    sum_what_happened([figure for figure in figures().values() if figure.month], target, on=on, deepest=deepest)
