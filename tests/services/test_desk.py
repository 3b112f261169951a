"""The desk asks each question once, in order, until it is settled."""

from collections.abc import Callable

import pytest

from entries.models import CrossReference, DecisionKind, Entry, Revision
from entries.services import deciding, desk
from entries.services.desk import Cursor, Filters, Question, QuestionKind
from entries.services.publishing import publish, withdraw
from entries.services.revising import Change, revise
from entries.text.article import Article
from tests.texts import ANNA, BORIS, GAMMA, article

Enter = Callable[..., list[Entry]]

EVERYTHING = Filters()
NAMESAKE = BORIS.replace(periods_ce=("1600",))
ZETA = article(
    "Zeta",
    "เซตา",
    "เขาพบนางอันนา อัลฟา (Boris Beta)* แล้วเดินทางไปกับนิกิตา ครุชชอฟ (Nikita Khruschev)* ในปีนั้น",
    keywords=("อัลฟา, อันนา", "ครุชชอฟ, นิกิตา"),
    ce=(),
)
NIKITA = article("Khrushchev, Nikita", "นายนีกีตา ครุชอฟ", ce=("1894–1971",))
VAGUE = article("Vague", "คลุมเครือ", "หลังจากนั้นก็มีเรื่องประหลาดบางอย่างเกิดขึ้นโดยไม่มีใครรู้ความจริง (Qwxyz)* อีกเลย", ce=())


def latest(entry: Entry) -> Revision:
    return Revision.objects.filter(entry=entry).latest_of_each().get()


def walk(filters: Filters = EVERYTHING) -> list[Question]:
    """Every question, each asked for after the one before."""
    found: list[Question] = []
    after: Cursor | None = None
    while (question := desk.next_question(filters, after=after)) is not None:
        found.append(question)
        after = question.cursor
        assert len(found) < 50
    return found


def told(questions: list[Question]) -> list[tuple[str, str, str]]:
    return [
        (q.face.headword, q.reference.gloss if q.reference else q.decision.gloss if q.decision else "", q.kind)
        for q in questions
    ]


def test_every_kind_of_question_is_asked_in_filing_order(enter: Enter) -> None:
    anna, _boris, _zeta, _nikita, _vague = enter(ANNA, BORIS, ZETA, NIKITA, VAGUE)
    row = CrossReference.objects.get(face__entry=anna, gloss="Boris Beta")
    deciding.decide(row, DecisionKind.NOT_REFERENCE, by=None)
    base = latest(anna)
    changed = base.article.replace(paragraphs=("อันนา อัลฟา เป็นนักปฏิวัติ",))
    revise([Change(anna, changed, base=base)], by=None)
    assert told(walk()) == [
        ("Vague", "Qwxyz", QuestionKind.UNSURE),
        ("Zeta", "Boris Beta", QuestionKind.DISAGREEING),
        ("Zeta", "Nikita Khruschev", QuestionKind.NEAR),
        ("Alpha, Anna", "Boris Beta", QuestionKind.ORPHANED),
    ]


def test_homonyms_are_offered_as_candidates(enter: Enter) -> None:
    _anna, boris, namesake = enter(ANNA, BORIS, NAMESAKE)
    questions = walk(Filters(kind=QuestionKind.AMBIGUOUS))
    assert told(questions) == [("Alpha, Anna", "Boris Beta", QuestionKind.AMBIGUOUS)]
    assert {each.face.entry for each in questions[0].candidates} == {boris, namesake}


def test_a_near_miss_is_proposed_and_never_linked(enter: Enter) -> None:
    zeta, nikita = enter(ZETA, NIKITA)
    row = CrossReference.objects.get(face__entry=zeta, gloss="Nikita Khruschev")
    assert row.target is None
    (question,) = walk(Filters(kind=QuestionKind.NEAR))
    assert [(each.face.entry, each.name) for each in question.candidates] == [(nikita, "Khrushchev, Nikita")]
    assert 0.8 <= question.candidates[0].likeness < 1.0


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(kind=QuestionKind.UNSURE), ["Qwxyz"]),
        (Filters(kind=QuestionKind.DISAGREEING), ["Boris Beta"]),
        (Filters(below=0.9), ["Qwxyz", "Boris Beta"]),
        (Filters(least=0.9), ["Nikita Khruschev"]),
        (Filters(work=0), []),
        (Filters(entry=0), []),
    ],
)
def test_questions_can_be_narrowed(enter: Enter, filters: Filters, expected: list[str]) -> None:
    enter(ANNA, BORIS, ZETA, NIKITA, VAGUE)
    assert [gloss for _headword, gloss, _kind in told(walk(filters)) if gloss != "Gamma War"] == expected


