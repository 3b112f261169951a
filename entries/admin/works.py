"""Works: what their pages, citations and rights say."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from entries.admin.kept import RegisterAdmin
from entries.models import Work
from entries.services.registers import save_work


@admin.register(Work)
class WorkAdmin(RegisterAdmin):
    """Works. The short name of a work that is there already stays: addresses and exports use it."""

    list_display = ("title", "slug", "publisher", "edition", "language")
    fieldsets = (
        (None, {"fields": ("title", "slug", "publisher", "edition", "language")}),
        (_("สิทธิ"), {"fields": ("rights", "licence_url"), "description": _("แสดงท้ายทุกบทความและในการอ้างอิง")}),
    )

    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("slug",) if obj else ()

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        save_work(obj)
