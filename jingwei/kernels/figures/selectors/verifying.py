"""Whether the figures agree: an organization's own and those directly below it make its own and all below it."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import connection

from jingwei.foundation.clock import now
from jingwei.foundation.scope.paths import SEGMENT

from ..models import Folding, Uncounted

DISAGREEING = f"""
SELECT o.path, c.figure, c.cut, c.value, c.month, coalesce(r.amount, 0), q.amount FROM (
    SELECT s.organization_id, s.cell_id, sum(s.amount) AS amount FROM (
        SELECT organization_id, cell_id, own AS amount FROM figures_rollup
        UNION ALL
        SELECT above.id, r.cell_id, r.amount FROM figures_rollup r
        JOIN organizations_organization o ON o.id = r.organization_id
        JOIN organizations_organization above ON above.path = substr(o.path, 1, length(o.path) - {SEGMENT})
    ) AS s GROUP BY s.organization_id, s.cell_id
) AS q
JOIN organizations_organization o ON o.id = q.organization_id
JOIN figures_cell c ON c.id = q.cell_id
LEFT JOIN figures_rollup r ON r.organization_id = q.organization_id AND r.cell_id = q.cell_id
WHERE q.amount <> coalesce(r.amount, 0) ORDER BY o.path, c.figure, c.cut, c.value, c.month
"""


NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Disagreement:
    """A roll-up that is not what its parts make."""

    path: str
    cell: str
    amount: int
    parts: int


def disagreements() -> list[Disagreement]:
    """All roll-ups that are not the sum of their parts, in the order of the tree."""
    with connection.cursor() as cursor:
        cursor.execute(DISAGREEING)
        return [
            Disagreement(path, ":".join(filter(None, cell)), amount, int(parts))
            for path, *cell, amount, parts in cursor.fetchall()
        ]


def waiting() -> int:
    """How many lines of the queue are still to be folded."""
    return Uncounted.objects.count()


def as_of() -> datetime:
    """Until when all changes are in the figures: now, when none waits; else when the last fold began or ended. Two
    queries at most."""
    if not Uncounted.objects.exists():
        return now()
    last = Folding.objects.first()
    return last.folded_at if last else NEVER
