import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import entries.models.columns


class Migration(migrations.Migration):
    dependencies = [
        ("entries", "0003_dated_passages"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="NameSound",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sound", entries.models.columns.KeyField(db_index=True, max_length=240)),
                ("name", models.CharField(max_length=300)),
            ],
        ),
        migrations.CreateModel(
            name="ReferenceDecision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("link", "โยงถึงรายการนี้"),
                            ("anchor", "คำที่โยงคือคำนี้"),
                            ("not_reference", "ไม่ใช่รายการโยง"),
                            ("dismiss", "ไม่ต้องถามอีก"),
                        ],
                        max_length=14,
                        verbose_name="การตัดสิน",
                    ),
                ),
                ("place", models.CharField(max_length=10, verbose_name="ส่วน")),
                ("gloss", models.TextField(blank=True, verbose_name="คำกำกับภาษาต่างประเทศ")),
                ("anchor", models.CharField(blank=True, max_length=500, verbose_name="คำที่โยง")),
                ("occurrence", models.PositiveSmallIntegerField(default=0, verbose_name="ครั้งที่พบ")),
                ("occurrences", models.PositiveSmallIntegerField(default=1, verbose_name="จำนวนครั้งที่พบ")),
                ("before", models.CharField(blank=True, max_length=100, verbose_name="ข้อความก่อนหน้า")),
                ("after", models.CharField(blank=True, max_length=100, verbose_name="ข้อความต่อจากนั้น")),
                ("chosen_anchor", models.CharField(blank=True, max_length=500, verbose_name="คำที่โยงที่กำหนด")),
                ("by_name", models.CharField(blank=True, max_length=150, verbose_name="ชื่อผู้ตัดสิน")),
                ("created", models.DateTimeField(verbose_name="เมื่อ")),
                ("undone", models.DateTimeField(blank=True, null=True, verbose_name="ยกเลิกเมื่อ")),
            ],
            options={
                "verbose_name": "การตัดสินรายการโยง",
                "verbose_name_plural": "การตัดสินรายการโยง",
                "ordering": ["-created", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ShortName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", entries.models.columns.KeyField(db_index=True, max_length=240)),
            ],
        ),
        migrations.RemoveIndex(
            model_name="crossreference",
            name="reference_anchor",
        ),
        migrations.RemoveIndex(
            model_name="crossreference",
            name="reference_gloss",
        ),
        migrations.AddField(
            model_name="crossreference",
            name="anchor_sound",
            field=entries.models.columns.KeyField(blank=True, max_length=240),
        ),
        migrations.AddField(
            model_name="crossreference",
            name="gloss_sound",
            field=entries.models.columns.KeyField(blank=True, max_length=240),
        ),
        migrations.AlterField(
            model_name="crossreference",
            name="resolution",
            field=models.CharField(
                choices=[
                    ("linked", "โยงแล้ว"),
                    ("wanted", "รอจัดทำ"),
                    ("ambiguous", "มีหลายรายการ"),
                    ("disagreeing", "คำที่โยงกับคำกำกับชี้ต่างรายการ"),
                    ("itself", "โยงถึงตนเอง"),
                    ("loop", "รายการโยงวนกลับมาที่เดิม"),
                    ("none", "ไม่ใช่รายการโยง"),
                ],
                default="none",
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="namesound",
            name="face",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="name_sounds", to="entries.projection"
            ),
        ),
        migrations.AddField(
            model_name="referencedecision",
            name="by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="โดย",
            ),
        ),
        migrations.AddField(
            model_name="referencedecision",
            name="entry",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reference_decisions",
                to="entries.entry",
                verbose_name="รายการ",
            ),
        ),
        migrations.AddField(
            model_name="referencedecision",
            name="target",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="chosen_by",
                to="entries.entry",
                verbose_name="รายการที่โยงถึง",
            ),
        ),
        migrations.AddField(
            model_name="crossreference",
            name="anchor_decision",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="anchored",
                to="entries.referencedecision",
            ),
        ),
        migrations.AddField(
            model_name="crossreference",
            name="decision",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="decided",
                to="entries.referencedecision",
            ),
        ),
        migrations.AddField(
            model_name="crossreference",
            name="dismissal",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="dismissed",
                to="entries.referencedecision",
            ),
        ),
        migrations.AddIndex(
            model_name="crossreference",
            index=models.Index(fields=["anchor_key"], name="reference_anchor_key"),
        ),
        migrations.AddIndex(
            model_name="crossreference",
            index=models.Index(fields=["gloss_key"], name="reference_gloss_key"),
        ),
        migrations.AddIndex(
            model_name="crossreference",
            index=models.Index(fields=["resolution", "face"], name="reference_resolution"),
        ),
        migrations.AddField(
            model_name="shortname",
            name="face",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="short_names", to="entries.projection"
            ),
        ),
        migrations.AddConstraint(
            model_name="namesound",
            constraint=models.UniqueConstraint(fields=("face", "name"), name="one_sound_a_name"),
        ),
        migrations.AddConstraint(
            model_name="referencedecision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "link"), ("target__isnull", False)),
                    models.Q(models.Q(("kind", "link"), _negated=True), ("target__isnull", True)),
                    _connector="OR",
                ),
                name="a_link_has_a_target",
            ),
        ),
        migrations.AddConstraint(
            model_name="shortname",
            constraint=models.UniqueConstraint(fields=("face", "key"), name="one_short_name_a_key"),
        ),
    ]
