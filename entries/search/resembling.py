"""Names that share most of a query's letters, whatever is glued, missing, too much or in another order.

Two names are compared by the runs of three letters that they share; a run that many names have says less.
ปฏิวัติตุลาคม is most of การปฏิวัติเดือนตุลาคม, and พรรคนาซี the whole name in พรรคนาซีเยอรมัน.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from heapq import nsmallest
from math import log
from typing import Final

from django.db import connection
from django.db.models import QuerySet

from entries.models import NameRank, Part, Projection, SearchText
from entries.models.search import search_text_ids
from entries.search.folding import fold
from entries.search.hits import adapter, among
from entries.search.loosening import loosened, numbered
from entries.search.query import Query, Term
from entries.search.rows import bare_name, offered_name
from entries.search.sounds import Alike, Near
from entries.text.thai import match_key, normalise

#: Below this a name is not what was meant.
LEAST: Final = 0.62
#: A query of fewer letters is compared by its sounds only, a longer one is a sentence.
_SHORTEST: Final = 5
_LONGEST: Final = 80
#: A shorter name is within a query by chance.
_SHORTEST_NAME: Final = 4
#: A word that more names than this end in is not taken for the name.
_MOST_BEARERS: Final = 3
#: So many faces are looked at name by name.
_MOST_FACES: Final = 60
#: So much of a name, or of a query, is in the other where one holds the other.
_MOSTLY: Final = 0.75
#: So much of the query a name must cover at least.
_SOME: Final = 0.3
_FAR: Final = 0.15


Weights = Mapping[str, float]


def resembling_names(query: str, faces: QuerySet[Projection], *, limit: int) -> list[Near]:
    """The names of these faces that share most with the query, the likest first."""
    asked = numbered(normalise(query))
    run = fold(asked)
    if not _SHORTEST <= len(run) <= _LONGEST:
        return []
    shared = _shared(run)
    if not shared:
        return []
    weights = _weights(run, shared)
    runs = [_weighed(form, weights) for form in dict.fromkeys((run, fold(bare_name(asked)))) if _grams(form)]
    scored: dict[str, tuple[float, list[int]]] = {}
    for face, name in _bearers(_most_alike(shared, weights), faces):
        forms = [_weighed(form, weights) for form in {fold(name), fold(bare_name(name))} if _grams(form)]
        score = max((_likeness(one, form) for form in forms for one in runs), default=0.0)
        if score >= LEAST:
            best, bearers = scored.setdefault(offered_name(name), (score, []))
            scored[offered_name(name)] = max(best, score), bearers if face in bearers else [*bearers, face]
    near = [
        Near(name, NameRank.NAME, round(score, 6), tuple(bearers), Alike.LETTERS)
        for name, (score, bearers) in scored.items()
    ]
    near.sort(key=lambda one: (-one.score, one.name))
    return [one for one in near[:limit] if one.score >= near[0].score - _FAR]


def names_within(query: str, faces: QuerySet[Projection], *, limit: int, least: float = _SOME) -> list[Near]:
    """The names of these faces with which the query begins or ends, the longest first: เปโตรกราด of กรุงเปโตรกราด.

    `least` is how much of the query they must be.
    """
    key = match_key(numbered(normalise(query)))
    if len(key) > _LONGEST:
        return []
    cuts = range(max(_SHORTEST_NAME, round(least * len(key))), len(key))
    parts = list(dict.fromkeys(part for length in cuts for part in (key[:length], key[-length:])))
    if not parts:
        return []
    condition, params = among(faces, "n.face_id")
    sql = (
        "SELECT DISTINCT n.face_id, n.key, f.thai_title, f.headword, f.sort_key, f.entry_id "
        "FROM entries_searchname AS n JOIN entries_projection AS f ON f.id = n.face_id "
        f"WHERE n.rank IN (%s, %s) AND n.key IN ({', '.join(['%s'] * len(parts))}) AND {condition} "
        "ORDER BY f.sort_key, f.entry_id"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [int(NameRank.NAME), int(NameRank.ALIAS), *parts, *params])
        rows = cursor.fetchall()
    found: dict[int, Near] = {}
    for face, held, title, headword, _filed, _entry in sorted(rows, key=lambda row: -len(row[1])):
        name = offered_name(title or headword)
        found.setdefault(
            face, Near(name, NameRank.NAME, round(0.6 + 0.4 * len(held) / len(key), 6), (face,), Alike.LETTERS)
        )
    return list(found.values())[:limit]


def names_among_words(terms: Sequence[Term], faces: QuerySet[Projection], *, limit: int) -> list[Near]:
    """The names of these faces that are words of a query, or end in one of them: Metternich of Prince Metternich.

    A word that many names end in says nothing.
    """
    keys = [match_key(term.text) for term in terms if not term.span]
    length = sum(map(len, keys))
    words = sorted({key for key in keys if len(key) >= _SHORTEST_NAME}, key=lambda key: (-len(key), key))
    ranks = [int(rank) for rank in (NameRank.NAME, NameRank.ALIAS, NameRank.IN_NAME, NameRank.IN_ALIAS)]
    condition, params = among(faces, "n.face_id")
    sql = (
        "SELECT DISTINCT n.face_id, f.thai_title, f.headword, f.sort_key, f.entry_id "
        "FROM entries_searchname AS n JOIN entries_projection AS f ON f.id = n.face_id "
        f"WHERE n.rank IN (%s, %s, %s, %s) AND n.key = %s AND {condition} ORDER BY f.sort_key, f.entry_id LIMIT %s"
    )
    found: dict[int, Near] = {}
    with connection.cursor() as cursor:
        for word in words:
            cursor.execute(sql, [*ranks, word, *params, _MOST_BEARERS + 1])
            rows = cursor.fetchall()
            for face, title, headword, _filed, _entry in rows if len(rows) <= _MOST_BEARERS else []:
                score = round(0.6 + 0.4 * len(word) / length, 6)
                found.setdefault(
                    face, Near(offered_name(title or headword), NameRank.NAME, score, (face,), Alike.LETTERS)
                )
    return list(found.values())[:limit]


def names_of_words(query: Query, faces: QuerySet[Projection], *, more_than: int, limit: int) -> list[Near]:
    """Names that have more than so many, and two at least, of the words of a query, glued together as they may be.

    None where many have: ปฏิวัติรัสเซีย ตุลาคม means the revolution of October, รัสเซีย ปฏิวัติ no one of them.
    """
    other = loosened(query)
    runs = sorted({run for term in other.terms for run in term.runs[:1]}) if other else []
    long = [run for run in runs if _grams(run)]
    if not long or len(runs) < 2:
        return []
    shared = _shared_by(sorted({gram for run in long for gram in _grams(run)}))
    have: Counter[int] = Counter()
    for run in long:
        have.update(set.intersection(*(shared.get(gram, set()) for gram in _grams(run))))
    wanted = max(2, more_than + 1) - (len(runs) - len(long))
    likely = sorted((face for face, count in have.items() if count >= wanted), key=lambda face: (-have[face], face))
    counted: dict[int, tuple[int, str]] = {}
    for face, name, forms in _names_of(likely[:_MOST_FACES], faces):
        count = sum(run in forms for run in runs)
        if count >= max(2, more_than + 1):
            counted[face] = count, name
    most = max((count for count, _name in counted.values()), default=0)
    best = [(face, name) for face, (count, name) in counted.items() if count == most]
    if len(best) > limit:
        return []
    score = round(0.6 + 0.4 * most / len(runs), 6)
    return [Near(name, NameRank.NAME, score, (face,), Alike.WORDS) for face, name in best]


def _names_of(faces: Sequence[int], among_these: QuerySet[Projection]) -> list[tuple[int, str, str]]:
    """The faces with their titles and the bodies of their names, in filing order."""
    if not faces:
        return []
    rows = among_these.filter(pk__in=faces).in_filing_order().values_list("pk", "thai_title", "headword")
    bodies = SearchText.objects.filter(pk__in=search_text_ids(faces, Part.NAME) + search_text_ids(faces, Part.ALIAS))
    texts: dict[int, str] = {}
    for face, body in bodies.order_by("pk").values_list("face_id", "body"):
        texts[face] = texts.get(face, "") + body
    return [(face, offered_name(title or headword), texts.get(face, "")) for face, title, headword in rows]


def _grams(run: str) -> list[str]:
    """Runs of three, once each, in the order of the adapters' numbers."""
    every = {run[at : at + 3] for at in range(len(run) - 2)}
    # A letter of another script is more than one byte, which the databases count each in its way.
    return sorted(gram for gram in every if gram.isascii())


