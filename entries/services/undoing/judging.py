"""What undoing a batch means for each of its entries: found from rows alone, without their texts.

A revision or publication is *cancelled* where a batch that has been undone made it, or undoing that batch did: both
together leave what was before them, so that batches can be undone one after another, the newest first.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from entries.models import (
    Alias,
    ImportBatch,
    ImportedFile,
    Origin,
    Publication,
    ReferenceDecision,
    Revision,
    Stage,
    WorkState,
)
from entries.services.undoing.report import Effect


@dataclass(frozen=True, slots=True)
class Text:
    """A revision of a main line."""

    pk: int
    entry: int
    number: int
    digest: str
    origin: str
    parent: int | None
    created: datetime


@dataclass(frozen=True, slots=True)
class File:
    """A file that is not undone. `holder` has its text, `side` says when that was, where it is a side revision."""

    pk: int
    entry: int
    path: str
    batch: int
    source: str
    holder: int
    main: int | None
    side: datetime | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A publication. `cancelled`: by a batch that has been undone, or by undoing it."""

    entry: int
    number: int
    revision: int
    digest: str
    began: datetime
    ended: datetime | None
    batch: int | None
    cancelled: bool


@dataclass(slots=True)
class Step:
    """What is to be done with an entry: nothing where there is a `reason`.

    `restore` is the revision whose text is to be the latest again; `show` the publication that is to be live again.
    """

    entry: int
    latest: int
    files: tuple[File, ...]
    reason: str = ""
    restore: int | None = None
    show: Shown | None = None
    withdraw: bool = False
    set_aside: bool = False
    was_live: bool = False

    @property
    def effect(self) -> Effect:
        """What the report calls it."""
        if self.reason:
            return Effect.LEFT
        if self.set_aside:
            return Effect.SET_ASIDE
        return Effect.WITHDRAWN if self.withdraw else Effect.RESTORED


@dataclass(slots=True)
class _History:
    """All that is known of an entry: its main line, publications and files, each in order; `decided` is when somebody
    gave it a name or decided of its references, `reviewed` when of which revision's readiness.
    """

    texts: list[Text] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    decided: list[datetime] = field(default_factory=list)
    reviewed: list[tuple[int, datetime]] = field(default_factory=list)


#: What a reviewer says of a text; the other stages follow from edits and withdrawals.
_REVIEWED = (Stage.IN_REVIEW, Stage.RETURNED, Stage.APPROVED)


def _main_lines(entries: Collection[int]) -> list[Text]:
    rows = Revision.objects.main_line().filter(entry__in=entries).order_by("entry", "number")
    return [
        Text(pk, entry, number or 0, digest, origin, parent, created)
        for pk, entry, number, digest, origin, parent, created in rows.values_list(
            "pk", "entry_id", "number", "digest", "origin", "parent_id", "created"
        )
    ]


def _undone_mains(entries: Collection[int]) -> set[int]:
    rows = ImportedFile.objects.filter(entry__in=entries, main__isnull=False).exclude(undone=None)
    return {main for main in rows.values_list("main_id", flat=True) if main is not None}


def _is_cancelled(text: Text, undone_mains: Collection[int]) -> bool:
    """Whether the text came with a file that is undone, or with undoing it."""
    return text.origin == Origin.UNDO or text.pk in undone_mains


