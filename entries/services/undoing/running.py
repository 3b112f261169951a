"""One batch undone: judged and changed in sets, in one transaction."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Final

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from entries.models import ImportBatch, ImportedFile, Publication, Revision
from entries.services.actors import signature
from entries.services.locking import writing
from entries.services.tables import current_tables
from entries.services.undoing.applying import Applying
from entries.services.undoing.judging import judge
from entries.services.undoing.report import UndoReport
from entries.text.analysis import Analysis

#: Entries that are looked at and changed together.
_CHUNK: Final = 200
#: Texts that are analysed before the lock is taken, so that it is held for short; more would take too much memory.
_AHEAD: Final = 1000
#: Among a batch's remarks: the entries (ids) of which all that it did was taken back.
_TAKEN_BACK: Final = "taken_back"


class AlreadyUndoneError(ValueError):
    """The batch has been undone before, and nothing of it was left; the message says when."""


def undo(
    batch: ImportBatch,
    *,
    by: AbstractBaseUser | None,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> UndoReport:
    """Takes back what a batch did, in one transaction, and answers what that meant for each entry.

    An entry that the batch created is withdrawn if it became public, else set aside, never deleted. Of any other the
    text before the batch is the latest again (a new revision of origin UNDO), and what was live before it is live. An
    entry that somebody edited, published or withdrew since, or that a later file brought or confirmed, is left, and
    its file stays the base of the next one; `reason` says which it was. Files of entries that are not left are marked
    `undone`, which takes their texts out of their source's line, and their open conflicts are closed.

    A batch of which every entry had to be left is not marked as undone, and what was left of one that is can be undone
    again, once its reason is gone. A batch that was cut off is closed by it. `progress` is told how many entries are
    done, of how many. Raises AlreadyUndoneError.
    """
    _check(batch)
    ids = _concerned(batch)
    ahead = _analyse_ahead(batch, ids)
    with writing():
        batch.refresh_from_db()
        _check(batch)
        ids = _concerned(batch)
        confirmed = _confirmed_later(batch)
        report = UndoReport(batch.pk, batch.source)
        now = timezone.now()
        taken_back = set(batch.remarks.get(_TAKEN_BACK, ()))
        for chunk in _chunks(ids):
            steps = judge(batch, chunk, confirmed)
            taken_back |= {step.entry for step in steps if not step.reason}
            report.entries += Applying(batch, steps, by, now, ahead).run()
            progress(len(report.entries), len(ids))
        batch.remarks = {**batch.remarks, _TAKEN_BACK: sorted(taken_back)}
        _close(batch, by, now, is_undone=not report.is_all_left)
    return report


def is_undoable(batch: ImportBatch) -> bool:
    """Whether there is something to undo: the batch is not undone, or entries of it had to be left."""
    return batch.undone is None or bool(_concerned(batch))


def was_taken_back(batch: ImportBatch | None, entry: int) -> bool:
    """Whether undoing a batch took back what it had done to this entry (an id); an entry may have had to be left."""
    if batch is None or batch.undone is None:
        return False
    taken_back = batch.remarks.get(_TAKEN_BACK)  # a batch that was undone long ago does not say
    return taken_back is None or entry in taken_back


def _check(batch: ImportBatch) -> None:
    if not is_undoable(batch):
        assert batch.undone is not None
        at = timezone.localtime(batch.undone)
        raise AlreadyUndoneError(f"ชุดนำเข้าที่ {batch.pk} ถูกยกเลิกไปแล้วเมื่อ {at:%Y-%m-%d %H:%M}")


def _concerned(batch: ImportBatch) -> list[int]:
    """The entries that the batch gave a text to or published, in order of their numbers, but those taken back."""
    files = ImportedFile.objects.filter(batch=batch, entry__isnull=False, undone=None)
    shown = Publication.objects.filter(batch=batch)
    brought = {entry for entry in files.values_list("entry_id", flat=True) if entry is not None}
    published = set(shown.values_list("entry_id", flat=True)) - set(batch.remarks.get(_TAKEN_BACK, ()))
    return sorted(brought | published)


def _confirmed_later(batch: ImportBatch) -> set[int]:
    """Entries whose files came unchanged with a later batch of the source."""
    later = ImportBatch.objects.filter(work=batch.work_id, source=batch.source, pk__gt=batch.pk, undone=None)
    return {entry for row in later.only("unchanged").iterator() for entry, _path in row.unchanged_files()}


def _analyse_ahead(batch: ImportBatch, ids: Sequence[int]) -> dict[str, Analysis]:
    """Analyses of the texts to be restored, by digest, as far as can be seen before the lock."""
    confirmed = _confirmed_later(batch)
    wanted = (step.restore for chunk in _chunks(ids) for step in judge(batch, chunk, confirmed) if step.restore)
    tables = current_tables()
    ahead: dict[str, Analysis] = {}
    for revision in Revision.objects.filter(pk__in=list(islice(wanted, _AHEAD))).iterator(chunk_size=_CHUNK):
        ahead[revision.digest] = Analysis(revision.article, tables)
        ahead[revision.digest].prepare()
    return ahead


def _close(batch: ImportBatch, by: AbstractBaseUser | None, now: datetime, *, is_undone: bool) -> None:
    """Closes a batch that was cut off, so that nothing more of it comes in, and marks what is undone."""
    row = ImportBatch.objects.filter(pk=batch.pk)
    if batch.finished is None:
        row.update(finished=now, counts=batch.count_files())
        is_undone = True
    if is_undone and batch.undone is None:
        signed = signature(by)
        row.update(undone=now, undone_by=signed["by"], undone_by_name=signed["by_name"])
    row.update(remarks=batch.remarks)
    batch.refresh_from_db()


def _chunks(ids: Iterable[int]) -> Iterator[list[int]]:
    iterator = iter(ids)
    while chunk := list(islice(iterator, _CHUNK)):
        yield chunk