@pytest.mark.parametrize("kind", [DecisionKind.ANCHOR, DecisionKind.DISMISS, DecisionKind.NOT_REFERENCE])
def test_what_is_settled_is_not_asked_again_until_it_is_undone(enter: Enter, kind: DecisionKind) -> None:
    enter(VAGUE)
    (question,) = walk()
    assert question.reference is not None
    decision = deciding.decide(question.reference, kind, by=None)
    assert walk() == []
    deciding.undo_decision(decision)
    assert told(walk()) == told([question])


def test_accepting_above_a_confidence_leaves_the_rest(enter: Enter) -> None:
    enter(VAGUE)
    (row,) = desk.unsure()
    assert desk.bulk_accept(desk.unsure(Filters(least=row.confidence + 0.01)), by=None) == []
    assert len(desk.bulk_accept(desk.unsure(Filters(least=row.confidence)), by=None)) == 1
    assert not desk.unsure().exists()


def test_a_question_comes_with_its_passage_and_other_anchors(enter: Enter) -> None:
    enter(VAGUE)
    (question,) = walk()
    assert question.reference
    assert question.passage
    before, anchor, between, gloss, after = question.passage.parts
    assert (anchor, between, gloss, after) == (question.reference.anchor, " ", "(Qwxyz)", "* อีกเลย")
    assert before + anchor == VAGUE.paragraphs[0].partition(" (")[0]
    assert question.anchors
    assert question.reference.anchor not in question.anchors
    assert all((before + anchor).endswith(each) for each in question.anchors)
    assert [len(each) for each in question.anchors] == sorted(len(each) for each in question.anchors)
    for each in question.anchors:
        deciding.decide(question.reference, DecisionKind.ANCHOR, anchor=each, by=None)
        question.reference.refresh_from_db()
        assert question.reference.anchor == each


def test_only_working_texts_are_asked_about(enter: Enter) -> None:
    (vague,) = enter(VAGUE, live=True)
    base = latest(vague)
    revise([Change(vague, base.article.replace(paragraphs=("เรียบร้อย",)), base=base)], by=None)
    assert CrossReference.objects.filter(gloss="Qwxyz").exists()
    assert walk() == []


def test_an_orphan_of_an_entry_with_two_faces_is_asked_about_once(enter: Enter) -> None:
    (vague,) = enter(VAGUE, live=True)
    (row,) = desk.unsure()
    deciding.decide(row, DecisionKind.DISMISS, by=None)
    base = latest(vague)
    revise([Change(vague, base.article.replace(paragraphs=("เรียบร้อย",)), base=base)], by=None)
    assert told(walk()) == [("Vague", "Qwxyz", QuestionKind.ORPHANED)]
    publish([latest(vague)], by=None)
    assert told(walk()) == [("Vague", "Qwxyz", QuestionKind.ORPHANED)]


def filler(number: int) -> Article:
    return VAGUE.replace(headwords=(f"Vague {number}",), thai_titles=(f"คลุมเครือ {number}",))


