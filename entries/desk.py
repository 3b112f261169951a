"""The editors' desk: Django's admin site, its tables arranged by jobs, with what waits to be done.

It stands beside entries.admin, not in it: Django makes the site before it loads the screens that register with it.
"""

from collections.abc import Iterator
from typing import Any, Final

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.i18n import JavaScriptCatalog

from entries.models import Conflict, ConflictState, ImportBatch, Projection, Stage

#: The jobs of the desk with their tables, in the order of the day's work.
JOBS: Final = (
    ("รายการ", ("Entry", "Conflict")),
    ("ชื่อ", ("Keyword", "Author", "Alias")),
    ("นำเข้า", ("ImportBatch",)),
    ("ผลงาน", ("Work",)),
    ("ผู้ใช้", ("User", "Group")),
)
_RECENT: Final = 8


class Desk(AdminSite):
    """Django's admin as the editors' desk."""

    site_header = "โต๊ะบรรณาธิการ"
    site_title = "โต๊ะบรรณาธิการ"
    index_title = "งานวันนี้"
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
    return app | {"name": title, "models": [model for _app, model in tables]}


def _waiting() -> Iterator[dict[str, Any]]:
    """Each kind of work that waits: its name, how much there is, and the list of it."""
    entries = reverse("admin:entries_entry_changelist")
    working = Projection.objects.working()
    for stage in (Stage.DRAFT, Stage.IN_REVIEW, Stage.RETURNED, Stage.APPROVED):
        yield {"label": stage.label, "count": working.filter(stage=stage).count(), "url": f"{entries}?stage={stage}"}
    conflicts = Conflict.objects.filter(state=ConflictState.OPEN).count()
    yield {"label": "แก้ไขขัดกัน", "count": conflicts, "url": f"{entries}?conflicts=open"}


def _recent() -> list[Projection]:
    """The entries that were changed last, newest first."""
    faces = Projection.objects.working().select_related("revision").order_by("-revision__created", "-revision")
    return list(faces[:_RECENT])
