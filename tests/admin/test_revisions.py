"""Revisions at the desk: what changed, against any other, and bringing one back."""

import pytest
from django.test import Client

from entries.models import Entry, Origin, Publication, Revision
from entries.services.revising import Change, revise
from tests.admin.conftest import Enter, latest, screen
from tests.texts import ANNA

SECOND = ANNA.replace(paragraphs=(*ANNA.paragraphs, "ย่อหน้าที่เพิ่มขึ้น"))
THIRD = SECOND.replace(keywords=("สงครามแกมมา",))


@pytest.fixture
def anna(enter: Enter) -> Entry:
    """An entry of three revisions, the first of them public."""
    entry = enter(ANNA, live=True)[0]
    for text, reason in ((SECOND, "เพิ่มย่อหน้า"), (THIRD, "ตัดคำสำคัญ")):
        revise([Change(entry, text, base=latest(entry))], by=None, reason=reason)
    return entry


def numbered(entry: Entry, number: int) -> Revision:
    """The entry's revision of this number."""
    return Revision.objects.get(entry=entry, number=number)


def changed_fields(page: object) -> list[tuple[str, list[str]]]:
    """The fields of a diff with the kinds of its rows, folded ones as their count."""
    return [
        (field.name, [getattr(row, "kind", "") or str(row.count) for row in field.rows])
        for field in page.context["fields"]  # type: ignore[attr-defined]
    ]


def test_the_list_has_newest_first_with_words_that_changed(as_wanida: Client, anna: Entry) -> None:
    page = as_wanida.get(screen("entry_revisions", anna.pk))
    rows = [(row["revision"].number, row["revision"].reason) for row in page.context["rows"]]
    assert rows == [(3, "ตัดคำสำคัญ"), (2, "เพิ่มย่อหน้า"), (1, "")]
    words = [(row["words"].words_added > 0, row["words"].words_removed > 0) for row in page.context["rows"]]
    assert words == [(False, True), (True, False), (True, False)]
    assert [publication.number for publication in page.context["publications"]] == [1]


def test_a_revision_is_shown_against_the_one_before(as_wanida: Client, anna: Entry) -> None:
    page = as_wanida.get(screen("entry_revision", anna.pk, numbered(anna, 2).pk))
    assert changed_fields(page) == [("คำอธิบาย", ["3", "added"])]
    assert "<ins>ย่อหน้าที่เพิ่มขึ้น</ins>" in page.content.decode()


def test_a_revision_is_shown_against_any_other(as_wanida: Client, anna: Entry) -> None:
    address = screen("entry_revision", anna.pk, numbered(anna, 3).pk)
    page = as_wanida.get(address, {"against": numbered(anna, 1).pk})
    assert changed_fields(page) == [("คำอธิบาย", ["3", "added"]), ("คำสำคัญ", ["removed", "1", "removed"])]
    assert page.context["against"].number == 1


def test_a_revision_of_another_entry_is_not_found(as_wanida: Client, enter: Enter, anna: Entry) -> None:
    other = enter(ANNA.replace(headwords=("Other",)))[0]
    assert as_wanida.get(screen("entry_revision", other.pk, latest(anna).pk)).status_code == 404
    address = screen("entry_revision", other.pk, latest(other).pk)
    assert as_wanida.get(address, {"against": latest(anna).pk}).status_code == 404


def test_restoring_makes_a_new_revision_and_publishes_nothing(as_wanida: Client, anna: Entry) -> None:
    as_wanida.post(screen("entry_restore", anna.pk, numbered(anna, 2).pk), {"reason": "คำสำคัญถูกแล้ว"})
    made = latest(anna)
    assert (made.number, made.article, made.origin) == (4, SECOND, Origin.RESTORE)
    assert (made.by_name, made.reason) == ("วนิดา", "คำสำคัญถูกแล้ว")
    assert Publication.objects.get(entry=anna, ended=None).revision.number == 1


def test_restoring_the_latest_changes_nothing(as_wanida: Client, anna: Entry) -> None:
    as_wanida.post(screen("entry_restore", anna.pk, latest(anna).pk))
    assert Revision.objects.filter(entry=anna).count() == 3


def test_restoring_is_never_done_by_a_link(as_wanida: Client, anna: Entry) -> None:
    assert as_wanida.get(screen("entry_restore", anna.pk, numbered(anna, 1).pk)).status_code == 405
    assert Revision.objects.filter(entry=anna).count() == 3
