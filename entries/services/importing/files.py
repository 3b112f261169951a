"""The files of an import, in the order of their paths: from folders, zip archives and standard input."""

import json
import os
import re
import sys
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Final

from entries.services.exporting.lines import REGISTERS, REVISIONS

STDIN: Final = "-"
_OWN_FILES: Final = frozenset({REGISTERS, REVISIONS})

#: No source file is larger than this; what is larger is refused unread.
FILE_LIMIT: Final = 16 * 1024 * 1024
#: An archive holds at most so many files, and at most so many bytes of source files when expanded.
ARCHIVE_FILES: Final = 100_000
ARCHIVE_BYTES: Final = 2 * 1024**3

#: What zipfile expands no further than it is asked; of the others a few bytes may fill the memory.
_BOUNDED: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_UTF8_FLAG: Final = 0x800
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")


class NoSuchPathError(ValueError):
    """A path that was asked for is not there."""


class ArchiveError(ValueError):
    """An archive cannot be read, or expands beyond its bounds."""


class RegistersError(ValueError):
    """A line of registers.jsonl, or of a map, cannot be read; the message says which and why."""


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to be imported: its name in reports and in the records of its source, and how to get its bytes.

    `read` raises OSError or ArchiveError.
    """

    path: str
    read: Callable[[], bytes]


@dataclass(slots=True)
class Found:
    """The source files among what was asked for, by path, and the names of the files that are none."""

    files: list[InputFile] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Registered:
    """What an export says of the entry of one of its files."""

    uid: str
    slug: str
    work: str
    set_aside: bool = False


def find_files(paths: Sequence[Path]) -> Found:
    """The text files among these paths, each once; folders are searched to any depth, archives opened.

    A file of a folder or an archive is named by its path inside it, so that the folder may be moved between imports.
    A link in a folder that leads out of it is not followed, and is among those not taken in. Raises NoSuchPathError,
    ArchiveError, or RegistersError for an export that was not itself asked for.
    """
    for path in paths:
        if str(path) != STDIN and not path.exists():
            raise NoSuchPathError(f"ไม่พบแฟ้มหรือโฟลเดอร์ {path}")
    found = Found()
    for path in _each_once(paths):
        if str(path) == STDIN:
            found.files.append(InputFile(STDIN, sys.stdin.buffer.read))
        elif path.is_dir():
            _search(path, found)
        elif path.suffix.lower() == ".zip":
            _open_archive(path, found)
        elif path.name in _OWN_FILES:
            raise RegistersError(f"{path} เป็นส่วนของโฟลเดอร์ที่ส่งออกไว้ ให้สั่งนำเข้าโฟลเดอร์ {path.resolve().parent} ทั้งโฟลเดอร์")
        else:
            found.files.append(InputFile(_readable(path.name), _reader(path)))
    _tell_apart(found)
    return found


def _each_once(paths: Sequence[Path]) -> Collection[Path]:
    found: dict[Path, Path] = {}
    for path in paths:
        found.setdefault(path.resolve(), path)
    return found.values()


def _tell_apart(found: Found) -> None:
    """Numbers the files that bear a name for the second time: each is a file of its own, to be matched by its text."""
    met: set[str] = set()
    for at, file in enumerate(found.files):
        name, number = file.path, 1
        while name in met:
            number += 1
            name = f"{file.path} ({number})"
        met.add(name)
        found.files[at] = replace(file, path=name)


def _readable(name: str) -> str:
    """A file's name as text: in UTF-8, else in the code page of Thai Windows, else with what cannot be read escaped."""
    data = os.fsencode(name)
    for encoding in ("utf-8", "cp874"):
        with suppress(UnicodeDecodeError):
            return _printable(data.decode(encoding))
    return _printable(data.decode("utf-8", "backslashreplace"))


def _printable(name: str) -> str:
    """The name with line breaks and other control characters written out."""
    return _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", name)


def _reader(path: str | Path) -> Callable[[], bytes]:
    def read() -> bytes:
        with open(path, "rb") as file:  # noqa: PTH123  (Path.open costs as much as the reading)
            return file.read(FILE_LIMIT + 1)

    return read


def _search(folder: Path, found: Found) -> None:
    for name, file in sorted(_files_in(str(folder), "", found), key=lambda pair: pair[0]):
        if name.lower().endswith(".txt") and not (file.is_symlink() and _leads_out(Path(file), folder)):
            found.files.append(InputFile(name, _reader(file.path)))
        elif file.name == REGISTERS and name != REGISTERS:
            inner = folder / Path(name).parent
            raise RegistersError(f"{inner} เป็นโฟลเดอร์ที่ส่งออกไว้ ({REGISTERS}) ให้สั่งนำเข้าโฟลเดอร์นี้โดยตรง")
        elif name not in _OWN_FILES:
            found.ignored.append(name)


def _files_in(folder: str, prefix: str, found: Found) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    """Every file of a folder to any depth, with its path inside it; folders that are links are not entered, and what
    is neither file nor folder (a link to nothing, a pipe) is told with them.
    """
    try:
        entries = list(os.scandir(folder))
    except OSError:
        found.ignored.append(prefix)
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _files_in(entry.path, f"{prefix}{_readable(entry.name)}/", found)
        elif entry.is_file():
            yield prefix + _readable(entry.name), entry
        else:
            found.ignored.append(prefix + _readable(entry.name))


