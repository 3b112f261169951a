"""What goes out: which entries, and for a set of them their lines and texts, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from django.db.models import Exists, ForeignKey, Model, OuterRef, Q, QuerySet

from entries.models import Author, AuthorName, Entry, Keyword, KeywordName, Publication, Revision, Work, WorkState
from entries.services import registers
from entries.services.exporting.lines import (
    ENTRY,
    OF_ENTRIES,
    OWNERS,
    REVISION,
    SETTINGS,
    WORK,
    Names,
    Register,
    Row,
    encode,
    revision_name,
)
from entries.text.serializer import read_canonical

#: File systems hold names of 255 bytes; a Thai letter takes three of them.
_NAME_BYTES: Final = 200


@dataclass(frozen=True, slots=True)
class Scope:
    """What is asked for: the live texts of live entries only, and only what changed since a moment."""

    live: bool = False
    since: datetime | None = None


@dataclass(slots=True)
class Exported:
    """Some entries' share of the export: files by name, and the lines of the two lists."""

    texts: dict[str, str] = field(default_factory=dict)
    registers: list[Row] = field(default_factory=list)
    revisions: list[Row] = field(default_factory=list)


def entries_in(scope: Scope) -> list[int]:
    """The ids of the entries to be exported, oldest first."""
    published = Publication.objects.filter(entry=OuterRef("pk"))
    revised = Revision.objects.filter(entry=OuterRef("pk"))
    since = scope.since
    if scope.live:
        entries = Entry.objects.public()
        published = published.filter(ended=None)
        revised = revised.filter(publications__in=Publication.objects.filter(ended=None))
    else:
        entries = Entry.objects.filter(Exists(revised.main_line()))
    if since is not None:
        # An import may give a publication an earlier date than its own.
        public = Q(began__gte=since) | Q(ended__gte=since) | Q(batch__began__gte=since)
        changed = Q(Exists(published.filter(public))) | Q(Exists(revised.filter(created__gte=since)))
        if not scope.live:
            states = WorkState.objects.filter(revision__entry=OuterRef("pk"), at__gte=since)
            changed |= Q(Exists(states)) | Q(set_aside__gte=since)
        entries = entries.filter(changed)
    return list(entries.order_by("pk").values_list("pk", flat=True))


def work_lines(scope: Scope, entries: Sequence[int]) -> Iterator[Row]:
    """The works: all of them, or those of the entries where only some go out."""
    works = Work.objects.order_by("pk")
    if scope.live or scope.since:
        wanted = {work for part in _parts(entries) for work in _works_of(part)}
        works = works.filter(pk__in=wanted)
    return (_line(WORK, work, {}) for work in works)


def setting_lines(scope: Scope) -> Iterator[Row]:
    """What editors have set: nothing where only changes go out, and to the public nothing but the tables."""
    if scope.since:
        return
    works = dict(Work.objects.values_list("pk", "slug"))
    for register in SETTINGS:
        if register.is_public or not scope.live:
            rows = register.model._default_manager.order_by("pk")
            links = (getattr(row, column.attname) for row in rows for column in _links(register.model, Entry))
            names: Names = {Work: works, Entry: _uids(Entry.objects.all(), links)}
            yield from (_line(register, row, names) for row in rows)


