"""Every table there is; decision 0001 says what each is for."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import entries.models.columns
import entries.models.entries


class GramsField(models.Field):
    """Numbers of the runs of three bytes of a text, in a column of its own until 0005."""

    def db_type(self, connection):
        return "integer[]" if connection.vendor == "postgresql" else "blob"


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ClassNounRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("english", models.CharField(max_length=60, unique=True, verbose_name="คำหลักภาษาอังกฤษ")),
                ("thai", models.JSONField(default=list, verbose_name="คำไทย")),
            ],
            options={
                "verbose_name": "คำหลักของคำกำกับ",
                "verbose_name_plural": "คำหลักของคำกำกับ",
                "ordering": ["english"],
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "uid",
                    models.CharField(
                        default=entries.models.entries.new_uid,
                        editable=False,
                        max_length=20,
                        unique=True,
                        verbose_name="รหัสถาวร",
                    ),
                ),
                ("slug", models.CharField(max_length=120, unique=True, verbose_name="ที่อยู่")),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        help_text="ประเภทที่บรรณาธิการกำหนด เว้นว่างไว้ให้ระบบประเมินจากข้อความ",
                        max_length=40,
                        verbose_name="ประเภท",
                    ),
                ),
                (
                    "filing_form",
                    models.CharField(
                        blank=True,
                        help_text="เช่น ตรอตสกี, เลออน เว้นว่างไว้ให้ระบบสร้างจากคำเทียบ",
                        max_length=300,
                        verbose_name="รูปที่ใช้เรียง",
                    ),
                ),
                ("set_aside", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="พักไว้เมื่อ")),
                ("created", models.DateTimeField(auto_now_add=True, verbose_name="สร้างเมื่อ")),
            ],
            options={
                "verbose_name": "รายการ",
                "verbose_name_plural": "รายการ",
                "permissions": [("publish_entry", "เผยแพร่และถอนรายการ"), ("review_entry", "ตรวจรายการ")],
            },
        ),
        migrations.CreateModel(
            name="Epoch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.CharField(max_length=32)),
            ],
        ),
        migrations.CreateModel(
            name="HonorificRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("word", models.CharField(max_length=60, unique=True, verbose_name="คำนำหน้า")),
                ("kind", models.CharField(max_length=12, verbose_name="ชนิด")),
                ("files", models.BooleanField(default=False, verbose_name="คงไว้ในรูปที่ใช้เรียง")),
                (
                    "unless",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="ส่วนของคำที่ตามมาซึ่งทำให้ไม่ใช่คำนำหน้า เช่น “กรัฐ” ของ “นาย”",
                        verbose_name="ยกเว้นเมื่อตามด้วย",
                    ),
                ),
            ],
            options={
                "verbose_name": "คำนำหน้าชื่อ",
                "verbose_name_plural": "คำนำหน้าชื่อ",
                "ordering": ["word"],
            },
        ),
        migrations.CreateModel(
            name="KindRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(max_length=40, unique=True, verbose_name="รหัส")),
                ("name", models.CharField(max_length=100, verbose_name="ชื่อ")),
                ("titles", models.JSONField(blank=True, default=list, verbose_name="คำขึ้นต้นของคำเทียบ")),
                ("headwords", models.JSONField(blank=True, default=list, verbose_name="คำหลักของคำตั้ง (ภาษาอังกฤษ)")),
                ("lead", models.JSONField(blank=True, default=list, verbose_name="คำที่ตามหลัง เป็น หรือ คือ ในความนำ")),
            ],
            options={
                "verbose_name": "ประเภทของรายการ",
                "verbose_name_plural": "ประเภทของรายการ",
                "ordering": ["slug"],
            },
        ),
        migrations.CreateModel(
            name="LabelRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("label", models.CharField(max_length=60, unique=True, verbose_name="ป้ายกำกับ")),
                ("field", models.CharField(max_length=20, verbose_name="ส่วนของรายการ")),
            ],
            options={
                "verbose_name": "ป้ายกำกับในแฟ้มต้นฉบับ",
                "verbose_name_plural": "ป้ายกำกับในแฟ้มต้นฉบับ",
                "ordering": ["label"],
            },
        ),
        migrations.CreateModel(
            name="SourceFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True, verbose_name="ค่าแฮช")),
                ("size", models.PositiveIntegerField(verbose_name="ขนาด (ไบต์)")),
                ("data", models.BinaryField(verbose_name="ข้อมูล")),
            ],
            options={
                "verbose_name": "แฟ้มต้นฉบับ",
                "verbose_name_plural": "แฟ้มต้นฉบับ",
            },
        ),
        migrations.CreateModel(
            name="Work",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(unique=True, verbose_name="ชื่อย่อในที่อยู่")),
                ("title", models.CharField(max_length=300, verbose_name="ชื่อผลงาน")),
                ("publisher", models.CharField(blank=True, max_length=300, verbose_name="ผู้จัดพิมพ์")),
                ("edition", models.CharField(blank=True, max_length=200, verbose_name="ครั้งที่พิมพ์")),
                ("language", models.CharField(default="th", max_length=12, verbose_name="ภาษา")),
                (
                    "rights",
                    models.TextField(default="สงวนลิขสิทธิ์", help_text="ข้อความที่แสดงท้ายทุกบทความ", verbose_name="สิทธิ"),
                ),
                ("licence_url", models.URLField(blank=True, verbose_name="ที่อยู่ของสัญญาอนุญาต")),
            ],
            options={
                "verbose_name": "ผลงาน",
                "verbose_name_plural": "ผลงาน",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Author",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.CharField(max_length=120, unique=True, verbose_name="ที่อยู่")),
                (
                    "preferred",
                    models.CharField(
                        blank=True, help_text="เว้นว่างไว้ให้ใช้ชื่อแรกตามลำดับอักษร", max_length=300, verbose_name="รูปหลัก"
                    ),
                ),
                ("label", models.CharField(editable=False, max_length=300, verbose_name="ชื่อ")),
                ("sort_key", entries.models.columns.KeyField(editable=False, max_length=240, verbose_name="กุญแจเรียง")),
                ("letter", models.CharField(editable=False, max_length=1, verbose_name="อักษร")),
                ("about", models.TextField(blank=True, verbose_name="ตำแหน่งและสังกัด")),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged",
                        to="entries.author",
                        verbose_name="ยุบรวมเข้ากับ",
                    ),
                ),
                (
                    "work",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="entries.work",
                        verbose_name="ผลงาน",
                    ),
                ),
            ],
            options={
                "verbose_name": "ผู้เขียนคำอธิบาย",
                "verbose_name_plural": "ผู้เขียนคำอธิบาย",
                "ordering": ["sort_key", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Alias",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=300, verbose_name="ชื่ออื่น / รูปเขียนอื่น")),
                (
                    "key",
                    entries.models.columns.KeyField(db_index=True, editable=False, max_length=240, verbose_name="กุญแจ"),
                ),
                ("by_name", models.CharField(blank=True, max_length=150, verbose_name="ชื่อผู้บันทึก")),
                ("created", models.DateTimeField(auto_now_add=True, verbose_name="เมื่อ")),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="โดย",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="aliases",
                        to="entries.entry",
                        verbose_name="รายการ",
                    ),
                ),
            ],
            options={
                "verbose_name": "ชื่ออื่น",
                "verbose_name_plural": "ชื่ออื่น",
                "ordering": ["key", "pk"],
            },
        ),
        migrations.CreateModel(
            name="FailedQuery",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    entries.models.columns.KeyField(editable=False, max_length=240, unique=True, verbose_name="กุญแจ"),
                ),
                ("query", models.CharField(max_length=100, verbose_name="คำค้น")),
                (
                    "sound",
                    entries.models.columns.KeyField(
                        blank=True, db_index=True, editable=False, max_length=100, verbose_name="เสียง"
                    ),
                ),
                ("times", models.PositiveIntegerField(default=1, verbose_name="จำนวนครั้ง")),
                ("last_day", models.DateField(verbose_name="วันล่าสุด")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "รอพิจารณา"), ("aliased", "ตั้งเป็นชื่ออื่นแล้ว"), ("dropped", "ไม่ต้องดำเนินการ")],
                        default="open",
                        max_length=8,
                        verbose_name="สถานะ",
                    ),
                ),
                ("by_name", models.CharField(blank=True, max_length=150, verbose_name="ชื่อผู้บันทึก")),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="โดย",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="entries.entry",
                        verbose_name="เป็นชื่ออื่นของ",
                    ),
                ),
            ],
            options={
                "verbose_name": "คำค้นที่ไม่พบผล",
                "verbose_name_plural": "คำค้นที่ไม่พบผล",
                "ordering": ["-times", "key"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalAlias",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("name", models.CharField(max_length=300, verbose_name="ชื่ออื่น / รูปเขียนอื่น")),
                (
                    "key",
                    entries.models.columns.KeyField(db_index=True, editable=False, max_length=240, verbose_name="กุญแจ"),
                ),
                ("by_name", models.CharField(blank=True, max_length=150, verbose_name="ชื่อผู้บันทึก")),
                ("created", models.DateTimeField(blank=True, editable=False, verbose_name="เมื่อ")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="โดย",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="entries.entry",
                        verbose_name="รายการ",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical ชื่ออื่น",
                "verbose_name_plural": "historical ชื่ออื่น",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalWork",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("slug", models.SlugField(verbose_name="ชื่อย่อในที่อยู่")),
                ("title", models.CharField(max_length=300, verbose_name="ชื่อผลงาน")),
                ("publisher", models.CharField(blank=True, max_length=300, verbose_name="ผู้จัดพิมพ์")),
                ("edition", models.CharField(blank=True, max_length=200, verbose_name="ครั้งที่พิมพ์")),
                ("language", models.CharField(default="th", max_length=12, verbose_name="ภาษา")),
                (
                    "rights",
                    models.TextField(default="สงวนลิขสิทธิ์", help_text="ข้อความที่แสดงท้ายทุกบทความ", verbose_name="สิทธิ"),
                ),
                ("licence_url", models.URLField(blank=True, verbose_name="ที่อยู่ของสัญญาอนุญาต")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical ผลงาน",
                "verbose_name_plural": "historical ผลงาน",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Identity",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("headword_key", entries.models.columns.KeyField(db_index=True, max_length=240)),
                ("period_key", models.CharField(blank=True, max_length=40)),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="identities", to="entries.entry"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ImportBatch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("source", models.CharField(max_length=100, verbose_name="แหล่ง")),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="ชื่อชุด")),
                ("by_name", models.CharField(blank=True, max_length=150, verbose_name="ชื่อผู้นำเข้า")),
                ("began", models.DateTimeField(verbose_name="เริ่ม")),
                ("finished", models.DateTimeField(blank=True, null=True, verbose_name="เสร็จ")),
                ("options", models.JSONField(default=dict, verbose_name="ตัวเลือก")),
                ("counts", models.JSONField(default=dict, verbose_name="จำนวน")),
                ("unchanged", models.BinaryField(default=bytes, verbose_name="แฟ้มที่ไม่เปลี่ยนแปลง")),
                ("remarks", models.JSONField(default=dict, verbose_name="หมายเหตุ")),
                ("undone", models.DateTimeField(blank=True, null=True, verbose_name="ยกเลิกเมื่อ")),
                ("undone_by_name", models.CharField(blank=True, max_length=150, verbose_name="ชื่อผู้ยกเลิก")),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="โดย",
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ยกเลิกโดย",
                    ),
                ),
                (
                    "work",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="batches",
                        to="entries.work",
                        verbose_name="ผลงาน",
                    ),
                ),
            ],
            options={
                "verbose_name": "ชุดนำเข้า",
                "verbose_name_plural": "ชุดนำเข้า",
                "ordering": ["-began", "-pk"],
                "permissions": [("undo_import", "ยกเลิกการนำเข้า")],
            },
        ),
        migrations.CreateModel(
            name="Keyword",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.CharField(max_length=120, unique=True, verbose_name="ที่อยู่")),
                (
                    "preferred",
                    models.CharField(
                        blank=True, help_text="เว้นว่างไว้ให้ใช้ชื่อแรกตามลำดับอักษร", max_length=300, verbose_name="รูปหลัก"
                    ),
                ),
                ("label", models.CharField(editable=False, max_length=300, verbose_name="ชื่อ")),
                ("sort_key", entries.models.columns.KeyField(editable=False, max_length=240, verbose_name="กุญแจเรียง")),
                ("letter", models.CharField(editable=False, max_length=1, verbose_name="อักษร")),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged",
                        to="entries.keyword",
                        verbose_name="ยุบรวมเข้ากับ",
                    ),
                ),
                (
                    "work",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="entries.work",
                        verbose_name="ผลงาน",
                    ),
                ),
            ],
            options={
                "verbose_name": "คำสำคัญ",
                "verbose_name_plural": "คำสำคัญ",
                "ordering": ["sort_key", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProblemDismissal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=60, verbose_name="ข้อตรวจ")),
                ("words", models.CharField(max_length=300, verbose_name="ข้อความ")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="เหตุผล")),
                ("by_name", models.CharField(blank=True, max_length=150, verbose_name="ชื่อผู้บันทึก")),
                ("created", models.DateTimeField(verbose_name="เมื่อ")),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="โดย",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dismissals",
                        to="entries.entry",
                        verbose_name="รายการ",
                    ),
                ),
            ],
            options={
                "verbose_name": "ข้อสังเกตที่ปล่อยผ่าน",
                "verbose_name_plural": "ข้อสังเกตที่ปล่อยผ่าน",
                "ordering": ["-created", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Projection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_working", models.BooleanField(default=False)),
                ("is_live", models.BooleanField(default=False)),
                (
                    "public_state",
                    models.CharField(
                        choices=[("never", "ยังไม่เผยแพร่"), ("live", "เผยแพร่แล้ว"), ("withdrawn", "ถอนจากการเผยแพร่")],
                        max_length=10,
                        verbose_name="การเผยแพร่",
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("none", "ไม่มีงานค้าง"),
                            ("draft", "ฉบับร่าง"),
                            ("in_review", "รอตรวจ"),
                            ("returned", "ส่งกลับแก้ไข"),
                            ("approved", "ผ่านการตรวจ รอเผยแพร่"),
                        ],
                        default="none",
                        max_length=12,
                        verbose_name="สถานะงาน",
                    ),
                ),
                ("headword", models.CharField(blank=True, max_length=300, verbose_name="คำตั้ง")),
                ("thai_title", models.CharField(blank=True, max_length=300, verbose_name="คำเทียบ")),
                ("years_ce", models.CharField(blank=True, max_length=300)),
                ("years_be", models.CharField(blank=True, max_length=300)),
                ("filing_form", models.CharField(max_length=300, verbose_name="รูปที่ใช้เรียง")),
                ("sort_key", entries.models.columns.KeyField(max_length=240)),
                ("letter", models.CharField(max_length=1)),
                ("latin_sort_key", entries.models.columns.KeyField(blank=True, max_length=240)),
                ("latin_letter", models.CharField(blank=True, max_length=1)),
                ("lead", models.TextField(blank=True)),
                ("see", models.CharField(blank=True, max_length=300)),
                ("kind", models.CharField(blank=True, db_index=True, max_length=40, verbose_name="ประเภท")),
                ("kind_evidence", models.CharField(blank=True, max_length=300)),
                ("length", models.PositiveIntegerField(verbose_name="ความยาว")),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="faces",
                        to="entries.entry",
                        verbose_name="รายการ",
                    ),
                ),
            ],
            options={
                "verbose_name": "รายการ",
                "verbose_name_plural": "รายการ",
            },
        ),
        migrations.CreateModel(
            name="Problem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField()),
                ("code", models.CharField(max_length=60, verbose_name="ข้อตรวจ")),
                ("severity", models.CharField(max_length=10, verbose_name="ระดับ")),
                ("field", models.CharField(max_length=100, verbose_name="ส่วน")),
                ("index", models.PositiveIntegerField(default=0)),
                ("start", models.PositiveIntegerField(default=0)),
                ("end", models.PositiveIntegerField(default=0)),
                ("words", models.CharField(blank=True, max_length=300, verbose_name="ข้อความ")),
                ("message", models.TextField(verbose_name="คำอธิบาย")),
                ("fix", models.TextField(null=True, verbose_name="ข้อเสนอ")),
                ("is_dismissed", models.BooleanField(default=False, verbose_name="ปล่อยผ่าน")),
                (
                    "face",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="problems", to="entries.projection"
                    ),
                ),
            ],
            options={
                "verbose_name": "ข้อสังเกต",
                "verbose_name_plural": "ข้อสังเกต",
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="NameSound",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sound", entries.models.columns.KeyField(db_index=True, max_length=240)),
                ("name", models.CharField(max_length=300)),
                (
                    "face",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="name_sounds", to="entries.projection"
                    ),
                ),
            ],
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
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="known_forms",
                        to="entries.alias",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="known_forms",
                        to="entries.entry",
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
        ),
        migrations.CreateModel(
            name="EntryPeriod",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
                ("first", models.IntegerField(null=True)),
                ("last", models.IntegerField(null=True)),
                ("kind", models.CharField(max_length=10)),
                ("is_approximate", models.BooleanField(default=False)),
                ("is_uncertain", models.BooleanField(default=False)),
                ("is_open", models.BooleanField(default=False)),
                (
                    "face",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="periods", to="entries.projection"
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="EntryName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", entries.models.columns.KeyField(db_index=True, max_length=240)),
                ("name", models.CharField(max_length=300)),
                (
                    "face",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="names", to="entries.projection"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="EntryKeyword",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=300)),
                (
                    "keyword",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="uses", to="entries.keyword"
                    ),
                ),
                (
                    "face",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="keyword_uses",
                        to="entries.projection",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
            },
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
            options={
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="Authorship",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=300)),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="authorships", to="entries.author"
                    ),
                ),
                (
                    "face",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="authorships", to="entries.projection"
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
            },
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
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="โดย",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reference_decisions",
                        to="entries.entry",
                        verbose_name="รายการ",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="chosen_by",
                        to="entries.entry",
                        verbose_name="รายการที่โยงถึง",
                    ),
                ),
            ],
            options={
                "verbose_name": "การตัดสินรายการโยง",
                "verbose_name_plural": "การตัดสินรายการโยง",
                "ordering": ["-created", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="CrossReference",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "place",
                    models.CharField(
                        choices=[("prose", "คำอธิบาย"), ("see", "ดู"), ("see_also", "ดูเพิ่มเติม")],
                        default="prose",
                        max_length=10,
                    ),
                ),
                ("position", models.PositiveIntegerField()),
                ("paragraph", models.PositiveIntegerField(default=0)),
                ("start", models.PositiveIntegerField(default=0)),
                ("end", models.PositiveIntegerField(default=0)),
                ("opening", models.PositiveIntegerField(default=0)),
                ("closing", models.PositiveIntegerField(default=0)),
                ("anchor", models.CharField(blank=True, max_length=500)),
                ("gloss", models.TextField(blank=True)),
                ("starred", models.BooleanField(default=False)),
                ("kind", models.CharField(blank=True, max_length=20)),
                ("confidence", models.FloatField(default=0)),
                ("evidence", models.JSONField(default=list)),
                ("anchor_key", entries.models.columns.KeyField(blank=True, max_length=240)),
                ("gloss_key", entries.models.columns.KeyField(blank=True, max_length=240)),
                ("left_key", entries.models.columns.KeyField(blank=True, db_index=True, max_length=60)),
                ("known", models.JSONField(default=list)),
                ("anchor_sound", entries.models.columns.KeyField(blank=True, max_length=240)),
                ("gloss_sound", entries.models.columns.KeyField(blank=True, max_length=240)),
                (
                    "resolution",
                    models.CharField(
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
                (
                    "live_target",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="live_referred_to_by",
                        to="entries.entry",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="referred_to_by",
                        to="entries.entry",
                    ),
                ),
                (
                    "face",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="references", to="entries.projection"
                    ),
                ),
                (
                    "anchor_decision",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="anchored",
                        to="entries.referencedecision",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="decided",
                        to="entries.referencedecision",
                    ),
                ),
                (
                    "dismissal",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="dismissed",
                        to="entries.referencedecision",
                    ),
                ),
            ],
            options={
                "ordering": ["place", "position"],
            },
        ),
        migrations.CreateModel(
            name="Revision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(blank=True, null=True, verbose_name="ฉบับแก้ไขที่")),
                ("text", models.TextField(verbose_name="ข้อความ")),
                ("format", models.PositiveSmallIntegerField(default=1, verbose_name="รูปแบบ")),
                ("digest", models.CharField(max_length=64, verbose_name="ค่าแฮช")),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("edit", "แก้ไข"),
                            ("import", "นำเข้า"),
                            ("merge", "ผสานการแก้ไข"),
                            ("restore", "นำฉบับเดิมกลับมาใช้"),
                            ("fix", "แก้ตามข้อสังเกต"),
                            ("import_fix", "แก้ตามข้อสังเกตที่ปลอดภัยขณะนำเข้า"),
                            ("undo", "ยกเลิกการนำเข้า"),
                        ],
                        max_length=10,
                        verbose_name="ที่มา",
                    ),
                ),
                ("by_name", models.CharField(blank=True, max_length=150, verbose_name="ชื่อผู้แก้ไข")),
                ("entered_for", models.CharField(blank=True, max_length=150, verbose_name="บันทึกแทน")),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="เหตุผล")),
                ("created", models.DateTimeField(db_index=True, verbose_name="เมื่อ")),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="โดย",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="revisions",
                        to="entries.entry",
                        verbose_name="รายการ",
                    ),
                ),
                (
                    "merged",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged_into",
                        to="entries.revision",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="entries.revision",
                    ),
                ),
            ],
            options={
                "verbose_name": "ฉบับแก้ไข",
                "verbose_name_plural": "ฉบับแก้ไข",
                "ordering": ["entry_id", "-number", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(verbose_name="เผยแพร่ครั้งที่")),
                ("began", models.DateTimeField(db_index=True, verbose_name="เริ่มเผยแพร่")),
                ("ended", models.DateTimeField(blank=True, null=True, verbose_name="สิ้นสุด")),
                ("by_name", models.CharField(blank=True, max_length=150, verbose_name="ชื่อผู้เผยแพร่")),
                ("quiet", models.BooleanField(default=False, verbose_name="ไม่ประกาศ")),
                (
                    "batch",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="entries.importbatch",
                        verbose_name="ชุดนำเข้า",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="โดย",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publications",
                        to="entries.entry",
                        verbose_name="รายการ",
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publications",
                        to="entries.revision",
                        verbose_name="ฉบับแก้ไข",
                    ),
                ),
            ],
            options={
                "verbose_name": "การเผยแพร่",
                "verbose_name_plural": "การเผยแพร่",
                "ordering": ["entry_id", "-number"],
            },
        ),
        migrations.AddField(
            model_name="projection",
            name="revision",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="faces",
                to="entries.revision",
                verbose_name="ฉบับแก้ไข",
            ),
        ),
        migrations.CreateModel(
            name="Conflict",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("field", models.CharField(max_length=100, verbose_name="ส่วน")),
                ("place", models.JSONField(default=dict, verbose_name="ตำแหน่ง")),
                ("before", models.JSONField(default=list, verbose_name="ก่อนแก้")),
                ("ours", models.JSONField(default=list, verbose_name="ของฉัน")),
                ("other", models.JSONField(default=list, verbose_name="ของอีกฝ่าย")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "รอตัดสิน"),
                            ("mine", "ใช้ของฉัน"),
                            ("theirs", "ใช้ของอีกฝ่าย"),
                            ("written", "เขียนใหม่"),
                            ("undone", "ยกเลิกพร้อมชุดนำเข้า"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="สถานะ",
                    ),
                ),
                ("opened", models.DateTimeField(verbose_name="พบเมื่อ")),
                ("settled", models.DateTimeField(blank=True, null=True, verbose_name="ตัดสินเมื่อ")),
                ("settled_by_name", models.CharField(blank=True, max_length=150, verbose_name="ชื่อผู้ตัดสิน")),
                (
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ตัดสินโดย",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="conflicts",
                        to="entries.entry",
                        verbose_name="รายการ",
                    ),
                ),
                (
                    "base",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="entries.revision",
                        verbose_name="ก่อนแก้",
                    ),
                ),
                (
                    "mine",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="entries.revision",
                        verbose_name="ของฉัน",
                    ),
                ),
                (
                    "theirs",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="entries.revision",
                        verbose_name="ของอีกฝ่าย",
                    ),
                ),
            ],
            options={
                "verbose_name": "แก้ไขขัดกัน",
                "verbose_name_plural": "แก้ไขขัดกัน",
                "ordering": ["-opened", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="SearchName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "rank",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "คำตั้งและคำเทียบ"),
                            (1, "ชื่ออื่น"),
                            (2, "คำในชื่อ"),
                            (3, "คำในชื่ออื่น"),
                            (4, "คำสำคัญ"),
                            (5, "คำในคำสำคัญ"),
                            (6, "คำกำกับภาษาต่างประเทศ"),
                        ]
                    ),
                ),
                ("key", entries.models.columns.KeyField(max_length=240)),
                (
                    "entry",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="entries.entry",
                    ),
                ),
                (
                    "face",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="search_names",
                        to="entries.projection",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SearchSound",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "rank",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "คำตั้งและคำเทียบ"),
                            (1, "ชื่ออื่น"),
                            (2, "คำในชื่อ"),
                            (3, "คำในชื่ออื่น"),
                            (4, "คำสำคัญ"),
                            (5, "คำในคำสำคัญ"),
                            (6, "คำกำกับภาษาต่างประเทศ"),
                        ]
                    ),
                ),
                ("sound", entries.models.columns.KeyField(max_length=40)),
                ("heard", entries.models.columns.KeyField(max_length=80)),
                ("name", models.CharField(max_length=300)),
                (
                    "face",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="search_sounds",
                        to="entries.projection",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SearchText",
            fields=[
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                (
                    "part",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "คำตั้งและคำเทียบ"),
                            (1, "ชื่ออื่น"),
                            (2, "คำสำคัญและคำกำกับภาษาต่างประเทศ"),
                            (3, "คำอธิบาย"),
                            (4, "ส่วนอื่นของรายการ"),
                        ]
                    ),
                ),
                ("body", models.TextField()),
                ("grams", GramsField(editable=False, null=True)),
                (
                    "face",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="search_texts",
                        to="entries.projection",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ShortName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", entries.models.columns.KeyField(db_index=True, max_length=240)),
                (
                    "face",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="short_names", to="entries.projection"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SlugRedirect",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.CharField(max_length=120, unique=True, verbose_name="ที่อยู่เดิม")),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="old_slugs",
                        to="entries.entry",
                        verbose_name="รายการ",
                    ),
                ),
            ],
            options={
                "verbose_name": "ที่อยู่เดิม",
                "verbose_name_plural": "ที่อยู่เดิม",
            },
        ),
        migrations.CreateModel(
            name="ImportedFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("path", models.CharField(max_length=1000, verbose_name="แฟ้ม")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("created", "สร้างใหม่"),
                            ("updated", "ปรับปรุง"),
                            ("unchanged", "ไม่เปลี่ยนแปลง"),
                            ("merged", "ผสานการแก้ไข"),
                            ("conflict", "แก้ไขขัดกัน"),
                            ("held", "รอตัดสิน"),
                            ("rejected", "ไม่รับเข้า"),
                        ],
                        max_length=10,
                        verbose_name="ผล",
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="เหตุผล")),
                ("line", models.PositiveIntegerField(null=True, verbose_name="บรรทัด")),
                ("findings", models.JSONField(default=list, verbose_name="สิ่งที่พบ")),
                ("candidates", models.JSONField(default=list, verbose_name="รายการที่อาจเป็น")),
                ("undone", models.DateTimeField(blank=True, null=True, verbose_name="ยกเลิกเมื่อ")),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="entries.importbatch",
                        verbose_name="ชุดนำเข้า",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="imported",
                        to="entries.entry",
                        verbose_name="รายการ",
                    ),
                ),
                (
                    "main",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="entries.revision",
                        verbose_name="ฉบับที่เกิดขึ้น",
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="entries.revision",
                        verbose_name="ฉบับแก้ไข",
                    ),
                ),
                (
                    "source_file",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="entries.sourcefile",
                        verbose_name="ต้นฉบับ",
                    ),
                ),
            ],
            options={
                "verbose_name": "แฟ้มที่นำเข้า",
                "verbose_name_plural": "แฟ้มที่นำเข้า",
                "ordering": ["batch_id", "pk"],
            },
        ),
        migrations.CreateModel(
            name="KeywordName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", entries.models.columns.KeyField(max_length=240, verbose_name="กุญแจ")),
                ("name", models.CharField(max_length=300, verbose_name="ชื่อ")),
                ("sort_key", entries.models.columns.KeyField(max_length=240, verbose_name="กุญแจเรียง")),
                (
                    "keyword",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="names",
                        to="entries.keyword",
                        verbose_name="คำสำคัญ",
                    ),
                ),
                (
                    "work",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="entries.work"),
                ),
            ],
            options={
                "verbose_name": "รูปเขียนของคำสำคัญ",
                "verbose_name_plural": "รูปเขียนของคำสำคัญ",
                "ordering": ["sort_key", "pk"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalKeyword",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("slug", models.CharField(db_index=True, max_length=120, verbose_name="ที่อยู่")),
                (
                    "preferred",
                    models.CharField(
                        blank=True, help_text="เว้นว่างไว้ให้ใช้ชื่อแรกตามลำดับอักษร", max_length=300, verbose_name="รูปหลัก"
                    ),
                ),
                ("label", models.CharField(editable=False, max_length=300, verbose_name="ชื่อ")),
                ("sort_key", entries.models.columns.KeyField(editable=False, max_length=240, verbose_name="กุญแจเรียง")),
                ("letter", models.CharField(editable=False, max_length=1, verbose_name="อักษร")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="entries.keyword",
                        verbose_name="ยุบรวมเข้ากับ",
                    ),
                ),
                (
                    "work",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="entries.work",
                        verbose_name="ผลงาน",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical คำสำคัญ",
                "verbose_name_plural": "historical คำสำคัญ",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAuthor",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("slug", models.CharField(db_index=True, max_length=120, verbose_name="ที่อยู่")),
                (
                    "preferred",
                    models.CharField(
                        blank=True, help_text="เว้นว่างไว้ให้ใช้ชื่อแรกตามลำดับอักษร", max_length=300, verbose_name="รูปหลัก"
                    ),
                ),
                ("label", models.CharField(editable=False, max_length=300, verbose_name="ชื่อ")),
                ("sort_key", entries.models.columns.KeyField(editable=False, max_length=240, verbose_name="กุญแจเรียง")),
                ("letter", models.CharField(editable=False, max_length=1, verbose_name="อักษร")),
                ("about", models.TextField(blank=True, verbose_name="ตำแหน่งและสังกัด")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="entries.author",
                        verbose_name="ยุบรวมเข้ากับ",
                    ),
                ),
                (
                    "work",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="entries.work",
                        verbose_name="ผลงาน",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical ผู้เขียนคำอธิบาย",
                "verbose_name_plural": "historical ผู้เขียนคำอธิบาย",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="entry",
            name="work",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="entries",
                to="entries.work",
                verbose_name="ผลงาน",
            ),
        ),
        migrations.CreateModel(
            name="CheckSetting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        blank=True, help_text="เว้นว่างไว้สำหรับทุกประเภท", max_length=40, verbose_name="ประเภท"
                    ),
                ),
                ("code", models.CharField(max_length=60, verbose_name="ข้อตรวจ")),
                (
                    "severity",
                    models.CharField(
                        choices=[
                            ("error", "ต้องแก้"),
                            ("warning", "ควรตรวจ"),
                            ("remark", "แจ้งให้ทราบ"),
                            ("off", "ไม่ตรวจ"),
                        ],
                        max_length=10,
                        verbose_name="ระดับ",
                    ),
                ),
                (
                    "work",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="check_settings",
                        to="entries.work",
                        verbose_name="ผลงาน",
                    ),
                ),
            ],
            options={
                "verbose_name": "การตั้งค่าข้อตรวจ",
                "verbose_name_plural": "การตั้งค่าข้อตรวจ",
                "ordering": ["work", "kind", "code"],
            },
        ),
        migrations.CreateModel(
            name="AuthorName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", entries.models.columns.KeyField(max_length=240, verbose_name="กุญแจ")),
                ("name", models.CharField(max_length=300, verbose_name="ชื่อ")),
                ("sort_key", entries.models.columns.KeyField(max_length=240, verbose_name="กุญแจเรียง")),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="names",
                        to="entries.author",
                        verbose_name="ผู้เขียนคำอธิบาย",
                    ),
                ),
                (
                    "work",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="entries.work"),
                ),
            ],
            options={
                "verbose_name": "รูปเขียนของชื่อผู้เขียน",
                "verbose_name_plural": "รูปเขียนของชื่อผู้เขียน",
                "ordering": ["sort_key", "pk"],
            },
        ),
        migrations.CreateModel(
            name="WorkState",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("none", "ไม่มีงานค้าง"),
                            ("draft", "ฉบับร่าง"),
                            ("in_review", "รอตรวจ"),
                            ("returned", "ส่งกลับแก้ไข"),
                            ("approved", "ผ่านการตรวจ รอเผยแพร่"),
                        ],
                        max_length=12,
                        verbose_name="สถานะ",
                    ),
                ),
                ("by_name", models.CharField(blank=True, max_length=150, verbose_name="ชื่อผู้บันทึก")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="หมายเหตุ")),
                ("at", models.DateTimeField(verbose_name="เมื่อ")),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="โดย",
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="states",
                        to="entries.revision",
                        verbose_name="ฉบับแก้ไข",
                    ),
                ),
            ],
            options={
                "verbose_name": "สถานะงาน",
                "verbose_name_plural": "สถานะงาน",
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="alias",
            constraint=models.UniqueConstraint(fields=("entry", "key"), name="one_alias_a_key"),
        ),
        migrations.AddConstraint(
            model_name="identity",
            constraint=models.UniqueConstraint(
                fields=("entry", "headword_key", "period_key"), name="one_identity_an_entry"
            ),
        ),
        migrations.AddConstraint(
            model_name="problemdismissal",
            constraint=models.UniqueConstraint(fields=("entry", "code", "words"), name="one_dismissal_a_problem"),
        ),
        migrations.AddIndex(
            model_name="problem",
            index=models.Index(fields=["code", "face"], name="problem_code"),
        ),
        migrations.AddConstraint(
            model_name="problem",
            constraint=models.UniqueConstraint(fields=("face", "position"), name="one_problem_a_position"),
        ),
        migrations.AddConstraint(
            model_name="namesound",
            constraint=models.UniqueConstraint(fields=("face", "name"), name="one_sound_a_name"),
        ),
        migrations.AddField(
            model_name="knownform",
            name="keyword_name",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="known_forms",
                to="entries.keywordname",
            ),
        ),
        migrations.AddField(
            model_name="knownform",
            name="decision",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="known_forms",
                to="entries.referencedecision",
            ),
        ),
        migrations.AddConstraint(
            model_name="knownform",
            constraint=models.UniqueConstraint(
                condition=models.Q(("face__isnull", False)), fields=("face", "key"), name="one_form_a_face"
            ),
        ),
        migrations.AddConstraint(
            model_name="knownform",
            constraint=models.UniqueConstraint(
                condition=models.Q(("alias__isnull", False)), fields=("alias", "key"), name="one_form_an_alias"
            ),
        ),
        migrations.AddConstraint(
            model_name="knownform",
            constraint=models.UniqueConstraint(
                condition=models.Q(("keyword_name__isnull", False)),
                fields=("keyword_name", "key"),
                name="one_form_a_keyword_name",
            ),
        ),
        migrations.AddConstraint(
            model_name="knownform",
            constraint=models.UniqueConstraint(
                condition=models.Q(("decision__isnull", False)), fields=("decision", "key"), name="one_form_a_decision"
            ),
        ),
        migrations.AddConstraint(
            model_name="knownform",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("alias", None),
                        ("decision", None),
                        ("entry__isnull", False),
                        ("face__isnull", False),
                        ("keyword_name", None),
                    ),
                    models.Q(
                        ("alias__isnull", False),
                        ("decision", None),
                        ("entry__isnull", False),
                        ("face", None),
                        ("keyword_name", None),
                    ),
                    models.Q(
                        ("alias", None),
                        ("decision", None),
                        ("entry", None),
                        ("face", None),
                        ("keyword_name__isnull", False),
                    ),
                    models.Q(
                        ("alias", None),
                        ("decision__isnull", False),
                        ("entry__isnull", False),
                        ("face", None),
                        ("keyword_name", None),
                    ),
                    _connector="OR",
                ),
                name="a_form_has_one_owner",
            ),
        ),
        migrations.AddConstraint(
            model_name="entryperiod",
            constraint=models.UniqueConstraint(fields=("face", "position"), name="one_period_a_position"),
        ),
        migrations.AddConstraint(
            model_name="entryname",
            constraint=models.UniqueConstraint(fields=("face", "key"), name="one_name_a_key"),
        ),
        migrations.AddConstraint(
            model_name="entrykeyword",
            constraint=models.UniqueConstraint(fields=("face", "position"), name="one_keyword_a_position"),
        ),
        migrations.AddIndex(
            model_name="datedpassage",
            index=models.Index(fields=["first", "last"], name="dated_passage_years"),
        ),
        migrations.AddConstraint(
            model_name="datedpassage",
            constraint=models.UniqueConstraint(fields=("face", "position"), name="one_dated_passage_a_position"),
        ),
        migrations.AddConstraint(
            model_name="authorship",
            constraint=models.UniqueConstraint(fields=("face", "position"), name="one_author_a_position"),
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
        migrations.AddConstraint(
            model_name="crossreference",
            constraint=models.UniqueConstraint(fields=("face", "place", "position"), name="one_reference_a_position"),
        ),
        migrations.AddIndex(
            model_name="revision",
            index=models.Index(fields=["digest"], name="revision_digest"),
        ),
        migrations.AddConstraint(
            model_name="revision",
            constraint=models.UniqueConstraint(fields=("entry", "number"), name="one_revision_a_number"),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.UniqueConstraint(fields=("entry", "number"), name="one_publication_a_number"),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended", None)), fields=("entry",), name="one_live_version_an_entry"
            ),
        ),
        migrations.AddIndex(
            model_name="projection",
            index=models.Index(fields=["sort_key", "entry"], name="face_filing"),
        ),
        migrations.AddIndex(
            model_name="projection",
            index=models.Index(fields=["letter", "sort_key"], name="face_letter"),
        ),
        migrations.AddIndex(
            model_name="projection",
            index=models.Index(fields=["latin_letter", "latin_sort_key"], name="face_latin_letter"),
        ),
        migrations.AddConstraint(
            model_name="projection",
            constraint=models.UniqueConstraint(fields=("entry", "revision"), name="one_face_a_revision"),
        ),
        migrations.AddConstraint(
            model_name="projection",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_working", True)), fields=("entry",), name="one_working_face"
            ),
        ),
        migrations.AddConstraint(
            model_name="projection",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_live", True)), fields=("entry",), name="one_live_face"
            ),
        ),
        migrations.AddConstraint(
            model_name="projection",
            constraint=models.CheckConstraint(
                condition=models.Q(("is_working", True), ("is_live", True), _connector="OR"),
                name="a_face_is_seen_by_someone",
            ),
        ),
        migrations.AddIndex(
            model_name="searchname",
            index=models.Index(fields=["rank", "key", "entry"], name="search_name_key"),
        ),
        migrations.AddIndex(
            model_name="searchsound",
            index=models.Index(fields=["sound"], name="search_sound_word"),
        ),
        migrations.AddConstraint(
            model_name="shortname",
            constraint=models.UniqueConstraint(fields=("face", "key"), name="one_short_name_a_key"),
        ),
        migrations.AddIndex(
            model_name="importedfile",
            index=models.Index(fields=["entry", "-batch"], name="imported_of_entry"),
        ),
        migrations.AddConstraint(
            model_name="keywordname",
            constraint=models.UniqueConstraint(fields=("work", "key"), name="one_keyword_a_name"),
        ),
        migrations.AddIndex(
            model_name="keyword",
            index=models.Index(fields=["letter", "sort_key"], name="keyword_filing"),
        ),
        migrations.AddConstraint(
            model_name="checksetting",
            constraint=models.UniqueConstraint(fields=("work", "kind", "code"), name="one_setting_a_check"),
        ),
        migrations.AddConstraint(
            model_name="authorname",
            constraint=models.UniqueConstraint(fields=("work", "key"), name="one_author_a_name"),
        ),
        migrations.AddIndex(
            model_name="author",
            index=models.Index(fields=["letter", "sort_key"], name="author_filing"),
        ),
    ]
