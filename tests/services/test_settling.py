"""Decisions that imports leave to people: conflicts settled for good, held files brought in or left out."""

from collections.abc import Sequence

import pytest
from django.contrib.auth.models import AbstractBaseUser

from entries.models import (
    Conflict,
    ConflictState,
    Entry,
    ImportBatch,
    ImportedFile,
    Origin,
    Outcome,
    Publication,
    Revision,
    SourceFile,
    Work,
)
from entries.services.checking import compare_with_rebuild
from entries.services.importing import ImportReport
from entries.services.revising import Change, revise
from entries.services.settling import (
    NotHeldError,
    NotOpenError,
    OtherWorkError,
    PlaceMovedError,
    Side,
    UnreadableError,
    dismiss_held,
    mark_settled,
    settle_conflict,
    settle_held,
)
from entries.services.undoing import undo
from entries.text.article import Article, ArticleError
from tests.services.conftest import Importer
from tests.texts import ANNA, BORIS, article

MINE = "บรรณาธิการแก้ย่อหน้านี้เป็นข้อความของตน"
THEIRS = "แฟ้มใหม่แก้ย่อหน้าเดียวกันเป็นอย่างอื่น"
WRITTEN = "ข้อความที่บรรณาธิการเรียบเรียงขึ้นจากทั้งสองฝ่าย"


def with_paragraph(text: Article, index: int, words: str) -> Article:
    paragraphs = list(text.paragraphs)
    paragraphs[index] = words
    return text.replace(paragraphs=tuple(paragraphs))


def latest(entry: Entry) -> Revision:
    return Revision.objects.filter(entry=entry).latest_of_each().get()


def edit(entry: Entry, text: Article) -> None:
    revise([Change(entry, text, base=latest(entry))], by=None)


def outcomes(report: ImportReport) -> dict[str, str]:
    return {file.path: file.outcome.value for file in report.files}


# Conflicts


@pytest.fixture
def conflict(bring: Importer) -> Conflict:
    """An editor and a file both changed Anna's second paragraph."""
    bring([ANNA])
    edit(Entry.objects.get(), with_paragraph(ANNA, 1, MINE))
    bring([with_paragraph(ANNA, 1, THEIRS)])
    return Conflict.objects.get()


CHOICES = [
    (Side.MINE, MINE, ConflictState.MINE),
    (Side.THEIRS, THEIRS, ConflictState.THEIRS),
    ((MINE,), MINE, ConflictState.MINE),
    ((THEIRS,), THEIRS, ConflictState.THEIRS),
    ((WRITTEN,), WRITTEN, ConflictState.WRITTEN),
]


@pytest.mark.parametrize(("choice", "text", "state"), CHOICES)
def test_what_is_chosen_stands_and_is_recorded(
    conflict: Conflict, editor: AbstractBaseUser, choice: Side | Sequence[str], text: str, state: ConflictState
) -> None:
    before = latest(conflict.entry)
    result = settle_conflict(conflict, choice, by=editor)
    after = latest(conflict.entry)
    assert after.article == with_paragraph(ANNA, 1, text)
    assert (conflict.state, conflict.settled_by, conflict.settled_by_name) == (state, editor, "วนิดา บรรณาธิการ")
    assert conflict.settled is not None
    if state is ConflictState.MINE:
        assert (result.revision, after) == (None, before)
    else:
        assert (result.revision, after.origin, after.by, after.parent) == (after, Origin.EDIT, editor, before)
    assert compare_with_rebuild() == []


@pytest.mark.parametrize(("choice", "text", "state"), CHOICES)
def test_settled_once_it_is_not_raised_again(
    bring: Importer, conflict: Conflict, choice: Side | Sequence[str], text: str, state: ConflictState
) -> None:
    settle_conflict(conflict, choice, by=None)
    same = with_paragraph(ANNA, 1, THEIRS)
    assert outcomes(bring([same])) == {"alpha-anna.txt": "unchanged"}
    elsewhere = with_paragraph(same, 2, "แฟ้มชุดหลังแก้เฉพาะย่อหน้าท้าย")
    assert outcomes(bring([elsewhere])).keys() == {"alpha-anna.txt"}
    assert Conflict.objects.get() == conflict
    assert latest(conflict.entry).article == with_paragraph(elsewhere, 1, text)


