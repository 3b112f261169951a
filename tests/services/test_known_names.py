"""A name of one entry shows where an anchor begins in another, from the moment it is known until it goes."""

from collections.abc import Callable

from entries.models import CrossReference, DecisionKind, Entry, Keyword, Projection, Revision
from entries.services import deciding
from entries.services.aliases import add_alias, remove_alias
from entries.services.checking import compare_with_rebuild, compare_with_relink
from entries.services.merging import merge_owners
from entries.services.publishing import publish, withdraw
from entries.services.revising import Change, revise
from entries.text.lexicon_keys import beginnings, left_key, name_keys
from tests.texts import article

Enter = Callable[..., list[Entry]]

WORDS = "หลังจากนั้นก็มีเรื่องประหลาดบางอย่างเกิดขึ้นโดยไม่มีใครรู้ความจริง"
VAGUE = article("Vague", "คลุมเครือ", f"{WORDS} (Qwxyz)* อีกเลย", ce=())
NAME = "ใครรู้ความจริง"
NAMED = article("Named", NAME, ce=())


def latest(entry: Entry) -> Revision:
    return Revision.objects.filter(entry=entry).latest_of_each().get()


def anchor(entry: Entry, *, live: bool = False) -> str:
    face = {"face__is_live": True} if live else {"face__is_working": True}
    return CrossReference.objects.get(face__entry=entry, gloss="Qwxyz", **face).anchor


def reworded(entry: Entry, ending: str) -> None:
    base = latest(entry)
    text = base.article.replace(paragraphs=(f"{VAGUE.paragraphs[0]} {ending}",))
    revise([Change(entry, text, base=base)], by=None)


def test_a_new_name_moves_an_anchor_and_links_it_and_says_why(enter: Enter) -> None:
    (vague,) = enter(VAGUE)
    before = anchor(vague)
    assert before != NAME
    (named,) = enter(NAMED)
    row = CrossReference.objects.get(face__entry=vague)
    assert (row.anchor, row.target) == (NAME, named)
    assert row.evidence[0] == ["name", f"ตรงกับคำเทียบ “{NAME}”"]
    assert row.confidence > 0.5
    withdrawn = latest(named)
    publish([withdrawn], by=None)
    withdraw([named], by=None)
    assert anchor(vague) == before
    assert CrossReference.objects.get(face__entry=vague).target is None
    assert compare_with_rebuild() == []


def test_it_makes_no_difference_which_came_first(enter: Enter) -> None:
    _named, vague = enter(NAMED)[0], enter(VAGUE)[0]
    assert anchor(vague) == NAME
    assert compare_with_relink() == []


def test_a_renamed_entry_gives_the_anchor_back(enter: Enter) -> None:
    vague, named = enter(VAGUE, NAMED)
    base = latest(named)
    revise([Change(named, base.article.replace(thai_titles=("อื่น",)), base=base)], by=None)
    assert anchor(vague) != NAME
    assert compare_with_rebuild() == []


def test_an_alias_moves_anchors_while_it_stands(enter: Enter) -> None:
    vague, other = enter(VAGUE, article("Other", "อื่น", ce=()))
    before = anchor(vague)
    alias = add_alias(other, NAME, by=None)
    assert anchor(vague) == NAME
    assert compare_with_rebuild() == []
    remove_alias(alias)
    assert anchor(vague) == before
    assert compare_with_rebuild() == []


def test_a_name_of_a_keyword_shows_where_anchors_begin(enter: Enter) -> None:
    (vague,) = enter(VAGUE, live=True)
    before = anchor(vague)
    (other,) = enter(article("Other", "อื่น", ce=(), keywords=(NAME,)))
    publish([latest(vague)], by=None)
    assert anchor(vague, live=True) == before
    reworded(vague, "ต่อท้าย")
    assert (anchor(vague), anchor(vague, live=True)) == (NAME, before)
    assert CrossReference.objects.get(face__entry=vague, face__is_working=True).evidence[0] == [
        "name", f"ตรงกับคำสำคัญ “{NAME}”"
    ]  # fmt: skip
    publish([latest(other)], by=None)
    assert anchor(vague, live=True) == NAME
    withdraw([other], by=None)
    assert (anchor(vague), anchor(vague, live=True)) == (NAME, before)
    assert compare_with_rebuild() == []


def test_readers_know_the_names_of_a_keyword_while_the_keyword_that_it_was_merged_into_is_live(enter: Enter) -> None:
    (vague,) = enter(VAGUE, live=True)
    before = anchor(vague, live=True)
    enter(article("Draft", "ร่าง", ce=(), keywords=(NAME,)))
    enter(article("Public", "เผยแพร่", ce=(), keywords=("อย่างอื่น",)), live=True)
    assert anchor(vague, live=True) == before
    merge_owners(Keyword.objects.get(label=NAME), Keyword.objects.get(label="อย่างอื่น"))
    assert anchor(vague, live=True) == NAME
    assert compare_with_rebuild() == []


