"""Doing something only to see what would come of it."""

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction


@contextmanager
def rehearsal() -> Iterator[None]:
    """What is done within leaves no trace in the database.

    On SQLite it is done in a copy, so that others may write meanwhile: in the system's folder for temporary files
    (TMPDIR), and as large as the database. Elsewhere, and within a transaction of the caller, it is done in a
    transaction that is rolled back, which keeps the lock of writers to its end.
    """
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with _copy():
            yield
        return
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


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
