"""Authors: a page each, and their list."""

from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.views.generic import DetailView, ListView

from entries.models import Author, Authorship
from entries.reader.listing import listed_faces, page_of, rows
from entries.reader.owners import gone_or_moved, seen

PAGE_SIZE = 200


def live_authors() -> QuerySet[Author]:
    """Authors of live entries, each with the name that readers see as `shown`."""
    return seen(Author.objects.all(), Authorship, "author")


class AuthorView(DetailView):  # type: ignore[type-arg]
    """Who an author is, and the live entries they wrote."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return super().get(request, *args, **kwargs)
        except Http404:
            owner = Author.objects.select_related("merged_into").filter(slug=self.kwargs["slug"]).first()
            response = gone_or_moved(request, owner, "authors")
            if response is None:
                raise
            return response

    def get_queryset(self) -> QuerySet[Author]:
        return live_authors().select_related("work")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        author = self.object
        faces = listed_faces().filter(authorships__author=author).distinct().in_filing_order()
        page = page_of(faces, self.request.GET)
        return super().get_context_data(
            work=author.work,
            title=author.shown,
            page=page,
            rows=rows(page.items),
            **kwargs,
        )


class AuthorsView(ListView):  # type: ignore[type-arg]
    """All authors in filing order."""

    def get_queryset(self) -> QuerySet[Author]:
        live = Count("authorships__face", filter=Q(authorships__face__is_live=True), distinct=True)
        return live_authors().annotate(live_entries=live).order_by("sort_key", "pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = page_of(self.get_queryset(), self.request.GET, name="shown", order=("sort_key", "pk"), size=PAGE_SIZE)
        return {"view": self, "page": page, "authors": page.items, **kwargs}
