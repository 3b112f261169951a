"""An import undone: texts and what was live as before, and nothing of what others did since taken away."""

import json
from collections.abc import Callable
from io import StringIO

import pytest
from django.contrib.auth.models import AbstractBaseUser
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from entries.models import (
    Conflict,
    ConflictState,
    CrossReference,
    DecisionKind,
    Entry,
    ImportBatch,
    ImportedFile,
    Origin,
    Projection,
    Publication,
    Revision,
    Stage,
)
from entries.services.aliases import add_alias
from entries.services.checking import compare_with_rebuild
from entries.services.deciding import decide
from entries.services.importing import ImportReport
from entries.services.publishing import publish, set_state, withdraw
from entries.services.revising import Change, restore, revise
from entries.services.undoing import AlreadyUndoneError, UndoReport, left_behind, undo
from entries.text.article import Article
from tests.services.conftest import Importer
from tests.texts import ANNA, BORIS, DELTA, GAMMA, SMALL_ENCYCLOPEDIA, article

Enter = Callable[..., list[Entry]]


def with_paragraph(text: Article, index: int, words: str) -> Article:
    paragraphs = list(text.paragraphs)
    paragraphs[index] = words
    return text.replace(paragraphs=tuple(paragraphs))


NEWER = with_paragraph(ANNA, 1, "ข้อความใหม่จากแฟ้มที่แก้แล้ว")
NEWEST = with_paragraph(NEWER, 2, "ข้อความใหม่กว่าจากแฟ้มชุดหลัง")


def latest(entry: Entry) -> Revision:
    return Revision.objects.filter(entry=entry).latest_of_each().get()


def edit(entry: Entry, text: Article) -> Revision:
    revise([Change(entry, text, base=latest(entry))], by=None)
    return latest(entry)


def live(entry: Entry) -> Article | None:
    shown = Publication.objects.filter(entry=entry, ended=None).first()
    return shown.revision.article if shown else None


def undone(report: ImportReport, by: AbstractBaseUser | None = None) -> UndoReport:
    batch = ImportBatch.objects.get(pk=report.batch)
    result = undo(batch, by=by)
    assert compare_with_rebuild() == []
    return result


def effects(report: UndoReport) -> dict[str, str]:
    return {entry.slug: entry.effect.value for entry in report.entries}


def state(entry: Entry) -> tuple[bool, str | None]:
    """Whether the entry is set aside, and what its working face says of its publication."""
    entry.refresh_from_db()
    face = Projection.objects.working().filter(entry=entry).first()
    return entry.set_aside is not None, face.public_state if face else None


# Entries that the batch created


def test_a_created_entry_that_was_never_public_is_set_aside(bring: Importer) -> None:
    report = undone(bring([ANNA, BORIS]))
    assert effects(report) == {"alpha-anna": "set_aside", "beta-boris": "set_aside"}
    assert [entry.title for entry in report.entries] == [ANNA.title, BORIS.title]
    assert Entry.objects.filter(set_aside=None).count() == 0
    assert Projection.objects.count() == 0
    assert Revision.objects.count() == 2


def test_a_created_entry_that_became_public_is_withdrawn(bring: Importer) -> None:
    report = undone(bring([ANNA], publish=True))
    entry = Entry.objects.get()
    assert effects(report) == {"alpha-anna": "withdrawn"}
    assert state(entry) == (False, "withdrawn")
    assert Publication.objects.get().ended is not None


@pytest.mark.parametrize(("public", "then"), [(False, (True, None)), (True, (False, "withdrawn"))])
def test_the_same_files_may_come_in_again_and_be_undone_again(
    bring: Importer, public: bool, then: tuple[bool, str | None]
) -> None:
    undone(bring([ANNA], publish=public))
    entry = Entry.objects.get()
    for _turn in range(2):
        again = bring([ANNA], publish=public)
        assert compare_with_rebuild() == []
        assert state(entry) == (False, "live" if public else "never")
        assert latest(entry).article == ANNA
        undone(again)
        assert state(entry) == then
    assert Entry.objects.count() == 1


