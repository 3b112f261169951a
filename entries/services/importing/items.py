"""The files of a chunk on their way, and the rows that are kept of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from entries.models import ImportBatch, ImportedFile, Outcome, SourceFile
from entries.services import projecting
from entries.services.importing.matching import Match
from entries.services.importing.planning import Plan
from entries.services.importing.reading import pack
from entries.services.revising import Revised
from entries.text.reading import SourceReading


@dataclass(slots=True)
class Item:
    """One file on its way through a chunk."""

    plan: Plan
    outcome: Outcome | None = None
    match: Match | None = None
    entry: int | None = None
    result: Revised | None = None
    recorded: ImportedFile | None = None
    reason: str = ""
    line: int | None = None
    changes: tuple[str, ...] = ()

    @property
    def reading(self) -> SourceReading:
        """What the file says; only of files that have been read."""
        assert self.plan.reading is not None
        return self.plan.reading

    @property
    def findings(self) -> tuple[dict[str, Any], ...]:
        """What reading and matching the file found."""
        found = self.plan.reading.findings if self.plan.reading else ()
        return (*found, self.match.finding) if self.match and self.match.finding else found

    def leave_out(self, outcome: Outcome, reason: str, line: int | None = None) -> None:
        """Leaves the file out; it changes nothing."""
        self.outcome = outcome
        self.reason = reason
        self.line = line


def outcome_of(result: Revised) -> Outcome:
    """What a report calls what came of bringing a file in."""
    if result.created:
        return Outcome.CREATED
    if result.overlaps:
        return Outcome.CONFLICT
    if result.merged:
        return Outcome.MERGED
    return Outcome.UPDATED if result.revision else Outcome.UNCHANGED


def record(items: Sequence[Item], batch: ImportBatch) -> None:
    """Rows for what changed something or was left out, with the bytes; and what files are matched by later."""
    kept = [item for item in items if _is_kept(item)]
    source_files = _keep_bytes([item.plan for item in kept])
    ImportedFile.objects.bulk_create(
        ImportedFile(
            batch=batch,
            path=item.plan.path[:1000],
            source_file_id=source_files.get(item.plan.digest),
            entry_id=item.entry if item.result else None,
            revision=item.result.holder if item.result else None,
            main=item.result.revision if item.result else None,
            outcome=item.outcome or Outcome.REJECTED,
            reason=item.reason,
            line=item.line,
            findings=list(item.findings),
            title=item.plan.reading.article.title[:300] if item.plan.reading else "",
            candidates=list(item.match.candidates) if item.match else [],
        )
        for item in kept
    )
    projecting.add_identities(
        (item.entry, item.reading.analysis)
        for item in kept
        if item.result and item.entry is not None and item.reading.analysis and _is_beside(item.result)
    )


def _is_beside(result: Revised) -> bool:
    """Whether the file's text is not the entry's own: what that is found by, projecting sees to."""
    return result.holder is not None and result.holder.number is None


def _is_kept(item: Item) -> bool:
    return item.result is not None or item.outcome in (Outcome.REJECTED, Outcome.HELD)


def _keep_bytes(plans: Sequence[Plan]) -> dict[str, int]:
    """The ids of the source files by digest; bytes that are not kept yet are."""
    by_digest = {plan.digest: plan for plan in plans if plan.digest}
    known = set(SourceFile.objects.filter(digest__in=by_digest).values_list("digest", flat=True))
    SourceFile.objects.bulk_create(
        SourceFile(digest=digest, size=len(plan.data), data=plan.packed or pack(plan.data))
        for digest, plan in by_digest.items()
        if digest not in known
    )
    return dict(SourceFile.objects.filter(digest__in=by_digest).values_list("digest", "pk"))
