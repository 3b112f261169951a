"""The inbox of queries that found nothing: grouped by sound, made other names of an entry, or let be."""

from functools import cached_property
from typing import Any, Final

from django.contrib import admin, messages
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.views.generic import TemplateView

from entries.admin.kept import KeptAdmin
from entries.admin.screens import acting, public_label
from entries.models import FailedQuery, FailedQueryState, Projection
from entries.services.aliases import EmptyAliasError
from entries.services.searching import drop, make_alias, search_working, take_back

_PER_PAGE: Final = 50
_CANDIDATES: Final = 8


@admin.register(FailedQuery)
class FailedQueryAdmin(KeptAdmin):
    """Queries that found nothing. Who may change them settles them; who may change entries, too, makes them aliases."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_alias_permission(self, request: HttpRequest) -> bool:
        """Whether the user may make a query another name of an entry."""
        return self.has_change_permission(request) and request.user.has_perm("entries.change_entry")

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return Inbox.as_view(model_admin=self)(request)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        if not object_id.isdecimal():
            raise Http404
        return Decide.as_view(model_admin=self)(request, query=int(object_id))


class InboxScreen(PermissionRequiredMixin, TemplateView):
    """A screen of the inbox: looking needs less than settling."""

    model_admin: Any = None
    raise_exception = True

    def has_permission(self) -> bool:
        needs = "change" if self.request.method == "POST" else "view"
        return bool(getattr(self.model_admin, f"has_{needs}_permission")(self.request))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {
            **self.model_admin.admin_site.each_context(self.request),
            "opts": self.model_admin.opts,
            "may_change": self.model_admin.has_change_permission(self.request),
            "may_alias": self.model_admin.has_alias_permission(self.request),
            **super().get_context_data(**kwargs),
        }


class Inbox(InboxScreen):
    """What waits, in groups that sound alike, the most asked for first; or what was settled, the last first."""

    template_name = "admin/entries/failedquery/inbox.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        state = self.request.GET.get("state", "")
        state = state if state in FailedQueryState.values else FailedQueryState.OPEN
        is_open = state == FailedQueryState.OPEN
        rows: Any = FailedQuery.objects.open().by_sound() if is_open else _settled(state)
        page = Paginator(rows, _PER_PAGE).get_page(self.request.GET.get("page"))
        return super().get_context_data(
            title=str(self.model_admin.opts.verbose_name_plural),
            state=state,
            states=FailedQueryState.choices,
            page=page,
            groups=_with_spellings(list(page.object_list)) if is_open else [],
            titles=_titles(page.object_list) if not is_open else {},
            **kwargs,
        )

    def post(self, request: HttpRequest) -> HttpResponse:
        """Lets the chosen groups be, or takes one query back."""
        taken = request.POST.get("take_back", "")
        if taken.isdecimal():
            row = get_object_or_404(FailedQuery, pk=int(taken))
            take_back([row], by=acting(request))
            messages.success(request, gettext("นำ “%(query)s” กลับมารอพิจารณาแล้ว") % {"query": row.query})
            return redirect(f"{request.path}?state={row.state}")
        rows = list(FailedQuery.objects.open().filter(sound__in=request.POST.getlist("sound")))
        if rows:
            drop(rows, by=acting(request))
            messages.success(request, _dropped(len(rows)))
        else:
            messages.error(request, gettext("ยังไม่ได้เลือกคำค้น"))
        return redirect(request.path)


class Decide(InboxScreen):
    """One group: its spellings, the entries that may be meant, and the decision."""

    template_name = "admin/entries/failedquery/decide.html"

    @cached_property
    def spellings(self) -> list[FailedQuery]:
        """The queries of the group that wait, the most asked for first; none where they were settled meanwhile."""
        named = get_object_or_404(FailedQuery, pk=self.kwargs["query"])
        return list(FailedQuery.objects.open().filter(sound=named.sound))

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The group, or the inbox where nothing of it waits any more."""
        if not self.spellings:
            messages.info(request, gettext("คำค้นนี้มีผู้พิจารณาแล้ว"))
            return redirect("admin:entries_failedquery_changelist")
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        words = self.request.GET.get("q", "").strip()
        candidates = self._candidates(words or self.spellings[0].query)
        return super().get_context_data(
            title=f"{self.model_admin.opts.verbose_name_plural}: {self.spellings[0].query}",
            spellings=self.spellings,
            q=words,
            candidates=candidates,
            **kwargs,
        )

    def _candidates(self, words: str) -> list[dict[str, Any]]:
        """The entry that the address names, then what editors' search finds or what sounds alike."""
        named = self.request.GET.get("entry", "")
        faces = Projection.objects.working().select_related("entry")
        first = list(faces.filter(entry=int(named))) if named.isdecimal() else []
        found = [] if first else [result.face for result in search_working(words, size=_CANDIDATES).results]
        return [{"face": face, "public": public_label(face), "is_chosen": bool(first)} for face in [*first, *found]]

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Settles the chosen spellings, and goes back to the inbox."""
        chosen = [row for row in self.spellings if str(row.pk) in request.POST.getlist("query")]
        if not chosen:
            messages.error(request, gettext("ยังไม่ได้เลือกคำค้น"))
            return redirect(request.get_full_path())
        if request.POST.get("decision") == "drop":
            drop(chosen, by=acting(request))
            messages.success(request, _dropped(len(chosen)))
            return redirect("admin:entries_failedquery_changelist")
        return self._alias(chosen)

    def _alias(self, chosen: list[FailedQuery]) -> HttpResponse:
        if not self.model_admin.has_alias_permission(self.request):
            return self.handle_no_permission()
        number = self.request.POST.get("entry", "")
        faces = Projection.objects.working().select_related("entry")
        face = faces.filter(entry=int(number)).first() if number.isdecimal() else None
        if face is None:
            messages.error(self.request, gettext("ยังไม่ได้เลือกรายการ"))
            return redirect(self.request.get_full_path())
        try:
            made = make_alias(chosen, face.entry, by=acting(self.request))
        except EmptyAliasError as error:
            told = gettext("“%(name)s” ไม่มีตัวอักษรหรือตัวเลข จึงใช้ค้นไม่ได้") % {"name": error}
            messages.error(self.request, told)
            return redirect(self.request.get_full_path())
        names = " ".join(f"“{alias.name}”" for alias in made)
        told = gettext("ตั้ง %(names)s เป็นชื่ออื่นของ “%(title)s” แล้ว") % {"names": names, "title": face.title}
        address = reverse("admin:entries_entry_aliases", args=[face.entry_id])
        messages.success(self.request, format_html('{} <a href="{}">{}</a>', told, address, gettext("ดูชื่ออื่น")))
        return redirect("admin:entries_failedquery_changelist")


def _dropped(number: int) -> str:
    return gettext("นำคำค้น %(number)s คำออกจากรายการที่รอพิจารณาแล้ว") % {"number": number}


def _settled(state: str) -> Any:
    return FailedQuery.objects.filter(state=state).order_by("-last_day", "key")


def _with_spellings(groups: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each group with its queries, the most asked for first: one query."""
    rows = FailedQuery.objects.open().filter(sound__in=[group["sound"] for group in groups])
    found: dict[str, list[FailedQuery]] = {}
    for row in rows:
        found.setdefault(row.sound, []).append(row)
    return [{**group, "rows": found[group["sound"]]} for group in groups if group["sound"] in found]


def _titles(rows: Any) -> dict[int, str]:
    """What lists call the entries that these queries became names of, by entry (id)."""
    entries = [row.entry_id for row in rows if row.entry_id]
    return {face.entry_id: face.title for face in Projection.objects.working().filter(entry__in=entries)}
