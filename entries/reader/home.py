"""The front page: an entry of the day, what is new, what others lead to, and the letters."""

from typing import Any

from django.db.models import Count, F
from django.http import HttpRequest
from django.utils import timezone
from django.views.generic import TemplateView

from entries.models import CrossReference, Projection
from entries.reader.chronology import the_whole
from entries.reader.indexes import latin_letters, thai_letters
from entries.reader.keywords import most_used_keywords
from entries.reader.kinds import live_kinds
from entries.reader.known import names_known
from entries.reader.listing import Row, listed_faces, rows
from entries.reader.prose import excerpt
from entries.reader.typeset import kept_html
from entries.reader.years import years_of

NEWEST = 8
MOST_REFERRED_TO = 8
KEYWORDS = 24
EXCERPT_LENGTH = 300
#: An entry of the day has a text of at least so many code points.
WORTH_A_DAY = 1200


class HomeView(TemplateView):
    """The front page."""

    template_name = "entries/home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        whole = the_whole()
        return super().get_context_data(
            has_search=True,
            window=whole.window,
            units=whole.units if any(unit.entries or unit.passages for unit in whole.units) else [],
            earlier=whole.earlier,
            before_christ=whole.before_christ,
            kinds=live_kinds(),
            total=Projection.objects.live().count(),
            today=_entry_of_the_day(self.request),
            newest=newest(),
            most_referred_to=most_referred_to(),
            keywords=most_used_keywords(KEYWORDS),
            thai_letters=thai_letters(),
            latin_letters=latin_letters(),
            **kwargs,
        )


def _entry_of_the_day(request: HttpRequest) -> dict[str, Any] | None:
    """One live entry after another, a day each, by the calendar of Bangkok."""
    faces = Projection.objects.live().filter(length__gte=WORTH_A_DAY).select_related("entry").order_by("entry_id")
    count = faces.count()
    if count == 0:
        return None
    # A step that shares no factor with most counts, so that entries made together do not follow one another.
    face = faces[timezone.localdate().toordinal() * 7919 % count]
    return {
        "face": face,
        "excerpt": kept_html(excerpt(face.lead, EXCERPT_LENGTH), names_known(request)),
        "years": years_of([face.years_ce] if face.years_ce else [], [face.years_be] if face.years_be else []),
    }


def newest() -> list[dict[str, Any]]:
    """The live entries that were published last for the first time, each with its beginning and its day."""
    faces = (
        listed_faces()
        .filter(entry__publications__number=1, entry__publications__quiet=False, see="")
        .annotate(first_published=F("entry__publications__began"))
        .order_by("-first_published", "-entry_id")[:NEWEST]
    )
    found = list(faces)
    return [
        {"row": row, "day": face.first_published}  # type: ignore[attr-defined]
        for row, face in zip(rows(found), found, strict=True)
    ]


def most_referred_to() -> list[tuple[Row, int]]:
    """The live entries that most other live entries refer to, with how many do."""
    counts = (
        CrossReference.objects.filter(face__is_live=True, live_target__isnull=False)
        .exclude(face__entry=F("live_target"))
        .order_by()
        .values_list("live_target")
        .annotate(referring=Count("face", distinct=True))
        .order_by("-referring", "live_target")[:MOST_REFERRED_TO]
    )
    by_entry = dict(counts)
    faces = {face.entry_id: face for face in listed_faces().filter(entry__in=by_entry)}
    found = [(faces[entry], count) for entry, count in by_entry.items() if entry in faces]
    return list(zip(rows(face for face, _count in found), (count for _face, count in found), strict=True))
