"""Files that an import held: what they are, which entries they may be, and the decision."""

import zlib
from functools import cached_property
from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from entries.admin.kept import KeptAdmin
from entries.admin.revision_diff import shown_diff
from entries.admin.screens import acting
from entries.desk import NAMES, waiting_files
from entries.models import Entry, EntryName, ImportBatch, ImportedFile, Outcome, Projection
from entries.services.settling import NotHeldError, OtherWorkError, UnreadableError, dismiss_held, settle_held
from entries.services.tables import current_tables
from entries.text.article import Article
from entries.text.diff import diff
from entries.text.likeness import likeness
from entries.text.reading import SourceReading, read_source
from entries.text.thai import match_key

_LEAD = 400
_CANDIDATES = 20


class SourceFilter(admin.SimpleListFilter):
    """By where the files came from."""

    title = _("แหล่ง")
    parameter_name = "source"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        sources = ImportBatch.objects.order_by("source").values_list("source", flat=True).distinct()
        return [(source, source) for source in sources]

    def queryset(self, request: HttpRequest, queryset: QuerySet[ImportedFile]) -> QuerySet[ImportedFile]:
        return queryset.filter(batch__source=self.value()) if self.value() else queryset


@admin.register(ImportedFile)
class HeldFileAdmin(KeptAdmin):
    """Files that wait for a decision. Who may change imported files may decide."""

    list_display = ("path", "batch_shown", "reason", "candidate_count")
    list_filter = (SourceFilter,)
    list_select_related = ("batch",)
    ordering = ("batch_id", "path", "pk")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[ImportedFile]:
        return waiting_files().defer("findings", "batch__unchanged")

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return super().changelist_view(request, {"title": NAMES["ImportedFile"], **(extra_context or {})})

    @admin.display(description=pgettext_lazy("one", "ชุดนำเข้า"))
    def batch_shown(self, file: ImportedFile) -> str:
        return str(file.batch)

    @admin.display(description=_("รายการที่อาจเป็น"))
    def candidate_count(self, file: ImportedFile) -> int:
        return len(file.candidates)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(Decide.as_view(model_admin=self))
        return [path("<int:file>/change/", view, name="entries_importedfile_decide"), *super().get_urls()]