def _shared(run: str) -> dict[str, set[int]]:
    """For every run of three of the query the faces that have it in a name."""
    return _shared_by(_grams(run))


def _shared_by(grams: Sequence[str]) -> dict[str, set[int]]:
    if not grams:
        return {}
    sql, params = adapter().sharing(grams)
    shared: dict[str, set[int]] = defaultdict(set)
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        for face, number in cursor.fetchall():
            shared[grams[number]].add(face)
    return shared


def _weights(run: str, shared: Mapping[str, set[int]]) -> dict[str, float]:
    """What each run of the query says: the less, the more names have it."""
    every = len(set().union(*shared.values()))
    weights = {gram: 1 + log((every + 1) / (len(faces) + 1)) for gram, faces in shared.items()}
    usual = sum(weights.values()) / max(1, len(weights))
    return {gram: weights.get(gram, usual) for gram in _grams(run)}


def _most_alike(shared: Mapping[str, set[int]], weights: Weights) -> list[int]:
    totals: dict[int, float] = defaultdict(float)
    for gram, faces in sorted(shared.items()):
        for face in faces:
            totals[face] += weights[gram]
    return nsmallest(_MOST_FACES, totals, key=lambda face: (-round(totals[face], 6), face))


def _weighed(form: str, weights: Weights) -> dict[str, float]:
    usual = sum(weights.values()) / len(weights)
    return {gram: weights.get(gram, usual) for gram in _grams(form)}


def _likeness(query: Weights, name: Weights) -> float:
    """0 to 1: how much of each is in the other; more where one is as good as whole in the other."""
    common = sum(weight for gram, weight in query.items() if gram in name)
    of_query, of_name = common / sum(query.values()), common / sum(name.values())
    alike = 2 * of_query * of_name / (of_query + of_name) if common else 0.0
    more, less = max(of_query, of_name), min(of_query, of_name)
    return max(alike, 0.6 * more + 0.4 * less if more >= _MOSTLY and less >= _SOME else 0.0)


def _bearers(faces: Sequence[int], among_these: QuerySet[Projection]) -> list[tuple[int, str]]:
    """The names of these faces as written, aliases included, in filing order."""
    if not faces:
        return []
    condition, params = among(among_these, "f.id")
    some = ", ".join(["%s"] * len(faces))
    sql = (
        "SELECT f.id, n.name FROM ("
        f"SELECT face_id AS face, name FROM entries_entryname WHERE face_id IN ({some}) UNION "
        f"SELECT p.id AS face, a.name FROM entries_alias AS a JOIN entries_projection AS p ON p.entry_id = a.entry_id "
        f"WHERE p.id IN ({some})) AS n JOIN entries_projection AS f ON f.id = n.face WHERE {condition} "
        "ORDER BY f.sort_key, f.entry_id"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [*faces, *faces, *params])
        return list(cursor.fetchall())
