"""The problems of all entries: a work list, and what each check finds, with the ones that are proposed to be off."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any, Final

from django.contrib import admin, messages
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from entries.admin.kept import ReadOnlyAdmin
from entries.admin.shown_problems import ALL_NAMES, NAMES, SEVERITIES, explanation, visible
from entries.models import CheckSetting, Problem, Work
from entries.services.searching import found_working
from entries.services.tables import OFF, current_tables
from entries.services.tabling import delete_row, save_row
from entries.text.checks import CHECKS_BY_CODE

#: With fewer entries than this a check that fires on most of them says nothing of the work's habits.
_ENOUGH: Final = 10

Choices = list[tuple[str, Any]]


class CheckFilter(admin.SimpleListFilter):
    """By check."""

    title = _("ข้อตรวจ")
    parameter_name = "code"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        return list(NAMES.items())

    def queryset(self, request: HttpRequest, queryset: QuerySet[Problem]) -> QuerySet[Problem]:
        return queryset.filter(code=self.value()) if self.value() else queryset


class SeverityFilter(admin.SimpleListFilter):
    """By severity."""

    title = _("ระดับ")
    parameter_name = "severity"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        return list(SEVERITIES.items())

    def queryset(self, request: HttpRequest, queryset: QuerySet[Problem]) -> QuerySet[Problem]:
        return queryset.filter(severity=self.value()) if self.value() else queryset


class FixFilter(admin.SimpleListFilter):
    """By whether there is a fix to apply."""

    title = _("ข้อเสนอ")
    parameter_name = "fix"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        return [("yes", gettext("มีข้อเสนอให้แก้")), ("no", gettext("ต้องแก้เอง"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Problem]) -> QuerySet[Problem]:
        return queryset.filter(fix__isnull=self.value() == "no") if self.value() else queryset


class KindFilter(admin.SimpleListFilter):
    """By the kind of the entry."""

    title = pgettext_lazy("one", "ประเภท")
    parameter_name = "kind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        return [(kind.slug, gettext(kind.name)) for kind in current_tables().kinds]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Problem]) -> QuerySet[Problem]:
        return queryset.filter(face__kind=self.value()) if self.value() else queryset


class DismissedFilter(admin.SimpleListFilter):
    """By whether an editor has let it be; those are left out unless they are asked for."""

    title = _("ปล่อยผ่าน")
    parameter_name = "dismissed"
    none_label = _("ยังไม่ปล่อยผ่าน")

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        return [("yes", gettext("ปล่อยผ่านแล้ว"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Problem]) -> QuerySet[Problem]:
        return queryset.filter(is_dismissed=self.value() == "yes")


@admin.register(Problem)
class ProblemAdmin(ReadOnlyAdmin):
    """The problems of working texts, entry by entry in filing order. Who sees entries sees them."""

    list_display = ("of_entry", "severity_shown", "check_name", "words_shown", "told")
    list_display_links = None
    list_filter = (SeverityFilter, CheckFilter, FixFilter, KindFilter, DismissedFilter)
    list_select_related = ("face",)
    search_fields = ("face__thai_title",)
    search_help_text = _("ค้นรายการ เช่นเดียวกับที่หน้ารายการ")
    ordering = ("face__sort_key", "face__entry_id", "position", "pk")
    change_list_template = "admin/entries/problem/change_list.html"

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return any(request.user.has_perm(f"entries.{verb}_entry") for verb in ("view", "change"))

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_switch_permission(self, request: HttpRequest) -> bool:
        """Whether the user may switch checks off and on."""
        return request.user.has_perm("entries.change_checksetting")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Problem]:
        return super().get_queryset(request).filter(face__is_working=True)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Problem], search_term: str
    ) -> tuple[QuerySet[Problem], bool]:
        """The problems of what editors' search finds."""
        if not search_term.strip():
            return queryset, False
        return queryset.filter(face__in=found_working(search_term).faces.values("pk")), False

    @admin.display(description=pgettext_lazy("one", "รายการ"), ordering="face__sort_key")
    def of_entry(self, problem: Problem) -> str:
        address = reverse("admin:entries_entry_problems", args=[problem.face.entry_id])
        return format_html('<a href="{}#check-{}">{}</a>', address, problem.code, problem.face.title)

    @admin.display(description=_("ระดับ"))
    def severity_shown(self, problem: Problem) -> str:
        label = SEVERITIES.get(problem.severity, problem.severity)
        return format_html('<span class="state state-{}">{}</span>', problem.severity, label)

    @admin.display(description=_("ข้อตรวจ"), ordering="code")
    def check_name(self, problem: Problem) -> str:
        return NAMES.get(problem.code, problem.code)

    @admin.display(description=_("สิ่งที่พบ"))
    def told(self, problem: Problem) -> str:
        return problem.message

    @admin.display(description=_("ข้อความ"), empty_value="–")
    def words_shown(self, problem: Problem) -> str:
        return visible(problem.words[:80])

    def get_urls(self) -> list[URLPattern]:
        own = (("checks/", ByCheck, "checks"), ("checks/switch/", Switch, "switch"))
        screens = [
            path(address, self.admin_site.admin_view(screen.as_view(model_admin=self)), name=f"entries_problem_{name}")
            for address, screen, name in own
        ]
        return screens + super().get_urls()


