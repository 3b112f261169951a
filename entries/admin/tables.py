"""The tables that editors extend: a row's lists are written a word a line; what follows from a row is made anew."""

from collections.abc import Sequence
from typing import Any, ClassVar, Final

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from entries.admin.article_form import numbered_lines, shortened, undo_crlf
from entries.admin.revision_diff import field_label
from entries.admin.shown_problems import ALL_NAMES, NAMES
from entries.models import CheckSetting, ClassNounRow, Entry, HonorificRow, KindRow, LabelRow, Work
from entries.services.projecting.problems import LINK_CHECKS
from entries.services.tables import current_tables
from entries.services.tabling import delete_row, save_row
from entries.text.article import LABELS
from entries.text.checks import CHECKS
from entries.text.findings import FINDING_KINDS
from entries.text.honorifics import HonorificKind
from entries.text.parser.lines import CONTROLS
from entries.text.tables import DEFAULT_TABLES

_LONGEST: Final = 100
_HONORIFICS: Final = {
    HonorificKind.TITLE: _("คำนำหน้าทั่วไป (นาย นาง เซอร์ ดร.)"),
    HonorificKind.RANK: _("ยศ (จอมพล พลเอก)"),
    HonorificKind.NOBLE: _("บรรดาศักดิ์ตะวันตก (ลอร์ด เคานต์)"),
    HonorificKind.CLERGY: _("สมณศักดิ์ (บาทหลวง บิชอป)"),
    HonorificKind.ROYAL: _("เจ้านาย (เจ้าชาย เจ้าหญิง)"),
    HonorificKind.RULER: _("ผู้ครองราชย์ (พระเจ้า ซาร์) ไม่กลับนามสกุล"),
    HonorificKind.RELIGIOUS: _("สันตะปาปาและนักบุญ ไม่กลับนามสกุล"),
    HonorificKind.THAI: _("ของไทย (เจ้าพระยา หม่อมราชวงศ์) ไม่กลับนามสกุล"),
}
_KINDS: Final = {kind.slug: kind.name for kind in DEFAULT_TABLES.kinds}
#: A word that counts only whole ends in a space, which nobody sees in a form.
_WHOLE: Final = "_"


class WordsField(forms.CharField):
    """Words, one a line. Its value is a list of strings, each once, in the order they were written."""

    widget = forms.Textarea(attrs={"rows": 6, "cols": None, "class": "lines"})

    def __init__(self, *, lower: bool = False, **kwargs: Any) -> None:
        super().__init__(strip=False, **kwargs)
        self.lower = lower

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(self.written(word) for word in value) if isinstance(value, list | tuple) else value

    def to_python(self, value: Any) -> Any:
        text = undo_crlf(super().to_python(value) or "")
        found: dict[str, None] = {}
        errors = []
        for number, line in numbered_lines(text):
            if len(line) > _LONGEST or CONTROLS.search(line):
                errors.append(
                    gettext("บรรทัดที่ %(number)s “%(line)s”: ยาวเกินไปหรือมีอักขระควบคุม")
                    % {"number": number, "line": shortened(line)}
                )
            found[self.meant(line.lower() if self.lower else line)] = None
        if errors:
            raise ValidationError(errors)
        return list(found)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return list(initial or []) != self.to_python(data)

    def written(self, word: str) -> str:
        """How a word stands in the form."""
        return word

    def meant(self, line: str) -> str:
        """The word that a line of the form means."""
        return line


class EndingsField(WordsField):
    """Words of which some count only whole: those end in "_" here, in a space in the table."""

    def written(self, word: str) -> str:
        return word[:-1] + _WHOLE if word.endswith(" ") else word

    def meant(self, line: str) -> str:
        return line[:-1].strip() + " " if line.endswith(_WHOLE) else line


