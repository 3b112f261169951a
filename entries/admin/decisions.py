"""What editors have decided of references: a table to look back at, with undoing, and the way to the reference desk."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from entries.admin import link_health, mentions, reference_bulk, reference_desk, term_correct, terminology, wanted
from entries.admin.kept import ReadOnlyAdmin
from entries.models import DecisionKind, Projection, ReferenceDecision
from entries.services.deciding import AlreadyUndoneError, undo_decisions


class KindFilter(admin.SimpleListFilter):
    """By what was decided."""

    title = _("การตัดสิน")
    parameter_name = "kind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(kind.value, kind.label) for kind in DecisionKind]

    def queryset(self, request: HttpRequest, queryset: QuerySet[ReferenceDecision]) -> QuerySet[ReferenceDecision]:
        return queryset.filter(kind=self.value()) if self.value() else queryset


class StandingFilter(admin.SimpleListFilter):
    """By whether it holds; those that were undone or replaced are left out unless they are asked for."""

    title = _("ผล")
    parameter_name = "undone"
    none_label = _("ยังมีผล")

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", gettext("ยกเลิกหรือถูกแทนที่แล้ว"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[ReferenceDecision]) -> QuerySet[ReferenceDecision]:
        return queryset.filter(undone__isnull=self.value() != "yes")


@admin.register(ReferenceDecision)
class ReferenceDecisionAdmin(ReadOnlyAdmin):
    """Decisions, newest first. Who sees entries sees them; who may change them decides and undoes."""

    list_display = ("of_entry", "kind", "anchor", "gloss", "chosen", "by_name", "created")
    list_display_links = None
    list_filter = (KindFilter, StandingFilter)
    actions = ("undo_selected",)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return any(request.user.has_perm(f"entries.{verb}_entry") for verb in ("view", "change"))

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_decide_permission(self, request: HttpRequest) -> bool:
        """Whether the user may decide of references, and undo that."""
        return request.user.has_perm("entries.change_referencedecision")

    def has_edit_permission(self, request: HttpRequest) -> bool:
        """Whether the user may change texts and other names of entries."""
        return request.user.has_perm("entries.change_entry")

    def has_draft_permission(self, request: HttpRequest) -> bool:
        """Whether the user may make entries."""
        return request.user.has_perm("entries.add_entry")

    def get_queryset(self, request: HttpRequest) -> QuerySet[ReferenceDecision]:
        working = Projection.objects.working()
        return (
            super()
            .get_queryset(request)
            .select_related("entry", "target")
            .prefetch_related(
                Prefetch("entry__faces", working, to_attr="working"),
                Prefetch("target__faces", working, to_attr="working"),
            )
        )

    @admin.display(description=pgettext_lazy("one", "รายการ"))
    def of_entry(self, decision: Any) -> str:
        address = reverse("admin:entries_entry_references", args=[decision.entry_id])
        return format_html('<a href="{}">{}</a>', address, _title(decision.entry))

    @admin.display(description=_("สิ่งที่เลือก"), empty_value="–")
    def chosen(self, decision: Any) -> str:
        return _title(decision.target) if decision.target_id else str(decision.chosen_anchor)

    @admin.action(description=_("เลิกใช้การตัดสินที่เลือก"), permissions=["decide"])
    def undo_selected(self, request: HttpRequest, queryset: QuerySet[ReferenceDecision]) -> None:
        try:
            undo_decisions(chosen := list(queryset))
        except AlreadyUndoneError as error:
            messages.warning(request, gettext("%(error)s จึงยังไม่ได้ทำอะไร") % {"error": error})
        else:
            messages.success(request, gettext("เลิกใช้การตัดสินแล้ว %(number)s แห่ง") % {"number": len(chosen)})

    def get_urls(self) -> list[URLPattern]:
        own = (
            ("desk/", reference_desk.ReferenceDesk, "reference_desk"),
            ("desk/undo/", reference_desk.Undo, "reference_undo"),
            ("desk/bulk/", reference_bulk.BulkAccept, "reference_bulk"),
            ("wanted/", wanted.WantedList, "wanted"),
            ("wanted/draft/", wanted.Draft, "wanted_draft"),
            ("wanted/one/", wanted.WantedOne, "wanted_one"),
            ("terminology/", terminology.Terminology, "terminology"),
            ("terminology/term/", terminology.TermScreen, "term"),
            ("terminology/correct/", term_correct.Correct, "term_correct"),
            ("mentions/", mentions.Mentions, "mentions"),
            ("health/", link_health.LinkHealth, "link_health"),
        )
        screens = [
            path(address, self.admin_site.admin_view(screen.as_view(model_admin=self)), name=f"entries_{name}")
            for address, screen, name in own
        ]
        return screens + super().get_urls()


def _title(entry: Any) -> str:
    return str(entry.working[0].title if entry.working else entry.slug)
