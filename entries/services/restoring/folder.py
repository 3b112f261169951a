"""Reading an export's folder: every line checked before anything is changed, with file and line of what is wrong."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, Final, NoReturn

from django.db.models import ForeignKey

from entries.models import Publication, Revision
from entries.models.columns import KEY_LENGTH
from entries.services.exporting.lines import (
    BY_TYPE,
    ENTRY,
    OF_ENTRIES,
    OWNERS,
    REGISTERS,
    REVISION,
    REVISIONS,
    VERSION,
    WORK,
    LineError,
    Register,
    Row,
    Values,
    decode,
    is_storable,
    revision_name,
)
from entries.services.registers import NAME_LENGTH, register_key
from entries.text.serializer import digest

_SHOWN: Final = 20
_AGAIN: Final = "ให้ส่งออกใหม่ หรือคัดลอกโฟลเดอร์มาใหม่ให้ครบ"
_CHANGED: Final = "ให้ใช้แฟ้มเดิมที่ส่งออก แล้วนำเข้าแฟ้มที่แก้ไขแยกต่างหากภายหลัง"


class RestoreError(ValueError):
    """The folder cannot be restored as it is, and nothing was. The message says which lines, and what to do."""


class Problems:
    """What is wrong with a folder; all of it is told at once."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def add(self, file: str, line: int | None, reason: str) -> None:
        """Notes what is wrong with a file, or with a line of it."""
        self.told.append(f"{file} บรรทัด {line}: {reason}" if line else f"{file}: {reason}")

    def stop_if_any(self) -> None:
        """Raises RestoreError where something was noted."""
        if self.told:
            more = [f"… และอีก {len(self.told) - _SHOWN} แห่ง"] if len(self.told) > _SHOWN else []
            raise RestoreError("\n".join(["นำเข้าคืนไม่ได้ ยังไม่มีอะไรเปลี่ยนแปลง", *self.told[:_SHOWN], *more]))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of registers.jsonl. `names` are the names of an owner with their keys, () for every other line."""

    number: int
    register: Register
    values: Values
    entry: str = ""
    names: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RevisionAt:
    """Where a line of revisions.jsonl lies, what other lines call its text, and what it refers to."""

    number: int
    offset: int
    name: str | int
    digest: str
    refers_to: tuple[str | int, ...]


@dataclass(slots=True)
class EntryLines:
    """All that the folder says of one entry; `revision` are the columns of the text in its file."""

    line: Line
    file: str
    revision: Values
    registers: list[Line] = field(default_factory=list)
    revisions: list[RevisionAt] = field(default_factory=list)

    @property
    def name(self) -> str | int:
        """What other lines call the text in the entry's file."""
        return revision_name(self.revision["number"], self.revision["digest"], {})


