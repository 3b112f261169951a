"""One writer at a time where it matters: whoever revises, publishes or changes names holds this lock, for short."""

import fcntl
import secrets
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from django.db import DatabaseError, connection, transaction

from entries.models import Epoch

# Any number that no other program uses in the same database; these are the bytes of "entries".
_LOCK: Final = 0x656E7472696573
# Whether this thread is within a `writing` that will end the epoch: those within it need not; and within `unlocked`.
_state: Final = threading.local()


@contextmanager
def writing(*, drafts_only: bool = False) -> Iterator[None]:
    """A transaction in which no other can revise, publish or change names; read what you depend on inside it.

    On PostgreSQL an advisory lock held to the end of the transaction. On SQLite the transaction itself, which begins
    IMMEDIATE (settings), is the lock. What readers were shown before ends with it, unless it concerns `drafts_only`:
    pages that are kept are kept under the `Epoch`, which changes in the same transaction.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql" and not getattr(_state, "is_unlocked", False):
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        is_within = getattr(_state, "ends_epoch", False)
        _state.ends_epoch = is_within or not drafts_only
        try:
            yield
        finally:
            _state.ends_epoch = is_within
        if not drafts_only and not is_within:
            begin_epoch()


@contextmanager
def unlocked() -> Iterator[None]:
    """For whoever writes to a copy that nobody else sees: `writing` waits for nobody, and lets nobody wait."""
    _state.is_unlocked = True
    try:
        yield
    finally:
        _state.is_unlocked = False


class AlreadyRunningError(RuntimeError):
    """Somebody else is doing this at the moment."""


@contextmanager
def alone(task: str) -> Iterator[None]:
    """Lets only one process at a time do the task of this name, however long it takes; death ends it too.

    On PostgreSQL a lock of the connection; on SQLite one of a file beside the database's. Raises AlreadyRunningError.
    """
    number = zlib.crc32(task.encode())
    with _file_locked(number) if connection.vendor == "sqlite" else _connection_locked(number):
        yield


@contextmanager
def _connection_locked(number: int) -> Iterator[None]:
    key = _LOCK & 0x7FFFFFFF, number - 0x80000000
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", key)
        if not cursor.fetchone()[0]:
            raise AlreadyRunningError
    try:
        yield
    finally:
        with suppress(DatabaseError), connection.cursor() as cursor:  # a lost connection has lost its lock
            cursor.execute("SELECT pg_advisory_unlock(%s, %s)", key)


@contextmanager
def _file_locked(number: int) -> Iterator[None]:
    database = Path(connection.settings_dict["NAME"])
    if not database.is_file():  # in memory: no other process has it
        yield
        return
    with database.with_name(f"{database.name}-tasks").open("ab") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, number)
        except OSError as error:
            raise AlreadyRunningError from error
        yield


def begin_epoch() -> None:
    """Ends the time for which pages made so far are right. For a change of what readers see that needs no lock."""
    Epoch.objects.bulk_create(
        [Epoch(pk=1, token=secrets.token_hex(8))], update_conflicts=True, unique_fields=["pk"], update_fields=["token"]
    )
