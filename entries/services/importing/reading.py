"""Reading files in worker processes: all that needs neither the database nor the lock."""

import multiprocessing
import pickle
import zlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Final

from entries import worker
from entries.services.projecting import FaceAnalysis
from entries.text.reading import SourceReading, read_source
from entries.text.tables import Tables

#: Fewer files than this are read at once in this process: starting others would take longer.
WORTH_WORKERS: Final = 100
_PACKING: Final = 3

Read = Callable[[bytes], SourceReading]


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """How files are to be read: tables, a forced encoding, whether mojibake is repaired, whether all is read anew."""

    tables: Tables
    encoding: str | None = None
    repair: bool = False
    reparse: bool = False

    @property
    def read(self) -> Read:
        """Reads the bytes of one file."""
        return partial(
            read_source, tables=self.tables, encoding=self.encoding, repair=self.repair, analyse=FaceAnalysis
        )

    def packed(self) -> bytes:
        """`read`, pickled: what goes to other processes with every few files and is unpacked once in each."""
        return pickle.dumps(self.read)


@contextmanager
def workers(count: int, files: int) -> Iterator[ProcessPoolExecutor | None]:
    """A pool of processes that read files without a database; None where one process does it sooner.

    They start with the first files that they are given.
    """
    if count < 2 or files < WORTH_WORKERS:
        yield None
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(count, mp_context=context, initializer=worker.begin) as pool:
        try:
            yield pool
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def read_and_pack(packed_read: bytes, files: Sequence[bytes]) -> list[tuple[SourceReading, bytes]]:
    """The readings of several files, and their bytes as they are kept: one errand of a worker process."""
    read = _unpacked(packed_read)
    return [(read(data), pack(data)) for data in files]


def pack(data: bytes) -> bytes:
    """A file's bytes as they are kept; zlib's usual effort would save a fifth more and take thrice as long."""
    return zlib.compress(data, _PACKING)


@lru_cache(maxsize=1)
def _unpacked(packed_read: bytes) -> Read:
    read: Read = pickle.loads(packed_read)
    return read
