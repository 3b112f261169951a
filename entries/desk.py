"""The editors' desk: Django's admin site, its tables arranged by jobs, with what waits to be done.

It stands beside entries.admin, not in it: Django makes the site before it loads the screens that register with it.
"""

from collections.abc import Iterator
from typing import Any, Final

from django.contrib.admin import AdminSite
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _
from django.views.i18n import JavaScriptCatalog

from entries.models import (
    Conflict,
    ConflictState,
    FailedQuery,
    ImportBatch,
    ImportedFile,
    Outcome,
    Problem,
    Projection,
    Stage,
)
from entries.services.desk import counts

_LINKS: Final = gettext_noop("รายการโยง")
#: The jobs of the desk with their tables, in the order of the day's work.
JOBS: Final = (
    (gettext_noop("รายการ"), ("Entry", "Problem", "Conflict")),
    (_LINKS, ("ReferenceDecision",)),
    (gettext_noop("ชื่อ"), ("Keyword", "Author", "Alias", "FailedQuery")),
    (gettext_noop("นำเข้า"), ("ImportBatch", "ImportedFile")),
    (gettext_noop("ผลงาน"), ("Work",)),
    (gettext_noop("ตาราง"), ("HonorificRow", "ClassNounRow", "KindRow", "LabelRow", "CheckSetting")),
    (gettext_noop("ผู้ใช้"), ("User", "Group")),
)
#: The screens about links, which are no tables: the name of each one's address, and what editors call it.
LINK_PAGES: Final = (
    ("entries_reference_desk", _("โต๊ะรายการโยง")),
    ("entries_wanted", _("คำตั้งที่รอจัดทำ")),
    ("entries_terminology", _("คำที่เขียนต่างกัน")),
    ("entries_mentions", _("ชื่อที่ยังไม่โยง")),
    ("entries_link_health", _("สุขภาพของรายการโยง")),
)
#: What the desk calls a table where it shows less of it than its name says.
NAMES: Final = {"ImportedFile": _("แฟ้มรอตัดสิน")}
#: Jobs of every day, whose tables stand at the head of each page; the others are on the first page.
_DAILY: Final = frozenset(title for title, _tables in JOBS[:4])
_RECENT: Final = 8


def waiting_files() -> QuerySet[ImportedFile]:
    """Files that wait for a decision: held, their batch not undone, and not come again with a later batch."""
    again = ImportedFile.objects.filter(
        path=OuterRef("path"),
        batch__source=OuterRef("batch__source"),
        batch__work=OuterRef("batch__work"),
        batch__gt=OuterRef("batch"),
        batch__undone=None,
    )
    return ImportedFile.objects.filter(~Exists(again), outcome=Outcome.HELD, batch__undone=None)


class Desk(AdminSite):
    """Django's admin as the editors' desk."""

    site_header = _("โต๊ะบรรณาธิการ")
    site_title = _("โต๊ะบรรณาธิการ")
    index_title = _("งานวันนี้")
    enable_nav_sidebar = False

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """Tables by job; those of no job stand at the end as Django lists them."""
        apps = super().get_app_list(request, app_label)
        if app_label is not None:
            return apps
        tables = {model["object_name"]: (app, model) for app in apps for model in app["models"]}
        arranged = [job for title, names in JOBS if (job := _job(title, [tables.pop(n) for n in names if n in tables]))]
        left = [app | {"models": [m for m in app["models"] if m["object_name"] in tables]} for app in apps]
        return arranged + [app for app in left if app["models"]]

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """What waits, what was done last, and the way to every table."""
        context: dict[str, Any] = {}
        if any(request.user.has_perm(f"entries.{verb}_entry") for verb in ("view", "change")):
            context = {"waiting": list(_waiting()), "recent": _recent(), "batch": ImportBatch.objects.first()}
        return super().index(request, context | (extra_context or {}))

    def i18n_javascript(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:  # noqa: ARG002
        """The words of the scripts, our own catalogue included: Django's admin would take only its own."""
        catalogue = JavaScriptCatalog.as_view()(request)
        assert isinstance(catalogue, HttpResponse)
        return catalogue


def _job(title: str, tables: list[tuple[Any, Any]]) -> dict[str, Any] | None:
    if not tables:
        return None
    app: dict[str, Any] = tables[0][0]
    models = [model | {"name": NAMES.get(model["object_name"], model["name"])} for _app, model in tables]
    if title == _LINKS:
        # At the head of each page stands the first alone, which leads to the others.
        pages = [
            {"name": label, "object_name": name, "admin_url": reverse(f"admin:{name}"), "add_url": None}
            for name, label in LINK_PAGES
        ]
        models = [page | {"is_rare": at > 0} for at, page in enumerate([*pages, *models])]
    return app | {"name": gettext(title), "models": models, "is_daily": title in _DAILY}


def _waiting() -> Iterator[dict[str, Any]]:
    """Each kind of work that waits: its name, how much there is, and the list of it."""
    entries = reverse("admin:entries_entry_changelist")
    working = Projection.objects.working()
    for stage in (Stage.DRAFT, Stage.IN_REVIEW, Stage.RETURNED, Stage.APPROVED):
        yield {"label": stage.label, "count": working.filter(stage=stage).count(), "url": f"{entries}?stage={stage}"}
    faults = Problem.objects.filter(face__is_working=True, is_dismissed=False, severity="error").count()
    problems = reverse("admin:entries_problem_changelist")
    yield {"label": gettext("ข้อสังเกตที่ต้องแก้"), "count": faults, "url": f"{problems}?severity=error"}
    asked = sum(counts().values())
    yield {"label": gettext("คำถามเรื่องรายการโยง"), "count": asked, "url": reverse("admin:entries_reference_desk")}
    conflicts = Conflict.objects.filter(state=ConflictState.OPEN).count()
    yield {"label": gettext("แก้ไขขัดกัน"), "count": conflicts, "url": reverse("admin:entries_conflict_changelist")}
    failed = FailedQuery.objects.open().values("sound").distinct().count()
    inbox = reverse("admin:entries_failedquery_changelist")
    yield {"label": str(FailedQuery._meta.verbose_name_plural), "count": failed, "url": inbox}
    held = reverse("admin:entries_importedfile_changelist")
    yield {"label": NAMES["ImportedFile"], "count": waiting_files().count(), "url": held}


def _recent() -> list[Projection]:
    """The entries that were changed last, newest first."""
    faces = Projection.objects.working().select_related("revision").order_by("-revision__created", "-revision")
    return list(faces[:_RECENT])
