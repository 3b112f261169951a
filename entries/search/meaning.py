"""What may have been meant by a query instead: names that are like it, or like words of it, and where they come."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final

from django.db.models import QuerySet

from entries.models import NameRank, Projection
from entries.search.hits import Hits
from entries.search.loosening import loosened
from entries.search.near import near
from entries.search.query import MOST_TERMS, Query
from entries.search.ranking import Place, Placed
from entries.search.resembling import names_among_words, names_of_words, names_within
from entries.search.sounds import Alike, Near, bearers
from entries.text.segment import vocabulary
from entries.text.thai import match_key

#: Entries whose names are alike are added to what was found where that is less than this; no more are.
FEW: Final = 5
#: Of those that come before what lacks a word no more than this.
_MOST_FIRST: Final = 2
#: How many names may be offered as what was meant.
MOST_MEANT: Final = 3
_MOST_NEAR: Final = 8
#: So much of a query that was found must be a name for that to be offered.
_MOST_OF_QUERY: Final = 0.6
#: A name must be so much like words that were found, each somewhere in a text.
_STRONG: Final = 0.88
#: No more words of a query than this are compared with names one by one; what a name that is like one of them loses.
_MOST_WORDS: Final = 4
_SHORTEST_WORD: Final = 4
_OF_A_WORD: Final = 0.1


@dataclass(frozen=True, slots=True)
class Meant:
    """Names that may have been meant, the likest first, and the faces that bear them and were not found.

    `is_first` says that these come before what was found, which has the words of the query but nowhere together.
    """

    names: tuple[Near, ...] = ()
    faces: tuple[tuple[int, Near], ...] = ()
    is_first: bool = False

    @property
    def offered(self) -> tuple[str, ...]:
        """Names to ask for instead; of the names of one entry the likest."""
        offered: dict[object, str] = {}
        for one in self.names:
            offered.setdefault(one.faces[0] if one.rank <= NameRank.ALIAS else match_key(one.name), one.name)
        return tuple(offered.values())[:MOST_MEANT]


def meant(query: Query, ranked: Sequence[Placed], total: int, faces: QuerySet[Projection]) -> list[Near]:
    """The names that may have been meant by a query as it was typed, of which this was found."""
    if not ranked:
        return near(query.whole.text, faces, limit=_MOST_NEAR) or _like_words_of(query, faces)
    best = ranked[0].place
    # Whoever writes a keyword or a gloss as it stands means it.
    is_meant = best <= Place.BEGINS_WORD_OF_NAME or best == Place.EXACT_TERM
    if len(query.terms) == 1 and total < FEW and not is_meant and is_plain(query):
        return near(query.whole.text, faces, limit=_MOST_NEAR)
    if best <= Place.IN_NAME or not is_plain(query):
        return []
    found = names_within(query.whole.text, faces, limit=MOST_MEANT, least=_MOST_OF_QUERY)
    if best != Place.EXACT_TERM:
        found += names_of_words(query, faces, more_than=ranked[0].named, limit=MOST_MEANT)
    if len(query.terms) > 1 and best > Place.PARTLY_IN_NAME:
        alike = near(query.whole.text, faces, limit=_MOST_NEAR)
        found += [one for one in alike if one.score >= _STRONG]
        found += names_among_words(query.terms, faces, limit=MOST_MEANT)
    return _likest(found)


def with_faces(
    names: Sequence[Near], query: Query, ranked: Sequence[Placed], total: int, hits: Hits, *, missing: int | None
) -> Meant:
    """These names with the faces that bear them and are none of the hits, and where those come.

    `missing` is how many of the words the hits do without where they were looked for one by one, else None.
    """
    # Who writes quotation marks wants these very letters; a name may still be offered.
    is_exact = any(term.is_phrase for term in query.terms)
    is_named = bool(ranked) and ranked[0].place <= Place.BEGINS_WORD_OF_NAME
    has_enough = total >= FEW and (is_named if missing == 0 else missing is None and len(query.terms) == 1)
    if not names or is_exact or has_enough:
        return Meant(tuple(names))
    chosen = bearers(names)
    known = hits.among(list(chosen)) if total else set()
    others = tuple((face, one) for face, one in chosen.items() if face not in known)[: _MOST_FIRST if missing else FEW]
    is_first = bool(others) and _says_less(names, query, ranked, hits, missing=missing)
    return Meant(tuple(names), others, is_first)


def with_words_in_names(ranked: Sequence[Placed], names: Sequence[Near]) -> list[Placed]:
    """The hits with those before others in whose names the words stand, though not as they were typed."""
    faces = {face for one in names if one.alike is Alike.WORDS for face in one.faces}
    placed = [
        replace(one, place=Place.PARTLY_IN_NAME, weight=(-MOST_TERMS,))
        if one.face in faces and one.place > Place.PARTLY_IN_NAME
        else one
        for one in ranked
    ]
    return sorted(placed, key=lambda one: one.order)


def is_plain(query: Query) -> bool:
    """Whether it is only words."""
    narrowing = query.unwanted or query.spans or query.authors or query.keywords
    return not narrowing and not any(term.is_phrase for term in query.terms)


def _says_less(
    names: Sequence[Near], query: Query, ranked: Sequence[Placed], hits: Hits, *, missing: int | None
) -> bool:
    """Whether what was found says less than these names: it has the words of the query only apart, and in no name."""
    if not ranked or missing:
        return bool(ranked)
    has_more = any(one.alike is Alike.WORDS for one in names)
    if ranked[0].place <= (Place.EXACT_TERM if has_more else Place.PARTLY_IN_NAME):
        return False
    return missing is not None or (len(query.terms) > 1 and not hits.with_whole(query))


def _like_words_of(query: Query, faces: QuerySet[Projection]) -> list[Near]:
    """Names that are like one word of the query, where as a whole it is like none: บิสมาร์กแห่งปรัสเซีย.

    Words of the dictionary say what is told of somebody, hardly who.
    """
    terms = (loosened(query) or query).terms
    if len(terms) < 2:
        return []
    strange = [term.text for term in terms if len(term.text) >= _SHORTEST_WORD and term.text not in vocabulary()]
    found = []
    for word in strange[:_MOST_WORDS]:
        found += [one.weaker(_OF_A_WORD) for one in near(word, faces, limit=MOST_MEANT) if one.score >= _STRONG]
    return _likest(found)


def _likest(names: Collection[Near]) -> list[Near]:
    best: dict[str, Near] = {}
    for one in sorted(names, key=lambda one: (-one.score, one.rank, one.name)):
        best.setdefault(one.name, one)
    return list(best.values())[:_MOST_NEAR]
