from django.db import migrations

from jingwei.foundation.record import sql


def forwards(apps, schema_editor):
    sql.guard(schema_editor.connection)
    sql.grant(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("record", "0001_initial")]

    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]
