"""A folder for what a benchmark makes, gone when it ends."""

import atexit
import multiprocessing
import shutil
import tempfile


def scratch(name: str) -> str:
    """A new folder; in a worker process, which reads the benchmark anew, the system's own folder for such things."""
    if multiprocessing.parent_process() is not None:
        return tempfile.gettempdir()
    folder = tempfile.mkdtemp(prefix=f"bench-{name}-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
