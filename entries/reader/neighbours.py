"""The neighbourhood of an entry: what it refers to, what refers to it, and how these refer to one another."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Count, F, Min, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.generic import TemplateView

from entries.models import CrossReference, Entry, Projection
from entries.reader.arcs import Drawing, drawing
from entries.reader.listing import Row, listed_faces, rows

#: So many neighbours are drawn, the entry itself not counted; the lists beside the drawing name the same ones.
MOST: Final = 24


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Ids of neighbours: those that an entry refers to, in the order of its text, and those that refer to it."""

    to: tuple[int, ...]
    back: tuple[int, ...]

    def nearest(self, count: int) -> set[int]:
        """The nearest: those that refer both ways, then those that the entry refers to, then the others."""
        both = [entry for entry in self.to if entry in set(self.back)]
        return set(list(dict.fromkeys((*both, *self.to, *self.back)))[:count])

    @property
    def count(self) -> int:
        """How many neighbours there are in all."""
        return len({*self.to, *self.back})


def live_links() -> QuerySet[CrossReference]:
    """References of live entries to other live entries."""
    links = CrossReference.objects.filter(face__is_live=True, live_target__isnull=False)
    return links.exclude(face__entry=F("live_target")).order_by()


def neighbours_of(entry: Entry) -> Neighbours:
    """The neighbours of a live entry: two queries, the second of which takes the ones most referred to by it first."""
    to = live_links().filter(face__entry=entry).order_by("place", "position").values_list("live_target", flat=True)
    back = live_links().filter(live_target=entry).values_list("face__entry").annotate(times=Count("pk"))
    return Neighbours(
        to=tuple(dict.fromkeys(to)),
        back=tuple(source for source, _times in back.order_by("-times", "face__sort_key", "face__entry")),
    )


class NeighboursView(TemplateView):
    """The neighbourhood as a drawing, and as lists for whoever reads rather than looks."""

    template_name = "entries/neighbours.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        face = get_object_or_404(Projection.objects.live().select_related("entry__work"), entry__slug=kwargs["slug"])
        neighbours = neighbours_of(face.entry)
        if not neighbours.count:
            raise Http404
        shown = neighbours.nearest(MOST)
        faces = list(_in_order_of_time({face.entry_id, *shown}))
        by_entry = dict(zip((each.entry_id for each in faces), rows(faces), strict=True))
        return super().get_context_data(
            face=face,
            work=face.entry.work,
            drawing=_drawn(faces, by_entry, face.entry_id),
            refers_to=[by_entry[entry] for entry in neighbours.to if entry in shown],
            referring=[by_entry[each.entry_id] for each in faces if each.entry_id in {*neighbours.back} & shown],
            shown=len(shown),
            count=neighbours.count,
            **{key: value for key, value in kwargs.items() if key != "slug"},
        )


def _in_order_of_time(entries: Collection[int]) -> QuerySet[Projection]:
    """Those without years stand at the end, in filing order."""
    faces = listed_faces().filter(entry__in=entries).annotate(begins=Min("periods__first"))
    return faces.order_by(F("begins").asc(nulls_last=True), "sort_key", "entry_id")


def _drawn(faces: Sequence[Projection], by_entry: dict[int, Row], centre: int) -> Drawing:
    links = live_links().filter(face__entry__in=by_entry, live_target__in=by_entry)
    pairs = set(links.values_list("face__entry", "live_target").distinct())
    names = [(face.entry_id, by_entry[face.entry_id].url, face.title) for face in faces]
    return drawing(names, centre, pairs)