@pytest.mark.parametrize("choice", [Side.MINE, (WRITTEN,)])
def test_a_source_that_goes_back_and_forth_raises_nothing_that_was_settled(
    bring: Importer, conflict: Conflict, choice: Side | Sequence[str]
) -> None:
    settle_conflict(conflict, choice, by=None)
    stands = latest(conflict.entry)
    for text in (ANNA, with_paragraph(ANNA, 1, THEIRS)):
        bring([text])
        bring([text], source="other")
    undo(ImportBatch.objects.filter(source="files").latest("pk"), by=None)
    bring([with_paragraph(ANNA, 1, THEIRS)])
    assert Conflict.objects.get() == conflict
    assert latest(conflict.entry) == stands
    third = "ข้อความที่สามซึ่งยังไม่มีใครเห็น"
    assert outcomes(bring([with_paragraph(ANNA, 1, third)])) == {"alpha-anna.txt": "conflict"}
    assert [again.other for again in Conflict.objects.filter(state=ConflictState.OPEN)] == [[third]]


def test_a_conflict_that_waits_is_not_raised_twice(bring: Importer, conflict: Conflict) -> None:
    bring([ANNA])
    report = bring([with_paragraph(ANNA, 1, THEIRS)])
    assert outcomes(report) == {"alpha-anna.txt": "conflict"}
    assert Conflict.objects.filter(state=ConflictState.OPEN, other=[THEIRS]).count() == 1


SECOND = "แฟ้มชุดที่สามกล่าวถึงเรื่องนี้อีกอย่างหนึ่ง"
THIRD = "แฟ้มชุดที่สี่กลับใช้ถ้อยคำอื่นอีก"


def waiting() -> list[tuple[list[str], list[str], list[str]]]:
    rows = Conflict.objects.filter(state=ConflictState.OPEN).order_by("pk")
    return [(each.before, each.ours, each.other) for each in rows]


def test_a_source_that_changes_a_place_again_leaves_one_conflict(bring: Importer, conflict: Conflict) -> None:
    for text in (SECOND, THIRD):
        bring([with_paragraph(ANNA, 1, text)])
        assert waiting() == [([ANNA.paragraphs[1]], [MINE], [text])]
    newest = Conflict.objects.get(state=ConflictState.OPEN)
    assert newest.base == conflict.base
    settle_conflict(newest, Side.THEIRS, by=None)
    assert latest(conflict.entry).article == with_paragraph(ANNA, 1, THIRD)
    assert list(Conflict.objects.order_by("pk").values_list("state", flat=True)) == [
        "superseded",
        "superseded",
        "theirs",
    ]


def test_a_source_that_takes_its_change_back_asks_nothing(bring: Importer, conflict: Conflict) -> None:
    bring([with_paragraph(ANNA, 1, SECOND)])
    assert outcomes(bring([ANNA])) == {"alpha-anna.txt": "merged"}
    assert waiting() == []
    assert latest(conflict.entry).article == with_paragraph(ANNA, 1, MINE)


def test_a_source_that_comes_to_say_the_same_asks_nothing(bring: Importer, conflict: Conflict) -> None:
    bring([with_paragraph(ANNA, 1, MINE)])
    assert waiting() == []
    assert latest(conflict.entry).article == with_paragraph(ANNA, 1, MINE)


def test_what_a_conflict_superseded_is_settled_with_it(bring: Importer, conflict: Conflict) -> None:
    bring([with_paragraph(ANNA, 1, SECOND)])
    settle_conflict(Conflict.objects.get(state=ConflictState.OPEN), Side.MINE, by=None)
    for text in (THEIRS, ANNA.paragraphs[1], SECOND):
        bring([with_paragraph(ANNA, 1, text)])
    assert waiting() == []
    assert latest(conflict.entry).article == with_paragraph(ANNA, 1, MINE)


def test_undoing_a_later_batch_opens_what_it_superseded(bring: Importer, conflict: Conflict) -> None:
    first = waiting()
    for text in (SECOND, ANNA.paragraphs[1], MINE):
        bring([with_paragraph(ANNA, 1, text)])
        undo(ImportBatch.objects.latest("pk"), by=None)
        assert waiting() == first
    bring([with_paragraph(ANNA, 1, SECOND)])
    assert waiting() == [([ANNA.paragraphs[1]], [MINE], [SECOND])]


