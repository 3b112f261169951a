"""The desk itself: its tables arranged by jobs, and what waits to be done."""

from collections.abc import Iterator
from typing import Any, Final

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from entries.models import Conflict, ImportBatch, Projection, Revision, Stage

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

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """What waits, what was done last, and the way to every table."""
        waiting = list(_waiting()) if request.user.has_perm("entries.view_entry") or _may_edit(request) else []
        recent = _recent() if waiting else []
        return super().index(request, {"waiting": waiting, "recent": recent, **(extra_context or {})})


def _may_edit(request: HttpRequest) -> bool:
    return request.user.has_perm("entries.change_entry")


def _job(title: str, tables: list[tuple[Any, Any]]) -> dict[str, Any] | None:
    if not tables:
        return None
    app = tables[0][0]
    return app | {"name": title, "models": [model for _app, model in tables]}


def _waiting() -> Iterator[dict[str, Any]]:
    """Each kind of work that waits: its name, how much there is, and the list of it."""
    entries = reverse("admin:entries_entry_changelist")
    working = Projection.objects.working()
    for stage in (Stage.DRAFT, Stage.IN_REVIEW, Stage.RETURNED, Stage.APPROVED):
        yield {"label": stage.label, "count": working.filter(stage=stage).count(), "url": f"{entries}?stage={stage}"}
    conflicts = Conflict.objects.filter(settled=None).count()
    yield {"label": "แก้ไขขัดกัน", "count": conflicts, "url": f"{entries}?conflicts=open"}


def _recent() -> list[dict[str, Any]]:
    """The last revisions that are somebody's working text, newest first, with the batch that came in last."""
    faces = Projection.objects.working().select_related("revision").order_by("-revision__created", "-revision")
    return [{"face": face, "revision": face.revision} for face in faces[:_RECENT]]


def last_batch() -> ImportBatch | None:
    """The newest import, None where there was none."""
    return ImportBatch.objects.select_related("work").first()


__all__ = ["JOBS", "Desk", "Revision", "last_batch"]
