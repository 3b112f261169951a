"""What an import costs, as ratios taken in one run: to reading its files, to segmenting them, to inserting their texts.

    python bench/import.py [--count 1000] [--workers 2] [--references 12]

Wall-clock seconds, and the processor's seconds of all processes, which say more on a machine that others use: on two
cores no import takes less than half of them. What starting the worker processes takes is measured and left out of the
first import. `--references 0` measures texts without anchors. The database is the one that DATABASE_URL names, which
must be empty, or a new SQLite file. Memory is read as Linux tells it, for the first import alone.
"""

import argparse
import hashlib
import os
import resource
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "encyclopedia.settings")
os.environ["DEBUG"] = "0"
os.environ.setdefault("SECRET_KEY", "bench")

from bench._scratch import scratch

SCRATCH = scratch("import")
os.environ.setdefault("DATABASE_URL", f"sqlite:///{SCRATCH}/bench.sqlite3")

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from bench._generated import REFERENCES, write_files  # noqa: E402
from entries.services.importing import ImportOptions, ImportReport, run_import  # noqa: E402
from entries.services.importing.reading import ReadingOptions, read_and_pack, workers  # noqa: E402
from entries.services.tables import current_tables  # noqa: E402
from entries.text.segment import words  # noqa: E402


@dataclass(frozen=True, slots=True)
class Taken:
    """What a job took: seconds on the clock, and of the processor, worker processes included."""

    wall: float
    processor: float


NOTHING = Taken(0.0, 0.0)


def processor() -> float:
    """The processor's seconds of this process and of its workers that have ended."""
    workers = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + workers.ru_utime + workers.ru_stime


def timed(title: str, job: Callable[[], object], floor: Taken | None = None, *, but_for: Taken = NOTHING) -> Taken:
    """Runs the job once; prints and returns what it took, less what `but_for` took."""
    wall, used = time.perf_counter(), processor()
    job()
    taken = Taken(time.perf_counter() - wall - but_for.wall, processor() - used - but_for.processor)
    ratios = ""
    if floor:
        ratios = f"   {taken.wall / floor.wall:6.2f} × floor, processor {taken.processor / floor.processor:6.2f} ×"
    print(f"{title:<44} {taken.wall:8.2f} s  (processor {taken.processor:7.2f} s){ratios}", flush=True)
    return taken


def insert(paths: Sequence[Path]) -> None:
    """Reads the files and puts them into a table of one column, 200 at a time."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bench_texts (id INTEGER PRIMARY KEY, body TEXT)")
        for start in range(0, len(paths), 200):
            rows = list(enumerate(map(text_of, paths[start : start + 200]), start))
            cursor.executemany("INSERT INTO bench_texts (id, body) VALUES (%s, %s)", rows)
        cursor.execute("DROP TABLE bench_texts")


def text_of(path: Path) -> str:
    """What is in a file."""
    return path.read_text("utf-8")


def segment_all(paths: Sequence[Path]) -> None:
    """Reads every file and segments it, line by line."""
    for path in paths:
        for line in text_of(path).split("\n"):
            words(line)


def read_all(paths: Sequence[Path]) -> None:
    """Reads every file."""
    for path in paths:
        path.read_bytes()


def hash_all(paths: Sequence[Path]) -> None:
    """Reads every file and takes its digest."""
    for path in paths:
        hashlib.sha256(path.read_bytes()).hexdigest()


def forget_the_peak() -> None:
    """Lets `peak` begin anew (Linux, proc(5): clear_refs)."""
    Path("/proc/self/clear_refs").write_text("5")


def peak() -> float:
    """The most memory that this process has had since `forget_the_peak`, in MB."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


class LargestWorker:
    """The most memory that any child of this process has had while the block ran, in MB; looked at twice a second."""

    def __enter__(self) -> "LargestWorker":
        self.megabytes = 0.0
        self._over = threading.Event()
        self._watching = threading.Thread(target=self._watch)
        self._watching.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._over.set()
        self._watching.join()

    def _watch(self) -> None:
        while not self._over.wait(0.5):
            for children in Path("/proc/self/task").glob("*/children"):
                for child in children.read_text().split():
                    with suppress(OSError, IndexError):  # it may be gone by now
                        status = Path(f"/proc/{child}/status").read_text()
                        self.megabytes = max(self.megabytes, int(status.partition("VmHWM:")[2].split()[0]) / 1024)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=1_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--references", type=int, default=REFERENCES)
    given = parser.parse_args()
    count: int = given.count
    call_command("migrate", verbosity=0)
    list(words("อุ่นเครื่อง"))
    folder = Path(SCRATCH) / "files"
    paths = list(write_files(folder, count, references=given.references))
    characters = sum(len(text_of(path)) for path in paths)
    print(
        f"{count} entries, {characters / count:,.0f} characters each, on {connection.vendor}, "
        f"{given.references} references each, {given.workers} workers"
    )

    reading = timed("reading the files", lambda: read_all(paths))
    hashing = timed("reading and hashing the files", lambda: hash_all(paths))
    segmenting = timed("segmenting their text once", lambda: segment_all(paths), but_for=reading)
    inserting = timed("inserting the texts into one table", lambda: insert(paths), but_for=reading)
    parts = (reading, segmenting, inserting)
    floor = Taken(sum(part.wall for part in parts), sum(part.processor for part in parts))
    title = "floor: reading, segmenting and inserting"
    print(f"{title:<44} {floor.wall:8.2f} s  (processor {floor.processor:7.2f} s)")

    def bring(**options: object) -> ImportReport:
        chosen = ImportOptions(workers=given.workers, **options)  # type: ignore[arg-type]
        return run_import([folder], chosen, by=None, tell=lambda _file: None)

    def start() -> None:
        """Has every worker read the same file."""
        with workers(given.workers, count) as pool:
            read, data = ReadingOptions(current_tables()).packed(), paths[0].read_bytes()
            for future in [pool.submit(read_and_pack, read, [data]) for _each in range(given.workers)] if pool else ():
                future.result()

    started = timed("starting the workers", start)
    forget_the_peak()
    before = peak()
    with LargestWorker() as worker:
        timed("first import", bring, floor, but_for=started)
    print(f"{'memory: before, the writer, a worker':<44} {before:8.1f}, {peak():.1f}, {worker.megabytes:.1f} MB")
    timed("the same files again", bring, hashing)
    changed = paths[count // 2]
    changed.write_text(changed.read_text("utf-8").replace("นาย", "เซอร์", 1), encoding="utf-8")
    timed("one changed file among the rest", bring, hashing)
    timed("the same files, published", lambda: bring(publish=True), floor)


if __name__ == "__main__":
    main()
