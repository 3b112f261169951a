"""Problems stand by their entry, are mended as revisions, and stay dismissed."""

from collections.abc import Callable
from pathlib import Path

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
from entries.services.checking import compare_with_rebuild, compare_with_relink
from entries.services.file_findings import FileFindings, findings_of
from entries.services.importing import ImportOptions, ImportReport, run_import
from entries.services.importing.report import recorded
from entries.services.problems import ProblemGoneError, dismiss, dismiss_finding, fix, fix_safe, take_back
from entries.services.publishing import publish
from entries.services.revising import Change, revise
from entries.services.undoing import undo
from tests.services.conftest import Importer
from tests.texts import ANNA, BORIS, article

Enter = Callable[..., list[Entry]]

#: A file whose reading finds something of several kinds, one thing twice.
MESSY = """Alpha (1871)

อัลฟา

อัลฟา\tเป็นเมืองท่า

ต่อมา\tเป็นเมืองหลวง

คำตั้ง
Alpha (1872)
หมวด:
- เมือง
"""

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


def test_one_entry_starred_twice_is_told_by_its_target_once_it_is_known(enter: Enter) -> None:
    prose = "พบนายวลาดีมีร์ อิลยิช เลนิน (Vladimir Ilyich Lenin)* แล้วพบเลนิน (V. I. Lenin)* อีก แล้วพบเลนิน (V. I. Lenin)* อีก"
    (entry,) = enter(article("Meeting", "การพบ", prose, ce=()))
    assert codes(entry, code__startswith="repeated") == ["repeated_star"]
    lenin = article("Lenin, Vladimir Ilyich", "นายวลาดีมีร์ อิลยิช เลนิน", ce=())
    (target,) = enter(lenin)
    assert codes(entry, code__startswith="repeated") == ["repeated_star", "repeated_target"]
    problem = Problem.objects.get(code="repeated_target")
    assert problem.words == "เลนิน (V. I. Lenin)"
    assert prose[problem.start : problem.end] == problem.words
    assert problem.start == prose.index("เลนิน (V.")
    assert compare_with_rebuild() == []
    dismissal = dismiss(problem, by=None)
    assert compare_with_rebuild() == []
    take_back(dismissal)
    base = Revision.objects.get(entry=target)
    revise([Change(target, lenin.replace(headwords=("Other",), thai_titles=("อื่น",)), base=base)], by=None)
    assert codes(entry, code__startswith="repeated") == ["repeated_star"]
    assert (compare_with_rebuild(), compare_with_relink()) == ([], [])


@pytest.mark.parametrize("kind", ["", "other"])
def test_checks_of_links_are_weighed_and_switched_off_too(enter: Enter, work: Work, kind: str) -> None:
    one, two = enter(article("One", "หนึ่ง", see="สอง", ce=()), article("Two", "สอง", see="สาม", ce=()))
    assert codes(one, field="see", severity="warning") == ["see_chain"]
    tabling.save_row(CheckSetting(work=work, kind=kind, code="see_chain", severity="error"))
    setting = CheckSetting(work=work, kind=kind, code="see_without_target", severity="off")
    tabling.save_row(setting)
    assert (codes(one, field="see", severity="error"), codes(two, field="see")) == (["see_chain"], [])
    assert (compare_with_rebuild(), compare_with_relink()) == ([], [])
    enter(article("Three", "สี่", see="ห้า", ce=()))
    assert codes(Entry.objects.get(slug="three"), field="see") == []
    tabling.delete_row(setting)
    assert codes(two, field="see") == ["see_without_target"]


def test_a_setting_of_another_kind_says_nothing_of_a_link(enter: Enter, work: Work) -> None:
    (entry,) = enter(article("One", "หนึ่ง", see="สอง", ce=()))
    tabling.save_row(CheckSetting(work=work, kind="person", code="see_without_target", severity="off"))
    assert codes(entry, field="see") == ["see_without_target"]


# What reading the file found


def bring_text(folder: Path, text: str) -> ImportReport:
    """Imports one file of this text."""
    folder.mkdir(exist_ok=True)
    (folder / "alpha.txt").write_text(text, encoding="utf-8")
    return run_import([folder], ImportOptions(source="ต้นฉบับ"), by=None)


def file_findings(**conditions: object) -> list[tuple[str, str, str, tuple[int, ...]]]:
    """Code, severity, words and lines of what the only entry's file gave."""
    found = findings_of(Projection.objects.working().select_related("entry").get()).findings
    return [
        (one.code, one.severity, one.words, one.lines)
        for one in found
        if all(getattr(one, name) == value for name, value in conditions.items())
    ]


OVERRULED = ("title_overruled", "warning", "1871", (1,))
UNKNOWN = ("unknown_label", "remark", "หมวด:", (11,))
TABS = ("tab", "remark", "\t", (5, 7))


