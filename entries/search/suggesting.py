"""Suggestions while a person types: names that begin with what is there so far, cut after any code point."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.db import connection
from django.db.models import QuerySet

from entries.models import NameRank, Part, Projection
from entries.models.columns import KEY_LENGTH
from entries.search.hits import LAST, Hits, among
from entries.search.query import parse
from entries.search.sounds import near_names
from entries.text.thai import match_key

MOST: Final = 10
#: Names that sound alike are added where fewer than this begin so.
_FEW: Final = 3
_WHY: Final = {
    NameRank.NAME: "ขึ้นต้นด้วยคำนี้",
    NameRank.ALIAS: "ชื่ออื่น",
    NameRank.IN_NAME: "อยู่ในชื่อ",
    NameRank.IN_ALIAS: "อยู่ในชื่ออื่น",
    NameRank.KEYWORD: "คำสำคัญ",
    NameRank.IN_KEYWORD: "คำสำคัญ",
}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An entry to go to; `why` says what begins, contains or sounds so."""

    face: Projection
    why: str


def suggestions(text: str, faces: QuerySet[Projection], *, limit: int = MOST) -> list[Suggestion]:
    """Entries among these faces whose names, aliases or keywords begin with `text`, the nearest first.

    Then entries with `text` inside their names, then, where there are few, those whose names sound like it.
    """
    key = match_key(text)[:KEY_LENGTH]
    if not key:
        return []
    chosen: dict[int, str] = {}
    for face, rank in _beginning(key, faces, limit):
        chosen.setdefault(face, _WHY[NameRank(rank)])
    if len(chosen) < limit:
        for face in _containing(text, faces, limit):
            chosen.setdefault(face, _WHY[NameRank.IN_NAME])
    if len(chosen) < _FEW:
        for face, name in _sounding(text, faces, limit):
            chosen.setdefault(face, f"ออกเสียงใกล้เคียงกับ “{name}”")
    ids = list(chosen)[:limit]
    found = Projection.objects.select_related("entry").defer("lead").in_bulk(ids)
    return [Suggestion(found[face], chosen[face]) for face in ids]


def _beginning(key: str, faces: QuerySet[Projection], limit: int) -> list[tuple[int, int]]:
    """Face and rank: one statement, which reads of each rank no more than it needs, in the order of its index."""
    condition, params = among(faces, "n.face_id")
    one = (
        "SELECT * FROM (SELECT n.face_id, n.rank, n.key, n.entry_id FROM entries_searchname AS n "
        f"WHERE n.rank = %s AND n.key >= %s AND n.key < %s AND {condition} "
        "ORDER BY n.key, n.entry_id LIMIT %s) AS r{}"
    )
    statement = " UNION ALL ".join(one.format(int(rank)) for rank in _WHY)
    values = [value for rank in _WHY for value in (int(rank), key, key + LAST, *params, 3 * limit)]
    with connection.cursor() as cursor:
        cursor.execute(f"{statement} ORDER BY rank, key, entry_id", values)
        return [(face, rank) for face, rank, _key, _entry in cursor.fetchall()]


def _containing(text: str, faces: QuerySet[Projection], limit: int) -> Iterator[int]:
    query = parse(text)
    if query.terms and query.whole.letters > 1:
        for hit in Hits(query, faces).best(limit)[0]:
            if hit.part <= Part.ALIAS:
                yield hit.face


def _sounding(text: str, faces: QuerySet[Projection], limit: int) -> Iterator[tuple[int, str]]:
    for near in near_names(text, faces, limit=limit):
        if near.rank <= NameRank.ALIAS:
            for face in near.faces:
                yield face, near.name