def test_a_corrected_file_takes_the_place_of_the_one_undone(bring: Importer) -> None:
    undone(bring([ANNA]))
    entry = Entry.objects.get()
    assert left_behind([entry.pk]) == {entry.pk: latest(entry)}
    report = bring([NEWER])
    assert [file.outcome.value for file in report.files] == ["updated"]
    assert latest(entry).article == NEWER
    assert Conflict.objects.count() == 0
    assert left_behind([entry.pk]) == {}


def test_a_restored_text_is_an_editors_and_not_left_behind(bring: Importer, enter: Enter) -> None:
    (entry,) = enter(ANNA)
    undone(bring([ANNA.replace(media=("ภาพจากแฟ้ม",))]))
    assert latest(entry).article == ANNA
    assert left_behind([entry.pk]) == {}


# Entries that the batch changed


def test_the_text_before_the_batch_is_the_latest_again(bring: Importer, editor: AbstractBaseUser) -> None:
    bring([ANNA, BORIS])
    entry = Entry.objects.get(slug="alpha-anna")
    report = undone(bring([NEWER, BORIS], name="ชุดที่สอง"), by=editor)
    assert effects(report) == {"alpha-anna": "restored"}
    newest = latest(entry)
    assert (newest.number, newest.article, newest.origin) == (3, ANNA, Origin.UNDO)
    assert (newest.by, newest.reason) == (editor, "ยกเลิกการนำเข้าชุด ชุดที่สอง")
    assert report.entries[0].revision == 3


def test_what_was_live_is_live_again_by_the_restored_text(bring: Importer) -> None:
    bring([ANNA], publish=True)
    entry = Entry.objects.get()
    second = bring([NEWER], publish=True)
    assert live(entry) == NEWER
    undone(second)
    assert live(entry) == ANNA
    face = Projection.objects.live().get()
    assert (face.is_working, face.revision) == (True, latest(entry))
    assert list(Publication.objects.order_by("number").values_list("number", "quiet")) == [
        (1, False),
        (2, False),
        (3, True),
    ]


def test_a_live_text_that_is_not_the_one_before_is_live_again_itself(bring: Importer, enter: Enter) -> None:
    bring([ANNA], publish=True)
    entry = Entry.objects.get()
    published = latest(entry)
    bring([NEWER])
    third = bring([NEWEST], publish=True)
    assert live(entry) == NEWEST
    undone(third)
    assert latest(entry).article == NEWER
    assert Publication.objects.get(ended=None).revision == published
    assert Projection.objects.working().get().stage == Stage.DRAFT


def test_an_entry_that_was_not_live_before_is_withdrawn_with_its_text_restored(bring: Importer) -> None:
    bring([ANNA])
    entry = Entry.objects.get()
    report = undone(bring([NEWER], publish=True))
    assert effects(report) == {"alpha-anna": "withdrawn"}
    assert (latest(entry).article, live(entry)) == (ANNA, None)
    assert state(entry) == (False, "withdrawn")


def test_an_unchanged_file_that_was_published_is_withdrawn(bring: Importer) -> None:
    bring([ANNA])
    entry = Entry.objects.get()
    report = undone(bring([ANNA], publish=True))
    assert effects(report) == {"alpha-anna": "withdrawn"}
    assert (latest(entry).number, live(entry)) == (1, None)


def test_a_restored_text_that_readers_see_has_no_work_pending(bring: Importer) -> None:
    bring([ANNA], publish=True)
    entry = Entry.objects.get()
    undone(bring([NEWER]))
    assert Publication.objects.count() == 1
    assert (live(entry), latest(entry).article) == (ANNA, ANNA)
    assert Projection.objects.working().get().stage == Stage.NONE


