"""Planning: which files have changed, and reading those that have, in worker processes without a database."""

import hashlib
import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Final

from entries.services.importing.files import FILE_LIMIT, ArchiveError, InputFile
from entries.services.importing.matching import Earlier, earlier_by_path, newest_by_entry
from entries.text.reading import Rejection, SourceReading, read_all, read_source
from entries.text.tables import Tables

#: Files that one transaction takes in.
CHUNK: Final = 200
#: Fewer files than this are read at once in this process: starting others would take longer.
WORTH_WORKERS: Final = 100
#: Chunks that are read ahead of the one being applied.
_AHEAD: Final = 2
_BATCH: Final = 10


@dataclass(frozen=True, slots=True)
class Plan:
    """A file read: its bytes with their digest, and what they say; `reading` is None for bytes seen before."""

    path: str
    data: bytes
    digest: str
    earlier: Earlier | None
    reading: SourceReading | None


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """How files are to be read: tables, a forced encoding, whether mojibake is repaired, whether all is read anew."""

    tables: Tables
    encoding: str | None = None
    repair: bool = False
    reparse: bool = False


class Planner:
    """Reads files chunk by chunk, ahead of whoever applies them; memory holds a few chunks, never all files."""

    def __init__(self, *, source: str, work: int, options: ReadingOptions, pool: ProcessPoolExecutor | None) -> None:
        self.source = source
        self.work = work
        self.options = options
        self.pool = pool
        self.read = partial(read_source, tables=options.tables, encoding=options.encoding, repair=options.repair)

    def chunks(self, files: Iterable[InputFile]) -> Iterator[list[Plan]]:
        """The plans of all files, in order, a chunk at a time."""
        iterator = iter(files)
        waiting: deque[_Waiting] = deque()
        while True:
            while len(waiting) <= (_AHEAD if self.pool else 0):
                chunk = list(islice(iterator, CHUNK))
                if not chunk:
                    break
                waiting.append(self._begin(chunk))
            if not waiting:
                return
            yield waiting.popleft().plans()

    def _begin(self, chunk: Sequence[InputFile]) -> "_Waiting":
        loaded = [_load(file) for file in chunk]
        earlier = earlier_by_path(self.source, self.work, [file.path for file in chunk])
        newest = newest_by_entry(self.source, [record.entry for record in earlier.values()])
        plans = []
        for file, (data, problem) in zip(chunk, loaded, strict=True):
            record = earlier.get(file.path)
            key = hashlib.sha256(data).hexdigest() if not problem else ""
            seen = record is not None and record.digest == key and newest.get(record.entry) == record.pk
            reading = SourceReading(rejection=Rejection(problem)) if problem else None
            plans.append((Plan(file.path, data, key, record, reading), seen and not self.options.reparse))
        return _Waiting(plans, self._read_new([plan for plan, seen in plans if not seen and plan.reading is None]))

    def _read_new(self, plans: Sequence[Plan]) -> Iterator[SourceReading]:
        """The readings of these plans' bytes, worked out elsewhere where there is a pool."""
        if self.pool is None:
            return map(self.read, [plan.data for plan in plans])
        batches = [plans[start : start + _BATCH] for start in range(0, len(plans), _BATCH)]
        futures = [self.pool.submit(read_all, [plan.data for plan in batch], self.read) for batch in batches]
        return _results(futures)


@dataclass(slots=True)
class _Waiting:
    """A chunk whose new files are being read."""

    pairs: list[tuple[Plan, bool]]
    readings: Iterator[SourceReading]

    def plans(self) -> list[Plan]:
        """The chunk's plans, once their readings are there."""
        return [plan if seen or plan.reading else self._with_reading(plan) for plan, seen in self.pairs]

    def _with_reading(self, plan: Plan) -> Plan:
        return Plan(plan.path, plan.data, plan.digest, plan.earlier, next(self.readings))


def _results(futures: Sequence["Future[list[SourceReading]]"]) -> Iterator[SourceReading]:
    for future in futures:
        yield from future.result()


def _load(file: InputFile) -> tuple[bytes, str]:
    """The bytes of a file, or why they cannot be had."""
    try:
        data = file.read()
    except ArchiveError as error:
        return b"", str(error)
    except OSError as error:
        return b"", f"อ่านแฟ้มไม่ได้: {error.strerror}"
    if len(data) > FILE_LIMIT:
        return b"", f"แฟ้มใหญ่เกิน {FILE_LIMIT // 1024**2} MiB"
    return data, ""


@contextmanager
def workers(count: int, files: int) -> Iterator[ProcessPoolExecutor | None]:
    """A pool of processes that read files, without Django and without a database; None where one does it sooner."""
    if count < 2 or files < WORTH_WORKERS:
        yield None
        return
    with ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn")) as pool:
        try:
            yield pool
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
