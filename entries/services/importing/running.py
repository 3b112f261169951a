"""One run of an import: files planned, then applied chunk by chunk, one transaction each."""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from entries.models import Entry, ImportBatch, ImportedFile, Publication, Work
from entries.services import registers
from entries.services.actors import signature
from entries.services.exporting.lines import REGISTERS
from entries.services.importing.applying import Chunk, Directions
from entries.services.importing.changes import Foretold
from entries.services.importing.files import Found, Registered, find_files, read_map, read_registers
from entries.services.importing.planning import Planner
from entries.services.importing.reading import ReadingOptions, workers
from entries.services.importing.rehearsing import rehearsal
from entries.services.importing.report import FileReport, ImportReport
from entries.services.importing.restored import record_restored
from entries.services.locking import AlreadyRunningError, alone
from entries.services.restoring import restore
from entries.services.tables import current_tables

#: The source of a folder that an export wrote.
EXPORT: Final = "export"
#: So many new objects make Python look for circles while an import runs.
_OBJECTS: Final = 50_000


class SourceBusyError(RuntimeError):
    """Another import of this source is running; the message says what to do."""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How an import is to be done.

    `work` is a slug, None for the only one; `source` None for "files"; `name` what the batch is called. `encoding`
    forces one, `repair` mends mojibake, `fix_safe` mends what needs no eye on it, as a further revision. `publish`
    makes public what is brought in, `first_published` says since when what was never public is, `quiet` keeps it out
    of feeds. `complete` says that the files are all of the source, and reports its entries that they lack.
    `decisions` is a file that settles held files; `reparse` reads unchanged files anew. `workers` processes read the
    files.
    """

    work: str | None = None
    source: str | None = None
    name: str = ""
    dry_run: bool = False
    encoding: str | None = None
    repair: bool = False
    fix_safe: bool = False
    publish: bool = False
    first_published: datetime | None = None
    quiet: bool = False
    complete: bool = False
    decisions: Path | None = None
    reparse: bool = False
    workers: int = 1


def run_import(
    paths: Sequence[Path],
    options: ImportOptions,
    *,
    by: AbstractBaseUser | None,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
    tell: Callable[[FileReport], None] | None = None,
) -> ImportReport:
    """Imports the text files among these paths; a file that cannot be taken in changes nothing.

    The source's unfinished batch, if there is one, is continued: what it took in is not taken in again. A dry run does
    all of it as a `rehearsal`. `progress` is told how many files are done, of how many; `tell`
    takes the files' reports one by one instead of the report, which then stays small. A folder that an export wrote
    brings entries that the database does not know, with all that its registers say of them.

    Raises NoSuchPathError, ArchiveError, RegistersError, RestoreError, Work.DoesNotExist, Work.MultipleObjectsReturned
    or SourceBusyError before anything is changed; BatchUndoneError where somebody undoes the batch meanwhile.
    """
    found = find_files(paths)
    folders = [path for path in paths if path.is_dir() and (path / REGISTERS).is_file()]
    registered = read_registers(folders)
    decisions = read_map(options.decisions) if options.decisions else {}
    source = EXPORT if folders else options.source or "files"
    run = _Run(found, options, source, registered, decisions, by, folders)
    if not options.dry_run:
        try:
            with alone(f"import {options.work or ''} {source}"):
                return run.run(progress, tell)
        except AlreadyRunningError as error:
            raise SourceBusyError(f"กำลังนำเข้าแฟ้มของแหล่ง {source} อยู่แล้ว ให้รอจนเสร็จ หรือระบุแหล่งอื่นด้วย --source") from error
    with rehearsal():
        report = run.run(progress, tell)
    report.batch = None
    return report


class _Run:
    """One import in progress."""

    def __init__(
        self,
        found: Found,
        options: ImportOptions,
        source: str,
        registered: Mapping[str, Registered],
        decisions: Mapping[str, str],
        by: AbstractBaseUser | None,
        folders: Sequence[Path],
    ) -> None:
        self.found = found
        self.options = options
        self.source = source
        self.registered = registered
        self.decisions = decisions
        self.by = by
        self.folders = folders

    def run(self, progress: Callable[[int, int], None], tell: Callable[[FileReport], None] | None) -> ImportReport:
        """All files, chunk by chunk."""
        options = self.options
        restored = {file: each for folder in self.folders for file, each in restore(folder, by=self.by).entries.items()}
        work = registers.the_work(options.work or next((row.work for row in self.registered.values()), None))
        batch, continued = self._batch(work)
        report = ImportReport(self.source, work.slug, options.dry_run, batch.pk, continued, ignored=self.found.ignored)
        tables = current_tables()
        foretold = Foretold() if options.dry_run else None
        directions = Directions(
            batch=batch,
            is_continued=continued,
            present={file.path: file for file in self.found.files},
            by=self.by,
            registered=self.registered,
            decisions=self.decisions,
            publish=options.publish,
            first_published=options.first_published,
            quiet=options.quiet,
            foretold=foretold,
            fix_safe=options.fix_safe,
            tables=tables,
            claimed=_claimed(batch) if continued else {},
        )
        reading = ReadingOptions(tables, options.encoding, options.repair, options.reparse)
        rehearsed: list[FileReport] = []
        keep = rehearsed.append if foretold else tell or report.files.append
        for file in record_restored(restored, directions):
            keep(file)
            report.outcomes[file.outcome] += 1
        files = [file for file in self.found.files if file.path not in restored]
        with workers(options.workers, len(files)) as pool, _collecting_seldom():
            planner = Planner(source=self.source, work=work.pk, options=reading, pool=pool)
            for plans in planner.chunks(files):
                applied = Chunk(plans, directions)
                for file in applied.apply():
                    keep(file)
                    report.outcomes[file.outcome] += 1
                    if file.not_published:
                        report.not_published[file.slug] = file.not_published
                report.published += applied.published
                progress(report.outcomes.total(), len(self.found.files))
        if foretold:
            links = foretold.links()
            for file in rehearsed:
                (tell or report.files.append)(replace(file, changes=(*file.changes, *links.get(file.slug, ()))))
        report.undecided = sorted(self.decisions.keys() - directions.present.keys())
        self._close(batch, report, directions)
        return report

    def _batch(self, work: Work) -> tuple[ImportBatch, bool]:
        """The source's unfinished batch, else a new one."""
        chosen = self.options
        options = {
            "encoding": chosen.encoding,
            "repair": chosen.repair,
            "fix_safe": chosen.fix_safe,
            "publish": chosen.publish,
            "first_published": chosen.first_published.isoformat() if chosen.first_published else None,
            "quiet": chosen.quiet,
            "complete": chosen.complete,
            "reparse": chosen.reparse,
        }
        unfinished = ImportBatch.objects.filter(work=work, source=self.source, finished=None, undone=None).first()
        if unfinished is None:
            began = timezone.now()
            made = ImportBatch.objects.create(
                work=work, source=self.source, name=chosen.name, began=began, options=options, **signature(self.by)
            )
            return made, False
        # What is said now is how the rest of the batch comes in.
        unfinished.name, unfinished.options = chosen.name or unfinished.name, options
        unfinished.save(update_fields=["name", "options"])
        return unfinished, True

    def _close(self, batch: ImportBatch, report: ImportReport, directions: Directions) -> None:
        if self.options.complete:
            report.missing = _missing(batch, set(directions.claimed))
        batch.counts = batch.count_files() if report.continued else report.counts
        batch.remarks = {
            "ignored": report.ignored,
            "missing": report.missing,
            "published": (Publication.objects.filter(batch=batch).count() if report.continued else report.published),
            "not_published": report.not_published,
        }
        batch.finished = timezone.now()
        batch.save(update_fields=["counts", "remarks", "finished"])


