"""From references to the entries that they mean: a function of names alone, never of the order of events."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from django.db.models import Exists, OuterRef, Q

from entries.models import Alias, CrossReference, EntryName, Projection, PublicState, ReferencePlace, Resolution


class Asking(Protocol):
    """A reference that asks for its target: a row of CrossReference, or one not saved yet."""

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


@dataclass(slots=True)
class Named:
    """The entries of one work that a key means: all not withdrawn, and the live ones."""

    entries: set[int] = field(default_factory=set)
    live: set[int] = field(default_factory=set)


#: Entries by (work, key).
Directory = Mapping[tuple[int, str], Named]


def directory(keys: Collection[str]) -> Directory:
    """Who is meant by these keys, from the faces' names and the aliases. Two queries, whatever the number of keys."""
    found: dict[tuple[int, str], Named] = defaultdict(Named)
    rows = EntryName.objects.filter(key__in=keys).values_list(
        "face__entry__work_id", "key", "face__entry_id", "face__is_working", "face__is_live", "face__public_state"
    )
    for work, key, entry, is_working, is_live, state in rows:
        named = found[work, key]
        if is_working and state != PublicState.WITHDRAWN:
            named.entries.add(entry)
        if is_live:
            named.live.add(entry)
    faces = Projection.objects.filter(entry=OuterRef("entry"))
    aliases = Alias.objects.filter(key__in=keys).values_list(
        "entry__work_id",
        "key",
        "entry_id",
        Exists(faces.filter(is_working=True).exclude(public_state=PublicState.WITHDRAWN)),
        Exists(faces.filter(is_live=True)),
    )
    for work, key, entry, is_target, is_live in aliases:
        named = found[work, key]
        if is_target:
            named.entries.add(entry)
        if is_live:
            named.live.add(entry)
    return found


def resolve(asking: Asking, *, work: int, entry: int, names: Directory) -> Target:
    """The target of one reference of the entry `entry`.

    Anchor and gloss are two witnesses: where both know an entry they must agree; where one is silent the other
    decides; where they point at different entries nothing is linked.
    """
    nobody = Named()
    anchor = names.get((work, asking.anchor_key), nobody) if asking.anchor_key else nobody
    gloss = names.get((work, asking.gloss_key), nobody) if asking.gloss_key else nobody
    found, resolution = _one_of(anchor.entries, gloss.entries)
    live, _resolution = _one_of(anchor.live, gloss.live)
    if found == entry:
        resolution = Resolution.ITSELF
    return Target(found, live, resolution)


def _one_of(by_anchor: set[int], by_gloss: set[int]) -> tuple[int | None, Resolution]:
    both = by_anchor & by_gloss if by_anchor and by_gloss else by_anchor | by_gloss
    if len(both) == 1:
        return next(iter(both)), Resolution.LINKED
    if both:
        return None, Resolution.AMBIGUOUS
    return None, Resolution.DISAGREEING if by_anchor or by_gloss else Resolution.WANTED


def asks(reference: CrossReference) -> bool:
    """Whether this row wants a target: starred, or standing outside the prose."""
    return reference.starred or reference.place != ReferencePlace.PROSE


def keys_of(references: Iterable[Asking]) -> set[str]:
    """Every key that these references are looked up by."""
    return {key for reference in references for key in (reference.anchor_key, reference.gloss_key) if key}


def concerned(keys: Collection[str], *, except_faces: Collection[int] = ()) -> Sequence[CrossReference]:
    """The references that a change of what these keys mean can concern, found by index."""
    if not keys:
        return []
    wanting = CrossReference.objects.filter(Q(starred=True) | ~Q(place=ReferencePlace.PROSE))
    rows = wanting.filter(Q(anchor_key__in=keys) | Q(gloss_key__in=keys)).select_related("face__entry")
    return [row for row in rows if row.face_id not in except_faces]


def retarget(references: Sequence[CrossReference]) -> Iterator[CrossReference]:
    """Sets the targets of references whose faces and entries are loaded; yields those that changed."""
    names = directory(keys_of(references))
    for reference in references:
        if not asks(reference):
            continue
        entry = reference.face.entry
        target = resolve(reference, work=entry.work_id, entry=entry.pk, names=names)
        before = (reference.target_id, reference.live_target_id, reference.resolution)
        if before != (target.entry, target.live, target.resolution):
            reference.target_id = target.entry
            reference.live_target_id = target.live
            reference.resolution = target.resolution
            yield reference
