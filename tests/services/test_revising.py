"""Every change is a revision; a stale one is merged, or refused whole."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AbstractBaseUser

from entries.models import Conflict, Entry, Keyword, Origin, Revision, Work
from entries.services.revising import Change, NewEntry, OnOverlap, restore, revise
from entries.text.article import Article
from tests.texts import ANNA, BORIS, article

Enter = Callable[..., list[Entry]]


def latest(entry: Entry) -> Revision:
    return Revision.objects.filter(entry=entry).latest_of_each().get()


def edited(text: Article, index: int, words: str) -> Article:
    paragraphs = list(text.paragraphs)
    paragraphs[index] = words
    return text.replace(paragraphs=tuple(paragraphs))


def test_a_new_entry_gets_an_address_and_its_first_revision(work: Work, editor: AbstractBaseUser) -> None:
    result = revise([Change(None, ANNA, new=NewEntry(work))], by=editor, reason="เริ่มรายการ")[0]
    assert result.entry is not None
    assert result.entry.slug == "alpha-anna"
    revision = latest(result.entry)
    assert (revision.number, revision.article, revision.origin) == (1, ANNA, Origin.EDIT)
    assert (revision.by, revision.by_name, revision.reason) == (editor, "วนิดา บรรณาธิการ", "เริ่มรายการ")


def test_two_entries_of_one_name_get_addresses_of_their_own(enter: Enter) -> None:
    one, two = enter(ANNA, ANNA.replace(periods_ce=("1650–1700",)))
    (three,) = enter(ANNA.replace(periods_ce=("1500",)))
    assert [one.slug, two.slug, three.slug] == ["alpha-anna", "alpha-anna-2", "alpha-anna-3"]


def test_the_same_text_makes_no_revision(enter: Enter) -> None:
    (entry,) = enter(ANNA)
    result = revise([Change(entry, ANNA, base=latest(entry))], by=None)[0]
    assert result.revision is None
    assert Revision.objects.filter(entry=entry).count() == 1


def test_a_change_from_the_latest_goes_straight_on(enter: Enter) -> None:
    (entry,) = enter(ANNA)
    first = latest(entry)
    changed = edited(ANNA, 1, "ย่อหน้าใหม่")
    result = revise([Change(entry, changed, base=first)], by=None)[0]
    assert result.revision == latest(entry)
    assert (latest(entry).number, latest(entry).article, latest(entry).parent) == (2, changed, first)


def test_a_stale_change_of_another_place_is_merged(enter: Enter) -> None:
    (entry,) = enter(ANNA)
    first = latest(entry)
    revise([Change(entry, edited(ANNA, 0, "ย่อหน้าแรกใหม่"), base=first)], by=None)
    second = latest(entry)
    result = revise([Change(entry, edited(ANNA, 2, "ย่อหน้าท้ายใหม่"), base=first)], by=None)[0]
    assert result.merged
    merged = latest(entry)
    assert merged.article == edited(edited(ANNA, 0, "ย่อหน้าแรกใหม่"), 2, "ย่อหน้าท้ายใหม่")
    assert merged.parent == second
    assert merged.merged is not None
    assert (merged.merged.number, merged.merged.article) == (None, edited(ANNA, 2, "ย่อหน้าท้ายใหม่"))


def test_a_stale_change_of_the_same_place_is_refused_and_changes_nothing(enter: Enter) -> None:
    (entry,) = enter(ANNA)
    first = latest(entry)
    mine = edited(ANNA, 1, "ข้อความของคนแรกที่ยาวและต่างออกไป")
    revise([Change(entry, mine, base=first)], by=None)
    theirs = edited(ANNA, 1, "อีกคนเขียนอย่างอื่นในที่เดียวกัน")
    result = revise([Change(entry, theirs, base=first)], by=None)[0]
    assert result.refused
    assert [(overlap.field, overlap.theirs) for overlap in result.overlaps] == [("paragraphs", (theirs.paragraphs[1],))]
    assert latest(entry).article == mine
    assert Revision.objects.filter(entry=entry).count() == 2


def test_keeping_mine_opens_a_conflict_with_all_three_texts(enter: Enter) -> None:
    (entry,) = enter(ANNA)
    first = latest(entry)
    mine = edited(ANNA, 1, "ข้อความของบรรณาธิการที่แก้ไขแล้ว")
    revise([Change(entry, mine, base=first)], by=None)
    theirs = edited(ANNA, 1, "ข้อความจากแฟ้มที่ส่งมาภายหลัง")
    change = Change(entry, theirs, base=first, origin=Origin.IMPORT, on_overlap=OnOverlap.KEEP_MINE)
    result = revise([change], by=None)[0]
    assert latest(entry).article == mine
    conflict = Conflict.objects.get()
    assert (conflict.entry, conflict.base, conflict.theirs) == (entry, first, result.holder)
    assert (conflict.before, conflict.ours, conflict.other) == (
        [ANNA.paragraphs[1]],
        [mine.paragraphs[1]],
        [theirs.paragraphs[1]],
    )
    assert conflict.theirs.article == theirs


def test_names_are_entered_once_whatever_their_spelling(enter: Enter) -> None:
    enter(ANNA, BORIS, article("Zeta", "เซตา", keywords=("สงคราม แกมมา",)))
    assert sorted(Keyword.objects.values_list("label", flat=True)) == ["บีตา, บอริส", "สงครามแกมมา", "อัลฟา, อันนา"]
    gamma = Keyword.objects.get(label="สงครามแกมมา")
    assert gamma.uses.count() == 3


def test_restoring_makes_an_old_text_the_latest_again(enter: Enter, editor: AbstractBaseUser) -> None:
    (entry,) = enter(ANNA)
    first = latest(entry)
    revise([Change(entry, edited(ANNA, 1, "ใหม่"), base=first)], by=None)
    restore(first, by=editor)
    assert (latest(entry).number, latest(entry).article, latest(entry).origin) == (3, ANNA, Origin.RESTORE)


def test_two_changes_of_one_entry_in_one_call_are_a_mistake(enter: Enter) -> None:
    (entry,) = enter(ANNA)
    with pytest.raises(ValueError, match="same entry"):
        revise([Change(entry, ANNA), Change(entry, BORIS)], by=None)
