"""What the desk's tables have in common: nothing with an address is ever deleted."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse


class KeptAdmin(admin.ModelAdmin):
    """A table whose rows stay."""

    show_full_result_count = False
    list_per_page = 50

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class ReadOnlyAdmin(KeptAdmin):
    """A table that is only looked at."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class RegisterAdmin(KeptAdmin):
    """A register that people edit, with the history that is kept of it."""

    history_hidden = frozenset({"sort_key", "letter", "key", "label"})

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """When, by whom and what was changed."""
        register = self.get_object(request, object_id)
        if register is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
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
        earlier = [*records[1:], None]
        return [
            {"record": record, "changes": self._changes(record, before)}
            for record, before in zip(records, earlier, strict=True)
        ]

    def _changes(self, record: Any, before: Any) -> list[dict[str, Any]]:
        if before is None:
            return []
        delta = record.diff_against(before, excluded_fields=self.history_hidden)
        names = {field.name: field.verbose_name for field in self.opts.fields}
        return [{"name": names[change.field], "old": change.old, "new": change.new} for change in delta.changes]
