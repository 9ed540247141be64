"""What the record asks of the database itself: rows that cannot be changed, a role that may not try, one sealer."""

from collections.abc import Mapping

from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

ROLE = "jingwei_app"
# Table → its primary key.
TABLES = {"record_act": "id", "record_trace": "id", "record_seal": "number"}
REFUSAL = "the record is only ever added to"
# Any number, the same in every process: PostgreSQL's advisory locks go by number.
SEALER = 7_305_120

SQLITE_GUARD = """
CREATE TRIGGER IF NOT EXISTS {table}_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, '{refusal}'); END
"""
# INSERT OR REPLACE takes the old row away without asking the trigger of deletions.
SQLITE_REPLACING = """
CREATE TRIGGER IF NOT EXISTS {table}_replace BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key})
BEGIN SELECT RAISE(ABORT, '{refusal}'); END
"""

POSTGRES_FUNCTION = f"""
CREATE OR REPLACE FUNCTION record_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$
"""
POSTGRES_GUARD = """
CREATE OR REPLACE TRIGGER {table}_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION record_refuse()
"""

# Roles belong to the whole server, so another database's migration may make it at the same moment.
POSTGRES_ROLE = f"""
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{ROLE}')
        AND EXISTS (SELECT FROM pg_roles WHERE rolname = CURRENT_USER AND (rolcreaterole OR rolsuper)) THEN
        CREATE ROLE {ROLE} NOLOGIN;
    END IF;
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = '{ROLE}') AND NOT pg_has_role('{ROLE}', 'MEMBER') THEN
        GRANT {ROLE} TO CURRENT_USER;
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$
"""
POSTGRES_RIGHTS = f"""
DO $$ BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = '{ROLE}') THEN
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO {ROLE}', current_schema());
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO {ROLE}', current_schema());
        EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA %I TO {ROLE}', current_schema());
        EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA %I
            GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {ROLE}', current_schema());
        EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA %I
            GRANT USAGE, SELECT ON SEQUENCES TO {ROLE}', current_schema());
        REVOKE UPDATE, DELETE, TRUNCATE ON {{tables}} FROM {ROLE};
    END IF;
END $$
"""


def only_added() -> dict[str, str]:
    """Table → primary key of all that is only ever added to: the record, and every model that says `only_added`."""
    marked = (model._meta for model in apps.get_models() if getattr(model, "only_added", False))
    return {**TABLES, **{meta.db_table: str(meta.pk.column) for meta in marked}}


def guards(tables: Mapping[str, str], vendor: str) -> list[str]:
    """The statements that make tables refuse every change but an addition."""
    if vendor == "postgresql":
        return [POSTGRES_FUNCTION, *(POSTGRES_GUARD.format(table=table) for table in tables)]
    verbs = [(table, verb) for table in tables for verb in ("update", "delete")]
    return [
        *(SQLITE_GUARD.format(table=table, verb=verb, refusal=REFUSAL) for table, verb in verbs),
        *(SQLITE_REPLACING.format(table=table, key=key, refusal=REFUSAL) for table, key in tables.items()),
    ]


def guard(connection: BaseDatabaseWrapper, tables: Mapping[str, str] = TABLES) -> None:
    """Make these tables refuse every change but an addition, to everybody. May be done again."""
    with connection.cursor() as cursor:
        for statement in guards(tables, connection.vendor):
            cursor.execute(statement)


def grant(connection: BaseDatabaseWrapper, tables: Mapping[str, str] = TABLES) -> None:
    """PostgreSQL: the role of the running program, without the right to change these tables. May be done again; a
    migrator that may not make roles leaves it to the operator."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(POSTGRES_ROLE)
            cursor.execute(POSTGRES_RIGHTS.replace("{tables}", ", ".join(tables)))


def become_app(connection: BaseDatabaseWrapper) -> None:
    """PostgreSQL: give up every right that the running program does not need, where the role exists."""
    if connection.vendor == "postgresql" and settings.DATABASE_ROLE:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT set_config('role', rolname, false) FROM pg_roles WHERE rolname = %s", [settings.DATABASE_ROLE]
            )


def become_owner(connection: BaseDatabaseWrapper) -> None:
    """PostgreSQL: take the rights of the login back, to change tables."""
    if connection.vendor == "postgresql" and settings.DATABASE_ROLE:
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE")


def only_one_sealer() -> None:
    """Wait until no other transaction seals; then none can until this one ends. SQLite has one writer anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SEALER])
