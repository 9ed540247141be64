"""The figures as somebody who knows the tables would ask the driver for them: the limit that they are held against."""

from typing import Any

from django.db import connection

from jingwei.foundation.scope.paths import successor

COMPOSITION = """
    SELECT c.cut, c.value, r.amount FROM figures_rollup r JOIN figures_cell c ON c.id = r.cell_id
    WHERE r.organization_id = %s AND c.figure = 'members.members'
    AND c.cut IN ('gender', 'age', 'ethnic', 'education')"""
CHILDREN = """
    SELECT o.id, o.short_name, c.figure, r.amount FROM organizations_organization o
    JOIN figures_rollup r ON r.organization_id = o.id JOIN figures_cell c ON c.id = r.cell_id
    WHERE substr(o.path, 1, length(o.path) - 4) = %s AND c.cut = '' AND c.figure IN ({figures})"""
# A subtree stands elsewhere, and what it counts with it.
MOVED_TABLES = ("organizations_organization", "members_member", "members_nameword")
MOVE = "UPDATE {table} SET path = %s || substr(path, %s) WHERE path >= %s AND path < %s"
ABOVE = """
    UPDATE figures_rollup SET amount = figures_rollup.amount + {sign} m.amount FROM figures_rollup m
    WHERE m.organization_id = %s AND figures_rollup.cell_id = m.cell_id AND figures_rollup.organization_id IN
        (SELECT id FROM organizations_organization WHERE path IN ({steps}))"""
AGAIN = "CREATE TEMPORARY TABLE by_hand_rollup AS SELECT * FROM figures_rollup"
KEY = "CREATE UNIQUE INDEX by_hand_rollup_key ON by_hand_rollup (organization_id, cell_id)"


def by_hand(sql: str, params: Any = ()) -> list[Any]:
    """Execute through the driver itself and read all."""
    connection.ensure_connection()
    cursor = connection.connection.cursor()
    try:
        cursor.execute(sql.replace("%s", "?") if connection.vendor == "sqlite" else sql, params)
        return list(cursor.fetchall()) if cursor.description else []
    finally:
        cursor.close()


def written_again() -> None:
    """All roll-ups, copied into a table with the same key: what writing them takes."""
    for statement in (AGAIN, KEY, "DROP TABLE by_hand_rollup"):
        by_hand(statement)


def moved_by_hand(pk: int, old: str, new: str) -> None:
    """Put a subtree at another path, its members and words with it, and its figures from those above to the others."""
    for table in MOVED_TABLES:
        by_hand(MOVE.format(table=table), [new, len(old) + 1, old, successor(old)])
    for sign, path in (("-", old), ("+", new)):
        steps = [path[:end] for end in range(4, len(path), 4)]
        by_hand(ABOVE.format(sign=sign, steps=", ".join(["%s"] * len(steps))), [pk, *steps])
