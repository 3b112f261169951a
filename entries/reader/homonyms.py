"""Names that several live entries have: which names these are, and the page that leads from such a name to each."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.generic import TemplateView

from entries.models import Alias, EntryName, Projection, ShortName
from entries.models.projections import ProjectionQuerySet
from entries.reader.known import names_known
from entries.reader.linebreaks import Names
from entries.reader.listing import Row, listed_faces, page_of, rows
from entries.reader.prose import excerpt
from entries.reader.typeset import kept_html
from entries.text.shortnames import short_forms

#: So many are named beside an entry that shares its name with them.
BESIDE: Final = 12
PAGE_SIZE: Final = 60
EXCERPT_LENGTH: Final = 200
_ENTRY, _SHORT = 0, 1


@dataclass(frozen=True, slots=True)
class Homonyms:
    """The other entries that have one of an entry's names, and the page of the name that the first of them has."""

    rows: list[Row]
    href: str


def homonyms_url(key: str) -> str:
    """The page of a name, by its key."""
    return reverse("reader:homonyms", args=[key])


def shared_names(work: int, keys: Collection[str]) -> dict[str, str]:
    """Those of these names of a work that several live entries have, each with its page. At most one query.

    As with references, shorter names count only where nobody has one in full.
    """
    asked = {key for key in keys if key}
    if not asked:
        return {}
    found: dict[tuple[str, int], set[int]] = defaultdict(set)
    for rank, key, entry in _bearers(work, asked):
        found[key, rank].add(entry)
    meant = {key: found[key, _ENTRY] or found[key, _SHORT] for key in asked}
    return {key: homonyms_url(key) for key, entries in meant.items() if len(entries) > 1}


def _bearers(work: int, keys: Collection[str]) -> Iterable[tuple[int, str, int]]:
    """(Rank, key, entry) for each name that a live entry of a work has."""
    in_work = {"key__in": keys, "face__entry__work": work, "face__is_live": True}
    live = Exists(Projection.objects.live().filter(entry=OuterRef("entry")))
    names = EntryName.objects.filter(**in_work).annotate(rank=Value(_ENTRY), bearer=F("face__entry"))
    short = ShortName.objects.filter(**in_work).annotate(rank=Value(_SHORT), bearer=F("face__entry"))
    aliases = Alias.objects.filter(live, key__in=keys, entry__work=work).annotate(rank=Value(_ENTRY), bearer=F("entry"))
    columns = ("rank", "key", "bearer")
    return names.values_list(*columns).union(
        short.values_list(*columns), aliases.order_by().values_list(*columns), all=True
    )


def _called(names: QuerySet[EntryName], aliases: QuerySet[Alias]) -> Q:
    """Faces that have one of these names, found by index: nothing is asked of the others."""
    return Q(pk__in=names.order_by().values("face")) | Q(entry__in=aliases.order_by().values("entry"))


def homonyms_of(face: Projection) -> Homonyms:
    """The other live entries of the work that have one of this face's names, in filing order. One query."""
    own = Q(key__in=EntryName.objects.filter(face=face).values("key"))
    own |= Q(key__in=Alias.objects.filter(entry=face.entry_id).values("key"))
    names, aliases = EntryName.objects.filter(own).order_by("key"), Alias.objects.filter(own)
    name, alias = names.filter(face=OuterRef("pk")), aliases.filter(entry=OuterRef("entry"))
    others = (
        listed_faces()
        .filter(_called(names, aliases), entry__work=face.entry.work_id)
        .exclude(entry=face.entry_id)
        .annotate(shared=Coalesce(Subquery(name.values("key")[:1]), Subquery(alias.values("key")[:1])))
        .in_filing_order()[:BESIDE]
    )
    found: list[Any] = list(others)
    return Homonyms(rows(found), homonyms_url(found[0].shared) if found else "")


class HomonymsView(TemplateView):
    """The live entries that a name may mean, each with its beginning; leads on where only one is left."""

    template_name = "entries/homonyms.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.page = page_of(self.faces(), request.GET, size=PAGE_SIZE)
        if not self.page.items:
            raise Http404
        if len(self.page.items) == 1 and self.page.previous is None:
            return redirect(self.page.items[0])
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = _described(self.page.items, names_known(self.request))
        return super().get_context_data(name=self.name(), page=self.page, found=found, **kwargs)

    def faces(self) -> ProjectionQuerySet:
        """Those that have the name in full, else those that have it as a shorter one."""
        key = self.kwargs["key"]
        faces = listed_faces().defer(None).in_filing_order()
        full = faces.filter(_called(EntryName.objects.filter(key=key), Alias.objects.filter(key=key)))
        if full.exists():
            return full
        return faces.filter(pk__in=ShortName.objects.filter(key=key).values("face"))

    def name(self) -> str:
        """The name as the first entry that has it writes it, in full or shorter; else its key."""
        key = self.kwargs["key"]
        names = EntryName.objects.filter(key=key, face__is_live=True).order_by("face__sort_key", "face__entry_id")
        aliases = Alias.objects.filter(key=key, entry__faces__is_live=True)
        name = names.values_list("name", flat=True).first() or aliases.values_list("name", flat=True).first()
        return name or next(self._shorter(key), key)

    def _shorter(self, key: str) -> Iterator[str]:
        """The shorter forms of this key that the faces found have."""
        for face in self.page.items:
            forms = short_forms([face.headword], [face.thai_title])
            if key in forms:
                yield forms[key]


def _described(faces: Iterable[Any], names: Names) -> list[tuple[Row, SafeString]]:
    found = list(faces)
    beginnings = (kept_html(excerpt(face.lead, EXCERPT_LENGTH), names) for face in found)
    return list(zip(rows(found), beginnings, strict=True))