def test_the_next_question_takes_as_many_queries_in_a_large_encyclopedia(
    enter: Enter, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    enter(ANNA, BORIS, NAMESAKE, GAMMA, ZETA, NIKITA, *(filler(number) for number in range(20)))
    with django_assert_max_num_queries(8):  # type: ignore[attr-defined]
        assert desk.next_question() is not None


@pytest.mark.parametrize(
    ("gloss", "headword", "offered"),
    [
        ("Lenin", "Lenin, Vladimir Ilyich", True),
        ("V. I. Lenin", "Lenin, Vladimir", True),
        ("Vladimir Lenin", "Lenin, V. I.", True),
        ("N. Lenin", "Lenin, V. I.", False),
        ("Leningrad", "Lenin, V. I.", False),
        ("Lenin", "Leninism, Theory of", False),
    ],
)
def test_persons_of_the_surname_are_proposed_unless_the_initials_say_otherwise(
    enter: Enter, gloss: str, headword: str, offered: bool
) -> None:
    zeta, lenin = enter(
        article("Zeta", "เซตา", f"เขาพบสหายเก่า ({gloss})* อีก", ce=()), article(headword, "ชื่อไทย", ce=())
    )
    rows = list(CrossReference.objects.filter(face__entry=zeta).select_related("face__entry"))
    assert rows[0].target is None
    found = desk.near_misses(rows).get(rows[0].pk, [])
    assert [each.face.entry for each in found] == ([lenin] if offered else [])


@pytest.mark.parametrize(
    ("gloss", "headword"),
    [
        ("Nikita Khruschev", "Khrushchev, Nikita Sergeyevich"),
        ("Anna Smirnowa", "Smirnova, Anna Petrovna"),
        ("North Atlantic Treaty Organisation", "North Atlantic Treaty Organization–NATO"),
    ],
)
def test_a_shorter_name_misspelt_is_asked_about(enter: Enter, gloss: str, headword: str) -> None:
    zeta, meant = enter(
        article("Zeta", "เซตา", f"ต่อมาเขาพบกับสหายเก่า ({gloss})* อีก", ce=()), article(headword, "ชื่อไทย", ce=())
    )
    assert told(walk(Filters(entry=zeta.pk))) == [("Zeta", gloss, QuestionKind.NEAR)]
    rows = list(CrossReference.objects.filter(face__entry=zeta).select_related("face__entry"))
    assert [each.face.entry for each in desk.near_misses(rows)[rows[0].pk]] == [meant]


def test_a_chosen_target_that_was_withdrawn_is_asked_about_until_it_is_there_again(enter: Enter) -> None:
    (gamma,) = enter(GAMMA, live=True)
    (zeta,) = enter(article("Zeta", "เซตา", "ต่อมาเกิดสงครามเดลตา (Delta War)* ขึ้น", ce=()))
    row = CrossReference.objects.get(face__entry=zeta)
    deciding.decide(row, DecisionKind.LINK, target=gamma, by=None)
    assert walk(Filters(entry=zeta.pk)) == []
    withdraw([gamma], by=None)
    assert told(walk(Filters(entry=zeta.pk))) == [("Zeta", "Delta War", QuestionKind.WITHDRAWN)]
    assert desk.counts(Filters(entry=zeta.pk)) == {QuestionKind.WITHDRAWN: 1}
    publish([latest(gamma)], by=None)
    assert walk(Filters(entry=zeta.pk)) == []
    withdraw([gamma], by=None)
    deciding.decide(CrossReference.objects.get(face__entry=zeta), DecisionKind.DISMISS, by=None)
    assert walk(Filters(entry=zeta.pk)) == []


def test_questions_are_counted_by_kind_whatever_kind_is_asked_for(enter: Enter) -> None:
    enter(ANNA, BORIS, ZETA, NIKITA, VAGUE)
    counted = {QuestionKind.DISAGREEING: 1, QuestionKind.NEAR: 1, QuestionKind.UNSURE: 1}
    assert desk.counts() == counted
    assert desk.counts(Filters(kind=QuestionKind.NEAR)) == counted
    assert desk.counts(Filters(name="คลุมเครือ")) == {QuestionKind.UNSURE: 1}
    assert desk.counts(Filters(key="qwxyz")) == {QuestionKind.UNSURE: 1}


def test_each_candidate_says_which_witness_means_it(enter: Enter) -> None:
    anna, boris, *_others = enter(ANNA, BORIS, ZETA, NIKITA)
    (question,) = walk(Filters(kind=QuestionKind.DISAGREEING))
    assert {each.face.entry: each.by for each in question.candidates} == {boris: "gloss", anna: "anchor"}


def test_other_anchors_that_begin_with_a_function_word_are_not_likely(enter: Enter) -> None:
    enter(VAGUE)
    (question,) = walk()
    assert set(question.likely) < set(question.anchors)
    assert [each for each in question.likely if each.startswith(("โดย", "ใคร"))] == [
        each for each in question.anchors if each.startswith("ใคร")
    ]


def test_what_sounds_just_the_same_is_proposed_however_it_is_spelt(enter: Enter) -> None:
    _zeta, other = enter(ZETA, NIKITA.replace(headwords=("Kharushichiv, Nukota",)))
    (question,) = walk(Filters(kind=QuestionKind.NEAR))
    assert [each.face.entry for each in question.candidates] == [other]


def test_an_orphan_is_offered_the_places_of_its_gloss(enter: Enter) -> None:
    (vague,) = enter(VAGUE)
    (row,) = desk.unsure()
    deciding.decide(row, DecisionKind.DISMISS, by=None)
    base = latest(vague)
    text = "เรื่องอื่น (Qwxyz)* และเรื่องใหม่ (Qwxyz)* กับ (Other)*"
    revise([Change(vague, base.article.replace(paragraphs=(text,)), base=base)], by=None)
    (question,) = walk(Filters(kind=QuestionKind.ORPHANED))
    assert [place.reference.gloss for place in question.places] == ["Qwxyz", "Qwxyz"]
    assert [place.passage.parts[3] for place in question.places if place.passage] == ["(Qwxyz)", "(Qwxyz)"]
