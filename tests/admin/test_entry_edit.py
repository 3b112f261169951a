"""Changing a text in the form: one revision for a change, none for none, and nothing lost where two write at once."""

import pytest
from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.test import Client

from entries.admin.entries import EntryAdmin
from entries.models import Conflict, Entry, Origin, Revision
from entries.services.revising import Change, revise
from entries.text.article import Article
from tests.admin.conftest import Enter, fields, latest, screen
from tests.texts import ANNA, BORIS, article

OTHER_LEAD = "อันนา อัลฟา เป็นนักปฏิวัติและนักเขียน"
MY_LEAD = "อันนา อัลฟา เป็นนักปฏิวัติคนสำคัญแห่งเมืองเดลตา"
MY_END = "ใน ค.ศ. ๑๙๑๙ อันนาเสียชีวิตด้วยไข้หวัดใหญ่ที่เมืองเดลตา"


def told(response: HttpResponse) -> list[str]:
    """What the next page will say."""
    return [str(message) for message in get_messages(response.wsgi_request)]  # type: ignore[attr-defined]


def with_paragraph(article: Article, index: int, text: str) -> Article:
    """The article with another text in one paragraph."""
    changed = [text if at == index else old for at, old in enumerate(article.paragraphs)]
    return article.replace(paragraphs=tuple(changed))


@pytest.fixture
def anna(enter: Enter) -> Entry:
    """An entry of three paragraphs."""
    return enter(ANNA, BORIS)[0]


def test_a_change_makes_one_revision_with_its_reason_and_writer(as_wanida: Client, anna: Entry) -> None:
    base = latest(anna)
    mine = with_paragraph(ANNA, 2, MY_END)
    response = as_wanida.post(screen("entry_change", anna.pk), fields(mine, base, reason="เติมสาเหตุ"))
    assert response.status_code == 302
    made = latest(anna)
    assert (made.number, made.article, made.parent, made.origin) == (2, mine, base, Origin.EDIT)
    assert (made.reason, made.by_name) == ("เติมสาเหตุ", "วนิดา")


def test_an_untouched_form_makes_no_revision(as_wanida: Client, anna: Entry) -> None:
    response = as_wanida.post(screen("entry_change", anna.pk), fields(ANNA, latest(anna)))
    assert told(response) == ["ไม่มีอะไรเปลี่ยน จึงไม่ได้สร้างฉบับแก้ไขใหม่"]
    assert Revision.objects.filter(entry=anna).count() == 1


def test_an_untouched_form_that_comes_late_makes_no_revision(as_wanida: Client, anna: Entry) -> None:
    base = latest(anna)
    revise([Change(anna, with_paragraph(ANNA, 0, OTHER_LEAD), base=base)], by=None)
    as_wanida.post(screen("entry_change", anna.pk), fields(ANNA, base))
    assert Revision.objects.filter(entry=anna).count() == 2
    assert latest(anna).article.lead == OTHER_LEAD


def test_a_late_save_elsewhere_is_merged_and_the_writer_is_told(as_wanida: Client, anna: Entry) -> None:
    base = latest(anna)
    revise([Change(anna, with_paragraph(ANNA, 0, OTHER_LEAD), base=base)], by=None)
    response = as_wanida.post(screen("entry_change", anna.pk), fields(with_paragraph(ANNA, 2, MY_END), base))
    merged = with_paragraph(with_paragraph(ANNA, 0, OTHER_LEAD), 2, MY_END)
    assert (latest(anna).number, latest(anna).article, latest(anna).origin) == (3, merged, Origin.MERGE)
    assert told(response)[1] == (
        "ระหว่างที่ท่านแก้ไข ผู้อื่น บันทึกฉบับแก้ไขที่ 2 ไว้ก่อน ระบบผสานการแก้ไขของทั้งสองฝ่ายแล้ว ส่วนที่มาจากอีกฝ่าย: คำอธิบาย ย่อหน้าที่ 1"
    )


def test_a_late_save_of_the_same_paragraph_writes_nothing_and_shows_both(as_wanida: Client, anna: Entry) -> None:
    base = latest(anna)
    theirs = with_paragraph(with_paragraph(ANNA, 0, OTHER_LEAD), 2, "บทท้ายที่อีกฝ่ายเขียน")
    revise([Change(anna, theirs, base=base)], by=None)
    mine = with_paragraph(ANNA, 0, MY_LEAD)
    response = as_wanida.post(screen("entry_change", anna.pk), fields(mine, base, reason="แก้ความนำ"))
    assert response.status_code == 409
    assert Revision.objects.filter(entry=anna).count() == 2
    assert Conflict.objects.count() == 0

    form = response.context["form"]
    assert form.initial["paragraphs"] == (MY_LEAD, ANNA.paragraphs[1], "บทท้ายที่อีกฝ่ายเขียน")
    assert (form.initial["base"], form.initial["reason"]) == (latest(anna).pk, "แก้ความนำ")
    overlap = response.context["overlaps"][0]
    sides = {side: "".join(run.text for run in overlap[side]) for side in ("mine", "theirs")}
    assert (overlap["place"], overlap["before"]) == ("คำอธิบาย ย่อหน้าที่ 1", ANNA.lead)
    assert sides == {"mine": MY_LEAD, "theirs": OTHER_LEAD}
    assert [heading in response.content.decode() for heading in ("ก่อนแก้", "ของฉัน", "ของอีกฝ่าย")] == [True] * 3


