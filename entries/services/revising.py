"""The one way to change a text: every change is a revision, and a stale base is merged under the lock."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from entries.models import Conflict, Entry, Origin, Revision, Work, new_uid
from entries.services import addresses, registers
from entries.services.actors import Signature, signature
from entries.services.clashing import note_conflicts
from entries.services.locking import writing
from entries.services.projecting import Analyses, project
from entries.text.article import Article
from entries.text.merge import Merge, Overlap, merge
from entries.text.serializer import digest, serialize


class OnOverlap(Enum):
    """What to do where both sides changed the same thing."""

    REFUSE = "refuse"
    KEEP_MINE = "keep_mine"


@dataclass(frozen=True, slots=True)
class NewEntry:
    """How an entry that does not exist yet is to be made. Empty fields are given by the system."""

    work: Work
    uid: str = ""
    slug: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A text that an entry is to have.

    `entry` is None for a new one, which `new` then describes. `base` is the revision that the text was made from; None
    for a new entry, or where no earlier text of this line is known (the merge then has an empty base). `mend` gives
    what safe fixes make of a text: where both sides changed the same thing, base and text are merged with those fixes
    too, so that a fix made in the latest does not stand against a later text of the line that was not mended.
    """

    entry: Entry | None
    article: Article
    base: Revision | None = None
    origin: Origin = Origin.EDIT
    on_overlap: OnOverlap = OnOverlap.REFUSE
    new: NewEntry | None = None
    entered_for: str = ""
    mend: Callable[[Article], Article] | None = None


@dataclass(slots=True)
class Revised:
    """What came of a change.

    `revision` is the entry's new latest, None where nothing changed or the change was refused; `latest` the latest
    after the change; `holder` the revision that holds the change's own text (None where refused). `merged` says that
    the text was merged with one that the base did not have; `overlaps` is what both sides had changed.
    """

    change: Change
    entry: Entry | None = None
    revision: Revision | None = None
    latest: Revision | None = None
    holder: Revision | None = None
    created: bool = False
    merged: bool = False
    refused: bool = False
    overlaps: tuple[Overlap, ...] = ()
    conflicts: list[Conflict] = field(default_factory=list)

    @property
    def base(self) -> Revision | None:
        """What the change was made from."""
        return self.change.base


def revise(
    changes: Sequence[Change],
    *,
    by: AbstractBaseUser | None,
    reason: str = "",
    analyses: Analyses | None = None,
) -> list[Revised]:
    """Makes the changes in one transaction, under the lock, and answers one result a change, in order.

    A text equal to the latest makes no revision. `analyses` are what the caller has worked out before the lock, by
    digest of the canonical text. Raises ValueError where two changes concern the same entry.
    """
    if not changes:
        return []
    with writing(drafts_only=True):
        return _Revising(changes, by=by, reason=reason, analyses=analyses or {}).run()


