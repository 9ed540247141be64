"""What differs goes up to all above, and what a roll-up was until today is kept."""

from collections.abc import Sequence
from datetime import date

from django.db import connection

from ..models import Cell
from .tables import run

DIFFER = """
INSERT INTO figures_delta (organization_id, cell_id, own)
SELECT q.organization_id, q.cell_id, sum(q.own) FROM (
    SELECT organization_id, cell_id, amount AS own FROM figures_fresh
    UNION ALL
    SELECT r.organization_id, r.cell_id, -r.own FROM figures_rollup r
    WHERE r.own <> 0 AND r.cell_id IN ({cells}) {placed}
) AS q GROUP BY q.organization_id, q.cell_id HAVING sum(q.own) <> 0
"""
PLACED = "AND r.organization_id IN (SELECT organization_id FROM figures_place)"
# An organization that is gone stood where its line in the queue says.
RAISE = """
INSERT INTO figures_raised (organization_id, cell_id, amount, own)
SELECT q.organization_id, q.cell_id, sum(q.amount), sum(q.own) FROM (
    SELECT a.id AS organization_id, d.cell_id AS cell_id, d.own AS amount, 0 AS own
    FROM figures_delta d
    LEFT JOIN organizations_organization o ON o.id = d.organization_id
    LEFT JOIN figures_place p ON p.organization_id = d.organization_id AND p.path IS NOT NULL
    JOIN figures_step s ON s.length < length(coalesce(o.path, p.path))
    JOIN organizations_organization a ON a.path = substr(coalesce(o.path, p.path), 1, s.length)
    UNION ALL SELECT organization_id, cell_id, own, own FROM figures_delta
) AS q GROUP BY q.organization_id, q.cell_id
"""
REMEMBER = """
INSERT INTO figures_past (organization_id, cell_id, until, amount)
SELECT z.organization_id, z.cell_id, {until}, coalesce(r.amount, 0) FROM figures_raised z
LEFT JOIN figures_rollup r ON r.organization_id = z.organization_id AND r.cell_id = z.cell_id
WHERE z.amount <> 0 ON CONFLICT DO NOTHING
"""
ADD = """
INSERT INTO figures_rollup (organization_id, cell_id, amount, own)
SELECT organization_id, cell_id, amount, own FROM figures_raised WHERE amount <> 0 OR own <> 0
ON CONFLICT (organization_id, cell_id) DO UPDATE
SET amount = figures_rollup.amount + excluded.amount, own = figures_rollup.own + excluded.own
"""
FORGET = """
DELETE FROM figures_rollup WHERE amount = 0 AND own = 0 AND (organization_id, cell_id) IN
    (SELECT organization_id, cell_id FROM figures_raised)
"""


def differ(figures: Sequence[str], *, everywhere: bool) -> None:
    """figures_delta: what figures_fresh differs from the own of these figures as kept."""
    numbers = Cell.objects.filter(figure__in=figures).values_list("pk", flat=True)
    cells = ", ".join(str(number) for number in numbers) or "0"
    run(DIFFER.format(cells=cells, placed="" if everywhere else PLACED))


def raise_up(*, on: date) -> None:
    """Add what is in figures_delta to its organizations and to all above them."""
    run(RAISE)
    add_raised(on=on)


def add_raised(*, on: date) -> None:
    """Keep what was until the beginning of the day, unless an earlier fold of the day did; then add figures_raised."""
    run(REMEMBER.format(until="CAST(%s AS date)" if connection.vendor == "postgresql" else "%s"), [on.isoformat()])
    run(ADD)
    run(FORGET)
