"""Making texts public and taking them back: rows of Publication, and the faces that follow from them."""

from collections.abc import Sequence
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Max
from django.utils import timezone

from entries.models import Entry, ImportBatch, Publication, Revision, Stage, WorkState
from entries.services.actors import signature
from entries.services.locking import writing
from entries.services.projecting import project


def publish(
    revisions: Sequence[Revision],
    *,
    by: AbstractBaseUser | None,
    at: datetime | None = None,
    first_at: datetime | None = None,
    quiet: bool = False,
    batch: ImportBatch | None = None,
) -> list[Publication]:
    """Makes these revisions, one an entry, what readers see; answers the publications that began.

    An entry whose live revision is already this one is left as it is. `first_at` is when entries that were never
    public first appeared (in print, say); `quiet` keeps them out of feeds; `batch` is the import that publishes.
    """
    with writing():
        now = at or timezone.now()
        entries = [revision.entry_id for revision in revisions]
        live = dict(Publication.objects.filter(entry__in=entries, ended=None).values_list("entry_id", "revision_id"))
        fresh = [revision for revision in revisions if live.get(revision.entry_id) != revision.pk]
        numbers = _last_numbers([revision.entry_id for revision in fresh])
        Publication.objects.filter(entry__in=numbers, ended=None).update(ended=now)
        made = Publication.objects.bulk_create(
            Publication(
                entry_id=revision.entry_id,
                number=numbers[revision.entry_id] + 1,
                revision=revision,
                began=first_at if first_at and not numbers[revision.entry_id] else now,
                quiet=quiet,
                batch=batch,
                **signature(by),
            )
            for revision in fresh
        )
        project(list(numbers))
        return made


def _last_numbers(entries: Sequence[int]) -> dict[int, int]:
    rows = Publication.objects.filter(entry__in=entries).order_by().values_list("entry_id").annotate(Max("number"))
    return dict.fromkeys(entries, 0) | dict(rows)


def withdraw(entries: Sequence[Entry], *, by: AbstractBaseUser | None, reason: str = "") -> int:
    """Ends the publication of these entries; their pages answer 410, their versions stay. Answers how many ended."""
    with writing():
        now = timezone.now()
        live = Publication.objects.filter(entry__in=entries, ended=None)
        revisions = list(live.values_list("revision_id", flat=True))
        WorkState.objects.bulk_create(
            WorkState(revision_id=revision, state=Stage.DRAFT, at=now, note=reason[:500], **signature(by))
            for revision in revisions
        )
        ended = live.update(ended=now)
        project([entry.pk for entry in entries])
        return ended


def set_state(revision: Revision, state: Stage, *, by: AbstractBaseUser | None, note: str = "") -> WorkState:
    """Records where the work on a revision stands (in review, returned, approved, draft)."""
    with writing():
        made = WorkState.objects.create(
            revision=revision, state=state, at=timezone.now(), note=note[:500], **signature(by)
        )
        project([revision.entry_id])
        return made