class _Revising:
    """One call of `revise` in progress."""

    def __init__(
        self, changes: Sequence[Change], *, by: AbstractBaseUser | None, reason: str, analyses: Analyses
    ) -> None:
        ids = [change.entry.pk for change in changes if change.entry]
        if len(ids) != len(set(ids)):
            raise ValueError("two changes of one call concern the same entry")
        self.signature: Signature = signature(by)
        self.reason = reason[:500]
        self.analyses = analyses
        self.now: datetime = timezone.now()
        self.results = [Revised(change, entry=change.entry) for change in changes]
        self.latest = _latest(ids)
        self.side: list[Revision] = []
        self.main: list[Revision] = []

    def run(self) -> list[Revised]:
        """All of it, in a fixed number of queries."""
        self._make_entries()
        for result in self.results:
            if result.created:
                self._begin(result)
            else:
                self._continue(result)
        Revision.objects.bulk_create(self.side)
        Revision.objects.bulk_create(self.main)
        self._note_conflicts()
        back = self._bring_back()
        articles = [(r.entry.work, r.revision.article) for r in self.results if r.entry and r.revision]
        registers.enter_names(articles)
        changed = [result.entry.pk for result in self.results if result.entry and result.revision]
        project({*changed, *back}, analyses=self.analyses)
        return self.results

    def _make_entries(self) -> None:
        new = [result for result in self.results if result.change.entry is None]
        unnamed = [r for r in new if not (r.change.new and r.change.new.slug)]
        slugs = dict(zip(map(id, unnamed), addresses.entry_slugs([r.change.article for r in unnamed]), strict=True))
        for result in new:
            described = result.change.new
            if described is None:
                raise ValueError("a change without an entry needs `new`")
            result.entry = Entry(
                work=described.work, uid=described.uid or new_uid(), slug=described.slug or slugs[id(result)]
            )
            result.created = True
        Entry.objects.bulk_create([result.entry for result in new if result.entry])

    def _begin(self, result: Revised) -> None:
        self._add_main(result, result.change.article, number=1, parent=None, origin=result.change.origin)
        result.holder = result.revision

    def _continue(self, result: Revised) -> None:
        """A change of an entry that has a text: straight on from its latest, or merged with it."""
        change = result.change
        entry = change.entry
        assert entry is not None
        latest = self.latest[entry.pk]
        result.latest = latest
        if latest.text == serialize(change.article):
            result.holder = latest
            return
        number = (latest.number or 0) + 1
        if change.base is not None and change.base.pk == latest.pk:
            self._add_main(result, change.article, number=number, parent=latest, origin=change.origin)
            result.holder = result.revision
            return
        merged = _merged(change, latest.article)
        result.overlaps = merged.overlaps
        if merged.overlaps and change.on_overlap is OnOverlap.REFUSE:
            result.refused = True
            return
        if merged.article == change.article:
            self._add_main(result, change.article, number=number, parent=latest, origin=change.origin)
            result.holder = result.revision
            return
        result.merged = True
        result.holder = self._side(result, parent=change.base)
        if serialize(merged.article) != latest.text:
            self._add_main(
                result, merged.article, number=number, parent=latest, origin=Origin.MERGE, merged=result.holder
            )

    def _side(self, result: Revised, *, parent: Revision | None) -> Revision:
        """The change's own text, beside the main line."""
        revision = self._revision(result, result.change.article, number=None, origin=result.change.origin)
        revision.parent = parent
        self.side.append(revision)
        return revision

    def _add_main(
        self,
        result: Revised,
        article: Article,
        *,
        number: int,
        parent: Revision | None,
        origin: Origin,
        merged: Revision | None = None,
    ) -> None:
        revision = self._revision(result, article, number=number, origin=origin)
        revision.parent = parent
        revision.merged = merged
        self.main.append(revision)
        result.revision = result.latest = revision

    def _revision(self, result: Revised, article: Article, *, number: int | None, origin: Origin) -> Revision:
        text = serialize(article)
        return Revision(
            entry=result.entry,
            number=number,
            text=text,
            digest=digest(text),
            origin=origin,
            entered_for=result.change.entered_for[:150],
            reason=self.reason,
            created=self.now,
            **self.signature,
        )

    def _note_conflicts(self) -> None:
        """Only of changes that may stand beside another's: an import's."""
        imported = [r for r in self.results if not r.created and r.change.on_overlap is OnOverlap.KEEP_MINE]
        note_conflicts(imported, self.latest, self.now)

    def _bring_back(self) -> list[int]:
        """An entry that was set aside and is given a text, be it the same, is in the encyclopedia again."""
        back = [r.entry for r in self.results if r.entry and r.entry.set_aside and not r.refused]
        for entry in back:
            entry.set_aside = None
        ids = [entry.pk for entry in back]
        Entry.objects.filter(pk__in=ids).update(set_aside=None)
        return ids


def _merged(change: Change, mine: Article) -> Merge:
    """The change merged with `mine` as it stands, or as safe fixes make it where fewer places then overlap."""
    base = change.base.article if change.base else None
    merged = merge(base, mine=mine, theirs=change.article)
    if not merged.overlaps or change.mend is None:
        return merged
    mended = merge(change.mend(base) if base else None, mine=mine, theirs=change.mend(change.article))
    return mended if len(mended.overlaps) < len(merged.overlaps) else merged


def _latest(entries: Sequence[int]) -> Mapping[int, Revision]:
    rows = Revision.objects.filter(entry__in=entries).latest_of_each().select_related("entry__work")
    return {revision.entry_id: revision for revision in rows}


def restore(revision: Revision, *, by: AbstractBaseUser | None, reason: str = "") -> Revised:
    """Makes the text of an earlier revision the entry's latest again, as a new revision."""
    with writing():
        latest = Revision.objects.filter(entry=revision.entry_id).latest_of_each().get()
        change = Change(revision.entry, revision.article, base=latest, origin=Origin.RESTORE)
        return revise([change], by=by, reason=reason or f"นำฉบับแก้ไขที่ {revision.number or '–'} กลับมาใช้")[0]