def test_another_source_supersedes_nothing(bring: Importer, conflict: Conflict) -> None:
    bring([with_paragraph(ANNA, 1, SECOND)], source="other")
    bring([with_paragraph(ANNA, 1, THIRD)], source="other")
    assert [other for _before, _ours, other in waiting()] == [[THEIRS], [THIRD]]


def test_only_the_place_that_a_source_changed_is_superseded(bring: Importer, conflict: Conflict) -> None:
    edit(conflict.entry, with_paragraph(latest(conflict.entry).article, 2, "บรรณาธิการแก้ย่อหน้าท้ายด้วย"))
    both = with_paragraph(with_paragraph(ANNA, 1, THEIRS), 2, SECOND)
    bring([both])
    assert [other for _before, _ours, other in waiting()] == [[THEIRS], [SECOND]]
    bring([with_paragraph(both, 2, THIRD)])
    assert [other for _before, _ours, other in waiting()] == [[THEIRS], [THIRD]]


def test_several_texts_or_none_may_be_chosen(conflict: Conflict) -> None:
    settle_conflict(conflict, (MINE, THEIRS), by=None)
    first, _second, last = ANNA.paragraphs
    assert latest(conflict.entry).article.paragraphs == (first, MINE, THEIRS, last)


def test_nothing_may_be_chosen(conflict: Conflict) -> None:
    settle_conflict(conflict, (), by=None)
    assert latest(conflict.entry).article.paragraphs == (ANNA.paragraphs[0], ANNA.paragraphs[2])


def test_the_place_is_found_where_it_has_moved_to(conflict: Conflict) -> None:
    text = latest(conflict.entry).article
    edit(conflict.entry, text.replace(paragraphs=("ย่อหน้าที่แทรกไว้ก่อน", *text.paragraphs)))
    settle_conflict(conflict, Side.THEIRS, by=None)
    assert latest(conflict.entry).article.paragraphs == (
        "ย่อหน้าที่แทรกไว้ก่อน",
        ANNA.paragraphs[0],
        THEIRS,
        ANNA.paragraphs[2],
    )


def test_a_place_that_is_gone_is_settled_by_hand(conflict: Conflict, editor: AbstractBaseUser) -> None:
    edit(conflict.entry, with_paragraph(ANNA, 1, "บรรณาธิการเขียนใหม่อีกครั้งจนไม่เหลือเค้าเดิม"))
    before = latest(conflict.entry)
    with pytest.raises(PlaceMovedError, match="ให้แก้ข้อความในหน้าแก้ไขรายการเอง แล้วทำเครื่องหมายว่าตัดสินแล้ว"):
        settle_conflict(conflict, Side.THEIRS, by=None)
    conflict.refresh_from_db()
    assert (latest(conflict.entry), conflict.state) == (before, ConflictState.OPEN)
    mark_settled(conflict, by=editor)
    assert (conflict.state, conflict.settled_by) == (ConflictState.WRITTEN, editor)
    assert latest(conflict.entry) == before


def test_mine_is_kept_where_the_place_is_gone(conflict: Conflict) -> None:
    edit(conflict.entry, with_paragraph(ANNA, 1, "บรรณาธิการเขียนใหม่อีกครั้งจนไม่เหลือเค้าเดิม"))
    settle_conflict(conflict, Side.MINE, by=None)
    assert conflict.state == ConflictState.MINE


def test_a_text_that_cannot_be_written_is_refused_whole(conflict: Conflict) -> None:
    with pytest.raises(ArticleError) as caught:
        settle_conflict(conflict, ("คำสำคัญ",), by=None)
    assert (caught.value.field, caught.value.index) == ("paragraphs", 1)
    conflict.refresh_from_db()
    assert conflict.state == ConflictState.OPEN


def test_a_conflict_is_settled_once(conflict: Conflict) -> None:
    stale = Conflict.objects.get()
    settle_conflict(conflict, Side.MINE, by=None)
    with pytest.raises(NotOpenError, match=r"^ตัดสินแล้ว: ใช้ของฉัน$"):
        settle_conflict(stale, Side.THEIRS, by=None)
    with pytest.raises(NotOpenError):
        mark_settled(stale, by=None)
    assert latest(conflict.entry).article == with_paragraph(ANNA, 1, MINE)


def test_a_conflict_undone_with_its_batch_is_not_settled(conflict: Conflict) -> None:
    undo(ImportBatch.objects.latest("pk"), by=None)
    with pytest.raises(NotOpenError, match=r"^ตัดสินแล้ว: ยกเลิกพร้อมชุดนำเข้า$"):
        settle_conflict(conflict, Side.THEIRS, by=None)


