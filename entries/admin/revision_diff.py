"""A diff as a page shows it: fields with Thai names, unchanged stretches folded away."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from django.utils.translation import gettext, gettext_noop

from entries.text.article import LABELS
from entries.text.diff import ArticleDiff, FieldDiff, ItemDiff

#: What the screens call each part of an article.
FIELD_LABELS: Final = {
    **LABELS,
    "paragraphs": gettext_noop("คำอธิบาย"),
    "see": gettext_noop("ดู"),
    "body": gettext_noop("คำอธิบาย"),
    "extra": gettext_noop("ข้อมูลอื่น"),
}
#: Those of the source format's labels that nothing else says, so that they are collected to be translated.
_COLLECTED: Final = (
    gettext_noop("ช่วงเวลาระบุเป็นคริสต์ศักราช"),
    gettext_noop("ช่วงเวลาระบุเป็นพุทธศักราช"),
    gettext_noop("บรรณานุกรมคำตั้ง"),
)


@dataclass(frozen=True, slots=True)
class Folded:
    """Items of a field that did not change, as many as there are."""

    count: int


@dataclass(frozen=True, slots=True)
class ShownField:
    """A field that changed. `name` is its label, `rows` its changed items with unchanged ones folded."""

    name: str
    is_prose: bool
    rows: tuple[ItemDiff | Folded, ...]


def field_label(field: str, label: str = "") -> str:
    """What an editor calls a field of an article; `label` is that of an extra field."""
    return label or gettext(FIELD_LABELS[field])


def shown_diff(difference: ArticleDiff) -> list[ShownField]:
    """The changed fields, ready to be shown."""
    return [
        ShownField(field_label(field.field, field.label), field.field == "paragraphs", tuple(_rows(field)))
        for field in difference.fields
    ]


def _rows(field: FieldDiff) -> Sequence[ItemDiff | Folded]:
    rows: list[ItemDiff | Folded] = []
    for unchanged, group in groupby(field.items, key=lambda item: item.kind == "same" and not item.moved):
        items = list(group)
        rows += [Folded(len(items))] if unchanged else items
    return rows
