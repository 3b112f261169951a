"""How likely each place is the left end of an anchor: features of a place, and their weights."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from entries.text.references.coverage import Context, Coverage, Match
from entries.text.references.glosses import Gloss, plain
from entries.text.references.lexicon import KnownName
from entries.text.references.stopwords import BEFORE, CLASSIFYING, NEVER_INSIDE, SELDOM_INSIDE, name_within
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


class Word(NamedTuple):
    """A word of the context by the segmenter."""

    start: int
    end: int
    text: str


LENT = 0.5
"""What an anchor confirmed elsewhere counts as a known name, where names of entries and keywords end there too."""
SUREST = 0.99
"""No anchor is surer than this."""
FARTHEST = 4.0
"""By how much more than the best start another may cost by its sound and still be told from worse ones."""


@dataclass(frozen=True, slots=True)
class Case:
    """Everything known of one parenthesis before its anchor's left end is chosen. Offsets are in the context.

    costs: the cost of the whole name for each start by sound, but for those that are dearer than any name may be.
    nameness: between 0 (a translated term) and 1 (a name by its sound). letters: length of the gloss's name.
    class_starts: where class nouns begin. whole: the context begins where the anchor may at the earliest. starts: where
    the anchor may begin. heard: the words of the gloss that are compared by sound; `initials` go before them, and
    `stood` says for the starts at which they stand for given names how many do. headless: the head noun was not found
    and is not among `heard`. unheard: the gloss is an acronym that is not said as a word.
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
    starts: tuple[int, ...] = ()
    heard: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    stood: Mapping[int, int] = field(default_factory=dict)
    headless: bool = False
    unheard: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A possible left end with its features and score."""

    start: int
    features: Mapping[str, float]
    score: float
    probability: float


def features(case: Case, starts: Sequence[int]) -> dict[str, list[float]]:
    """The features of beginning at each of `starts` (in order), by name; each is signed so that more is better.

    One that is 0 everywhere is left out.
    """
    columns = {
        **_of_sound(case, starts),
        **_of_coverage(case, starts),
        **_of_surroundings(case, starts),
        **_of_inside(case, starts),
    }
    return {name: column for name, column in columns.items() if any(column)}


def weigh(case: Case, starts: Sequence[int]) -> list[Place]:
    """The two likeliest of the places that begin at `starts` (in order), the likeliest first."""
    if not starts:
        return []
    columns = features(case, starts)
    weighted = [[WEIGHTS[name] * value for value in column] for name, column in columns.items()]
    scores = [sum(row) for row in zip(*weighted, strict=True)] if weighted else [0.0] * len(starts)
    top = max(scores)
    total = sum(math.exp(score - top) for score in scores)
    ranked = sorted(zip(scores, range(len(starts)), strict=True), reverse=True)[:2]
    return [
        Place(
            starts[at],
            {name: column[at] for name, column in columns.items() if column[at]},
            score,
            math.exp(score - top) / total,
        )
        for score, at in ranked
    ]


def _of_sound(case: Case, starts: Sequence[int]) -> dict[str, list[float]]:
    """Names: known ones, and how they sound."""
    columns: dict[str, list[float]] = {}
    if case.known:
        worth = {start: 1.0 if not name.is_lent else LENT for start, name in case.known.items()}
        if all(name.is_lent for name in case.known.values()):
            worth = dict.fromkeys(worth, 1.0)
        columns["known"] = [worth.get(start, 0.0) for start in starts]
    if case.nameness and case.costs:
        best = min(case.costs.values())
        worse = best + FARTHEST
        columns["sound"] = [-case.nameness * min(FARTHEST, case.costs.get(start, worse) - best) for start in starts]
    return columns


def _of_coverage(case: Case, starts: Sequence[int]) -> dict[str, list[float]]:
    """The words of the gloss that were found."""
    coverage = case.coverage
    matches = list(coverage.matches())
    if not matches:
        return {}
    term = 1 - 0.9 * case.nameness
    last = [(max(match.start for match in found), word == coverage.head) for word, found in coverage.found.items()]
    columns = {"uncovered": [-term * _uncovered(last, start) for start in starts]}
    at_match = {match.start for match in matches}
    columns["at_match"] = [term if start in at_match else 0.0 for start in starts]
    if coverage.content > 1 and coverage.head not in coverage.found:
        columns["headless"] = [-term if start in at_match else 0.0 for start in starts]
    at_head = {match.start for match in matches if match.kind == "noun"}
    if at_head:
        columns["at_head"] = [term if start in at_head else 0.0 for start in starts]
        columns["head_inside"] = [
            -term * _heads_inside(coverage, start) if start in at_head else 0.0 for start in starts
        ]
    ordered = sorted(at_match)
    columns["left_gap"] = [-term * _gap(ordered, start) for start in starts]
    within = {offset for match in matches for offset in range(match.start + 1, match.end)} - at_match
    columns["in_match"] = [-term if start in within else 0.0 for start in starts]
    return columns


def _of_surroundings(case: Case, starts: Sequence[int]) -> dict[str, list[float]]:
    """What stands before the place, and the word that begins there."""
    text, context = case.context.text, case.context
    columns: dict[str, list[float]] = {}
    if not case.coverage.found or case.headless:
        term = 1 - 0.9 * case.nameness
        columns["class_noun"] = [term if start in case.class_starts else 0.0 for start in starts]
    opens = 1.0 if case.whole else -1.0
    columns["opens"] = [0.0 if start else opens for start in starts]
    apart = [start > 0 and (text[start - 1].isspace() or text[start - 1] in _OPENING) for start in starts]
    columns["space_before"] = [float(space) for space in apart]
    after_word = {word.end for word in case.words if word.text in BEFORE}
    columns["function_before"] = [
        0.0 if space else 1.0 if start in after_word else 0.5 if ends else 0.0
        for start, space, ends in zip(starts, apart, _FUNCTION_ENDS.at(text, starts), strict=True)
    ]
    matched = {match.start for match in case.coverage.matches()}
    first = {word.start: word.text for word in case.words if word.start not in matched}
    words = [first.get(start, "") for start in starts]
    columns["classifying"] = [-1.0 if word in CLASSIFYING else 0.0 for word in words]
    columns["begins_badly"] = [-1.0 if word in _BAD_BEGINNINGS else 0.0 for word in words]
    if not case.headless and not case.unheard:
        columns["after_class"] = [float(ends) for ends in _CLASSIFYING_ENDS.at(text, starts)]
    columns["word_before"] = [1.0 if start in context.boundaries else 0.0 for start in starts]
    return columns


def _of_inside(case: Case, starts: Sequence[int]) -> dict[str, list[float]]:
    """What lies between the place and the end of the context."""
    text, name = case.context.text, case.nameness
    term = 1 - 0.9 * name
    explained = _Explained(case.coverage.matches())
    never, seldom = _unexplained_words(case, explained)
    columns = {
        "never_inside": [-(1 - 0.7 * name) * min(3, never[start]) for start in starts],
        "seldom_inside": [-(1 - 0.7 * name) * min(4, seldom[start]) for start in starts],
    }
    size, named = len(text), case.gloss.name.count(" ")
    if case.initials:  # W.H. Auden has three words, however it is written.
        named = len(case.initials) + len(case.heard) - 1
    white = [offset for offset, char in enumerate(text) if char.isspace()]
    needless = _behind(size, [(offset, -1) for offset in white if not _needed_space(text, offset)])
    # A space with nothing before it, at the place itself, counts for nothing.
    inside = [needless[start + 1] for start in starts]
    columns["spaces"] = [-float(min(4, max(0, spaces - named) if name else spaces)) for spaces in inside]
    if name and named:
        columns["parts"] = [-name * min(3, abs(text.count(" ", start) - named)) for start in starts]
    if case.letters:
        if not case.unheard:
            columns["room"] = [-term * room for room in _rooms(case, explained, starts)]
        blank = _behind(size, [(offset, -1) for offset in white])
        columns["length"] = [-_length(size - start - blank[start], case.letters) * term for start in starts]
    return columns


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
    if best.start in case.known:
        return round(min(SUREST, best.probability), 3)
    limit, coverage, anchor = SUREST, case.coverage, case.context.text[best.start :]
    if (coverage.content > 1 and coverage.head not in coverage.found) or _may_have_given_names(case, best.start):
        limit = 0.85
    if name_within(anchor) != anchor:
        limit = 0.6
    if case.nameness < 0.5:
        if not any(match.start == best.start for match in coverage.matches()):
            limit = min(limit, 0.8)
        elif _bare_ism(coverage, best.start):
            limit = min(limit, 0.85)
    return round(min(limit, best.probability), 3)


def _may_have_given_names(case: Case, start: int) -> bool:
    """Whether the gloss has initials, and what they stand for may be the words before `start`."""
    before = case.context.text[max(0, start - 1) : start]
    return bool(case.initials) and start not in case.stood and before.isspace()


def _uncovered(last: Sequence[tuple[int, bool]], start: int) -> float:
    """How much of what the context has of the gloss lies left of `start`.

    last: for each word found, where its last match begins, and whether it is the head noun.
    """
    lost = 0.0
    for begins, is_head in last:
        if begins < start:
            lost += 1.5 if is_head else 1.0
    return min(lost, 4.0)


def _gap(ordered: Sequence[int], start: int) -> float:
    """How far it is from `start` to the first match; `ordered` has where matches begin."""
    following = bisect_left(ordered, start)
    return 8.0 if following == len(ordered) else min(8.0, (ordered[following] - start) / 1.5)


class _Ends:
    """A table of words, to ask at which places one of them ends."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_letter: dict[str, tuple[str, ...]] = {}
        for word in sorted(words):
            self._by_letter[word[-1]] = (*self._by_letter.get(word[-1], ()), word)

    def at(self, text: str, ends: Sequence[int]) -> list[bool]:
        """For each of the offsets whether a word of the table ends there."""
        by_letter = self._by_letter
        return [text.endswith(by_letter.get(text[end - 1 : end], ()), 0, end) for end in ends]


