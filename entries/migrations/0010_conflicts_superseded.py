"""A conflict that a source no longer stands for waits no more, and knows which file it was superseded by."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("entries", "0007_search_merges"),
    ]

    operations = [
        migrations.AddField(
            model_name="conflict",
            name="superseded_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="entries.revision",
                verbose_name="แฟ้มชุดหลังที่มาแทน",
            ),
        ),
        migrations.AlterField(
            model_name="conflict",
            name="state",
            field=models.CharField(
                choices=[
                    ("open", "รอตัดสิน"),
                    ("mine", "ใช้ของฉัน"),
                    ("theirs", "ใช้ของอีกฝ่าย"),
                    ("written", "เขียนใหม่"),
                    ("undone", "ยกเลิกพร้อมชุดนำเข้า"),
                    ("superseded", "แหล่งเปลี่ยนข้อความแล้ว"),
                ],
                default="open",
                max_length=10,
                verbose_name="สถานะ",
            ),
        ),
    ]
