"""Keywords: a page each, and lists by letter."""

from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.views.generic import DetailView, ListView, TemplateView

from entries.models import EntryKeyword, Keyword
from entries.reader.letters import LetterCount, letter_counts, letter_field, name_of
from entries.reader.listing import listed_faces, page_of, rows
from entries.reader.owners import gone_or_moved, seen

MOST_USED = 30
PAGE_SIZE = 200


def live_keywords() -> QuerySet[Keyword]:
    """Keywords that live entries use, each with the name that readers see as `shown`."""
    return seen(Keyword.objects.all(), EntryKeyword, "keyword")


def most_used_keywords(count: int) -> list[Keyword]:
    """The keywords that most live entries share (`live_uses`), in filing order; one that a single entry has is none."""
    live = Count("uses__face", filter=Q(uses__face__is_live=True), distinct=True)
    found = live_keywords().annotate(live_uses=live).filter(live_uses__gt=1).order_by("-live_uses", "sort_key")[:count]
    return sorted(found, key=lambda keyword: keyword.sort_key)


class KeywordView(DetailView):  # type: ignore[type-arg]
    """The live entries that have a keyword, whatever the form in which each writes it."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return super().get(request, *args, **kwargs)
        except Http404:
            owner = Keyword.objects.select_related("merged_into").filter(slug=self.kwargs["slug"]).first()
            response = gone_or_moved(request, owner, "keywords")
            if response is None:
                raise
            return response

    def get_queryset(self) -> QuerySet[Keyword]:
        return live_keywords().select_related("work")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        keyword = self.object
        uses = EntryKeyword.objects.filter(keyword=keyword, face__is_live=True)
        faces = listed_faces().filter(keyword_uses__keyword=keyword).distinct().in_filing_order()
        page = page_of(faces, self.request.GET)
        variants = uses.order_by("name").values_list("name", flat=True).distinct()
        return super().get_context_data(
            work=keyword.work,
            title=keyword.shown,
            variants=[name for name in variants if name != keyword.shown],
            page=page,
            rows=rows(page.items),
            **kwargs,
        )


def keyword_letters() -> list[LetterCount]:
    """Letters of the keywords' list with how many stand under each."""
    return letter_counts(live_keywords(), "letter")


class KeywordsView(TemplateView):
    """The way into the keywords: letters, and those that most entries share."""

    template_name = "entries/keyword_list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shared = most_used_keywords(MOST_USED)
        return super().get_context_data(letters=keyword_letters(), keyword_list=shared, **kwargs)


class KeywordLetterView(ListView):  # type: ignore[type-arg]
    """The keywords under one letter, in filing order."""

    template_name_suffix = "_letter"

    def get_queryset(self) -> QuerySet[Keyword]:
        live = Count("uses__face", filter=Q(uses__face__is_live=True), distinct=True)
        under = live_keywords().filter(letter=letter_field(self.kwargs["letter"]))
        return under.annotate(live_uses=live).order_by("sort_key", "pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        letter = self.kwargs["letter"]
        page = page_of(self.get_queryset(), self.request.GET, name="shown", order=("sort_key", "pk"), size=PAGE_SIZE)
        if not page.items and "from" not in self.request.GET:
            raise Http404
        return {
            "view": self,
            "letter": name_of(letter),
            "letters": keyword_letters(),
            "page": page,
            "keywords": page.items,
            **kwargs,
        }
