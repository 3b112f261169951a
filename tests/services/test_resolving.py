"""What anchor and gloss say together, and what see-entries, shorter names and namesakes do to it."""

from collections.abc import Callable

import pytest

from entries.models import CrossReference, Entry, Problem, Resolution, Revision
from entries.services.aliases import add_alias
from entries.services.checking import compare_with_rebuild, compare_with_relink
from entries.services.publishing import publish, withdraw
from entries.services.revising import Change, revise
from entries.text.article import Article
from tests.texts import article

Enter = Callable[..., list[Entry]]
Outcome = tuple[str, str | None]

LENIN = article("Lenin, Vladimir Ilyich", "นายวลาดีมีร์ อิลยิช เลนิน", ce=("1870–1924",))


def latest(entry: Entry) -> Revision:
    return Revision.objects.filter(entry=entry).latest_of_each().get()


def asking(*references: str) -> Article:
    """An entry whose paragraphs each hold one reference, straight after a space."""
    return article("Asking", "ผู้ถาม", *(f"เขาพบกับ {reference} ที่นั่น" for reference in references), ce=())


def outcomes(entry: Entry, *, live: bool = False) -> list[Outcome]:
    rows = CrossReference.objects.filter(face__entry=entry, place="prose").order_by("position")
    if live:
        return [(row.resolution, row.live_target.slug if row.live_target else None) for row in rows]
    return [(row.resolution, row.target.slug if row.target else None) for row in rows]


@pytest.mark.parametrize(
    "reference",
    [
        "วลาดีมีร์ เลนิน (Vladimir Lenin)*",
        "เลนิน (V. I. Lenin)*",
        "เลนิน (V.I. Lenin)*",
        "เลนิน (Lenin, V. I.)*",
        "เลนิน (V. Lenin)*",
        "เลนิน (Vladimir Ilyich Lenin)*",
        "เลนิน (vladimir ilyich lenin)*",
        "เลนิน (Lenin, Vladimir Ilyich ค.ศ. ๑๘๗๐–๑๙๒๔)*",
        "วลาดีมีร์อิลยิช เลนิน (V.L.)*",
    ],
)
def test_a_person_is_found_by_fuller_and_shorter_names(enter: Enter, reference: str) -> None:
    lenin, entry = enter(LENIN, asking(reference))
    assert outcomes(entry) == [(Resolution.LINKED, lenin.slug)]


def test_a_shorter_name_that_two_persons_share_links_nothing(enter: Enter) -> None:
    _lenin, entry = enter(LENIN, asking("เลนิน (V. I. Lenin)*"))[:2]
    enter(article("Lenin, Viktor Ivanovich", "นายวิกเตอร์ อีวาโนวิช เลนิน", ce=("1900",)))
    assert outcomes(entry) == [(Resolution.AMBIGUOUS, None)]


def test_a_shorter_name_never_beats_a_full_one(enter: Enter) -> None:
    _lenin, entry = enter(LENIN, asking("เลนิน (Vladimir Lenin)*"))
    (other,) = enter(article("Lenin, Vladimir", "เรือวลาดีมีร์", ce=()))
    assert outcomes(entry) == [(Resolution.LINKED, other.slug)]
    withdraw([other], by=None)
    publish([latest(other)], by=None)
    withdraw([other], by=None)
    assert outcomes(entry) == [(Resolution.LINKED, "lenin-vladimir-ilyich")]
    assert compare_with_rebuild() == []


@pytest.mark.parametrize(
    ("headword", "reference"),
    [
        ("New Economic Policy–NEP", "นโยบายเศรษฐกิจใหม่ (New Economic Policy–NEP)*"),
        ("New Economic Policy–NEP", "เนป (NEP)*"),
        ("New Economic Policy", "นโยบาย (New Economic Policy–NEP)*"),
        ("De-Stalinization", "การล้มล้าง (Destalinization)*"),
        ("Moscow Trials", "การพิจารณาคดี (MoscowTrials)*"),
        ("Russo-Japanese War", "สงคราม (Russo–Japanese War ค.ศ. ๑๙๐๔–๑๙๐๕)*"),
        ("Bolsheviks", "พวก (Bolshevik)*"),
        ("Nicholas II", "ซาร์ (Tsar Nicholas II)*"),
        ("Peña, José", "โฆเซ (Jose Pena)*"),
    ],
)
def test_spellings_of_one_name_are_one(enter: Enter, headword: str, reference: str) -> None:
    target, entry = enter(article(headword, "ชื่อที่ไม่ซ้ำกับใคร", ce=()), asking(reference))
    assert outcomes(entry) == [(Resolution.LINKED, target.slug)]


