"""The timeline over the whole encyclopedia, and what there is of a span of years."""

from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Case, Count, Exists, F, Min, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce
from django.http import Http404
from django.utils import timezone
from django.views.generic import TemplateView

from entries.models import DatedPassage, EntryPeriod, Projection
from entries.reader.axis import Unit, Window, earlier_window, units_of, whole_window, window_of
from entries.reader.listing import Row, listed_faces, page_of, rows

LANES: Final = 60
#: A passage that speaks of a longer span speaks of no year in it.
_NARROW: Final = 9
#: Years after this have no page.
LATEST: Final = 3000
_ORDER: Final = ("begins", "sort_key", "entry_id")


@dataclass(frozen=True, slots=True)
class Mark:
    """Where on the axis passages of an entry are that speak of the same years; the first one's paragraph, from 1."""

    at: int
    first: int
    last: int
    number: int


@dataclass(frozen=True, slots=True)
class Lane:
    """An entry on the axis: where the bars of its periods begin and how wide they are, and where its passages are.

    `goes_before` and `goes_after` tell that a period goes on outside the window.
    """

    row: Row
    bars: tuple[tuple[int, int], ...]
    marks: tuple[Mark, ...]
    goes_before: bool
    goes_after: bool

    @property
    def dots(self) -> list[Mark]:
        """The marks to draw: one at each place."""
        return list({mark.at: mark for mark in reversed(self.marks)}.values())[::-1]


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
    return list(passages_in(first, last).order_by().values_list("first", "last").annotate(Count("pk")))


def passages_in(first: int, last: int) -> QuerySet[DatedPassage]:
    """Passages of live entries that speak of a year between these, or of no more than ten of which one is."""
    return live_passages().filter(first__lte=last, first__gte=first - _NARROW, last__gte=first)


@dataclass(frozen=True, slots=True)
class Whole:
    """The axis of all that the encyclopedia tells of, its centuries, and the centuries before it with something.

    `before_christ` tells that periods begin before the first year that there is an axis for.
    """

    window: Window
    units: list[Unit]
    earlier: list[Unit]
    before_christ: bool


def the_whole() -> Whole:
    """The whole axis: two queries."""
    periods, passages = counted_periods(), counted_passages(1, LATEST)
    spans = [(first, last) for first, last, _count in (*periods, *passages)]
    window = whole_window(spans, until=timezone.localdate().year)
    before = earlier_window(window, spans)
    earlier = units_of(before, periods, passages) if before else []
    return Whole(
        window,
        units_of(window, periods, passages),
        [unit for unit in earlier if unit.entries or unit.passages],
        _begin_before_christ(periods),
    )


def _begin_before_christ(periods: list[tuple[int, int, int]]) -> bool:
    return any(first < 1 for first, _last, _count in periods)


class TimelineView(TemplateView):
    """One axis: what there is of every century, of a century's decades or of a decade's years, and the entries in it.

    An entry without any period is there where its passages are.
    """

    template_name = "entries/timeline.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        whole = self._whole()
        window, units = whole.window, whole.units
        page = page_of(_faces(window), self.request.GET, order=_ORDER, size=LANES)
        return super().get_context_data(
            window=window,
            span=(units[0].first, units[-1].last) if self._is_whole else (self.kwargs["first"], self.kwargs["last"]),
            is_whole=self._is_whole,
            units=units,
            earlier=whole.earlier,
            before_christ=whole.before_christ,
            lanes=_lanes(window, page.items),
            page=page,
            **{key: value for key, value in kwargs.items() if key not in ("first", "last")},
        )

    @property
    def _is_whole(self) -> bool:
        return "first" not in self.kwargs

    def _whole(self) -> Whole:
        if self._is_whole:
            return the_whole()
        window = window_of(self.kwargs["first"], self.kwargs["last"])
        if window is None or window.last > LATEST:
            raise Http404
        window = window.until(timezone.localdate().year)
        periods = counted_periods()
        units = units_of(window, periods, counted_passages(window.first, window.last))
        return Whole(window, units, [], window.first == 1 and _begin_before_christ(periods))


def _faces(window: Window) -> QuerySet[Projection]:
    """The live entries of which a period meets the window, or a passage if they have no period; the earliest first."""
    periods = live_periods().filter(face=OuterRef("pk"))
    met = periods.filter(first__lte=window.last, until__gte=window.first).order_by("first").values("first")
    passages = passages_in(window.first, window.last).filter(face=OuterRef("pk")).order_by("first").values("first")
    faces = (
        listed_faces()
        .filter(see="")
        .annotate(has_period=Exists(periods), begins=Coalesce(Subquery(met[:1]), Subquery(passages[:1])))
    )
    shown = faces.filter(Exists(met) | Q(has_period=False, begins__isnull=False))
    return shown.order_by(*_ORDER)


def _lanes(window: Window, faces: Any) -> list[Lane]:
    """The entries of a page with all of their periods and passages that meet the window: three queries."""
    found = list(faces)
    spans: dict[int, list[tuple[int, int]]] = {}
    met = live_periods().filter(face__in=found, first__lte=window.last, until__gte=window.first).order_by("position")
    for period in met:
        spans.setdefault(period.face_id, []).append((period.first or 0, period.until))  # type: ignore[attr-defined]
    marks: dict[int, list[Mark]] = {}
    told = passages_in(window.first, window.last).filter(face__in=found).order_by("first", "last")
    for face, first, last, paragraph in told.values_list("face", "first", "last").annotate(Min("paragraph")):
        marks.setdefault(face, []).append(Mark(window.mark(first, last), first, last, paragraph + 1))
    return [
        Lane(
            row,
            bars=tuple(dict.fromkeys(window.bar(*span) for span in spans.get(face.pk, ()))),
            marks=tuple(marks.get(face.pk, ())),
            goes_before=any(first < window.first for first, _last in spans.get(face.pk, ())),
            goes_after=any(last > window.last for _first, last in spans.get(face.pk, ())),
        )
        for row, face in zip(rows(found), found, strict=True)
    ]
