"""Answering a query: what is found, in order, a page at a time, and what may have been meant instead."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.db import connection
from django.db.models import QuerySet

from entries.models import DatedPassage, NameRank, Part, Projection, SearchText
from entries.models.columns import KEY_LENGTH
from entries.search.filters import Filters, narrowed
from entries.search.hits import LAST, Hits, among
from entries.search.query import Query, parse
from entries.search.ranking import Candidate, Place, Placed, placed
from entries.search.snippets import Passage, Spot, paragraphs_of, passages
from entries.search.sounds import Near, near_names
from entries.text.names import reference_key
from entries.text.thai import match_key, thai_digits

#: So many hits are ranked; those beyond follow in filing order.
SHORTLIST: Final = 60
PAGE_SIZE: Final = 20
#: Entries whose names sound alike are added after what was found where that is less than this.
FEW: Final = 5
#: How many names may be offered as what was meant.
MOST_MEANT: Final = 3
_MOST_NEAR: Final = 8


@dataclass(frozen=True, slots=True)
class Result:
    """One entry found. `why` says in a few words what matched; `near` the name that sounds alike, "" for a real hit."""

    face: Projection
    place: Place | None
    why: str
    passages: tuple[Passage, ...]
    near: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """A page of what a query finds. `found` counts what holds it, `total` also those whose names only sound alike."""

    query: Query
    results: tuple[Result, ...]
    found: int
    total: int
    page: int
    pages: int
    did_you_mean: tuple[str, ...]
    hits: Hits | None = None


def answer(
    text: str,
    faces: QuerySet[Projection],
    *,
    filters: Filters = Filters(),  # noqa: B008  (frozen)
    page: int = 1,
    size: int = PAGE_SIZE,
) -> Answer:
    """What `text` finds among these faces (`Projection.objects.live()` for readers), page by page."""
    query = parse(text)
    if query.is_empty:
        return Answer(query, (), 0, 0, 1, 1, ())
    left = narrowed(faces, query, filters)
    hits = Hits(query, left)
    ranked, found = _ranked(query, hits, left)
    meant = near_names(query.whole.text, left, limit=_MOST_NEAR) if _asks_back(query, ranked, found) else []
    # Who writes quotation marks wants these very letters; a name may still be offered.
    is_exact = any(term.is_phrase for term in query.terms)
    near = [] if is_exact else _near_faces(meant, without={one.face for one in ranked})
    total = found + len(near)
    page = max(1, page)
    start = (page - 1) * size
    shown: list[Placed] = ranked[start : start + size]
    more = min(size, found - start) - len(shown)
    if more > 0:
        offset = max(0, start - len(ranked))
        filed = hits.filed(without=[one.face for one in ranked], offset=offset, limit=more)
        shown += [Placed(hit.face, hit.entry, _PLACES[hit.part], (), "", 0) for hit in filed]
    sounding = near[max(0, start - found) : max(0, start + size - found)]
    return Answer(
        query=query,
        results=tuple(_results(query, shown, sounding)),
        found=found,
        total=total,
        page=page,
        pages=max(1, -(-total // size)),
        did_you_mean=tuple(_offered(meant)),
        hits=hits,
    )


_PLACES: Final = {
    Part.NAME: Place.IN_NAME,
    Part.ALIAS: Place.IN_NAME,
    Part.TERM: Place.IN_TERM,
    Part.PROSE: Place.IN_PROSE,
    Part.REST: Place.ELSEWHERE,
}


def _asks_back(query: Query, ranked: Sequence[Placed], found: int) -> bool:
    """Whether another name may be meant: nothing was found, or one word in few entries and in no name."""
    if not found:
        return True
    narrowing = query.unwanted or query.spans or query.authors or query.keywords
    is_plain = len(query.terms) == 1 and not query.terms[0].is_phrase and not narrowing
    return is_plain and found < FEW and ranked[0].place > Place.BEGINS_WORD_OF_NAME


def _ranked(query: Query, hits: Hits, faces: QuerySet[Projection]) -> tuple[list[Placed], int]:
    """The shortlist in order, and how many there are in all."""
    first, found = hits.best(SHORTLIST)
    candidates = {hit.face: Candidate(hit.face, hit.entry, hit.part, hit.sort_key) for hit in first}
    exact = _exact_keys(query)
    if found > len(first) and not (query.unwanted or query.spans):
        # Whoever's name begins with all that is wanted has it all.
        for face, entry, filed in _names_beginning(exact, faces):
            candidates.setdefault(face, Candidate(face, entry, Part.NAME, filed))
    for face, rank, key in _keys_beginning(exact, list(candidates)):
        candidates[face].keys.append((NameRank(rank), key))
    for face, part, body in _bodies(list(candidates.values())):
        candidates[face].bodies[part] = body
    ranked = [placed(query, candidate, exact) for candidate in candidates.values()]
    return sorted(ranked, key=lambda one: one.order), found


def _exact_keys(query: Query) -> list[str]:
    text = query.whole.text
    keys = (match_key(text)[:KEY_LENGTH], reference_key(text)[:KEY_LENGTH])
    return list(dict.fromkeys(key for key in keys if key))


def _names_beginning(keys: Sequence[str], faces: QuerySet[Projection]) -> list[tuple[int, int, str]]:
    """Faces whose names begin with the query, exact ones first: face, entry, sort key."""
    if not keys:
        return []
    beginning, ranges = _beginning(keys)
    condition, params = among(faces, "n.face_id")
    statement = (
        "SELECT n.face_id, n.entry_id, f.sort_key FROM entries_searchname AS n "
        "JOIN entries_projection AS f ON f.id = n.face_id "
        f"WHERE n.rank <= %s AND ({beginning}) AND {condition} ORDER BY n.rank, n.key, n.entry_id LIMIT %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [int(NameRank.IN_ALIAS), *ranges, *params, SHORTLIST])
        rows: list[tuple[int, int, str]] = cursor.fetchall()
    return rows


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
    """The bodies that ranking looks into: those of keywords and of prose, where nothing earlier decides."""
    wanted = [
        candidate.face * SearchText.PARTS + part
        for candidate in candidates
        if not candidate.keys and candidate.part > Part.ALIAS
        for part in (Part.TERM, Part.PROSE)
        if part <= candidate.part
    ]
    rows = SearchText.objects.filter(pk__in=wanted).values_list("face_id", "part", "body")
    return [(face, Part(part), body) for face, part, body in rows]


def _near_faces(meant: Sequence[Near], *, without: set[int]) -> list[tuple[int, Near]]:
    chosen: dict[int, Near] = {}
    for near in meant:
        for face in near.faces:
            if face not in without:
                chosen.setdefault(face, near)
    return list(chosen.items())[:FEW]


def _offered(meant: Sequence[Near]) -> list[str]:
    """Names to ask for instead; of the names of one entry the likest."""
    offered: dict[object, str] = {}
    for near in meant:
        offered.setdefault(near.faces[0] if near.rank <= NameRank.ALIAS else match_key(near.name), near.name)
    return list(offered.values())[:MOST_MEANT]


def _results(query: Query, shown: Sequence[Placed], sounding: Sequence[tuple[int, Near]]) -> list[Result]:
    ids = [one.face for one in shown] + [face for face, _near in sounding]
    faces = Projection.objects.select_related("entry", "revision").in_bulk(ids)
    runs = [query.whole.runs] if query.whole.runs and len(query.terms) > 1 else []
    runs += [term.runs for term in query.terms if term.letters > 1]
    spots = _dated(query, ids)
    results = []
    for one in shown:
        face = faces[one.face]
        cut = passages(_paragraphs(face), runs, spots=spots.get(one.face, ()))
        why = _why(one) if query.terms or query.spans else "ตรงตามเงื่อนไข"
        results.append(Result(face, one.place, why, tuple(cut)))
    for face_id, near in sounding:
        face = faces[face_id]
        cut = passages(_paragraphs(face), [])
        results.append(Result(face, None, f"ออกเสียงใกล้เคียงกับ “{near.name}”", tuple(cut), near.name))
    return results


def _paragraphs(face: Projection) -> list[str]:
    return [] if face.see else paragraphs_of(face.revision.text, bool(face.headword) + bool(face.thai_title))


def _dated(query: Query, ids: Sequence[int]) -> dict[int, list[Spot]]:
    """Places in the prose of these faces that tell of the years asked for."""
    spans = [term.span for term in query.terms if term.span] + list(query.spans)
    found: dict[int, list[Spot]] = {}
    for first, last in spans:
        rows = DatedPassage.objects.filter(face__in=ids, first__lte=last, last__gte=first)
        for face, *place in rows.order_by("position").values_list("face_id", "paragraph", "start", "end"):
            found.setdefault(face, []).append((place[0], place[1], place[2]))
    return found


_WHY: Final = {
    Place.EXACT_NAME: "ตรงกับชื่อรายการ",
    Place.BEGINS_NAME: "ชื่อรายการขึ้นต้นด้วยคำนี้",
    Place.BEGINS_WORD_OF_NAME: "อยู่ในชื่อรายการ",
    Place.IN_NAME: "อยู่ในชื่อรายการ",
    Place.EXACT_TERM: "เป็นคำสำคัญหรือคำกำกับภาษาต่างประเทศ",
    Place.IN_TERM: "อยู่ในคำสำคัญ คำกำกับภาษาต่างประเทศ หรือช่วงเวลา",
    Place.IN_PROSE: "อยู่ในคำอธิบาย",
    Place.ELSEWHERE: "อยู่ในส่วนอื่นของรายการ",
}


def _why(one: Placed) -> str:
    if one.place == Place.IN_PROSE and one.count > 1:
        return f"{_WHY[one.place]} {thai_digits(one.count)} แห่ง"
    return _WHY[one.place]
