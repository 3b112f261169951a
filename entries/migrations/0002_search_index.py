"""The index over the bodies of search (decision 0002): each database its own kind."""

from django.db import migrations

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
    # The bodies of names and aliases (parts 0 and 1) once more: which of them share runs with a query.
    """
    CREATE VIRTUAL TABLE entries_searchtext_names USING fts5(
        body, content='', detail=none, tokenize='trigram case_sensitive 1'
    )
    """,
    """
    CREATE TRIGGER entries_searchtext_name_added AFTER INSERT ON entries_searchtext WHEN new.part < 2 BEGIN
        INSERT INTO entries_searchtext_names(rowid, body) VALUES (new.id, new.body);
    END
    """,
    """
    CREATE TRIGGER entries_searchtext_name_deleted AFTER DELETE ON entries_searchtext WHEN old.part < 2 BEGIN
        INSERT INTO entries_searchtext_names(entries_searchtext_names, rowid, body)
        VALUES ('delete', old.id, old.body);
    END
    """,
    """
    CREATE TRIGGER entries_searchtext_name_changed AFTER UPDATE OF body ON entries_searchtext WHEN old.part < 2 BEGIN
        INSERT INTO entries_searchtext_names(entries_searchtext_names, rowid, body)
        VALUES ('delete', old.id, old.body);
        INSERT INTO entries_searchtext_names(rowid, body) VALUES (new.id, new.body);
    END
    """,
)
SQLITE_BACK = (
    "DROP TRIGGER entries_searchtext_name_added",
    "DROP TRIGGER entries_searchtext_name_deleted",
    "DROP TRIGGER entries_searchtext_name_changed",
    "DROP TABLE entries_searchtext_names",
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
    "CREATE INDEX entries_searchtext_names ON entries_searchtext USING gin (grams) WHERE part < 2",
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
    """
    CREATE FUNCTION entries_search_names(either integer[]) RETURNS TABLE (id bigint, place integer)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 1000 SET enable_seqscan = off AS $$
        SELECT t.id, array_position(either, g.gram)
        FROM entries_searchtext AS t, unnest(t.grams) AS g (gram)
        WHERE t.part < 2 AND t.grams && either AND g.gram = ANY (either)
    $$
    """,
)
POSTGRESQL_BACK = (
    "DROP FUNCTION entries_search_names(integer[])",
    "DROP FUNCTION entries_search_beginning(integer[])",
    "DROP FUNCTION entries_search_holding(integer[], text)",
    "DROP INDEX entries_searchtext_names",
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
    dependencies = [("entries", "0001_initial")]

    operations = [migrations.RunPython(make, unmake)]
