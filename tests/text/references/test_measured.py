"""The anchors found against the annotated ones: what the finder promises, on every set there is."""

import pytest

from entries.text.references import NO_NAMES
from tests.text.references.annotated import Outcome, Passage, development_set, outcomes, sample_entries, samples


def shares(found: list[Outcome]) -> dict[str, float]:
    """The share of exact anchors among starred and unstarred ones, and among those at 0.9 or more."""
    groups = {
        "starred": [outcome for outcome in found if outcome.truth.starred],
        "plain": [outcome for outcome in found if not outcome.truth.starred],
        "sure": [outcome for outcome in found if outcome.found.confidence >= 0.9],
    }
    return {name: sum(outcome.exact for outcome in group) / len(group) for name, group in groups.items()}


def missed(found: list[Outcome]) -> str:
    """The wrong ones, for the message of a failing test."""
    return "\n".join(
        f"{outcome.found.confidence:.2f} {outcome.wanted} | {outcome.got} ({outcome.found.gloss})"
        for outcome in found
        if not outcome.exact
    )


def check(found: list[Outcome], starred: float, plain: float, sure: float) -> None:
    share = shares(found)
    assert share["starred"] >= starred, missed(found)
    assert share["plain"] >= plain, missed(found)
    assert share["sure"] >= sure, missed(found)


@pytest.fixture(scope="module")
def development() -> list[Passage]:
    passages = development_set()
    if not passages:
        pytest.skip("no development set: set SHARED_DIR to the folder that holds corpus and gold")
    return passages


def test_the_development_set_has_all_parentheses_of_its_prose(development: list[Passage]) -> None:
    [passage] = development
    assert (len(passage.truths), sum(truth.starred for truth in passage.truths)) == (143, 77)


def test_development_set_with_its_keywords(development: list[Passage]) -> None:
    check(outcomes(development), starred=0.98, plain=0.93, sure=0.97)


def test_development_set_with_no_names_known(development: list[Passage]) -> None:
    check(outcomes(development, NO_NAMES), starred=0.92, plain=0.93, sure=0.97)


def test_there_are_enough_annotated_parentheses() -> None:
    assert len(samples("dev").truths) >= 400
    assert len(samples("heldout").truths) >= 200


def test_own_sentences() -> None:
    check(outcomes([samples("dev")]), starred=0.97, plain=0.93, sure=0.97)


def test_own_sentences_held_out() -> None:
    check(outcomes([samples("heldout")]), starred=0.94, plain=0.88, sure=0.96)


def test_own_sentences_written_last() -> None:
    """Those with initials, acronyms and saints among them."""
    check(outcomes([samples("fresh")]), starred=0.95, plain=0.85, sure=0.97)


def test_sample_entries() -> None:
    entries = sample_entries()
    assert sum(len(passage.truths) for passage in entries) >= 700
    check(outcomes(entries, NO_NAMES), starred=0.97, plain=0.96, sure=0.97)
    check(outcomes(entries), starred=0.97, plain=0.95, sure=0.97)
