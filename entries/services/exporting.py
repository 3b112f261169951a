"""Everything out: a source file an entry, and what the texts do not hold."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from entries.models import Projection, Revision
from entries.services.importing.files import REGISTERS

_CHUNK: Final = 500


class TargetNotEmptyError(ValueError):
    """The folder to be written to holds files already."""


def export_entries(target: Path, *, progress: Callable[[int, int], None] = lambda _done, _all: None) -> int:
    """Writes every entry's working text to `target` as a canonical source file, and registers.jsonl beside them.

    Files are named by the entry's address; the folder is made where it is not there. Answers how many entries were
    written. Raises TargetNotEmptyError, before anything is written, for a folder that holds something.
    """
    target.mkdir(parents=True, exist_ok=True)
    if any(target.iterdir()):
        raise TargetNotEmptyError(f"โฟลเดอร์ {target} มีแฟ้มอยู่แล้ว ให้ระบุโฟลเดอร์ว่าง")
    faces = Projection.objects.working().order_by("entry__uid")
    total = faces.count()
    done = 0
    with (target / REGISTERS).open("w", encoding="utf-8", newline="\n") as registers:
        for row, text in _rows():
            (target / row["file"]).write_text(text, encoding="utf-8", newline="\n")
            registers.write(json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n")
            done += 1
            progress(done, total)
    return done


def _rows() -> Iterator[tuple[dict[str, str], str]]:
    """The registers' line and the text of each entry that is not set aside, in the order of the permanent codes."""
    latest = Revision.objects.filter(entry__set_aside=None).latest_of_each()
    for revision in latest.select_related("entry__work").order_by("entry__uid").iterator(chunk_size=_CHUNK):
        entry = revision.entry
        row = {"uid": entry.uid, "slug": entry.slug, "work": entry.work.slug, "file": f"{entry.slug}.txt"}
        yield row, revision.text
