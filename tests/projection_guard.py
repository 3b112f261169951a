"""Who writes projections, seen at the database: whatever a write looks like in the code, its statement passes here."""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.apps import apps

from tests.test_architecture import KINDS

ROOT = Path(__file__).resolve().parent.parent
#: Where a write may come from: the one folder, and tests, which spoil projections on purpose.
ALLOWED = tuple(str(ROOT / folder) for folder in ("entries/services/projecting/", "entries/migrations/", "tests/"))
PASSED_BY = tuple(str(ROOT / path) for path in ("tests/projection_guard.py", "entries/models/", "encyclopedia/sqlite/"))
WRITE = re.compile(r'\s*(?:INSERT\s+(?:OR \w+\s+)?INTO|UPDATE|DELETE\s+FROM|COPY|TRUNCATE)\s+"?(\w+)', re.IGNORECASE)


class ForeignWriteError(AssertionError):
    """A projection was written by something else than `services/projecting`."""


def projection_tables() -> set[str]:
    """The tables of the models that are projections."""
    return {apps.get_model("entries", name)._meta.db_table for name in KINDS["projection"]}


class ProjectionGuard:
    """An execute wrapper that refuses writes of projections from anywhere else."""

    def __init__(self) -> None:
        self.tables = projection_tables()

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        found = WRITE.match(sql)
        if found and found[1] in self.tables and not (writer := _writer()).startswith(ALLOWED):
            raise ForeignWriteError(f"{writer} writes {found[1]}: {sql[:200]}")
        return execute(sql, params, many, context)


def _writer() -> str:
    """The file of ours that is nearest to the statement."""
    frame = sys._getframe(2)
    while frame is not None:
        path = frame.f_code.co_filename
        if path.startswith(str(ROOT)) and "/.venv/" not in path and not path.startswith(PASSED_BY):
            return path
        frame = frame.f_back  # type: ignore[assignment]
    return "no file of ours"
