"""What imports match files by: the headwords and first periods that an entry ever had."""

from collections.abc import Collection, Iterable, Sequence

from entries.models import Identity, ImportedFile, Revision
from entries.models.columns import KEY_LENGTH
from entries.services.projecting.rows import Made
from entries.text.analysis import Analysis


def identify(made: Sequence[Made]) -> None:
    """Identities of new faces; those that imports gave are never taken away."""
    rows = {(each.face.entry.pk, *identity) for each in made for identity in each.analysis.identities}
    _add_identities(rows)


def add_identities(texts: Iterable[tuple[int, Analysis]]) -> None:
    """The identities of texts that came in with files (entry id, analysis), whether or not they became faces."""
    _add_identities({(entry, *identity) for entry, analysis in texts for identity in analysis.identities})


def identify_imported(entry_ids: Collection[int]) -> None:
    """The identities of every text on the main line, and of every file, of these entries."""
    files = ImportedFile.objects.filter(entry__in=entry_ids, revision__isnull=False).select_related("revision")
    revisions = [file.revision for file in files if file.revision]
    rest = Revision.objects.main_line().filter(entry__in=entry_ids)
    rows: set[tuple[int, str, str]] = set()
    for revision in {*revisions, *rest}:
        rows |= {(revision.entry_id, *identity) for identity in Analysis(revision.article).identities}
    _add_identities(rows)


def _add_identities(rows: Collection[tuple[int, str, str]]) -> None:
    Identity.objects.bulk_create(
        [
            Identity(entry_id=entry, headword_key=key[:KEY_LENGTH], period_key=period)
            for entry, key, period in sorted(rows)
        ],
        ignore_conflicts=True,
    )
