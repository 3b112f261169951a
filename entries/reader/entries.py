"""An entry's page, its permanent address, and what answers where it once was."""

import secrets
from collections.abc import Sequence
from typing import Any

from django.db.models import F, OuterRef, Subquery, TextField, Value
from django.db.models.functions import Cast
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.generic import DetailView, ListView

from entries.models import (
    CrossReference,
    Entry,
    Projection,
    Publication,
    ReferencePlace,
    SlugRedirect,
)
from entries.models.projections import ProjectionQuerySet
from entries.reader.eras import ERAS, Era
from entries.reader.fonts import preloaded
from entries.reader.homonyms import homonyms_of
from entries.reader.known import names_known
from entries.reader.linebreaks import Names
from entries.reader.links import Item, links_of_face
from entries.reader.listing import Row, listed_faces, page_of, rows
from entries.reader.passages import Passage, passage_of
from entries.reader.prose import excerpt, prose_of
from entries.reader.typeset import kept_html
from entries.reader.years import years_of
from entries.text.article import Article

#: So many entries that refer to one are shown on its page, with their passages; all are on a page of their own.
REFERRING_SHOWN = 12
REFERRING_PAGE = 40
DESCRIPTION_LENGTH = 160
PREVIEW_LENGTH = 260


def text_context(article: Article) -> dict[str, Any]:
    """What a page of an entry or of a version shows of the text itself."""
    return {
        "article": article,
        "title": article.title,
        "other_titles": article.thai_titles[1:],
        "headwords": article.headwords if article.thai_titles else article.headwords[1:],
        "years": years_of(article.periods_ce, article.periods_be),
        "description": excerpt(article.lead, DESCRIPTION_LENGTH),
        "fonts": preloaded(article),
    }


def era_of(request: HttpRequest) -> Era:
    """The era that an address asks years to be shown in (`?era=be`), "" for as written."""
    return ERAS.get(request.GET.get("era", ""), "")


