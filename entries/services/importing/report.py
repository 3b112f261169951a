"""What came of an import: a line a file, with totals."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Final

from entries.models import Conflict, Entry, ImportBatch, ImportedFile, Outcome, Projection
from entries.services.file_findings import Weigher
from entries.services.importing.changes import Clash, clash

#: What a person should know of how a file was matched, however light it weighs.
_OF_MATCHING: Final = frozenset({"matched_loosely", "homonym"})
#: Address and title of entries, by their ids.
Names = Mapping[int, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class FileReport:
    """What came of one file.

    `line` is where in it a rejection's reason lies; `findings` is what reading it found; `changes` what a dry run
    would change, a phrase each; `candidates` the addresses of the entries that a held file may be; `clashes` the places
    where an editor's text stands against the file's; `not_published` why `--publish` left the entry as it was.
    """

    path: str
    outcome: Outcome
    title: str = ""
    slug: str = ""
    reason: str = ""
    line: int | None = None
    findings: tuple[dict[str, Any], ...] = ()
    changes: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    clashes: tuple[Clash, ...] = ()
    not_published: str = ""

    def as_text(self) -> Iterator[str]:
        """Lines for a terminal: the file, then what a person should look at in it."""
        place = f"{self.path}:{self.line}" if self.line else self.path
        told = self.reason or self.title
        yield f"{self.outcome.value:<9}  {place}{'  ' + told if told else ''}"
        for change in self.changes:
            yield f"             {change}"
        for candidate in self.candidates:
            yield f"             อาจเป็น {candidate}"
        for each in self.clashes:
            yield f"             {each.as_text()}"
        if self.not_published:
            yield f"             ไม่ได้เผยแพร่: {self.not_published}"
        for finding in self.findings:
            if finding["severity"] != "remark" or finding["code"] in _OF_MATCHING:
                yield f"             {self.path}:{finding['line']}  {finding['message']}"

    def as_json(self) -> dict[str, Any]:
        """For the JSON report."""
        clashes = [each.as_json() for each in self.clashes]
        return {**asdict(self), "outcome": self.outcome.value, "clashes": clashes}


@dataclass(slots=True)
class ImportReport:
    """The whole import.

    `batch` is its number, None for a dry run; `files` is empty where the caller took them one by one; `ignored` are
    files that are no source files; `missing` the entries that this batch lacks; `not_published` says by address why
    entries were not made public; `undecided` are paths that the map of decisions names and that are not there.
    """

    source: str
    work: str
    dry_run: bool
    batch: int | None = None
    continued: bool = False
    files: list[FileReport] = field(default_factory=list)
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    published: int = 0
    not_published: dict[str, str] = field(default_factory=dict)
    ignored: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    undecided: list[str] = field(default_factory=list)

    @property
    def counts(self) -> dict[str, int]:
        """How many files had each outcome, every outcome named."""
        return {outcome.value: self.outcomes[outcome] for outcome in Outcome}

    @property
    def failures(self) -> int:
        """How many files were not taken in: held or rejected."""
        return self.outcomes[Outcome.REJECTED] + self.outcomes[Outcome.HELD]

    @property
    def has_failures(self) -> bool:
        """Whether any file was not taken in."""
        return self.failures > 0

    def totals(self) -> Iterator[str]:
        """The totals, as lines."""
        told = ", ".join(f"{count} {outcome}" for outcome, count in self.counts.items())
        yield f"{self.outcomes.total()} files: {told}; {self.published} published"
        if self.dry_run:
            yield "ซ้อมนำเข้าเท่านั้น ไม่ได้เขียนสิ่งใดลงในระบบ"
        elif self.batch is not None:
            yield f"ชุดนำเข้าที่ {self.batch}{' ซึ่งนำเข้าต่อจากที่ค้างไว้' if self.continued else ''}"
        for path in self.undecided:
            yield f"แฟ้มตัดสินระบุแฟ้มที่ไม่มีในชุดนี้: {path}"
        if self.not_published:
            yield f"{len(self.not_published)} ไม่ได้เผยแพร่ ดูเหตุผลที่แต่ละแฟ้ม"
        for path in self.ignored:
            yield f"ไม่ใช่แฟ้มต้นฉบับ จึงไม่ได้นำเข้า: {path}"
        for slug in self.missing:
            yield f"มีในชุดก่อนของแหล่งนี้ แต่ไม่มีในชุดนี้: {slug}"

    def as_json(self) -> dict[str, Any]:
        """For the JSON report, the files left to the caller."""
        return {
            "source": self.source,
            "work": self.work,
            "dry_run": self.dry_run,
            "batch": self.batch,
            "continued": self.continued,
            "counts": self.counts,
            "published": self.published,
            "not_published": self.not_published,
            "ignored": self.ignored,
            "missing": self.missing,
            "undecided": self.undecided,
        }


def recorded(batch: ImportBatch) -> Iterator[FileReport]:
    """The reports of a batch as its records keep them, in the order of the files' paths."""
    rows = list(ImportedFile.objects.filter(batch=batch).select_related("entry").order_by("path", "pk"))
    unchanged = batch.unchanged_files()
    names = names_of({entry for entry, _path in unchanged} | {row.entry_id for row in rows if row.entry_id})
    weigh = Weigher(batch.work_id, Projection.objects.working().filter(entry__imported__batch=batch))
    left = batch.remarks.get("not_published", {})
    reports = [replace(report, not_published=left.get(report.slug, "")) for report in reports_of(rows, names, weigh)]
    for entry, path in unchanged:
        slug, title = names.get(entry, ("", ""))
        reports.append(FileReport(path, Outcome.UNCHANGED, title, slug, not_published=left.get(slug, "")))
    yield from sorted(reports, key=lambda report: report.path)


def reports_of(rows: Sequence[ImportedFile], names: Names, weigh: Weigher) -> list[FileReport]:
    """The reports of recorded files; `names` are those of their entries."""
    candidates = {entry for row in rows for entry in row.candidates}
    slugs = dict(Entry.objects.filter(pk__in=candidates).values_list("pk", "slug"))
    clashes: dict[int, list[Clash]] = defaultdict(list)
    for conflict in Conflict.objects.filter(theirs__in=[row.revision_id for row in rows if row.revision_id]):
        clashes[conflict.theirs_id].append(clash(conflict))
    found = []
    for row in rows:
        slug, title = names.get(row.entry_id or 0, ("", ""))
        found.append(
            FileReport(
                path=row.path,
                outcome=Outcome(row.outcome),
                title=row.title or title,
                slug=slug,
                reason=row.reason,
                line=row.line,
                findings=weigh(row.findings, row.entry_id),
                candidates=tuple(slugs[entry] for entry in row.candidates if entry in slugs),
                clashes=tuple(clashes[row.revision_id]) if row.outcome == Outcome.CONFLICT and row.revision_id else (),
            )
        )
    return found


def names_of(entries: Collection[int]) -> Names:
    """Address and title of each entry; the title is empty where it is set aside."""
    faces = Projection.objects.working().filter(entry__in=entries)
    columns = faces.values_list("entry_id", "entry__slug", "thai_title", "headword")
    found = {entry: (slug, thai_title or headword) for entry, slug, thai_title, headword in columns}
    if missing := set(entries) - set(found):
        found |= {pk: (slug, "") for pk, slug in Entry.objects.filter(pk__in=missing).values_list("pk", "slug")}
    return found