@dataclass(frozen=True, slots=True)
class CheckRow:
    """What a check finds in a work: its open problems, and in how many of the entries it finds anything."""

    code: str
    name: str
    explanation: str
    severity: str
    label: str
    problems: int
    entries: int
    percent: int
    is_habit: bool


class ByCheck(PermissionRequiredMixin, TemplateView):
    """Every check that finds something, work by work, and those that are switched off."""

    model_admin: Any = None
    raise_exception = True
    template_name = "admin/entries/problem/checks.html"

    def has_permission(self) -> bool:
        return bool(self.model_admin.has_view_permission(self.request))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = rows_by_work()
        off = defaultdict(list)
        for row in CheckSetting.objects.filter(severity=OFF, kind=""):
            off[row.work_id].append({"code": row.code, "name": ALL_NAMES.get(row.code, row.code)})
        works = [
            {
                "work": work,
                "rows": found.get(work.pk, []),
                "habits": [row for row in found.get(work.pk, []) if row.is_habit],
                "off": off[work.pk],
            }
            for work in Work.objects.all()
        ]
        return {
            **self.model_admin.admin_site.each_context(self.request),
            "opts": self.model_admin.opts,
            "title": gettext("ข้อสังเกตตามข้อตรวจ"),
            "works": works,
            "may_switch": self.model_admin.has_switch_permission(self.request),
            **super().get_context_data(**kwargs),
        }


class Switch(PermissionRequiredMixin, TemplateView):
    """Switches a check off for a work, or on again."""

    model_admin: Any = None
    raise_exception = True
    http_method_names = ["post"]

    def has_permission(self) -> bool:
        return bool(self.model_admin.has_switch_permission(self.request))

    def post(self, request: HttpRequest) -> HttpResponse:
        """One setting more, or one less."""
        number, code = request.POST.get("work", ""), request.POST.get("code", "")
        work = get_object_or_404(Work, pk=int(number) if number.isdecimal() else 0)
        row = CheckSetting.objects.filter(work=work, kind="", code=code).first()
        name = ALL_NAMES.get(code, code)
        if request.POST.get("to") == "on":
            if row is not None and row.severity == OFF:
                delete_row(row)
            messages.success(request, gettext("เปิดข้อตรวจ “%(name)s” แล้ว") % {"name": name})
        elif code in CHECKS_BY_CODE:
            row = row or CheckSetting(work=work, kind="", code=code)
            row.severity = OFF
            save_row(row)
            messages.success(request, gettext("ปิดข้อตรวจ “%(name)s” แล้ว เปิดอีกครั้งได้ที่ท้ายหน้านี้") % {"name": name})
        else:
            messages.error(request, gettext("ปิดข้อตรวจ “%(name)s” ไม่ได้") % {"name": name})
        return redirect("admin:entries_problem_checks")


def rows_by_work() -> dict[int, list[CheckRow]]:
    """What each check finds in working texts, by work (id): the most urgent first, then the most frequent."""
    problems = Problem.objects.filter(face__is_working=True).order_by()
    counted = problems.values("face__entry__work", "code", "severity").annotate(
        left=Count("pk", filter=Q(is_dismissed=False)), entries=Count("face", distinct=True)
    )
    totals = dict(
        Work.objects.annotate(
            total=Count("entries", filter=Q(entries__faces__is_working=True), distinct=True)
        ).values_list("pk", "total")
    )
    rank = {value: place for place, value in enumerate(SEVERITIES)}
    found: dict[int, list[CheckRow]] = defaultdict(list)
    for row in counted:
        work, code, severity = row["face__entry__work"], row["code"], row["severity"]
        total = totals[work]
        found[work].append(
            CheckRow(
                code,
                NAMES.get(code, code),
                explanation(code),
                severity,
                SEVERITIES[severity],
                row["left"],
                row["entries"],
                round(100 * row["entries"] / total),
                code in CHECKS_BY_CODE and total >= _ENOUGH and 2 * row["entries"] > total,
            )
        )
    for rows in found.values():
        rows.sort(key=lambda each: (rank[each.severity], -each.entries, each.code))
    return found