def _histories(entries: Collection[int]) -> dict[int, _History]:
    """A fixed number of queries, whatever the number of entries."""
    found: dict[int, _History] = defaultdict(_History)
    for text in _main_lines(entries):
        found[text.entry].texts.append(text)
    files = ImportedFile.objects.filter(entry__in=entries, revision__isnull=False, undone=None)
    for row in (
        files.order_by("pk").select_related("batch", "revision").defer("findings", "batch__unchanged", "revision__text")
    ):
        if row.entry_id is not None and (holder := row.revision):
            side = holder.created if holder.number is None else None
            file = File(row.pk, row.entry_id, row.path, row.batch_id, row.batch.source, holder.pk, row.main_id, side)
            found[file.entry].files.append(file)
    for entry, at in Alias.objects.filter(entry__in=entries).values_list("entry_id", "created"):
        found[entry].decided.append(at)
    decisions = ReferenceDecision.objects.filter(entry__in=entries, undone=None)
    for entry, at in decisions.values_list("entry_id", "created"):
        found[entry].decided.append(at)
    states = WorkState.objects.filter(revision__entry__in=entries, state__in=_REVIEWED)
    for entry, revision, at in states.values_list("revision__entry_id", "revision_id", "at"):
        found[entry].reviewed.append((revision, at))
    publications = Publication.objects.filter(entry__in=entries).order_by("entry", "number")
    for shown in publications.select_related("batch", "revision").defer("batch__unchanged", "revision__text"):
        history = found[shown.entry_id]
        cancelled = (
            shown.batch is not None
            and shown.batch.undone is not None
            and all(file.batch != shown.batch_id for file in history.files)
        )
        history.shown.append(
            Shown(
                shown.entry_id,
                shown.number,
                shown.revision_id,
                shown.revision.digest,
                shown.began,
                shown.ended,
                shown.batch_id,
                cancelled,
            )
        )
    return found


def judge(batch: ImportBatch, entries: Sequence[int], confirmed: Collection[int]) -> list[Step]:
    """What is to be done with each of these entries."""
    undone_mains = _undone_mains(entries)
    histories = _histories(entries)
    return [_Judgement(batch, histories[entry], undone_mains, entry in confirmed).step() for entry in entries]


def _with_fixes(brought: Sequence[Text], texts: Sequence[Text]) -> list[Text]:
    """These texts with the safe fixes that their imports made of them, in the order of the main line."""
    own = {text.pk for text in brought}
    for text in texts:
        if text.origin == Origin.IMPORT_FIX and text.parent in own:
            own.add(text.pk)
    return [text for text in texts if text.pk in own]