def test_near_spellings_are_not_linked(enter: Enter) -> None:
    _target, entry = enter(article("Khrushchev, Nikita", "ครุชชอฟ", ce=()), asking("ครุชอฟ (Nikita Khruschev)*"))
    assert outcomes(entry) == [(Resolution.WANTED, None)]


OLD, MIDDLE, NEW = (
    article("Old", "เก่า", see="Middle"),
    article("Middle", "กลาง", see="New"),
    article("New", "ใหม่", "ใหม่ เป็นบทความ", ce=()),
)


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0), (0, 2, 1)])
def test_a_see_entry_stands_for_the_end_of_its_chain_whatever_came_first(enter: Enter, order: tuple[int, ...]) -> None:
    (entry,) = enter(asking("เก่า (Old)*", "กลาง (Middle)*"))
    for index in order:
        enter((OLD, MIDDLE, NEW)[index])
    assert outcomes(entry) == [(Resolution.LINKED, "new")] * 2
    assert compare_with_rebuild() == []
    assert compare_with_relink() == []


def test_witnesses_that_meet_at_the_end_of_a_chain_agree(enter: Enter) -> None:
    entry = enter(OLD, MIDDLE, NEW, asking("ใหม่ (Old)*", "เก่า (New)*"))[-1]
    assert outcomes(entry) == [(Resolution.LINKED, "new")] * 2


def test_a_loop_of_see_entries_links_nothing_until_it_is_broken(enter: Enter) -> None:
    _old, middle, _new, entry = enter(OLD, MIDDLE, NEW, asking("เก่า (Old)*"))
    base = latest(middle)
    looped = revise([Change(middle, base.article.replace(see="Old"), base=base)], by=None)[0]
    assert outcomes(entry) == [(Resolution.LOOP, None)]
    assert compare_with_rebuild() == []
    revise([Change(middle, base.article, base=looped.revision)], by=None)
    assert outcomes(entry) == [(Resolution.LINKED, "new")]


def test_readers_are_led_through_live_see_entries_only(enter: Enter) -> None:
    entry, old = enter(asking("เก่า (Old)*"), OLD, live=True)
    middle, new = enter(MIDDLE, NEW)
    steps = [outcomes(entry, live=True)]
    for each in (new, middle):
        publish([latest(each)], by=None)
        steps.append(outcomes(entry, live=True))
    withdraw([old], by=None)
    steps.append(outcomes(entry, live=True))
    assert [target for ((_why, target),) in steps] == ["old", "old", "new", None]
    assert compare_with_rebuild() == []


def test_a_see_entry_that_leads_nowhere_is_the_end(enter: Enter) -> None:
    old, entry = enter(OLD, asking("เก่า (Old)*"))
    assert outcomes(entry) == [(Resolution.LINKED, old.slug)]


def test_an_alias_mends_a_chain_in_its_middle(enter: Enter) -> None:
    _old, new, entry = enter(OLD, NEW, asking("เก่า (Old)*"))
    add_alias(new, "Middle", by=None)
    assert outcomes(entry) == [(Resolution.LINKED, "new")]
    assert compare_with_rebuild() == []


def test_a_reference_to_its_own_entry_is_told_apart(enter: Enter) -> None:
    (entry,) = enter(asking("ผู้ถาม (Asking)*"))
    assert outcomes(entry) == [(Resolution.ITSELF, entry.slug)]


def test_a_see_entry_whose_target_becomes_ambiguous_tells_those_that_lead_to_it(enter: Enter) -> None:
    (old,) = enter(article("Old", "เก่า", see="Lenin, Viktor Ivan", ce=()))
    (leading,) = enter(article("Lenin, Viktor Ivan", "นายวิกเตอร์ อีวาน เลนิน", see="Old", ce=()))
    told = Problem.objects.filter(field="see").order_by("code").values_list("face__entry", "code")
    assert set(told) == {(old.pk, "see_loop"), (leading.pk, "see_loop")}
    enter(article("Old", "เก่า", "คนอื่น", ce=()))
    assert compare_with_rebuild() == []
    assert set(told.all()) == {(old.pk, "see_chain"), (leading.pk, "see_without_target")}
