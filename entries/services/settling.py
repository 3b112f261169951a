"""What an import left for a person to decide: conflicts, and files that were held."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone
from django.utils.translation import gettext

from entries.models import (
    Conflict,
    ConflictState,
    Entry,
    ImportBatch,
    ImportedFile,
    Origin,
    Outcome,
    Revision,
)
from entries.services import projecting, publishing
from entries.services.actors import signature
from entries.services.clashing import forerunners, overlap_of
from entries.services.importing.fixing import fix_safely
from entries.services.importing.items import outcome_of
from entries.services.importing.showing import left_unpublished
from entries.services.locking import writing
from entries.services.revising import Change, NewEntry, OnOverlap, Revised, revise
from entries.services.tables import current_tables
from entries.services.undoing import left_behind
from entries.text.merge import OverlapMoved, settle
from entries.text.reading import SourceReading, read_source


class NotOpenError(ValueError):
    """The conflict has been settled, or undone with its batch; the message says which."""


class PlaceMovedError(LookupError):
    """The text has changed so much that the conflict's place is not certain; the message says what to do."""


class NotHeldError(ValueError):
    """The file waits for no decision here: it was decided, its batch was undone, or it came again with a later one."""


class UnreadableError(ValueError):
    """The held file cannot be read as its import read it; the message says why."""


class OtherWorkError(ValueError):
    """The entry belongs to another work than the file's batch."""


class Side(StrEnum):
    """Whose text to keep: the one that stands (ของฉัน), or the file's (ของอีกฝ่าย)."""

    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Settled:
    """What came of a decision.

    `revision` is the entry's new latest, None where its text did not change; `conflicts` are those that bringing in a
    held file has opened; `published` says whether that made the text public, `not_published` why it did not.
    """

    entry: Entry
    revision: Revision | None = None
    conflicts: tuple[Conflict, ...] = ()
    published: bool = False
    not_published: str = ""


# Conflicts


def settle_conflict(conflict: Conflict, choice: Side | Sequence[str], *, by: AbstractBaseUser | None) -> Settled:
    """Decides what stands at the conflict's place in the entry's latest text, and records it.

    `choice` is a side, or the texts (paragraphs or list items, in order) to stand there; none of them removes what
    stands. Keeping mine changes no text. The conflict is read again under the lock, and given back as it then is.

    Raises NotOpenError; PlaceMovedError where the place is not certain in the latest text; ArticleError (with `field`,
    `index` and a Thai `reason`) where the texts cannot be written there.
    """
    with writing():
        _must_be_open(conflict)
        chosen = _texts(conflict, choice)
        if chosen == tuple(conflict.ours):
            return _record(conflict, ConflictState.MINE, by)
        state = ConflictState.THEIRS if chosen == tuple(conflict.other) else ConflictState.WRITTEN
        latest = Revision.objects.select_related("entry__work").filter(entry=conflict.entry_id).latest_of_each().get()
        try:
            article = settle(latest.article, overlap_of(conflict), chosen)
        except OverlapMoved as error:
            raise PlaceMovedError(
                gettext(
                    "ข้อความรอบตำแหน่งนี้เปลี่ยนไปจากตอนที่พบว่าแก้ไขขัดกัน ให้แก้ข้อความในหน้าแก้ไขรายการเอง แล้วทำเครื่องหมายว่าตัดสินแล้ว"
                )
            ) from error
        change = Change(latest.entry, article, base=latest, origin=Origin.EDIT)
        result = revise([change], by=by, reason="ตัดสินข้อความที่แก้ไขขัดกัน")[0]
        return _record(conflict, state, by, result.revision)


def mark_settled(conflict: Conflict, *, by: AbstractBaseUser | None) -> Settled:
    """Records that the conflict is settled by what the editor wrote in the entry; changes no text.

    Raises NotOpenError.
    """
    with writing():
        _must_be_open(conflict)
        return _record(conflict, ConflictState.WRITTEN, by)


def _must_be_open(conflict: Conflict) -> None:
    conflict.refresh_from_db()
    if conflict.state != ConflictState.OPEN:
        raise NotOpenError(gettext("ตัดสินแล้ว: %(label)s") % {"label": ConflictState(conflict.state).label})


def _texts(conflict: Conflict, choice: Side | Sequence[str]) -> tuple[str, ...]:
    if isinstance(choice, str):
        return tuple(conflict.ours if Side(choice) is Side.MINE else conflict.other)
    return tuple(choice)


def _record(
    conflict: Conflict, state: ConflictState, by: AbstractBaseUser | None, revision: Revision | None = None
) -> Settled:
    """With what it superseded: where the file's text was not taken, its earlier ones are not wanted either."""
    signed = signature(by)
    settled = [conflict.pk]
    if state in (ConflictState.MINE, ConflictState.WRITTEN):
        settled += forerunners(conflict)
    Conflict.objects.filter(pk__in=settled).update(
        state=state, settled=timezone.now(), settled_by=signed["by"], settled_by_name=signed["by_name"]
    )
    conflict.refresh_from_db()
    return Settled(conflict.entry, revision)


# Held files