def test_a_restored_text_is_where_its_review_stood(bring: Importer, enter: Enter, editor: AbstractBaseUser) -> None:
    (entry,) = enter(ANNA)
    set_state(latest(entry), Stage.APPROVED, by=editor, note="ดีแล้ว")
    changed = bring([ANNA.replace(media=("ภาพจากแฟ้ม",))])
    assert Projection.objects.working().get().stage == Stage.DRAFT
    undone(changed)
    assert Projection.objects.working().get().stage == Stage.APPROVED
    kept = latest(entry).states.get()
    assert (kept.by, kept.note) == (editor, "ดีแล้ว")


def test_a_merge_with_an_editors_work_is_taken_out_again(bring: Importer) -> None:
    bring([ANNA])
    entry = Entry.objects.get()
    mine = with_paragraph(ANNA, 0, "บรรณาธิการเขียนย่อหน้าแรกใหม่")
    edit(entry, mine)
    second = bring([with_paragraph(ANNA, 2, "แฟ้มใหม่แก้ย่อหน้าท้าย")])
    assert latest(entry).origin == Origin.MERGE
    undone(second)
    assert latest(entry).article == mine


def test_the_next_file_is_merged_against_the_file_before_the_one_undone(bring: Importer) -> None:
    bring([ANNA])
    entry = Entry.objects.get()
    undone(bring([NEWER]))
    mine = with_paragraph(ANNA, 1, "บรรณาธิการแก้ย่อหน้าที่สองเอง")
    edit(entry, mine)
    last = "แฟ้มชุดหลังแก้เฉพาะย่อหน้าท้าย"
    report = bring([with_paragraph(ANNA, 2, last)])
    assert [file.outcome.value for file in report.files] == ["merged"]
    assert latest(entry).article == with_paragraph(mine, 2, last)


def test_open_conflicts_of_the_batch_are_closed_and_others_stay(bring: Importer, editor: AbstractBaseUser) -> None:
    bring([ANNA])
    entry = Entry.objects.get()
    edit(entry, with_paragraph(ANNA, 1, "บรรณาธิการแก้ย่อหน้านี้เป็นข้อความของตน"))
    bring([with_paragraph(ANNA, 1, "อีกแหล่งเขียนที่เดียวกันไว้อีกอย่าง")], source="elsewhere")
    second = bring([NEWER])
    assert Conflict.objects.filter(state=ConflictState.OPEN).count() == 2
    before = latest(entry)
    report = undone(second, by=editor)
    assert effects(report) == {"alpha-anna": "restored"}
    assert latest(entry) == before
    states = dict(Conflict.objects.values_list("theirs__reason", "state"))
    assert states == {"นำเข้าจาก elsewhere": "open", "นำเข้าจาก files": "undone"}
    closed = Conflict.objects.get(state=ConflictState.UNDONE)
    assert (closed.settled_by, closed.settled_by_name) == (editor, "วนิดา บรรณาธิการ")


# Entries that are left


def edits(entry: Entry) -> None:
    edit(entry, with_paragraph(latest(entry).article, 0, "บรรณาธิการแก้หลังการนำเข้า"))


def edits_and_takes_back(entry: Entry) -> None:
    before = latest(entry)
    edits(entry)
    restore(before, by=None)


def publishes(entry: Entry) -> None:
    publish([latest(entry)], by=None)


def publishes_an_earlier_text(entry: Entry) -> None:
    publish([entry.revisions.get(number=1)], by=None)


def takes_public(entry: Entry) -> None:
    withdraw([entry], by=None)


def gives_another_name(entry: Entry) -> None:
    add_alias(entry, "อัลฟาคนงาม", by=None)


def decides_a_reference(entry: Entry) -> None:
    reference = CrossReference.objects.filter(face__entry=entry, face__is_working=True).order_by("pk")[0]
    decide(reference, DecisionKind.DISMISS, by=None)


def approves(entry: Entry) -> None:
    set_state(latest(entry), Stage.APPROVED, by=None)


