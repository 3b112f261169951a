"""The indexes of entries: ก–ฮ by filing form, A–Z by headword."""

from typing import Any, Final

from django.http import Http404
from django.views.generic import ListView, TemplateView

from entries.models import Projection
from entries.models.projections import ProjectionQuerySet
from entries.reader.letters import LATIN, LetterCount, letter_counts, letter_field, name_of
from entries.reader.listing import listed_faces, page_of, rows

LATIN_FILING: Final = ("latin_sort_key", "entry_id")


def thai_letters() -> list[LetterCount]:
    """ก–ฮ with how many live entries file under each, and numerals and the rest where there are any."""
    counts = letter_counts(Projection.objects.live(), "letter")
    return [letter for letter in counts if letter.address not in LATIN]


def latin_letters() -> list[LetterCount]:
    """A–Z with how many live entries have a headword under each."""
    counts = letter_counts(Projection.objects.live(), "latin_letter", LATIN)
    return [letter for letter in counts if letter.address in LATIN]


class IndexView(TemplateView):
    """All letters."""

    template_name = "entries/index.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            thai_letters=thai_letters(),
            latin_letters=latin_letters(),
            total=Projection.objects.live().count(),
            **kwargs,
        )


class LetterView(ListView):  # type: ignore[type-arg]
    """The live entries under one letter."""

    def get_queryset(self) -> ProjectionQuerySet:
        address = self.kwargs["letter"]
        letter = letter_field(address)
        faces = listed_faces()
        if self.is_latin:
            return faces.filter(latin_letter=letter).in_latin_order()
        return faces.filter(letter=letter).in_filing_order()

    @property
    def is_latin(self) -> bool:
        """Whether this is a letter of the index by headword."""
        return self.kwargs["letter"] in LATIN

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        if self.is_latin:
            page = page_of(self.get_queryset(), self.request.GET, name="headword", order=LATIN_FILING)
        else:
            page = page_of(self.get_queryset(), self.request.GET)
        if not page.items and "from" not in self.request.GET:
            raise Http404
        return {
            "view": self,
            "letter": name_of(self.kwargs["letter"]),
            "is_latin": self.is_latin,
            "script": "latin" if self.is_latin else "thai",
            "letters": latin_letters() if self.is_latin else thai_letters(),
            "page": page,
            "rows": rows(page.items, by_headword=self.is_latin),
            **kwargs,
        }