_FUNCTION_ENDS = _Ends(word for word in BEFORE if len(word) >= 3)
_CLASSIFYING_ENDS = _Ends(CLASSIFYING)
_BAD_BEGINNINGS = (BEFORE | NEVER_INSIDE | SELDOM_INSIDE) - CLASSIFYING
_OPENING = "“‘\"'([–—,;:)*"


class _Explained:
    """What the matches explain of the context, for every place where the anchor may begin.

    A match explains what it covers as long as the anchor holds it whole, so of those that cover an offset the one that
    begins last counts: `until` has its start by offset.
    """

    def __init__(self, matches: Iterable[Match]) -> None:
        self.until: dict[int, int] = {}
        for match in sorted(matches, key=lambda match: match.start):
            self.until.update(dict.fromkeys(range(match.start, match.end), match.start))

    def until_of(self, start: int, end: int) -> int:
        """The last place from which something of start–end is explained; -1 where nothing is."""
        return max((self.until.get(offset, -1) for offset in range(start, end)), default=-1)


def _behind(size: int, things: Iterable[tuple[int, int]]) -> list[int]:
    """For every place up to `size` how many things lie behind it that are not explained from there.

    things: (where it lies, until where it is explained or -1) of each.
    """
    changes = [0] * (size + 1)
    for place, until in things:
        if until < 0:
            changes[place] += 1
        elif until < place:
            changes[place] += 1
            changes[until] -= 1
    changes.reverse()
    counts = list(accumulate(changes))
    counts.reverse()
    return counts


