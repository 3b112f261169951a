"""The page of a year: the passages that speak of it, and the entries whose periods begin or end in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.http import Http404
from django.views.generic import TemplateView

from entries.models import EntryPeriod, Projection
from entries.models.projections import ProjectionQuerySet
from entries.reader.axis import span_of
from entries.reader.chronology import LATEST, passages_in
from entries.reader.known import names_known
from entries.reader.linebreaks import Names
from entries.reader.listing import Row, listed_faces, page_of, rows
from entries.reader.passages import Passage, Place, passages_of

#: So many entries with passages are on a page.
ENTRIES: Final = 30
#: So many entries that begin or end are named beside them; all are on a page of their own.
BESIDE: Final = 20


@dataclass(frozen=True, slots=True)
class Beside:
    """The first entries that begin or end in a year, and how many there are in all, 0 where these are all of them."""

    rows: list[Row]
    more: int


class YearView(TemplateView):
    """The entries whose periods begin or end in a year, and the very passages of the prose that speak of it."""

    template_name = "entries/year.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        year = _year(self.kwargs)
        page = page_of(_speaking(year), self.request.GET, size=ENTRIES)
        return super().get_context_data(
            year=year,
            decade=span_of(year, 10),
            begun=_beside(begun_in(year)),
            ended=_beside(ended_in(year)),
            page=page,
            passages=_passages(page.items, year, names_known(self.request)),
            **{key: value for key, value in kwargs.items() if key != "year"},
        )


class YearListView(TemplateView):
    """All entries whose periods begin in a year, or all that end in it and began before."""

    template_name = "entries/year_list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        year = _year(self.kwargs)
        is_begun = self.kwargs["which"] == "begun"
        page = page_of(begun_in(year) if is_begun else ended_in(year), self.request.GET)
        if not page.items and "from" not in self.request.GET:
            raise Http404
        shown = {key: value for key, value in kwargs.items() if key not in ("year", "which")}
        return super().get_context_data(year=year, is_begun=is_begun, page=page, rows=rows(page.items), **shown)


def begun_in(year: int) -> ProjectionQuerySet:
    """The live entries of which a period begins in a year, in filing order."""
    return _entries().filter(pk__in=_periods().filter(first=year).values("face"))


def ended_in(year: int) -> ProjectionQuerySet:
    """The live entries of which a period ends in a year and none begins in it, in filing order."""
    begun = _periods().filter(first=year).values("face")
    return _entries().filter(pk__in=_periods().filter(last=year).values("face")).exclude(pk__in=begun)


def _entries() -> ProjectionQuerySet:
    return listed_faces().filter(see="").in_filing_order()


def _periods() -> Any:
    return EntryPeriod.objects.filter(face__is_live=True).order_by()


def _year(kwargs: dict[str, Any]) -> int:
    year: int = kwargs["year"]
    if not 0 < year <= LATEST:
        raise Http404
    return year


def _beside(faces: ProjectionQuerySet) -> Beside:
    found = list(faces[: BESIDE + 1])
    return Beside(rows(found[:BESIDE]), faces.count() if len(found) > BESIDE else 0)


def _speaking(year: int) -> ProjectionQuerySet:
    told = passages_in(year, year).order_by().values("face")
    return listed_faces().select_related("entry", "revision").filter(pk__in=told).in_filing_order()


def _passages(faces: Sequence[Projection], year: int, names: Names) -> Iterable[tuple[Projection, list[Passage]]]:
    """The passages of each face that speak of a year, in the order of its text; one query for all."""
    places: dict[int, list[Place]] = {face.pk: [] for face in faces}
    columns = ("paragraph", "start", "end", "sentence_start", "sentence_end")
    told = passages_in(year, year).filter(face__in=places).order_by("face", "position")
    for face, *place in told.values_list("face", *columns):
        places[face].append(Place(*place))
    shown = [(face, passages_of(face.revision.article.paragraphs, places[face.pk], names)) for face in faces]
    return [(face, passages) for face, passages in shown if passages]
