import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("entries", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Epoch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.CharField(max_length=32)),
            ],
        ),
        migrations.CreateModel(
            name="DatedPassage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField()),
                ("paragraph", models.PositiveIntegerField()),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("first", models.IntegerField()),
                ("last", models.IntegerField()),
                ("kind", models.CharField(max_length=16)),
                ("sentence_start", models.PositiveIntegerField()),
                ("sentence_end", models.PositiveIntegerField()),
                (
                    "face",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="dated_passages",
                        to="entries.projection",
                    ),
                ),
            ],
            options={"ordering": ["position"]},
        ),
        migrations.AddIndex(
            model_name="datedpassage",
            index=models.Index(fields=["first", "last"], name="dated_passage_years"),
        ),
        migrations.AddConstraint(
            model_name="datedpassage",
            constraint=models.UniqueConstraint(fields=("face", "position"), name="one_dated_passage_a_position"),
        ),
    ]
