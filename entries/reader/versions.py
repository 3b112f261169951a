"""Versions: what readers saw of an entry from one day to another, at an address that never changes."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic import DetailView

from entries.models import Author, Authorship, EntryKeyword, Projection, Publication
from entries.reader.entries import entry_once_at, era_of, text_context
from entries.reader.known import names_known
from entries.reader.links import Item, links_of_face, links_of_version
from entries.reader.prose import prose_of
from entries.services.registers import AUTHORS, KEYWORDS, Register, register_key


class VersionView(DetailView):  # type: ignore[type-arg]
    """One publication of an entry, live, superseded or withdrawn."""

    slug_field = "entry__slug"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return super().get(request, *args, **kwargs)
        except Http404:
            entry = entry_once_at(self.kwargs["slug"])
            return redirect("reader:version", entry.slug, self.kwargs["number"], permanent=True)

    def get_queryset(self) -> QuerySet[Publication]:
        publications = Publication.objects.select_related("entry__work", "revision")
        return publications.filter(number=self.kwargs["number"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        version = self.object
        entry, article = version.entry, version.revision.article
        # Only what is live has a face.
        face = Projection.objects.live().filter(entry=entry).first() if version.ended is None else None
        links = links_of_face(face) if face else links_of_version(entry, version.revision)
        era = era_of(self.request)
        prose = prose_of(article, links.anchors, era, names_known(self.request))
        versions = list(Publication.objects.filter(entry=entry).order_by("number"))
        live = versions[-1] if versions[-1].ended is None else None
        return super().get_context_data(
            **text_context(article),
            entry=entry,
            work=entry.work,
            paragraphs=prose.paragraphs,
            jumps=prose.jumps,
            era=era,
            links=links,
            keywords=_items(KEYWORDS, EntryKeyword, entry.work_id, article.keywords),
            authors=_items(AUTHORS, Authorship, entry.work_id, article.authors),
            version=version,
            versions=versions,
            live=live,
            is_live=version.ended is None,
            **kwargs,
        )


def _items(
    register: Register, uses: type[EntryKeyword] | type[Authorship], work: int, names: Iterable[str]
) -> list[Item]:
    """Names as written, each owner's once, leading to their pages where these are live: one query."""
    keys = {name: register_key(name) for name in names}
    live = uses._default_manager.filter(**{register.link: OuterRef(register.link)}, face__is_live=True)
    found = (
        register.name.objects.filter(work=work, key__in=keys.values())
        .select_related(register.link)
        .annotate(is_live=Exists(live))
    )
    owners = {row.key: (getattr(row, register.link), row.is_live) for row in found}
    items: dict[int, Item] = {}
    for name, key in keys.items():
        owner, is_live = owners[key]
        shown = is_live and owner.merged_into_id is None
        about = owner.about if shown and isinstance(owner, Author) else ""
        href = reverse(f"reader:{register.link}", args=[owner.slug]) if shown else ""
        items.setdefault(owner.pk, Item(name, about, href))
    return list(items.values())