class RowAdmin(admin.ModelAdmin):
    """A table that editors extend. The code has rows of its own; of the same word, an editor's counts."""

    list_per_page = 100
    show_full_result_count = False
    change_list_template = "admin/entries/table/change_list.html"
    delete_confirmation_template = "admin/entries/table/delete.html"
    actions = None
    #: What the table does, and the field that names a row.
    about: ClassVar[str] = ""
    key: ClassVar[str] = ""

    def built_in(self) -> Sequence[tuple[str, str]]:
        """The rows of the code: what names each, and what it says."""
        return ()

    def prefilled(self, key: str) -> dict[str, Any] | None:
        """The fields of the code's row of this name; None where there is none."""
        return None

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        asked = request.GET.get(self.key, "")
        return (self.prefilled(asked) if asked else None) or super().get_changeform_initial_data(request)

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        shown = {
            "title": self.opts.verbose_name_plural,
            "about": self.about,
            "built_in": self.built_in(),
            "key": self.key,
        }
        return super().changelist_view(request, {**shown, **(extra_context or {})})

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        save_row(obj)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        delete_row(obj)


class HonorificForm(forms.ModelForm):
    """One honorific."""

    kind = forms.ChoiceField(label=_("ชนิด"), choices=[(kind.value, name) for kind, name in _HONORIFICS.items()])
    unless = EndingsField(
        label=_("ยกเว้นเมื่อตามด้วย"),
        required=False,
        help_text=_(
            "บรรทัดละหนึ่งคำ คือส่วนที่ตามมาซึ่งทำให้ไม่ใช่คำนำหน้า เช่น “กรัฐ” ของ “นาย” (นายกรัฐมนตรี) "
            "ลงท้ายด้วย _ เมื่อหมายถึงทั้งคำ เช่น “ก_” คือ นายก แต่ไม่ใช่ นายกรีกอรี"
        ),
    )

    class Meta:
        model = HonorificRow
        fields = ("word", "kind", "files", "unless")
        help_texts = {
            "word": _("ตามที่เขียนติดกับชื่อในคำเทียบ เช่น นาย เซอร์ พระเจ้า"),
            "files": _("เช่น พระเจ้านิโคลัสที่ ๒ เรียงใต้ “พระเจ้า…” ไม่ใช่ “นิโคลัส”"),
        }


@admin.register(HonorificRow)
class HonorificAdmin(RowAdmin):
    """Honorifics, titles and ranks."""

    form = HonorificForm
    list_display = ("word", "kind_name", "files")
    search_fields = ("word",)
    key = "word"
    about = _("คำที่อยู่หน้าชื่อในคำเทียบ ใช้แยกชื่อออกมาจัดลำดับและทำรูปที่ใช้เรียง การบันทึกมีผลต่อรายการที่มีคำนั้นทันที")

    @admin.display(description=_("ชนิด"))
    def kind_name(self, row: HonorificRow) -> str:
        return _HONORIFICS.get(HonorificKind(row.kind), row.kind)

    def built_in(self) -> Sequence[tuple[str, str]]:
        rows = sorted(DEFAULT_TABLES.honorifics, key=lambda row: row.word)
        return [(row.word, _HONORIFICS[row.kind]) for row in rows]

    def prefilled(self, key: str) -> dict[str, Any] | None:
        for row in DEFAULT_TABLES.honorifics:
            if row.word == key:
                return {"word": row.word, "kind": row.kind.value, "files": row.files, "unless": list(row.unless)}
        return None


class ClassNounForm(forms.ModelForm):
    """One head noun of glosses."""

    thai = WordsField(label=_("คำไทย"), help_text=_("บรรทัดละหนึ่งคำ คำที่น่าจะใช่ที่สุดอยู่บรรทัดแรก"))

    class Meta:
        model = ClassNounRow
        fields = ("english", "thai")
        help_texts = {"english": _("คำนามหลักของคำกำกับ เอกพจน์ เช่น war ของ Crimean War")}

    def clean_english(self) -> str:
        word: str = self.cleaned_data["english"].strip().lower()
        if not word.replace("-", "").replace("’", "").replace("'", "").isalpha():
            raise ValidationError(gettext("ใส่คำภาษาอังกฤษคำเดียว"))
        return word


