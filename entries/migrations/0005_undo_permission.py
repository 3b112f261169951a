from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("entries", "0004_reference_decisions")]

    operations = [
        migrations.AlterModelOptions(
            name="importbatch",
            options={
                "ordering": ["-began", "-pk"],
                "permissions": [("undo_import", "ยกเลิกการนำเข้า")],
                "verbose_name": "ชุดนำเข้า",
                "verbose_name_plural": "ชุดนำเข้า",
            },
        ),
        migrations.AlterModelOptions(
            name="problem",
            options={
                "ordering": ["position"],
                "verbose_name": "ข้อสังเกต",
                "verbose_name_plural": "ข้อสังเกต",
            },
        ),
    ]
