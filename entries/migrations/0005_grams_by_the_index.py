"""On PostgreSQL the runs of three bytes are worked out by the index, and stand in no column (decision 0002)."""

from django.db import migrations

# `b` is made once for a body, and its bytes are read one by one from memory.
GRAMS = """
    CREATE FUNCTION entries_search_grams(body text) RETURNS integer[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS $$
        SELECT array_agg(DISTINCT (get_byte(b, i) << 16) | (get_byte(b, i + 1) << 8) | get_byte(b, i + 2))
        FROM (SELECT convert_to(body, 'UTF8') AS b OFFSET 0) AS bytes, generate_series(0, length(b) - 3) AS i
    $$
"""
# The planner would read every body where many match: the functions look up by the index alone. It needs no statistics
# of the numbers, which take long to work out.
MAKE = (
    GRAMS,
    "CREATE INDEX entries_searchtext_grams ON entries_searchtext USING gin (entries_search_grams(body))",
    "CREATE INDEX entries_searchtext_names ON entries_searchtext USING gin (entries_search_grams(body)) WHERE part < 2",
    "ALTER INDEX entries_searchtext_grams ALTER COLUMN 1 SET STATISTICS 0",
    "ALTER INDEX entries_searchtext_names ALTER COLUMN 1 SET STATISTICS 0",
    """
    CREATE OR REPLACE FUNCTION entries_search_holding(wanted integer[], run text) RETURNS SETOF bigint
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 100 SET enable_seqscan = off AS $$
        SELECT id FROM entries_searchtext
        WHERE entries_search_grams(body) @> wanted AND (run = '' OR strpos(body, run) > 0)
    $$
    """,
    """
    CREATE OR REPLACE FUNCTION entries_search_beginning(either integer[]) RETURNS SETOF bigint
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 1000 SET enable_seqscan = off AS $$
        SELECT id FROM entries_searchtext WHERE entries_search_grams(body) && either
    $$
    """,
    """
    CREATE OR REPLACE FUNCTION entries_search_names(either integer[]) RETURNS TABLE (id bigint, place integer)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 1000 SET enable_seqscan = off AS $$
        SELECT t.id, array_position(either, g.gram)
        FROM entries_searchtext AS t, unnest(entries_search_grams(t.body)) AS g (gram)
        WHERE t.part < 2 AND entries_search_grams(t.body) && either AND g.gram = ANY (either)
    $$
    """,
)
UNMAKE = (
    "DROP INDEX entries_searchtext_names",
    "DROP INDEX entries_searchtext_grams",
    "DROP FUNCTION entries_search_grams(text)",
)
DROP_OLD = UNMAKE[:2]
# Whoever goes back has to run `rebuild_search` of that version, which fills the column.
MAKE_OLD = (
    "CREATE INDEX entries_searchtext_grams ON entries_searchtext USING gin (grams)",
    "CREATE INDEX entries_searchtext_names ON entries_searchtext USING gin (grams) WHERE part < 2",
)


def on_postgresql(statements):
    def run(_apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            for statement in statements:
                schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):
    dependencies = [("entries", "0004_sounds_of_names")]

    operations = [
        migrations.RunPython(on_postgresql(DROP_OLD), on_postgresql(MAKE_OLD)),
        migrations.RemoveField(model_name="searchtext", name="grams"),
        migrations.RunPython(on_postgresql(MAKE), on_postgresql(UNMAKE)),
    ]