@pytest.mark.parametrize(
    ("touch", "public", "reason"),
    [
        (edits, False, "มีการแก้ไขหลังการนำเข้า (ฉบับแก้ไขที่ 3)"),
        (edits, True, "มีการแก้ไขหลังการนำเข้า (ฉบับแก้ไขที่ 3)"),
        (edits_and_takes_back, False, "มีการแก้ไขหลังการนำเข้า (ฉบับแก้ไขที่ 4)"),
        (publishes, False, "มีการเผยแพร่หรือถอนจากการเผยแพร่หลังการนำเข้า"),
        (publishes_an_earlier_text, True, "มีการเผยแพร่หรือถอนจากการเผยแพร่หลังการนำเข้า"),
        (takes_public, True, "มีการเผยแพร่หรือถอนจากการเผยแพร่หลังการนำเข้า"),
        (takes_public, False, "มีการเผยแพร่หรือถอนจากการเผยแพร่หลังการนำเข้า"),
        (gives_another_name, False, "มีผู้เพิ่มชื่ออื่นหรือตัดสินรายการโยงหลังการนำเข้า"),
        (decides_a_reference, True, "มีผู้เพิ่มชื่ออื่นหรือตัดสินรายการโยงหลังการนำเข้า"),
        (approves, False, "มีการส่งตรวจหรือตรวจข้อความที่นำเข้า"),
    ],
)
def test_an_entry_touched_since_is_left_with_its_base(
    bring: Importer, touch: Callable[[Entry], None], public: bool, reason: str
) -> None:
    bring([ANNA, BORIS], publish=True)
    second = bring([NEWER, BORIS.replace(media=("ภาพของบอริส",))], publish=public)
    entry = Entry.objects.get(slug="alpha-anna")
    touch(entry)
    text, shown = latest(entry), live(entry)
    report = undone(second)
    assert effects(report) == {"alpha-anna": "left", "beta-boris": "restored"}
    assert report.entries[0].reason == reason
    assert (latest(entry), live(entry)) == (text, shown)
    files = {file.path: file.undone is not None for file in ImportedFile.objects.filter(batch=second.batch)}
    assert files == {"alpha-anna.txt": False, "beta-boris.txt": True}
    again = bring([NEWER])
    assert [file.outcome.value for file in again.files] == ["unchanged"]


@pytest.mark.parametrize(
    ("text", "outcome"), [(NEWER, "unchanged"), (NEWEST, "updated")], ids=["confirmed", "changed further"]
)
def test_an_entry_that_a_later_batch_brought_again_is_left(bring: Importer, text: Article, outcome: str) -> None:
    bring([ANNA])
    second = bring([NEWER])
    third = bring([text])
    assert [file.outcome.value for file in third.files] == [outcome]
    report = undone(second)
    assert effects(report) == {"alpha-anna": "left"}
    assert report.entries[0].reason == "ชุดนำเข้าชุดหลังของแหล่งเดียวกันนำรายการนี้เข้ามาอีก ให้ยกเลิกชุดหลังก่อน"
    assert latest(Entry.objects.get()).article == text


@pytest.mark.parametrize("text", [ANNA, ANNA.replace(media=("ภาพจากแหล่งที่สอง",))], ids=["same", "more"])
def test_an_entry_that_another_source_brought_since_is_left(bring: Importer, text: Article) -> None:
    first = bring([ANNA])
    bring([text], source="elsewhere")
    report = undone(first)
    assert effects(report) == {"alpha-anna": "left"}
    assert report.entries[0].reason == "มีแฟ้มอื่นนำรายการนี้เข้ามาหลังจากชุดนี้"
    assert state(Entry.objects.get()) == (False, "never")


# Batches after one another


@pytest.mark.parametrize("public", [False, True])
def test_batches_undone_from_the_newest_on_leave_nothing(bring: Importer, public: bool) -> None:
    first, second, third = (bring([text], publish=public) for text in (ANNA, NEWER, NEWEST))
    entry = Entry.objects.get()
    undone(third)
    assert (latest(entry).article, live(entry)) == (NEWER, NEWER if public else None)
    undone(second)
    assert (latest(entry).article, live(entry)) == (ANNA, ANNA if public else None)
    undone(first)
    assert live(entry) is None
    assert state(entry) == ((False, "withdrawn") if public else (True, None))


