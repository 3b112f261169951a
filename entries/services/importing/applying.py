"""Applying planned files: one transaction a chunk, in sets."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q

from entries.models import (
    Entry,
    ImportBatch,
    ImportedFile,
    Origin,
    Outcome,
    Projection,
    Revision,
)
from entries.services.file_findings import Weigher
from entries.services.importing.changes import Foretold, clash
from entries.services.importing.files import InputFile, Registered
from entries.services.importing.fixing import fix_safely
from entries.services.importing.items import Item, outcome_of, record
from entries.services.importing.matching import SECOND_FILE, Earlier, Match, Matcher, bases, decided
from entries.services.importing.planning import Plan
from entries.services.importing.report import FileReport, Names, names_of, reports_of
from entries.services.importing.showing import left_unpublished
from entries.services.locking import writing
from entries.services.problems import safely_fixed
from entries.services.publishing import publish
from entries.services.revising import Change, NewEntry, OnOverlap, revise
from entries.services.undoing import left_behind
from entries.text.article import Article
from entries.text.tables import Tables

_NEW, _SKIP = "new", "skip"
NO_SUCH_ENTRY = "แฟ้มตัดสินระบุ {} ซึ่งไม่มีในผลงานนี้ ให้ใส่ที่อยู่ (เช่น lenin-vladimir) หรือรหัสถาวรของรายการ"


@dataclass(frozen=True, slots=True)
class Directions:
    """What a run says of all its chunks.

    `foretold` collects what would change, for a rehearsal; `present` are its files by path; `claimed` the entries that
    they were matched to, with a hash of the path.
    """

    batch: ImportBatch
    is_continued: bool
    present: Mapping[str, InputFile]
    by: AbstractBaseUser | None
    registered: Mapping[str, Registered]
    decisions: Mapping[str, str]
    publish: bool
    first_published: datetime | None
    quiet: bool
    foretold: Foretold | None
    fix_safe: bool
    tables: Tables
    claimed: dict[int, int]


class BatchUndoneError(RuntimeError):
    """The batch was undone while it was running: what is left of it is not taken in."""


class Chunk:
    """Some planned files of a batch.

    After `apply`, `published` says how many entries became public, `not_published` why others (by id) did not.
    """

    def __init__(self, plans: Sequence[Plan], directions: Directions) -> None:
        self.items = [Item(plan) for plan in plans]
        self.to = directions
        self.batch = directions.batch
        self.published = 0
        self.not_published: dict[int, str] = {}

    def apply(self) -> list[FileReport]:
        """Takes the files in, in one transaction; a report each, in order."""
        with writing():
            self._must_not_be_undone()
            if self.to.is_continued:
                self._take_recorded()
            self._leave_out_rejected()
            self._match()
            self._revise()
            self._record()
            if self.to.publish:
                self._publish()
            return self._reports()

    def _must_not_be_undone(self) -> None:
        self.batch.refresh_from_db(fields=["undone", "unchanged"] if self.to.is_continued else ["undone"])
        if self.batch.undone:
            raise BatchUndoneError(f"ชุดนำเข้า {self.batch.pk} ถูกยกเลิกระหว่างนำเข้า แฟ้มที่เหลือจึงไม่ได้นำเข้า")

    def _open(self) -> list[Item]:
        return [item for item in self.items if item.outcome is None]

    def _take_recorded(self) -> None:
        """Files that this batch took in before it was cut off: their records stand, but where a held file is now
        decided by the map. A file that could not be read has no digest.
        """
        paths = [item.plan.path for item in self.items]
        rows = ImportedFile.objects.filter(batch=self.batch, path__in=paths)
        rows.filter(outcome=Outcome.HELD, path__in=self.to.decisions.keys() & set(paths)).delete()
        known = {
            (row.path, row.source_file.digest if row.source_file else ""): row
            for row in rows.select_related("entry", "source_file").defer("source_file__data")
        }
        for item in self.items:
            if row := known.get((item.plan.path, item.plan.digest)):
                item.recorded = row
                item.outcome = Outcome(row.outcome)
                item.entry = row.entry_id

    def _leave_out_rejected(self) -> None:
        for item in self._open():
            if self.to.decisions.get(item.plan.path) == _SKIP:
                item.leave_out(Outcome.REJECTED, "ข้ามตามแฟ้มตัดสิน")
            elif item.plan.reading and (rejection := item.plan.reading.rejection):
                item.leave_out(Outcome.REJECTED, rejection.reason, rejection.line)

    def _match(self) -> None:
        items = self._open()
        readings = {item.plan.path: item.plan.reading for item in items if item.plan.reading}
        earlier = {item.plan.path: item.plan.earlier for item in items if item.plan.earlier}
        matcher = Matcher(
            readings,
            source=self.batch.source,
            work=self.batch.work_id,
            present=self.to.present,
            registered=self.to.registered,
            earlier=earlier,
        )
        mapped = self._mapped_entries()
        said = decided(self.batch.source, self.batch.work_id, list(readings))
        for item in items:
            key = item.plan.path, item.plan.digest
            if key in said and item.plan.path not in self.to.decisions:
                self._as_said(item, said[key])
                continue
            item.match = self._matched(item, matcher, earlier, mapped)
            item.entry = item.match.entry
            if item.match.held:
                item.leave_out(Outcome.HELD, item.match.held)
            elif item.entry is not None and not self._claim(item):
                item.match, item.entry = Match(held=SECOND_FILE, candidates=(item.entry,)), None
                item.leave_out(Outcome.HELD, SECOND_FILE)

    @staticmethod
    def _as_said(item: Item, entry: int | None) -> None:
        """A person said what this very file is: beside the entry's newest file it brings nothing."""
        if entry is None:
            item.leave_out(Outcome.REJECTED, "ไม่รับเข้าตามคำตัดสินก่อนหน้านี้ ให้ใส่แฟ้มนี้ในแฟ้มตัดสินหากต้องการรับเข้า")
        else:
            item.outcome, item.entry = Outcome.UNCHANGED, entry

    def _matched(
        self, item: Item, matcher: Matcher, earlier: Mapping[str, Earlier], mapped: Mapping[str, int]
    ) -> Match:
        path = item.plan.path
        if item.plan.reading is None:  # bytes seen before, whose entry is known
            return Match(earlier[path].entry)
        decision = self.to.decisions.get(path, "")
        if decision == _NEW and item.plan.earlier is None:
            return matcher.as_new(path, item.plan.reading)
        if decision and decision != _NEW:
            return Match(mapped[decision]) if decision in mapped else Match(held=NO_SUCH_ENTRY.format(decision))
        return matcher.match(path, item.plan.reading)

    def _mapped_entries(self) -> dict[str, int]:
        """The entries that the map of decisions names for files of this chunk, by what it calls them."""
        named = {self.to.decisions[item.plan.path] for item in self._open() if item.plan.path in self.to.decisions}
        rows = Entry.objects.filter(Q(slug__in=named) | Q(uid__in=named), work=self.batch.work_id) if named else ()
        return {name: entry.pk for entry in rows for name in (entry.slug, entry.uid)}

    def _claim(self, item: Item) -> bool:
        """Claims the entry for this file; False where another file of the batch has it."""
        assert item.entry is not None
        return self.to.claimed.setdefault(item.entry, hash(item.plan.path)) == hash(item.plan.path)

    def _revise(self) -> None:
        items = self._open()
        matched = [item.entry for item in items if item.entry is not None and item.plan.reading]
        entries = Entry.objects.select_related("work").in_bulk(matched)
        base = left_behind(list(entries)) | bases(self.batch.source, list(entries))
        changing: list[Item] = []
        for item in items:
            if item.plan.reading is None or self._says_nothing_new(item, entries, base):
                item.outcome = Outcome.UNCHANGED
            else:
                changing.append(item)
        before: dict[int, Revision] = {}
        if self.to.foretold:
            before = self._texts_before(changing)
            self.to.foretold.begin(list(before))
        fixed = set(_fixed(item.entry for item in changing if item.entry is not None))
        changes = [self._change(item, entries, base, fixed) for item in changing]
        analyses = {item.reading.text_digest: item.reading.analysis for item in changing if item.reading.analysis}
        results = revise(changes, by=self.to.by, reason=f"นำเข้าจาก {self.batch.source}", analyses=analyses)
        for item, result in zip(changing, results, strict=True):
            item.result = result
            item.outcome = outcome_of(result)
            assert result.entry is not None
            item.entry = result.entry.pk
            self._claim(item)
        self._offer_new_entries()
        if self.to.fix_safe:
            fix_safely(results, self.to.tables, by=self.to.by)
        if self.to.foretold:
            told = self.to.foretold.describe(before, [item.result for item in changing if item.result])
            for item in changing:
                item.changes = tuple(told.get(item.entry or 0, ()))

    def _offer_new_entries(self) -> None:
        """Lets the entries that files of this chunk have made be candidates of the files that may be they too."""
        made = {item.plan.path: item.entry for item in self.items if item.result and item.entry is not None}
        for item in self.items:
            if item.match and item.match.second_to in made:
                item.match = replace(item.match, candidates=(made[item.match.second_to],))

    def _says_nothing_new(self, item: Item, entries: Mapping[int, Entry], base: Mapping[int, Revision]) -> bool:
        """Whether the source said the same of the entry last time, and the entry is where it was then."""
        known = self.to.registered.get(item.plan.path)
        if item.entry is not None and known and known.set_aside and entries[item.entry].set_aside:
            return True  # an export says itself that it is set aside
        if item.entry is None or item.entry not in base or entries[item.entry].set_aside:
            return False
        return base[item.entry].digest == item.reading.text_digest

    def _texts_before(self, items: Sequence[Item]) -> dict[int, Revision]:
        entries = [item.entry for item in items if item.entry is not None]
        return {row.entry_id: row for row in Revision.objects.filter(entry__in=entries).latest_of_each()}

    def _change(
        self, item: Item, entries: Mapping[int, Entry], base: Mapping[int, Revision], fixed: Collection[int]
    ) -> Change:
        known = self.to.registered.get(item.plan.path)
        entry = entries[item.entry] if item.entry is not None else None
        return Change(
            entry=entry,
            article=item.reading.article,
            base=base.get(entry.pk) if entry else None,
            origin=Origin.IMPORT,
            on_overlap=OnOverlap.KEEP_MINE,
            new=None if entry else NewEntry(self.batch.work, known.uid if known else "", known.slug if known else ""),
            mend=partial(self._mended, entry.pk) if entry and entry.pk in fixed else None,
        )

    def _mended(self, entry: int, article: Article) -> Article:
        return safely_fixed({entry: article}, self.to.tables)[entry]

    def _record(self) -> None:
        record([item for item in self.items if item.recorded is None], self.batch)
        same = [
            (item.entry, item.plan.path) for item in self.items if item.outcome is Outcome.UNCHANGED and not item.result
        ]
        self.batch.add_unchanged((entry, path) for entry, path in same if entry is not None)

    def _publish(self) -> None:
        """Makes public what these files brought, but for entries with work of a person that is not public yet."""
        entries = [item.entry for item in self.items if item.entry is not None and item.outcome is not Outcome.HELD]
        latest = list(Revision.objects.filter(entry__in=entries).latest_of_each().select_related("entry"))
        self.not_published = left_unpublished(latest)
        revisions = [row for row in latest if row.entry_id not in self.not_published]
        made = publish(
            revisions,
            by=self.to.by,
            first_at=self.to.first_published,
            quiet=self.to.quiet,
            batch=self.batch,
        )
        self.published = len(made)

    def _reports(self) -> list[FileReport]:
        """A report a file, in order."""
        entries = {item.entry for item in self.items if item.entry is not None}
        candidates = {entry for item in self.items if item.match for entry in item.match.candidates}
        names = names_of(entries | candidates)
        weigh = Weigher(self.batch.work_id, Projection.objects.working().filter(entry__in=entries))
        recorded = [item.recorded for item in self.items if item.recorded]
        of_records = dict(zip(recorded, reports_of(recorded, names, weigh), strict=True))
        return [
            replace(of_records[item.recorded], not_published=self._why_not_published(item))
            if item.recorded
            else self._report(item, names, weigh)
            for item in self.items
        ]

    def _why_not_published(self, item: Item) -> str:
        return self.not_published.get(item.entry, "") if item.entry is not None else ""

    def _report(self, item: Item, names: Names, weigh: Weigher) -> FileReport:
        assert item.outcome is not None
        slug, title = names.get(item.entry or 0, ("", ""))
        return FileReport(
            path=item.plan.path,
            outcome=item.outcome,
            title=item.plan.reading.article.title if item.plan.reading else title,
            slug=slug,
            reason=item.reason,
            line=item.line,
            findings=weigh(item.findings, item.entry),
            changes=item.changes,
            candidates=tuple(names[entry][0] for entry in item.match.candidates) if item.match else (),
            clashes=tuple(clash(conflict) for conflict in item.result.conflicts) if item.result else (),
            not_published=self._why_not_published(item),
        )


def _fixed(entries: Iterable[int]) -> Iterable[int]:
    """Those of the entries whose main line has a revision that fixes made."""
    rows = Revision.objects.main_line().filter(entry__in=list(entries), origin__in=(Origin.FIX, Origin.IMPORT_FIX))
    return rows.values_list("entry_id", flat=True)
