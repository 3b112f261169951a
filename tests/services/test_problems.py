"""Problems stand by their entry, are mended as revisions, and stay dismissed."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AbstractBaseUser

from entries.models import (
    CheckSetting,
    Entry,
    ImportBatch,
    KindRow,
    Origin,
    Problem,
    ProblemDismissal,
    Projection,
    Revision,
    Work,
)
from entries.services import curating, tabling
from entries.services.checking import compare_with_rebuild
from entries.services.problems import ProblemGoneError, dismiss, fix, fix_safe, take_back
from entries.services.publishing import publish
from entries.services.revising import Change, revise
from entries.services.undoing import undo
from tests.services.conftest import Importer
from tests.texts import ANNA, BORIS, article

Enter = Callable[..., list[Entry]]

FAULTY = ANNA.replace(paragraphs=("เธอเกิดเมื่อวันที่๒๖ตุลาคมค.ศ. ๑๘๗๙ ในครอบครัวใหญ่", "ลูกๆของเธอเป็นครู"))


def codes(entry: Entry, **conditions: object) -> list[str]:
    rows = Problem.objects.filter(face__entry=entry, face__is_working=True, **conditions)
    return sorted(set(rows.values_list("code", flat=True)))


def test_safe_fixes_become_a_revision_and_leave_nothing_to_fix(enter: Enter, editor: AbstractBaseUser) -> None:
    (entry,) = enter(FAULTY)
    assert codes(entry, fix__isnull=False) != []
    result = fix_safe(entry, by=editor)
    assert result.revision is not None
    assert result.revision.origin == Origin.FIX
    assert result.revision.article.paragraphs == (
        "เธอเกิดเมื่อวันที่ ๒๖ ตุลาคม ค.ศ. ๑๘๗๙ ในครอบครัวใหญ่",
        "ลูก ๆ ของเธอเป็นครู",
    )
    assert fix_safe(entry, by=editor).revision is None
    assert compare_with_rebuild() == []


def test_one_fix_changes_one_place(enter: Enter) -> None:
    (entry,) = enter(FAULTY)
    problem = Problem.objects.filter(face__entry=entry, words__contains="ๆ").first()
    assert problem is not None
    result = fix([problem], by=None)
    assert result.revision is not None
    assert result.revision.article.paragraphs == (FAULTY.paragraphs[0], "ลูก ๆ ของเธอเป็นครู")
    with pytest.raises(ProblemGoneError):
        fix([problem], by=None)


def test_a_dismissal_survives_edits_and_imports(bring: Importer, editor: AbstractBaseUser) -> None:
    bring([FAULTY])
    entry = Entry.objects.get()
    problem = Problem.objects.filter(face__entry=entry, words__contains="ๆ").first()
    assert problem is not None
    dismiss(problem, by=editor, reason="เป็นคำอ้างอิง")
    assert codes(entry, is_dismissed=True) == [problem.code]
    bring([FAULTY.replace(paragraphs=(*FAULTY.paragraphs, "ย่อหน้าใหม่"))])
    assert codes(entry, is_dismissed=True) == [problem.code]
    assert compare_with_rebuild() == []
    take_back(ProblemDismissal.objects.get())
    assert codes(entry, is_dismissed=True) == []


def test_a_check_can_be_weighed_or_switched_off_for_a_work(enter: Enter, work: Work) -> None:
    (entry,) = enter(FAULTY)
    code = codes(entry, words__contains="ๆ")[0]
    setting = CheckSetting(work=work, code=code, severity="off")
    tabling.save_row(setting)
    assert code not in codes(entry)
    setting.severity = "error"
    tabling.save_row(setting)
    assert codes(entry, severity="error", code=code) == [code]
    assert compare_with_rebuild() == []
    tabling.delete_row(setting)
    assert codes(entry, code=code) == [code]


def test_see_entries_without_target_in_chains_and_in_loops_are_problems(enter: Enter) -> None:
    one = article("One", "หนึ่ง", see="สอง", ce=())
    two = article("Two", "สอง", see="สาม", ce=())
    three = article("Three", "สาม", "สาม เป็นรายการจริง", ce=())
    first, second = enter(one, two)
    assert (codes(first, field="see"), codes(second, field="see")) == (["see_chain"], ["see_without_target"])
    (third,) = enter(three)
    assert (codes(first, field="see"), codes(second, field="see")) == (["see_chain"], [])
    base = Revision.objects.get(entry=third)
    revise([Change(third, article("Three", "สาม", see="หนึ่ง", ce=()), base=base)], by=None)
    assert [codes(entry, field="see") for entry in (first, second, third)] == [["see_loop"]] * 3
    assert compare_with_rebuild() == []


def test_an_import_mends_as_a_further_revision_that_undoing_takes_back(bring: Importer) -> None:
    report = bring([FAULTY, BORIS], fix_safe=True, publish=True)
    assert report.published == 2
    face = Projection.objects.live().get(headword=FAULTY.headword)
    assert face.revision.article.paragraphs[1] == "ลูก ๆ ของเธอเป็นครู"
    line = list(Revision.objects.filter(entry=face.entry).order_by("number"))
    assert [(revision.number, revision.origin) for revision in line] == [(1, Origin.IMPORT), (2, Origin.IMPORT_FIX)]
    assert line[0].article == FAULTY
    batch = ImportBatch.objects.get()
    assert batch.options["fix_safe"]
    again = bring([FAULTY, BORIS], fix_safe=True, publish=True)
    assert again.counts["unchanged"] == 2
    changed = FAULTY.replace(paragraphs=(*FAULTY.paragraphs, "เธอมีหลานๆหลายคน"))
    second = bring([changed], fix_safe=True, publish=True)
    assert (second.counts["merged"], second.published) == (1, 1)
    texts = Projection.objects.live().get(headword=FAULTY.headword).revision.article.paragraphs
    assert texts[1:] == ("ลูก ๆ ของเธอเป็นครู", "เธอมีหลาน ๆ หลายคน")
    undo(ImportBatch.objects.get(pk=second.batch), by=None)
    assert Projection.objects.live().get(headword=FAULTY.headword).revision.digest == line[1].digest
    assert compare_with_rebuild() == []


def test_a_decided_kind_survives_a_re_import(bring: Importer) -> None:
    bring([ANNA, BORIS])
    entry = Entry.objects.get(slug="alpha-anna")
    assert Projection.objects.working().get(entry=entry).kind == "person"
    curating.set_kind(entry, "event")
    bring([ANNA.replace(paragraphs=("ข้อความใหม่ทั้งหมด",)), BORIS])
    assert Projection.objects.working().get(entry=entry).kind == "event"
    assert compare_with_rebuild() == []


def test_a_kind_that_editors_add_is_guessed(enter: Enter) -> None:
    (entry,) = enter(article("Delta River", "แม่น้ำเดลตา", "แม่น้ำเดลตา เป็นแม่น้ำสายยาว", ce=()))
    tabling.save_row(KindRow(slug="river", name="แม่น้ำ", titles=["แม่น้ำ"], headwords=["river"], lead=["แม่น้ำ"]))
    assert Projection.objects.working().get(entry=entry).kind == "river"


def test_filing_form_and_address_are_the_editors_to_choose(enter: Enter) -> None:
    (entry,) = enter(ANNA, live=True)
    curating.set_filing_form(entry, "ฮันนา")
    face = Projection.objects.live().get(entry=entry)
    assert (face.filing_form, face.letter) == ("ฮันนา", "ฮ")
    curating.set_address(entry, "anna")
    assert [redirect.slug for redirect in entry.old_slugs.all()] == ["alpha-anna"]
    (other,) = enter(BORIS)
    with pytest.raises(curating.AddressTakenError):
        curating.set_address(other, "alpha-anna")
    curating.set_address(entry, "alpha-anna")
    assert [redirect.slug for redirect in entry.old_slugs.all()] == ["anna"]
    publish([Revision.objects.get(entry=entry)], by=None)
    assert compare_with_rebuild() == []
