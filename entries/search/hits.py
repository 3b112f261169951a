"""Which faces a query finds: one statement, the same on every database."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Final

from django.db import connection
from django.db.models import QuerySet

from entries.models import NameRank, Part, Projection
from entries.search import postgresql, sqlite
from entries.search.folding import count_letters
from entries.search.query import Query, Span, Term
from entries.text.thai import match_key

Sql = tuple[str, list[object]]
#: Comes after every key that begins with what it is added to.
LAST: Final = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Hit:
    """A face that a query finds. `part` is the last part that is needed to find all that is wanted."""

    face: int
    entry: int
    part: Part
    sort_key: str


def adapter() -> ModuleType:
    """The look-ups of the database in use."""
    return postgresql if connection.vendor == "postgresql" else sqlite


class Hits:
    """The faces among `faces` that a query finds, read from the database when they are asked for."""

    def __init__(self, query: Query, faces: QuerySet[Projection]) -> None:
        self._sql, self._params = _statement(query, faces)

    def best(self, limit: int) -> tuple[list[Hit], int]:
        """The first by part, then in filing order, and how many there are in all."""
        sql = f"SELECT hits.*, COUNT(*) OVER () FROM ({self._sql}) AS hits ORDER BY part, sort_key, entry_id LIMIT %s"
        rows = self._rows(sql, [*self._params, limit])
        return [Hit(face, entry, Part(part), filed) for face, entry, part, filed, _all in rows], rows[0][
            4
        ] if rows else 0

    def filed(self, *, without: Sequence[int], offset: int, limit: int) -> list[Hit]:
        """In filing order, leaving out these faces."""
        kept = f"WHERE face NOT IN ({', '.join(['%s'] * len(without))})" if without else ""
        sql = f"SELECT * FROM ({self._sql}) AS hits {kept} ORDER BY sort_key, entry_id LIMIT %s OFFSET %s"
        rows = self._rows(sql, [*self._params, *without, limit, offset])
        return [Hit(face, entry, Part(part), filed) for face, entry, part, filed in rows]

    def faces(self) -> Sql:
        """A statement that gives the ids of the faces, for counting by columns of theirs."""
        return f"SELECT face FROM ({self._sql}) AS hits", self._params

    def _rows(self, sql: str, params: Sequence[object]) -> list[tuple[Any, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(sql, params)
            return list(cursor.fetchall())


def among(faces: QuerySet[Projection], column: str) -> Sql:
    """A condition: the column is the id of one of these faces. Asked of each row, so that few rows cost little."""
    same = faces.order_by().extra(where=[f"entries_projection.id = {column}"])  # nothing of a user's
    sql, params = same.values("pk").query.sql_with_params()
    return f"EXISTS ({sql})", list(params)


def _statement(query: Query, faces: QuerySet[Projection]) -> Sql:
    """Columns face, entry_id, part, sort_key."""
    conditions, params = ["f.id = found.face"], list[object]()
    found = _wanted(query)
    if found is None:
        # Only what narrows is said: every face is found.
        found = f"SELECT id AS face, {int(Part.REST)} AS part FROM entries_projection", []
    condition, values = among(faces, "f.id")
    conditions.append(condition)
    params += [*found[1], *values]
    for term in query.unwanted:
        sql, values = _of_term(term)
        conditions.append(f"f.id NOT IN (SELECT face FROM ({sql}) AS unwanted)")
        params += values
    # What is found comes first in the join: it is few beside all faces.
    sql = (
        "SELECT f.id AS face, f.entry_id AS entry_id, found.part AS part, f.sort_key AS sort_key "
        f"FROM ({found[0]}) AS found CROSS JOIN entries_projection AS f WHERE {' AND '.join(conditions)}"
    )
    return sql, params


def _wanted(query: Query) -> Sql | None:
    """Faces, once each, that have all that is wanted, and the last part that is needed for it."""
    terms = [_of_term(term) for term in (*query.terms, *(Term("", (), span) for span in query.spans))]
    if not terms:
        return None
    every = _all_of(terms)
    others = list(_alternatives(query))
    return _grouped(_union([every, *others])) if others else every


def _alternatives(query: Query) -> Iterator[Sql]:
    """What finds a face though not every word does: its name, and a run that was cut so that a letter stands alone."""
    if query.named.runs:
        sql, values = _of_term(query.named)
        yield f"SELECT face, part FROM ({sql}) AS named WHERE part <= %s", [*values, int(Part.ALIAS)]
    if len(query.terms) > 1 and query.whole.letters > 1 and any(term.letters < 2 for term in query.terms):
        yield _of_term(query.whole)


def _grouped(found: Sql) -> Sql:
    return f"SELECT face, MIN(part) AS part FROM ({found[0]}) AS found GROUP BY face", found[1]


def _all_of(terms: Sequence[Sql]) -> Sql:
    """Faces that every one of these finds."""
    grouped = [_grouped(term) for term in terms]
    if len(grouped) == 1:
        return grouped[0]
    sql, values = _union(grouped)
    return f"SELECT face, MAX(part) AS part FROM ({sql}) AS every GROUP BY face HAVING COUNT(*) = %s", [
        *values,
        len(terms),
    ]


def _union(parts: Sequence[Sql]) -> Sql:
    return " UNION ALL ".join(sql for sql, _values in parts), [value for _sql, values in parts for value in values]


def _of_term(term: Term) -> Sql:
    found = [adapter().holding(run) for run in term.runs if count_letters(run) > 1]
    if term.letters == 1:
        found.append(_in_names(term))
    if term.span:
        found.append(_of_years(term.span))
    return _union(found)


def _in_names(term: Term) -> Sql:
    """One letter is looked for in names, and at the beginning of keywords."""
    key = match_key(term.text)
    names = f"SELECT face_id AS face, rank AS part FROM entries_searchname WHERE rank <= %s AND {adapter().HOLDS_KEY}"
    keywords = (
        f"SELECT face_id AS face, {int(Part.TERM)} AS part FROM entries_searchname "
        "WHERE rank = %s AND key >= %s AND key < %s"
    )
    return _union([(names, [int(NameRank.ALIAS), key]), (keywords, [int(NameRank.KEYWORD), key, key + LAST])])


_OPEN_END: Final = 9999


def _of_years(span: Span) -> Sql:
    """Faces whose period or dated prose touches these years."""
    first, last = span
    period = (
        f"SELECT face_id AS face, {int(Part.TERM)} AS part FROM entries_entryperiod "
        "WHERE COALESCE(first, last) <= %s AND CASE WHEN is_open THEN %s ELSE COALESCE(last, first) END >= %s"
    )
    prose = (
        f"SELECT face_id AS face, {int(Part.PROSE)} AS part FROM entries_datedpassage WHERE first <= %s AND last >= %s"
    )
    return _union([(period, [last, _OPEN_END, first]), (prose, [last, first])])
