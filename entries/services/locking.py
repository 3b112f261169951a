"""One writer at a time where it matters: whoever revises, publishes or changes names holds this lock, for short."""

import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.db import connection, transaction

from entries.models import Epoch

# Any number that no other program uses in the same database; these are the bytes of "entries".
_LOCK: Final = 0x656E7472696573
# Whether this thread is within a `writing` that will end the epoch: those within it need not.
_state: Final = threading.local()


@contextmanager
def writing(*, drafts_only: bool = False) -> Iterator[None]:
    """A transaction in which no other can revise, publish or change names; read what you depend on inside it.

    On PostgreSQL an advisory lock held to the end of the transaction. On SQLite the transaction itself, which begins
    IMMEDIATE (settings), is the lock. What readers were shown before ends with it, unless it concerns `drafts_only`:
    pages that are kept are kept under the `Epoch`, which changes in the same transaction.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":
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


def begin_epoch() -> None:
    """Ends the time for which pages made so far are right. For a change of what readers see that needs no lock."""
    Epoch.objects.bulk_create(
        [Epoch(pk=1, token=secrets.token_hex(8))], update_conflicts=True, unique_fields=["pk"], update_fields=["token"]
    )