class Folder:
    """What an export's folder holds, but for the texts, which are read when they are needed."""

    def __init__(self, path: Path) -> None:
        """Reads both lists. Raises RestoreError."""
        self.path = path
        self.problems = Problems()
        self.works: list[Line] = []
        self.settings: list[Line] = []
        self.owners: list[Line] = []
        self.entries: dict[str, EntryLines] = {}
        self._rows: dict[tuple[object, ...], int] = {}
        self._read_registers()
        self._gather_revisions()
        self.problems.stop_if_any()

    # registers.jsonl

    def _read_registers(self) -> None:
        of_entries: list[Line] = []
        end: Row | None = None
        count = 0
        for number, _offset, raw in _lines(self.path / REGISTERS):
            try:
                row = _row(raw)
                if row.get("type") == "end":
                    end = row
                    continue
                if count == 0:
                    self._open(row)
                else:
                    self._sort_in(number, row, of_entries)
            except LineError as error:
                self.problems.add(REGISTERS, number, str(error))
            count += 1
        if end is None or end.get("lines") != count:
            self.problems.add(REGISTERS, None, f"แฟ้มไม่ครบ {_AGAIN}")
        self.expected_revisions = end.get("revisions") if end else None
        self.problems.stop_if_any()
        for line in of_entries:
            if entry := self.entries.get(line.entry):
                entry.registers.append(line)
            else:
                self.problems.add(REGISTERS, line.number, f"อ้างถึงรายการ {line.entry} ซึ่งไม่มีในแฟ้มนี้ {_AGAIN}")
        self._check_owners()

    def _open(self, row: Row) -> None:
        if row.get("type") != "export" or row.get("version") != VERSION:
            raise LineError(f"ไม่ใช่แฟ้มส่งออกรุ่น {VERSION} ที่โปรแกรมนี้อ่านได้ ให้ส่งออกใหม่")

    def _sort_in(self, number: int, row: Row, of_entries: list[Line]) -> None:
        register = BY_TYPE.get(str(row.pop("type", "")))
        if register is None or register is REVISION:
            raise LineError("ไม่รู้จักชนิดของบรรทัดนี้ ให้ใช้โปรแกรมรุ่นที่ส่งออกแฟ้มนี้หรือใหม่กว่า")
        if register is ENTRY:
            entry = self._entry(number, row)
            self._claim(number, register, entry.line.values)
            self._claim_address(number, entry.line.values["slug"])
            self._claim_file(number, entry.file)
            self.entries[entry.line.values["uid"]] = entry
            return
        line = self._line(number, register, row)
        self._claim(number, register, {**line.values, "entry": line.entry})
        if register in OF_ENTRIES:
            of_entries.append(line)
            if register.name == "slug_redirect":
                self._claim_address(number, line.values["slug"])
            if register.model is Publication and line.values["ended"] is None:
                self._claim_once(number, ("live", line.entry), "รายการนี้มีฉบับที่เผยแพร่อยู่แล้ว")
        else:
            (self.works if register is WORK else self.owners if register in OWNERS else self.settings).append(line)

    def _line(self, number: int, register: Register, row: Row) -> Line:
        if register in OWNERS:
            names = _names(row.pop("names", None))
            return Line(number, register, decode(register, row), names=names)
        entry = row.get("entry", "") if register.entry else ""
        if register.entry and (not isinstance(entry, str) or not entry):
            raise LineError("ขาดช่อง entry")
        apart = frozenset({"entry"} if register.entry else ())
        return Line(number, register, decode(register, row, apart=apart), entry)

    def _entry(self, number: int, row: Row) -> EntryLines:
        revision = row.pop("revision", None)
        file = row.pop("file", None)
        if not isinstance(revision, dict) or not isinstance(file, str):
            raise LineError("ขาดช่อง revision หรือ file")
        if not (self.path / file).resolve().is_relative_to(self.path.resolve()):
            raise LineError(f"แฟ้ม {file} อยู่นอกโฟลเดอร์")
        values = decode(REVISION, {**revision, "text": "", "entry": row.get("uid")})
        del values["text"], values["entry"]
        return EntryLines(Line(number, ENTRY, decode(ENTRY, row)), file, values)

    def _claim(self, number: int, register: Register, values: Mapping[str, Any]) -> None:
        if register.key:
            key = (register.name, *(values[column] for column in register.key))
            self._claim_once(number, key, f"{', '.join(register.key)} ซ้ำ")

    def _claim_address(self, number: int, slug: str) -> None:
        self._claim_once(number, ("address", slug), f"ที่อยู่ {slug} ซ้ำ")

    def _claim_file(self, number: int, file: str) -> None:
        self._claim_once(number, ("file", file), f"แฟ้ม {file} ซ้ำ")

    def _claim_once(self, number: int, key: tuple[object, ...], reason: str) -> None:
        first = self._rows.setdefault(key, number)
        if first != number:
            raise LineError(f"{reason} กับบรรทัด {first} ให้เก็บไว้บรรทัดเดียว")

    def _check_owners(self) -> None:
        slugs = {(line.register.name, line.values["slug"]) for line in self.owners}
        names: set[tuple[str, str, str]] = set()
        for line in self.owners:
            into = line.values["merged_into"]
            if into is not None and (line.register.name, into) not in slugs:
                self.problems.add(REGISTERS, line.number, f"ยุบรวมเข้ากับ {into} ซึ่งไม่มีในแฟ้มนี้ {_AGAIN}")
            for name, key in line.names:
                if (line.register.name, line.values["work"], key) in names:
                    self.problems.add(REGISTERS, line.number, f"ชื่อ {name} มีอยู่ในบรรทัดก่อนแล้ว ให้เก็บไว้บรรทัดเดียว")
                names.add((line.register.name, line.values["work"], key))

    # revisions.jsonl

    def _gather_revisions(self) -> None:
        seen: dict[str, dict[str, int]] = {}
        count = 0
        for number, offset, raw in _lines(self.path / REVISIONS):
            count += 1
            try:
                values = _revision(raw)
                entry = self.entries.get(values["entry"])
                if entry is None:
                    raise LineError(f"อ้างถึงรายการ {values['entry']} ซึ่งไม่มีใน {REGISTERS} {_AGAIN}")
            except LineError as error:
                self.problems.add(REVISIONS, number, str(error))
                continue
            counted = seen.setdefault(values["entry"], {})
            if not counted:
                revision_name(entry.revision["number"], entry.revision["digest"], counted)
            name = revision_name(values["number"], values["digest"], counted)
            entry.revisions.append(RevisionAt(number, offset, name, values["digest"], revision_links(REVISION, values)))
        if count != self.expected_revisions:
            self.problems.add(REVISIONS, None, f"แฟ้มไม่ครบ {_AGAIN}")

    # Texts, read when they are needed

    def text(self, entry: EntryLines) -> str:
        """The text of the entry's file. Raises LineError where it is not the one that was exported."""
        try:
            data = (self.path / entry.file).read_bytes()
        except OSError as error:
            raise LineError(f"อ่านแฟ้มไม่ได้ ({error.strerror}) {_AGAIN}") from error
        try:
            text = data.decode()
        except UnicodeDecodeError as error:
            raise LineError(f"ไม่ใช่ UTF-8 {_CHANGED}") from error
        check_digest(text, entry.revision, _CHANGED)
        return text

    def revisions(self, entries: Iterable[EntryLines]) -> Iterator[tuple[EntryLines, RevisionAt, Values]]:
        """The other texts of these entries, with all columns. Raises LineError."""
        with _opened(self.path / REVISIONS) as file:
            for entry in entries:
                for revision in entry.revisions:
                    file.seek(revision.offset)
                    yield entry, revision, _revision(file.readline())


