"""What the desk's tables have in common: nothing with an address is ever deleted."""

from functools import cached_property
from itertools import zip_longest
from typing import Any, Final

from django.contrib import admin
from django.contrib.admin.views.main import PAGE_VAR
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext

#: A list counts so many pages beyond the one that is looked at.
REACH: Final = 20


class CutPaginator(Paginator):  # type: ignore[type-arg]
    """Pages by number that are counted no further than `reach` pages beyond the one asked for, however many there are.

    `is_cut` says whether there are more than `count`.
    """

    def __init__(self, *args: Any, page: int = 1, reach: int = REACH, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._most = (max(page, 1) + reach) * self.per_page

    @cached_property
    def _counted(self) -> int:
        rows: Any = self.object_list
        counted: int = rows.order_by().values("pk")[: self._most + 1].count()
        return counted

    @cached_property
    def count(self) -> int:
        """How many rows there are, as far as they are counted."""
        return min(self._counted, self._most)

    @property
    def is_cut(self) -> bool:
        """Whether there are more."""
        return self._counted > self._most


def cut_page(rows: QuerySet[Any], per_page: int, request: HttpRequest) -> Page[Any]:
    """The page that the address names of these rows, which are counted no further than some pages beyond it."""
    asked = request.GET.get("page", "1")
    number = int(asked) if asked.isdecimal() and len(asked) < 7 else 1
    return CutPaginator(rows, per_page, page=number).get_page(number)


class KeptAdmin(admin.ModelAdmin):
    """A table whose rows stay."""

    show_full_result_count = False
    list_per_page = 50

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_paginator(
        self,
        request: HttpRequest,
        queryset: Any,
        per_page: int,
        orphans: int = 0,
        allow_empty_first_page: bool = True,
    ) -> CutPaginator:
        page = request.GET.get(PAGE_VAR, "1")
        number = int(page) if page.isdecimal() and len(page) < 7 else 1
        return CutPaginator(queryset, per_page, orphans, allow_empty_first_page, page=number)

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
            "title": gettext("ประวัติ: %(name)s") % {"name": register},
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
