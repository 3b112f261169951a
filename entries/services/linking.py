"""From references to the entries that they mean: a function of names and decisions, never of the order of events."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from django.db.models import Q

from entries.models import CrossReference, DecisionKind, ReferencePlace, Resolution
from entries.services.directory import Directory, directory

__all__ = [
    "Asking", "Directory", "Target", "asks", "candidates", "concerned", "directory", "keys_of", "resolve", "retarget",
]  # fmt: skip


class Asking(Protocol):
    """A reference that asks for its target: a row of CrossReference, or one not saved yet."""

    @property
    def place(self) -> str:
        """Which part of the text it stands in: a value of ReferencePlace."""

    @property
    def anchor_key(self) -> str:
        """The key of its anchor, "" for none."""

    @property
    def gloss_key(self) -> str:
        """The key of its gloss, "" for none."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference resolves to for editors and for readers."""

    entry: int | None
    live: int | None
    resolution: Resolution


NO_TARGET = Target(None, None, Resolution.NONE)


def resolve(asking: Asking, *, work: int, entry: int, names: Directory, chosen: int | None = None) -> Target:
    """The target of one reference of the entry `entry`; `chosen` is the entry that an editor has decided on.

    Anchor and gloss are two witnesses: where both know an entry they must agree; where one is silent the other
    decides; where they point at different entries nothing is linked. Only where neither is anybody's full name do
    shorter names count (V. I. Lenin). A see-entry stands for what it leads to, but in the reference of a see-entry.
    """
    found, resolution = _one(asking, work, names, chosen, live=False)
    live, _resolution = _one(asking, work, names, chosen, live=True)
    if found == entry:
        resolution = Resolution.ITSELF
    return Target(found, live, resolution)


def _one(
    asking: Asking, work: int, names: Directory, chosen: int | None, *, live: bool
) -> tuple[int | None, Resolution]:
    follows = asking.place != ReferencePlace.SEE
    if chosen is not None:
        there = names.there.live if live else names.there.entries
        return _one_of(_ends({chosen} & there, names, follows=follows, live=live), set())
    for full in (True, False):
        anchor = names.named(work, asking.anchor_key, full=full, live=live)
        gloss = names.named(work, asking.gloss_key, full=full, live=live)
        if anchor or gloss:
            ends = (_ends(meant, names, follows=follows, live=live) for meant in (anchor, gloss))
            return _one_of(*ends)
    return None, Resolution.WANTED


def _ends(entries: Collection[int], names: Directory, *, follows: bool, live: bool) -> set[int | None]:
    """Where these lead as see-entries; None for those that lead round in a loop."""
    return {names.follow(entry, live=live) for entry in entries} if follows else set(entries)


def _one_of(by_anchor: set[int | None], by_gloss: set[int | None]) -> tuple[int | None, Resolution]:
    both = by_anchor & by_gloss if by_anchor and by_gloss else by_anchor | by_gloss
    if len(both) == 1:
        (found,) = both
        return found, Resolution.LOOP if found is None else Resolution.LINKED
    if both:
        return None, Resolution.AMBIGUOUS
    return None, Resolution.DISAGREEING if by_anchor or by_gloss else Resolution.WANTED


def candidates(asking: Asking, *, work: int, names: Directory) -> list[int]:
    """Every entry that a witness may mean: those that both mean first, then full names, then shorter ones."""
    found: dict[int, None] = {}
    for full in (True, False):
        meant = [
            _ends(names.named(work, key, full=full), names, follows=True, live=False)
            for key in (asking.gloss_key, asking.anchor_key)
        ]
        for group in (meant[0] & meant[1], *meant):
            found.update(dict.fromkeys(sorted(entry for entry in group if entry is not None)))
    return list(found)


def asks(reference: CrossReference) -> bool:
    """Whether this row wants a target: starred, standing outside the prose, or linked by an editor."""
    return reference.starred or reference.place != ReferencePlace.PROSE or reference.decision is not None


def keys_of(references: Iterable[Asking]) -> set[str]:
    """Every key that these references are looked up by."""
    return {key for reference in references for key in (reference.anchor_key, reference.gloss_key) if key}


def concerned(
    keys: Collection[str], *, entries: Collection[int] = (), see: bool, except_faces: Collection[int] = ()
) -> Sequence[CrossReference]:
    """The references that a change of what these keys mean, or of these entries (ids), can concern, found by index.

    Those of see-entries, or all others.
    """
    rows: dict[int, CrossReference] = {}
    in_place = Q(place=ReferencePlace.SEE) if see else ~Q(place=ReferencePlace.SEE)
    references = CrossReference.objects.filter(in_place).select_related("face__entry", "decision")
    if keys:
        wanting = references.filter(Q(starred=True) | ~Q(place=ReferencePlace.PROSE) | Q(decision__isnull=False))
        for row in wanting.filter(Q(anchor_key__in=keys) | Q(gloss_key__in=keys)):
            rows[row.pk] = row
    if entries:
        for row in references.filter(decision__target__in=entries):
            rows[row.pk] = row
    return [row for row in rows.values() if row.face_id not in except_faces]


def retarget(references: Sequence[CrossReference]) -> Iterator[CrossReference]:
    """Sets the targets of references whose faces, entries and decisions are loaded; yields those that changed."""
    wanting = [reference for reference in references if asks(reference)]
    chosen = {row.decision.target_id for row in wanting if row.decision and row.decision.target_id}
    names = directory(keys_of(wanting), entries=chosen) if wanting else Directory()
    for reference in references:
        entry = reference.face.entry
        decision = reference.decision
        if not asks(reference) or (decision and decision.kind == DecisionKind.NOT_REFERENCE):
            target = NO_TARGET
        else:
            decided = decision.target_id if decision else None
            target = resolve(reference, work=entry.work_id, entry=entry.pk, names=names, chosen=decided)
        before = (reference.target_id, reference.live_target_id, reference.resolution)
        if before != (target.entry, target.live, target.resolution):
            reference.target_id = target.entry
            reference.live_target_id = target.live
            reference.resolution = target.resolution
            yield reference
