from django.db import migrations

from jingwei.foundation.record import sql

LOOKS = {"secrets_look": "id"}


def forwards(apps, schema_editor):
    sql.guard(schema_editor.connection, LOOKS)
    sql.grant(schema_editor.connection, {**sql.TABLES, **LOOKS})


class Migration(migrations.Migration):
    dependencies = [("secrets", "0001_looks"), ("record", "0002_only_added")]

    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]
