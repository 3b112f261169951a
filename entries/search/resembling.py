"""Names that share most of a query's letters, whatever is glued, missing, too much or in another order.

Two names are compared by the runs of three letters that they share; a run that many names have says less.
ปฏิวัติตุลาคม is most of การปฏิวัติเดือนตุลาคม, and พรรคนาซี the whole name in พรรคนาซีเยอรมัน.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import nsmallest
from math import log
from typing import Final

from django.db import connection
from django.db.models import QuerySet

from entries.models import NameRank, Projection
from entries.search.folding import fold
from entries.search.hits import adapter, among
from entries.search.loosening import numbered
from entries.search.rows import bare_name, offered_name
from entries.search.sounds import Near
from entries.text.thai import match_key, normalise

#: Below this a name is not what was meant.
LEAST: Final = 0.62
#: A query of fewer letters is compared by its sounds only, a longer one is a sentence.
_SHORTEST: Final = 5
_LONGEST: Final = 80
#: A shorter name is within a query by chance.
_SHORTEST_NAME: Final = 4
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
        Near(name, NameRank.NAME, round(score, 6), tuple(bearers), sounds_alike=False)
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
        found.setdefault(face, Near(name, NameRank.NAME, round(0.6 + 0.4 * len(held) / len(key), 6), (face,), False))
    return list(found.values())[:limit]


def _grams(run: str) -> list[str]:
    """Runs of three, once each, in the order of the adapters' numbers."""
    every = {run[at : at + 3] for at in range(len(run) - 2)}
    # A letter of another script is more than one byte, which the databases count each in its way.
    return sorted(gram for gram in every if gram.isascii())


def _shared(run: str) -> dict[str, set[int]]:
    """For every run of three of the query the faces that have it in a name."""
    grams = _grams(run)
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
