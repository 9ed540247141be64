"""SQLite keeps the roll-ups in the order of their key, once, and not in a table with an index beside it."""

from django.db import migrations


def keep_by_key(apps, schema_editor):
    if schema_editor.connection.vendor != "sqlite":
        return
    with schema_editor.connection.cursor() as cursor:
        for table in ("figures_rollup", "figures_past"):
            cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = %s", [table])
            (sql,) = cursor.fetchone()
            cursor.execute(f"DROP TABLE {table}")
            cursor.execute(f"{sql} WITHOUT ROWID")


class Migration(migrations.Migration):
    dependencies = [("figures", "0001_figures")]
    operations = [migrations.RunPython(keep_by_key, migrations.RunPython.noop)]
