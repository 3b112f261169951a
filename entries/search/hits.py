"""Which faces a query finds: one statement, the same on every database."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
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
    """A face that a query finds.

    `part` is the last part that is needed to find all that is wanted, `depth` the sum of the parts in which each term
    stands, `named` how many terms stand in names.
    """

    face: int
    entry: int
    part: Part
    depth: int
    named: int
    sort_key: str

    @property
    def order(self) -> tuple[int, str, int]:
        """What the shortlist is taken by."""
        return (self.depth, self.sort_key, self.entry)


@dataclass(frozen=True, slots=True)
class Window:
    """So many hits in filing order, after a place in it (a sort key and an entry's number) or before one.

    `without` are faces that are left out, `offset` how many of the others are passed over.
    """

    limit: int
    offset: int = 0
    place: tuple[str, int] | None = None
    is_back: bool = False
    without: tuple[int, ...] = ()

    def condition(self) -> Sql:
        """What is added to a condition on hits."""
        sql, values = "", list[object]()
        if self.without:
            sql += f" AND face NOT IN ({', '.join(['%s'] * len(self.without))})"
            values += self.without
        if self.place:
            sql += f" AND (sort_key, entry_id) {'<' if self.is_back else '>'} (%s, %s)"
            values += self.place
        return sql, values


def adapter() -> ModuleType:
    """The look-ups of the database in use."""
    return postgresql if connection.vendor == "postgresql" else sqlite


class Hits:
    """The faces among `faces` that a query finds, read from the database when they are asked for.

    `missing` is how many of the words wanted a face may do without.
    """

    def __init__(self, query: Query, faces: QuerySet[Projection], *, missing: int = 0) -> None:
        self._sql, self._params = _statement(query, faces, missing)
        self._within = faces

    def best(self, limit: int, window: Window | None = None) -> tuple[list[Hit], int, list[Hit]]:
        """The first by the parts in which they have what is wanted, then in filing order; how many there are in all;
        and, of those that are not among the first, the ones in the window.

        One statement, in which what is found is found once.
        """
        kept = "MATERIALIZED " if window and connection.vendor == "postgresql" else ""
        first = "SELECT hits.*, COUNT(*) OVER () AS total FROM hits ORDER BY depth, sort_key, entry_id LIMIT %s"
        sql, params = first, [*self._params, limit]
        if window:
            condition, values = window.condition()
            way = " DESC" if window.is_back else ""
            filed = (
                f"SELECT hits.*, 0 AS total FROM hits WHERE face NOT IN (SELECT face FROM first) {condition} "
                f"ORDER BY sort_key{way}, entry_id{way} LIMIT %s OFFSET %s"
            )
            sql = f", first AS ({first}) SELECT * FROM first UNION ALL SELECT * FROM ({filed}) AS filed"
            params += [*values, window.limit, window.offset]
        rows = self._rows(f"WITH hits AS {kept}({self._sql}) {sql}", params)
        shown = [_hit(row) for row in rows]
        found = next((row[-1] for row in rows if row[-1]), 0)
        many = min(found, limit)
        best = sorted((hit for hit, row in zip(shown, rows, strict=True) if row[-1]), key=lambda hit: hit.order)
        others = [hit for hit, row in zip(shown, rows, strict=True) if not row[-1]]
        return best[:many], found, sorted(others, key=lambda hit: (hit.sort_key, hit.entry))

    def among(self, faces: Sequence[int]) -> set[int]:
        """Which of these faces are found."""
        if not faces:
            return set()
        sql = f"SELECT face FROM ({self._sql}) AS hits WHERE face IN ({', '.join(['%s'] * len(faces))})"
        return {face for (face,) in self._rows(sql, [*self._params, *faces])}

    def with_whole(self, query: Query) -> bool:
        """Whether any of these faces has all that the query wants together, as it was typed."""
        other = Hits(replace(query, terms=(query.whole,)), self._within)
        return bool(other.best(1)[0])

    def faces(self) -> Sql:
        """A statement that gives the ids of the faces, for counting by columns of theirs."""
        return f"SELECT face FROM ({self._sql}) AS hits", self._params

    def _rows(self, sql: str, params: Sequence[object]) -> list[tuple[Any, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(sql, params)
            return list(cursor.fetchall())


def _hit(row: Sequence[Any]) -> Hit:
    face, entry, part, depth, named, filed = row[:6]
    return Hit(face, entry, Part(part), int(depth), int(named), filed)


def among(faces: QuerySet[Projection], column: str) -> Sql:
    """A condition: the column is the id of one of these faces. Asked of each row, so that few rows cost little."""
    same = faces.order_by().extra(where=[f"entries_projection.id = {column}"])  # nothing of a user's
    sql, params = same.values("pk").query.sql_with_params()
    return f"EXISTS ({sql})", list(params)


def named_so(
    keys: Sequence[str], ranks: Iterable[NameRank], faces: QuerySet[Projection], limit: int
) -> list[tuple[int, int, NameRank, str]]:
    """The first `limit` names of these faces that begin with one of `keys`: face, entry, rank, key, by the last three.

    One statement, which reads of each rank no more than it needs, in the order of its index.
    """
    condition, params = among(faces, "n.face_id")
    one = (
        "SELECT * FROM (SELECT n.face_id, n.entry_id, n.rank, n.key FROM entries_searchname AS n "
        f"WHERE n.rank = %s AND n.key >= %s AND n.key < %s AND {condition} "
        "ORDER BY n.key, n.entry_id LIMIT %s) AS r{}_{}"
    )
    wanted = [(rank, number, key) for rank in ranks for number, key in enumerate(keys)]
    statement = " UNION ALL ".join(one.format(int(rank), number) for rank, number, _key in wanted)
    values = [value for rank, _number, key in wanted for value in (int(rank), key, key + LAST, *params, limit)]
    if not wanted:
        return []
    with connection.cursor() as cursor:
        cursor.execute(f"{statement} ORDER BY rank, key, entry_id LIMIT %s", [*values, limit])
        return [(face, entry, NameRank(rank), key) for face, entry, rank, key in cursor.fetchall()]


def _statement(query: Query, faces: QuerySet[Projection], missing: int) -> Sql:
    """Columns face, entry_id, part, depth, named, sort_key."""
    found = _wanted(query, missing)
    if found is None:
        # Only what narrows is said: every face is found.
        rest = int(Part.REST)
        found = f"SELECT id AS face, {rest} AS part, {rest} AS depth, 0 AS named FROM entries_projection", []
    # The rows of the queryset itself, so that a face is looked at once.
    same = faces.order_by().extra(where=["entries_projection.id = found.face"]).values("pk")  # nothing of a user's
    sql, params = same.query.sql_with_params()
    _selected, _from, source = sql.partition(" FROM ")
    conditions = []
    values = [*found[1], *params]
    for term in query.unwanted:
        unwanted, given = _of_term(term)
        conditions.append(f" AND found.face NOT IN (SELECT face FROM ({unwanted}) AS unwanted)")
        values += given
    # What is found comes first in the join: it is few beside all faces.
    return (
        "SELECT found.face AS face, entries_projection.entry_id AS entry_id, found.part AS part, "
        "found.depth AS depth, found.named AS named, entries_projection.sort_key AS sort_key "
        f"FROM ({found[0]}) AS found CROSS JOIN {source}{''.join(conditions)}"
    ), values


def _wanted(query: Query, missing: int) -> Sql | None:
    """Faces, once each, that have all that is wanted, with the columns part, depth and named of `Hit`."""
    terms = [_of_term(term) for term in (*query.terms, *(Term("", (), span) for span in query.spans))]
    if not terms:
        return None
    every = _all_of(terms, max(1, len(terms) - missing))
    others = [
        (f"SELECT face, part, {len(terms)} * part AS depth, {_NAMED} * {len(terms)} AS named FROM ({sql}) AS o", values)
        for sql, values in _alternatives(query)
    ]
    if not others:
        return every
    sql, values = _union([every, *others])
    return (
        f"SELECT face, MIN(part) AS part, MIN(depth) AS depth, MAX(named) AS named FROM ({sql}) AS either GROUP BY face"
    ), values


#: Whether a term stands in a name of the face.
_NAMED: Final = f"CASE WHEN part <= {int(Part.ALIAS)} THEN 1 ELSE 0 END"


def _alternatives(query: Query) -> Iterator[Sql]:
    """What finds a face though not every word does: its name, and a run that was cut so that a letter is alone."""
    if query.named.runs:
        sql, values = _of_term(query.named)
        yield f"SELECT face, part FROM ({sql}) AS named WHERE part <= %s", [*values, int(Part.ALIAS)]
    if query.bare:
        names = f"SELECT face_id AS face, {int(Part.NAME)} AS part FROM entries_searchname WHERE rank IN (%s, %s)"
        yield f"{names} AND key = %s", [int(NameRank.NAME), int(NameRank.ALIAS), query.bare]
    if len(query.terms) > 1 and query.whole.letters > 1 and any(term.letters < 2 for term in query.terms):
        yield _of_term(query.whole)


def _all_of(terms: Sequence[Sql], least: int) -> Sql:
    """Faces that so many of these find."""
    grouped = [(f"SELECT face, MIN(part) AS part FROM ({sql}) AS one GROUP BY face", values) for sql, values in terms]
    if len(grouped) == 1:
        sql, values = terms[0]
        named = _NAMED.replace("part", "MIN(part)")
        return (
            f"SELECT face, MIN(part) AS part, MIN(part) AS depth, {named} AS named FROM ({sql}) AS one GROUP BY face"
        ), values
    sql, values = _union(grouped)
    depth = f"SUM(part) + {len(Part)} * ({len(terms)} - COUNT(*))"
    return (
        f"SELECT face, MAX(part) AS part, {depth} AS depth, SUM({_NAMED}) AS named FROM ({sql}) AS every "
        "GROUP BY face HAVING COUNT(*) >= %s"
    ), [*values, least]


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
