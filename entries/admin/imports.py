"""Import batches: who brought what, when, and what came of each file. Only looked at."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Prefetch, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from entries.admin.kept import ReadOnlyAdmin
from entries.models import ImportBatch, ImportedFile, Outcome, Projection

_PAGE = 100


class SourceFilter(admin.SimpleListFilter):
    """By where the files came from."""

    title = "แหล่ง"
    parameter_name = "source"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        sources = ImportBatch.objects.order_by("source").values_list("source", flat=True).distinct()
        return [(source, source) for source in sources]

    def queryset(self, request: HttpRequest, queryset: QuerySet[ImportBatch]) -> QuerySet[ImportBatch]:
        return queryset.filter(source=self.value()) if self.value() else queryset


@admin.register(ImportBatch)
class ImportBatchAdmin(ReadOnlyAdmin):
    """Batches, newest first."""

    list_display = ("began", "name_shown", "work", "source", "by_shown", "totals", "finished")
    list_filter = (SourceFilter,)
    list_select_related = ("work",)

    @admin.display(description="ชื่อชุด")
    def name_shown(self, batch: ImportBatch) -> str:
        return str(batch)

    @admin.display(description="โดย", empty_value="–")
    def by_shown(self, batch: ImportBatch) -> str:
        return batch.by_name

    @admin.display(description="จำนวนแฟ้ม", empty_value="–")
    def totals(self, batch: ImportBatch) -> str:
        return " · ".join(f"{row['label']} {row['count']}" for row in counted(batch) if row["count"])

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """One batch with its files."""
        batch = self.get_object(request, object_id)
        if batch is None:
            raise Http404
        if not self.has_view_permission(request, batch):
            raise PermissionDenied
        chosen = request.GET.get("outcome", "")
        files = ImportedFile.objects.filter(batch=batch).select_related("entry", "revision__entry")
        files = files.prefetch_related(Prefetch("entry__faces", Projection.objects.working(), to_attr="working"))
        if chosen in Outcome.values:
            files = files.filter(outcome=chosen)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": f"ชุดนำเข้า: {batch}",
            "batch": batch,
            "counts": counted(batch),
            "chosen": chosen,
            "page": Paginator(files.order_by("pk"), _PAGE).get_page(request.GET.get("page")),
            "unchanged": batch.unchanged_files(),
        }
        return TemplateResponse(request, "admin/entries/importbatch/change_form.html", context)


def counted(batch: ImportBatch) -> list[dict[str, Any]]:
    """How many files had each outcome, every outcome named."""
    return [
        {"value": outcome.value, "label": outcome.label, "count": batch.counts.get(outcome.value, 0)}
        for outcome in Outcome
    ]
