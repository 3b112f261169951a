"""The queue of places that an editor and an import both changed: looked at side by side, and settled."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from entries.admin.article_form import numbered_lines, numbered_paragraphs, undo_crlf
from entries.admin.kept import KeptAdmin
from entries.admin.places import place_of
from entries.admin.screens import acting
from entries.models import Conflict, ConflictState, Projection
from entries.services.settling import NotOpenError, PlaceMovedError, Side, mark_settled, settle_conflict
from entries.text.article import ArticleError
from entries.text.diff import PARAGRAPH_BREAK, runs

#: Fields whose values may hold line breaks, so that blank lines part them.
_PROSE = frozenset({"paragraphs", "body"})


class StateFilter(admin.SimpleListFilter):
    """By what became of it; those that wait unless others are asked for."""

    title = _("สถานะ")
    parameter_name = "state"
    none_label = ConflictState.OPEN.label

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        settled = [(state.value, state.label) for state in ConflictState if state is not ConflictState.OPEN]
        return [*settled, ("all", gettext("ทั้งหมด"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Conflict]) -> QuerySet[Conflict]:
        return queryset if self.value() == "all" else queryset.filter(state=self.value() or ConflictState.OPEN)


class WrittenForm(forms.Form):
    """The texts to stand at the place: paragraphs with blank lines between, or a value a line; none takes it out."""

    written = forms.CharField(label=_("เขียนข้อความที่จะใช้"), required=False, strip=False, widget=forms.Textarea)

    def __init__(self, *args: Any, is_prose: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_prose = is_prose
        field = self.fields["written"]
        field.widget.attrs.update({"rows": 8 if is_prose else 3, "cols": None, "class": "written"})
        field.help_text = gettext("เว้นหนึ่งบรรทัดว่างระหว่างย่อหน้า") if is_prose else gettext("บรรทัดละหนึ่งค่า")

    @property
    def texts(self) -> tuple[str, ...]:
        """What was written, in order."""
        text = undo_crlf(self.cleaned_data["written"])
        return tuple(value for _number, value in (numbered_paragraphs if self.is_prose else numbered_lines)(text))


@admin.register(Conflict)
class ConflictAdmin(KeptAdmin):
    """Conflicts, newest first. Who may change them may settle them."""

    list_display = ("of_entry", "part", "opened", "state", "settled", "settled_by_name")
    list_filter = (StateFilter,)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Conflict]:
        faces = Prefetch("entry__faces", Projection.objects.working(), to_attr="working")
        return super().get_queryset(request).select_related("entry").prefetch_related(faces)

    @admin.display(description=pgettext_lazy("one", "รายการ"))
    def of_entry(self, conflict: Any) -> str:
        faces = conflict.entry.working
        return faces[0].title if faces else str(conflict.entry.slug)

    @admin.display(description=_("ที่"))
    def part(self, conflict: Conflict) -> str:
        return place_of(conflict.field, conflict.place.get("index", 0), conflict.place.get("label", ""))

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(Settle.as_view(model_admin=self))
        return [path("<int:conflict>/change/", view, name="entries_conflict_settle"), *super().get_urls()]


class Settle(PermissionRequiredMixin, TemplateView):
    """The three texts of a place side by side, and what is to stand there."""

    model_admin: Any = None
    raise_exception = True
    template_name = "admin/entries/conflict/change_form.html"

    def has_permission(self) -> bool:
        needs = "change" if self.request.method == "POST" else "view"
        return bool(getattr(self.model_admin, f"has_{needs}_permission")(self.request))

    def conflict(self) -> Any:
        """The conflict that the address names, as it is now, with its entry's working face."""
        return get_object_or_404(self.model_admin.get_queryset(self.request), pk=self.kwargs["conflict"])

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        conflict = self.conflict()
        before, mine, theirs = map(_joined, (conflict.before, conflict.ours, conflict.other))
        is_prose = conflict.field in _PROSE
        break_ = "\n\n" if is_prose else "\n"
        kwargs.setdefault("form", WrittenForm(initial={"written": break_.join(conflict.ours)}, is_prose=is_prose))
        waiting = Conflict.objects.filter(state=ConflictState.OPEN).exclude(pk=conflict.pk).count()
        title = self.model_admin.of_entry(conflict)
        may_settle = self.model_admin.has_change_permission(self.request)
        return {
            **self.model_admin.admin_site.each_context(self.request),
            "opts": self.model_admin.opts,
            "title": gettext("แก้ไขขัดกัน: %(title)s") % {"title": title},
            "entry_title": title,
            "conflict": conflict,
            "place": self.model_admin.part(conflict),
            "before": before,
            "mine": [run for run in runs(before, mine) if run.kind != "removed"],
            "theirs": [run for run in runs(before, theirs) if run.kind != "removed"],
            "chosen": conflict.state,
            "is_open": conflict.state == ConflictState.OPEN,
            "may_settle": may_settle,
            "choosing": may_settle and conflict.state == ConflictState.OPEN,
            "waiting": waiting,
            "next": following(conflict),
            **super().get_context_data(**kwargs),
        }

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Settles the conflict and goes on to the next one."""
        conflict = self.conflict()
        choice = request.POST.get("choice", "")
        form = WrittenForm(request.POST, is_prose=conflict.field in _PROSE)
        try:
            if choice == "marked":
                mark_settled(conflict, by=acting(request))
            elif choice == "written":
                form.is_valid()
                settle_conflict(conflict, form.texts, by=acting(request))
            elif choice in (Side.MINE.value, Side.THEIRS.value):
                settle_conflict(conflict, Side(choice), by=acting(request))
            else:
                messages.error(request, gettext("ยังไม่ได้เลือกว่าจะใช้ข้อความใด"))
                return redirect(request.path)
        except NotOpenError as error:
            messages.info(request, gettext("มีผู้ตัดสินก่อนท่าน %(error)s") % {"error": error})
            return redirect(request.path)
        except PlaceMovedError as error:
            return self.render_to_response(self.get_context_data(moved=str(error)), status=409)
        except ArticleError as error:
            if choice != "written":
                return self.render_to_response(self.get_context_data(moved=error.reason), status=409)
            form.add_error("written", error.reason)
            return self.render_to_response(self.get_context_data(form=form))
        return self._go_on(conflict)

    def _go_on(self, conflict: Conflict) -> HttpResponse:
        told = gettext("ตัดสินแล้ว: %(label)s") % {"label": ConflictState(conflict.state).label}
        after = following(conflict)
        if after is None:
            messages.success(self.request, gettext("%(told)s ไม่มีที่แก้ไขขัดกันเหลืออยู่") % {"told": told})
            return redirect("admin:entries_conflict_changelist")
        messages.success(self.request, gettext("%(told)s นี่คือแห่งต่อไป") % {"told": told})
        return redirect("admin:entries_conflict_settle", after.pk)


def following(conflict: Conflict) -> Conflict | None:
    """The conflict to be settled after this one: another of the same entry, else the next one of the queue."""
    others = Conflict.objects.filter(state=ConflictState.OPEN).exclude(pk=conflict.pk)
    later = others.filter(pk__lt=conflict.pk)
    return others.filter(entry=conflict.entry_id).first() or later.first() or others.first()


def _joined(texts: Sequence[str]) -> str:
    return PARAGRAPH_BREAK.join(texts)
