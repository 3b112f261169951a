"""An entry's revisions: the list, one of them against another, and bringing one back."""

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from entries.admin.kept import cut_page
from entries.admin.revision_diff import shown_diff
from entries.admin.screens import EntryScreen, acting
from entries.models import Publication, Revision
from entries.services import revising
from entries.text.article import Article
from entries.text.diff import diff, summary

_PAGE = 20


class RevisionList(EntryScreen):
    """All revisions of the main line, newest first, each with the words that it added and took away."""

    heading = _("ฉบับแก้ไข")
    template_name = "admin/entries/entry/revision_list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        revisions = Revision.objects.main_line().filter(entry=self.entry).select_related("parent", "merged")
        page = cut_page(revisions.order_by("-number"), _PAGE, self.request)
        published = Publication.objects.filter(entry=self.entry).order_by("number")
        return super().get_context_data(
            page=page,
            rows=[{"revision": revision, "words": words_changed(revision)} for revision in page],
            publications=published.select_related("revision"),
            **kwargs,
        )


class RevisionDetail(EntryScreen):
    """One revision, against the one that it was made from or any other (`?against=`)."""

    heading = _("ฉบับแก้ไข")
    template_name = "admin/entries/entry/revision_detail.html"

    @cached_property
    def revision(self) -> Revision:
        """The revision that the address names; a side revision has an address, too."""
        revisions = Revision.objects.select_related("parent", "merged")
        return get_object_or_404(revisions, entry=self.kwargs["entry"], pk=self.kwargs["revision"])

    @cached_property
    def against(self) -> Revision | None:
        """What it is compared with; None for the first one."""
        chosen = self.request.GET.get("against", "")
        if not chosen.isdecimal():
            return self.revision.parent
        return get_object_or_404(Revision, entry=self.kwargs["entry"], pk=int(chosen))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        difference = diff(self.against.article if self.against else Article(), self.revision.article)
        others = Revision.objects.main_line().filter(entry=self.entry).order_by("-number").defer("text")
        return super().get_context_data(
            revision=self.revision,
            against=self.against,
            fields=shown_diff(difference),
            words=summary(difference),
            others=others.exclude(pk=self.revision.pk),
            is_latest=self.revision.pk == self.latest.pk,
            **kwargs,
        )


class Restore(RevisionDetail):
    """Makes the text of a revision the latest again."""

    needs = "change"
    http_method_names = ["post"]

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """One new revision, or none where the text is the latest already."""
        result = revising.restore(self.revision, by=acting(request), reason=request.POST.get("reason", "").strip())
        if result.revision is None:
            messages.info(request, gettext("ข้อความของฉบับนี้ตรงกับฉบับล่าสุดอยู่แล้ว จึงไม่ได้สร้างฉบับแก้ไขใหม่"))
        else:
            told = gettext("นำฉบับแก้ไขที่ {} กลับมาใช้แล้ว เป็นฉบับแก้ไขที่ {} ซึ่งยังไม่เผยแพร่")
            messages.success(request, format_html(told, self.revision.number or "–", result.revision.number))
        return redirect("admin:entries_entry_change", self.entry.pk)


def words_changed(revision: Revision) -> Any:
    """How many words a revision added to the one that it was made from, and how many it took away."""
    before = revision.parent.article if revision.parent else Article()
    return summary(diff(before, revision.article))