def test_after_both_were_shown_saving_goes_on_and_loses_nothing(as_wanida: Client, anna: Entry) -> None:
    base = latest(anna)
    theirs = with_paragraph(with_paragraph(ANNA, 0, OTHER_LEAD), 2, "บทท้ายที่อีกฝ่ายเขียน")
    revise([Change(anna, theirs, base=base)], by=None)
    shown = as_wanida.post(screen("entry_change", anna.pk), fields(with_paragraph(ANNA, 0, MY_LEAD), base))
    initial = shown.context["form"].initial
    again = ANNA.replace(paragraphs=initial["paragraphs"])
    as_wanida.post(screen("entry_change", anna.pk), fields(again, Revision.objects.get(pk=initial["base"])))
    assert (latest(anna).number, latest(anna).article) == (3, with_paragraph(theirs, 0, MY_LEAD))


def test_a_refused_value_keeps_what_was_typed(as_wanida: Client, anna: Entry) -> None:
    data = fields(with_paragraph(ANNA, 0, MY_LEAD), latest(anna), authors="มานะ\r\n-")
    page = as_wanida.post(screen("entry_change", anna.pk), data).content.decode()
    assert "บรรทัดที่ 2 “-”" in page
    assert MY_LEAD in page
    assert Revision.objects.filter(entry=anna).count() == 1


@pytest.mark.parametrize("base", ["", "x", "999999"])
def test_a_form_that_does_not_say_what_it_came_from_saves_nothing(as_wanida: Client, anna: Entry, base: str) -> None:
    page = as_wanida.post(screen("entry_change", anna.pk), fields(with_paragraph(ANNA, 0, MY_LEAD), None, base=base))
    assert "แบบฟอร์มไม่บอกว่าแก้จากฉบับใด" in page.content.decode()
    assert MY_LEAD in page.content.decode()
    assert Revision.objects.filter(entry=anna).count() == 1


def test_a_new_entry_is_a_draft_of_the_chosen_work(as_wanida: Client, anna: Entry) -> None:
    new = article("Zeta, Zoe", "นางโซอี เซตา")
    data = fields(new, None, work=str(anna.work_id), reason="รายการใหม่")
    assert as_wanida.post(screen("entry_add"), data).status_code == 302
    made = Entry.objects.get(slug="zeta-zoe")
    assert (latest(made).article, latest(made).by_name, made.work_id) == (new, "วนิดา", anna.work_id)
    assert made.faces.get().public_state == "never"


def test_a_new_entry_has_a_name(as_wanida: Client, anna: Entry) -> None:
    data = fields(article("", "", "ไม่มีชื่อ"), None, work=str(anna.work_id))
    page = as_wanida.post(screen("entry_add"), data)
    assert page.context["form"].errors == {"headwords": ["ใส่คำตั้งหรือคำเทียบอย่างน้อยหนึ่งชื่อ"]}
    assert Entry.objects.count() == 2


def test_the_side_column_tells_where_references_lead(as_wanida: Client, enter: Enter) -> None:
    anna, boris = enter(ANNA, BORIS)
    page = as_wanida.get(screen("entry_change", anna.pk))
    counted = {row["value"]: row["count"] for row in page.context["reference_counts"]}
    assert counted == {"linked": 1, "wanted": 1}
    assert [row.anchor for row, _title in page.context["unsettled"]] == ["สงครามแกมมา"]
    assert [row["reference"].face.entry_id for row in page.context["backlinks"]] == [boris.pk]


def test_an_entry_that_is_not_there_is_not_found(as_wanida: Client, anna: Entry) -> None:
    for address in (screen("entry_change", 999), "/admin/entries/entry/x/change/", screen("entry_revisions", 999)):
        assert as_wanida.get(address).status_code == 404


def test_nothing_of_an_entry_can_be_deleted(as_prasert: Client, prasert: object, anna: Entry) -> None:
    prasert.is_superuser = True  # type: ignore[attr-defined]
    prasert.save()  # type: ignore[attr-defined]
    assert as_prasert.post(screen("entry_delete", anna.pk), {"post": "yes"}).status_code == 403
    page = as_prasert.get(screen("entry_changelist"))
    actions = [value for value, _label in page.context["action_form"].fields["action"].choices if value]
    assert actions == list(EntryAdmin.actions)
