"""The filters of the list of entries. Each shows itself as one choice of the form above the list."""

from typing import Any, ClassVar

from django.contrib.admin import SimpleListFilter
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from entries.models import Author, Authorship, Conflict, ConflictState, Entry, Projection, PublicState, Stage
from entries.services.tables import current_tables

Choices = list[tuple[str, Any]]


class FaceFilter(SimpleListFilter):
    """A filter by a column of the working face."""

    column: ClassVar[str]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Entry]) -> QuerySet[Entry]:
        return queryset.filter(**{f"face__{self.column}": self.value()}) if self.value() else queryset


class LetterFilter(FaceFilter):
    """By the letter under which the entry is filed."""

    title = _("อักษร")
    parameter_name = "letter"
    column = "letter"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        letters = Projection.objects.working().order_by("letter").values_list("letter", flat=True).distinct()
        return [(letter, letter) for letter in letters if letter]


class KindFilter(FaceFilter):
    """By kind, decided or guessed."""

    title = pgettext_lazy("one", "ประเภท")
    parameter_name = "kind"
    column = "kind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        return [(kind.slug, gettext(kind.name)) for kind in current_tables().kinds]


class PublicStateFilter(FaceFilter):
    """By what readers see of it."""

    title = _("การเผยแพร่")
    parameter_name = "public"
    column = "public_state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        return list(PublicState.choices)


class StageFilter(FaceFilter):
    """By where the work on its latest text stands."""

    title = _("สถานะงาน")
    parameter_name = "stage"
    column = "stage"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        return list(Stage.choices)


class AuthorFilter(SimpleListFilter):
    """By author."""

    title = _("ผู้เขียนคำอธิบาย")
    parameter_name = "author"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        used = Exists(Authorship.objects.filter(author=OuterRef("pk"), face__is_working=True))
        return [(str(pk), label) for pk, label in Author.objects.filter(used).values_list("pk", "label")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Entry]) -> QuerySet[Entry]:
        if not (value := self.value()) or not value.isdecimal():
            return queryset
        written = Authorship.objects.filter(author=int(value), face__entry=OuterRef("pk"), face__is_working=True)
        return queryset.filter(Exists(written))


class ConflictFilter(SimpleListFilter):
    """By whether a conflict of an import waits for a decision."""

    title = _("แก้ไขขัดกัน")
    parameter_name = "conflicts"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        return [("open", gettext("มีที่รอตัดสิน")), ("none", gettext("ไม่มี"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Entry]) -> QuerySet[Entry]:
        waiting = Exists(Conflict.objects.filter(entry=OuterRef("pk"), state=ConflictState.OPEN))
        if self.value() == "open":
            return queryset.filter(waiting)
        return queryset.filter(~waiting) if self.value() == "none" else queryset
