"""What came of an import: a line a file, with totals."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from entries.models import Entry, ImportBatch, ImportedFile, Outcome, Projection
from entries.services.file_findings import Weigher


@dataclass(frozen=True, slots=True)
class FileReport:
    """What came of one file.

    `line` is where in it a rejection's reason lies; `findings` is what reading it found; `changes` what a dry run
    would change, a phrase each; `candidates` the addresses of the entries that a held file may be.
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

    def as_text(self) -> Iterator[str]:
        """Lines for a terminal: the file, then what a person should look at in it."""
        place = f"{self.path}:{self.line}" if self.line else self.path
        told = self.reason or self.title
        yield f"{self.outcome.value:<9}  {place}{'  ' + told if told else ''}"
        for change in self.changes:
            yield f"             {change}"
        for candidate in self.candidates:
            yield f"             อาจเป็น {candidate}"
        for finding in self.findings:
            if finding["severity"] != "remark":
                yield f"             {self.path}:{finding['line']}  {finding['message']}"

    def as_json(self) -> dict[str, Any]:
        """For the JSON report."""
        return {**asdict(self), "outcome": self.outcome.value}


@dataclass(slots=True)
class ImportReport:
    """The whole import. `batch` is its number, None for a dry run; `files` is empty where the caller took them one by
    one; `ignored` are files that are no source files; `missing` the entries that this batch lacks.
    """

    source: str
    work: str
    dry_run: bool
    batch: int | None = None
    continued: bool = False
    files: list[FileReport] = field(default_factory=list)
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    published: int = 0
    not_published: int = 0
    ignored: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

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
        if self.not_published:
            yield f"{self.not_published} ไม่ได้เผยแพร่ เพราะบรรณาธิการมีงานที่ยังไม่เผยแพร่อยู่"
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
        }


def recorded(batch: ImportBatch) -> Iterator[FileReport]:
    """The reports of a batch as its records keep them, in the order of the files' paths."""
    rows = ImportedFile.objects.filter(batch=batch).select_related("entry").order_by("path", "pk")
    unchanged = batch.unchanged_files()
    slugs = dict(Entry.objects.filter(pk__in=[entry for entry, _path in unchanged]).values_list("pk", "slug"))
    weigh = Weigher(batch.work_id, Projection.objects.working().filter(entry__imported__batch=batch))
    reports = [of_row(row, weigh) for row in rows]
    reports += [FileReport(path, Outcome.UNCHANGED, slug=slugs.get(entry, "")) for entry, path in unchanged]
    yield from sorted(reports, key=lambda report: report.path)


def of_row(row: ImportedFile, weigh: Weigher) -> FileReport:
    """The report of one recorded file; its entry is loaded."""
    return FileReport(
        path=row.path,
        outcome=Outcome(row.outcome),
        slug=row.entry.slug if row.entry else "",
        reason=row.reason,
        line=row.line,
        findings=weigh(row.findings, row.entry_id),
    )
