"""Places that an editor and an import both changed: looked at here, the editor's text standing."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from entries.admin.kept import ReadOnlyAdmin
from entries.admin.revision_diff import field_label
from entries.models import Conflict, ConflictState, Projection
from entries.text.diff import PARAGRAPH_BREAK, runs


class StateFilter(admin.SimpleListFilter):
    """By what became of it."""

    title = "สถานะ"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return list(ConflictState.choices)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Conflict]) -> QuerySet[Conflict]:
        return queryset.filter(state=self.value()) if self.value() else queryset


@admin.register(Conflict)
class ConflictAdmin(ReadOnlyAdmin):
    """Conflicts, newest first."""

    list_display = ("of_entry", "part", "opened", "state")
    list_filter = (StateFilter,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Conflict]:
        faces = Prefetch("entry__faces", Projection.objects.working(), to_attr="working")
        return super().get_queryset(request).select_related("entry").prefetch_related(faces)

    @admin.display(description="รายการ")
    def of_entry(self, conflict: Any) -> str:
        faces = conflict.entry.working
        return faces[0].title if faces else str(conflict.entry.slug)

    @admin.display(description="ส่วน")
    def part(self, conflict: Conflict) -> str:
        return field_label(conflict.field, conflict.place.get("label", ""))

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The three texts of the place, side by side."""
        conflict = self.get_object(request, object_id)
        if conflict is None:
            raise Http404
        if not self.has_view_permission(request, conflict):
            raise PermissionDenied
        before, mine, theirs = (
            PARAGRAPH_BREAK.join(texts) for texts in (conflict.before, conflict.ours, conflict.other)
        )
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": f"แก้ไขขัดกัน: {self.of_entry(conflict)}",
            "conflict": conflict,
            "place": self.part(conflict),
            "before": before,
            "mine": [run for run in runs(before, mine) if run.kind != "removed"],
            "theirs": [run for run in runs(before, theirs) if run.kind != "removed"],
        }
        return TemplateResponse(request, "admin/entries/conflict/change_form.html", context)
