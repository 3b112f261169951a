"""Terms written in several ways: the report, and one term with its house form, other names and correction."""

from collections.abc import Sequence
from typing import Any, Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from entries.admin.link_screens import LinkScreen, number_of
from entries.admin.screens import acting
from entries.models import CrossReference, Entry, Projection
from entries.services import terminology
from entries.services.desk import passage_of
from entries.services.directory import directory
from entries.services.sound_alikes import sound_alikes
from entries.services.terminology import Term, keep_names
from entries.text.names import reference_key

_PAGE: Final = 50
#: So many places of each form are shown.
_PLACES: Final = 5
#: The parts of the report: what the address says, and what editors call it.
PARTS: Final = (
    ("gloss", _("คำกำกับเดียว หลายรูปไทย")),
    ("form", _("รูปไทยเดียว หลายคำกำกับ")),
    ("sound", _("เสียงคล้าย ไม่มีคำกำกับ")),
)


class Terminology(LinkScreen):
    """One part of the report."""

    heading = _("คำที่เขียนต่างกัน")
    template_name = "admin/entries/references/terminology.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        show = self.request.GET.get("show", "")
        show = show if show in dict(PARTS) else PARTS[0][0]
        context: dict[str, Any] = {"parts": PARTS, "show": show}
        if show == "sound":
            batch = sound_alikes(self.work_id, after=number_of(self.request.GET.get("after")))
            context |= {
                "found": [{"place": each, "address": self._pair(each.like, each.text)} for each in batch.found],
                "after": batch.after,
            }
        else:
            find = terminology.glosses_with_several_forms if show == "gloss" else terminology.forms_with_several_glosses
            context["page"] = Paginator(find(self.work_id), _PAGE).get_page(self.request.GET.get("page"))
        return super().get_context_data(**context, **kwargs)

    def _pair(self, *forms: str) -> str:
        query = [("work", str(self.work_id)), *(("variant", form) for form in forms)]
        return reverse("admin:entries_term") + "?" + urlencode(query)


class TermScreen(LinkScreen):
    """One term: its forms with their places, which of them is the house's, and what to do about the others.

    `?gloss=` and `?form=` name it by key; `?variant=`, several times, says its forms.
    """

    needs = "edit"
    heading = _("คำที่เขียนต่างกัน")
    template_name = "admin/entries/references/term.html"

    def term(self) -> Term:
        """The term that the address names; 404 where nothing is written so any more."""
        given = self.request.GET
        if variants := [text for text in given.getlist("variant") if text.strip()]:
            return terminology.uses(self.work_id, variants)
        found = terminology.term_of(self.work_id, gloss_key=given.get("gloss", ""), anchor_key=given.get("form", ""))
        if found is None:
            raise Http404(gettext("ไม่มีรายการใดเขียนคำนี้แล้ว"))
        return found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        term = self.term()
        meant = named_by(self.work_id, [term.text])
        entries = named_by(self.work_id, [term.text, *(variant.text for variant in term.variants)])
        others = {each.text: others_named(self.work_id, each.text, meant) for each in term.variants}
        own = [each.text for each in term.variants if not others[each.text]]
        house = house_form(own or list(others), meant or entries)
        return super().get_context_data(
            term=term,
            variants=[
                {
                    "variant": each,
                    "is_house": each.text == house,
                    "others": others[each.text],
                    "places": self._places(term, each.text),
                }
                for each in term.variants
            ],
            entries=entries,
            **(kwargs | {"title": term.text}),
        )

    def _places(self, term: Term, text: str) -> list[dict[str, Any]]:
        if "variant" in self.request.GET:
            corrections = terminology.preview(self.work_id, [text], "")[:_PLACES]
            return [{"correction": each} for each in corrections]
        glossed = "gloss" in self.request.GET
        rows = terminology.places(
            self.work_id,
            gloss_key=term.key if glossed else reference_key(text),
            anchor=text if glossed else "",
        )
        if not glossed:
            rows = rows.filter(anchor_key=term.key, gloss=text)
        return [_place(row) for row in rows[:_PLACES]]

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Lets the chosen entry be found under the ticked forms but the house's; or leads to correcting them."""
        house = request.POST.get("house", "")
        forms = [form for form in request.POST.getlist("form") if form != house]
        if "correct" in request.POST:
            query = [("work", str(self.work_id)), ("house", house), *(("form", form) for form in forms)]
            return redirect(reverse("admin:entries_term_correct") + "?" + urlencode(query))
        entry = Entry.objects.filter(work=self.work_id, pk=number_of(request.POST.get("entry"))).first()
        if entry is None or not forms or house not in {variant.text for variant in self.term().variants}:
            messages.error(request, gettext("ยังไม่ได้เลือกรูปที่ใช้หรือรายการ จึงยังไม่ได้ทำอะไร"))
            return redirect(request.get_full_path())
        made = keep_names(entry, forms, by=acting(request))
        address = reverse("admin:entries_entry_aliases", args=[entry.pk])
        names = " · ".join(alias.name for alias in made)
        messages.success(
            request, format_html(gettext('ค้นพบรายการได้ด้วย {} แล้ว <a href="{}">ดูหรือนำออก</a>'), names, address)
        )
        return redirect(request.get_full_path())


def _place(row: CrossReference) -> dict[str, Any]:
    return {"reference": row, "passage": passage_of(row, row.face.revision.article.paragraphs[row.paragraph])}


def named_by(work: int, forms: list[str]) -> list[Projection]:
    """The working faces of the entries that one of these forms means, in filing order."""
    keys = {key for form in forms if (key := reference_key(form))}
    names = directory(keys)
    entries = {entry for key in keys for entry in names.named(work, key)}
    return list(Projection.objects.working().filter(entry__in=entries).in_filing_order())


def others_named(work: int, form: str, meant: Sequence[Projection]) -> list[Projection]:
    """The entries that a form names beside those that the term means; none where the term means no entry."""
    known = {face.entry_id for face in meant}
    return [face for face in named_by(work, [form]) if face.entry_id not in known] if known else []


def house_form(forms: Sequence[str], entries: Sequence[Projection]) -> str:
    """The form, of these (the commonest first), that is proposed: the one that an entry bears, else the commonest."""
    borne = {reference_key(name) for face in entries for name in (face.thai_title, face.headword) if name}
    own = [form for form in forms if reference_key(form) in borne]
    return (own or list(forms))[0]
