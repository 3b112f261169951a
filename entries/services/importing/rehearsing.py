"""Doing something only to see what would come of it."""

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connection, connections, models, transaction
from django.db.backends.utils import CursorWrapper

from entries.models import SearchText
from entries.services.locking import unlocked


@contextmanager
def rehearsal() -> Iterator[None]:
    """What is done within leaves no trace in the database, and is done in a copy, so that others may write meanwhile.

    On SQLite a copy in the system's folder for temporary files (TMPDIR), as large as the database; within a transaction
    of the caller none, but one that is rolled back. On PostgreSQL temporary tables of the connection, which need the
    right TEMPORARY, and space for all but the index of search.
    """
    if connection.vendor == "postgresql":
        with _temporary_tables():
            yield
    elif connection.in_atomic_block:
        with transaction.atomic():
            yield
            transaction.set_rollback(True)
    else:
        with _copy():
            yield


@contextmanager
def _temporary_tables() -> Iterator[None]:
    """Lets the names of the tables mean copies of them, as they are at one moment, in this connection.

    PostgreSQL looks for a table among the temporary ones first. These have no foreign keys, and go when the transaction
    is rolled back.
    """
    is_outermost = not connection.in_atomic_block
    with unlocked(), transaction.atomic():
        with connection.cursor() as cursor:
            if is_outermost:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            for model in apps.get_app_config("entries").get_models(include_auto_created=True):
                _make_temporary(model, cursor)
        yield
        transaction.set_rollback(True)


def _make_temporary(model: type[models.Model], cursor: CursorWrapper) -> None:
    """Makes a temporary copy of a model's table, which goes on counting where the table is."""
    quote = connection.ops.quote_name
    name, key = quote(model._meta.db_table), model._meta.pk.column or ""
    cursor.execute("SELECT relnamespace::regnamespace::text FROM pg_class WHERE oid = %s::regclass", [name])
    table, original = f"pg_temp.{name}", f"{cursor.fetchone()[0]}.{name}"
    cursor.execute(f"CREATE TEMPORARY TABLE {name} (LIKE {original} INCLUDING ALL)")
    # What stands in the index of search is only asked by readers.
    if model is not SearchText:
        cursor.execute(f"INSERT INTO {table} SELECT * FROM {original}")
    cursor.execute(
        f"SELECT setval(own.sequence, COALESCE((SELECT MAX({quote(key)}) FROM {original}), 0) + 1, false)"
        " FROM (SELECT pg_get_serial_sequence(%s, %s) AS sequence) own WHERE own.sequence IS NOT NULL",
        [table, key],
    )
    cursor.execute(f"ANALYZE {table}")


@contextmanager
def _copy() -> Iterator[None]:
    """Lets the database's name mean a copy of it, in this thread."""
    original = connections[DEFAULT_DB_ALIAS]
    with tempfile.TemporaryDirectory(prefix="encyclopedia-") as folder:
        path = Path(folder) / "copy.sqlite3"
        original.ensure_connection()
        with closing(sqlite3.connect(path)) as target:
            original.connection.backup(target)
        copy = original.copy()
        copy.settings_dict["NAME"] = str(path)
        connections[DEFAULT_DB_ALIAS] = copy
        try:
            yield
        finally:
            copy.close()
            connections[DEFAULT_DB_ALIAS] = original
