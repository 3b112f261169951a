"""The timeline over the whole encyclopedia, and the page of a year."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.core.paginator import Paginator
from django.db.models import Case, Count, F, Min, Q, QuerySet, When
from django.http import Http404
from django.utils import timezone
from django.views.generic import TemplateView

from entries.models import DatedPassage, EntryPeriod, Projection
from entries.reader.axis import Window, units_of, whole_window, window_of
from entries.reader.listing import Row, listed_faces, rows
from entries.reader.passages import Passage, passage_of

BARS: Final = 60
PASSAGES: Final = 40
#: A passage that speaks of a longer span speaks of no year in it.
_NARROW: Final = 9
_LATEST: Final = 3000


@dataclass(frozen=True, slots=True)
class Bar:
    """An entry on the axis: where its bar begins and how wide it is; whether its period goes on."""

    row: Row
    left: int
    width: int


def live_periods() -> QuerySet[EntryPeriod]:
    """Periods of live entries, each with its last year as `until`: this year for what goes on."""
    until = Case(
        When(is_open=True, then=timezone.localdate().year), When(last=None, then=F("first")), default=F("last")
    )
    return EntryPeriod.objects.filter(face__is_live=True, first__isnull=False).annotate(until=until)


def live_passages() -> QuerySet[DatedPassage]:
    """Passages of live entries that speak of no more than ten years."""
    return DatedPassage.objects.filter(face__is_live=True, last__lte=F("first") + _NARROW)


def counted_periods() -> list[tuple[int, int, int]]:
    """First and last year of every period of a live entry, with how many entries have it."""
    found = live_periods().order_by().values_list("first", "until").annotate(Count("face", distinct=True))
    return [(first, until, count) for first, until, count in found if first is not None]


def counted_passages(first: int, last: int) -> list[tuple[int, int, int]]:
    """First and last year of every dated passage that meets these years, with how many there are."""
    met = live_passages().filter(first__lte=last, first__gte=first - _NARROW, last__gte=first)
    return list(met.order_by().values_list("first", "last").annotate(Count("pk")))


class TimelineView(TemplateView):
    """What there is of every century, of a century's decades or of a decade's years, and the entries on the axis."""

    template_name = "entries/timeline.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        periods = counted_periods()
        window = self._window(periods)
        met = live_periods().filter(first__lte=window.last, until__gte=window.first)
        faces = (
            listed_faces()
            .filter(see="")
            .annotate(
                begins=Min("periods__first", filter=Q(periods__in=met)),
            )
        )
        faces = faces.filter(begins__isnull=False).order_by("begins", "sort_key", "entry_id")
        page = Paginator(faces, BARS).get_page(self.request.GET.get("page"))
        return super().get_context_data(
            window=window,
            is_whole="first" not in self.kwargs,
            units=units_of(window, periods, counted_passages(window.first, window.last)),
            bars=_bars(window, page.object_list),
            page=page,
            **{key: value for key, value in kwargs.items() if key not in ("first", "last")},
        )

    def _window(self, periods: list[tuple[int, int, int]]) -> Window:
        if "first" not in self.kwargs:
            return whole_window((first, last) for first, last, _count in periods)
        window = window_of(self.kwargs["first"], self.kwargs["last"])
        if window is None or window.last > _LATEST:
            raise Http404
        return window


def _bars(window: Window, faces: Any) -> list[Bar]:
    """The entries of a page with the first of their periods that meets the window: two queries."""
    found = list(faces)
    spans: dict[int, tuple[int, int]] = {}
    met = live_periods().filter(face__in=found, first__lte=window.last, until__gte=window.first).order_by("position")
    for period in met:
        spans.setdefault(period.face_id, (period.first or 0, period.until))  # type: ignore[attr-defined]
    return [Bar(row, *window.bar(*spans[face.pk])) for row, face in zip(rows(found), found, strict=True)]


class YearView(TemplateView):
    """The entries whose periods begin or end in a year, and the very passages of the prose that speak of it."""

    template_name = "entries/year.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        year = self.kwargs["year"]
        if not 0 < year <= _LATEST:
            raise Http404
        faces = (
            listed_faces()
            .filter(see="")
            .annotate(
                begins=Count("periods", filter=Q(periods__first=year)),
                ends=Count("periods", filter=Q(periods__last=year)),
            )
        )
        passages = live_passages().filter(first__lte=year, first__gte=year - _NARROW, last__gte=year)
        ordered = passages.select_related("face__entry", "face__revision").order_by(
            "face__sort_key", "face__entry_id", "position"
        )
        page = Paginator(ordered, PASSAGES).get_page(self.request.GET.get("page"))
        return super().get_context_data(
            year=year,
            decade=(year // 10 * 10, year // 10 * 10 + 9),
            begun=rows(faces.filter(begins__gt=0).in_filing_order()[:BARS]),
            ended=rows(faces.filter(ends__gt=0, begins=0).in_filing_order()[:BARS]),
            page=page,
            passages=_passages(page.object_list),
            **{key: value for key, value in kwargs.items() if key != "year"},
        )


def _passages(found: Iterable[DatedPassage]) -> list[tuple[Projection, list[Passage]]]:
    """The passages of each face, together, in the order found."""
    shown: dict[int, tuple[Projection, list[Passage]]] = {}
    for row in found:
        paragraphs = row.face.revision.article.paragraphs
        bounds = (row.sentence_start, row.sentence_end)
        passage = passage_of(paragraphs, row.paragraph, row.start, row.end, bounds)
        if passage:
            shown.setdefault(row.face_id, (row.face, []))[1].append(passage)
    return list(shown.values())
