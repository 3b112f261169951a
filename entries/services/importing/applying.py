"""Applying planned files: one transaction a chunk, in sets."""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser

from entries.models import Entry, ImportBatch, ImportedFile, Origin, Outcome, Publication, Revision, SourceFile
from entries.services import projecting
from entries.services.importing.files import Registered
from entries.services.importing.matching import Match, Matcher, bases
from entries.services.importing.planning import Plan
from entries.services.importing.report import FileReport
from entries.services.locking import writing
from entries.services.publishing import publish
from entries.services.revising import Change, NewEntry, OnOverlap, Revised, revise

#: Origins of revisions that a person made by hand.
_HUMAN = (Origin.EDIT, Origin.RESTORE, Origin.FIX)


@dataclass(slots=True)
class Item:
    """One file on its way through a chunk."""

    plan: Plan
    outcome: Outcome | None = None
    match: Match | None = None
    entry: int | None = None
    result: Revised | None = None
    reason: str = ""
    line: int | None = None

    def reject(self, reason: str, line: int | None = None) -> None:
        """Leaves the file out; it changes nothing."""
        self.outcome = Outcome.REJECTED
        self.reason = reason
        self.line = line


class Chunk:
    """Some planned files of a batch. `claimed` holds the entries that files of this run have been matched to."""

    def __init__(
        self,
        plans: Sequence[Plan],
        *,
        batch: ImportBatch,
        registered: Mapping[str, Registered],
        claimed: set[int],
        by: AbstractBaseUser | None,
    ) -> None:
        self.items = [Item(plan) for plan in plans]
        self.batch = batch
        self.registered = registered
        self.claimed = claimed
        self.by = by

    def apply(self) -> list[FileReport]:
        """Takes the files in, in one transaction; a report each, in order."""
        with writing():
            self._set_aside_rejected()
            self._match()
            self._revise()
            self._record()
            return [self._report(item) for item in self.items]

    def publish(self) -> int:
        """Makes public what these files brought, but for entries with work of a person that is not public yet."""
        with writing():
            entries = [item.entry for item in self.items if item.entry is not None]
            latest = {row.entry_id: row for row in Revision.objects.filter(entry__in=entries).latest_of_each()}
            held = _with_unpublished_work(entries)
            return len(publish([row for entry, row in latest.items() if entry not in held], by=self.by))

    def _open(self) -> list[Item]:
        return [item for item in self.items if item.outcome is None]

    def _set_aside_rejected(self) -> None:
        for item in self.items:
            if rejection := item.plan.rejection:
                item.reject(rejection.reason, rejection.line)

    def _match(self) -> None:
        items = self._open()
        matcher = Matcher(
            [item.plan for item in items],
            work=self.batch.work_id,
            source=self.batch.source,
            registered=self.registered,
        )
        new: set[tuple[str, str]] = set()
        for item in items:
            earlier = matcher.earlier.get(item.plan.path)
            if earlier and earlier.digest == item.plan.digest and earlier.entry is not None:
                item.match = Match(earlier.entry)
            else:
                item.match = matcher.match(item.plan)
            item.entry = item.match.entry
            if item.match.held:
                item.reject(item.match.held)
            elif self._is_claimed(item, new):
                item.reject("มีแฟ้มอื่นในชุดนี้ที่เป็นรายการเดียวกัน ให้เก็บไว้แฟ้มเดียว")

    def _is_claimed(self, item: Item, new: set[tuple[str, str]]) -> bool:
        """Whether an earlier file of this run is the same entry; claims it where none is."""
        assert item.plan.analysis is not None
        if item.entry is not None:
            taken = item.entry in self.claimed
            self.claimed.add(item.entry)
            return taken
        if item.plan.path in self.registered:
            return False
        identities = set(item.plan.analysis.identities[:1])
        taken = bool(identities & new)
        new |= identities
        return taken

    def _revise(self) -> None:
        items = self._open()
        entries = Entry.objects.in_bulk([item.entry for item in items if item.entry is not None])
        base = bases(self.batch.source, list(entries))
        changing: list[Item] = []
        for item in items:
            before = base.get(item.entry) if item.entry is not None else None
            if before is not None and before.digest == item.plan.text_digest:
                item.outcome = Outcome.UNCHANGED
            else:
                changing.append(item)
        changes = [self._change(item, entries, base) for item in changing]
        analyses = {item.plan.text_digest: item.plan.analysis for item in changing if item.plan.analysis}
        results = revise(changes, by=self.by, reason=f"นำเข้าจาก {self.batch.source}", analyses=analyses)
        for item, result in zip(changing, results, strict=True):
            item.result = result
            item.outcome = _outcome(result)
            assert result.entry is not None
            item.entry = result.entry.pk
            self.claimed.add(result.entry.pk)

    def _change(self, item: Item, entries: Mapping[int, Entry], base: Mapping[int, Revision]) -> Change:
        known = self.registered.get(item.plan.path)
        entry = entries[item.entry] if item.entry is not None else None
        return Change(
            entry=entry,
            article=item.plan.article,
            base=base.get(entry.pk) if entry else None,
            origin=Origin.IMPORT,
            on_overlap=OnOverlap.KEEP_MINE,
            new=None if entry else NewEntry(self.batch.work, known.uid if known else "", known.slug if known else ""),
        )

    def _record(self) -> None:
        """Rows for what changed something or was rejected, with the bytes; and what the files are matched by later."""
        kept = [item for item in self.items if item.result is not None or item.outcome is Outcome.REJECTED]
        source_files = _keep_bytes([item.plan for item in kept])
        ImportedFile.objects.bulk_create(
            ImportedFile(
                batch=self.batch,
                path=item.plan.path[:1000],
                source_file_id=source_files.get(item.plan.digest),
                entry_id=item.entry if item.result else None,
                revision=item.result.holder if item.result else None,
                outcome=item.outcome,
                reason=item.reason,
                line=item.line,
                findings=self._findings(item),
            )
            for item in kept
        )
        projecting.add_identities(
            (item.entry, item.plan.analysis)
            for item in kept
            if item.result and item.entry is not None and item.plan.analysis
        )

    def _findings(self, item: Item) -> list[Mapping[str, object]]:
        findings = item.plan.findings_json()
        if item.match and item.match.finding:
            found = item.match.finding
            findings.append({"code": found.code, "severity": found.severity, "line": 1, "message": found.message})
        return findings

    def _report(self, item: Item) -> FileReport:
        assert item.outcome is not None
        return FileReport(
            path=item.plan.path,
            outcome=item.outcome,
            title=item.plan.article.title,
            slug=item.result.entry.slug if item.result and item.result.entry else "",
            reason=item.reason,
            line=item.line,
            findings=tuple(dict(finding) for finding in self._findings(item)),
        )


