"""What the screens about the links of a whole work have in common."""

from functools import cached_property
from typing import Any

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.views.generic import TemplateView

from entries.desk import LINK_PAGES
from entries.models import EntryName, Projection, Work
from entries.text.thai import match_key


class LinkScreen(PermissionRequiredMixin, TemplateView):
    """A screen about the links of one work: the one that `?work=` names by number, else the first.

    `needs` is what the user must be allowed to do for a POST: decide, edit or add; looking needs no more than seeing
    entries.
    """

    model_admin: Any = None
    raise_exception = True
    needs = "decide"
    heading = ""

    def has_permission(self) -> bool:
        needs = self.needs if self.request.method == "POST" else "view"
        return bool(getattr(self.model_admin, f"has_{needs}_permission")(self.request))

    @cached_property
    def works(self) -> list[Work]:
        """Every work there is."""
        return list(Work.objects.order_by("pk"))

    @cached_property
    def work(self) -> Work | None:
        """The work that the screen is about; None while there is none."""
        number = self.request.GET.get("work", "")
        chosen = [work for work in self.works if str(work.pk) == number]
        return (chosen or self.works or [None])[0]

    @property
    def work_id(self) -> int:
        """The work's number; 0, which no work has, while there is none."""
        return self.work.pk if self.work else 0

    @property
    def work_query(self) -> str:
        """What an address of another screen ends in to be about the same work."""
        return f"?work={self.work_id}" if len(self.works) > 1 else ""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {
            **self.model_admin.admin_site.each_context(self.request),
            "opts": self.model_admin.opts,
            "title": self.heading,
            "pages": LINK_PAGES,
            "works": self.works,
            "work": self.work,
            "work_query": self.work_query,
            "may_decide": self.model_admin.has_decide_permission(self.request),
            "may_edit": self.model_admin.has_edit_permission(self.request),
            "may_add": self.model_admin.has_draft_permission(self.request),
            **super().get_context_data(**kwargs),
        }


def number_of(value: str | None) -> int | None:
    """The number that a request gives, None for what is none."""
    return int(value) if value and value.isdecimal() and value.isascii() and len(value) < 18 else None


def named(words: str, *, work: int, limit: int = 8) -> list[Projection]:
    """The working faces of a work one of whose names holds these words, in filing order."""
    key = match_key(words)
    if not key:
        return []
    names = EntryName.objects.filter(face__is_working=True, face__entry__work=work, key__contains=key)
    return list(Projection.objects.working().filter(pk__in=names.values("face")).in_filing_order()[:limit])
