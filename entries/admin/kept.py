"""What the desk's tables have in common: nothing with an address is ever deleted."""

from itertools import zip_longest
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse


class KeptAdmin(admin.ModelAdmin):
    """A table whose rows stay."""

    show_full_result_count = False
    list_per_page = 50

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return super().changelist_view(request, {"title": self.opts.verbose_name_plural, **(extra_context or {})})


class ReadOnlyAdmin(KeptAdmin):
    """A table that is only looked at."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class RegisterAdmin(KeptAdmin):
    """A register that people edit, with the history that is kept of it."""

    history_hidden = frozenset({"id", "work", "sort_key", "letter", "key", "label"})

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """When, by whom and what was changed."""
        register = self.get_object(request, object_id)
        if register is None:
            raise Http404
        if not self.has_view_permission(request, register):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": f"ประวัติ: {register}",
            "opts": self.opts,
            "object": register,
            "rows": self._history_rows(register),
        }
        return TemplateResponse(request, "admin/entries/register_history.html", context)

    def _history_rows(self, register: Any) -> list[dict[str, Any]]:
        records = list(register.history.select_related("history_user"))
        return [
            {"record": record, "changes": self._changes(record, before)}
            for record, before in zip_longest(records, records[1:])
        ]

    def _changes(self, record: Any, before: Any) -> list[dict[str, Any]]:
        """What a record changed; of the first one, which may be of a row that was made without a record, what it is."""
        kept = [field for field in self.opts.fields if field.name in record_fields(record) - self.history_hidden]
        pairs = [(field.verbose_name, getattr(before, field.name, ""), getattr(record, field.name)) for field in kept]
        return [{"name": name, "old": old, "new": new} for name, old, new in pairs if (old or "") != (new or "")]


def record_fields(record: Any) -> set[str]:
    """The names of the fields that a record of the history holds."""
    return {field.name for field in record._meta.fields}
