"""An anchor that a known name confirms is what finding it anew with that name gives."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from entries.text.references import KnownName, Reference, confirmed, find_references
from tests.text.references.annotated import Passage, sample_entries, samples

PASSAGES = [samples("dev"), samples("heldout"), samples("fresh"), *sample_entries()]


@dataclass(frozen=True)
class Ending:
    """A lexicon that knows this name before every parenthesis whose context is long enough to hold it."""

    name: KnownName
    written: str

    def known_suffixes(self, left_contexts: Sequence[str]) -> Sequence[Sequence[KnownName]]:
        return [[self.name] if context.endswith(self.written) else [] for context in left_contexts]


def with_its_anchor_known(passage: Passage, found: Reference) -> tuple[KnownName, Reference]:
    """A name that is the reference's anchor, and the reference as it is found with it known."""
    paragraph = passage.paragraphs[found.paragraph]
    anchor = paragraph[found.start : found.end]
    name = KnownName(len(anchor), f"ชื่อ {anchor}", "title")
    [anew] = find_references([paragraph], lexicon=Ending(name, anchor), openings={found.open})
    return name, anew


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.name)
def test_it_is_what_weighing_anew_gives(passage: Passage) -> None:
    for number, paragraph in enumerate(passage.paragraphs):
        for found in find_references([paragraph]):
            if not found.has_anchor or found.odds is None:
                continue
            placed = Passage(passage.name, (paragraph,), ())
            name, anew = with_its_anchor_known(placed, found)
            told = confirmed(found.end - found.start, found.odds, found.evidence, [name])
            assert told == (anew.confidence, anew.evidence), (number, paragraph[found.start : found.close])
            assert (anew.start, anew.end) == (found.start, found.end)


def test_most_anchors_are_weighed_and_need_no_second_look() -> None:
    found = [each for passage in PASSAGES for each in find_references(passage.paragraphs) if each.has_anchor]
    weighed = [each for each in found if each.odds is not None]
    assert len(weighed) > 0.8 * len(found) > 0


@pytest.mark.parametrize(
    "paragraph",
    [
        "เขาเขียน “แนวคิด” (Concept)*",
        "พรรคเอสดี (SD)*",
        "สภาลับที่ปรึกษา (Secret Something)*",
        "องค์การเอบีซีหรือเอบี (Alpha Beta Company–ABC)*",
        "ตามคำว่า New Model (Model)*",
    ],
)
@pytest.mark.parametrize("more", [-1, 1])
def test_a_name_that_begins_elsewhere_confirms_nothing(paragraph: str, more: int) -> None:
    [found] = find_references([paragraph])
    length = found.end - found.start
    assert confirmed(length, found.odds, found.evidence, [KnownName(length + more, "ชื่อ", "title")]) is None
    assert confirmed(length, found.odds, found.evidence, []) is None


@pytest.mark.parametrize("paragraph", ["เขาเขียน “แนวคิด” (Concept)*", "ตามคำว่า New Model (Model)*"])
def test_an_anchor_that_was_not_weighed_is_found_anew(paragraph: str) -> None:
    [found] = find_references([paragraph])
    length = found.end - found.start
    assert confirmed(length, found.odds, found.evidence, [KnownName(length, "ชื่อ", "title")]) is None
