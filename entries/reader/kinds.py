"""Kinds of entries: persons, events, places …, a list each."""

from typing import Any

from django.db.models import Count
from django.http import Http404
from django.utils.translation import gettext, gettext_noop
from django.views.generic import ListView, TemplateView

from entries.models import Projection
from entries.models.projections import ProjectionQuerySet
from entries.reader.listing import listed_faces, page_of, rows
from entries.services.tables import current_tables

#: The names of the kinds that every encyclopedia has, for translators; editors name others.
_NAMES = (
    gettext_noop("บุคคล"),
    gettext_noop("เหตุการณ์/สงคราม"),
    gettext_noop("สนธิสัญญา/เอกสาร"),
    gettext_noop("องค์การ/พรรคการเมือง"),
    gettext_noop("แนวคิด/ลัทธิ"),
    gettext_noop("รัฐ/สถานที่"),
    gettext_noop("อื่น ๆ"),
)


def kind_names() -> dict[str, str]:
    """The names of all kinds in the language of the page, by slug, in the order of their table."""
    return {kind.slug: gettext(kind.name) for kind in current_tables().kinds}


def live_kinds() -> list[tuple[str, str, int]]:
    """Slug, name and number of live entries of each kind that has any; see-entries are of none."""
    faces = Projection.objects.live().filter(see="").exclude(kind="").order_by()
    counts = dict(faces.values_list("kind").annotate(Count("pk")))
    names = kind_names()
    return [(slug, name, counts[slug]) for slug, name in names.items() if slug in counts]


class KindsView(TemplateView):
    """All kinds with how many entries each has."""

    template_name = "entries/kind_list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(kinds=live_kinds(), **kwargs)


class KindView(ListView):  # type: ignore[type-arg]
    """The live entries of a kind."""

    template_name = "entries/kind_detail.html"

    def get_queryset(self) -> ProjectionQuerySet:
        return listed_faces().filter(kind=self.kwargs["kind"], see="").in_filing_order()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        name = kind_names().get(self.kwargs["kind"])
        page = page_of(self.get_queryset(), self.request.GET)
        if name is None or (not page.items and "from" not in self.request.GET):
            raise Http404
        return {"view": self, "name": name, "page": page, "rows": rows(page.items), **kwargs}
