"""Other names of entries: an entry's own, and the list of all."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from entries.admin.kept import ReadOnlyAdmin
from entries.admin.screens import EntryScreen, acting
from entries.models import Alias, Projection
from entries.services.aliases import EmptyAliasError, add_alias, remove_alias
from entries.services.registers_found import found_aliases
from entries.text.thai import match_key


class AliasForm(forms.Form):
    """A name to be added."""

    name = forms.CharField(
        label=_("ชื่ออื่น / รูปเขียนอื่น"), max_length=300, help_text=_("เช่น ทรอตสกี สำหรับรายการ ตรอตสกี, เลออน มีผลทันทีเมื่อเพิ่ม")
    )


class Aliases(EntryScreen):
    """The other names of one entry, and the form that adds one."""

    heading = _("ชื่ออื่น")
    template_name = "admin/entries/entry/aliases.html"

    @property
    def needs(self) -> str:  # type: ignore[override]
        """Looking needs less than adding."""
        return "change" if self.request.method == "POST" else "view"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("form", AliasForm())
        return super().get_context_data(aliases=Alias.objects.filter(entry=self.entry), **kwargs)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Adds a name."""
        form = AliasForm(request.POST)
        if form.is_valid():
            try:
                alias = add_alias(self.entry, form.cleaned_data["name"], by=acting(request))
            except EmptyAliasError:
                form.add_error("name", gettext("ชื่อนี้ไม่มีตัวอักษรหรือตัวเลข จึงใช้ค้นไม่ได้"))
            else:
                messages.success(request, gettext("เพิ่มชื่ออื่น “%(name)s” แล้ว") % {"name": alias.name})
                return redirect("admin:entries_entry_aliases", self.entry.pk)
        return self.render_to_response(self.get_context_data(form=form))


class RemoveAlias(EntryScreen):
    """Takes a name away."""

    needs = "change"
    http_method_names = ["post"]

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Removes it and goes back to the names that are left."""
        alias = get_object_or_404(Alias, entry=self.entry, pk=self.kwargs["alias"])
        remove_alias(alias)
        messages.success(request, gettext("นำชื่ออื่น “%(name)s” ออกแล้ว") % {"name": alias.name})
        return redirect("admin:entries_entry_aliases", self.entry.pk)


@admin.register(Alias)
class AliasAdmin(ReadOnlyAdmin):
    """All other names; they are added and removed on the page of their entry."""

    list_display = ("name", "of_entry", "by_name", "created")
    list_display_links = None
    search_fields = ("key",)
    search_help_text = _("ค้นจากชื่ออื่น เพิ่มหรือนำออกได้ที่หน้า “ชื่ออื่น” ของรายการ")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Alias]:
        faces = Prefetch("entry__faces", Projection.objects.working(), to_attr="working")
        return super().get_queryset(request).select_related("entry").prefetch_related(faces)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Alias], search_term: str
    ) -> tuple[QuerySet[Alias], bool]:
        return (found_aliases(search_term, queryset) if match_key(search_term) else queryset), False

    @admin.display(description=pgettext_lazy("one", "รายการ"))
    def of_entry(self, alias: Any) -> str:
        faces = alias.entry.working
        title = faces[0].title if faces else alias.entry.slug
        return format_html('<a href="{}">{}</a>', reverse("admin:entries_entry_aliases", args=[alias.entry_id]), title)
