"""One run of an import: files planned, then applied chunk by chunk, one transaction each."""

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Final

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from entries.models import ImportBatch, Outcome, Work
from entries.services import registers
from entries.services.actors import signature
from entries.services.importing.applying import Chunk
from entries.services.importing.files import REGISTERS, InputFile, Registered, find_files, read_registers
from entries.services.importing.planning import plan
from entries.services.importing.report import ImportReport
from entries.text.tables import DEFAULT_TABLES, Tables

#: Files that one transaction takes in.
CHUNK: Final = 200
#: The source of a folder that an export wrote.
EXPORT: Final = "export"


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How an import is to be done. `work` is a slug, None for the only one; `source` None for "files"."""

    work: str | None = None
    source: str | None = None
    name: str = ""
    dry_run: bool = False
    publish: bool = False
    encoding: str | None = None
    tables: Tables = field(default=DEFAULT_TABLES)


def run_import(
    paths: Sequence[Path],
    options: ImportOptions,
    *,
    by: AbstractBaseUser | None,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> ImportReport:
    """Imports the text files among these paths; a file that cannot be taken in changes nothing.

    `progress` is told how many files are done, of how many. A dry run does all of it in a transaction that is rolled
    back. Raises NoSuchPathError, RegistersError, Work.DoesNotExist or Work.MultipleObjectsReturned before anything.
    """
    files = list(find_files(paths))
    registered = read_registers(paths)
    source = EXPORT if any((path / REGISTERS).is_file() for path in paths if path.is_dir()) else options.source or "files"
    if not options.dry_run:
        return _run(files, options, source, registered, by, progress)
    with transaction.atomic():
        report = _run(files, options, source, registered, by, progress)
        transaction.set_rollback(True)
    report.batch = None
    return report


def _run(
    files: Sequence[InputFile],
    options: ImportOptions,
    source: str,
    registered: Mapping[str, Registered],
    by: AbstractBaseUser | None,
    progress: Callable[[int, int], None],
) -> ImportReport:
    work = registers.the_work(options.work or _work_of(registered.values()))
    batch = ImportBatch.objects.create(
        work=work,
        source=source,
        name=options.name,
        began=timezone.now(),
        options={"publish": options.publish, "encoding": options.encoding},
        **signature(by),
    )
    report = ImportReport(source, work.slug, options.dry_run, batch.pk)
    claimed: set[int] = set()
    for chunk in _chunks(files):
        plans = [plan(file, tables=options.tables, encoding=options.encoding) for file in chunk]
        applied = Chunk(plans, batch=batch, registered=registered, claimed=claimed, by=by)
        report.files += applied.apply()
        if options.publish:
            report.published += applied.publish()
        progress(len(report.files), len(files))
    _close(batch, work, report)
    return report


def _work_of(registered: Iterable[Registered]) -> str | None:
    return next((row.work for row in registered), None)


def _chunks(files: Sequence[InputFile]) -> Iterator[list[InputFile]]:
    iterator = iter(files)
    while chunk := list(islice(iterator, CHUNK)):
        yield chunk


def _close(batch: ImportBatch, work: Work, report: ImportReport) -> None:
    unchanged = [file.path for file in report.files if file.outcome is Outcome.UNCHANGED]
    batch.unchanged = zlib.compress("\n".join(unchanged).encode())
    batch.counts = report.counts
    batch.finished = timezone.now()
    batch.save()



