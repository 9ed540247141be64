"""Since when a figure is counted. Of what was counted before nobody knows better than by the first change that is kept,
or else by the last counting."""

import datetime

from django.db import migrations, models
from django.db.models import F, Min


def begin(apps, schema_editor):
    counted, past = apps.get_model("figures", "Counted").objects, apps.get_model("figures", "Past").objects
    first = past.aggregate(first=Min("until"))["first"]
    counted.update(begun_on=first or F("turned_on"))


class Migration(migrations.Migration):
    dependencies = [("figures", "0002_kept_by_key")]
    operations = [
        migrations.AddField(
            "counted",
            "begun_on",
            models.DateField(
                default=datetime.date(2026, 11, 22),
                help_text="the first day by which it was counted: nothing is known of days before",
            ),
            preserve_default=False,
        ),
        migrations.RunPython(begin, migrations.RunPython.noop),
    ]
