"""The form of an entry: changing its text, making a new one, and what to do when somebody else was quicker."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib import messages
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.views.generic import TemplateView

from entries.admin.article_form import ArticleForm, NewArticleForm
from entries.admin.entry_side import side
from entries.admin.places import place_of
from entries.admin.revision_diff import field_label
from entries.admin.screens import EntryScreen, acting
from entries.models import Revision, Work
from entries.services.revising import Change, NewEntry, Revised, revise
from entries.text.article import Article
from entries.text.diff import PARAGRAPH_BREAK, runs
from entries.text.merge import Overlap, Taken, merge


class EditEntry(EntryScreen):
    """The working text in a form. A save that comes late is merged, or shows both texts where they overlap."""

    template_name = "admin/entries/entry/edit.html"

    @property
    def needs(self) -> str:  # type: ignore[override]
        """Looking needs less than saving."""
        return "change" if self.request.method == "POST" else "view"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        if "form" not in kwargs:
            kwargs["form"] = ArticleForm.of(self.latest.article, base=self.latest.pk)
        return super().get_context_data(revision=self.latest, **side(self.face), **kwargs)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """One revision where the text was changed, none where it was not."""
        form = ArticleForm(request.POST)
        base = self._base(form)
        if base is None or not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        if form.article == base.article:
            messages.info(request, gettext("ไม่มีอะไรเปลี่ยน จึงไม่ได้สร้างฉบับแก้ไขใหม่"))
            return self._away()
        change = Change(self.entry, form.article, base=base)
        result = revise([change], by=acting(request), reason=form.cleaned_data["reason"])[0]
        if result.refused:
            return self._show_both(form, base, result)
        self._tell(form.article, base, result)
        return self._away()

    def _base(self, form: ArticleForm) -> Revision | None:
        """The revision that the form was filled from; None, with the error told, where the form does not say."""
        number = form.data.get("base", "")
        found = None
        if number.isdecimal():
            found = Revision.objects.main_line().filter(entry=self.entry, pk=int(number)).first()
        if found is None:
            form.add_error(None, gettext("แบบฟอร์มไม่บอกว่าแก้จากฉบับใด ให้คัดลอกข้อความที่แก้ไว้ แล้วเปิดหน้านี้ใหม่"))
        return found

    def _away(self) -> HttpResponse:
        if "_list" in self.request.POST:
            return redirect("admin:entries_entry_changelist")
        return redirect("admin:entries_entry_change", self.entry.pk)

    def _tell(self, article: Article, base: Revision, result: Revised) -> None:
        if result.revision is None and not result.merged:
            messages.info(self.request, gettext("ข้อความตรงกับฉบับล่าสุดอยู่แล้ว จึงไม่ได้สร้างฉบับแก้ไขใหม่"))
            return
        latest = result.latest
        assert latest is not None
        address = reverse("admin:entries_entry_revision", args=[self.entry.pk, latest.pk])
        told = gettext('บันทึกเป็น<a href="{}">ฉบับแก้ไขที่ {}</a> แล้ว ดูสิ่งที่เปลี่ยนได้ที่ฉบับนั้น')
        messages.success(self.request, format_html(told, address, latest.number))
        if result.merged:
            other = latest.parent if result.revision else latest
            assert other is not None
            taken = merge(base.article, mine=article, theirs=other.article).taken
            messages.warning(
                self.request,
                gettext(
                    "ระหว่างที่ท่านแก้ไข %(who)s บันทึกฉบับแก้ไขที่ %(number)s ไว้ก่อน "
                    "ระบบผสานการแก้ไขของทั้งสองฝ่ายแล้ว ส่วนที่มาจากอีกฝ่าย: %(places)s"
                )
                % {"who": other.by_name or gettext("ผู้อื่น"), "number": other.number, "places": _places(taken)},
            )

    def _show_both(self, form: ArticleForm, base: Revision, result: Revised) -> HttpResponse:
        """The form again, over what the other has saved: the user's words stand where both changed the same thing."""
        assert result.latest is not None
        merged = merge(base.article, mine=form.article, theirs=result.latest.article)
        again = ArticleForm.of(merged.article, base=result.latest.pk, reason=form.cleaned_data["reason"])
        context = self.get_context_data(
            form=again,
            overlaps=[_both_sides(overlap) for overlap in merged.overlaps],
            other=result.latest,
            taken=_places(merged.taken),
        )
        return self.render_to_response(context, status=409)


class NewEntryScreen(PermissionRequiredMixin, TemplateView):
    """The empty form of an entry that is to be made."""

    model_admin: Any = None
    raise_exception = True
    template_name = "admin/entries/entry/edit.html"

    def has_permission(self) -> bool:
        return bool(self.model_admin.has_add_permission(self.request))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("form", NewArticleForm(initial={"work": Work.objects.first()}))
        return {
            **self.model_admin.admin_site.each_context(self.request),
            "opts": self.model_admin.opts,
            "title": gettext("เพิ่มรายการ"),
            "may_change": True,
            **super().get_context_data(**kwargs),
        }

    def post(self, request: HttpRequest) -> HttpResponse:
        """Makes the entry."""
        form = NewArticleForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        change = Change(None, form.article, new=NewEntry(form.cleaned_data["work"]))
        result = revise([change], by=acting(request), reason=form.cleaned_data["reason"])[0]
        assert result.entry is not None
        messages.success(request, gettext("เพิ่มรายการแล้ว เป็นฉบับร่างที่ผู้อ่านยังไม่เห็น"))
        if "_list" in request.POST:
            return redirect("admin:entries_entry_changelist")
        return redirect("admin:entries_entry_change", result.entry.pk)


def _places(taken: Iterable[Taken]) -> str:
    """What was taken from the other side, in words: fields, with paragraphs by number."""
    found = dict.fromkeys(
        place_of(place.field, place.index) if place.field == "paragraphs" else field_label(place.field, place.label)
        for place in taken
    )
    return ", ".join(found) or gettext("ไม่มี")


def _both_sides(overlap: Overlap) -> dict[str, Any]:
    """An overlap for the page: the text before, and what each side made of it."""
    before, mine, theirs = map(_joined, (overlap.base, overlap.mine, overlap.theirs))
    is_prose = overlap.field == "paragraphs"
    place = place_of(overlap.field, overlap.index) if is_prose else field_label(overlap.field, overlap.label)
    return {
        "place": place,
        "before": before,
        "mine": [run for run in runs(before, mine) if run.kind != "removed"],
        "theirs": [run for run in runs(before, theirs) if run.kind != "removed"],
        "theirs_text": theirs,
    }


def _joined(texts: Sequence[str]) -> str:
    return PARAGRAPH_BREAK.join(texts)
