"""Where references of a text lead: those of a face are stored, those of an earlier version are looked up again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import OuterRef, Subquery
from django.urls import reverse

from entries.models import CrossReference, Entry, Projection, ReferencePlace
from entries.reader.prose import Anchor
from entries.services.linking import directory, keys_of, resolve
from entries.text.analysis import Analysis
from entries.text.article import Article


@dataclass(frozen=True, slots=True)
class Item:
    """A name outside the prose (see, see also): linked where it has an `href`, else only named."""

    name: str
    gloss: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Links:
    """All that the references of one text lead to."""

    anchors: tuple[Anchor, ...] = ()
    see: Item | None = None
    see_also: tuple[Item, ...] = ()


def links_of_face(face: Projection) -> Links:
    """The links of a live face, in one query."""
    title = Projection.objects.live().filter(entry=OuterRef("live_target"))
    references = (
        CrossReference.objects.filter(face=face)
        .select_related("live_target")
        .defer("evidence", "anchor_key", "gloss_key")
        .annotate(
            live_title=Subquery(title.values("thai_title")[:1]), live_headword=Subquery(title.values("headword")[:1])
        )
    )
    anchors: list[Anchor] = []
    items: dict[str, list[Item]] = {ReferencePlace.SEE: [], ReferencePlace.SEE_ALSO: []}
    for row in references:
        href = _entry_url(row.live_target, itself=face.entry_id)
        if row.place == ReferencePlace.PROSE:
            anchors.append(Anchor(row.paragraph, row.start, row.end, row.opening, row.closing, href))
        elif row.live_target and row.place == ReferencePlace.SEE:
            items[row.place].append(Item(row.live_title or row.live_headword, row.live_headword, href))
        else:
            items[row.place].append(Item(row.anchor, row.gloss, href))
    return _links(anchors, items)


def links_of_text(article: Article, entry: Entry) -> Links:
    """The links of a text that has no face, as names stand now: three queries, whatever the number of references."""
    found = Analysis(article).references
    names = directory(keys_of(reference for reference in found if reference.asks_for_target))
    targets: dict[int, int] = {}
    for index, reference in enumerate(found):
        if reference.asks_for_target:
            live = resolve(reference, work=entry.work_id, entry=entry.pk, names=names).live
            if live is not None:
                targets[index] = live
    entries = Entry.objects.in_bulk(set(targets.values()))
    anchors: list[Anchor] = []
    items: dict[str, list[Item]] = {ReferencePlace.SEE: [], ReferencePlace.SEE_ALSO: []}
    for index, reference in enumerate(found):
        href = _entry_url(entries.get(targets.get(index, 0)), itself=entry.pk)
        if span := reference.reference:
            anchors.append(Anchor(span.paragraph, span.start, span.end, span.open, span.close, href))
        else:
            items[reference.place].append(Item(reference.anchor, reference.gloss, href))
    return _links(anchors, items)


def _links(anchors: Iterable[Anchor], items: Mapping[str, list[Item]]) -> Links:
    see = items[ReferencePlace.SEE]
    return Links(tuple(anchors), see[0] if see else None, tuple(items[ReferencePlace.SEE_ALSO]))


def _entry_url(target: Entry | None, *, itself: int) -> str:
    return reverse("reader:entry", args=[target.slug]) if target and target.pk != itself else ""
