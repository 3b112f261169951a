"""The tables that editors extend: a word a line in the form, and what follows from a row made anew."""

import pytest
from django.test import Client

from entries.admin.shown_problems import ALL_NAMES
from entries.models import CheckSetting, ClassNounRow, Entry, HonorificRow, KindRow, LabelRow, Problem, Projection, Work
from entries.services.tables import current_tables
from entries.text.tables import DEFAULT_TABLES
from tests.admin.conftest import Enter, queries, screen
from tests.texts import ANNA, BORIS, article

TABLES = ("honorificrow", "classnounrow", "kindrow", "labelrow", "checksetting")


def errors(answer: object) -> dict[str, list[str]]:
    """What a form complains of."""
    return dict(answer.context["adminform"].form.errors)  # type: ignore[attr-defined]


def face(entry: Entry) -> Projection:
    """The entry's working face."""
    return Projection.objects.working().get(entry=entry)


def test_an_honorific_of_the_editors_counts_at_once(as_editor: Client, enter: Enter) -> None:
    (entry,) = enter(article("Zeta, Zoe", "ครูโซอี ซีตา"))
    before = face(entry).filing_form
    sent = {"word": "ครู", "kind": "title", "unless": "บา_\r\n\r\nใหญ่\r\nใหญ่"}
    as_editor.post(screen("honorificrow_add"), sent)
    assert HonorificRow.objects.get().unless == ["บา ", "ใหญ่"]
    assert (before, face(entry).filing_form) == ("ซีตา, ครูโซอี", "ซีตา, โซอี")
    row = HonorificRow.objects.get()
    form = as_editor.get(screen("honorificrow_change", row.pk)).context["adminform"].form
    assert form["unless"].value() == "บา_\nใหญ่"
    as_editor.post(screen("honorificrow_delete", row.pk), {"post": "yes"})
    assert (HonorificRow.objects.count(), face(entry).filing_form) == (0, before)


@pytest.mark.parametrize("word", ["นาย", "เอิร์ล", "พระเจ้า"])
def test_saving_a_row_of_the_code_as_it_is_changes_no_table(as_editor: Client, work: Work, word: str) -> None:
    (default,) = [row for row in DEFAULT_TABLES.honorifics if row.word == word]
    form = as_editor.get(screen("honorificrow_add"), {"word": word}).context["adminform"].form
    shown = {name: form[name].value() for name in form.fields}
    sent = {
        "word": shown["word"],
        "kind": shown["kind"],
        "unless": "\r\n".join(form.fields["unless"].prepare_value(shown["unless"]).split("\n")),
    }
    as_editor.post(screen("honorificrow_add"), sent | ({"files": "on"} if shown["files"] else {}))
    assert [row for row in current_tables().honorifics if row.word == word] == [default]


def test_class_nouns_are_written_a_word_a_line(as_editor: Client, work: Work) -> None:
    as_editor.post(screen("classnounrow_add"), {"english": " War ", "thai": "สงคราม\r\nศึก\r\n"})
    assert [(row.english, row.thai) for row in ClassNounRow.objects.all()] == [("war", ["สงคราม", "ศึก"])]
    answer = as_editor.post(screen("classnounrow_add"), {"english": "two words", "thai": " \r\n"})
    assert errors(answer) == {"english": ["ใส่คำภาษาอังกฤษคำเดียว"], "thai": ["ต้องกรอกช่องนี้"]}


def test_what_cannot_be_a_word_is_told_with_its_line(as_editor: Client, work: Work) -> None:
    answer = as_editor.post(screen("classnounrow_add"), {"english": "war", "thai": "สงคราม\r\n" + "ก" * 101})
    assert errors(answer)["thai"] == [f"บรรทัดที่ 2 “{'ก' * 40}…”: ยาวเกินไปหรือมีอักขระควบคุม"]
    assert ClassNounRow.objects.count() == 0