def settle_held(
    file: ImportedFile, entry: Entry | None, *, by: AbstractBaseUser | None, publish: bool = False
) -> Settled:
    """Brings a held file in after all: as a text of `entry`, or of a new entry (None).

    Its kept bytes are read again as its import read them, and merged as that import would have done: against what the
    source had for the entry before the file's batch, what an editor or another file wrote since standing where both
    changed one thing (conflicts are opened). From then on the path belongs to the entry. `publish` makes the entry's
    latest text public unless a person has unpublished work in it. `file` is given back as it then is: with its entry,
    revisions and outcome.

    Raises NotHeldError, UnreadableError, OtherWorkError; nothing is changed then.
    """
    reading = _read_again(file)
    with writing():
        _must_be_held(file)
        batch = file.batch
        if entry is not None and entry.work_id != batch.work_id:
            raise OtherWorkError(gettext("รายการที่เลือกอยู่คนละผลงานกับชุดนำเข้านี้"))
        result = _bring_in(batch, reading, entry, by)
        assert result.entry is not None
        file.entry, file.revision, file.main = result.entry, result.holder, result.revision
        _decide(file, outcome_of(result), "ตัดสินเป็นรายการเดิม" if entry else "ตัดสินเป็นรายการใหม่", by)
        assert reading.analysis is not None
        projecting.add_identities([(result.entry.pk, reading.analysis)])
        published, why_not = _publish(batch, result.entry, by) if publish else (False, "")
        return Settled(result.entry, result.revision, tuple(result.conflicts), published, why_not)


def dismiss_held(file: ImportedFile, *, by: AbstractBaseUser | None) -> None:
    """Records that a held file is not wanted: it counts as rejected, and nothing of it is taken in.

    Raises NotHeldError.
    """
    with writing():
        _must_be_held(file)
        _decide(file, Outcome.REJECTED, "ไม่รับเข้าตามคำตัดสิน", by)


def _read_again(file: ImportedFile) -> SourceReading:
    """Before the lock: reading and analysing take their time."""
    if file.source_file is None:
        raise UnreadableError(gettext("ไม่มีเนื้อแฟ้มที่เก็บไว้"))
    options = file.batch.options
    reading = read_source(
        zlib.decompress(bytes(file.source_file.data)),
        tables=current_tables(),
        encoding=options.get("encoding"),
        repair=options.get("repair", False),
    )
    if reading.rejection is not None:
        raise UnreadableError(reading.rejection.reason)
    return reading


def _must_be_held(file: ImportedFile) -> None:
    file.refresh_from_db()
    if file.outcome != Outcome.HELD:
        raise NotHeldError(gettext("แฟ้มนี้ตัดสินแล้ว: %(label)s") % {"label": Outcome(file.outcome).label})
    if file.batch.undone is not None:
        raise NotHeldError(gettext("ชุดนำเข้าของแฟ้มนี้ถูกยกเลิกแล้ว"))
    again = ImportedFile.objects.filter(
        path=file.path,
        batch__source=file.batch.source,
        batch__work=file.batch.work_id,
        batch__gt=file.batch_id,
        batch__undone=None,
    )
    if later := again.order_by("batch_id").last():
        raise NotHeldError(gettext("แฟ้มนี้เข้ามาใหม่ในชุดนำเข้าที่ %(batch)s ให้ตัดสินที่ชุดนั้น") % {"batch": later.batch_id})


def _bring_in(batch: ImportBatch, reading: SourceReading, entry: Entry | None, by: AbstractBaseUser | None) -> Revised:
    base = _base(batch, entry) if entry is not None else None
    change = Change(
        entry,
        reading.article,
        base=base,
        origin=Origin.IMPORT,
        on_overlap=OnOverlap.KEEP_MINE,
        new=None if entry else NewEntry(batch.work),
    )
    analyses = {reading.text_digest: reading.analysis} if reading.analysis else {}
    results = revise([change], by=by, reason=f"นำเข้าจาก {batch.source}", analyses=analyses)
    if batch.options.get("fix_safe"):
        fix_safely(results, current_tables(), by=by)
    return results[0]


def _base(batch: ImportBatch, entry: Entry) -> Revision | None:
    """What the source had for the entry before the batch.

    Not what it has now: files of this batch and of later ones stand beside the held file, and being decided after
    them must not take back what they brought.
    """
    files = ImportedFile.objects.filter(
        batch__source=batch.source, batch__lt=batch.pk, entry=entry, undone=None, revision__isnull=False
    )
    newest = files.order_by("batch_id", "pk").select_related("revision").last()
    return newest.revision if newest else left_behind([entry.pk]).get(entry.pk)


def _decide(file: ImportedFile, outcome: Outcome, reason: str, by: AbstractBaseUser | None) -> None:
    """Saves the row with its new outcome, and counts it in its batch, unless that is still to be counted."""
    name = signature(by)["by_name"]
    file.outcome = outcome
    file.reason = f"{reason}โดย {name}" if name else reason
    file.decided = timezone.now()
    file.save(update_fields=["entry", "revision", "main", "outcome", "reason", "decided"])
    batch = file.batch
    if batch.finished is not None:
        counts = {known.value: batch.counts.get(known.value, 0) for known in Outcome}
        counts[Outcome.HELD.value] -= 1
        counts[outcome.value] += 1
        ImportBatch.objects.filter(pk=batch.pk).update(counts=counts)
    file.refresh_from_db()


def _publish(batch: ImportBatch, entry: Entry, by: AbstractBaseUser | None) -> tuple[bool, str]:
    """As the batch would have: with its day of first publication, and as quietly. Else why it is not."""
    latest = Revision.objects.filter(entry=entry).latest_of_each().select_related("entry").get()
    if why := left_unpublished([latest]).get(entry.pk, ""):
        return False, why
    since = batch.options.get("first_published")
    made = publishing.publish(
        [latest],
        by=by,
        first_at=datetime.fromisoformat(since) if since else None,
        quiet=bool(batch.options.get("quiet")),
        batch=batch,
    )
    return bool(made), ""