@contextmanager
def _collecting_seldom() -> Iterator[None]:
    """A chunk makes hundreds of thousands of objects, hardly any of which refer to each other in circles: looking for
    such circles as often as Python does by itself takes a fifth of the writer's time.
    """
    often = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_OBJECTS, *often[1:])
    try:
        yield
    finally:
        gc.set_threshold(*often)
        gc.unfreeze()


def _claimed(batch: ImportBatch) -> dict[int, int]:
    """The entries that files of this batch have been matched to, with a hash of the file's path."""
    rows = ImportedFile.objects.filter(batch=batch, entry__isnull=False).values_list("entry_id", "path")
    taken = {entry: hash(path) for entry, path in rows if entry is not None}
    return taken | {entry: hash(path) for entry, path in batch.unchanged_files()}


def _missing(batch: ImportBatch, claimed: set[int]) -> list[str]:
    """Addresses of the entries that the source brought and no file of this batch was matched to.

    Compared with the source's last complete batch and those since; with all of them where none was complete. What is
    set aside is not missed, nor an entry whose file came and was held or rejected.
    """
    before = ImportBatch.objects.filter(work=batch.work_id, source=batch.source, undone=None).exclude(pk=batch.pk)
    whole = before.filter(options__complete=True, finished__isnull=False).order_by("pk").last()
    if whole is not None:
        before = before.filter(pk__gte=whole.pk)
    refused = set(ImportedFile.objects.filter(batch=batch, entry=None).values_list("path", flat=True))
    there: dict[int, str] = {}
    for each in before.order_by("pk"):
        there |= dict(each.unchanged_files())
        files = ImportedFile.objects.filter(batch=each, entry__isnull=False, undone=None).values_list(
            "entry_id", "path"
        )
        there |= {entry: path for entry, path in files if entry is not None}
    lacking = [entry for entry, path in there.items() if entry not in claimed and path not in refused]
    rows = Entry.objects.filter(pk__in=lacking, set_aside=None).order_by("slug")
    return list(rows.values_list("slug", flat=True))
