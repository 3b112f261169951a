"""One restoring: all of it in one transaction, in sets."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeVar

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError
from django.db.models import ForeignKey, Model

from entries.models import Alias, Entry, Revision, SlugRedirect, Work
from entries.services import projecting, registers
from entries.services.exporting.lines import REGISTERS, REVISION, LineError, Register, Values
from entries.services.locking import writing
from entries.services.restoring.folder import EntryLines, Folder, Line, RestoreError
from entries.services.restoring.history import begin_history
from entries.services.restoring.owners import restore_owners
from entries.services.restoring.soundness import check, generations
from entries.text.analysis import Analysis

_T = TypeVar("_T")
_CHUNK: Final = 200

#: Revisions by the permanent code of their entry and what its lines call them.
Revisions = Mapping[tuple[str, str | int], Revision]


@dataclass(frozen=True, slots=True)
class Restored:
    """An entry that came in whole: its id, its address, and the id of the revision that holds its file's text."""

    entry: int
    slug: str
    revision: int


@dataclass(slots=True)
class RestoreReport:
    """What came of it. `entries`, by file, came in whole; `known` are files of entries that the database had already.

    `restored` and `kept` count the lines of each type that came in, and those that the database's own rows stand for.
    """

    entries: dict[str, Restored] = field(default_factory=dict)
    known: list[str] = field(default_factory=list)
    restored: Counter[str] = field(default_factory=Counter)
    kept: Counter[str] = field(default_factory=Counter)

    def totals(self) -> str:
        """The totals in one line."""
        restored = ", ".join(f"{count} {kind}" for kind, count in sorted(self.restored.items())) or "nothing"
        kept = ", ".join(f"{count} {kind}" for kind, count in sorted(self.kept.items())) or "nothing"
        return f"restored: {restored}; already there: {kept}"

    def as_json(self) -> dict[str, Any]:
        """For a JSON report."""
        return {
            "entries": {file: {"slug": each.slug} for file, each in self.entries.items()},
            "known": self.known,
            "restored": dict(self.restored),
            "kept": dict(self.kept),
        }


