"""The triggers: every change of a row that decides about a figure leaves a line in the queue, in its own transaction,
whoever writes it. A change of the place alone (a subtree moves), of the version or of a secret leaves none.
"""

from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BinaryField
from django.db.models.expressions import RawSQL

from jingwei.foundation.scope.fields import PathField
from jingwei.organizations.models import Organization

from .watching import Watched, watched

QUEUE = "figures_uncounted"
PREFIX = "figures_watch"

POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF TG_OP = 'INSERT' THEN {insert};
    ELSIF TG_OP = 'DELETE' THEN {delete};
    ELSE {update};
    END IF;
    RETURN NULL;
END $$
"""
POSTGRES_TRIGGER = """
CREATE OR REPLACE TRIGGER {name}_{verb} AFTER {verb} ON {table} {rows}
FOR EACH STATEMENT EXECUTE FUNCTION {name}()
"""
TRANSITIONS = {
    "insert": "REFERENCING NEW TABLE AS new_rows",
    "update": "REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows",
    "delete": "REFERENCING OLD TABLE AS old_rows",
}
POSTGRES_CHANGED = {
    "insert": "SELECT {column} FROM new_rows",
    "delete": "SELECT {column} FROM old_rows",
    "update": "SELECT unnest(ARRAY[n.{column}, o.{column}]) FROM new_rows n JOIN old_rows o ON o.{key} = n.{key} "
    "WHERE ({new}) IS DISTINCT FROM ({old})",
}
POSTGRES_GONE = "SELECT '', id, path FROM old_rows"
SQLITE_TRIGGER = "CREATE TRIGGER {name}_{verb} AFTER {verb} ON {table} {when} BEGIN {body}; END"
SQLITE_CHANGED = {
    "insert": "SELECT NEW.{column}",
    "delete": "SELECT OLD.{column}",
    "update": "SELECT NEW.{column} UNION SELECT OLD.{column}",
}
SQLITE_GONE = "SELECT '', OLD.id, OLD.path"
VERBS = ("insert", "update", "delete")
LINE = """INSERT INTO {queue} (source, organization_id) SELECT DISTINCT '{source}', q.place FROM
    (SELECT CAST(NULL AS bigint) AS place WHERE 1 = 0 UNION ALL SELECT * FROM ({places}) AS p) AS q
    WHERE q.place IS NOT NULL"""
# With its place: what it counted of its own is taken from those that were above it.
GONE = "INSERT INTO {queue} (source, organization_id, path) {gone}"


def watch(using: str) -> None:
    """Put the triggers on all tables that are there, in place of those that were."""
    connection = connections[using]
    there = set(connection.introspection.table_names())
    unwatch(using)
    if QUEUE not in there:
        return
    with connection.cursor() as cursor:
        for number, one in enumerate(watched()):
            if one.model._meta.db_table in there:
                for statement in _statements(one, f"{PREFIX}_{number}", connection):
                    cursor.execute(statement)


def unwatch(using: str) -> None:
    """Take all triggers away: before tables are rebuilt, and before millions of rows are loaded."""
    connection = connections[using]
    postgres = connection.vendor == "postgresql"
    names = (
        "SELECT proname FROM pg_proc WHERE proname LIKE 'figures#_watch#_%' ESCAPE '#'"
        if postgres
        else "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'figures#_watch#_%' ESCAPE '#'"
    )
    with connection.cursor() as cursor:
        cursor.execute(names)
        for (name,) in cursor.fetchall():
            cursor.execute(f"DROP FUNCTION {name}() CASCADE" if postgres else f"DROP TRIGGER {name}")


def _statements(one: Watched, name: str, connection: BaseDatabaseWrapper) -> list[str]:
    """The triggers of one table."""
    postgres = connection.vendor == "postgresql"
    said = {"name": name, "table": one.model._meta.db_table, **_compared(one, postgres)}
    bodies = {verb: _lines(one, verb, said, connection) if verb in one.verbs else "NULL" for verb in VERBS}
    if postgres:
        made = [POSTGRES_TRIGGER.format(**said, verb=verb, rows=TRANSITIONS[verb]) for verb in one.verbs]
        return [POSTGRES_FUNCTION.format(**said, **bodies), *made]
    when = {**dict.fromkeys(VERBS, ""), "update": f"WHEN ({said['old']}) IS NOT ({said['new']})"}
    return [SQLITE_TRIGGER.format(**said, verb=verb, when=when[verb], body=bodies[verb]) for verb in one.verbs]


def _lines(one: Watched, verb: str, said: dict[str, str], connection: BaseDatabaseWrapper) -> str:
    """What a change of this kind puts into the queue."""
    postgres = connection.vendor == "postgresql"
    changed = (POSTGRES_CHANGED if postgres else SQLITE_CHANGED)[verb].format(column=one.column, **said)
    places = changed if one.places is None else _found(one, changed, connection)
    lines = [LINE.format(queue=QUEUE, source=one.source, places=places)]
    if verb == "delete" and one.model is Organization and one.places is None:
        lines.append(GONE.format(queue=QUEUE, gone=POSTGRES_GONE if postgres else SQLITE_GONE))
    return "; ".join(lines)


def _found(one: Watched, changed: str, connection: BaseDatabaseWrapper) -> str:
    """The query that finds the organizations, as a text: a trigger takes no parameters."""
    assert one.places is not None
    query = one.places(RawSQL(changed, [])).query
    sql, params = query.get_compiler(connection=connection).as_sql()
    return str(sql) % tuple(_literal(value) for value in params)


def _literal(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int):
        return str(value)
    return "'" + str(value).replace("'", "''") + "'"


def _compared(one: Watched, postgres: bool) -> dict[str, str]:
    """What makes a change: the columns that decide, or all but those that never do."""
    told = [
        str(field.column)
        for field in one.model._meta.concrete_fields
        if not isinstance(field, PathField | BinaryField) and field.name != "version"
        if not one.deciding or field.column in one.deciding
    ]
    sides = {"new": "n.", "old": "o."} if postgres else {"new": "NEW.", "old": "OLD."}
    return {
        "key": str(one.model._meta.pk.column),
        **{side: ", ".join(f'{prefix}"{column}"' for column in told) for side, prefix in sides.items()},
    }
