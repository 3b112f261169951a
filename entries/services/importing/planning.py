"""Planning: which files have changed, and reading those that have, in worker processes without a database."""

import hashlib
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from typing import Final

from entries.services.importing.files import FILE_LIMIT, ArchiveError, InputFile
from entries.services.importing.matching import Earlier, earlier_by_path, newest_by_entry
from entries.services.importing.reading import ReadingOptions, read_and_pack
from entries.text.reading import Rejection, SourceReading
from entries.text.tables import Tables

#: Changed files that one transaction takes in.
CHUNK: Final = 200
#: Files whose earlier records are looked up at once; so many that have not changed make one chunk.
_BLOCK: Final = 1_000
#: Chunks that are read ahead of the one being applied.
_AHEAD: Final = 2
_BATCH: Final = 10
#: So few files of a chunk are read in this process.
_FEW: Final = 25

Read = tuple[SourceReading, bytes | None]


@dataclass(frozen=True, slots=True)
class Plan:
    """A file read: its bytes with their digest, and what they say.

    Of bytes seen before `reading` is None, and they are not kept: `data` is empty.
    `packed` is the bytes as they are kept, None where nobody has packed them yet.
    """

    path: str
    data: bytes
    digest: str
    earlier: Earlier | None
    reading: SourceReading | None
    packed: bytes | None = None


class Planner:
    """Reads files chunk by chunk, ahead of whoever applies them; memory holds a few chunks, never all files."""

    def __init__(self, *, source: str, work: int, options: ReadingOptions, pool: ProcessPoolExecutor | None) -> None:
        self.source = source
        self.work = work
        self.options = options
        self.pool = pool
        self.read = options.read

    def chunks(self, files: Iterable[InputFile]) -> Iterator[list[Plan]]:
        """The plans of all files, in order, a chunk at a time."""
        chunks = self._chunked(files)
        waiting: deque[_Waiting] = deque()
        while True:
            while len(waiting) <= (_AHEAD if self.pool else 0) and (pairs := next(chunks, None)):
                new = [plan for plan, seen in pairs if not seen and plan.reading is None]
                waiting.append(_Waiting(pairs, self._read_new(new)))
            if not waiting:
                return
            yield waiting.popleft().plans()

    def _chunked(self, files: Iterable[InputFile]) -> Iterator[list[tuple[Plan, bool]]]:
        """The files as plans without readings, each with whether its bytes were seen before, in chunks.

        Of what was seen before the bytes are not kept.
        """
        iterator = iter(files)
        while block := list(islice(iterator, _BLOCK)):
            earlier = earlier_by_path(self.source, self.work, [file.path for file in block])
            newest = newest_by_entry(self.source, [record.entry for record in earlier.values()])
            chunk: list[tuple[Plan, bool]] = []
            changed = 0
            for file in block:
                record = earlier.get(file.path)
                last = record is not None and newest.get(record.entry) == record.pk
                chunk.append(self._plan(file, record, is_last=last))
                changed += not chunk[-1][1]
                if changed == CHUNK:
                    yield chunk
                    chunk, changed = [], 0
            if chunk:
                yield chunk

    def _plan(self, file: InputFile, record: Earlier | None, *, is_last: bool) -> tuple[Plan, bool]:
        data, problem = _load(file)
        key = hashlib.sha256(data).hexdigest() if not problem else ""
        seen = is_last and record is not None and record.digest == key and not self.options.reparse
        reading = SourceReading(rejection=Rejection(problem)) if problem else None
        return Plan(file.path, b"" if seen else data, key, record, reading), seen

    def _read_new(self, plans: Sequence[Plan]) -> Iterator[Read]:
        """What these plans' bytes say, worked out elsewhere where there is a pool and there are enough of them."""
        if self.pool is None or len(plans) < _FEW:
            return ((self.read(plan.data), None) for plan in plans)
        batches = [plans[start : start + _BATCH] for start in range(0, len(plans), _BATCH)]
        read = self.options.packed()
        futures = [self.pool.submit(read_and_pack, read, [plan.data for plan in batch]) for batch in batches]
        return _results(futures, self.options.tables)


@dataclass(slots=True)
class _Waiting:
    """A chunk whose new files are being read."""

    pairs: list[tuple[Plan, bool]]
    readings: Iterator[Read]

    def plans(self) -> list[Plan]:
        """The chunk's plans, once their readings are there."""
        return [plan if seen or plan.reading else self._with_reading(plan) for plan, seen in self.pairs]

    def _with_reading(self, plan: Plan) -> Plan:
        return Plan(plan.path, plan.data, plan.digest, plan.earlier, *next(self.readings))


def _results(futures: Sequence["Future[list[tuple[SourceReading, bytes]]]"], tables: Tables) -> Iterator[Read]:
    for future in futures:
        for reading, packed in future.result():
            if reading.analysis:
                reading.analysis.tables = tables  # too large to come back with every file
            yield reading, packed


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
