"""Files in: what comes of each, and that nothing either side wrote is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from entries.models import Conflict, Entry, ImportBatch, ImportedFile, Outcome, Projection, Publication, Revision, Work
from entries.services.checking import compare_with_rebuild
from entries.services.importing import ImportOptions, ImportReport, run_import
from entries.services.importing.files import NoSuchPathError
from entries.services.revising import Change, revise
from entries.text.article import Article
from tests.services.conftest import Importer
from tests.texts import ANNA, BORIS, GAMMA, SMALL_ENCYCLOPEDIA, article


def outcomes(report: ImportReport) -> dict[str, str]:
    return {file.path: file.outcome.value for file in report.files}


def latest(headword: str) -> Revision:
    return Projection.objects.working().get(headword=headword).revision


def edit(headword: str, change: Callable[[Article], Article]) -> None:
    revision = latest(headword)
    revise([Change(revision.entry, change(revision.article), base=revision)], by=None)


def with_paragraph(index: int, words: str) -> Callable[[Article], Article]:
    def change(text: Article) -> Article:
        paragraphs = list(text.paragraphs)
        paragraphs[index] = words
        return text.replace(paragraphs=tuple(paragraphs))

    return change


def test_files_become_entries(bring: Importer) -> None:
    report = bring(SMALL_ENCYCLOPEDIA)
    assert outcomes(report) == {
        "alpha-anna.txt": "created",
        "beta-boris.txt": "created",
        "delta.txt": "created",
        "gamma-war.txt": "created",
    }
    assert latest("Alpha, Anna").article == ANNA
    assert Projection.objects.live().count() == 0


def test_the_same_files_again_change_nothing(bring: Importer) -> None:
    bring(SMALL_ENCYCLOPEDIA)
    revisions = Revision.objects.count()
    report = bring(SMALL_ENCYCLOPEDIA)
    assert set(outcomes(report).values()) == {"unchanged"}
    assert Revision.objects.count() == revisions
    assert ImportBatch.objects.count() == 2
    assert ImportedFile.objects.count() == 4


def test_a_changed_file_updates_its_entry(bring: Importer) -> None:
    bring(SMALL_ENCYCLOPEDIA)
    changed = with_paragraph(1, "เนื้อความใหม่จากแฟ้ม")(ANNA)
    report = bring([changed, BORIS])
    assert outcomes(report) == {"alpha-anna.txt": "updated", "beta-boris.txt": "unchanged"}
    assert latest("Alpha, Anna").article == changed


def test_a_changed_file_merges_with_an_editors_work(bring: Importer) -> None:
    bring([ANNA])
    edit("Alpha, Anna", with_paragraph(0, "บรรณาธิการเขียนย่อหน้าแรกใหม่"))
    report = bring([with_paragraph(2, "แฟ้มใหม่แก้ย่อหน้าท้าย")(ANNA)])
    assert outcomes(report) == {"alpha-anna.txt": "merged"}
    assert latest("Alpha, Anna").article.paragraphs == (
        "บรรณาธิการเขียนย่อหน้าแรกใหม่",
        ANNA.paragraphs[1],
        "แฟ้มใหม่แก้ย่อหน้าท้าย",
    )


def test_where_both_changed_one_paragraph_the_editors_stands_and_the_conflict_is_kept(bring: Importer) -> None:
    bring([ANNA])
    mine = "บรรณาธิการแก้ย่อหน้านี้เป็นข้อความของตน"
    theirs = "แฟ้มใหม่แก้ย่อหน้าเดียวกันเป็นอย่างอื่น"
    edit("Alpha, Anna", with_paragraph(1, mine))
    report = bring([with_paragraph(1, theirs)(ANNA)])
    assert outcomes(report) == {"alpha-anna.txt": "conflict"}
    assert latest("Alpha, Anna").article.paragraphs[1] == mine
    conflict = Conflict.objects.get()
    assert (conflict.before, conflict.ours, conflict.other) == ([ANNA.paragraphs[1]], [mine], [theirs])
    assert conflict.theirs.article.paragraphs[1] == theirs


def test_the_next_file_is_merged_against_the_last_file_not_against_the_editors_text(bring: Importer) -> None:
    bring([ANNA])
    edit("Alpha, Anna", with_paragraph(0, "ของบรรณาธิการ"))
    bring([with_paragraph(1, "แฟ้มที่สอง")(ANNA)])
    third = with_paragraph(2, "แฟ้มที่สาม")(with_paragraph(1, "แฟ้มที่สอง")(ANNA))
    report = bring([third])
    assert outcomes(report) == {"alpha-anna.txt": "merged"}
    assert latest("Alpha, Anna").article.paragraphs == ("ของบรรณาธิการ", "แฟ้มที่สอง", "แฟ้มที่สาม")


def test_another_source_does_not_undo_what_it_never_had(bring: Importer) -> None:
    bring([ANNA])
    more = ANNA.replace(paragraphs=(*ANNA.paragraphs, "ย่อหน้าเพิ่มเติมจากแหล่งแรก"))
    bring([more])
    report = bring([ANNA], source="elsewhere")
    assert outcomes(report)["alpha-anna.txt"] in {"merged", "unchanged"}
    assert latest("Alpha, Anna").article == more


def test_a_corrected_headword_keeps_the_entry(bring: Importer) -> None:
    bring([ANNA])
    corrected = ANNA.replace(headwords=("Alfa, Anna",))
    report = bring([corrected], names=["alpha-anna.txt"])
    assert outcomes(report) == {"alpha-anna.txt": "updated"}
    assert Entry.objects.count() == 1
    again = bring([ANNA], names=["elsewhere.txt"])
    assert outcomes(again) == {"elsewhere.txt": "updated"}
    assert Entry.objects.count() == 1


def test_corrected_years_keep_the_entry(bring: Importer) -> None:
    bring([ANNA])
    report = bring([ANNA.replace(periods_ce=("1872–1919",))], names=["new-name.txt"])
    assert outcomes(report) == {"new-name.txt": "updated"}
    assert [finding["code"] for finding in report.files[0].findings] == ["matched_loosely"]


def test_a_homonym_is_a_new_entry(bring: Importer) -> None:
    bring([ANNA])
    other = article(
        "Alpha, Anna", "นางอันนา อัลฟา", "นักเคมีชาวสวิสที่ค้นพบธาตุหนึ่งและสอนหนังสืออยู่ในเมืองซือริชตลอดชีวิต", ce=("1990–",)
    )
    report = bring([other], names=["other.txt"])
    assert outcomes(report) == {"other.txt": "created"}
    assert sorted(Entry.objects.values_list("slug", flat=True)) == ["alpha-anna", "alpha-anna-2"]


def test_two_files_of_one_entry_are_not_guessed(bring: Importer) -> None:
    report = bring([ANNA, with_paragraph(0, "อีกแฟ้มหนึ่ง")(ANNA)], names=["a.txt", "b.txt"])
    assert outcomes(report) == {"a.txt": "created", "b.txt": "held"}
    assert report.has_failures
    assert [file.candidates for file in report.files] == [(), ("alpha-anna",)]
    assert ImportedFile.objects.get(path="b.txt").candidates == [Entry.objects.get().pk]


def test_a_rejected_file_changes_nothing_and_says_where(tmp_path: Path, work: Work) -> None:
    (tmp_path / "bad.txt").write_bytes("Alpha\n\nอัลฟา\n\nข้อความ\x00เสีย\n".encode())
    (tmp_path / "empty.txt").write_bytes(b"")
    report = run_import([tmp_path], ImportOptions(), by=None)
    assert outcomes(report) == {"bad.txt": "rejected", "empty.txt": "rejected"}
    assert report.files[0].line == 5
    assert all(file.reason for file in report.files)
    assert Entry.objects.count() == 0
    assert ImportedFile.objects.filter(outcome=Outcome.REJECTED).count() == 2


def test_a_dry_run_writes_nothing(bring: Importer) -> None:
    report = bring(SMALL_ENCYCLOPEDIA, dry_run=True, publish=True)
    assert set(outcomes(report).values()) == {"created"}
    assert report.batch is None
    assert (Entry.objects.count(), ImportBatch.objects.count(), Publication.objects.count()) == (0, 0, 0)


def test_a_path_that_is_not_there_is_said_before_anything_happens(tmp_path: Path, work: Work) -> None:
    with pytest.raises(NoSuchPathError):
        run_import([tmp_path / "nowhere"], ImportOptions(), by=None)
    assert ImportBatch.objects.count() == 0


def test_publish_makes_live_all_but_what_an_editor_has_in_hand(bring: Importer) -> None:
    bring([ANNA, BORIS, GAMMA], publish=True)
    assert Projection.objects.live().count() == 3
    edit("Alpha, Anna", with_paragraph(0, "งานที่ยังไม่เผยแพร่"))
    changed = [with_paragraph(2, "ย่อหน้าท้ายจากแฟ้ม")(ANNA), with_paragraph(0, "บอริสฉบับแฟ้ม")(BORIS), GAMMA]
    report = bring(changed, publish=True)
    assert report.published == 1
    live = {face.headword: face.revision.article.paragraphs[0] for face in Projection.objects.live()}
    assert live == {
        "Alpha, Anna": ANNA.paragraphs[0],
        "Beta, Boris": "บอริสฉบับแฟ้ม",
        "Gamma War": GAMMA.paragraphs[0],
    }


def test_a_stale_save_that_was_merged_is_a_persons_work_too(bring: Importer) -> None:
    bring([ANNA], publish=True)
    old = Revision.objects.latest_of_each().get()
    bring([with_paragraph(2, "ย่อหน้าท้ายจากแฟ้ม")(ANNA)])
    revise([Change(old.entry, with_paragraph(0, "งานที่ยังไม่เผยแพร่")(ANNA), base=old)], by=None)
    report = bring([with_paragraph(2, "ย่อหน้าท้ายจากแฟ้มใหม่")(ANNA)], publish=True)
    assert report.published == 0
    assert Projection.objects.live().get().revision == old


def test_what_only_a_safe_fix_touched_is_no_conflict_with_a_corrected_file(bring: Importer) -> None:
    faulty = ANNA.replace(paragraphs=(ANNA.paragraphs[0], "ลูกๆของเธอเป็นครูใหญ่"))
    bring([faulty], fix_safe=True)
    assert latest("Alpha, Anna").article.paragraphs[1] == "ลูก ๆ ของเธอเป็นครูใหญ่"
    corrected = ANNA.replace(paragraphs=(ANNA.paragraphs[0], "ลูกๆของเธอเป็นครูใหญ่มาก"))
    for again in (False, True):
        report = bring([corrected], fix_safe=again, reparse=True)
        assert outcomes(report) == {"alpha-anna.txt": "unchanged" if again else "merged"}
        assert latest("Alpha, Anna").article.paragraphs[1] == "ลูก ๆ ของเธอเป็นครูใหญ่มาก"
    assert Conflict.objects.count() == 0
    edit("Alpha, Anna", with_paragraph(1, "บรรณาธิการเขียนใหม่"))
    bring([ANNA.replace(paragraphs=(ANNA.paragraphs[0], "ลูกๆของเธอเป็นแพทย์"))], fix_safe=True)
    assert Conflict.objects.get().ours == ["บรรณาธิการเขียนใหม่"]


def many(count: int) -> list[Article]:
    return [
        article(
            f"Person, Number {index}",
            f"นายคนที่ {index}",
            f"คนที่ {index} รู้จักกับคนที่ {index + 1} (Number {index + 1} Person)* และบุคคลอื่น",
            ce=(f"{1800 + index % 100}–1950",),
            keywords=(f"คำสำคัญที่ {index}", "สงครามแกมมา"),
            authors=(f"ผู้เขียนที่ {index % 7}",),
        )
        for index in range(count)
    ]


@pytest.mark.parametrize("publish", [False, True])
def test_the_number_of_queries_does_not_grow_with_the_files(bring: Importer, publish: bool) -> None:
    texts = many(130)
    bring(texts[:10], publish=publish)  # what the others name and heal
    with CaptureQueriesContext(connection) as ten:
        bring(texts[10:20], publish=publish, source="second")
    with CaptureQueriesContext(connection) as hundred:
        bring(texts[20:], publish=publish, source="third")
    assert len(hundred) == len(ten)
    assert len(ten) < 150


def test_projections_after_imports_are_what_a_rebuild_gives(bring: Importer) -> None:
    bring(SMALL_ENCYCLOPEDIA, publish=True)
    edit("Alpha, Anna", with_paragraph(0, "ข้อความใหม่ของบรรณาธิการ (Gamma War)*"))
    bring([with_paragraph(1, "แฟ้มใหม่")(ANNA), BORIS.replace(headwords=("Beta, Boris Carl",))])
    assert compare_with_rebuild() == []
