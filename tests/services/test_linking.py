"""Links are a function of texts and names, never of the order in which things happened."""

from collections.abc import Callable, Sequence

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from entries.models import CrossReference, Entry, Projection, Resolution, Revision, Work
from entries.services import aliases
from entries.services.checking import compare_with_rebuild, content
from entries.services.publishing import publish, withdraw
from entries.services.revising import Change, NewEntry, revise
from tests.texts import ANNA, BORIS, DELTA, GAMMA, SMALL_ENCYCLOPEDIA, article

Enter = Callable[..., list[Entry]]
Link = tuple[str, str, str | None, str | None, str]


def links() -> set[Link]:
    """Every starred reference: where, its gloss, whom it means to editors and to readers, and why."""
    rows = CrossReference.objects.filter(starred=True).values_list(
        "face__headword", "gloss", "target__slug", "live_target__slug", "resolution"
    )
    return set(rows)


def latest(entry: Entry) -> Revision:
    return Revision.objects.filter(entry=entry).latest_of_each().get()


def test_a_reference_is_linked_by_its_anchor_and_gloss(enter: Enter) -> None:
    enter(*SMALL_ENCYCLOPEDIA)
    assert links() == {
        ("Alpha, Anna", "Boris Beta", "beta-boris", None, "linked"),
        ("Alpha, Anna", "Gamma War", "gamma-war", None, "linked"),
        ("Beta, Boris", "Gamma War", "gamma-war", None, "linked"),
        ("Beta, Boris", "Anna Alpha", "alpha-anna", None, "linked"),
        ("Gamma War", "Anna Alpha", "alpha-anna", None, "linked"),
        ("Gamma War", "Boris Beta", "beta-boris", None, "linked"),
        ("Delta", "Gamma War", "gamma-war", None, "linked"),
        ("Delta", "Vanvisa Epsilon", None, None, "wanted"),
    }


def test_readers_are_led_to_live_entries_only(enter: Enter) -> None:
    enter(ANNA, BORIS, live=True)
    enter(GAMMA)
    live = {(source, gloss): target for source, gloss, _working, target, _why in links()}
    assert live[("Alpha, Anna", "Boris Beta")] == "beta-boris"
    assert live[("Alpha, Anna", "Gamma War")] is None


def test_an_entry_that_comes_later_heals_what_asked_for_it(enter: Enter) -> None:
    enter(DELTA, live=True)
    assert {row[2] for row in links()} == {None}
    (gamma,) = enter(GAMMA)
    assert ("Delta", "Gamma War", "gamma-war", None, "linked") in links()
    publish([latest(gamma)], by=None)
    assert ("Delta", "Gamma War", "gamma-war", "gamma-war", "linked") in links()
    withdraw([gamma], by=None)
    assert ("Delta", "Gamma War", None, None, "wanted") in links()


def test_an_alias_links_and_unlinks_at_once(enter: Enter) -> None:
    enter(DELTA, BORIS, live=True)
    boris = Entry.objects.get(slug="beta-boris")
    alias = aliases.add_alias(boris, "วันวิสา เอปซิลอน", by=None)
    assert ("Delta", "Vanvisa Epsilon", "beta-boris", "beta-boris", "linked") in links()
    aliases.remove_alias(alias)
    assert ("Delta", "Vanvisa Epsilon", None, None, "wanted") in links()


def test_two_witnesses_that_disagree_link_nothing(enter: Enter) -> None:
    enter(ANNA, BORIS, live=True)
    enter(article("Zeta", "เซตา", "เขาเป็นสหายของบอริส บีตา (Anna Alpha)*", keywords=("บีตา, บอริส",)))
    assert ("Zeta", "Anna Alpha", None, None, Resolution.DISAGREEING) in links()


def test_a_name_behind_a_word_that_parts_it_from_others_is_a_witness_though_the_anchor_holds_more(
    enter: Enter,
) -> None:
    enter(BORIS, article("Reform Movement", "ขบวนการปฏิรูป", ce=()))
    enter(article("Zeta", "เซตา", "ในขบวนการปฏิรูปตลอดจนบอริส บีตา (Reform Movement)* ด้วย", ce=()))
    row = CrossReference.objects.get(gloss="Reform Movement")
    assert (row.resolution, row.target) == (Resolution.DISAGREEING, None)
    assert row.confidence < 0.9
    assert compare_with_rebuild() == []


def test_homonyms_link_nothing(enter: Enter) -> None:
    enter(BORIS, ANNA, ANNA.replace(periods_ce=("1600",)), live=True)
    assert ("Beta, Boris", "Anna Alpha", None, None, Resolution.AMBIGUOUS) in links()


def test_a_name_that_goes_takes_its_links_with_it(enter: Enter) -> None:
    _anna, boris = enter(ANNA, BORIS, live=True)
    renamed = BORIS.replace(headwords=("Omega, Otto",), thai_titles=("นายออทโท โอเมกา",), keywords=())
    revise([Change(boris, renamed, base=latest(boris))], by=None)
    assert ("Alpha, Anna", "Boris Beta", None, "beta-boris", "wanted") in links()


STEPS = st.permutations([(step, index) for step in ("enter", "publish") for index in range(4)])


@pytest.mark.not_in_c
@pytest.mark.django_db
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=STEPS, renamed=st.booleans())
def test_any_order_ends_in_the_same_links(work: Work, order: Sequence[tuple[str, int]], renamed: bool) -> None:
    """Entering and publishing in any order (a publication waits for its entry) gives what one go gives."""
    expected = everything_at_once(work, renamed)
    with transaction.atomic():
        entries: dict[int, Entry] = {}
        waiting: set[int] = set()
        for step, index in order:
            if step == "enter":
                entries[index] = put(work, index)
            else:
                waiting.add(index)
            for ready in sorted(waiting & entries.keys()):
                publish([latest(entries[ready])], by=None)
                waiting.discard(ready)
        if renamed:
            rename(entries[0])
        assert links() == expected
        assert compare_with_rebuild() == []
        transaction.set_rollback(True)


def put(work: Work, index: int) -> Entry:
    result = revise([Change(None, SMALL_ENCYCLOPEDIA[index], new=NewEntry(work))], by=None)[0]
    assert result.entry is not None
    return result.entry


def rename(entry: Entry) -> None:
    changed = ANNA.replace(headwords=("Omega, Olga",), thai_titles=("นางโอลกา โอเมกา",))
    revise([Change(entry, changed, base=latest(entry))], by=None)


def everything_at_once(work: Work, renamed: bool) -> set[Link]:
    with transaction.atomic():
        changes = [Change(None, text, new=NewEntry(work)) for text in SMALL_ENCYCLOPEDIA]
        results = revise(changes, by=None)
        publish([result.latest for result in results if result.latest], by=None)
        if renamed and results[0].entry:
            rename(results[0].entry)
        found = links()
        transaction.set_rollback(True)
    return found


def test_a_rebuild_changes_nothing(enter: Enter) -> None:
    enter(*SMALL_ENCYCLOPEDIA, live=True)
    before = content()
    assert compare_with_rebuild() == []
    assert content() == before
    assert Projection.objects.count() == 4
