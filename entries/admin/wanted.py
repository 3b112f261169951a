"""Wanted entries: what references ask for and is not there, made a draft or another name of an entry that is."""

from typing import Any, Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from entries.admin.link_screens import LinkScreen, named, number_of
from entries.admin.screens import acting
from entries.models import CrossReference, Entry, Projection, ReferencePlace
from entries.services.candidates import Candidate, near_misses
from entries.services.desk import passage_of
from entries.services.wanted import (
    NoNameError,
    Wanted,
    WithdrawnError,
    asking_for,
    create_draft_from,
    make_alias_of,
    wanted,
    wanted_by_key,
    withdrawn,
)
from entries.text.thai import match_key

_PAGE: Final = 50
#: So many places are shown, each in its passage.
_PLACES: Final = 30
_GONE: Final = _("ไม่มีรายการโยงใดรอชื่อนี้แล้ว อาจมีผู้สร้างรายการหรือตั้งชื่ออื่นไปก่อน")


class WantedList(LinkScreen):
    """Everything that is wanted, first what most entries ask for; `?live=1` what readers miss."""

    heading = _("คำตั้งที่รอจัดทำ")
    template_name = "admin/entries/references/wanted.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        live = self.request.GET.get("live") == "1"
        words = self.request.GET.get("q", "")
        rows = wanted(work=self.work_id, live=live)
        if key := match_key(words):
            rows = [row for row in rows if any(key in match_key(name) for name in row.names)]
        page = Paginator(rows, _PAGE).get_page(self.request.GET.get("page"))
        gone = withdrawn(list(page.object_list))
        shown = [(row, gone.get(row.key)) for row in page]
        return super().get_context_data(page=page, rows=shown, live=live, q=words, **kwargs)


class _Acting(LinkScreen):
    """A screen about one wanted thing, which its address or form names by key."""

    def wanted(self, key: str) -> Wanted | None:
        """It, as it stands now."""
        return wanted_by_key(key, work=self.work_id) if key else None

    def gone(self) -> HttpResponse:
        """Back to the list, with the reason told."""
        messages.warning(self.request, _GONE)
        return redirect(reverse("admin:entries_wanted") + self.work_query)


class Draft(_Acting):
    """Makes a draft of a wanted thing."""

    needs = "draft"
    http_method_names = ["post"]

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Goes to the form of the draft, where its text is to be written."""
        what = self.wanted(request.POST.get("key", ""))
        if what is None:
            return self.gone()
        try:
            entry = create_draft_from(what, by=acting(request))
        except NoNameError as error:
            messages.error(request, str(error))
            return redirect(reverse("admin:entries_wanted") + self.work_query)
        except WithdrawnError as error:
            messages.warning(request, str(error))
            return redirect("admin:entries_entry_change", error.face.entry_id)
        messages.success(
            request,
            gettext("สร้างฉบับร่างแล้ว รายการโยง %(number)s แห่งโยงมาที่นี่ ผู้อ่านยังไม่เห็นจนกว่าจะเผยแพร่")
            % {"number": what.references},
        )
        return redirect("admin:entries_entry_change", entry.pk)


class WantedOne(_Acting):
    """One wanted thing: where it is asked for, and the entries whose other name it may be."""

    needs = "edit"
    heading = _("คำตั้งที่รอจัดทำ")
    template_name = "admin/entries/references/wanted_one.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        what = self.wanted(request.GET.get("key", ""))
        if what is None:
            return self.gone()
        asking = asking_for(what)
        words = request.GET.get("q", "")
        context = self.get_context_data(
            what=what,
            withdrawn=withdrawn([what]).get(what.key),
            title=what.anchor or what.gloss,
            places=[_place(row) for row in asking[:_PLACES]],
            candidates=_likely(list(asking[:_PLACES])),
            found=named(words, work=self.work_id),
            q=words,
        )
        return self.render_to_response(context)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Makes every spelling of it another name of the entry that the form names."""
        what = self.wanted(request.POST.get("key", ""))
        if what is None:
            return self.gone()
        entries = Entry.objects.with_working_face().filter(work=self.work_id)
        entry = entries.filter(pk=number_of(request.POST.get("entry"))).first()
        if entry is None:
            messages.error(request, gettext("ไม่มีรายการที่เลือก จึงยังไม่ได้ทำอะไร"))
            return redirect(request.get_full_path())
        try:
            made = make_alias_of(what, entry, by=acting(request))
        except NoNameError as error:
            messages.error(request, str(error))
            return redirect(request.get_full_path())
        face = Projection.objects.working().get(entry=entry)
        told = gettext('เพิ่มชื่ออื่นของ {} แล้ว: {} <a href="{}">ดูหรือนำออก</a>')
        address = reverse("admin:entries_entry_aliases", args=[entry.pk])
        names = " · ".join(alias.name for alias in made)
        messages.success(request, format_html(told, face.title, names, address))
        return redirect(reverse("admin:entries_wanted") + self.work_query)


def _place(row: CrossReference) -> dict[str, Any]:
    in_prose = row.place == ReferencePlace.PROSE
    paragraphs = row.face.revision.article.paragraphs
    return {"reference": row, "passage": passage_of(row, paragraphs[row.paragraph]) if in_prose else None}


def _likely(rows: list[CrossReference]) -> list[Candidate]:
    """The entries whose names sound nearly like one of the spellings, the likeliest first."""
    found: dict[int, Candidate] = {}
    for candidates in near_misses(rows).values():
        for each in candidates:
            before = found.get(each.face.entry_id)
            if before is None or each.likeness > before.likeness:
                found[each.face.entry_id] = each
    return sorted(found.values(), key=lambda each: (-each.likeness, each.face.sort_key))
