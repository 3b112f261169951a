"""Answering a query: what is found, in order, a page at a time; what may have been meant instead is `meaning`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from django.db import connection
from django.db.models import QuerySet

from entries.models import EntryPeriod, NameRank, Part, Projection, SearchName, SearchText
from entries.models.columns import KEY_LENGTH
from entries.search.filters import Filters, narrowed
from entries.search.hits import LAST, Hit, Hits, Window, named_so
from entries.search.loosening import loosened
from entries.search.meaning import Meant, meant, with_faces, with_words_in_names
from entries.search.query import Query, Span, parse
from entries.search.ranking import Candidate, Place, Placed, placed
from entries.search.showing import Result, near_results, results
from entries.text.names import reference_key
from entries.text.thai import match_key

#: So many hits are ranked; those beyond follow in filing order.
SHORTLIST: Final = 60
PAGE_SIZE: Final = 20
#: Years off what has no period.
_FAR_OFF: Final = 9_999


@dataclass(frozen=True, slots=True)
class Answer:
    """A page of what a query finds. `found` counts what holds it, `total` also those whose names are only alike.

    `loosely` is what was looked for instead where nothing holds the query as it stands: its words, one by one.
    `after` and `before` are the addresses of the last and the first entry of the page, by which the next and the page
    before are found as fast as this one; "" near the shortlist, where their numbers do.
    """

    query: Query
    results: tuple[Result, ...]
    found: int
    total: int
    page: int
    pages: int
    did_you_mean: tuple[str, ...]
    hits: Hits | None = None
    loosely: Query | None = None
    after: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """Which page of an answer: its number and size and, beyond the shortlist, the place in filing order of the entry
    that stands before it, or with `is_back` behind it."""

    number: int = 1
    size: int = PAGE_SIZE
    place: tuple[str, int] | None = None
    is_back: bool = False

    @property
    def start(self) -> int:
        """The number of its first result, from 0."""
        return (self.number - 1) * self.size


def answer(
    text: str,
    faces: QuerySet[Projection],
    *,
    filters: Filters = Filters(),  # noqa: B008  (frozen)
    turn: Turn = Turn(),
) -> Answer:
    """What `text` finds among these faces (`Projection.objects.live()` for readers), page by page."""
    query = parse(text)
    if query.is_empty:
        return Answer(query, (), 0, 0, 1, 1, ())
    found, other = _everything(query, narrowed(faces, query, filters), turn)
    ahead = len(other.faces) if other.is_first else 0
    shown = found.page(turn, ahead)
    if turn.place and not shown:
        # The entry that the page began after has moved.
        return answer(text, faces, filters=filters, turn=replace(turn, place=None))
    behind = 0 if other.is_first else found.total
    hits = results(found.query, shown, is_loose=found.is_loose)
    others = near_results(other.faces[max(0, turn.start - behind) : max(0, turn.start + turn.size - behind)])
    total = found.total + len(other.faces)
    filed_from, shown_to = ahead + found.ranked_count, turn.start + len(others) + len(hits)
    return Answer(
        query=query,
        results=tuple([*others, *hits] if other.is_first else [*hits, *others]),
        found=found.total,
        total=total,
        page=turn.number,
        pages=max(1, -(-total // turn.size)),
        did_you_mean=other.offered,
        hits=found.hits,
        loosely=found.query if found.is_loose else None,
        after=hits[-1].face.entry.slug if hits and (turn.place or shown_to > filed_from) else "",
        before=hits[0].face.entry.slug if hits and turn.start - turn.size >= filed_from else "",
    )


def ordered(text: str, faces: QuerySet[Projection]) -> tuple[Hits | None, list[int]]:
    """What `text` finds among these faces, None for an empty query, and the ids of those that come first, in order.

    Those whose names are only alike are among the latter; all others follow in filing order.
    """
    query = parse(text)
    if query.is_empty:
        return None, []
    found, other = _everything(query, narrowed(faces, query, Filters()), Turn())
    alike = [face for face, _near in other.faces]
    ranked = [one.face for one in found.ranked]
    return found.hits, [*alike, *ranked] if other.is_first else [*ranked, *alike]


@dataclass(frozen=True, slots=True)
class _Found:
    """All that a query finds: how many there are, the shortlist in order, and what `filed` has of those beyond it.

    `missing` is how many of its words may be missing where they were taken one by one, else None.
    """

    query: Query
    hits: Hits
    total: int
    #: So many are in the shortlist, which is left unordered where a page far behind it is asked for.
    ranked_count: int
    ranked: list[Placed]
    filed: list[Hit]
    missing: int | None = None

    @property
    def is_loose(self) -> bool:
        """Whether its words were taken one by one."""
        return self.missing is not None

    def page(self, turn: Turn, ahead: int) -> list[Placed]:
        """Those of a page before which so many others stand: of the shortlist, then in filing order."""
        if turn.place or self.filed:
            return [_filed(hit) for hit in self.filed]
        start, end = max(0, turn.start - ahead), max(0, turn.start + turn.size - ahead)
        shown = self.ranked[start:end]
        more = min(end, self.total) - start - len(shown)
        if more > 0:
            without = tuple(one.face for one in self.ranked)
            window = Window(more, max(0, start - len(self.ranked)), without=without)
            shown += [_filed(hit) for hit in self.hits.best(0, window)[2]]
        return shown


def _filed(hit: Hit) -> Placed:
    return Placed(hit.face, hit.entry, _PLACES[hit.part], (), hit.sort_key, 0, hit.named)


def _everything(query: Query, faces: QuerySet[Projection], turn: Turn) -> tuple[_Found, Meant]:
    """What a query finds, its words one by one where they are nowhere together, and names that may be meant."""
    found = _found(query, faces, turn)
    if found.ranked_count and not found.ranked:
        # Of one word, with more than a page of hits: no names are shown among these.
        return found, Meant()
    names = meant(query, found.ranked, found.total, faces)
    if found.total:
        found = replace(found, ranked=with_words_in_names(found.ranked, names))
    else:
        found = _found_loosely(query, faces, turn) or found
    other = with_faces(names, query, found.ranked, found.total, found.hits, missing=found.missing)
    return found, other


def _found(query: Query, faces: QuerySet[Projection], turn: Turn, missing: int | None = None) -> _Found:
    """One statement finds the hits; it also gives those of a page beyond the shortlist."""
    hits = Hits(query, faces, missing=missing or 0)
    is_one = len(query.terms) == 1 and missing is None
    is_far = turn.place is not None or (is_one and turn.start >= 2 * SHORTLIST)
    begin = _names_beginning(query, faces) if is_far else []
    window = None
    if is_far:
        offset = 0 if turn.place else turn.start - SHORTLIST - len(begin)
        without = tuple(face for face, _entry, _filed in begin)
        window = Window(turn.size + len(begin), offset, turn.place, turn.is_back, without)
    first, total, filed = hits.best(SHORTLIST, window)
    if not is_far and total > len(first):
        begin = _names_beginning(query, faces)
    begin = [row for row in begin if row[0] not in {hit.face for hit in first}]
    if window:
        # Of the names that begin so, those among the first were counted twice.
        passed = 0 if turn.place else len(window.without) - len(begin)
        filed = filed[-turn.size :] if turn.is_back and turn.place else filed[passed : passed + turn.size]
    ranked = [] if is_far and is_one else _ranked(query, first, begin)
    return _Found(query, hits, total, len(first) + len(begin), ranked, filed, missing)


def _found_loosely(query: Query, faces: QuerySet[Projection], turn: Turn) -> _Found | None:
    """What has the words of the query one by one; or all but one of three or more, where a name is among them."""
    if any(term.is_phrase for term in query.terms):
        return None
    other = loosened(query)
    if other and (found := _found(other, faces, turn, missing=0)).total:
        return found
    wanted = other or query
    if len(wanted.terms) > 2:
        found = _found(wanted, faces, turn, missing=1)
        if found.total and found.ranked[0].place <= Place.PARTLY_IN_NAME:
            return found
    return None


_PLACES: Final = {
    Part.NAME: Place.IN_NAME,
    Part.ALIAS: Place.IN_NAME,
    Part.TERM: Place.IN_TERM,
    Part.PROSE: Place.IN_PROSE,
    Part.REST: Place.ELSEWHERE,
}


def _ranked(query: Query, first: Sequence[Hit], begin: Sequence[tuple[int, int, str]]) -> list[Placed]:
    """The shortlist in order: the first of the hits, and others whose names begin with the query."""
    candidates = {
        hit.face: Candidate(hit.face, hit.entry, hit.part, hit.depth, hit.named, hit.sort_key) for hit in first
    }
    for face, entry, filed in begin:
        candidates[face] = Candidate(face, entry, Part.NAME, 0, len(query.terms), filed)
    exact = _exact_keys(query)
    for face, rank, key in _keys_beginning(exact, list(candidates)):
        candidates[face].keys.append((NameRank(rank), key))
    for face in _named_barely(query.bare, list(candidates)):
        candidates[face].is_bare = True
    for face, part, body in _bodies(list(candidates.values())):
        candidates[face].bodies[part] = body
    for face, years in _years_off(query, list(candidates)):
        candidates[face].years_off = years
    ranked = [placed(query, candidate, exact) for candidate in candidates.values()]
    return sorted(ranked, key=lambda one: one.order)


def _years_off(query: Query, faces: Sequence[int]) -> Iterator[tuple[int, int]]:
    """How far the periods of these faces are from the years asked for: the war of 1914–1918 before a life."""
    spans = query.years
    if not spans or not faces:
        return
    periods: dict[int, list[Span]] = {}
    rows = EntryPeriod.objects.filter(face__in=faces).values_list("face_id", "first", "last")
    for face, first, last in rows:
        known = [year for year in (first, last) if year is not None]
        if known:
            periods.setdefault(face, []).append((known[0], known[-1]))
    for face in faces:
        off = [abs(first - begin) + abs(last - end) for begin, end in periods.get(face, []) for first, last in spans]
        yield face, min(off, default=_FAR_OFF)


def _exact_keys(query: Query) -> list[str]:
    text = query.whole.text
    keys = (match_key(text)[:KEY_LENGTH], reference_key(text)[:KEY_LENGTH])
    return list(dict.fromkeys(key for key in keys if key))


_NAMES: Final = (NameRank.NAME, NameRank.ALIAS, NameRank.IN_NAME, NameRank.IN_ALIAS)


def _names_beginning(query: Query, faces: QuerySet[Projection]) -> list[tuple[int, int, str]]:
    """Faces whose names begin with all that is wanted, and so have it all, exact ones first: face, entry, sort key."""
    if query.unwanted or query.spans:
        return []
    named = named_so(_exact_keys(query), _NAMES, faces, SHORTLIST)
    ids = {face for face, _entry, _rank, _key in named}
    return list(Projection.objects.filter(pk__in=ids).values_list("pk", "entry_id", "sort_key")) if ids else []


def _named_barely(bare: str, faces: Sequence[int]) -> list[int]:
    """Those of these faces that bear just this name."""
    if not bare or not faces:
        return []
    names = SearchName.objects.filter(rank__in=(NameRank.NAME, NameRank.ALIAS), key=bare, face__in=faces)
    return list(names.values_list("face_id", flat=True).distinct())


def _keys_beginning(keys: Sequence[str], faces: Sequence[int]) -> list[tuple[int, int, str]]:
    """The keys of these faces' names that begin with the query: face, rank, key."""
    if not keys or not faces:
        return []
    beginning, ranges = _beginning(keys)
    statement = (
        "SELECT n.face_id, n.rank, n.key FROM entries_searchname AS n "
        f"WHERE n.face_id IN ({', '.join(['%s'] * len(faces))}) AND n.rank <= %s AND ({beginning})"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [*faces, int(NameRank.IN_ALIAS), *ranges])
        rows: list[tuple[int, int, str]] = cursor.fetchall()
    return rows


def _beginning(keys: Sequence[str]) -> tuple[str, list[str]]:
    """A condition on n.key, with its parameters."""
    ranges = [bound for key in keys for bound in (key, key + LAST)]
    return " OR ".join(["n.key >= %s AND n.key < %s"] * len(keys)), ranges


def _bodies(candidates: Sequence[Candidate]) -> list[tuple[int, Part, str]]:
    """The bodies that ranking looks into, where nothing earlier decides: those in which the last word was found."""
    wanted = [
        candidate.face * SearchText.PARTS + candidate.part
        for candidate in candidates
        if not candidate.keys and candidate.part in (Part.TERM, Part.PROSE)
    ]
    rows = SearchText.objects.filter(pk__in=wanted).values_list("face_id", "part", "body")
    return [(face, Part(part), body) for face, part, body in rows]
