"""The form of an entry's text: Article → fields → Article, exact for every article that can be written."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from entries.models import Work
from entries.text.article import LABELS, Article, ArticleError, ExtraField, refused_item, refused_paragraph

#: The fields that hold a value a line, in the order of the form.
LINE_FIELDS: Final = tuple(LABELS)
_PROSE: Final = "paragraphs"
_SHOWN: Final = 40


def undo_crlf(text: str) -> str:
    """The text with the line breaks that browsers send made plain."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


class LinesField(forms.CharField):
    """A value a line. Its value is a tuple of strings; blank lines between are left out.

    `dashed` says that the source format writes "- " before each, where a label's words are harmless.
    """

    widget = forms.Textarea

    def __init__(self, *, dashed: bool = False, rows: int = 2, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        super().__init__(strip=False, **kwargs)
        self.dashed = dashed
        self.widget.attrs.update({"rows": rows, "cols": None, "class": "lines"})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, tuple) else value

    def to_python(self, value: Any) -> Any:
        text = undo_crlf(super().to_python(value) or "")
        self._check(text)
        return tuple(item for _number, item in numbered_lines(text))

    def _check(self, text: str) -> None:
        errors = [
            gettext("บรรทัดที่ %(line)s “%(item)s”: %(reason)s")
            % {"line": number, "item": shortened(item), "reason": reason}
            for number, item in numbered_lines(text)
            if (reason := refused_item(item, dashed=self.dashed))
        ]
        if errors:
            raise ValidationError(errors)


