"""Doing what was judged: some entries at once, in a fixed number of queries."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from entries.models import (
    Conflict,
    ConflictState,
    Entry,
    ImportBatch,
    ImportedFile,
    Origin,
    Projection,
    Revision,
    Stage,
    WorkState,
)
from entries.services.actors import signature
from entries.services.clashing import reopen
from entries.services.projecting import project
from entries.services.publishing import publish, withdraw
from entries.services.revising import Change, revise
from entries.services.undoing.judging import Step
from entries.services.undoing.report import UndoneEntry
from entries.text.analysis import Analysis


class Applying:
    """The steps of some entries, done in a fixed number of queries."""

    def __init__(
        self,
        batch: ImportBatch,
        steps: Sequence[Step],
        by: AbstractBaseUser | None,
        now: datetime,
        analyses: Mapping[str, Analysis],
    ) -> None:
        self.batch = batch
        self.steps = steps
        self.doing = [step for step in steps if not step.reason]
        self.by = by
        self.now = now
        self.analyses = analyses
        self.reason = f"ยกเลิกการนำเข้าชุด {batch}"
        self.entries = Entry.objects.select_related("work").in_bulk([step.entry for step in steps])
        wanted = {step.latest for step in self.doing} | {step.restore for step in self.doing if step.restore}
        wanted |= {step.show.revision for step in self.doing if step.show}
        self.revisions = Revision.objects.in_bulk(wanted)

    def run(self) -> list[UndoneEntry]:
        """All of it; a report each, in order."""
        titles = {
            face.entry_id: face.title
            for face in Projection.objects.working()
            .filter(entry__in=self.entries)
            .only("entry_id", "thai_title", "headword")
        }
        restored = self._restore()
        self._show(restored)
        self._set_aside()
        self._keep_states(restored)
        project([step.entry for step in self.doing])
        self._mark_undone()
        return [
            UndoneEntry(
                slug=(entry := self.entries[step.entry]).slug,
                uid=entry.uid,
                title=titles.get(step.entry, entry.slug),
                paths=tuple(file.path for file in step.files),
                effect=step.effect,
                reason=step.reason,
                revision=restored[step.entry].number if step.entry in restored else None,
            )
            for step in self.steps
        ]

    def _restore(self) -> dict[int, Revision]:
        """Makes the texts before the batch the latest again; the new revisions by entry."""
        changes = [
            Change(
                self.entries[step.entry],
                self.revisions[step.restore].article,
                base=self.revisions[step.latest],
                origin=Origin.UNDO,
            )
            for step in self.doing
            if step.restore
        ]
        results = revise(changes, by=self.by, reason=self.reason, analyses=self.analyses)
        return {r.revision.entry_id: r.revision for r in results if r.revision}

    def _show(self, restored: Mapping[int, Revision]) -> None:
        """Makes live again what was, by the restored text itself where that is the same; withdraws what was not."""
        shown: list[Revision] = []
        for step in self.doing:
            if step.show:
                latest = restored.get(step.entry, self.revisions[step.latest])
                shown.append(latest if latest.digest == step.show.digest else self.revisions[step.show.revision])
        publish(shown, by=self.by, quiet=True, batch=self.batch)
        withdrawn = [self.entries[step.entry] for step in self.doing if step.withdraw]
        withdraw(withdrawn, by=self.by, reason=self.reason)

    def _set_aside(self) -> None:
        aside = [step.entry for step in self.doing if step.set_aside]
        Entry.objects.filter(pk__in=aside).update(set_aside=self.now)

    def _keep_states(self, restored: Mapping[int, Revision]) -> None:
        """Gives restored texts the state of work that they had; one that readers see already has no work pending."""
        states: dict[int, WorkState] = {}
        before = [step.restore for step in self.doing if step.restore]
        for state in WorkState.objects.filter(revision__in=before).order_by("at", "pk"):
            states[state.revision_id] = state
        made = []
        for step in self.doing:
            revision = restored.get(step.entry)
            if revision is None or step.restore is None:
                continue
            if step.was_live and not step.withdraw:
                made.append(WorkState(revision=revision, state=Stage.NONE, at=self.now, **signature(self.by)))
            elif old := states.get(step.restore):
                who = {"by_id": old.by_id, "by_name": old.by_name}
                made.append(WorkState(revision=revision, state=old.state, note=old.note, at=self.now, **who))
        WorkState.objects.bulk_create(made)

    def _mark_undone(self) -> None:
        files = [file for step in self.doing for file in step.files]
        ImportedFile.objects.filter(pk__in=[file.pk for file in files]).update(undone=self.now)
        signed = signature(self.by)
        brought = [file.holder for file in files if file.side or file.main]
        Conflict.objects.filter(theirs__in=brought, state=ConflictState.OPEN).update(
            state=ConflictState.UNDONE,
            settled=self.now,
            settled_by=signed["by"],
            settled_by_name=signed["by_name"],
        )
        reopen([file.holder for file in files])