def _leads_out(path: Path, folder: Path) -> bool:
    return not path.resolve().is_relative_to(folder.resolve())


def _open_archive(path: Path, found: Found) -> None:
    try:
        archive = zipfile.ZipFile(path)
    except zipfile.BadZipFile as error:
        raise ArchiveError(f"{path} ไม่ใช่แฟ้ม zip ที่อ่านได้") from error
    members = [info for info in archive.infolist() if not info.is_dir()]
    if len(members) > ARCHIVE_FILES:
        raise ArchiveError(f"{path} มีแฟ้มเกิน {ARCHIVE_FILES:,} แฟ้ม ให้แบ่งเป็นหลายชุด")
    named = sorted(((_printable(_member_name(info)), info) for info in members), key=lambda pair: pair[0])
    if any(PurePosixPath(name).name == REGISTERS for name, _info in named):
        raise RegistersError(f"{path} มีโฟลเดอร์ที่ส่งออกไว้ ({REGISTERS}) ให้แตก zip แล้วสั่งนำเข้าโฟลเดอร์ที่มีแฟ้มนี้โดยตรง")
    taken = 0
    for name, info in named:
        if not _is_inside(name) or not name.lower().endswith(".txt") or name.startswith("__MACOSX/"):
            found.ignored.append(name)
            continue
        taken += min(info.file_size, FILE_LIMIT)
        if taken > ARCHIVE_BYTES:
            raise ArchiveError(f"{path} ขยายออกแล้วใหญ่เกิน {ARCHIVE_BYTES // 1024**3} GiB ให้แบ่งเป็นหลายชุด")
        found.files.append(InputFile(name, _member_reader(archive, info)))


def _member_reader(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Callable[[], bytes]:
    def read() -> bytes:
        try:
            if info.compress_type not in _BOUNDED:
                raise NotImplementedError("ใช้วิธีบีบอัดที่ไม่รองรับ ให้บีบอัดใหม่แบบ deflate")
            with archive.open(info) as member:  # never more than the bound, whatever the archive says of its size
                return member.read(FILE_LIMIT + 1)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, zlib.error, OSError) as error:
            raise ArchiveError(f"อ่านแฟ้มนี้ใน zip ไม่ได้: {error}") from error

    return read


def _member_name(info: zipfile.ZipInfo) -> str:
    """The member's name: older archives write it in the maker's own encoding, which zipfile reads as cp437."""
    name = info.filename
    if info.flag_bits & _UTF8_FLAG:
        return name
    try:
        raw = name.encode("cp437")
    except UnicodeEncodeError:
        return name
    for encoding in ("utf-8", "cp874"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return not path.is_absolute() and ".." not in path.parts and name[1:2] != ":" and "\0" not in name


def read_registers(paths: Sequence[Path]) -> Mapping[str, Registered]:
    """What the folders' registers.jsonl say of their entries, by file; empty where none of them has one.

    Raises RegistersError.
    """
    found: dict[str, Registered] = {}
    for path in paths:
        file = path / REGISTERS
        if path.is_dir() and file.is_file():
            for number, line in enumerate(_text_of(file).split("\n"), 1):
                if line.strip():
                    found.update(_registered(line, file, number))
    return found


def _text_of(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except OSError as error:
        raise RegistersError(f"อ่าน {file} ไม่ได้: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise RegistersError(f"{file} ไม่ใช่ UTF-8 แฟ้มนี้เสียหายหรือถูกบันทึกใหม่ ให้ใช้แฟ้มที่ส่งออกไว้เดิม") from error


def _registered(line: str, file: Path, number: int) -> dict[str, Registered]:
    try:
        row = json.loads(line)
        if row.get("type", "entry") != "entry":
            return {}
        return {row["file"]: Registered(row["uid"], row["slug"], row["work"], bool(row.get("set_aside")))}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise RegistersError(f"{file} บรรทัด {number}: อ่านไม่ได้ ({error})") from error


def read_map(path: Path) -> Mapping[str, str]:
    """What a person decided of held files: lines of a file's path, a TAB, and an entry's address or permanent code,
    "new", or "skip". Empty lines and those that open with "#" say nothing.

    Raises RegistersError.
    """
    decided: dict[str, str] = {}
    try:
        written = path.read_text("utf-8-sig")
    except OSError as error:
        raise RegistersError(f"อ่านแฟ้มตัดสิน {path} ไม่ได้: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise RegistersError(f"แฟ้มตัดสิน {path} ไม่ใช่ UTF-8 ให้บันทึกใหม่เป็น UTF-8") from error
    for number, line in enumerate(written.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        name, tab, decision = line.rstrip("\r").partition("\t")
        if not tab or not decision.strip():
            raise RegistersError(f"{path} บรรทัด {number}: ต้องเป็น “ชื่อแฟ้ม TAB ที่อยู่ของรายการ, new หรือ skip”")
        said = decision.strip()
        decided[name.strip()] = said.lower() if said.lower() in ("new", "skip") else said
    return decided
