"""What is wanted is ranked, with the spellings of one thing as one, and settled in one go."""

from collections.abc import Callable, Sequence

import pytest

from entries.models import Alias, CrossReference, DecisionKind, Entry, Resolution, Revision
from entries.services import deciding
from entries.services.checking import compare_with_rebuild
from entries.services.link_health import by_entry, health, most_settling
from entries.services.publishing import publish, withdraw
from entries.services.revising import Change, revise
from entries.services.wanted import (
    NoNameError,
    Spelling,
    Wanted,
    WithdrawnError,
    create_draft_from,
    make_alias_of,
    wanted,
    wanted_by_key,
    withdrawn,
)
from entries.text.article import Article
from tests.texts import ANNA, BORIS, article

Enter = Callable[..., list[Entry]]


def asking(headword: str, *references: str) -> Article:
    return article(headword, f"ผู้ถาม {headword}", *(f"เขาพบกับ {each} ที่นั่น" for each in references), ce=())


ASKING = (
    asking("One", "ครุชชอฟ (Nikita Khrushchev)*", "ไทเกอร์ (Tiger)*"),
    asking("Two", "ครุสชอฟ (Nikita Khruschev)*", "ครุชชอฟ (Nikita Khrushchev)*"),
    asking("Three", "ครุชชอฟ (Nikita Khrushchev ค.ศ. ๑๘๙๔–๑๙๗๑)*", "แมว (Cat)"),
)


def test_spellings_are_joined_and_ranked_by_how_many_entries_ask(enter: Enter) -> None:
    enter(*ASKING)
    khrushchev, tiger = wanted()
    assert khrushchev.glosses == (Spelling("Nikita Khrushchev", 3), Spelling("Nikita Khruschev", 1))
    assert khrushchev.anchors == (Spelling("ครุชชอฟ", 3), Spelling("ครุสชอฟ", 1))
    assert (khrushchev.entries, khrushchev.references) == (3, 4)
    assert (tiger.gloss, tiger.anchor, tiger.entries) == ("Tiger", "ไทเกอร์", 1)


def test_unlike_names_of_one_sound_stay_apart(enter: Enter) -> None:
    enter(asking("One", "กอร์กี (Gorky Maxim)*", "ครก (Karaka Muximi)*"))
    assert {each.gloss for each in wanted()} == {"Gorky Maxim", "Karaka Muximi"}


def test_what_readers_miss_counts_what_only_editors_have(enter: Enter) -> None:
    enter(ANNA, live=True)
    enter(BORIS)
    assert {each.gloss for each in wanted()} == {"Gamma War"}
    assert {each.gloss for each in wanted(live=True)} == {"Gamma War", "Boris Beta"}


def test_a_draft_made_from_it_takes_all_its_references(enter: Enter) -> None:
    enter(*ASKING)
    what = wanted()[0]
    entry = create_draft_from(what, by=None)
    article_made = Revision.objects.get(entry=entry).article
    assert (article_made.headword, article_made.thai_title) == ("Nikita Khrushchev", "ครุชชอฟ")
    assert [each.gloss for each in wanted()] == ["Tiger"]
    assert CrossReference.objects.filter(target=entry).count() == 4
    assert compare_with_rebuild() == []


def test_a_person_is_filed_under_the_surname(enter: Enter) -> None:
    enter(asking("One", "วลาดีมีร์ เลนิน (Vladimir Lenin)*", "สงครามแห่ง ความเย็น (Cold War)*"))
    made = {create_draft_from(what, by=None) for what in wanted()}
    articles = {Revision.objects.get(entry=entry).article.headword for entry in made}
    assert articles == {"Lenin, Vladimir", "Cold War"}
    assert wanted() == []


def test_what_was_withdrawn_is_offered_again_and_not_made_a_second_time(enter: Enter) -> None:
    enter(*ASKING)
    (tiger,) = enter(article("Tiger", "เสือ", ce=()), live=True)
    withdraw([tiger], by=None)
    khrushchev, what = wanted()
    assert what.gloss == "Tiger"
    assert {key: face.entry for key, face in withdrawn([khrushchev, what]).items()} == {what.key: tiger}
    with pytest.raises(WithdrawnError):
        create_draft_from(what, by=None)
    assert [each.gloss for each in wanted()] == ["Nikita Khrushchev", "Tiger"]
    publish([Revision.objects.get(entry=tiger)], by=None)
    assert withdrawn([khrushchev, what]) == {}
    assert [each.gloss for each in wanted()] == ["Nikita Khrushchev"]


def test_the_health_of_each_entry(enter: Enter) -> None:
    one, two = enter(asking("One", "บอริส บีตา (Boris Beta)*", "ไทเกอร์ (Tiger)*"), asking("Two", "ไทเกอร์ (Tiger)*"))
    enter(BORIS, BORIS.replace(periods_ce=("1600",)))
    row = CrossReference.objects.get(face__entry=two)
    deciding.decide(row, DecisionKind.DISMISS, by=None)
    base = Revision.objects.get(entry=two)
    revise([Change(two, base.article.replace(paragraphs=("เรียบร้อย",)), base=base)], by=None)
    found = {
        face.entry: (face.asking, face.linked, face.wanted, face.ambiguous, face.open, face.orphaned)
        for face in by_entry(one.work_id)
    }
    assert {entry: found[entry] for entry in (one, two)} == {one: (2, 0, 1, 1, 2, 0), two: (0, 0, 0, 0, 0, 1)}


def test_an_alias_made_of_it_takes_all_its_references(enter: Enter) -> None:
    nikita, *_others = enter(article("Nikita", "นิกิตา", ce=()), *ASKING)
    what = wanted()[0]
    made = make_alias_of(what, nikita, by=None)
    assert {alias.name for alias in made} == {"Nikita Khrushchev", "Nikita Khruschev", "ครุชชอฟ", "ครุสชอฟ"}
    assert CrossReference.objects.filter(target=nikita).count() == 4
    assert wanted_by_key(what.key, work=what.work) is None


def test_what_has_no_name_makes_nothing(enter: Enter) -> None:
    (entry,) = enter(ANNA)
    nameless = Wanted(entry.work_id, "", (), (), 1, 1)
    with pytest.raises(NoNameError):
        create_draft_from(nameless, by=None)
    with pytest.raises(NoNameError):
        make_alias_of(nameless, entry, by=None)
    assert (Entry.objects.count(), Alias.objects.count()) == (1, 0)


def test_the_health_of_links_overall_and_of_an_entry(enter: Enter) -> None:
    one, *_others = enter(*ASKING)
    enter(BORIS, BORIS.replace(periods_ce=("1600",)), asking("Four", "บอริส บีตา (Boris Beta)*"))
    overall, own = health(), health(entry=one.pk)
    assert (own.references, own.wanted, own.linked, own.resolved) == (2, 2, 0, 0.0)
    assert (overall.wanted, overall.ambiguous) == (9, 1)
    assert overall.references == 10
    settling = [(each.why, each.name, each.references) for each in most_settling(limit=2)]
    assert settling[0] == (Resolution.WANTED, "Nikita Khrushchev", 4)
    assert len(most_settling()) == 5
    assert ("ambiguous", "Boris Beta", 1) in [(each.why, each.name, each.references) for each in most_settling()]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0), (2, 0, 1)])
def test_whoever_asks_first_the_spellings_are_of_one_thing(enter: Enter, order: Sequence[int]) -> None:
    enter(*(ASKING[number] for number in order))
    assert (wanted()[0].entries, wanted()[0].references) == (3, 4)
