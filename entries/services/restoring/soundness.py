"""Whether what an export says of some entries hangs together: their texts, and that whatever they refer to is there."""

from collections.abc import Collection, Sequence

from entries.services.exporting.lines import REGISTERS, REVISION, REVISIONS, LineError, Values
from entries.services.restoring.folder import EntryLines, Folder, check_digest, revision_links
from entries.text.serializer import FORMAT, NotCanonicalError, read_canonical

_WRONG_TEXT = "ให้ส่งออกใหม่ หรือคัดลอกแฟ้มนี้มาใหม่"


def check(folder: Folder, uids: Collection[str]) -> None:
    """Checks what the folder says of these entries. Raises RestoreError with all that is wrong."""
    entries = [folder.entries[uid] for uid in uids]
    for entry in entries:
        _check_file(folder, entry)
        _check_links(folder, entry)
    _check_revisions(folder, entries)
    folder.problems.stop_if_any()


def generations(entry: EntryLines) -> dict[str | int, int]:
    """For each revision of the entry how many others must be made before it: its longest line of forebears.

    Raises LineError where a revision is its own forebear.
    """
    links = {entry.name: revision_links(REVISION, entry.revision)}
    links |= {revision.name: revision.refers_to for revision in entry.revisions}
    found: dict[str | int, int] = {}
    while len(found) < len(links):
        ready = [name for name in links if name not in found and all(link in found for link in links[name])]
        if not ready:
            raise LineError(f"ฉบับแก้ไขของรายการนี้อ้างถึงกันเป็นวง {_WRONG_TEXT}")
        for name in ready:
            found[name] = max((found[link] + 1 for link in links[name]), default=0)
    return found


def _check_file(folder: Folder, entry: EntryLines) -> None:
    try:
        _check_canonical(folder.text(entry), entry.revision)
    except LineError as error:
        folder.problems.add(entry.file, None, str(error))


def _check_revisions(folder: Folder, entries: Sequence[EntryLines]) -> None:
    for _entry, revision, values in folder.revisions(entries):
        try:
            check_digest(values["text"], values, _WRONG_TEXT)
            _check_canonical(values["text"], values)
        except LineError as error:
            folder.problems.add(REVISIONS, revision.number, str(error))


def _check_canonical(text: str, values: Values) -> None:
    if values["format"] != FORMAT:
        raise LineError(f"รูปแบบข้อความรุ่น {values['format']} ให้ใช้โปรแกรมรุ่นที่อ่านรูปแบบนี้ได้")
    try:
        read_canonical(text)
    except NotCanonicalError as error:
        raise LineError(f"ข้อความไม่อยู่ในรูปแบบมาตรฐาน ({error}) {_WRONG_TEXT}") from error


def _check_links(folder: Folder, entry: EntryLines) -> None:
    told = len(folder.problems.told)
    if all(isinstance(name, str) for name in (entry.name, *(revision.name for revision in entry.revisions))):
        folder.problems.add(REGISTERS, entry.line.number, f"ไม่มีฉบับแก้ไขใดของรายการนี้มีเลขที่ {_WRONG_TEXT}")
    there: set[str | int] = {entry.name}
    for revision in entry.revisions:
        if revision.name in there:
            folder.problems.add(REVISIONS, revision.number, f"ฉบับแก้ไขที่ {revision.name} ซ้ำ ให้เก็บไว้ฉบับเดียว")
        there.add(revision.name)
    links = [(REGISTERS, entry.line.number, revision_links(REVISION, entry.revision))]
    links += [(REVISIONS, revision.number, revision.refers_to) for revision in entry.revisions]
    links += [(REGISTERS, line.number, revision_links(line.register, line.values)) for line in entry.registers]
    for file, line, names in links:
        for name in names:
            if name not in there:
                folder.problems.add(file, line, f"อ้างถึงฉบับแก้ไข {name} ซึ่งไม่มีในโฟลเดอร์ {_WRONG_TEXT}")
    if len(folder.problems.told) == told:
        try:
            generations(entry)
        except LineError as error:
            folder.problems.add(REGISTERS, entry.line.number, str(error))
