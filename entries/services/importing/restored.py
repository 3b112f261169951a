"""Records of the files whose entries came in whole from an export."""

from collections.abc import Iterator, Mapping

from entries.models import ImportedFile, Outcome
from entries.services.importing.applying import Directions
from entries.services.importing.report import FileReport
from entries.services.locking import writing
from entries.services.restoring import Restored


def record_restored(restored: Mapping[str, Restored], to: Directions) -> Iterator[FileReport]:
    """Keeps that the batch brought these entries, by file: what the next export is merged against. A report each."""
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
            for path, each in sorted(restored.items())
        )
    for path, each in sorted(restored.items()):
        to.claimed[each.entry] = hash(path)
        yield FileReport(path, Outcome.CREATED, slug=each.slug)