class EntryView(DetailView):  # type: ignore[type-arg]
    """The live face of an entry; its old addresses lead here, and one that is withdrawn answers 410 with its title."""

    context_object_name = "face"
    slug_field = "entry__slug"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return super().get(request, *args, **kwargs)
        except Http404:
            return gone_or_moved(request, self.kwargs["slug"])

    def get_queryset(self) -> ProjectionQuerySet:
        publications = Publication.objects.filter(entry=OuterRef("entry"))
        live = publications.filter(ended=None)
        return (
            Projection.objects.live()
            .select_related("entry__work", "revision")
            .annotate(
                first_published=Subquery(publications.filter(number=1).values("began")),
                live_number=Subquery(live.values("number")),
                live_began=Subquery(live.values("began")),
            )
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        face: Any = self.object
        article = face.revision.article
        links = links_of_face(face)
        era = era_of(self.request)
        known = names_known(self.request)
        prose = prose_of(article, links.anchors, era, known)
        keywords, authors = _owners(face)
        referring = list(referring_faces(face.entry)[: REFERRING_SHOWN + 1])
        return super().get_context_data(
            **text_context(article),
            entry=face.entry,
            work=face.entry.work,
            paragraphs=prose.paragraphs,
            jumps=prose.jumps,
            era=era,
            links=links,
            homonyms=homonyms_of(face),
            keywords=keywords,
            authors=authors,
            referring=with_passages(referring[:REFERRING_SHOWN], known),
            more_refer=len(referring) > REFERRING_SHOWN,
            first_published=face.first_published,
            live={"number": face.live_number, "began": face.live_began},
            **kwargs,
        )


def _owners(face: Projection) -> tuple[list[Item], list[Item]]:
    """The keywords, each once, and the authors, both in the order written. One query."""
    columns = ("is_author", "position", "owner", "name", "slug", "about")
    keywords = face.keyword_uses.order_by().annotate(
        is_author=Value(0), owner=F("keyword"), slug=F("keyword__slug"), about=Value("", TextField())
    )
    authors = face.authorships.order_by().annotate(
        is_author=Value(1), owner=F("author"), slug=F("author__slug"), about=Cast("author__about", TextField())
    )
    found: dict[int, Item] = {}
    named: list[Item] = []
    for is_author, _position, owner, name, slug, about in sorted(
        keywords.values_list(*columns).union(authors.values_list(*columns), all=True)
    ):
        if is_author:
            named.append(Item(name, about, reverse("reader:author", args=[slug])))
        else:
            found.setdefault(owner, Item(name, href=reverse("reader:keyword", args=[slug])))
    return list(found.values()), named


def referring_faces(entry: Entry) -> ProjectionQuerySet:
    """The live faces that refer to an entry, in filing order, each with its text and where it first refers."""
    referring = CrossReference.objects.filter(live_target=entry).order_by()
    references = referring.filter(face=OuterRef("pk")).order_by("place", "position")
    columns = ("place", "paragraph", "start", "end")
    first = {f"reference_{column}": Subquery(references.values(column)[:1]) for column in columns}
    return (
        listed_faces()
        .select_related("entry", "revision")
        .filter(pk__in=referring.values("face"))
        .exclude(entry=entry)
        .annotate(**first)
        .in_filing_order()
    )


def with_passages(faces: Sequence[Any], names: Names) -> list[tuple[Row, Passage | None]]:
    """Rows of `referring_faces`, each with the passage that refers; None where that is not in the prose."""
    found = []
    for row, face in zip(rows(faces), faces, strict=True):
        passage = None
        if face.reference_place == ReferencePlace.PROSE:
            place = (face.reference_paragraph, face.reference_start, face.reference_end)
            passage = passage_of(face.revision.article.paragraphs, *place, names=names)
        found.append((row, passage))
    return found


class ReferringView(ListView):  # type: ignore[type-arg]
    """All live entries that refer to one, with their passages."""

    template_name_suffix = "_referring"

    def get_queryset(self) -> ProjectionQuerySet:
        faces = Projection.objects.live().select_related("entry")
        self.face = get_object_or_404(faces, entry__slug=self.kwargs["slug"])
        return referring_faces(self.face.entry)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = page_of(self.get_queryset(), self.request.GET, size=REFERRING_PAGE)
        referring = with_passages(page.items, names_known(self.request))
        return {"view": self, "face": self.face, "page": page, "referring": referring, **kwargs}


class PreviewView(DetailView):  # type: ignore[type-arg]
    """The beginning of a live entry, without a page around it: what a link shows before it is followed."""

    slug_field = "entry__slug"
    template_name = "entries/preview.html"

    def get_queryset(self) -> ProjectionQuerySet:
        return listed_faces().defer(None)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        face = self.object
        beginning = kept_html(excerpt(face.lead, PREVIEW_LENGTH), names_known(self.request))
        return {"face": face, "row": rows([face])[0], "excerpt": beginning, **kwargs}

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().render_to_response(context, **kwargs)
        response["X-Robots-Tag"] = "noindex"
        return response


def random_entry(_request: HttpRequest) -> HttpResponse:
    """Leads to any live entry that has a text of its own, another one each time."""
    faces = Projection.objects.live().filter(see="").order_by("entry_id")
    count = faces.count()
    if not count:
        return redirect("reader:home")
    response = redirect(faces.select_related("entry")[secrets.randbelow(count)])
    response["Cache-Control"] = "no-store"
    return response


def gone_or_moved(request: HttpRequest, slug: str) -> HttpResponse:
    """What answers at an address with no live entry: where it moved to, 410 where it was withdrawn, else Http404."""
    publications = Publication.objects.filter(entry__slug=slug).select_related("revision", "entry__work")
    last = publications.order_by("-number").first()
    if last is not None:
        context = {"title": last.revision.article.title, "work": last.entry.work, "last": last, "entry": last.entry}
        return render(request, "entries/entry_gone.html", context, status=410)
    return redirect(entry_once_at(slug), permanent=True)


def entry_once_at(slug: str) -> Entry:
    """The entry that had this address before and was public at some time; raises Http404."""
    moved = get_object_or_404(SlugRedirect.objects.select_related("entry"), slug=slug)
    return once_public(moved.entry)


def once_public(entry: Entry) -> Entry:
    """The entry, if readers ever saw it; raises Http404: of any other not even the address is told."""
    if not entry.publications.exists():
        raise Http404
    return entry


def permanent(_request: HttpRequest, uid: str) -> HttpResponse:
    """Leads from the address that never changes to the one that an entry has now."""
    return redirect(once_public(get_object_or_404(Entry, uid=uid)), permanent=True)
