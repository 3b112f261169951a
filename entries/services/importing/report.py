"""What came of an import: a line a file, with totals."""

from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Any

from entries.models import Outcome


@dataclass(frozen=True, slots=True)
class FileReport:
    """What came of one file. `line` is where in it a rejection's reason lies; `findings` what reading it found."""

    path: str
    outcome: Outcome
    title: str = ""
    slug: str = ""
    reason: str = ""
    line: int | None = None
    findings: tuple[dict[str, Any], ...] = ()

    def as_text(self) -> str:
        """One line for a terminal."""
        place = f"{self.path}:{self.line}" if self.line else self.path
        told = self.reason or self.title
        return f"{self.outcome.value:<9}  {place}{'  ' + told if told else ''}"

    def as_json(self) -> dict[str, Any]:
        """For the JSON report."""
        return {**asdict(self), "outcome": self.outcome.value, "findings": list(self.findings)}


@dataclass(slots=True)
class ImportReport:
    """The whole import. `batch` is its number, None for a dry run."""

    source: str
    work: str
    dry_run: bool
    batch: int | None = None
    files: list[FileReport] = field(default_factory=list)
    published: int = 0

    @property
    def counts(self) -> dict[str, int]:
        """How many files had each outcome, every outcome named."""
        counted = Counter(file.outcome for file in self.files)
        return {outcome.value: counted[outcome] for outcome in Outcome}

    @property
    def has_failures(self) -> bool:
        """Whether any file was not taken in."""
        return any(file.outcome is Outcome.REJECTED for file in self.files)

    def totals(self) -> str:
        """The totals in one line."""
        told = ", ".join(f"{count} {outcome}" for outcome, count in self.counts.items())
        return f"{len(self.files)} files: {told}; {self.published} published"

    def as_json(self) -> dict[str, Any]:
        """For the JSON report."""
        return {
            "source": self.source,
            "work": self.work,
            "dry_run": self.dry_run,
            "batch": self.batch,
            "files": [file.as_json() for file in self.files],
            "counts": self.counts,
            "published": self.published,
        }