def restore(
    folder: Path,
    *,
    by: AbstractBaseUser | None,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> RestoreReport:
    """Takes in all that the export in `folder` holds of entries whose permanent codes the database does not know.

    Entries that it knows, and their registers, stay as they are; so do names and settings that it has. A database with
    entries keeps its own settings altogether. Everything is in one transaction. `by` is who restores, for the history;
    every row bears the name of who made it. `progress` is told how many entries are done, of how many.

    Raises RestoreError, and changes nothing, where the folder is incomplete or does not hang together, or an address in
    it is that of another entry here.
    """
    found = Folder(folder)
    check(found, _unknown(found))
    try:
        with writing():
            return _Restoring(found, by, progress).run()
    except IntegrityError as error:
        raise RestoreError(f"{REGISTERS}: ข้อมูลขัดกับที่มีอยู่ในฐานข้อมูล ({error}) ยังไม่มีอะไรเปลี่ยนแปลง") from error


def _unknown(folder: Folder) -> list[str]:
    known = set[str]()
    for part in _chunks(list(folder.entries)):
        known |= set(Entry.objects.filter(uid__in=part).values_list("uid", flat=True))
    return [uid for uid in folder.entries if uid not in known]


class _Restoring:
    """One call of `restore` in progress, under the lock."""

    def __init__(self, folder: Folder, by: AbstractBaseUser | None, progress: Callable[[int, int], None]) -> None:
        self.folder = folder
        self.by = by
        self.progress = progress
        self.report = RestoreReport()
        self.is_empty = not Entry.objects.exists()
        self.uids = _unknown(folder)
        self.works: dict[str, int] = {}
        #: Ids of entries by permanent code: those that come in, and those here that they refer to.
        self.entries: dict[str, int] = {}

    def run(self) -> RestoreReport:
        """All of it."""
        coming = set(self.uids)
        for uid, entry in self.folder.entries.items():
            if uid not in coming:
                self.report.known.append(entry.file)
                self.report.kept.update(["entry", *(line.register.name for line in entry.registers)])
        if coming or self.is_empty:
            self._check_addresses()
            new_works = self._restore_works()
            restored, kept = restore_owners(self.folder.owners, works=self.works, by=self.by)
            self.report.restored += restored
            self.report.kept += kept
            for part in _chunks(self.uids):
                self._restore_entries([self.folder.entries[uid] for uid in part])
            # A database with entries keeps its own settings, but for works that are new to it.
            settings = [line for line in self.folder.settings if self.is_empty or line.values.get("work") in new_works]
            self._find_entries(settings)
            self._restore_settings(settings)
            done = 0
            for part in _chunks(self.uids):
                self._restore_chunk([self.folder.entries[uid] for uid in part])
                done += len(part)
                self.progress(done, len(self.uids))
            projecting.learn_keywords()
        return self.report

    def _check_addresses(self) -> None:
        """An address is never given to two: neither one that an entry here has, nor one that it had."""
        lines = {}
        for uid in self.uids:
            entry = self.folder.entries[uid]
            redirects = (line for line in entry.registers if line.register.model is SlugRedirect)
            lines.update({line.values["slug"]: line for line in (entry.line, *redirects)})
        for part in _chunks(list(lines)):
            taken = dict(Entry.objects.filter(slug__in=part).values_list("slug", "uid"))
            taken |= dict(SlugRedirect.objects.filter(slug__in=part).values_list("slug", "entry__uid"))
            for slug, uid in taken.items():
                reason = f"ที่อยู่ {slug} เป็นของรายการอื่น (รหัสถาวร {uid}) ให้เปลี่ยนที่อยู่ในบรรทัดนี้ หรือนำเข้าในฐานข้อมูลว่าง"
                self.folder.problems.add(REGISTERS, lines[slug].number, reason)
        self.folder.problems.stop_if_any()

    def _find_entries(self, settings: Sequence[Line]) -> None:
        """The entries here that the lines which come in refer to."""
        lines = [*settings, *(line for uid in self.uids for line in self.folder.entries[uid].registers)]
        links = [(line, value) for line in lines for value in _links_to_entries(line)]
        outside = {uid for _line, uid in links} - set(self.uids)
        for part in _chunks(sorted(outside)):
            self.entries |= dict(Entry.objects.filter(uid__in=part).values_list("uid", "pk"))
        for line, uid in links:
            if uid in outside and uid not in self.entries:
                reason = f"อ้างถึงรายการ {uid} ซึ่งไม่มีทั้งในโฟลเดอร์และในฐานข้อมูล ให้ส่งออกทุกรายการ"
                self.folder.problems.add(REGISTERS, line.number, reason)
        self.folder.problems.stop_if_any()

    def _restore_works(self) -> set[str]:
        """Makes the works that are not there; answers their addresses."""
        self.works = dict(Work.objects.values_list("slug", "pk"))
        new = [line for line in self.folder.works if line.values["slug"] not in self.works]
        rows = Work.objects.bulk_create(Work(**line.values) for line in new)
        begin_history(rows, by=self.by)
        self.works |= {row.slug: row.pk for row in rows}
        self._count("work", len(rows), len(self.folder.works) - len(rows))
        referring = [self.folder.entries[uid].line for uid in self.uids] + self.folder.owners + self.folder.settings
        for line in referring:
            work = line.values.get("work")
            if work is not None and work not in self.works:
                self.folder.problems.add(REGISTERS, line.number, f"ไม่มีผลงาน {work} ให้เพิ่มบรรทัดของผลงานหรือสร้างผลงานก่อน")
        self.folder.problems.stop_if_any()
        return {row.slug for row in rows}

    def _restore_settings(self, coming: Sequence[Line]) -> None:
        """What editors have set: of these lines those that are not there."""
        self.report.kept += Counter(line.register.name for line in self.folder.settings)
        for register, lines in _by_register(coming).items():
            manager = register.model._default_manager
            standing = set(manager.values_list(*register.key))
            rows = [self._instance(line, "", {}) for line in lines]
            new = [row for row in rows if _key(register, row) not in standing]
            manager.bulk_create(new)
            self.report.kept -= Counter({register.name: len(new)})
            self._count(register.name, len(new), 0)

    def _count(self, kind: str, restored: int, kept: int) -> None:
        self.report.restored += Counter({kind: restored})
        self.report.kept += Counter({kind: kept})

    def _restore_entries(self, chunk: Sequence[EntryLines]) -> None:
        rows = []
        for entry in chunk:
            row = self._instance(entry.line, "", {})
            assert isinstance(row, Entry)
            rows.append(row)
        _create_as_of([(row, entry.line.values) for row, entry in zip(rows, chunk, strict=True)])
        self.entries |= {row.uid: row.pk for row in rows}
        self._count("entry", len(rows), 0)

    def _restore_chunk(self, chunk: Sequence[EntryLines]) -> None:
        """Texts, then what refers to them, then the projections of these entries."""
        revisions = self._restore_revisions(chunk)
        for register, lines in _by_register(line for entry in chunk for line in entry.registers).items():
            rows = [(self._instance(line, line.entry, revisions), line.values) for line in lines]
            _create_as_of(rows)
            if register.model is Alias:
                begin_history([row for row, _values in rows], by=self.by)
            self._count(register.name, len(rows), 0)
        for entry in chunk:
            uid = entry.line.values["uid"]
            self.report.entries[entry.file] = Restored(
                self.entries[uid], entry.line.values["slug"], revisions[uid, entry.name].pk
            )
        self._project(chunk, list(revisions.values()))

    def _restore_revisions(self, chunk: Sequence[EntryLines]) -> dict[tuple[str, str | int], Revision]:
        """Every revision after those that it was made from: as many statements as the longest line of them is long."""
        columns: dict[tuple[str, str | int], Values] = {}
        try:
            for entry in chunk:
                columns[entry.line.values["uid"], entry.name] = {**entry.revision, "text": self.folder.text(entry)}
            for entry, revision, values in self.folder.revisions(chunk):
                columns[entry.line.values["uid"], revision.name] = values
        except LineError as error:  # it was right a moment ago
            raise RestoreError(f"โฟลเดอร์เปลี่ยนไประหว่างนำเข้า: {error}") from error
        waves: dict[int, list[tuple[str, str | int]]] = defaultdict(list)
        for entry in chunk:
            for name, generation in generations(entry).items():
                waves[generation].append((entry.line.values["uid"], name))
        made: dict[tuple[str, str | int], Revision] = {}
        for generation in sorted(waves):
            rows = []
            for uid, name in waves[generation]:
                row = self._row(REVISION, {**columns[uid, name], "entry": uid}, uid, made)
                assert isinstance(row, Revision)
                rows.append(row)
            Revision.objects.bulk_create(rows)
            made |= dict(zip(waves[generation], rows, strict=True))
        return made

    def _project(self, chunk: Sequence[EntryLines], revisions: Sequence[Revision]) -> None:
        work_of = {self.entries[entry.line.values["uid"]]: entry.line.values["work"] for entry in chunk}
        works = Work.objects.in_bulk([self.works[slug] for slug in set(work_of.values())])
        main_line = [revision for revision in revisions if revision.number is not None]
        analyses = [(revision.entry_id, Analysis(revision.article)) for revision in main_line]
        registers.enter_names([(works[self.works[work_of[entry]]], analysis.article) for entry, analysis in analyses])
        projecting.project(list(work_of))
        projecting.add_identities(analyses)

    # Rows

    def _instance(self, line: Line, uid: str, revisions: Revisions) -> Model:
        return self._row(line.register, line.values, uid, revisions)

    def _row(self, register: Register, values: Values, uid: str, revisions: Revisions) -> Model:
        """An instance with these columns; what they call other rows is looked up."""
        columns: Values = {}
        for column in register.columns:
            value = values[column.name]
            if isinstance(column, ForeignKey) and value is not None:
                if column.related_model is Work:
                    value = self.works[value]
                elif column.related_model is Entry:
                    value = self.entries[value]
                else:
                    value = revisions[uid, value].pk
            columns[column.attname] = value
        return register.model(**columns)


def _by_register(lines: Iterable[Line]) -> dict[Register, list[Line]]:
    groups: dict[Register, list[Line]] = defaultdict(list)
    for line in lines:
        groups[line.register].append(line)
    return groups


def _key(register: Register, row: Model) -> tuple[object, ...]:
    columns = {column.name: column.attname for column in register.columns}
    return tuple(getattr(row, columns[name]) for name in register.key)


def _links_to_entries(line: Line) -> list[str]:
    columns = [column for column in line.register.columns if column.related_model is Entry]
    return [line.values[column.name] for column in columns if line.values[column.name] is not None]


def _create_as_of(rows: Sequence[tuple[Model, Values]]) -> None:
    """Inserts rows of one model; columns that take the time of insertion get the line's time after all."""
    instances = [row for row, _values in rows]
    if not instances:
        return
    manager = type(instances[0])._default_manager
    manager.bulk_create(instances)
    stamped = [
        field.name for field in type(instances[0])._meta.concrete_fields if getattr(field, "auto_now_add", False)
    ]
    if stamped:
        for row, values in rows:
            for name in stamped:
                setattr(row, name, values[name])
        manager.bulk_update(instances, stamped)


def _chunks(items: Sequence[_T]) -> list[Sequence[_T]]:
    return [items[start : start + _CHUNK] for start in range(0, len(items), _CHUNK)]
