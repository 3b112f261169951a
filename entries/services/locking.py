"""One writer at a time where it matters: whoever revises, publishes or changes names holds this lock, for short."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.db import connection, transaction

# Any number that no other program uses in the same database; these are the bytes of "entries".
_LOCK: Final = 0x656E7472696573


@contextmanager
def writing() -> Iterator[None]:
    """A transaction in which no other can revise, publish or change names; read what you depend on inside it.

    On PostgreSQL an advisory lock held to the end of the transaction. On SQLite the transaction itself, which begins
    IMMEDIATE (settings), is the lock.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        yield
