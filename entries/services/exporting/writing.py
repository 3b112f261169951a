"""The folder of an export."""

import json
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import Final, TextIO

from entries.services.exporting.contents import Exporter, Scope, entries_in, setting_lines, work_lines
from entries.services.exporting.lines import REGISTERS, REVISIONS, VERSION, Row
from entries.services.locking import writing

_CHUNK: Final = 200


class TargetNotEmptyError(ValueError):
    """The folder to be written to holds files already."""


def export_entries(
    target: Path,
    *,
    live: bool = False,
    since: datetime | None = None,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> int:
    """Writes every entry's working text to `target` as a canonical source file, with the two lists beside them.

    registers.jsonl holds what the texts do not; revisions.jsonl every other text that a line there refers to. Files are
    named by the entry's address; the folder is made where it is not there. `live`: the live texts of live entries, and
    nothing that readers have never seen. `since`: only entries with a new revision, publication or state from then on.
    Answers how many entries were written. Raises TargetNotEmptyError, before anything is written, for a folder that
    holds something.
    """
    target.mkdir(parents=True, exist_ok=True)
    if any(target.iterdir()):
        raise TargetNotEmptyError(f"โฟลเดอร์ {target} มีแฟ้มอยู่แล้ว ให้ระบุโฟลเดอร์ว่าง")
    scope = Scope(live, since)
    exporter = Exporter(scope)
    ids = entries_in(scope)
    done = 0
    with _list(target / REGISTERS) as registers, _list(target / REVISIONS) as revisions:
        lines = _write(registers, [{"type": "export", "version": VERSION, "live": live}])
        lines += _write(registers, [*work_lines(scope, ids), *setting_lines(scope)])
        texts = 0
        for start in range(0, len(ids), _CHUNK):
            with writing():  # each chunk is of one moment
                exported = exporter.export(ids[start : start + _CHUNK])
            for file, text in exported.texts.items():
                (target / file).write_text(text, encoding="utf-8", newline="\n")
            lines += _write(registers, exported.registers)
            texts += _write(revisions, exported.revisions)
            done += len(exported.texts)
            progress(done, len(ids))
        with writing():
            owners = list(exporter.owner_lines())
        lines += _write(registers, owners)
        # Without its last line an export was cut off, and is not taken in.
        _write(registers, [{"type": "end", "lines": lines, "revisions": texts}])
    return done


def _list(path: Path) -> TextIO:
    return path.open("w", encoding="utf-8", newline="\n")


def _write(file: TextIO, rows: Iterable[Row]) -> int:
    count = 0
    for row in rows:
        file.write(json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n")
        count += 1
    return count
