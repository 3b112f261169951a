"""Where references of a text lead: those of a face are stored, those of an earlier version are looked up again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import OuterRef, Subquery
from django.urls import reverse

from entries.models import CrossReference, DecisionKind, Entry, Projection, ReferencePlace, Revision
from entries.reader.homonyms import shared_names
from entries.reader.prose import Anchor
from entries.services.projecting import references_of_revision

#: What only editors are shown.
_FOR_EDITORS: Final = ("evidence", "known", "left_key", "anchor_sound", "gloss_sound")


@dataclass(frozen=True, slots=True)
class Item:
    """A name outside the prose (see, see also): linked where it has an `href`, else only named."""

    name: str
    gloss: str = ""
    href: str = ""
    is_wanted: bool = False


@dataclass(frozen=True, slots=True)
class Links:
    """All that the references of one text lead to; whether any leads to another entry (`leads_on`)."""

    anchors: tuple[Anchor, ...] = ()
    see: Item | None = None
    see_also: tuple[Item, ...] = ()
    leads_on: bool = False


@dataclass(frozen=True, slots=True)
class _Target:
    """A live entry that a reference leads to."""

    href: str
    title: str
    headword: str


def links_of_face(face: Projection) -> Links:
    """The links of a live face: one query, and one more where a reference leads to no entry."""
    title = Projection.objects.live().filter(entry=OuterRef("live_target"))
    references = (
        CrossReference.objects.filter(face=face)
        .select_related("live_target", "decision")
        .defer(*_FOR_EDITORS)
        .annotate(
            live_title=Subquery(title.values("thai_title")[:1]), live_headword=Subquery(title.values("headword")[:1])
        )
    )
    rows = list(references)
    targets = {
        row.live_target.pk: _Target(_url(row.live_target), row.live_title, row.live_headword)
        for row in rows
        if row.live_target
    }
    return _links(rows, face.entry, targets)


def links_of_version(entry: Entry, revision: Revision) -> Links:
    """The links of a text that is not live, as names and decisions stand now; so many queries for any number."""
    rows = references_of_revision(entry, revision)
    faces = Projection.objects.live().filter(entry__in={row.live_target_id for row in rows if row.live_target_id})
    targets = {
        face.entry_id: _Target(_url(face.entry), face.thai_title, face.headword)
        for face in faces.select_related("entry")
    }
    return _links(rows, entry, targets)


def _links(rows: Sequence[CrossReference], entry: Entry, targets: Mapping[int, _Target]) -> Links:
    shared = shared_names(entry.work_id, {key for row in rows if _is_open(row) for key in _asked(row)})
    anchors: list[Anchor] = []
    see: Item | None = None
    see_also: list[Item] = []
    for row in rows:
        target = targets.get(row.live_target_id or 0) if row.live_target_id != entry.pk else None
        page = next((shared[key] for key in _asked(row) if key in shared), "") if _is_open(row) else ""
        href = target.href if target else page
        is_wanted = _is_open(row) and not page
        if row.place == ReferencePlace.PROSE:
            anchors.append(Anchor(row.paragraph, row.start, row.end, row.opening, row.closing, href, is_wanted))
        elif row.place == ReferencePlace.SEE_ALSO:
            see_also.append(Item(row.anchor, row.gloss, href, is_wanted))
        elif target:
            see = see or Item(target.title or target.headword, target.headword, href)
        else:
            see = see or Item(row.anchor, row.gloss, href, is_wanted)
    return Links(tuple(anchors), see, tuple(see_also), leads_on=bool(targets.keys() - {entry.pk}))


def _is_open(row: CrossReference) -> bool:
    """Whether a reference asks for an entry and leads to none: to readers a draft, a withdrawn one and none are one."""
    asks = row.starred or row.place != ReferencePlace.PROSE
    is_none = row.decision is not None and row.decision.kind == DecisionKind.NOT_REFERENCE
    return asks and row.live_target_id is None and not is_none


def _asked(row: CrossReference) -> tuple[str, ...]:
    """The names that a reference asks by; none where an editor has said whom it means."""
    return (row.anchor_key, row.gloss_key) if row.decision is None else ()


def _url(entry: Entry) -> str:
    return reverse("reader:entry", args=[entry.slug])
