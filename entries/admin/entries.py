"""The list of entries, in filing order, and the way to every screen of an entry."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ORDER_VAR
from django.db.models import Case, CharField, Exists, IntegerField, OuterRef, Prefetch, QuerySet, Value, When
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import gettext, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from entries.admin import aliases, entry_edit, filing, problems, publishing, references, reviewing, revisions
from entries.admin.entry_filters import (
    AuthorFilter,
    ConflictFilter,
    KindFilter,
    LetterFilter,
    PublicStateFilter,
    StageFilter,
)
from entries.admin.kept import KeptAdmin
from entries.admin.screens import EntryScreen, public_label
from entries.admin.suggesting import Suggest
from entries.models import Conflict, ConflictState, Entry, Projection, Stage
from entries.services.searching import found_working
from entries.services.tables import current_tables


@admin.register(Entry)
class EntryAdmin(KeptAdmin):
    """Entries by their working faces. Text is changed by a form over the article; nothing here saves a row."""

    list_display = ("filing", "thai_title", "headword", "kind_shown", "public", "stage", "changed")
    list_display_links = ("filing",)
    list_filter = (LetterFilter, KindFilter, PublicStateFilter, StageFilter, AuthorFilter, ConflictFilter)
    search_fields = ("face__thai_title",)
    search_help_text = _("ค้นจากทุกส่วนของรายการ ทั้งที่เผยแพร่แล้วและฉบับร่าง สะกดเพียงบางส่วนหรือสะกดใกล้เคียงก็ได้")
    ordering = ("face__sort_key", "pk")
    actions = ("publish_selected", "withdraw_selected")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Entry]:
        faces = Projection.objects.working().select_related("revision")
        waiting = Conflict.objects.filter(entry=OuterRef("pk"), state=ConflictState.OPEN)
        return (
            Entry.objects.with_working_face()
            .prefetch_related(Prefetch("faces", faces, to_attr="working"))
            .annotate(has_conflicts=Exists(waiting), kind_name=_kind_names())
        )

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Entry], search_term: str
    ) -> tuple[QuerySet[Entry], bool]:
        """What editors' search finds, in its order unless another is asked for."""
        if not search_term.strip():
            return queryset, False
        found = found_working(search_term)
        queryset = queryset.filter(face__pk__in=found.faces.values("pk"))
        if ORDER_VAR in request.GET or not found.first:
            return queryset, False
        places = [When(face__pk=face, then=Value(place)) for place, face in enumerate(found.first)]
        place = Case(*places, default=Value(len(places)), output_field=IntegerField())
        return queryset.order_by(place, *self.ordering), False

    # Columns

    @admin.display(description=_("รูปที่ใช้เรียง"), ordering="face__sort_key")
    def filing(self, entry: Any) -> str:
        return entry.working[0].filing_form or entry.working[0].title or entry.slug

    @admin.display(description=_("คำเทียบ"), empty_value="–")
    def thai_title(self, entry: Any) -> str:
        return str(entry.working[0].thai_title)

    @admin.display(description=_("คำตั้ง"), ordering="face__latin_sort_key", empty_value="–")
    def headword(self, entry: Any) -> str:
        return str(entry.working[0].headword)

    @admin.display(description=pgettext_lazy("one", "ประเภท"), ordering="kind_name", empty_value="–")
    def kind_shown(self, entry: Any) -> str:
        return pgettext("one", "รายการโยง") if entry.working[0].see else str(entry.kind_name)

    @admin.display(description=_("การเผยแพร่"), ordering="face__public_state")
    def public(self, entry: Any) -> str:
        face = entry.working[0]
        return format_html('<span class="state state-{}">{}</span>', face.public_state, public_label(face))

    @admin.display(description=_("สถานะงาน"), ordering="face__stage")
    def stage(self, entry: Any) -> str:
        face = entry.working[0]
        shown = "" if face.stage == Stage.NONE else face.get_stage_display()
        stage = format_html('<span class="state state-{}">{}</span>', face.stage, shown) if shown else "–"
        if entry.has_conflicts:
            return format_html(gettext('{} <span class="state state-conflict">แก้ไขขัดกัน</span>'), stage)
        return stage

    @admin.display(description=_("แก้ไขล่าสุด"), ordering="face__revision__created")
    def changed(self, entry: Any) -> str:
        revision = entry.working[0].revision
        when = date_format(localtime(revision.created), "j M Y H:i")
        return format_html(
            '{}<br><span class="quiet">{}</span>', when, revision.by_name or revision.get_origin_display()
        )

    # Actions

    def has_publish_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whether the user may publish and withdraw."""
        return request.user.has_perm("entries.publish_entry")

    def has_review_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whether the user may approve texts and send them back; who publishes may, too."""
        return any(request.user.has_perm(f"entries.{verb}_entry") for verb in ("review", "publish"))

    @admin.action(description=_("เผยแพร่ฉบับล่าสุดของรายการที่เลือก"), permissions=["publish"])
    def publish_selected(self, request: HttpRequest, queryset: QuerySet[Entry]) -> HttpResponse:
        return publishing.ask(self, request, "publish", queryset)

    @admin.action(description=_("ถอนรายการที่เลือกจากการเผยแพร่"), permissions=["publish"])
    def withdraw_selected(self, request: HttpRequest, queryset: QuerySet[Entry]) -> HttpResponse:
        return publishing.ask(self, request, "withdraw", queryset)

    # Screens

    def get_urls(self) -> list[URLPattern]:
        own: tuple[tuple[str, type[EntryScreen] | type[publishing.Act] | type[Suggest], str], ...] = (
            ("suggest/", Suggest, "suggest"),
            ("publish/", publishing.Publish, "publish_all"),
            ("withdraw/", publishing.Withdraw, "withdraw_all"),
            ("<int:entry>/publish/", publishing.AskToPublish, "publish"),
            ("<int:entry>/withdraw/", publishing.AskToWithdraw, "withdraw"),
            ("<int:entry>/revisions/", revisions.RevisionList, "revisions"),
            ("<int:entry>/revisions/<int:revision>/", revisions.RevisionDetail, "revision"),
            ("<int:entry>/revisions/<int:revision>/restore/", revisions.Restore, "restore"),
            ("<int:entry>/references/", references.References, "references"),
            ("<int:entry>/problems/", problems.Problems, "problems"),
            ("<int:entry>/problems/fix/", problems.Fix, "fix"),
            ("<int:entry>/problems/fix-safe/", problems.FixSafe, "fix_safe"),
            ("<int:entry>/problems/dismiss/", problems.Dismiss, "dismiss"),
            ("<int:entry>/problems/dismiss-finding/", problems.DismissFinding, "dismiss_finding"),
            ("<int:entry>/problems/dismissed/<int:dismissal>/", problems.TakeBack, "take_back"),
            ("<int:entry>/filing/", filing.Filing, "filing"),
            ("<int:entry>/submit/", reviewing.Submit, "submit"),
            ("<int:entry>/send-back/", reviewing.SendBack, "send_back"),
            ("<int:entry>/approve/", reviewing.Approve, "approve"),
            ("<int:entry>/aliases/", aliases.Aliases, "aliases"),
            ("<int:entry>/aliases/<int:alias>/remove/", aliases.RemoveAlias, "remove_alias"),
        )
        screens = [
            path(address, self.admin_site.admin_view(screen.as_view(model_admin=self)), name=f"entries_entry_{name}")
            for address, screen, name in own
        ]
        return screens + super().get_urls()

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        return entry_edit.NewEntryScreen.as_view(model_admin=self)(request)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        if not object_id.isdecimal():
            raise Http404
        return entry_edit.EditEntry.as_view(model_admin=self)(request, entry=int(object_id))

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """An entry's history is its revisions."""
        return redirect("admin:entries_entry_revisions", entry=object_id)


def _kind_names() -> Case:
    """The name of the working face's kind, as a column."""
    named = [When(face__kind=kind.slug, then=Value(gettext(kind.name))) for kind in current_tables().kinds]
    return Case(*named, default=Value(""), output_field=CharField())
