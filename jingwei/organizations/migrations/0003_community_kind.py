from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("organizations", "0002_units_and_areas")]

    operations = [
        migrations.AddField(
            model_name="change",
            name="former_name",
            field=models.CharField(
                blank=True,
                default="",
                help_text="of a change of name only",
                max_length=100,
                verbose_name="原名称",
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="organization",
            name="community_kind",
            field=models.CharField(
                blank=True,
                choices=[
                    ("traditional", "传统街坊社区"),
                    ("new", "新建商品房社区"),
                    ("unit", "单位型社区"),
                    ("village", "村改居社区"),
                ],
                default="",
                max_length=12,
                verbose_name="社区类型",
            ),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name="organization",
            constraint=models.CheckConstraint(
                condition=models.Q(("community_kind", ""), ("level__in", ["community", "village"]), _connector="OR"),
                name="only_communities_have_a_kind",
            ),
        ),
    ]