def test_findings_of_the_latest_file_stand_by_words_the_most_urgent_first(tmp_path: Path, work: Work) -> None:
    bring_text(tmp_path / "one", MESSY)
    assert file_findings() == [OVERRULED, UNKNOWN, TABS]
    bring_text(tmp_path / "one", MESSY.replace("\t", " "))
    assert file_findings() == [OVERRULED, UNKNOWN]


def test_findings_of_an_import_that_was_undone_are_told_no_more(tmp_path: Path, work: Work) -> None:
    bring_text(tmp_path / "one", MESSY)
    second = bring_text(tmp_path / "one", MESSY.replace("\t", " "))
    undo(ImportBatch.objects.get(pk=second.batch), by=None)
    assert file_findings() == [OVERRULED, UNKNOWN, TABS]


def test_an_entry_of_no_file_has_no_findings(enter: Enter) -> None:
    (entry,) = enter(ANNA)
    assert findings_of(Projection.objects.working().select_related("entry").get(entry=entry)) == FileFindings()


def test_a_dismissed_finding_survives_edits_and_imports(tmp_path: Path, work: Work, editor: AbstractBaseUser) -> None:
    bring_text(tmp_path / "one", MESSY)
    face = Projection.objects.working().select_related("entry").get()
    found = findings_of(face).findings
    dismissal = dismiss_finding(face.entry, found[0], by=editor, reason="ตามต้นฉบับ")
    assert dismiss_finding(face.entry, found[0], by=editor) == dismissal
    assert (dismissal.reason, dismissal.by_name) == ("ตามต้นฉบับ", "วนิดา บรรณาธิการ")
    edited = face.revision.article.replace(authors=("อื่น",))
    revise([Change(face.entry, edited, base=face.revision)], by=editor)
    bring_text(tmp_path / "one", MESSY.replace("ต่อมา", "ภายหลัง"))
    assert (file_findings(is_dismissed=True), file_findings(is_dismissed=False)) == ([OVERRULED], [UNKNOWN, TABS])
    assert compare_with_rebuild() == []
    take_back(dismissal)
    assert file_findings(is_dismissed=True) == []


def test_findings_are_weighed_as_the_work_and_the_kind_have_it(tmp_path: Path, work: Work) -> None:
    bring_text(tmp_path / "one", MESSY)
    kind = Projection.objects.working().get().kind
    tabling.save_row(CheckSetting(work=work, code="tab", severity="error"))
    tabling.save_row(CheckSetting(work=work, kind=kind, code="title_overruled", severity="off"))
    tabling.save_row(CheckSetting(work=work, kind="river", code="unknown_label", severity="off"))
    tabs = ("tab", "error", "\t", (5, 7))
    assert file_findings() == [tabs, UNKNOWN]
    report = bring_text(tmp_path / "one", MESSY.replace("ต่อมา", "ภายหลัง"))
    told = [("unknown_label", "remark"), ("tab", "error")]
    (line,) = report.files
    (kept,) = recorded(ImportBatch.objects.get(pk=report.batch))
    for one in (line, kept):
        assert sorted({(each["code"], each["severity"]) for each in one.findings}) == sorted(told)


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


def test_safe_fixes_keep_to_the_works_settings_the_tables_and_what_was_dismissed(
    enter: Enter, bring: Importer, work: Work
) -> None:
    tabling.save_row(CheckSetting(work=work, code="mai_yamok_spacing", severity="off"))
    (entry,) = enter(FAULTY)
    number = Problem.objects.get(face__entry=entry, words__contains="๒๖")
    dismiss(number, by=None)
    result = fix_safe(entry, by=None)
    assert result.revision is not None
    assert result.revision.article.paragraphs == (
        "เธอเกิดเมื่อวันที่๒๖ตุลาคม ค.ศ. ๑๘๗๙ ในครอบครัวใหญ่",
        "ลูกๆของเธอเป็นครู",
    )
    bring([BORIS.replace(paragraphs=("ลูกๆของเขามี๒คน",))], fix_safe=True)
    assert Projection.objects.working().get(headword=BORIS.headword).revision.article.paragraphs == ("ลูกๆของเขามี ๒ คน",)


def test_safe_fixes_of_a_kind_keep_to_its_own_settings(enter: Enter, work: Work) -> None:
    (entry,) = enter(FAULTY)
    kind = Projection.objects.working().get(entry=entry).kind
    tabling.save_row(CheckSetting(work=work, kind=kind, code="mai_yamok_spacing", severity="off"))
    result = fix_safe(entry, by=None)
    assert result.revision is not None
    assert result.revision.article.paragraphs[1] == "ลูกๆของเธอเป็นครู"
