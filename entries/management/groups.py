"""The groups of a new desk: what reviewers, editors and those who look after imports may do."""

from collections.abc import Iterator
from typing import Final

from django.contrib.auth.models import Group, Permission

_LOOKS: Final = (
    *("entry", "keyword", "author", "alias", "work", "conflict", "importbatch", "importedfile", "failedquery"),
    *("honorificrow", "classnounrow", "kindrow", "labelrow", "checksetting", "referencedecision"),
)
_TABLES: Final = ("honorificrow", "classnounrow", "kindrow", "checksetting")

#: Permissions of this app by the name of the group.
GROUPS: Final[dict[str, frozenset[str]]] = {
    "ผู้ตรวจ": frozenset({"review_entry", *(f"view_{name}" for name in _LOOKS)}),
    "บรรณาธิการ": frozenset(
        {
            *("add_entry", "change_entry", "publish_entry"),
            *("change_keyword", "change_author", "change_conflict", "change_importedfile", "change_failedquery"),
            "change_referencedecision",
            *(f"{verb}_{name}" for name in _TABLES for verb in ("add", "change", "delete")),
            *(f"view_{name}" for name in _LOOKS),
        }
    ),
    "ผู้ดูแลระบบนำเข้า": frozenset(
        {
            *("undo_import", "change_importedfile"),
            *(f"{verb}_labelrow" for verb in ("add", "change", "delete")),
            *(f"view_{name}" for name in _LOOKS),
        }
    ),
}


def make_groups() -> Iterator[str]:
    """Makes the groups that are not there, and answers their names; those that are there stay as people made them."""
    for name, codenames in GROUPS.items():
        group, is_new = Group.objects.get_or_create(name=name)
        if is_new:
            group.permissions.set(Permission.objects.filter(content_type__app_label="entries", codename__in=codenames))
            yield name