def check_digest(text: str, values: Values, advice: str) -> None:
    """Raises LineError for a text that is not the one that these columns of a revision are about."""
    if digest(text) != values["digest"]:
        raise LineError(f"ข้อความไม่ตรงกับค่าแฮช {values['digest'][:12]}… {advice}")


def revision_links(register: Register, values: Values) -> tuple[str | int, ...]:
    """What the line calls the revisions that it refers to."""
    links = (
        values[column.name]
        for column in register.columns
        if isinstance(column, ForeignKey) and column.related_model is Revision
    )
    return tuple(link for link in links if link is not None)


# Lines


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise RestoreError(f"{path.name}: อ่านแฟ้มไม่ได้ ({error.strerror}) {_AGAIN}") from error


def _lines(path: Path) -> Iterator[tuple[int, int, bytes]]:
    """Number, offset and bytes of each line that holds something."""
    offset = 0
    with _opened(path) as file:
        for number, raw in enumerate(file, 1):
            if raw.strip():
                yield number, offset, raw
            offset += len(raw)


def _row(raw: bytes) -> Row:
    try:
        row = json.loads(raw.decode(), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise LineError(f"ไม่ใช่ JSON ที่อ่านได้ ({error}) {_AGAIN}") from error
    if not isinstance(row, dict):
        raise LineError(f"ไม่ใช่ออบเจ็กต์ของ JSON {_AGAIN}")
    return row


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _revision(raw: bytes) -> Values:
    row = _row(raw)
    if row.pop("type", None) != REVISION.name:
        raise LineError("ไม่รู้จักชนิดของบรรทัดนี้ ให้ใช้โปรแกรมรุ่นที่ส่งออกแฟ้มนี้หรือใหม่กว่า")
    return decode(REVISION, row)


def _names(raw: object) -> tuple[tuple[str, str], ...]:
    """An owner's names with their keys. The key of a name that was cut is of the whole, which only the line knows."""
    if not isinstance(raw, list):
        raise LineError("ขาดช่อง names")
    names = []
    for pair in raw:
        if not (isinstance(pair, list) and len(pair) == 2 and all(isinstance(part, str) for part in pair)):
            raise LineError("ช่อง names ต้องเป็นคู่ของชื่อกับกุญแจ")
        name, key = pair
        if not name or len(name) > NAME_LENGTH or len(key) > KEY_LENGTH or not is_storable(pair):
            raise LineError(f"ชื่อในช่อง names ใช้ไม่ได้: {name!r:.80}")
        names.append((name, register_key(name) if len(name) < NAME_LENGTH else key))
    return tuple(names)
