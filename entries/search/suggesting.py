"""Suggestions while a person types: names that begin with what is there so far, cut after any code point."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.db.models import QuerySet
from django.utils.translation import gettext, gettext_noop

from entries.models import NameRank, Part, Projection
from entries.models.columns import KEY_LENGTH
from entries.search.hits import Hits, named_so
from entries.search.near import near
from entries.search.query import parse
from entries.search.sounds import Near, bearers
from entries.text.thai import match_key

MOST: Final = 10
#: Names that sound alike are added where fewer than this begin so.
_FEW: Final = 3
_WHY: Final = {
    NameRank.NAME: gettext_noop("ขึ้นต้นด้วยคำนี้"),
    NameRank.ALIAS: gettext_noop("ชื่ออื่น"),
    NameRank.IN_NAME: gettext_noop("อยู่ในชื่อ"),
    NameRank.IN_ALIAS: gettext_noop("อยู่ในชื่ออื่น"),
    NameRank.KEYWORD: gettext_noop("คำสำคัญ"),
    NameRank.IN_KEYWORD: gettext_noop("คำสำคัญ"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What a suggestion says of a face, and its entry's address."""

    pk: int
    entry_id: int
    slug: str
    headword: str
    thai_title: str
    years_ce: str
    years_be: str
    see: str


_COLUMNS: Final = ("pk", "entry_id", "entry__slug", "headword", "thai_title", "years_ce", "years_be", "see")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An entry to go to; `why` says what begins, contains or sounds so."""

    face: Shown
    why: str


def suggestions(text: str, faces: QuerySet[Projection], *, limit: int = MOST) -> list[Suggestion]:
    """Entries among these faces whose names, aliases or keywords begin with `text`, the nearest first.

    Then entries with `text` inside their names, then, where there are few, those whose names sound like it.
    """
    key = match_key(text)[:KEY_LENGTH]
    if not key:
        return []
    chosen: dict[int, str | Near] = {}
    for face, _entry, rank, _key in named_so([key], list(_WHY), faces, 4 * limit):
        chosen.setdefault(face, _WHY[rank])
    if len(chosen) < limit:
        for face in _containing(text, faces, limit):
            chosen.setdefault(face, _WHY[NameRank.IN_NAME])
    if len(chosen) < _FEW:
        for face, one in _alike(text, faces, limit, only_names=bool(chosen)).items():
            chosen.setdefault(face, one)
    ids = list(chosen)[:limit]
    # Plain values: making objects of ten rows takes longer than looking all else up.
    found = {row[0]: Shown(*row) for row in Projection.objects.filter(pk__in=ids).order_by().values_list(*_COLUMNS)}
    return [Suggestion(found[face], _said(chosen[face])) for face in ids]


def _said(why: str | Near) -> str:
    return why.why if isinstance(why, Near) else gettext(why)


def _containing(text: str, faces: QuerySet[Projection], limit: int) -> Iterator[int]:
    query = parse(text)
    if query.terms and query.whole.letters > 1:
        for hit in Hits(query, faces).best(limit)[0]:
            if hit.part <= Part.ALIAS:
                yield hit.face


def _alike(text: str, faces: QuerySet[Projection], limit: int, *, only_names: bool) -> dict[int, Near]:
    """Entries that bear names which are alike; unless only names count, those too in whose texts a likelier stands."""
    every = near(text, faces, limit=limit)
    likest = max((one.score for one in every if not one.is_in_texts), default=0.0)
    return bearers([one for one in every if not one.is_in_texts or (one.score > likest and not only_names)])