def _unexplained_words(case: Case, explained: _Explained) -> tuple[list[int], list[int]]:
    """By place the number of words behind it that never, and of those that seldom, stand inside a term."""
    never: list[tuple[int, int]] = []
    seldom: list[tuple[int, int]] = []
    for word in case.words:
        kind = never if word.text in NEVER_INSIDE else seldom if word.text in SELDOM_INSIDE else None
        if kind is not None and word.text not in case.coverage.allowed:
            kind.append((word.start, explained.until_of(word.start, word.end)))
    size = len(case.context.text)
    return _behind(size, never), _behind(size, seldom)


def _needed_space(text: str, position: int) -> bool:
    """Whether a number, an era or a sign of repetition needs the space; one that nothing follows is needed too."""
    after, before = text[position + 1 : position + 2], text[max(0, position - 1) : position]
    return (
        after in "๐๑๒๓๔๕๖๗๘๙0123456789ๆ"
        or before in "๐๑๒๓๔๕๖๗๘๙0123456789ๆ"
        or text[position + 1 : position + 5] in ("ค.ศ.", "พ.ศ.")
    )


def _rooms(case: Case, explained: _Explained, starts: Sequence[int]) -> list[float]:
    """How badly the letters that nothing explains fit the words of the gloss that were not found."""
    coverage, text = case.coverage, case.context.text
    allowed: set[int] = set()
    for word in case.words:
        if word.text in coverage.allowed:
            allowed.update(range(word.start, word.end))
    until = explained.until
    letters = [(at, until.get(at, -1)) for at, char in enumerate(text) if char.isalnum() and at not in allowed]
    bare = _behind(len(text), letters)
    missing = sum(
        len(word)
        for position, word in enumerate(coverage.words)
        if position not in coverage.found and plain(word) not in FUNCTION_WORDS
    )
    return [min(4.0, abs(bare[start] - 0.9 * missing) / (missing + 6)) for start in starts]


def _length(length: int, letters: int) -> float:
    """How far an anchor's length, spaces apart, is from what translations of such glosses have."""
    return max(0.0, abs(math.log(length / letters) + 0.05) - 0.45) if length else 0.0