class Exporter:
    """Exports entries set by set; remembers the names of files and the keys of names that it has met."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.files: set[str] = set()
        self.used: dict[str, set[tuple[int, str]]] = defaultdict(set)

    def export(self, ids: Collection[int]) -> Exported:
        """These entries' lines and texts. Hold the lock, so that they are of one moment."""
        entries = list(Entry.objects.filter(pk__in=ids).select_related("work").order_by("pk"))
        texts = self._texts(ids)
        rows = {register: self._rows(register, ids) for register in OF_ENTRIES}
        others = self._others(texts, [row for found in rows.values() for _entry, row in found])
        of_entry: dict[int, list[tuple[Register, Model]]] = defaultdict(list)
        for register, found in rows.items():
            for owner, row in found:
                of_entry[owner].append((register, row))
        exported = Exported()
        uids = self._uids(entries, [row for found in rows.values() for _entry, row in found])
        for entry in entries:
            if (revision := texts.get(entry.pk)) is not None:
                self._export(exported, entry, revision, others[entry.pk], of_entry[entry.pk], uids)
        return exported

    def _texts(self, ids: Collection[int]) -> dict[int, Revision]:
        """The revision that each entry's file holds: the live one, else the latest."""
        if self.scope.live:
            live = Publication.objects.filter(entry__in=ids, ended=None).select_related("revision")
            return {publication.entry_id: publication.revision for publication in live}
        return {row.entry_id: row for row in Revision.objects.filter(entry__in=ids).latest_of_each()}

    def _rows(self, register: Register, ids: Collection[int]) -> list[tuple[int, Model]]:
        if self.scope.live and not register.is_public:
            return []
        rows = register.model._default_manager.filter(**{f"{register.entry}__in": ids}).order_by("pk")
        path = register.entry.split("__")
        if len(path) > 1:
            rows = rows.select_related(*path[:-1])
        return [(_entry_of(row, path), row) for row in rows]

    def _others(self, texts: dict[int, Revision], rows: Iterable[Model]) -> dict[int, list[Revision]]:
        """The revisions that these rows refer to and no file holds, by entry: numbered ones first, then by age."""
        wanted = {getattr(row, column.attname) for row in rows for column in _links(type(row), Revision)}
        wanted -= {revision.pk for revision in texts.values()} | {None}
        found: dict[int, list[Revision]] = defaultdict(list)
        for part in _parts(sorted(wanted)):
            for revision in Revision.objects.filter(pk__in=part):
                found[revision.entry_id].append(revision)
        for revisions in found.values():
            revisions.sort(key=lambda each: (each.number is None, each.number or 0, each.created, each.digest, each.pk))
        return found

    def _uids(self, entries: Sequence[Entry], rows: Iterable[Model]) -> dict[int, str]:
        """The permanent codes of these entries and of others that rows lead to; drafts' only where those go out."""
        uids = {entry.pk: entry.uid for entry in entries}
        led_to = {getattr(row, column.attname) for row in rows for column in _links(type(row), Entry)}
        return uids | _uids(Entry.objects.public() if self.scope.live else Entry.objects.all(), led_to - set(uids))

    def _export(
        self,
        exported: Exported,
        entry: Entry,
        revision: Revision,
        others: Sequence[Revision],
        rows: Sequence[tuple[Register, Model]],
        uids: dict[int, str],
    ) -> None:
        seen: dict[str, int] = {}
        called = {each.pk: revision_name(each.number, each.digest, seen) for each in (revision, *others)}
        names: Names = {Work: {entry.work_id: entry.work.slug}, Entry: uids, Revision: called}
        file = self._file(entry)
        exported.texts[file] = revision.text
        own = self._revision(revision, names)
        del own["text"], own["entry"]
        exported.registers.append({**_line(ENTRY, entry, names), "file": file, "revision": own})
        exported.registers += [{**_line(register, row, names), "entry": entry.uid} for register, row in rows]
        exported.revisions += [{"type": REVISION.name, **self._revision(other, names)} for other in others]
        if self.scope.live:
            for each in (revision, *others):
                self._note_names(entry.work_id, each)

    def _revision(self, revision: Revision, names: Names) -> Row:
        row = encode(REVISION, revision, names)
        if self.scope.live:  # what editors say to each other
            row["reason"] = ""
        return row

    def _file(self, entry: Entry) -> str:
        """A name that no file of the export has, on systems that take capitals for small letters too."""
        name = entry.slug
        if len(name.encode()) > _NAME_BYTES or name.casefold() in self.files:
            name = entry.uid
        self.files.add(name.casefold())
        return f"{name}.txt"

    def _note_names(self, work: int, revision: Revision) -> None:
        article = read_canonical(revision.text)
        for register in (registers.KEYWORDS, registers.AUTHORS):
            used = self.used[register.link]
            used.update((work, registers.register_key(name)) for name in getattr(article, register.field))

    def owner_lines(self) -> Iterator[Row]:
        """Keywords and authors with their names: all of them, or in a live export what live texts name."""
        works = dict(Work.objects.values_list("pk", "slug"))
        for register in OWNERS:
            slugs = dict(register.model._default_manager.values_list("pk", "slug"))
            names: Names = {Work: works, register.model: slugs}
            for part in _parts(sorted(slugs)):
                owners = register.model._default_manager.filter(pk__in=part).order_by("pk")
                for owner in owners.prefetch_related("names"):
                    assert isinstance(owner, Keyword | Author)
                    if line := self._owner_line(register, owner, names):
                        yield line

    def _owner_line(self, register: Register, owner: Keyword | Author, names: Names) -> Row | None:
        found: Iterable[KeywordName | AuthorName] = owner.names.all()
        own = sorted(found, key=lambda name: (name.sort_key, name.pk))
        if self.scope.live:
            own = [name for name in own if (name.work_id, name.key) in self.used[register.name]]
            if not own:
                return None
            owner.label = owner.preferred or own[0].name
        return {**_line(register, owner, names), "names": [[name.name, name.key] for name in own]}


def _line(register: Register, instance: Model, names: Names) -> Row:
    return {"type": register.name, **encode(register, instance, names)}


def _uids(entries: QuerySet[Entry], ids: Iterable[int | None]) -> dict[int, str]:
    found: dict[int, str] = {}
    for part in _parts(sorted({pk for pk in ids if pk is not None})):
        found |= dict(entries.filter(pk__in=part).values_list("pk", "uid"))
    return found


def _links(model: type[Model], to: type[Model]) -> list[ForeignKey[Any, Any]]:
    columns = model._meta.concrete_fields
    return [column for column in columns if isinstance(column, ForeignKey) and column.related_model is to]


def _entry_of(row: Model, path: Sequence[str]) -> int:
    for step in path[:-1]:
        row = getattr(row, step)
    entry: int = getattr(row, f"{path[-1]}_id")
    return entry


def _works_of(entries: Collection[int]) -> set[int]:
    return set(Entry.objects.filter(pk__in=entries).values_list("work_id", flat=True))


def _parts(ids: Sequence[int], size: int = 500) -> Iterator[Sequence[int]]:
    return (ids[start : start + size] for start in range(0, len(ids), size))
