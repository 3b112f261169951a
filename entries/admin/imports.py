"""Import batches: who brought what, when, and what came of each file; the report to keep, and taking all of it back."""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView, View

from entries.admin.kept import ReadOnlyAdmin, cut_page
from entries.admin.places import place_of
from entries.admin.screens import acting
from entries.desk import waiting_files
from entries.models import Conflict, Entry, ImportBatch, ImportedFile, Outcome, Projection, Publication
from entries.services.file_findings import Weigher
from entries.services.importing.report import recorded
from entries.services.undoing import AlreadyUndoneError, Effect, UndoReport, is_undoable, undo

_PAGE = 100
#: From so many entries on, undoing is better left to the command, which no web server cuts off.
_MANY = 500
_OPTIONS = {
    "encoding": _("รหัสอักขระ"),
    "repair": _("ซ่อมข้อความที่ถอดรหัสผิด"),
    "fix_safe": _("แก้ที่ปลอดภัย"),
    "publish": _("เผยแพร่"),
    "first_published": _("เผยแพร่ครั้งแรกเมื่อ"),
    "quiet": _("ไม่ประกาศ"),
    "complete": _("บอกรายการที่ขาด"),
    "reparse": _("อ่านแฟ้มเดิมใหม่"),
}


class SourceFilter(admin.SimpleListFilter):
    """By where the files came from."""

    title = _("แหล่ง")
    parameter_name = "source"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        sources = ImportBatch.objects.order_by("source").values_list("source", flat=True).distinct()
        return [(source, source) for source in sources]

    def queryset(self, request: HttpRequest, queryset: QuerySet[ImportBatch]) -> QuerySet[ImportBatch]:
        return queryset.filter(source=self.value()) if self.value() else queryset


