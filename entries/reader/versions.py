"""Versions: what readers saw of an entry from one day to another, at an address that never changes."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic import DetailView

from entries.models import Author, Keyword, Projection, Publication
from entries.reader.authors import live_authors
from entries.reader.entries import entry_once_at, era_of, text_context
from entries.reader.keywords import live_keywords
from entries.reader.links import Item, links_of_face, links_of_version
from entries.reader.prose import prose_of
from entries.services.registers import AUTHORS, KEYWORDS, Register, owners_by_name


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
        face = Projection.objects.live().filter(entry=entry, revision=version.revision_id).first()
        links = links_of_face(face) if face else links_of_version(entry, version.revision)
        era = era_of(self.request)
        prose = prose_of(article, links.anchors, era)
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
            keywords=_items(KEYWORDS, entry.work_id, article.keywords),
            authors=_items(AUTHORS, entry.work_id, article.authors),
            version=version,
            versions=versions,
            live=live,
            is_live=version.ended is None,
            **kwargs,
        )


def _items(register: Register, work: int, names: tuple[str, ...]) -> list[Item]:
    """Names as written, each once, leading to their pages where these are live."""
    written = list(dict.fromkeys(names))
    owners = owners_by_name(register, [(work, name) for name in written])
    live = live_authors() if register.owner is Author else live_keywords()
    found: dict[int, Keyword | Author] = {owner.pk: owner for owner in live.filter(pk__in=set(owners.values()))}
    address = f"reader:{register.link}"
    items: dict[int, Item] = {}
    for name in written:
        pk = owners[work, name]
        owner = found.get(pk)
        about = owner.about if isinstance(owner, Author) else ""
        items.setdefault(pk, Item(name, about, reverse(address, args=[owner.slug]) if owner else ""))
    return list(items.values())