def test_a_batch_that_only_published_counts_for_nothing_when_it_is_undone(bring: Importer) -> None:
    first = bring([ANNA])
    undone(bring([ANNA], publish=True))
    report = undone(first)
    assert effects(report) == {"alpha-anna": "restored"}
    assert state(Entry.objects.get()) == (False, "withdrawn")


def test_a_batch_confirmed_only_by_one_that_is_undone_can_be_undone(bring: Importer) -> None:
    first = bring([ANNA])
    undone(bring([ANNA]))
    assert effects(undone(first)) == {"alpha-anna": "set_aside"}


def test_a_batch_undone_too_soon_can_be_undone_later(bring: Importer) -> None:
    first, second = bring([ANNA, BORIS]), bring([NEWER])
    assert effects(undone(first)) == {"alpha-anna": "left", "beta-boris": "set_aside"}
    undone(second)
    assert effects(undone(first)) == {"alpha-anna": "set_aside"}
    with pytest.raises(AlreadyUndoneError):
        undone(first)


def test_a_batch_of_which_all_was_left_is_not_undone(bring: Importer) -> None:
    first, second = bring([ANNA], publish=True), bring([NEWER], publish=True)
    report = undone(first)
    assert report.totals() == f"ไม่ได้ยกเลิกสิ่งใดของชุดที่ {first.batch}: คงไว้ทั้ง 1 รายการ ตามเหตุผลที่แต่ละรายการ"
    assert ImportBatch.objects.get(pk=first.batch).undone is None
    undone(second)
    assert effects(undone(first)) == {"alpha-anna": "withdrawn"}


def test_undoing_twice_is_refused(bring: Importer, editor: AbstractBaseUser) -> None:
    batch = ImportBatch.objects.get(pk=bring([ANNA]).batch)
    undo(batch, by=editor)
    assert (batch.undone_by, batch.undone_by_name) == (editor, "วนิดา บรรณาธิการ")
    revisions = Revision.objects.count()
    stale = ImportBatch.objects.get(pk=batch.pk)
    stale.undone = None
    for again in (batch, stale):
        with pytest.raises(AlreadyUndoneError, match=f"ชุดนำเข้าที่ {batch.pk} ถูกยกเลิกไปแล้วเมื่อ "):
            undo(again, by=None)
    assert Revision.objects.count() == revisions


def test_a_batch_that_was_cut_off_is_undone_and_closed(bring: Importer) -> None:
    bring([BORIS])
    report = bring([ANNA, BORIS])
    ImportBatch.objects.filter(pk=report.batch).update(finished=None, counts={})
    assert effects(undone(report)) == {"alpha-anna": "set_aside"}
    batch = ImportBatch.objects.get(pk=report.batch)
    assert batch.finished is not None
    assert {name: count for name, count in batch.counts.items() if count} == {"created": 1, "unchanged": 1}
    again = bring([ANNA])
    assert again.batch != report.batch
    assert state(Entry.objects.get(slug="alpha-anna")) == (False, "never")


def test_a_batch_that_changed_nothing_is_undone(bring: Importer) -> None:
    bring([ANNA])
    report = undone(bring([ANNA]))
    assert report.entries == []
    assert ImportBatch.objects.exclude(undone=None).count() == 1


def test_links_follow(bring: Importer) -> None:
    bring([ANNA, DELTA], publish=True)
    second = bring([GAMMA], publish=True)
    war = Projection.objects.live().get(headword="Delta").references.filter(gloss="Gamma War")
    assert war.get().live_target is not None
    undone(second)
    assert (war.get().target, war.get().live_target) == (None, None)


