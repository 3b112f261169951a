"""Finding the place of a decision again after its text has changed: certain, or not at all."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from entries.text.thai import match_key, normalise

#: How many code points of the text around a place are kept.
REACH: Final = 40
_STARS: Final = "*＊∗﹡"


@dataclass(frozen=True, slots=True)
class Spot:
    """A reference as it stands in a text now.

    `left` is the text before its parenthesis, which ends in the anchor wherever that begins; `right` what follows the
    parenthesis. Outside the prose `left` is the name alone and `right` is "".
    """

    place: str
    gloss: str
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a decision was made: the anchor and gloss as they stood, which of how many such, and the text around."""

    place: str
    gloss: str
    anchor: str
    occurrence: int
    occurrences: int
    before: str
    after: str


def mark(spots: Sequence[Spot], index: int, anchor: str) -> Mark:
    """What is to be kept of `spots[index]`, whose anchor reads `anchor`, so that `place` finds it again."""
    spot = spots[index]
    alike = _alike(spots, spot.place, spot.gloss, anchor)
    before = spot.left[: len(spot.left) - len(anchor)]
    return Mark(
        place=spot.place,
        gloss=spot.gloss,
        anchor=anchor,
        occurrence=alike.index(index),
        occurrences=len(alike),
        before=before[-REACH:],
        after=_right(spot.right)[:REACH],
    )


def place(marks: Sequence[Mark], spots: Sequence[Spot]) -> list[int | None]:
    """For each mark the index of its spot, None where that is not certain.

    A spot can be meant only where gloss and anchor stand as they stood. Of several the one with the same text on both
    sides is meant, then, where none has gone, the one with the same text on one side. Spots that are equal in this
    are told apart by their number while there are as many as there were, and a number that speaks for another one,
    whose text is partly the same too, leaves it uncertain. A spot with other text on both sides is meant only where
    there was but one of its gloss and anchor, and still is.
    """
    by_gloss: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, spot in enumerate(spots):
        by_gloss[spot.place, _key(spot.gloss)].append(index)
    return [_place(each, spots, by_gloss) for each in marks]


def _place(sought: Mark, spots: Sequence[Spot], by_gloss: Mapping[tuple[str, str], Sequence[int]]) -> int | None:
    named = by_gloss.get((sought.place, _key(sought.gloss)), ())
    alike = [index for index in named if _ends_in(spots[index].left, sought.anchor)]
    if not alike:
        return None
    agreeing = {index: _agreement(sought, spots[index]) for index in alike}
    most = max(agreeing.values())
    best = [index for index in alike if agreeing[index] == most]
    if most == 0:
        return alike[0] if sought.occurrences == len(alike) == 1 else None
    numbered = alike[sought.occurrence] if len(alike) == sought.occurrences else None
    if numbered in best:
        return numbered
    if len(best) > 1 or (numbered is not None and agreeing[numbered] > 0):
        return None
    return best[0] if most == 2 or len(alike) >= sought.occurrences else None


def _agreement(sought: Mark, spot: Spot) -> int:
    """On how many sides the text is the same; what was kept of it may have ended with the paragraph."""
    left, words = spot.left, sought.before + sought.anchor
    before = _ends_in(left, words) if len(sought.before) >= REACH else _key(left) == _key(words)
    right, words = _right(spot.right), sought.after
    if len(words) >= REACH:
        after = _key(right[: 2 * REACH]).startswith(_key(words))
    else:
        after = len(right) <= 2 * REACH and _key(right) == _key(words)
    return before + after


def _alike(spots: Sequence[Spot], where: str, gloss: str, anchor: str) -> list[int]:
    return [
        index
        for index, spot in enumerate(spots)
        if spot.place == where and _key(spot.gloss) == _key(gloss) and _ends_in(spot.left, anchor)
    ]


def _ends_in(left: str, words: str) -> bool:
    return _key(left[-3 * len(words) - 20 :]).endswith(_key(words))


def _right(right: str) -> str:
    return right.lstrip(_STARS)


def _key(text: str) -> str:
    return match_key(text) or normalise(text)
