"""Where something stands in an entry's text, in editors' words."""

from typing import Final

from django.utils.translation import gettext

from entries.admin.revision_diff import field_label

#: Fields that hold one thing, so that no number says which.
_SINGLE: Final = frozenset({"see", "body"})
_EXTRA: Final = "extra:"


def place_of(field: str, index: int, label: str = "") -> str:
    """A field of an article with the number of the paragraph or line, counted from 1; `index` counts from 0.

    An extra field comes as "extra" with its label, or as "extra:LABEL".
    """
    if field.startswith(_EXTRA):
        field, label = "extra", field.removeprefix(_EXTRA)
    name = field_label(field, label)
    if field == "paragraphs":
        return gettext("%(field)s ย่อหน้าที่ %(number)s") % {"field": name, "number": index + 1}
    return name if field in _SINGLE else gettext("%(field)s บรรทัดที่ %(number)s") % {"field": name, "number": index + 1}
