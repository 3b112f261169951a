"""Where an entry's references lead, for editors, and which entries refer to it."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any, Final

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from entries.admin.screens import EntryScreen
from entries.models import CrossReference, Projection, ReferencePlace, Resolution, Revision
from entries.services.desk import Passage, passage_of
from entries.services.link_health import health

#: So many references from other entries are shown in their passages.
_PASSAGES: Final = 100


class References(EntryScreen):
    """Every reference of the working text with what came of it, and every one that leads here."""

    heading = _("รายการโยง")
    template_name = "admin/entries/entry/references.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = list(asking(self.face))
        paragraphs = self.latest.article.paragraphs
        backlinks = list(referring(self.entry.pk))
        return super().get_context_data(
            rows=[
                {"reference": row, "target": title, "passage": in_passage(row, paragraphs)}
                for row, title in with_titles(found)
            ],
            backlinks=with_passages(backlinks[:_PASSAGES]),
            backlinks_left=backlinks[_PASSAGES:],
            counts=counts(found),
            health=health(entry=self.entry.pk),
            **kwargs,
        )


def asking(face: Projection) -> QuerySet[CrossReference]:
    """The references of a face that want a target, in the order of the text."""
    wanting = CrossReference.objects.filter(Q(starred=True) | ~Q(place=ReferencePlace.PROSE))
    return wanting.filter(face=face).order_by("place", "position")


def referring(entry: int) -> QuerySet[CrossReference]:
    """The references of other entries' working texts that lead to this entry (id), in filing order."""
    rows = CrossReference.objects.filter(target=entry, face__is_working=True).exclude(face__entry=entry)
    return rows.select_related("face").order_by("face__sort_key", "face__entry_id", "place", "position")


def with_titles(references: Iterable[CrossReference]) -> list[tuple[CrossReference, str]]:
    """Each reference with what lists call its target, "" where it has none."""
    rows = list(references)
    targets = {row.target_id for row in rows if row.target_id}
    titles = {face.entry_id: face.title for face in Projection.objects.working().filter(entry__in=targets)}
    return [(row, titles.get(row.target_id or 0, "")) for row in rows]


def in_passage(row: CrossReference, paragraphs: Sequence[str]) -> Passage | None:
    """The passage of a reference of these paragraphs; None for one outside the prose."""
    return passage_of(row, paragraphs[row.paragraph]) if row.place == ReferencePlace.PROSE else None


def with_passages(references: Sequence[CrossReference]) -> list[dict[str, Any]]:
    """Each reference, whose face is loaded, with its passage. One query."""
    revisions = Revision.objects.in_bulk({row.face.revision_id for row in references})
    found = []
    for revision, rows in groupby(references, key=lambda row: row.face.revision_id):
        paragraphs = revisions[revision].article.paragraphs
        found += [{"reference": row, "passage": in_passage(row, paragraphs)} for row in rows]
    return found


def counts(references: Iterable[CrossReference]) -> list[dict[str, Any]]:
    """How many references came to what, in the order of Resolution, those that occur."""
    found = [row.resolution for row in references]
    return [
        {"value": resolution.value, "label": resolution.label, "count": found.count(resolution)}
        for resolution in Resolution
        if resolution in found
    ]