class _Judgement:
    """What undoing a batch means for one entry."""

    def __init__(self, batch: ImportBatch, history: _History, undone_mains: Collection[int], confirmed: bool) -> None:
        self.batch = batch
        self.history = history
        self.confirmed = confirmed
        self.texts = history.texts
        self.files = [file for file in history.files if file.batch == batch.pk]
        self.others = [file for file in history.files if file.batch != batch.pk]
        self.own = [shown for shown in history.shown if shown.batch == batch.pk]
        self.live = next((shown for shown in history.shown if shown.ended is None), None)
        brought = {file.main for file in self.files}
        self.mains = _with_fixes([text for text in self.texts if text.pk in brought], self.texts)
        cancelled = [text for text in self.texts if _is_cancelled(text, undone_mains)]
        self.cancelled = {text.pk for text in _with_fixes(cancelled, self.texts)}
        self.reference = self._reference()

    def _reference(self) -> Text:
        """The text that was the latest when the batch was done with the entry."""
        if self.mains:
            return self.mains[-1]
        last = self.files[-1].holder if self.files else self.own[-1].revision
        return next((text for text in reversed(self.texts) if text.pk <= last), self.texts[0])

    def step(self) -> Step:
        """What is to be done."""
        step = Step(self.texts[0].entry, self.texts[-1].pk, tuple(self.files), self._why_left())
        if step.reason:
            return step
        founded = self._is_founded()
        before = next((text for text in self.texts if self.mains and text.pk == self.mains[0].parent), None)
        if before is not None and before.digest != self.texts[-1].digest:
            step.restore = before.pk
        if self.own:
            step.show = self._live_before()
            step.withdraw = step.show is None
        else:
            step.withdraw = founded and self.live is not None
        step.set_aside = founded and not self.history.shown
        is_shown = self.live is not None and before is not None and self.live.digest == before.digest
        step.was_live = is_shown and not self.own
        return step

    def _why_left(self) -> str:
        if self.confirmed or any(
            file.batch > self.batch.pk and file.source == self.batch.source for file in self.others
        ):
            return "ชุดนำเข้าชุดหลังของแหล่งเดียวกันนำรายการนี้เข้ามาอีก ให้ยกเลิกชุดหลังก่อน"
        if any(self._is_later(file) for file in self.others):
            return "มีแฟ้มอื่นนำรายการนี้เข้ามาหลังจากชุดนี้"
        if number := self._edited_by():
            return f"มีการแก้ไขหลังการนำเข้า (ฉบับแก้ไขที่ {number})"
        if self._is_shown_or_withdrawn_since():
            return "มีการเผยแพร่หรือถอนจากการเผยแพร่หลังการนำเข้า"
        if any(at > self._began() for at in self.history.decided):
            return "มีผู้เพิ่มชื่ออื่นหรือตัดสินรายการโยงหลังการนำเข้า"
        own = {text.pk for text in self.mains}
        if any(revision in own and at > self._began() for revision, at in self.history.reviewed):
            return "มีการส่งตรวจหรือตรวจข้อความที่นำเข้า"
        return ""

    def _is_later(self, file: File) -> bool:
        """Whether a file of another batch came after this batch's, or was settled after it."""
        if not self.files:
            return file.batch > self.batch.pk
        return file.pk > self.files[-1].pk or bool(self.mains and file.holder >= self.mains[0].pk)

    def _edited_by(self) -> int:
        """The number of the latest text, where another hand than undone imports' has changed it since; else 0."""
        first = self.mains[0] if self.mains else self.reference
        own = {text.pk for text in self.mains} | self.cancelled
        since = [text for text in self.texts if text.number > first.number and text.pk not in own]
        last = self.texts[-1]
        return last.number if since or last.digest != self.reference.digest else 0

    def _is_shown_or_withdrawn_since(self) -> bool:
        others = [shown for shown in self.history.shown if not shown.cancelled and shown.batch != self.batch.pk]
        if self.own:
            later = any(shown.number > self.own[-1].number for shown in others)
            return later or self.live is None or self.live.digest != self.own[-1].digest
        since = self._began()
        return any(
            shown.began >= since
            or (self._is_withdrawn(shown) and shown.ended is not None and shown.ended >= since)
            or (self.mains and shown.revision >= self.mains[0].pk)
            for shown in others
        )

    def _began(self) -> datetime:
        """When the batch came to the entry, as far as that is known."""
        if self.mains:
            return self.mains[0].created
        return next((file.side for file in self.files if file.side), self.batch.began)

    def _is_withdrawn(self, shown: Shown) -> bool:
        """Whether it ended without another beginning in its place."""
        next_one = (other for other in self.history.shown if other.number == shown.number + 1)
        return all(other.began != shown.ended for other in next_one)

    def _live_before(self) -> Shown | None:
        """What the batch's publication took the place of."""
        first = self.own[0]
        before = (shown for shown in self.history.shown if shown.number == first.number - 1)
        return next((shown for shown in before if shown.ended == first.began), None)

    def _is_founded(self) -> bool:
        """Whether the entry is in the encyclopedia only because of this batch."""
        mains = {text.pk for text in self.mains}
        texts = all(text.pk in self.cancelled or text.pk in mains for text in self.texts)
        shown = all(shown.cancelled or shown.batch == self.batch.pk for shown in self.history.shown)
        return bool(self.files) and texts and shown and not self.others


def left_behind(entries: Collection[int]) -> dict[int, Revision]:
    """The latest text of each of these entries (ids) that only undone imports ever gave a text, or took it back.

    Nobody stands behind such a text: the next file goes straight on from it, as if its source had brought it.
    """
    undone = ImportedFile.objects.filter(entry__in=entries, main__isnull=False).exclude(undone=None)
    found = {entry for entry in undone.values_list("entry_id", flat=True) if entry is not None}
    if not found:
        return {}
    rows = ImportedFile.objects.filter(entry__in=found, revision__isnull=False, undone=None)
    found -= {entry for entry in rows.values_list("entry_id", flat=True) if entry is not None}
    mains = _undone_mains(found)
    texts = _main_lines(found)
    cancelled = {text.pk for text in _with_fixes([text for text in texts if _is_cancelled(text, mains)], texts)}
    found -= {text.entry for text in texts if text.pk not in cancelled}
    return {row.entry_id: row for row in Revision.objects.filter(entry__in=found).latest_of_each()}