@admin.register(ClassNounRow)
class ClassNounAdmin(RowAdmin):
    """Head nouns of glosses with their Thai class nouns."""

    form = ClassNounForm
    list_display = ("english", "thai_shown")
    search_fields = ("english",)
    key = "english"
    about = _("คำนามภาษาอังกฤษในคำกำกับ กับคำไทยที่ใช้แปล ช่วยหาว่าคำที่โยงขึ้นต้นที่ใด เช่น Crimean War ขึ้นต้นที่ “สงคราม”")

    @admin.display(description=_("คำไทย"))
    def thai_shown(self, row: ClassNounRow) -> str:
        return " · ".join(row.thai)

    def built_in(self) -> Sequence[tuple[str, str]]:
        return [(noun.english, " · ".join(noun.thai)) for noun in DEFAULT_TABLES.class_nouns]

    def prefilled(self, key: str) -> dict[str, Any] | None:
        for noun in DEFAULT_TABLES.class_nouns:
            if noun.english == key:
                return {"english": noun.english, "thai": list(noun.thai)}
        return None


class LabelForm(forms.ModelForm):
    """One label of other files."""

    field = forms.ChoiceField(
        label=_("ส่วนของรายการ"),
        choices=[*((field, _(label)) for field, label in LABELS.items()), ("extra", _("ข้อมูลอื่น (เก็บไว้ตามป้ายเดิม)"))],
    )

    class Meta:
        model = LabelRow
        fields = ("label", "field")
        help_texts = {"label": _("ตามที่เขียนในแฟ้ม ไม่ต้องใส่ทวิภาค วรรคในป้ายไม่มีผล")}

    def clean_label(self) -> str:
        label: str = self.cleaned_data["label"].strip().rstrip(":：").strip()
        if not label or CONTROLS.search(label):
            raise ValidationError(gettext("ใส่ป้ายกำกับ"))
        if "".join(label.split()) in LABELS.values():
            raise ValidationError(gettext("ป้ายนี้เป็นของรูปแบบต้นฉบับเอง เปลี่ยนความหมายไม่ได้"))
        return label


@admin.register(LabelRow)
class LabelAdmin(RowAdmin):
    """Labels of other files."""

    form = LabelForm
    list_display = ("label", "field_name")
    search_fields = ("label",)
    key = "label"
    about = _("ป้ายกำกับที่แฟ้มจากระบบอื่นใช้ มีผลต่อแฟ้มที่นำเข้าหลังจากนี้เท่านั้น รายการที่มีอยู่ไม่เปลี่ยน")

    @admin.display(description=_("ส่วนของรายการ"))
    def field_name(self, row: LabelRow) -> str:
        return _field_name(row.field)

    def built_in(self) -> Sequence[tuple[str, str]]:
        own = set(LABELS.values())
        return [(label, _field_name(field)) for label, field in DEFAULT_TABLES.labels.items() if label not in own]

    def prefilled(self, key: str) -> dict[str, Any] | None:
        field = DEFAULT_TABLES.labels.get(key)
        return {"label": key, "field": field} if field else None


class KindForm(forms.ModelForm):
    """One kind of entry."""

    titles = WordsField(
        label=_("คำขึ้นต้นของคำเทียบ"), required=False, help_text=_("บรรทัดละหนึ่งคำ เช่น สนธิสัญญา สำหรับประเภทสนธิสัญญา")
    )
    headwords = WordsField(
        label=_("คำหลักของคำตั้ง (ภาษาอังกฤษ)"),
        required=False,
        lower=True,
        help_text=_("บรรทัดละหนึ่งคำ เอกพจน์ ตัวพิมพ์เล็ก เช่น treaty หรือส่วนท้ายของคำ เช่น -ism"),
    )
    lead = WordsField(
        label=_("คำที่ตามหลัง “เป็น” หรือ “คือ” ในความนำ"), required=False, help_text=_("บรรทัดละหนึ่งคำ เช่น ข้อตกลง")
    )

    class Meta:
        model = KindRow
        fields = ("slug", "name", "titles", "headwords", "lead")
        help_texts = {"slug": _("อักษรละตินและขีดกลาง กำหนดได้ครั้งเดียว เช่น plant")}