def _outcome(result: Revised) -> Outcome:
    if result.created:
        return Outcome.CREATED
    if result.overlaps:
        return Outcome.CONFLICT
    if result.merged:
        return Outcome.MERGED
    return Outcome.UPDATED if result.revision else Outcome.UNCHANGED


def _keep_bytes(plans: Sequence[Plan]) -> dict[str, int]:
    """The ids of the source files by digest; bytes that are not kept yet are."""
    data = {plan.digest: plan.data for plan in plans if plan.digest}
    known = set(SourceFile.objects.filter(digest__in=data).values_list("digest", flat=True))
    SourceFile.objects.bulk_create(
        SourceFile(digest=digest, size=len(data[digest]), data=zlib.compress(data[digest]))
        for digest in data
        if digest not in known
    )
    return dict(SourceFile.objects.filter(digest__in=data).values_list("digest", "pk"))


def _with_unpublished_work(entries: Sequence[int]) -> set[int]:
    """Entries whose main line has a revision of a person's after the one that readers see."""
    live = dict(
        Publication.objects.filter(entry__in=entries, ended=None).values_list("entry_id", "revision__number")
    )
    rows = Revision.objects.main_line().filter(entry__in=entries, origin__in=_HUMAN).values_list("entry_id", "number")
    return {entry for entry, number in rows if (number or 0) > (live.get(entry) or 0)}
