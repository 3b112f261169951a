"""What an import and a person both changed: a conflict a place, which waits until somebody decides.

A source says one thing at a time: once its newer file of an entry no longer says what a conflict waits for, that
conflict is superseded, by a newer one if the place is still disputed. Undoing the newer file opens it again.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from entries.models import Conflict, ConflictState, Entry, ImportedFile, Revision
from entries.text.merge import Overlap, says

_Text = tuple[str, str, tuple[str, ...]]


class Clashing(Protocol):
    """A change that was made: to `entry`, its own text in `holder`, from `base`, with what both sides had changed.

    `new_conflicts` takes the overlaps about which nobody has decided, and their conflicts.
    """

    entry: Entry | None
    holder: Revision | None
    latest: Revision | None
    overlaps: tuple[Overlap, ...]
    conflicts: list[Conflict]

    @property
    def base(self) -> Revision | None:
        """What the change was made from."""
        ...


def note_conflicts(results: Sequence[Clashing], mine: Mapping[int, Revision], at: datetime) -> None:
    """Opens a conflict for each overlap, and supersedes those for which their source no longer stands.

    `results` are the changes of imported entries that had a text, which was `mine` (by entry). There is none for a text
    that a person has already decided about, or that waits already; such overlaps are taken out of the results.
    """
    entries = [result.entry.pk for result in results if result.entry]
    standing = list(Conflict.objects.filter(entry__in=entries, state=ConflictState.OPEN).order_by("pk"))
    over = _Superseding(results, standing)
    over.save()
    decided = _decided_texts([r.entry.pk for r in results if r.entry and r.overlaps])
    waiting = {_waiting_key(conflict): conflict for conflict in standing if conflict.state == ConflictState.OPEN}
    made: list[Conflict] = []
    for result in results:
        assert result.entry
        entry, disputed = result.entry.pk, []
        for overlap in result.overlaps:
            earlier = over.before(result, overlap)
            if (entry, *_text_at(overlap)) in decided or (earlier and tuple(earlier.before) == overlap.theirs):
                continue
            disputed.append(overlap)
            conflict = waiting.get((entry, *_text_at(overlap), overlap.mine))
            if conflict is None:
                conflict = _conflict(result, overlap, mine[entry], earlier, at)
                made.append(conflict)
            result.conflicts.append(conflict)
        result.overlaps = tuple(disputed)
    Conflict.objects.bulk_create(made)


class _Superseding:
    """Which of the standing conflicts these changes supersede."""

    def __init__(self, results: Iterable[Clashing], standing: Collection[Conflict]) -> None:
        self.by_holder: dict[int, list[Conflict]] = defaultdict(list)
        if not standing:
            return
        of_entry = defaultdict(list)
        for conflict in standing:
            of_entry[conflict.entry_id].append(conflict)
        found = [(r, of_entry[r.entry.pk]) for r in results if r.entry and r.holder and r.base and of_entry[r.entry.pk]]
        texts = {r.base.pk for r, _theirs in found if r.base} | {each.theirs_id for each in standing}
        sources = _sources(texts)
        for result, conflicts in found:
            assert result.base
            assert result.holder
            article = result.holder.article
            for conflict in conflicts:
                # A held file that is decided late does not come after files that came in meanwhile.
                is_after = conflict.theirs_id <= result.base.pk
                is_its_source = sources[conflict.theirs_id] & sources[result.base.pk]
                if is_after and is_its_source and not says(article, overlap_of(conflict)):
                    conflict.state = ConflictState.SUPERSEDED
                    conflict.superseded_by = result.holder
                    self.by_holder[result.holder.pk].append(conflict)

    def save(self) -> None:
        """Records it."""
        conflicts = [each for those in self.by_holder.values() for each in those]
        if conflicts:
            Conflict.objects.bulk_update(conflicts, ["state", "superseded_by"])

    def before(self, result: Clashing, overlap: Overlap) -> Conflict | None:
        """The conflict that was about what this overlap is about: its other text is what the source has changed."""
        at = overlap.field, overlap.label, overlap.base
        for conflict in self.by_holder.get(result.holder.pk, ()) if result.holder else ():
            if (conflict.field, conflict.place["label"], tuple(conflict.other)) == at:
                return conflict
        return None


def _sources(revisions: Collection[int]) -> dict[int, set[tuple[str, int]]]:
    """The sources whose files had the texts of these revisions (ids)."""
    found: dict[int, set[tuple[str, int]]] = defaultdict(set)
    rows = ImportedFile.objects.filter(revision__in=revisions)
    for revision, source, work in rows.values_list("revision_id", "batch__source", "batch__work_id"):
        if revision is not None:
            found[revision].add((source, work))
    return found


def reopen(holders: Collection[int]) -> None:
    """Opens the conflicts again that these texts (ids of revisions) of undone files had superseded."""
    Conflict.objects.filter(superseded_by__in=holders, state=ConflictState.SUPERSEDED).update(
        state=ConflictState.OPEN, superseded_by=None
    )


def forerunners(conflict: Conflict) -> list[int]:
    """The conflicts (ids) that this one superseded, and that those had, about the same place."""
    found: list[int] = []
    newer = [conflict.theirs_id]
    at = conflict.field, conflict.place["label"], conflict.before
    while newer:
        rows = Conflict.objects.filter(
            entry=conflict.entry_id, superseded_by__in=newer, state=ConflictState.SUPERSEDED
        ).exclude(pk__in=found)
        same = [each for each in rows if (each.field, each.place["label"], each.before) == at]
        found += [each.pk for each in same]
        newer = [each.theirs_id for each in same]
    return found


def overlap_of(conflict: Conflict) -> Overlap:
    """The place and the three texts of a conflict, as merging told them."""
    return Overlap(
        field=conflict.field,
        label=conflict.place["label"],
        index=conflict.place["index"],
        base_index=conflict.place["base_index"],
        before=conflict.place["before"],
        after=conflict.place["after"],
        base=tuple(conflict.before),
        mine=tuple(conflict.ours),
        theirs=tuple(conflict.other),
    )


def _text_at(overlap: Overlap) -> _Text:
    """What a side brought: field, label, and the text; a removal together with what it removes."""
    return overlap.field, overlap.label, overlap.theirs or ("", *overlap.base)


def _decided_texts(entries: Sequence[int]) -> set[tuple[int, str, str, tuple[str, ...]]]:
    """Texts that a person saw in a conflict of these entries and did not take: what a file had brought, and what the
    text had said before. A source that goes back and forth between them brings nothing new.
    """
    rows = Conflict.objects.filter(entry__in=entries, state__in=(ConflictState.MINE, ConflictState.WRITTEN))
    found = set()
    for conflict in rows:
        label, before, other = conflict.place["label"], tuple(conflict.before), tuple(conflict.other)
        found.add((conflict.entry_id, conflict.field, label, other or ("", *before)))
        if before:
            found.add((conflict.entry_id, conflict.field, label, before))
    return found


def _waiting_key(conflict: Conflict) -> tuple[int, str, str, tuple[str, ...], tuple[str, ...]]:
    """What a conflict that is still to be decided is about: the two texts, at their place."""
    return conflict.entry_id, *_text_at(overlap_of(conflict)), tuple(conflict.ours)


def _conflict(result: Clashing, overlap: Overlap, mine: Revision, earlier: Conflict | None, at: datetime) -> Conflict:
    """A new conflict; what stood before both changed the place is what an `earlier` one says that it supersedes."""
    return Conflict(
        entry=result.entry,
        base=earlier.base if earlier else result.base,
        mine=mine,
        theirs=result.holder,
        field=overlap.field,
        place={
            "label": overlap.label,
            "index": overlap.index,
            "base_index": earlier.place["base_index"] if earlier else overlap.base_index,
            "before": overlap.before,
            "after": overlap.after,
        },
        before=list(earlier.before) if earlier else list(overlap.base),
        ours=list(overlap.mine),
        other=list(overlap.theirs),
        opened=at,
    )
