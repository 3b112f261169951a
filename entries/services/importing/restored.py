"""Records of the files whose entries came in whole from an export."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from entries.models import ImportedFile, Outcome, Revision
from entries.services.importing.applying import Directions
from entries.services.importing.report import FileReport
from entries.services.locking import writing
from entries.services.restoring import Restored

#: Entries whose texts are read together.
_PART: Final = 500


def record_restored(restored: Mapping[str, Restored], to: Directions) -> Iterator[FileReport]:
    """Keeps that the batch brought these entries, by file: what the next export is merged against. A report each."""
    rows = sorted(restored.items())
    with writing():
        ImportedFile.objects.bulk_create(
            ImportedFile(
                batch=to.batch,
                path=path[:1000],
                entry_id=each.entry,
                revision_id=each.revision,
                main_id=each.revision,
                outcome=Outcome.CREATED,
            )
            for path, each in rows
        )
    for part in (rows[start : start + _PART] for start in range(0, len(rows), _PART)):
        told = _foretold([each.entry for _path, each in part], to)
        for path, each in part:
            to.claimed[each.entry] = hash(path)
            yield FileReport(path, Outcome.CREATED, slug=each.slug, changes=tuple(told.get(each.entry, ())))


def _foretold(entries: Sequence[int], to: Directions) -> Mapping[int, Sequence[str]]:
    """What a rehearsal says of these entries."""
    if to.foretold is None:
        return {}
    latest = Revision.objects.filter(entry__in=entries).latest_of_each()
    return to.foretold.describe_new({revision.entry_id: revision for revision in latest})