def test_a_confirmed_anchor_is_known_to_other_places_until_it_is_undone(enter: Enter) -> None:
    twice = VAGUE.replace(paragraphs=(VAGUE.paragraphs[0], f"{WORDS} (Xyzzy)* อีกครั้ง"))
    vague, other = enter(twice, VAGUE.replace(headwords=("Other",), thai_titles=("อื่น",)))
    before = anchor(other)
    row = CrossReference.objects.get(face__entry=vague, gloss="Qwxyz")
    decision = deciding.decide(row, DecisionKind.ANCHOR, anchor=NAME, by=None)
    found = CrossReference.objects.get(face__entry=vague, gloss="Xyzzy")
    assert (found.anchor, found.evidence[0]) == (NAME, ["name", f"ตรงกับคำที่โยงซึ่งยืนยันแล้ว “{NAME}”"])
    assert anchor(other) == NAME
    assert compare_with_rebuild() == []
    deciding.undo_decision(decision)
    assert anchor(other) == before
    assert compare_with_rebuild() == []


def test_confirming_tells_how_many_anchors_of_other_places_it_moves(enter: Enter) -> None:
    twice = VAGUE.replace(paragraphs=(VAGUE.paragraphs[0], f"{WORDS} (Xyzzy)* อีกครั้ง"))
    other = VAGUE.replace(headwords=("Other",), thai_titles=("อื่น",))
    vague, _other = enter(twice, other)
    enter(other.replace(headwords=("Public",), thai_titles=("เผยแพร่",)), live=True)
    row = CrossReference.objects.get(face__entry=vague, gloss="Qwxyz")
    made = deciding.decide_each([(row, NAME)], DecisionKind.ANCHOR, by=None)
    assert (made.elsewhere.places, made.elsewhere.entries) == (2, 2)
    again = CrossReference.objects.get(pk=row.pk)
    assert deciding.decide_each([(again, NAME)], DecisionKind.ANCHOR, by=None).elsewhere.places == 0


def test_a_title_outranks_an_anchor_confirmed_elsewhere(enter: Enter) -> None:
    """What an editor said of one place does not take a name from the entries that have it."""
    shorter = "รู้ความจริง"
    vague, other = enter(VAGUE, VAGUE.replace(headwords=("Other",), thai_titles=("อื่น",)))
    row = CrossReference.objects.get(face__entry=vague)
    deciding.decide(row, DecisionKind.ANCHOR, anchor=shorter, by=None)
    assert anchor(other) == shorter
    enter(NAMED)
    assert anchor(other) == NAME
    assert compare_with_rebuild() == []


def test_of_one_name_the_title_is_told_rather_than_a_confirmed_anchor(enter: Enter) -> None:
    vague, other, _named = enter(VAGUE, VAGUE.replace(headwords=("Other",), thai_titles=("อื่น",)), NAMED)
    deciding.decide(CrossReference.objects.get(face__entry=vague), DecisionKind.ANCHOR, anchor=NAME, by=None)
    row = CrossReference.objects.get(face__entry=other)
    assert row.evidence[0] == ["name", f"ตรงกับคำเทียบ “{NAME}”"]


def test_a_name_of_a_draft_moves_nothing_that_readers_see(enter: Enter) -> None:
    (vague,) = enter(VAGUE, live=True)
    before = anchor(vague, live=True)
    (named,) = enter(NAMED)
    assert anchor(vague, live=True) == before
    reworded(vague, "ต่อท้าย")
    assert (anchor(vague), anchor(vague, live=True)) == (NAME, before)
    publish([latest(named)], by=None)
    assert (anchor(vague), anchor(vague, live=True)) == (NAME, NAME)
    withdraw([named], by=None)
    assert (anchor(vague), anchor(vague, live=True)) == (before, before)
    assert compare_with_rebuild() == []


def test_publishing_a_text_takes_the_names_of_drafts_out_of_it(enter: Enter) -> None:
    vague, _named = enter(VAGUE, NAMED)
    assert anchor(vague) == NAME
    publish([latest(vague)], by=None)
    assert anchor(vague) != NAME
    assert Projection.objects.filter(entry=vague).count() == 1
    assert compare_with_rebuild() == []


def test_a_decided_anchor_stays_whatever_is_known(enter: Enter) -> None:
    (vague,) = enter(VAGUE)
    row = CrossReference.objects.get(face__entry=vague)
    decision = deciding.decide(row, DecisionKind.ANCHOR, anchor="ความจริง", by=None)
    enter(NAMED)
    assert anchor(vague) == "ความจริง"
    assert compare_with_rebuild() == []
    deciding.undo_decision(decision)
    assert anchor(vague) == NAME
    assert compare_with_rebuild() == []


def test_names_of_other_works_say_nothing(enter: Enter) -> None:
    (vague,) = enter(VAGUE)
    before = anchor(vague)
    (named,) = enter(NAMED)
    other = type(named.work).objects.create(slug="plants", title="พืช")
    Entry.objects.filter(pk=named.pk).update(work=other)
    from_scratch = compare_with_relink()
    assert any(before in line for line in from_scratch)


def test_the_keys_of_names_begin_the_keys_of_texts_that_end_in_them() -> None:
    for name, text in (
        ("เลนิน, วลาดีมีร์", "เคียงคู่กับวลาดีมีร์ เลนิน"),
        ("นายวลาดีมีร์ เลนิน", "เคียงคู่กับวลาดีมีร์ เลนิน"),
        ("พระเจ้านิโคลัสที่ ๒", "ปลดพระเจ้านิโคลัสที่ 2"),
        ("Moscow Trials", "ที่ moscow trials"),
    ):
        assert name_keys(name) & set(beginnings(left_key(text))), name
    assert not name_keys("เลนิน") & set(beginnings(left_key("พบ เลนินา")))
    assert name_keys("กก") == frozenset()
    assert list(beginnings("")) == []