def test_an_entry_whose_conflict_was_settled_by_its_file_is_left_by_undoing(conflict: Conflict) -> None:
    settle_conflict(conflict, Side.THEIRS, by=None)
    report = undo(ImportBatch.objects.latest("pk"), by=None)
    assert [entry.effect.value for entry in report.entries] == ["left"]
    assert latest(conflict.entry).article == with_paragraph(ANNA, 1, THEIRS)


@pytest.mark.parametrize(
    ("base", "mine", "theirs"),
    [
        (ANNA, ANNA.replace(thai_titles=("นางอันนา ของฉัน",)), ANNA.replace(thai_titles=("นางอันนา ของแฟ้ม",))),
        (
            article("Old Name", "ชื่อเดิม", see="อัลฟา, อันนา", ce=(), authors=()),
            article("Old Name", "ชื่อเดิม", see="บีตา, บอริส", ce=(), authors=()),
            article("Old Name", "ชื่อเดิม", see="สงครามแกมมา", ce=(), authors=()),
        ),
        (
            article("Old Name", "ชื่อเดิม", see="อัลฟา, อันนา", ce=(), authors=()),
            article("Old Name", "ชื่อเดิม", see="บีตา, บอริส", ce=(), authors=()),
            article("Old Name", "ชื่อเดิม", "ชื่อเดิม เป็นชื่อที่เคยใช้มาก่อน", ce=(), authors=()),
        ),
    ],
    ids=["title", "see", "body"],
)
def test_conflicts_outside_the_prose(bring: Importer, base: Article, mine: Article, theirs: Article) -> None:
    bring([base])
    edit(Entry.objects.get(), mine)
    bring([theirs])
    settle_conflict(Conflict.objects.get(), Side.THEIRS, by=None)
    assert latest(Entry.objects.get()).article == theirs
    assert compare_with_rebuild() == []


# Held files

OTHER_FILE = with_paragraph(ANNA, 2, "อีกแฟ้มหนึ่งเขียนย่อหน้าท้ายไว้ต่างออกไป")
#: The same headword, other years, and a text that is alike in part: the same entry or another, nobody can say.
DOUBTFUL = article(
    "Alpha, Anna",
    "นางอันนา อัลฟา",
    ANNA.paragraphs[1],
    "อันนาอีกผู้หนึ่งเป็นนักพฤกษศาสตร์ที่ออกสำรวจป่าดิบชื้นบนเกาะใหญ่และตั้งชื่อกล้วยไม้ไว้หลายสิบชนิดตลอดชีวิตการทำงานของเธอ",
    "งานของเธอจัดพิมพ์หลังจากที่เธอถึงแก่กรรมแล้วและยังใช้อ้างอิงอยู่จนทุกวันนี้ในหมู่นักพฤกษศาสตร์ทั่วโลก",
    ce=("1990–",),
)


@pytest.fixture
def held(bring: Importer) -> ImportedFile:
    """A second file of one batch for Anna's entry."""
    assert outcomes(bring([ANNA, OTHER_FILE], names=["a.txt", "b.txt"])) == {"a.txt": "created", "b.txt": "held"}
    return ImportedFile.objects.get(outcome=Outcome.HELD)


@pytest.fixture
def doubtful(bring: Importer) -> ImportedFile:
    """A file that is perhaps Anna's, of a batch after hers."""
    bring([ANNA])
    assert outcomes(bring([DOUBTFUL], names=["doubtful.txt"])) == {"doubtful.txt": "held"}
    return ImportedFile.objects.get(outcome=Outcome.HELD)


def test_a_held_file_offers_its_candidates(doubtful: ImportedFile) -> None:
    assert doubtful.candidates == [Entry.objects.get().pk]


def test_the_same_entry_takes_the_text_in_as_an_import_would(
    bring: Importer, doubtful: ImportedFile, editor: AbstractBaseUser
) -> None:
    entry = Entry.objects.get()
    result = settle_held(doubtful, entry, by=editor)
    newest = latest(entry)
    assert newest.article == DOUBTFUL
    assert (newest.origin, newest.by, newest.reason) == (Origin.IMPORT, editor, "นำเข้าจาก files")
    assert (result.entry, result.revision, result.conflicts, result.published) == (entry, newest, (), False)
    assert (doubtful.entry, doubtful.revision, doubtful.main) == (entry, newest, newest)
    assert (doubtful.outcome, doubtful.reason) == (Outcome.UPDATED, "ตัดสินเป็นรายการเดิมโดย วนิดา บรรณาธิการ")
    assert (doubtful.batch.counts["held"], doubtful.batch.counts["updated"]) == (0, 1)
    assert compare_with_rebuild() == []


