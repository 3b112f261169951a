import django.db.models.deletion
from django.db import migrations, models

import entries.models.columns


class Migration(migrations.Migration):
    dependencies = [
        ("entries", "0006_search"),
    ]

    operations = [
        migrations.AddField(
            model_name="crossreference",
            name="known",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="crossreference",
            name="left_key",
            field=entries.models.columns.KeyField(blank=True, db_index=True, max_length=60),
        ),
        migrations.CreateModel(
            name="KnownForm",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", entries.models.columns.KeyField(db_index=True, max_length=240)),
                ("name", models.CharField(max_length=300)),
                ("source", models.CharField(max_length=10)),
                (
                    "alias",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="known_forms",
                        to="entries.alias",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="known_forms", to="entries.entry"
                    ),
                ),
                (
                    "face",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="known_forms",
                        to="entries.projection",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("alias", None)), fields=("face", "key"), name="one_form_a_face"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("face", None)), fields=("alias", "key"), name="one_form_an_alias"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("alias__isnull", False), ("face", None)),
                            models.Q(("alias", None), ("face__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_form_is_of_a_face_or_alias",
                    ),
                ],
            },
        ),
    ]
