"""The record is only ever added to: both databases refuse anything else, whoever asks."""

import pytest
from django.conf import settings as django_settings
from django.db import DatabaseError, connection, transaction

from jingwei.foundation.record import sql
from jingwei.foundation.record.models import Act, Seal, Trace

CHANGES = {
    "update an act": "UPDATE record_act SET user_name = 'x'",
    "delete an act": "DELETE FROM record_act",
    "update a trace": "UPDATE record_trace SET label = 'x'",
    "delete a trace": "DELETE FROM record_trace",
    "update a seal": "UPDATE record_seal SET digest = 'x'",
    "delete a seal": "DELETE FROM record_seal",
}
TRUNCATE = {"empty the acts": "TRUNCATE record_act CASCADE", "empty the seals": "TRUNCATE record_seal"}


@pytest.fixture
def postgres(db) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no roles")


@pytest.fixture
def as_app(postgres, settings):
    """The connection works in the role of the running program."""
    settings.DATABASE_ROLE = sql.ROLE
    sql.become_app(connection)
    yield
    sql.become_owner(connection)


def execute(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(statement)


@pytest.mark.parametrize("statement", CHANGES.values(), ids=CHANGES)
def test_whoever_owns_the_tables_is_refused_by_the_trigger(sealed, statement):
    with pytest.raises(DatabaseError, match=sql.REFUSAL):
        execute(statement)


@pytest.mark.parametrize("table", sql.TABLES)
def test_a_row_is_not_replaced_by_another_of_its_number(sealed, table):
    key = sql.TABLES[table]
    replace = {
        "sqlite": f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
        "postgresql": f"INSERT INTO {table} SELECT * FROM {table} ON CONFLICT ({key}) DO UPDATE SET {key} = 0",
    }
    with pytest.raises(DatabaseError, match=sql.REFUSAL):
        execute(replace[connection.vendor])


@pytest.mark.parametrize("statement", TRUNCATE.values(), ids=TRUNCATE)
def test_whoever_owns_the_tables_cannot_empty_them(postgres, sealed, statement):
    with pytest.raises(DatabaseError, match=sql.REFUSAL):
        execute(statement)


@pytest.mark.parametrize("statement", [*CHANGES.values(), *TRUNCATE.values()])
def test_the_running_program_does_not_even_have_the_right(sealed, as_app, statement):
    with pytest.raises(DatabaseError, match="permission denied"):
        execute(statement)


def test_the_running_program_cannot_take_the_guard_away(sealed, as_app):
    with pytest.raises(DatabaseError, match="must be owner"):
        execute("DROP TRIGGER record_act_only_added ON record_act")
    with pytest.raises(DatabaseError, match="permission denied"):
        execute("SET session_replication_role = replica")


def test_the_running_program_can_do_all_its_work(anchor, as_app, act, sealed):
    act("还有一件")
    assert (Act._base_manager.count(), Seal.objects.count()) == (10, 3)


def test_a_table_made_later_is_open_to_the_running_program(postgres, settings):
    execute("CREATE TABLE made_later (id bigserial PRIMARY KEY, name text)")
    settings.DATABASE_ROLE = sql.ROLE
    sql.become_app(connection)
    execute("INSERT INTO made_later (name) VALUES ('x')")
    execute("UPDATE made_later SET name = 'y'")
    sql.become_owner(connection)
    execute("DROP TABLE made_later")


def test_a_role_that_does_not_exist_changes_nothing(postgres, settings):
    settings.DATABASE_ROLE = "nobody_made_this_role"
    sql.become_app(connection)
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user = session_user")
        assert cursor.fetchone() == (True,)


def test_each_connection_takes_the_role_on(postgres, settings):
    settings.DATABASE_ROLE = sql.ROLE
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == (sql.ROLE,)
    other.close()


@pytest.mark.parametrize("write", [lambda act: act.save(), lambda act: act.delete()])
def test_the_models_refuse_too(sealed, write):
    with pytest.raises(Exception, match=r"outside an action|Rows are written by actions only|" + sql.REFUSAL):
        write(Act._base_manager.first())


def test_the_guard_may_be_put_up_again(sealed):
    sql.guard(connection)
    sql.grant(connection)
    assert Trace._base_manager.count() > 0
    assert django_settings.DATABASE_ROLE == ""