def test_labels_of_other_files_are_for_who_looks_after_imports(
    as_importer: Client, as_editor: Client, work: Work
) -> None:
    sent = {"label": "ผู้แต่ง :", "field": "authors"}
    assert as_editor.post(screen("labelrow_add"), sent).status_code == 403
    as_importer.post(screen("labelrow_add"), sent)
    assert [(row.label, row.field) for row in LabelRow.objects.all()] == [("ผู้แต่ง", "authors")]
    assert current_tables().labels["ผู้แต่ง"] == "authors"
    answer = as_importer.post(screen("labelrow_add"), {"label": "คำ สำคัญ", "field": "authors"})
    assert errors(answer) == {"label": ["ป้ายนี้เป็นของรูปแบบต้นฉบับเอง เปลี่ยนความหมายไม่ได้"]}


def test_a_kind_of_the_editors_is_guessed_at_once(as_editor: Client, enter: Enter) -> None:
    (entry,) = enter(article("Omega", "พืชโอเมกา", "โอเมกา เป็นไม้ล้มลุก", ce=()))
    sent = {"slug": "plant", "name": "พืช", "titles": "พืช", "headwords": "Plant", "lead": "ไม้ล้มลุก"}
    as_editor.post(screen("kindrow_add"), sent)
    assert (face(entry).kind, KindRow.objects.get().headwords) == ("plant", ["plant"])
    row = KindRow.objects.get()
    as_editor.post(screen("kindrow_change", row.pk), sent | {"slug": "other", "name": "พรรณไม้"})
    assert [(row.slug, row.name) for row in KindRow.objects.all()] == [("plant", "พรรณไม้")]


def test_a_kind_that_entries_have_is_not_deleted(as_editor: Client, enter: Enter) -> None:
    (entry,) = enter(ANNA)
    row = KindRow.objects.create(slug="plant", name="พืช")
    Entry.objects.filter(pk=entry.pk).update(kind="plant")
    assert as_editor.post(screen("kindrow_delete", row.pk), {"post": "yes"}).status_code == 403
    assert KindRow.objects.count() == 1


def test_a_check_weighs_what_was_set(as_editor: Client, enter: Enter, work: Work) -> None:
    enter(BORIS.replace(authors=()))
    sent = {"work": str(work.pk), "kind": "", "code": "missing_author", "severity": "error"}
    as_editor.post(screen("checksetting_add"), sent)
    assert Problem.objects.get(code="missing_author").severity == "error"
    assert len(errors(as_editor.post(screen("checksetting_add"), sent))) == 1
    as_editor.post(screen("checksetting_delete", CheckSetting.objects.get().pk), {"post": "yes"})
    assert (CheckSetting.objects.count(), Problem.objects.get(code="missing_author").severity) == (0, "warning")


def test_everything_that_is_told_can_be_weighed(as_editor: Client, work: Work) -> None:
    form = as_editor.get(screen("checksetting_add")).context["adminform"].form
    groups = form.fields["code"].choices
    assert [code for _group, rows in groups for code, _told in rows] == list(ALL_NAMES)
    for code in ("see_loop", "title_overruled", "tab"):
        as_editor.post(screen("checksetting_add"), {"work": str(work.pk), "kind": "", "code": code, "severity": "off"})
    assert sorted(CheckSetting.objects.values_list("code", flat=True)) == ["see_loop", "tab", "title_overruled"]
    page = as_editor.get(screen("checksetting_changelist")).content.decode()
    assert [name in page for name in ("รายการโยงวนกลับมาที่เดิม", "บรรทัดหัวเรื่องไม่ตรงกับค่าใต้ป้าย", "แท็บในแฟ้ม")] == [True] * 3


@pytest.mark.parametrize("name", TABLES)
def test_reviewers_only_look_at_tables(as_reviewer: Client, work: Work, name: str) -> None:
    answers = [as_reviewer.get(screen(f"{name}_{page}")).status_code for page in ("changelist", "add")]
    assert answers == [200, 403]


def test_three_settings_ask_no_more_than_one(as_editor: Client, work: Work) -> None:
    CheckSetting.objects.create(work=work, code="missing_author", severity="off")
    one = queries(as_editor, screen("checksetting_changelist"))
    for kind in ("person", "plant"):
        CheckSetting.objects.create(work=work, code="missing_author", kind=kind, severity="off")
    assert queries(as_editor, screen("checksetting_changelist")) == one