@admin.register(KindRow)
class KindAdmin(RowAdmin):
    """Kinds of entries. One that editors have given to entries stays."""

    form = KindForm
    list_display = ("name", "slug")
    search_fields = ("name", "slug")
    key = "slug"
    about = _("ประเภทของรายการ และคำที่ใช้ประเมินประเภทจากชื่อและความนำ การบันทึกประเมินทุกรายการใหม่ จึงใช้เวลาตามจำนวนรายการ")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("slug",) if obj else ()

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is not None and self.prefilled(obj.slug) is None and Entry.objects.filter(kind=obj.slug).exists():
            return False
        return super().has_delete_permission(request, obj)

    def built_in(self) -> Sequence[tuple[str, str]]:
        return [(kind.slug, kind.name) for kind in DEFAULT_TABLES.kinds]

    def prefilled(self, key: str) -> dict[str, Any] | None:
        for kind in DEFAULT_TABLES.kinds:
            if kind.slug == key:
                words = {"titles": list(kind.titles), "headwords": list(kind.headwords), "lead": list(kind.lead)}
                return {"slug": kind.slug, "name": kind.name, **words}
        return None


class CheckSettingForm(forms.ModelForm):
    """How much one check asks for."""

    work = forms.ModelChoiceField(Work.objects.all(), label=pgettext_lazy("one", "ผลงาน"), empty_label=None)
    kind = forms.ChoiceField(label=pgettext_lazy("one", "ประเภท"), required=False)
    code = forms.ChoiceField(
        label=_("ข้อตรวจ"),
        choices=[
            (_("ข้อความ"), [(check.code, f"{check.name}: {check.explanation}") for check in CHECKS]),
            (_("รายการโยง"), [(code, NAMES[code]) for code in LINK_CHECKS]),
            (_("การอ่านแฟ้ม"), [(kind.code, f"{kind.name}: {kind.explanation}") for kind in FINDING_KINDS]),
        ],
    )

    class Meta:
        model = CheckSetting
        fields = ("work", "kind", "code", "severity")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = {kind.slug: gettext(kind.name) for kind in current_tables().kinds}
        kept = {self.instance.kind: self.instance.kind} if self.instance.kind else {}
        field = self.fields["kind"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", gettext("ทุกประเภท")), *(kept | known).items()]


@admin.register(CheckSetting)
class CheckSettingAdmin(RowAdmin):
    """How much each check asks for, by work and kind."""

    form = CheckSettingForm
    list_display = ("check_name", "work", "kind_name", "severity")
    list_select_related = ("work",)
    about = _(
        "ข้อตรวจแต่ละข้อมีระดับของตนเอง ตั้งให้ต่างไปหรือปิดได้ทั้งผลงานหรือเฉพาะประเภท "
        "การบันทึกตรวจทุกรายการของผลงานใหม่ จึงใช้เวลาตามจำนวนรายการ"
    )

    @admin.display(description=_("ข้อตรวจ"), ordering="code")
    def check_name(self, row: CheckSetting) -> str:
        return ALL_NAMES.get(row.code, row.code)

    @admin.display(description=pgettext_lazy("one", "ประเภท"), ordering="kind", empty_value=_("ทุกประเภท"))
    def kind_name(self, row: Any) -> str:
        named = row.kind_named or _KINDS.get(row.kind, row.kind)
        return gettext(named) if named else ""

    def get_queryset(self, request: HttpRequest) -> QuerySet[CheckSetting]:
        named = KindRow.objects.filter(slug=OuterRef("kind")).values("name")
        return super().get_queryset(request).annotate(kind_named=Subquery(named))


def _field_name(field: str) -> str:
    return field_label(field if field in LABELS else "extra")
