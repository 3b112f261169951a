"""The files of an import, in the order of their paths."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

REGISTERS: Final = "registers.jsonl"
_OWN_FILES: Final = frozenset({REGISTERS, "revisions.jsonl"})


class NoSuchPathError(ValueError):
    """A path that was asked for is not there."""


class RegistersError(ValueError):
    """A line of registers.jsonl cannot be read; the message says which and why."""


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to be imported: its name in reports and in the records of its source, and where its bytes are."""

    path: str
    location: Path

    def read(self) -> bytes:
        """The bytes. Raises OSError."""
        return self.location.read_bytes()


@dataclass(frozen=True, slots=True)
class Registered:
    """What an export says of the entry of one of its files."""

    uid: str
    slug: str
    work: str


def find_files(paths: Sequence[Path]) -> Iterator[InputFile]:
    """The text files among these paths, folders searched to any depth, each once, in the order of their names.

    A file of a folder is named by its path from that folder, so that the folder may be moved between two imports.
    Raises NoSuchPathError before the first file where a path does not exist.
    """
    for path in paths:
        if not path.exists():
            raise NoSuchPathError(f"ไม่พบแฟ้มหรือโฟลเดอร์ {path}")
    seen: set[Path] = set()
    for path in paths:
        if path.is_dir():
            found = [(inner.relative_to(path).as_posix(), inner) for inner in path.rglob("*.txt") if inner.is_file()]
        else:
            found = [(path.name, path)] if path.name not in _OWN_FILES else []
        for name, location in sorted(found):
            if location.resolve() not in seen:
                seen.add(location.resolve())
                yield InputFile(name, location)


def read_registers(paths: Sequence[Path]) -> Mapping[str, Registered]:
    """What the folders' registers.jsonl say, by file; empty where none of them has one.

    Raises RegistersError.
    """
    found: dict[str, Registered] = {}
    for path in paths:
        file = path / REGISTERS
        if path.is_dir() and file.is_file():
            for number, line in enumerate(file.read_text("utf-8").split("\n"), 1):
                if line.strip():
                    found.update([_registered(line, file, number)])
    return found


def _registered(line: str, file: Path, number: int) -> tuple[str, Registered]:
    try:
        row = json.loads(line)
        return row["file"], Registered(uid=row["uid"], slug=row["slug"], work=row["work"])
    except (ValueError, KeyError, TypeError) as error:
        raise RegistersError(f"{file} บรรทัด {number}: อ่านไม่ได้ ({error})") from error
