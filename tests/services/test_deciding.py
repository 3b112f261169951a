"""Decisions hold wherever their place is found again, and only there; every one can be taken back."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AbstractBaseUser

from entries.models import CrossReference, DecisionKind, Entry, ReferenceDecision, Resolution, Revision
from entries.services import deciding
from entries.services.checking import compare_with_rebuild
from entries.services.publishing import publish, withdraw
from entries.services.revising import Change, revise
from entries.text.article import Article
from tests.texts import ANNA, BORIS, GAMMA, article

Enter = Callable[..., list[Entry]]

#: Both paragraphs ask for a Boris of whom there are two.
NAMESAKE = BORIS.replace(periods_ce=("1600",))


def latest(entry: Entry) -> Revision:
    return Revision.objects.filter(entry=entry).latest_of_each().get()


def edit(entry: Entry, **changes: object) -> Article:
    base = latest(entry)
    changed = base.article.replace(**changes)
    revise([Change(entry, changed, base=base)], by=None)
    return changed


def reference(entry: Entry, gloss: str, occurrence: int = 0) -> CrossReference:
    found = CrossReference.objects.filter(face__entry=entry, face__is_working=True, gloss=gloss)
    return found.order_by("place", "position")[occurrence]


def outcome(entry: Entry, gloss: str, occurrence: int = 0) -> tuple[str, str, str | None]:
    row = reference(entry, gloss, occurrence)
    return row.anchor, row.resolution, row.target.slug if row.target else None


def orphans() -> list[str]:
    return [decision.gloss for decision in ReferenceDecision.objects.orphaned()]


def test_a_link_chosen_among_homonyms_holds_and_can_be_taken_back(enter: Enter, editor: AbstractBaseUser) -> None:
    anna, _boris, namesake = enter(ANNA, BORIS, NAMESAKE)
    assert outcome(anna, "Boris Beta") == ("บอริส บีตา", Resolution.AMBIGUOUS, None)
    decision = deciding.decide(reference(anna, "Boris Beta"), DecisionKind.LINK, target=namesake, by=editor)
    assert (decision.by, decision.by_name) == (editor, "วนิดา บรรณาธิการ")
    assert outcome(anna, "Boris Beta") == ("บอริส บีตา", Resolution.LINKED, namesake.slug)
    assert compare_with_rebuild() == []
    deciding.undo_decision(decision)
    assert outcome(anna, "Boris Beta") == ("บอริส บีตา", Resolution.AMBIGUOUS, None)
    with pytest.raises(deciding.AlreadyUndoneError):
        deciding.undo_decision(decision)


def test_readers_follow_a_chosen_link_once_its_target_is_live(enter: Enter) -> None:
    (anna,) = enter(ANNA, live=True)
    (namesake,) = enter(NAMESAKE)
    deciding.decide(reference(anna, "Gamma War"), DecisionKind.LINK, target=namesake, by=None)
    assert reference(anna, "Gamma War").live_target is None
    publish([latest(namesake)], by=None)
    assert reference(anna, "Gamma War").live_target == namesake
    withdraw([namesake], by=None)
    assert outcome(anna, "Gamma War") == ("สงครามแกมมา", Resolution.WANTED, None)
    assert compare_with_rebuild() == []


def test_a_later_decision_replaces_an_earlier_one_and_undoing_it_brings_that_back(enter: Enter) -> None:
    anna, boris, gamma = enter(ANNA, BORIS, GAMMA)
    deciding.decide(reference(anna, "Gamma War"), DecisionKind.LINK, target=boris, by=None)
    second = deciding.decide(reference(anna, "Gamma War"), DecisionKind.NOT_REFERENCE, by=None)
    assert outcome(anna, "Gamma War") == ("สงครามแกมมา", Resolution.NONE, None)
    assert ReferenceDecision.objects.standing().count() == 1
    deciding.undo_decision(second)
    assert outcome(anna, "Gamma War") == ("สงครามแกมมา", Resolution.LINKED, boris.slug)
    deciding.undo_decision(ReferenceDecision.objects.standing().get())
    assert outcome(anna, "Gamma War") == ("สงครามแกมมา", Resolution.LINKED, gamma.slug)
    assert compare_with_rebuild() == []


def test_a_chosen_anchor_moves_the_span_and_its_key(enter: Enter) -> None:
    anna, boris = enter(ANNA, BORIS)
    found = reference(anna, "Boris Beta")
    decision = deciding.decide(found, DecisionKind.ANCHOR, anchor="ร่วมงานกับบอริส บีตา", by=None)
    row = reference(anna, "Boris Beta")
    assert (row.anchor, row.confidence, row.anchor_decision) == ("ร่วมงานกับบอริส บีตา", 1.0, decision)
    assert row.target == boris
    assert compare_with_rebuild() == []
    deciding.undo_decision(decision)
    again = reference(anna, "Boris Beta")
    assert (again.anchor, again.start, again.confidence, again.evidence) == (
        found.anchor,
        found.start,
        found.confidence,
        found.evidence,
    )
    assert compare_with_rebuild() == []


@pytest.mark.parametrize("anchor", ["บีตา, บอริส", "อันนา อัลฟา", "ในสงครามแกมมา"])
def test_an_anchor_stands_straight_before_its_parenthesis(enter: Enter, anchor: str) -> None:
    (anna,) = enter(ANNA)
    with pytest.raises(deciding.AnchorNotThereError):
        deciding.decide(reference(anna, "Boris Beta"), DecisionKind.ANCHOR, anchor=anchor, by=None)
    assert not ReferenceDecision.objects.exists()


def test_a_link_needs_a_target_and_nothing_else_takes_one(enter: Enter) -> None:
    (anna,) = enter(ANNA)
    for kind, target in ((DecisionKind.LINK, None), (DecisionKind.DISMISS, anna), (DecisionKind.ANCHOR, anna)):
        with pytest.raises(deciding.TargetError):
            deciding.decide(reference(anna, "Boris Beta"), kind, target=target, by=None)


def test_a_reference_that_has_gone_is_not_decided(enter: Enter) -> None:
    (anna,) = enter(ANNA)
    row = reference(anna, "Boris Beta")
    edit(anna, paragraphs=("อันนา อัลฟา เป็นนักปฏิวัติ",))
    with pytest.raises(deciding.ReferenceGoneError):
        deciding.decide(row, DecisionKind.DISMISS, by=None)


ONCE = "บอริส บีตา (Boris Beta)*"


@pytest.mark.parametrize(
    ("before", "after", "occurrence", "found"),
    [
        # the text around is the same
        (f"เขาพบ{ONCE} ที่นั่น", f"ต้นเรื่อง เขาพบ{ONCE} ที่นั่น ท้ายเรื่อง", 0, 0),
        # one side has changed, and nothing like it has gone
        (f"เขาพบ{ONCE} ที่นั่น", f"เขาพบ{ONCE} ที่โน่น", 0, 0),
        # the only one there was and is
        (f"เขาพบ{ONCE} ที่นั่น", f"เธอรู้จัก{ONCE} มาก่อน", 0, 0),
        # another one came before it
        (f"เขาพบ{ONCE} ที่นั่น", f"ครั้งแรกกับ{ONCE} แล้ว เขาพบ{ONCE} ที่นั่น", 0, 1),
        # it went, and another of its kind stayed
        (f"เขาพบ{ONCE} ที่นั่น แล้วรักกับ{ONCE} ที่โน่น", f"แล้วรักกับ{ONCE} ที่โน่น", 0, None),
        # two of the same words: the number tells them apart while both are there
        (f"พบ{ONCE} แล้ว\nพบ{ONCE} แล้ว", f"พบ{ONCE} แล้ว\nพบ{ONCE} แล้ว\nต่อ", 1, 1),
        (f"พบ{ONCE} แล้ว\nพบ{ONCE} แล้ว", f"พบ{ONCE} แล้ว\nพบ{ONCE} แล้ว ต่อ", 1, None),
        (f"ก พบ{ONCE} ข", f"ก พบ{ONCE} ข ก พบ{ONCE} ข", 0, None),
        # gloss or anchor has gone
        (f"เขาพบ{ONCE} ที่นั่น", "เขาพบบอริส บีตา (Bob Beta)* ที่นั่น", 0, None),
        (f"เขาพบ{ONCE} ที่นั่น", "เขาพบโบริส (Boris Beta)* ที่นั่น", 0, None),
    ],
)
def test_a_decision_finds_its_place_again_or_is_orphaned(
    enter: Enter, before: str, after: str, occurrence: int, found: int | None
) -> None:
    entry, gamma = enter(article("Zeta", "เซตา", *before.split("\n")), GAMMA)
    deciding.decide(reference(entry, "Boris Beta", occurrence), DecisionKind.LINK, target=gamma, by=None)
    edit(entry, paragraphs=tuple(after.split("\n")))
    rows = CrossReference.objects.filter(face__entry=entry, face__is_working=True, starred=True).order_by("position")
    assert [at for at, row in enumerate(rows) if row.target == gamma] == ([] if found is None else [found])
    assert orphans() == ([] if found is not None else ["Boris Beta"])
    assert compare_with_rebuild() == []


def test_a_decision_comes_back_with_its_text(enter: Enter) -> None:
    anna, _boris, namesake = enter(ANNA, BORIS, NAMESAKE)
    deciding.decide(reference(anna, "Boris Beta"), DecisionKind.LINK, target=namesake, by=None)
    before = latest(anna).article.paragraphs
    edit(anna, paragraphs=("อันนา อัลฟา เป็นนักปฏิวัติ",))
    assert orphans() == ["Boris Beta"]
    edit(anna, paragraphs=before)
    assert orphans() == []
    assert outcome(anna, "Boris Beta") == ("บอริส บีตา", Resolution.LINKED, namesake.slug)


def test_a_decision_holds_on_the_live_text_too(enter: Enter) -> None:
    (anna,) = enter(ANNA, live=True)
    (gamma,) = enter(GAMMA, live=True)
    edit(anna, paragraphs=("ฉบับใหม่ ไม่มีอะไร",))
    live = CrossReference.objects.get(face__entry=anna, face__is_live=True, gloss="Gamma War")
    deciding.decide(live, DecisionKind.NOT_REFERENCE, by=None)
    live.refresh_from_db()
    assert (live.live_target, live.resolution) == (None, Resolution.NONE)
    assert gamma.referred_to_by.count() == 0


def test_no_anchor_reaches_over_the_parenthesis_of_another_reference(enter: Enter) -> None:
    (zeta,) = enter(article("Zeta", "เซตา", "เขาพบเก่า (Old)* กับใหม่ (New)* ที่นั่น", ce=()))
    row = reference(zeta, "New")
    with pytest.raises(deciding.AnchorNotThereError):
        deciding.decide(row, DecisionKind.ANCHOR, anchor="เก่า (Old)* กับใหม่", by=None)
    deciding.decide(row, DecisionKind.ANCHOR, anchor="กับใหม่", by=None)
    assert reference(zeta, "New").anchor == "กับใหม่"


def test_anchors_are_accepted_together_and_taken_back_together(enter: Enter) -> None:
    enter(ANNA, BORIS)
    unsure = list(CrossReference.objects.filter(starred=True).order_by("pk"))
    before = [(row.face.entry_id, row.position, row.anchor, row.confidence) for row in unsure]
    made = deciding.bulk_accept(unsure, by=None)
    accepted = CrossReference.objects.filter(starred=True)
    assert {row.confidence for row in accepted} == {1.0}
    assert [(row.face.entry_id, row.position, row.anchor) for row in accepted.order_by("pk")] == [
        row[:3] for row in before
    ]
    assert compare_with_rebuild() == []
    deciding.undo_decisions(made)
    assert [(r.face.entry_id, r.position, r.anchor, r.confidence) for r in accepted.order_by("pk")] == before


def test_deciding_takes_as_many_queries_for_many_as_for_few(
    enter: Enter, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    enter(ANNA, BORIS, GAMMA)
    with django_assert_max_num_queries(34):  # type: ignore[attr-defined]
        deciding.bulk_accept(list(CrossReference.objects.filter(starred=True)), by=None)


def test_a_link_of_a_see_entry_leads_its_references_along(enter: Enter) -> None:
    see = article("Bob", "บ๊อบ", see="Boris Beta")
    zeta = article("Zeta", "เซตา", "เขาพบบ๊อบ (Bob)* ที่นั่น", keywords=("บ๊อบ",))
    bob, _boris, namesake, zeta_entry = enter(see, BORIS, NAMESAKE, zeta)
    assert outcome(zeta_entry, "Bob") == ("บ๊อบ", Resolution.LINKED, bob.slug)
    row = CrossReference.objects.get(face__entry=bob, place="see")
    deciding.decide(row, DecisionKind.LINK, target=namesake, by=None)
    assert outcome(zeta_entry, "Bob") == ("บ๊อบ", Resolution.LINKED, namesake.slug)
    assert compare_with_rebuild() == []


def test_who_comes_second_does_not_undo_what_the_first_decided(enter: Enter) -> None:
    anna, boris, namesake = enter(ANNA, BORIS, NAMESAKE)
    seen = reference(anna, "Boris Beta")
    deciding.decide(reference(anna, "Boris Beta"), DecisionKind.LINK, target=boris, by=None)
    with pytest.raises(deciding.DecidedMeanwhileError):
        deciding.decide(seen, DecisionKind.LINK, target=namesake, by=None)
    assert outcome(anna, "Boris Beta") == ("บอริส บีตา", Resolution.LINKED, boris.slug)


def test_the_state_of_a_question_changes_with_whatever_it_was_asked_on(enter: Enter) -> None:
    anna, boris, _namesake = enter(ANNA, BORIS, NAMESAKE)
    before = deciding.state(reference(anna, "Boris Beta"))
    assert deciding.state(reference(anna, "Boris Beta")) == before
    decision = deciding.decide(reference(anna, "Boris Beta"), DecisionKind.LINK, target=boris, by=None)
    assert deciding.state(reference(anna, "Boris Beta")) != before
    deciding.undo_decision(decision)
    assert deciding.state(reference(anna, "Boris Beta")) == before
    edit(anna, authors=("อื่น",))
    assert deciding.state(reference(anna, "Boris Beta")) != before


def test_an_orphan_is_decided_again_elsewhere_and_comes_back_when_that_is_undone(enter: Enter) -> None:
    anna, _boris, namesake = enter(ANNA, BORIS, NAMESAKE)
    deciding.decide(reference(anna, "Boris Beta"), DecisionKind.LINK, target=namesake, by=None)
    edit(anna, paragraphs=("เธอรู้จักโบริสผู้กล้า (Bob Beta)* มานานแล้ว",))
    orphan = ReferenceDecision.objects.orphaned().get()
    [made] = deciding.decide_again(orphan, reference(anna, "Bob Beta"), by=None)
    assert (reference(anna, "Bob Beta").target, orphans()) == (namesake, [])
    assert compare_with_rebuild() == []
    with pytest.raises(deciding.AlreadyUndoneError):
        deciding.decide_again(orphan, reference(anna, "Bob Beta"), by=None)
    deciding.undo_decision(made)
    assert (reference(anna, "Bob Beta").target, orphans()) == (None, ["Boris Beta"])
    assert compare_with_rebuild() == []


def test_what_was_taken_back_holds_again_when_it_is_reinstated(enter: Enter) -> None:
    anna, _boris, namesake = enter(ANNA, BORIS, NAMESAKE)
    decision = deciding.decide(reference(anna, "Boris Beta"), DecisionKind.LINK, target=namesake, by=None)
    deciding.undo_decision(decision)
    deciding.reinstate([decision])
    assert outcome(anna, "Boris Beta") == ("บอริส บีตา", Resolution.LINKED, namesake.slug)
    assert compare_with_rebuild() == []
