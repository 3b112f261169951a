"""The order of what was found: exact names, beginnings of names, keywords and glosses, prose. Pure.

Nothing of it comes from a database's own ranking, so that it is the same on all.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import accumulate
from typing import Final

from entries.models.search import NameRank, Part
from entries.search.folding import SEPARATOR, unfold
from entries.search.query import Query
from entries.text.segment import segmenter

#: So many letters around what was found are cut into words, to see whether it is one.
_AROUND: Final = 24


class Place(IntEnum):
    """Where the query stands in an entry, the best first."""

    EXACT_NAME = 0
    BEGINS_NAME = 1
    BEGINS_WORD_OF_NAME = 2
    IN_NAME = 3
    EXACT_TERM = 4
    PARTLY_IN_NAME = 5
    IN_TERM = 6
    IN_PROSE = 7
    ELSEWHERE = 8


@dataclass(slots=True)
class Candidate:
    """A face to be placed: where it was found (see `Hit`), its keys that begin with the query, its bodies."""

    face: int
    entry: int
    part: Part
    depth: int
    named: int
    sort_key: str
    keys: list[tuple[NameRank, str]] = field(default_factory=list)
    bodies: dict[Part, str] = field(default_factory=dict)
    #: How many years its period is from those asked for.
    years_off: int = 0
    #: Whether its name is the query without the noun before it.
    is_bare: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A face with its place; `weight` orders those of one place, the smaller first; `count` is how often it stands.

    `named` is how many of the words stand in names.
    """

    face: int
    entry: int
    place: Place
    weight: tuple[float, ...]
    sort_key: str
    count: int
    named: int = 0

    @property
    def order(self) -> tuple[object, ...]:
        """What results are sorted by."""
        return (self.place, self.weight, self.sort_key, self.entry)


def placed(query: Query, candidate: Candidate, exact_keys: Sequence[str]) -> Placed:
    """Where the query stands in this face."""
    count = _count(query, candidate.bodies.get(Part.PROSE, ""))
    place, weight = _place(query, candidate, exact_keys, count)
    return Placed(candidate.face, candidate.entry, place, weight, candidate.sort_key, count, candidate.named)


def _place(
    query: Query, candidate: Candidate, exact_keys: Sequence[str], count: int
) -> tuple[Place, tuple[float, ...]]:
    own = [(rank, key) for rank, key in candidate.keys if rank in (NameRank.NAME, NameRank.ALIAS)]
    exact = [rank for rank, key in own if key in exact_keys]
    if exact:
        return Place.EXACT_NAME, (min(exact),)
    if candidate.is_bare:
        return Place.BEGINS_NAME, (len(query.bare),)
    if own:
        return Place.BEGINS_NAME, (min(len(key) for _rank, key in own),)
    if candidate.keys:
        return Place.BEGINS_WORD_OF_NAME, (min(len(key) for _rank, key in candidate.keys),)
    if candidate.part <= Part.ALIAS:
        return Place.IN_NAME, ()
    terms = candidate.bodies.get(Part.TERM, "")
    if any(f"{SEPARATOR}{run}{SEPARATOR}" in terms for run in query.whole.runs):
        return Place.EXACT_TERM, (candidate.years_off,)
    if candidate.named:
        return Place.PARTLY_IN_NAME, (-candidate.named, candidate.depth, candidate.years_off)
    if candidate.part <= Part.TERM:
        return Place.IN_TERM, (candidate.depth, candidate.years_off)
    if candidate.part == Part.PROSE:
        return Place.IN_PROSE, _weight_in_prose(query, candidate.bodies.get(Part.PROSE, ""), count)
    return Place.ELSEWHERE, (candidate.depth,)


def _weight_in_prose(query: Query, body: str, count: int) -> tuple[float, ...]:
    """Whole words before accidental runs, the phrase before scattered words, often before seldom, early before late."""
    runs = [run for term in query.terms for run in term.runs[:1]]
    together = [run for run in query.whole.runs if run in body]
    at = [body.find(run) for run in (together[:1] or runs)]
    first = min((place for place in at if place >= 0), default=len(body))
    found = [_is_word(body, place, len(run)) for place, run in zip(at, together[:1] or runs, strict=True)]
    return (-sum(found) / max(1, len(found)), 0 if together else 1, -count, first)


def _count(query: Query, body: str) -> int:
    if not body:
        return 0
    whole = sum(body.count(run) for run in query.whole.runs)
    return whole or sum(body.count(run) for term in query.terms for run in term.runs)


def _is_word(body: str, start: int, length: int) -> bool:
    """Whether a run begins and ends where words do."""
    if start < 0:
        return False
    before = unfold(body[max(0, start - _AROUND) : start])
    run = unfold(body[start : start + length])
    after = unfold(body[start + length : start + length + _AROUND])
    edges = {0, *accumulate(map(len, segmenter()[1](before + run + after)))}
    return len(before) in edges and len(before) + len(run) in edges