class ProseField(forms.CharField):
    """Paragraphs with blank lines between. Its value is a tuple of strings; a paragraph may hold line breaks."""

    widget = forms.Textarea

    def __init__(self, *, rows: int = 24, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        super().__init__(strip=False, **kwargs)
        self.widget.attrs.update({"rows": rows, "cols": None, "class": "prose"})

    def prepare_value(self, value: Any) -> Any:
        return "\n\n".join(value) if isinstance(value, tuple) else value

    def to_python(self, value: Any) -> Any:
        text = undo_crlf(super().to_python(value) or "")
        found = list(numbered_paragraphs(text))
        errors = [
            gettext("ย่อหน้าที่ %(paragraph)s (บรรทัดที่ %(line)s): %(reason)s")
            % {"paragraph": index, "line": number, "reason": reason}
            for index, (number, paragraph) in enumerate(found, 1)
            if (reason := refused_paragraph(paragraph))
        ]
        if errors:
            raise ValidationError(errors)
        return tuple(paragraph for _number, paragraph in found)


def numbered_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that hold something, white space around them off, each with its number from 1."""
    for number, line in enumerate(text.split("\n"), 1):
        if value := line.strip():
            yield number, value


def numbered_paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """The paragraphs between blank lines, white space around them off, each with the number of its first line."""
    began, collected = 0, list[str]()
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.strip():
            began = began or number
            collected.append(line)
        elif collected:
            yield began, "\n".join(collected).strip()
            began, collected = 0, []


def shortened(text: str) -> str:
    """The text, cut where it is too long for a message."""
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


class ExtraForm(forms.Form):
    """A label that is not the format's own, with its values."""

    label = forms.CharField(label=_("ป้ายกำกับ"), required=False, help_text=_("เช่น ชื่อวิทยาศาสตร์"))
    values = LinesField(label=_("ค่า (บรรทัดละหนึ่งค่า)"), dashed=True)

    def clean_label(self) -> str:
        label: str = self.cleaned_data["label"]
        if label and (reason := refused_item(label, dashed=False)):
            raise ValidationError(reason)
        return label

    def clean(self) -> None:
        if self.cleaned_data.get("values") and not self.cleaned_data.get("label") and "label" not in self.errors:
            self.add_error("label", gettext("ใส่ป้ายกำกับของค่าเหล่านี้ หรือลบค่าออก"))


class BaseExtraFormSet(forms.BaseFormSet):
    """The extra fields of an entry, in order; one whose label and values are emptied is taken out."""

    def clean(self) -> None:
        labels = [extra.label for extra in self.extra_fields]
        for label in sorted({label for label in labels if labels.count(label) > 1}):
            raise ValidationError(gettext("ป้ายกำกับ “%(label)s” ซ้ำกัน ให้รวมค่าไว้ที่เดียว") % {"label": label})

    @property
    def extra_fields(self) -> tuple[ExtraField, ...]:
        """What the forms hold, the empty ones left out."""
        rows = [form.cleaned_data for form in self.forms if hasattr(form, "cleaned_data")]
        return tuple(ExtraField(row["label"], row["values"]) for row in rows if row.get("label") and "values" in row)


ExtraFormSet = forms.formset_factory(ExtraForm, formset=BaseExtraFormSet, extra=1, max_num=1000)


class ArticleForm(forms.Form):
    """An entry's text in fields. Once it is valid, `article` is the text that they hold.

    `base` is the id of the revision that the form was filled from, empty for a new entry.
    """

    headwords = LinesField(
        label=_(LABELS["headwords"]),
        help_text=_("ชื่อเป็นอักษรละติน ชื่อบุคคลให้ขึ้นต้นด้วยนามสกุล บรรทัดละหนึ่งคำตั้ง บรรทัดแรกเป็นคำตั้งหลัก"),
    )
    thai_titles = LinesField(
        label=_(LABELS["thai_titles"]),
        help_text=_("ชื่อภาษาไทยพร้อมคำนำหน้า บรรทัดละหนึ่งชื่อ บรรทัดแรกเป็นชื่อหลัก"),
    )
    periods_ce = LinesField(label=_(LABELS["periods_ce"]), help_text=_("บรรทัดละหนึ่งช่วง เช่น 1879–1940"))
    periods_be = LinesField(label=_(LABELS["periods_be"]), help_text=_("บรรทัดละหนึ่งช่วง เช่น พ.ศ. ๒๔๒๒–๒๔๘๓"))
    see = forms.CharField(
        label=_("ดู"),
        required=False,
        strip=False,
        help_text=_("กรอกเฉพาะรายการโยงซึ่งไม่มีคำอธิบายของตนเอง ให้ใส่ชื่อรายการที่จะพาผู้อ่านไป"),
    )
    paragraphs = ProseField(
        label=_("คำอธิบาย"),
        help_text=_(
            "เว้นหนึ่งบรรทัดว่างระหว่างย่อหน้า ย่อหน้าแรกเป็นความนำ ไม่ต้องย่อหน้าเอง รายการโยงให้เขียนว่า คำที่โยง (คำกำกับภาษาต่างประเทศ)*"
        ),
    )
    keywords = LinesField(
        label=_(LABELS["keywords"]),
        dashed=True,
        rows=8,
        help_text=_("บรรทัดละหนึ่งคำ ชื่อบุคคลให้ขึ้นต้นด้วยนามสกุล เช่น เลนิน, วลาดีมีร์"),
    )
    see_also = LinesField(
        label=_(LABELS["see_also"]), dashed=True, rows=8, help_text=_("บรรทัดละหนึ่งรายการ เรียงตามที่ต้องการให้ผู้อ่านเห็น")
    )
    authors = LinesField(label=_(LABELS["authors"]), help_text=_("บรรทัดละหนึ่งคน เรียงตามลำดับผู้เขียน"))
    # The form's own `media` stays what it is: fields are no attributes.
    media = LinesField(  # type: ignore[assignment]
        label=_(LABELS["media"]), dashed=True, help_text=_("บรรทัดละหนึ่งชิ้น")
    )
    bibliography = LinesField(label=_(LABELS["bibliography"]), rows=4, help_text=_("บรรทัดละหนึ่งเล่ม"))
    sources = LinesField(label=_(LABELS["sources"]), rows=4, help_text=_("บรรทัดละหนึ่งแหล่ง"))
    reason = forms.CharField(
        label=_("เหตุผลของการแก้ไข"),
        required=False,
        max_length=500,
        help_text=_("สั้น ๆ ให้ผู้อื่นเข้าใจเมื่ออ่านประวัติ"),
    )
    base = forms.IntegerField(required=False, widget=forms.HiddenInput)

    article: Article

    def __init__(self, data: Mapping[str, Any] | None = None, *, initial: Mapping[str, Any] | None = None) -> None:
        initial = initial or {}
        super().__init__(data, initial=dict(initial))
        self.extras: Any = ExtraFormSet(data, prefix="extra", initial=list(initial.get("extras", [])))
        for name in (*LINE_FIELDS, _PROSE):
            self._grow(name)

    def _grow(self, name: str) -> None:
        """A field is as high as its text, within reason; where styles can, they make it fit better."""
        widget = self.fields[name].widget
        lines = len(self.initial.get(name, ()))
        if name != _PROSE:
            widget.attrs["rows"] = max(widget.attrs["rows"], min(lines + 1, 24))

    @staticmethod
    def fields_of(article: Article) -> dict[str, Any]:
        """What the fields hold for this article."""
        values: dict[str, Any] = {name: getattr(article, name) for name in (*LINE_FIELDS, "see", _PROSE)}
        values["extras"] = [{"label": extra.label, "values": extra.values} for extra in article.extra]
        return values

    @classmethod
    def of(cls, article: Article, *, base: int | None = None, reason: str = "") -> "ArticleForm":
        """The form that shows this article."""
        return cls(initial={**cls.fields_of(article), "base": base, "reason": reason})

    def is_valid(self) -> bool:
        # Both are asked, so that every error is shown at once.
        return self.extras.is_valid() & super().is_valid()

    def clean_see(self) -> str:
        return undo_crlf(self.cleaned_data["see"]).strip()

    def clean(self) -> None:
        if self.errors or not self.extras.is_valid():
            return
        values = {name: self.cleaned_data[name] for name in (*LINE_FIELDS, "see", _PROSE)}
        try:
            self.article = Article(**values, extra=self.extras.extra_fields)
        except ArticleError as error:
            place = error.field if error.field in self.fields else None
            self.add_error(place, error.reason)
            return
        if not (self.article.headwords or self.article.thai_titles):
            self.add_error("headwords", gettext("ใส่คำตั้งหรือคำเทียบอย่างน้อยหนึ่งชื่อ"))


class NewArticleForm(ArticleForm):
    """The form of an entry that is to be made: it stands in a work."""

    work = forms.ModelChoiceField(Work.objects.all(), label=pgettext_lazy("one", "ผลงาน"), empty_label=None)