@admin.register(ImportBatch)
class ImportBatchAdmin(ReadOnlyAdmin):
    """Batches, newest first."""

    list_display = ("began", "name_shown", "work", "source", "by_shown", "totals", "finished", "undone")
    list_filter = (SourceFilter,)
    list_select_related = ("work",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[ImportBatch]:
        return super().get_queryset(request).defer("unchanged")

    def has_undo_permission(self, request: HttpRequest) -> bool:
        """Whether the user may take imports back."""
        return request.user.has_perm("entries.undo_import")

    @admin.display(description=_("ชื่อชุด"))
    def name_shown(self, batch: ImportBatch) -> str:
        return str(batch)

    @admin.display(description=_("โดย"), empty_value="–")
    def by_shown(self, batch: ImportBatch) -> str:
        return batch.by_name

    @admin.display(description=_("จำนวนแฟ้ม"), empty_value="–")
    def totals(self, batch: ImportBatch) -> str:
        return " · ".join(f"{row['label']} {row['count']}" for row in counted(batch) if row["count"])

    def get_urls(self) -> list[URLPattern]:
        own = (
            ("<int:batch>/change/", BatchPage, "page"),
            ("<int:batch>/report/", Report, "report"),
            ("<int:batch>/undo/", Undo, "undo"),
        )
        screens = [
            path(
                address,
                self.admin_site.admin_view(screen.as_view(model_admin=self)),
                name=f"entries_importbatch_{name}",
            )
            for address, screen, name in own
        ]
        return screens + super().get_urls()


class _BatchScreen(PermissionRequiredMixin, View):
    """Something about one batch, which its address names by number."""

    model_admin: Any = None
    raise_exception = True
    needs = "view"

    def has_permission(self) -> bool:
        return bool(getattr(self.model_admin, f"has_{self.needs}_permission")(self.request))

    def batch(self) -> ImportBatch:
        """The batch; 404 where there is none."""
        return get_object_or_404(ImportBatch.objects.select_related("work"), pk=self.kwargs["batch"])

    def context(self, batch: ImportBatch, title: str) -> dict[str, Any]:
        """What every page of a batch needs."""
        return {
            **self.model_admin.admin_site.each_context(self.request),
            "opts": self.model_admin.opts,
            "title": f"{title}: {batch}",
            "batch": batch,
        }


class BatchPage(_BatchScreen, TemplateView):
    """One batch with its files."""

    template_name = "admin/entries/importbatch/change_form.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        batch = self.batch()
        chosen = self.request.GET.get("outcome", "")
        files = ImportedFile.objects.filter(batch=batch).select_related("entry", "revision__entry")
        files = files.prefetch_related(Prefetch("entry__faces", Projection.objects.working(), to_attr="working"))
        if chosen in Outcome.values:
            files = files.filter(outcome=chosen)
        page = cut_page(files.order_by("pk"), _PAGE, self.request)
        weigh = Weigher(batch.work_id, Projection.objects.working().filter(entry__imported__batch=batch))
        conflicts = conflicts_of(page)
        for file in page:
            file.findings = weigh(file.findings, file.entry_id)
            file.conflicts = conflicts[file.revision_id] if file.outcome == Outcome.CONFLICT else []
        return {
            **self.context(batch, pgettext("one", "ชุดนำเข้า")),
            "counts": counted(batch),
            "chosen": chosen,
            "options": options_of(batch),
            "page": page,
            "unchanged": batch.unchanged_files(),
            "missing": entries_called(batch.remarks.get("missing", [])),
            "published": batch.remarks.get("published", 0),
            "not_published": not_published(batch),
            "ignored": batch.remarks.get("ignored", []),
            "held": set(waiting_files().filter(batch=batch).values_list("pk", flat=True)),
            "may_undo": self.model_admin.has_undo_permission(self.request) and is_undoable(batch),
        }


class Report(_BatchScreen):
    """The batch's report as JSON, to keep."""

    http_method_names = ["get"]

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """As the import told it, with who, when and how."""
        batch = self.batch()
        report = {
            "batch": batch.pk,
            "name": batch.name,
            "source": batch.source,
            "work": batch.work.slug,
            "by": batch.by_name,
            "began": batch.began.isoformat(),
            "finished": batch.finished.isoformat() if batch.finished else None,
            "undone": batch.undone.isoformat() if batch.undone else None,
            "options": batch.options,
            "counts": batch.counts,
            "ignored": batch.remarks.get("ignored", []),
            "missing": batch.remarks.get("missing", []),
            "published": batch.remarks.get("published", 0),
            "not_published": batch.remarks.get("not_published", {}),
            "files": [file.as_json() for file in recorded(batch)],
        }
        text = json.dumps(report, ensure_ascii=False, indent=2)
        name = f"import-{batch.pk}.json"
        disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
        return HttpResponse(text, content_type="application/json", headers=disposition)


class Undo(_BatchScreen, TemplateView):
    """Asks whether to take a batch back, does it, and shows what that meant for each entry."""

    needs = "undo"
    template_name = "admin/entries/importbatch/undo.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        batch = self.batch()
        touched = concerned(batch)
        return {
            **self.context(batch, gettext("ยกเลิกการนำเข้าชุดนี้")),
            "entries": touched,
            "is_many": touched["all"] > _MANY,
            "is_undoable": is_undoable(batch),
        }

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Once; a second time says that it is done."""
        batch = self.batch()
        try:
            report = undo(batch, by=acting(request))
        except AlreadyUndoneError as error:
            messages.info(request, str(error))
            return redirect("admin:entries_importbatch_change", batch.pk)
        told = gettext("ไม่ได้ยกเลิกสิ่งใด") if report.is_all_left else gettext("ยกเลิกการนำเข้าแล้ว")
        return self.render_to_response({**self.context(batch, told), "report": shown_report(report)})


def counted(batch: ImportBatch) -> list[dict[str, Any]]:
    """How many files had each outcome, every outcome named."""
    return [
        {"value": outcome.value, "label": outcome.label, "count": batch.counts.get(outcome.value, 0)}
        for outcome in Outcome
    ]


def options_of(batch: ImportBatch) -> list[str]:
    """The options that were given, in words."""
    found = []
    for name, value in batch.options.items():
        if not value:
            continue
        label = _OPTIONS.get(name, name)
        if name == "first_published" and (at := parse_datetime(value)):
            value = f"{at:%Y-%m-%d}"
        found.append(label if value is True else f"{label}: {value}")
    return found


def conflicts_of(files: Iterable[ImportedFile]) -> dict[int | None, list[Any]]:
    """The conflicts that these files opened, each with the words for its place, by the revision of the file's text."""
    found: dict[int | None, list[Any]] = defaultdict(list)
    for conflict in Conflict.objects.filter(theirs__in=[file.revision_id for file in files if file.revision_id]):
        shown: Any = conflict
        shown.shown_place = place_of(conflict.field, conflict.place.get("index", 0), conflict.place.get("label", ""))
        found[conflict.theirs_id].append(shown)
    return found


def entries_called(slugs: Iterable[str]) -> list[dict[str, Any]]:
    """The entries of these addresses, with what lists call them."""
    faces = Projection.objects.working().filter(entry__slug__in=list(slugs)).select_related("entry").in_filing_order()
    return [{"entry": face.entry_id, "title": face.title, "slug": face.entry.slug} for face in faces]


def not_published(batch: ImportBatch) -> list[dict[str, Any]]:
    """The entries that the batch was to make public and did not, each with the reason."""
    reasons = batch.remarks.get("not_published", {})
    return [{**entry, "reason": reasons[entry["slug"]]} for entry in entries_called(reasons)]


def concerned(batch: ImportBatch) -> dict[str, int]:
    """How many entries undoing looks at, how many the batch made, and how many of them it made public."""
    files = ImportedFile.objects.filter(batch=batch, entry__isnull=False, undone=None)
    brought = set(files.values_list("entry_id", flat=True))
    shown = set(Publication.objects.filter(batch=batch).values_list("entry_id", flat=True))
    shown -= set(batch.remarks.get("taken_back", ()))
    created = set(files.filter(outcome=Outcome.CREATED).values_list("entry_id", flat=True))
    return {
        "all": len(brought | shown),
        "created": len(created - shown),
        "created_public": len(created & shown),
        "changed": len((brought | shown) - created),
    }


def shown_report(report: UndoReport) -> dict[str, Any]:
    """What undoing meant for each entry, by effect, those that were left first."""
    numbers = dict(Entry.objects.filter(uid__in=[each.uid for each in report.entries]).values_list("uid", "pk"))
    order = (Effect.LEFT, Effect.RESTORED, Effect.WITHDRAWN, Effect.SET_ASIDE)
    groups = [
        {
            "value": effect.value,
            "label": effect.label,
            "entries": [
                {"title": each.title, "number": numbers.get(each.uid), "reason": each.reason, "paths": each.paths}
                for each in report.entries
                if each.effect is effect
            ],
        }
        for effect in order
    ]
    return {
        "groups": [group for group in groups if group["entries"]],
        "total": len(report.entries),
        "is_all_left": report.is_all_left,
    }
