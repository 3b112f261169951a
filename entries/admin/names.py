"""Keywords and authors: the names that texts give them, the form that is shown, and merging two that are one."""

from functools import cached_property
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from entries.admin.kept import RegisterAdmin
from entries.models import Author, AuthorName, Authorship, EntryKeyword, Keyword, KeywordName
from entries.services.merging import NotMergeableError, merge_owners
from entries.services.registers import choose_preferred
from entries.services.registers_found import found_authors, found_keywords
from entries.text.thai import match_key

_CANDIDATES = 20
_NEIGHBOURS = 4


class PreferredForm(forms.ModelForm):
    """Which of its names a keyword or an author is shown under."""

    preferred = forms.ChoiceField(
        label=_("รูปหลัก"), required=False, help_text=_("ชื่อที่แสดงต่อผู้อ่านและใช้เรียงลำดับ ข้อความของรายการต่าง ๆ คงไว้ตามที่เขียน")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "preferred" in self.fields:
            names = [name.name for name in self.instance.names.all()]
            chosen = [self.instance.preferred] if self.instance.preferred not in ["", *names] else []
            first = gettext("ตามลำดับอักษร (%(name)s)") % {"name": names[0]} if names else gettext("ตามลำดับอักษร")
            field = self.fields["preferred"]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [("", first), *((name, name) for name in [*chosen, *names])]


class MergedFilter(admin.SimpleListFilter):
    """By whether it was merged into another; those that were are left out unless they are asked for."""

    title = _("การยุบรวม")
    parameter_name = "merged"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", gettext("ยุบรวมกับระเบียนอื่นแล้ว"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(merged_into__isnull=self.value() != "yes")


class NameOwnerAdmin(RegisterAdmin):
    """A register of names. They come from texts, so none is added here."""

    uses: Any
    names: Any
    link: str
    #: Looks a text up among owners.
    found: Any
    form = PreferredForm
    list_display = ("label", "use_count", "name_count", "merged_into")
    list_filter = (MergedFilter,)
    list_select_related = ("merged_into",)
    search_fields = ("label",)
    search_help_text = _("ค้นจากทุกรูปเขียน สะกดเพียงบางส่วนหรือสะกดใกล้เคียงก็ได้")
    change_form_template = "admin/entries/name_owner/change_form.html"
    fields: Any = ("preferred",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        used = self.uses.objects.filter(**{self.link: OuterRef("pk")}, face__is_working=True).order_by()
        named = self.names.objects.filter(**{self.link: OuterRef("pk")}).order_by()
        return (
            super()
            .get_queryset(request)
            .annotate(
                entries_using=Coalesce(_counted(used, self.link, "face"), 0),
                names_known=Coalesce(_counted(named, self.link, "pk"), 0),
            )
        )

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Those whose names hold the words asked for, else those whose names sound so."""
        if not match_key(search_term):
            return queryset, False
        return type(self).found(search_term, queryset), False

    @admin.display(description=_("รายการที่ใช้"), ordering="entries_using")
    def use_count(self, owner: Any) -> int:
        return int(owner.entries_using)

    @admin.display(description=_("รูปเขียน"), ordering="names_known")
    def name_count(self, owner: Any) -> int:
        return int(owner.names_known)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        # One that was merged away has no names left to choose from.
        return [name for name in self.fields if not (obj and obj.merged_into_id and name == "preferred")]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        choose_preferred(obj, obj.preferred)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        owner = self.get_object(request, object_id)
        shown = self._shown(owner) if owner else {}
        return super().change_view(request, object_id, form_url, {**shown, **(extra_context or {})})

    def _shown(self, owner: Any) -> dict[str, Any]:
        uses = self.uses.objects.filter(**{self.link: owner}, face__is_working=True).select_related("face")
        return {
            "title": owner.label,
            "subtitle": None,
            "names": owner.names.all(),
            "uses": uses.order_by("face__sort_key", "face__entry_id", "position"),
            "merged": owner.merged.all(),
            "merge_url": reverse(f"admin:entries_{self.opts.model_name}_merge", args=[owner.pk]),
        }

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(Merge.as_view(model_admin=self))
        return [path("<int:pk>/merge/", view, name=f"entries_{self.opts.model_name}_merge"), *super().get_urls()]


@admin.register(Keyword)
class KeywordAdmin(NameOwnerAdmin):
    """Keywords."""

    uses = EntryKeyword
    names = KeywordName
    link = "keyword"
    found = staticmethod(found_keywords)


@admin.register(Author)
class AuthorAdmin(NameOwnerAdmin):
    """Authors, with what is known of them."""

    uses = Authorship
    names = AuthorName
    link = "author"
    found = staticmethod(found_authors)
    fields = ("preferred", "about")


class Merge(PermissionRequiredMixin, TemplateView):
    """Merging one into another: find it, look at what will happen, confirm."""

    model_admin: Any = None
    raise_exception = True
    template_name = "admin/entries/name_owner/merge.html"

    def has_permission(self) -> bool:
        return bool(self.model_admin.has_change_permission(self.request))

    @cached_property
    def source(self) -> Any:
        """What is to be merged away; 404 where it was already."""
        return get_object_or_404(self._others(), pk=self.kwargs["pk"])

    def _others(self) -> QuerySet[Any]:
        return self.model_admin.get_queryset(self.request).filter(merged_into=None)

    def _into(self, number: str) -> Any:
        others = self._others().filter(work=self.source.work_id).exclude(pk=self.source.pk)
        return get_object_or_404(others, pk=int(number)) if number.isdecimal() else None

    def _candidates(self, words: str) -> list[Any]:
        others = self._others().filter(work=self.source.work_id).exclude(pk=self.source.pk)
        if words:
            return list(self.model_admin.get_search_results(self.request, others, words)[0][:_CANDIDATES])
        key = self.source.sort_key
        before = others.filter(sort_key__lte=key).order_by("-sort_key", "-pk")[:_NEIGHBOURS]
        return [*reversed(before), *others.filter(sort_key__gt=key)[:_NEIGHBOURS]]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        words = self.request.GET.get("q", "").strip()
        into = self._into(self.request.GET.get("into", ""))
        return {
            **self.model_admin.admin_site.each_context(self.request),
            "opts": self.model_admin.opts,
            "title": gettext("ยุบรวม: %(source)s") % {"source": self.source.label},
            "source": self.source,
            "into": into,
            "q": words,
            "candidates": [] if into else self._candidates(words),
            **super().get_context_data(**kwargs),
        }

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Merges, and goes to the one that is left."""
        into = self._into(request.POST.get("into", ""))
        if into is None:
            messages.error(request, gettext("ยังไม่ได้เลือกว่าจะยุบรวมเข้ากับระเบียนใด"))
            return redirect(request.path)
        try:
            merge_owners(self.source, into)
        except NotMergeableError as error:
            messages.error(request, str(error))
            return redirect(request.path)
        messages.success(
            request,
            gettext("ยุบรวม “%(source)s” เข้ากับ “%(into)s” แล้ว") % {"source": self.source.label, "into": into.label},
        )
        return redirect(f"admin:entries_{self.model_admin.opts.model_name}_change", into.pk)


def _counted(rows: QuerySet[Any], link: str, what: str) -> Subquery:
    """How many different `what` stand in these rows of one owner, as a column."""
    counts = rows.values(link).annotate(number=Count(what, distinct=True)).values("number")
    return Subquery(counts, output_field=IntegerField())