def ring(name: str, count: int) -> list[Article]:
    """Entries that refer to one another, the last to the first."""
    return [
        article(
            f"{name}, Number {index}",
            f"นายคนที่ {index} แห่ง{name}",
            f"คนที่ {index} รู้จักกับอีกคน (Number {(index + 1) % count} {name})*",
            f"ย่อหน้าที่สองของคนที่ {index}",
            ce=(f"{1800 + index}–1950",),
            keywords=(f"คำสำคัญที่ {index} ของ{name}",),
        )
        for index in range(count)
    ]


@pytest.mark.parametrize("public", [False, True])
@pytest.mark.parametrize("change", [False, True], ids=["created", "updated"])
def test_the_number_of_queries_does_not_grow_with_the_entries(bring: Importer, public: bool, change: bool) -> None:
    counts = []
    for source, few in (("small", ring("Few", 3)), ("large", ring("Many", 30))):
        report = bring(few, source=source, publish=public)
        if change:
            changed = [with_paragraph(text, 1, "แฟ้มแก้ย่อหน้านี้แล้ว") for text in few]
            report = bring(changed, source=source, publish=public)
        batch = ImportBatch.objects.get(pk=report.batch)
        with CaptureQueriesContext(connection) as queries:
            result = undo(batch, by=None)
        assert len({entry.effect for entry in result.entries} - {"left"}) == 1
        assert len(result.entries) == len(few)
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[0] < 200


# The command


def test_the_command_reports_in_lines(bring: Importer) -> None:
    report = bring([ANNA, BORIS])
    edits(Entry.objects.get(slug="beta-boris"))
    out = StringIO()
    call_command("undo_import", str(report.batch), stdout=out)
    assert out.getvalue().split("\n") == [
        f"set_aside  alpha-anna  {ANNA.title}",
        f"left       beta-boris  {BORIS.title}: มีการแก้ไขหลังการนำเข้า (ฉบับแก้ไขที่ 2)",
        f"ยกเลิกการนำเข้าชุดที่ {report.batch} แล้ว 2 รายการ: กลับเป็นอย่างเดิม 0, ถอนจากการเผยแพร่ 0, พักไว้ 1, คงไว้ 1",
        "",
    ]


def test_the_command_reports_in_json(bring: Importer) -> None:
    bring([ANNA])
    report = bring([NEWER])
    out = StringIO()
    call_command("undo_import", str(report.batch), format="json", stdout=out)
    assert json.loads(out.getvalue()) == {
        "batch": report.batch,
        "source": "files",
        "counts": {"restored": 1, "withdrawn": 0, "set_aside": 0, "left": 0},
        "entries": [
            {
                "effect": "restored",
                "slug": "alpha-anna",
                "uid": Entry.objects.get().uid,
                "title": ANNA.title,
                "paths": ["alpha-anna.txt"],
                "reason": "",
                "revision": 3,
            }
        ],
    }


def test_the_command_says_what_cannot_be_undone(bring: Importer) -> None:
    report = bring([ANNA])
    with pytest.raises(CommandError, match=r"^ไม่มีชุดนำเข้าที่ 4711$"):
        call_command("undo_import", "4711")
    undone(report)
    with pytest.raises(CommandError, match=f"^ชุดนำเข้าที่ {report.batch} ถูกยกเลิกไปแล้วเมื่อ "):
        call_command("undo_import", str(report.batch))


def test_the_whole_encyclopedia_in_and_out(bring: Importer) -> None:
    bring(SMALL_ENCYCLOPEDIA, publish=True)
    faces = Projection.objects.count()
    changed = [text.replace(media=("ภาพประกอบ",)) for text in SMALL_ENCYCLOPEDIA]
    report = undone(bring(changed, publish=True))
    assert report.counts == {"restored": 4, "withdrawn": 0, "set_aside": 0, "left": 0}
    assert {face.revision.article for face in Projection.objects.live().select_related("revision")} == {
        *SMALL_ENCYCLOPEDIA
    }
    assert Projection.objects.count() == faces