def test_the_next_import_of_the_path_matches(bring: Importer, doubtful: ImportedFile) -> None:
    settle_held(doubtful, Entry.objects.get(), by=None)
    assert outcomes(bring([DOUBTFUL], names=["doubtful.txt"])) == {"doubtful.txt": "unchanged"}
    changed = with_paragraph(DOUBTFUL, 1, "ย่อหน้าที่แฟ้มชุดหลังแก้แล้ว")
    assert outcomes(bring([changed], names=["doubtful.txt"])) == {"doubtful.txt": "updated"}
    assert latest(Entry.objects.get()).article == changed


def test_a_new_entry_is_made_of_it(bring: Importer, doubtful: ImportedFile, editor: AbstractBaseUser) -> None:
    result = settle_held(doubtful, None, by=editor)
    assert result.entry.slug == "alpha-anna-2"
    assert latest(result.entry).article == DOUBTFUL
    assert (doubtful.entry, doubtful.main) == (result.entry, latest(result.entry))
    assert (doubtful.outcome, doubtful.reason) == (Outcome.CREATED, "ตัดสินเป็นรายการใหม่โดย วนิดา บรรณาธิการ")
    assert compare_with_rebuild() == []
    assert outcomes(bring([DOUBTFUL], names=["doubtful.txt"])) == {"doubtful.txt": "unchanged"}
    changed = with_paragraph(DOUBTFUL, 1, "ย่อหน้าที่แฟ้มชุดหลังแก้แล้ว")
    assert outcomes(bring([changed], names=["doubtful.txt"])) == {"doubtful.txt": "updated"}
    assert latest(result.entry).article == changed
    assert Entry.objects.count() == 2


def test_an_editors_work_is_kept_and_a_conflict_opened(doubtful: ImportedFile) -> None:
    entry = Entry.objects.get()
    edit(entry, with_paragraph(ANNA, 0, MINE))
    result = settle_held(doubtful, entry, by=None)
    assert latest(entry).article.paragraphs[0] == MINE
    assert doubtful.outcome == Outcome.CONFLICT
    assert list(result.conflicts) == list(Conflict.objects.filter(entry=entry, state=ConflictState.OPEN)) != []
    assert all(conflict.theirs == doubtful.revision for conflict in result.conflicts)
    assert doubtful.revision is not None
    assert doubtful.revision.article == DOUBTFUL


def test_a_second_file_of_a_batch_takes_nothing_back_that_the_first_brought(held: ImportedFile) -> None:
    entry = Entry.objects.get()
    settle_held(held, entry, by=None)
    assert latest(entry).article == ANNA
    (conflict,) = Conflict.objects.all()
    assert (conflict.ours, conflict.other) == ([ANNA.paragraphs[2]], [OTHER_FILE.paragraphs[2]])


def test_a_file_decided_late_takes_nothing_back_that_a_later_batch_brought(bring: Importer) -> None:
    bring([ANNA])
    bring([DOUBTFUL], names=["doubtful.txt"])
    held = ImportedFile.objects.get(outcome=Outcome.HELD)
    entry = Entry.objects.get()
    bring([ANNA.replace(media=("ภาพจากแฟ้มชุดหลัง",))])
    settle_held(held, entry, by=None)
    assert latest(entry).article == DOUBTFUL.replace(media=("ภาพจากแฟ้มชุดหลัง",))
    assert Conflict.objects.count() == 0


@pytest.mark.parametrize("new", [False, True])
def test_it_is_made_public_when_asked_for(doubtful: ImportedFile, new: bool) -> None:
    ImportBatch.objects.filter(pk=doubtful.batch_id).update(
        options={"quiet": True, "first_published": "2001-02-03T00:00:00+00:00"}
    )
    result = settle_held(doubtful, None if new else Entry.objects.get(), by=None, publish=True)
    shown = Publication.objects.get()
    assert result.published
    assert (shown.entry, shown.revision, shown.batch, shown.quiet) == (
        result.entry,
        result.revision,
        doubtful.batch,
        True,
    )
    assert shown.began.isoformat() == "2001-02-03T00:00:00+00:00"