class Decide(PermissionRequiredMixin, TemplateView):
    """One held file: the same entry as a candidate, a new one, or none."""

    model_admin: Any = None
    raise_exception = True
    template_name = "admin/entries/importedfile/decide.html"

    def has_permission(self) -> bool:
        needs = "change" if self.request.method == "POST" else "view"
        return bool(getattr(self.model_admin, f"has_{needs}_permission")(self.request))

    @cached_property
    def file(self) -> ImportedFile:
        """The file that the address names, decided or not."""
        files = ImportedFile.objects.select_related("batch__work", "source_file", "entry").defer("batch__unchanged")
        return get_object_or_404(files, pk=self.kwargs["file"])

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        file = self.file
        reading = read_again(file)
        article = reading.article if reading is not None and reading.rejection is None else None
        candidates = candidates_of(file, article)
        is_waiting = waiting_files().filter(pk=file.pk).exists()
        left = waiting_files().exclude(pk=file.pk)
        return {
            **self.model_admin.admin_site.each_context(self.request),
            "opts": self.model_admin.opts,
            "title": gettext("แฟ้มรอตัดสิน: %(title)s") % {"title": article.title if article else file.path},
            "list_title": NAMES["ImportedFile"],
            "file": file,
            "article": article,
            "lead": article.lead[:_LEAD] if article else "",
            "candidates": candidates,
            "compared": self._compared(candidates, article),
            "is_waiting": is_waiting,
            "outcome": Outcome(file.outcome).label,
            "may_decide": is_waiting and self.model_admin.has_change_permission(self.request),
            "publishes": self._publishes(),
            "waiting": left.count(),
            "next": following(file),
            **super().get_context_data(**kwargs),
        }

    def _compared(self, candidates: list[dict[str, Any]], article: Article | None) -> dict[str, Any] | None:
        """The candidate that `?compare=` names, with what the file would change of its text."""
        asked = self.request.GET.get("compare", "")
        for candidate in candidates:
            if article is not None and asked == str(candidate["face"].entry_id):
                return candidate | {"fields": shown_diff(diff(candidate["face"].revision.article, article))}
        return None

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Decides, and goes on to the next file."""
        try:
            told = self._decide(request.POST.get("decision", ""))
        except (NotHeldError, OtherWorkError, UnreadableError) as error:
            messages.error(request, str(error))
            return redirect(request.path)
        if told is None:
            messages.error(request, gettext("ยังไม่ได้เลือก หรือไม่มีรายการที่เลือก จึงยังไม่ได้ทำอะไร"))
            return redirect(request.path)
        messages.success(request, told)
        after = following(self.file)
        if after is None:
            return redirect("admin:entries_importedfile_changelist")
        return redirect("admin:entries_importedfile_change", after.pk)

    def _decide(self, decision: str) -> str | None:
        """Does it, and answers what to tell; None for what is no decision."""
        by = acting(self.request)
        if decision == "skip":
            dismiss_held(self.file, by=by)
            return gettext("ไม่นำแฟ้มนี้เข้า เนื้อแฟ้มยังเก็บไว้")
        if decision == "named":
            entry = self._named(self.request.POST.get("entry", "").strip())
        else:
            entry = Entry.objects.filter(pk=int(decision)).first() if decision.isdecimal() else None
        if entry is None and decision != "new":
            return None
        settled = settle_held(self.file, entry, by=by, publish=self._publishes())
        address = reverse("admin:entries_entry_change", args=[settled.entry.pk])
        told = [gettext("นำเข้าเป็นรายการใหม่แล้ว") if entry is None else gettext("นำเข้าเป็นรายการเดิมแล้ว")]
        if settled.conflicts:
            told.append(gettext("มีที่แก้ไขขัดกัน %(number)s แห่งรอตัดสิน") % {"number": len(settled.conflicts)})
        if settled.published:
            told.append(gettext("และเผยแพร่แล้ว"))
        if settled.not_published:
            told.append(gettext("ไม่ได้เผยแพร่: %(reason)s") % {"reason": settled.not_published})
        return format_html(gettext('{} <a href="{}">เปิดรายการ</a>'), " ".join(told), address)

    def _publishes(self) -> bool:
        """Whether what is decided is made public, as the file's import was to do."""
        may_publish = self.request.user.has_perm("entries.publish_entry")
        return bool(self.file.batch.options.get("publish")) and may_publish

    def _named(self, name: str) -> Entry | None:
        """The entry of this address or permanent code, in the work of the file."""
        entries = Entry.objects.filter(work=self.file.batch.work_id)
        return entries.filter(Q(slug=name) | Q(uid=name)).first() if name else None


def read_again(file: ImportedFile) -> SourceReading | None:
    """The file's kept bytes read as its import read them; None where they were not kept."""
    if file.source_file is None:
        return None
    options = file.batch.options
    return read_source(
        zlib.decompress(bytes(file.source_file.data)),
        tables=current_tables(),
        encoding=options.get("encoding"),
        repair=options.get("repair", False),
    )


def candidates_of(file: ImportedFile, article: Article | None) -> list[dict[str, Any]]:
    """The entries that the file may be: those that the import found, the likeliest first, then those of the same name.

    Each with its working face, and how much of the text is alike.
    """
    names = {*article.headwords, *article.thai_titles} if article else set()
    named = EntryName.objects.filter(face=OuterRef("pk"), key__in={match_key(name) for name in names} - {""})
    faces = Projection.objects.working().filter(entry__work=file.batch.work_id).select_related("revision", "entry")
    found = list(faces.filter(Q(entry__in=file.candidates) | Exists(named)).in_filing_order()[:_CANDIDATES])
    order = {entry: place for place, entry in enumerate(file.candidates)}
    found.sort(key=lambda face: order.get(face.entry_id, len(order)))
    return [{"face": face, "percent": _percent(article, face) if article else None} for face in found]


def following(file: ImportedFile) -> ImportedFile | None:
    """The file to be decided after this one: of the same batch first."""
    left = waiting_files().exclude(pk=file.pk)
    later = left.filter(batch=file.batch_id, path__gt=file.path).order_by("path", "pk")
    return later.first() or left.order_by("batch_id", "path", "pk").first()


def _percent(article: Article, face: Projection) -> int:
    return round(100 * likeness(article, face.revision.article))
