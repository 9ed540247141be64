from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate, pre_migrate


class RecordConfig(AppConfig):
    name = "jingwei.foundation.record"
    verbose_name = "操作记录"

    def ready(self) -> None:
        connection_created.connect(give_up_rights, dispatch_uid="record: the role of the program")
        pre_migrate.connect(take_rights_back, sender=self, dispatch_uid="record: the rights to change tables")
        post_migrate.connect(keep_the_guard, sender=self, dispatch_uid="record: only ever added to")


def give_up_rights(connection: Any, **_: Any) -> None:
    """Every connection works in the role that cannot change the record."""
    from . import sql

    sql.become_app(connection)


def take_rights_back(using: str, **_: Any) -> None:
    from . import sql

    sql.become_owner(connections[using])


def keep_the_guard(using: str, **_: Any) -> None:
    """SQLite makes a table anew to change it, and forgets its triggers; PostgreSQL needs grants on new tables."""
    from . import sql

    there = set(connections[using].introspection.table_names())
    tables = {table: key for table, key in sql.only_added().items() if table in there}
    sql.guard(connections[using], tables)
    sql.grant(connections[using], tables)
    sql.become_app(connections[using])