def test_a_persons_unpublished_work_is_not_made_public(doubtful: ImportedFile) -> None:
    entry = Entry.objects.get()
    edit(entry, with_paragraph(ANNA, 2, MINE))
    assert not settle_held(doubtful, entry, by=None, publish=True).published
    assert Publication.objects.count() == 0


def test_what_was_settled_is_undone_with_its_batch(doubtful: ImportedFile) -> None:
    entry = Entry.objects.get()
    settle_held(doubtful, entry, by=None)
    report = undo(ImportBatch.objects.get(pk=doubtful.batch_id), by=None)
    assert [(row.effect.value, row.paths) for row in report.entries] == [("restored", ("doubtful.txt",))]
    assert latest(entry).article == ANNA
    assert compare_with_rebuild() == []


def test_an_entry_set_aside_is_brought_back(bring: Importer, doubtful: ImportedFile) -> None:
    entry = Entry.objects.get()
    undo(ImportBatch.objects.earliest("pk"), by=None)
    entry.refresh_from_db()
    assert entry.set_aside is not None
    settle_held(doubtful, entry, by=None)
    entry.refresh_from_db()
    assert (entry.set_aside, latest(entry).article) == (None, DOUBTFUL)
    assert Conflict.objects.count() == 0
    assert compare_with_rebuild() == []


def test_a_file_that_is_not_wanted_is_left_out(doubtful: ImportedFile, editor: AbstractBaseUser) -> None:
    revisions = Revision.objects.count()
    dismiss_held(doubtful, by=editor)
    assert (doubtful.outcome, doubtful.reason) == (Outcome.REJECTED, "ไม่รับเข้าตามคำตัดสินโดย วนิดา บรรณาธิการ")
    assert (doubtful.batch.counts["held"], doubtful.batch.counts["rejected"]) == (0, 1)
    assert Revision.objects.count() == revisions


def test_a_held_file_is_decided_once(doubtful: ImportedFile) -> None:
    stale = ImportedFile.objects.get(pk=doubtful.pk)
    settle_held(doubtful, None, by=None)
    with pytest.raises(NotHeldError, match=r"^แฟ้มนี้ตัดสินแล้ว: สร้างใหม่$"):
        settle_held(stale, None, by=None)
    with pytest.raises(NotHeldError):
        dismiss_held(stale, by=None)
    assert Entry.objects.count() == 2


def test_a_file_of_a_batch_that_was_undone_is_not_decided(doubtful: ImportedFile) -> None:
    undo(ImportBatch.objects.get(pk=doubtful.batch_id), by=None)
    with pytest.raises(NotHeldError, match=r"^ชุดนำเข้าของแฟ้มนี้ถูกยกเลิกแล้ว$"):
        settle_held(doubtful, None, by=None)


def test_a_file_that_came_again_is_decided_in_its_last_batch(bring: Importer, doubtful: ImportedFile) -> None:
    again = bring([DOUBTFUL], names=["doubtful.txt"])
    assert outcomes(again) == {"doubtful.txt": "held"}
    with pytest.raises(NotHeldError, match=f"^แฟ้มนี้เข้ามาใหม่ในชุดนำเข้าที่ {again.batch} ให้ตัดสินที่ชุดนั้น$"):
        settle_held(doubtful, None, by=None)
    settle_held(ImportedFile.objects.get(batch=again.batch), None, by=None)
    assert Entry.objects.count() == 2


def test_an_entry_of_another_work_is_refused(bring: Importer, doubtful: ImportedFile) -> None:
    other = Work.objects.create(slug="plants", title="สารานุกรมพืช")
    bring([BORIS], work="plants")
    with pytest.raises(OtherWorkError):
        settle_held(doubtful, Entry.objects.get(work=other), by=None)
    doubtful.refresh_from_db()
    assert doubtful.outcome == Outcome.HELD


def test_bytes_that_cannot_be_read_any_more_are_said(doubtful: ImportedFile) -> None:
    doubtful.source_file = SourceFile.objects.create(digest="0", size=0, data=b"x\x9c\x03\x00\x00\x00\x00\x01")
    doubtful.save()
    with pytest.raises(UnreadableError):
        settle_held(doubtful, None, by=None)
    assert Entry.objects.count() == 1
