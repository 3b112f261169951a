"""Search: bodies, names, sounds, failed queries; then the indexes of the bodies, of each database its own kind."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import entries.models.columns
import entries.models.search

SQLITE = (
    """
    CREATE VIRTUAL TABLE entries_searchtext_fts USING fts5(
        body, content='entries_searchtext', content_rowid='id', tokenize='trigram case_sensitive 1'
    )
    """,
    """
    CREATE TRIGGER entries_searchtext_added AFTER INSERT ON entries_searchtext BEGIN
        INSERT INTO entries_searchtext_fts(rowid, body) VALUES (new.id, new.body);
    END
    """,
    """
    CREATE TRIGGER entries_searchtext_deleted AFTER DELETE ON entries_searchtext BEGIN
        INSERT INTO entries_searchtext_fts(entries_searchtext_fts, rowid, body) VALUES ('delete', old.id, old.body);
    END
    """,
    """
    CREATE TRIGGER entries_searchtext_changed AFTER UPDATE OF body ON entries_searchtext BEGIN
        INSERT INTO entries_searchtext_fts(entries_searchtext_fts, rowid, body) VALUES ('delete', old.id, old.body);
        INSERT INTO entries_searchtext_fts(rowid, body) VALUES (new.id, new.body);
    END
    """,
)
SQLITE_BACK = (
    "DROP TRIGGER entries_searchtext_added",
    "DROP TRIGGER entries_searchtext_deleted",
    "DROP TRIGGER entries_searchtext_changed",
    "DROP TABLE entries_searchtext_fts",
)

# The planner takes an array kept outside its row for as cheap as any other and would read every one of them where many
# rows match: the function looks up by the index alone. Bodies are kept as they are, so that comparing unpacks nothing.
POSTGRESQL = (
    "ALTER TABLE entries_searchtext ALTER COLUMN body SET STORAGE EXTERNAL",
    "ALTER TABLE entries_searchtext ALTER COLUMN grams SET STATISTICS 0",
    "CREATE INDEX entries_searchtext_grams ON entries_searchtext USING gin (grams)",
    """
    CREATE FUNCTION entries_search_holding(wanted integer[], run text) RETURNS SETOF bigint
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 100 SET enable_seqscan = off AS $$
        SELECT id FROM entries_searchtext WHERE grams @> wanted AND (run = '' OR strpos(body, run) > 0)
    $$
    """,
    """
    CREATE FUNCTION entries_search_beginning(either integer[]) RETURNS SETOF bigint
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 1000 SET enable_seqscan = off AS $$
        SELECT id FROM entries_searchtext WHERE grams && either
    $$
    """,
)
POSTGRESQL_BACK = (
    "DROP FUNCTION entries_search_beginning(integer[])",
    "DROP FUNCTION entries_search_holding(integer[], text)",
    "DROP INDEX entries_searchtext_grams",
)


def run(schema_editor, sqlite, postgresql):
    for statement in postgresql if schema_editor.connection.vendor == "postgresql" else sqlite:
        schema_editor.execute(statement)


def make(_apps, schema_editor):
    run(schema_editor, SQLITE, POSTGRESQL)


def unmake(_apps, schema_editor):
    run(schema_editor, SQLITE_BACK, POSTGRESQL_BACK)


class Migration(migrations.Migration):
    dependencies = [
        ("entries", "0005_undo_permission"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
                ("grams", entries.models.search.GramsField(editable=False, null=True)),
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
            options={
                "indexes": [models.Index(fields=["rank", "key", "entry"], name="search_name_key")],
            },
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
            options={
                "indexes": [
                    models.Index(fields=["sound"], name="search_sound_word"),
                ],
            },
        ),
        migrations.RunPython(make, unmake),
    ]
