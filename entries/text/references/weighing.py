"""How likely each place is the left end of an anchor: features of a place, and their weights."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from entries.text.references.coverage import Context, Coverage, Match
from entries.text.references.glosses import Gloss, plain
from entries.text.references.lexicon import KnownName
from entries.text.references.stopwords import BEFORE, CLASSIFYING, NEVER_INSIDE, SELDOM_INSIDE
from entries.text.references.vocabulary import FUNCTION_WORDS

WEIGHTS: Mapping[str, float] = {
    "known": 4.7,
    "sound": 3.4,
    "uncovered": 3.4,
    "at_match": 1.9,
    "at_head": 3.0,
    "headless": 1.8,
    "room": 1.4,
    "head_inside": 1.2,
    "left_gap": 0.15,
    "in_match": 2.3,
    "function_before": 2.4,
    "space_before": 0.8,
    "word_before": 1.9,
    "opens": 1.1,
    "never_inside": 1.7,
    "seldom_inside": 1.0,
    "spaces": 1.1,
    "length": 2.0,
    "class_noun": 1.4,
    "parts": 1.2,
    "classifying": 0.4,
    "begins_badly": 1.1,
    "after_class": 1.8,
}
"""What one unit of each feature adds to a place's score (the features themselves are signed).

A conditional logit fitted on the sentences annotated in tests (samples_dev.txt), half of the sample entries and the
development set, with a tenth to a third of the vocabulary left out at random so that unknown words do not surprise it;
rounded by hand. bench/references.py shows what a change does.
"""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the context by the segmenter."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Case:
    """Everything known of one parenthesis before its anchor's left end is chosen. Offsets are in the context.

    costs: the cost of the whole name for each start by sound. nameness: between 0 (a translated
    term) and 1 (a name by its sound). letters: length of the gloss's name.
    class_starts: where class nouns begin. whole: the context begins where the anchor may at the earliest.
    """

    context: Context
    gloss: Gloss
    coverage: Coverage
    known: Mapping[int, KnownName]
    words: Sequence[Word]
    costs: Mapping[int, float]
    nameness: float
    letters: int
    class_starts: frozenset[int] = frozenset()
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Place:
    """A possible left end with its features and score."""

    start: int
    features: Mapping[str, float]
    score: float
    probability: float = field(default=0.0)


def features(case: Case, start: int) -> dict[str, float]:
    """The features of beginning at `start`; each is signed so that more is better."""
    text, coverage, name = case.context.text, case.coverage, case.nameness
    values: dict[str, float] = {}
    if start in case.known:
        values["known"] = 1.0
    if name and case.costs:
        best = min(case.costs.values())
        values["sound"] = -name * min(4.0, case.costs.get(start, best + 4) - best)
    term = 1 - 0.9 * name
    values["uncovered"] = -term * _uncovered(coverage, start)
    starts = [match for match in coverage.matches() if match.start == start]
    if starts:
        values["at_match"] = term
        if coverage.content > 1 and coverage.head not in coverage.found:
            values["headless"] = -term
    if any(match.kind == "noun" for match in starts):
        values["at_head"] = term
        values["head_inside"] = -term * _heads_inside(coverage, start)
    if coverage.found:
        following = min((match.start for match in coverage.matches() if match.start >= start), default=None)
        gap = 8.0 if following is None else min(8.0, (following - start) / 1.5)
        values["left_gap"] = -term * gap
        if not starts and any(match.start < start < match.end for match in coverage.matches()):
            values["in_match"] = -term
    elif start in case.class_starts:
        values["class_noun"] = term
    before = text[:start]
    if not before:
        values["opens"] = 1.0 if case.whole else -1.0
    elif before[-1].isspace() or before[-1] in "“‘\"'([–—,;:)*":
        values["space_before"] = 1.0
    else:
        if any(before.endswith(word.text) and word.text in BEFORE for word in case.words if word.end == start):
            values["function_before"] = 1.0
        elif _ends_with_function_word(before):
            values["function_before"] = 0.5
    if not starts:
        first = next((word.text for word in case.words if word.start == start), "")
        if first in CLASSIFYING:
            values["classifying"] = -1.0
        elif first in BEFORE or first in NEVER_INSIDE or first in SELDOM_INSIDE:
            values["begins_badly"] = -1.0
    if before.endswith(_CLASSIFYING_ENDS):
        values["after_class"] = 1.0
    if start in case.context.boundaries:
        values["word_before"] = 1.0
    never, seldom = _inside(case, start)
    values["never_inside"] = -(1 - 0.7 * name) * min(3, never)
    values["seldom_inside"] = -(1 - 0.7 * name) * min(4, seldom)
    values["spaces"] = -_spaces(case, start)
    if name and " " in case.gloss.name:
        values["parts"] = -name * min(3, abs(text[start:].count(" ") - case.gloss.name.count(" ")))
    values["room"] = -term * _room(case, start)
    values["length"] = -_length(case, start) * term
    return {key: value for key, value in values.items() if value}


def weigh(case: Case, starts: Sequence[int]) -> list[Place]:
    """The places with their scores and probabilities, the likeliest first."""
    places = []
    for start in starts:
        found = features(case, start)
        places.append(Place(start, found, sum(WEIGHTS[key] * value for key, value in found.items())))
    if not places:
        return []
    top = max(place.score for place in places)
    total = sum(math.exp(place.score - top) for place in places)
    ranked = [Place(p.start, p.features, p.score, math.exp(p.score - top) / total) for p in places]
    return sorted(ranked, key=lambda place: (-place.score, -place.start))


def _bare_ism(coverage: Coverage, start: int) -> bool:
    """Whether a doctrine begins without ลัทธิ, ระบบ or the like, which may stand further left."""
    if coverage.head is None or not plain(coverage.words[coverage.head]).endswith("ism"):
        return False
    found = coverage.found.get(coverage.head, ())
    return not any(match.start == start and match.kind == "noun" for match in found)


def _heads_inside(coverage: Coverage, start: int) -> int:
    """How many more times the head noun stands between `start` and the end: the nearest one is the likeliest."""
    assert coverage.head is not None
    here = max(match.end for match in coverage.found[coverage.head] if match.start == start)
    return min(2, len({m.end for m in coverage.found[coverage.head] if m.kind == "noun" and m.start >= here}))


def confidence_of(case: Case, best: Place) -> float:
    """How often an anchor found so is exactly right.

    The probability among the places weighed, held down where what would tell is missing: a head noun that was not
    found, or nothing but the words around.
    """
    limit = 0.99
    if best.start not in case.known and case.nameness < 0.5:
        coverage = case.coverage
        if not any(match.start == best.start for match in coverage.matches()):
            limit = 0.8
        elif (coverage.content > 1 and coverage.head not in coverage.found) or _bare_ism(coverage, best.start):
            limit = 0.85
    return round(min(limit, best.probability), 3)


def _uncovered(coverage: Coverage, start: int) -> float:
    """How much of what the context has of the gloss lies left of `start`."""
    lost = 0.0
    for word, found in coverage.found.items():
        if all(match.start < start for match in found):
            lost += 1.5 if word == coverage.head else 1.0
    return min(lost, 4.0)


_FUNCTION_ENDS = tuple(sorted((word for word in BEFORE if len(word) >= 3), key=len, reverse=True))


_CLASSIFYING_ENDS = tuple(sorted(CLASSIFYING, key=len, reverse=True))


def _ends_with_function_word(before: str) -> bool:
    return before.endswith(_FUNCTION_ENDS)


def _inside(case: Case, start: int) -> tuple[int, int]:
    """How many words that never, and that seldom, stand inside a term lie in it unexplained."""
    explained = [match for match in case.coverage.matches() if match.start >= start]
    never = seldom = 0
    for word in case.words:
        if word.start < start or _lies_in(word, explained) or word.text in case.coverage.allowed:
            continue
        if word.text in NEVER_INSIDE:
            never += 1
        elif word.text in SELDOM_INSIDE:
            seldom += 1
    return never, seldom


def _lies_in(word: Word, matches: Sequence[Match]) -> bool:
    return any(match.start < word.end and word.start < match.end for match in matches)


def _spaces(case: Case, start: int) -> float:
    """Spaces inside beyond those that the name of the gloss has or a number, an era or a sign of repetition needs."""
    inside = case.context.text[start:]
    spaces = 0
    for position, char in enumerate(inside):
        if char.isspace() and not _needed_space(inside, position):
            spaces += 1
    if case.nameness:
        spaces = max(0, spaces - case.gloss.name.count(" "))
    return float(min(4, spaces))


def _needed_space(text: str, position: int) -> bool:
    after, before = text[position + 1 : position + 2], text[position - 1 : position]
    return (
        after in "๐๑๒๓๔๕๖๗๘๙0123456789ๆ"
        or before in "๐๑๒๓๔๕๖๗๘๙0123456789ๆ"
        or text[position + 1 : position + 5] in ("ค.ศ.", "พ.ศ.")
    )


def _room(case: Case, start: int) -> float:
    """How badly the letters that nothing explains fit the words of the gloss that were not found."""
    if not case.letters:
        return 0.0
    coverage = case.coverage
    covered = {
        offset for match in coverage.matches() if match.start >= start for offset in range(match.start, match.end)
    }
    for word in case.words:
        if word.text in coverage.allowed:
            covered.update(range(word.start, word.end))
    text = case.context.text
    bare = sum(offset not in covered and text[offset].isalnum() for offset in range(start, len(text)))
    missing = sum(
        len(word)
        for position, word in enumerate(coverage.words)
        if position not in coverage.found and plain(word) not in FUNCTION_WORDS
    )
    return min(4.0, abs(bare - 0.9 * missing) / (missing + 6))


def _length(case: Case, start: int) -> float:
    """How far the anchor's length is from what translations of such glosses have."""
    length = sum(not char.isspace() for char in case.context.text[start:])
    if not length or not case.letters:
        return 0.0
    return max(0.0, abs(math.log(length / case.letters) + 0.05) - 0.45)
