"""What narrows an answer, and how many entries each choice would leave."""

from dataclasses import dataclass
from typing import Final

from django.db import connection
from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from entries.models import Authorship, EntryKeyword, EntryPeriod, Projection
from entries.search.hits import Hits
from entries.search.query import Query
from entries.text.thai import match_key

#: No more choices than this are offered of authors and of keywords.
MOST_CHOICES: Final = 12
_THIS_CENTURY: Final = 21


@dataclass(frozen=True, slots=True)
class Filters:
    """Choices that narrow an answer: "" and None for none. `author` and `keyword` are slugs, `century` is of the CE."""

    kind: str = ""
    author: str = ""
    keyword: str = ""
    letter: str = ""
    century: int | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice of one filter: its value, what it is called, and how many entries it leaves."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Choices:
    """The choices of every filter for one answer."""

    kinds: tuple[Choice, ...] = ()
    authors: tuple[Choice, ...] = ()
    keywords: tuple[Choice, ...] = ()
    letters: tuple[Choice, ...] = ()
    centuries: tuple[Choice, ...] = ()


def narrowed(faces: QuerySet[Projection], query: Query, filters: Filters) -> QuerySet[Projection]:
    """The faces that the filters, and the fields of the query, leave."""
    if filters.kind:
        faces = faces.filter(kind=filters.kind)
    if filters.letter:
        faces = faces.filter(letter=filters.letter)
    if filters.century is not None:
        first, last = century_years(filters.century)
        faces = faces.filter(Exists(_periods_within(first, last)))
    if filters.author:
        faces = faces.filter(_used(Authorship, author__slug=filters.author))
    if filters.keyword:
        faces = faces.filter(_used(EntryKeyword, keyword__slug=filters.keyword))
    for name in query.authors:
        faces = faces.filter(_named(Authorship, "author", name))
    for name in query.keywords:
        faces = faces.filter(_named(EntryKeyword, "keyword", name))
    return faces


def _used(model: type[Model], **asked: str) -> Exists:
    return Exists(model._default_manager.filter(face=OuterRef("pk"), **asked))


def _named(model: type[Model], owner: str, name: str) -> Exists:
    """Whether one name of an owner holds every word of this, in any order: วลาดีมีร์ เลนิน is เลนิน, วลาดีมีร์."""
    words = [Q(**{f"{owner}__names__key__contains": match_key(word)}) for word in name.split()]
    # In one filter, so that they are asked of one name.
    return Exists(model._default_manager.filter(*words, face=OuterRef("pk")))


def _periods_within(first: int, last: int) -> QuerySet[EntryPeriod]:
    begun = Q(first__lte=last) | Q(first=None, last__lte=last)
    lasted = Q(last__gte=first) | Q(last=None, first__gte=first) | Q(is_open=True)
    return EntryPeriod.objects.filter(begun, lasted, face=OuterRef("pk"))


def century_years(century: int) -> tuple[int, int]:
    """The first and last year of a century of the Common Era: the 19th is 1801–1900."""
    return century * 100 - 99, century * 100


def _owners(table: str, owner: str) -> str:
    return (
        f"SELECT * FROM (SELECT '{owner}' AS what, o.slug, o.label, o.sort_key, COUNT(DISTINCT u.face_id) AS number "
        f"FROM hits JOIN {table} AS u ON u.face_id = hits.face JOIN entries_{owner} AS o ON o.id = u.{owner}_id "
        f"GROUP BY o.id, o.slug, o.label, o.sort_key ORDER BY 5 DESC, 4, 2 LIMIT {MOST_CHOICES}) AS {owner}s"
    )


_CENTURIES: Final = " UNION ALL ".join(f"SELECT {number} AS number" for number in range(1, _THIS_CENTURY + 1))
#: What is counted, its value, label, what it is filed by, and how many.
_COUNTS: Final = (
    *(
        f"SELECT '{column}' AS what, f.{column} AS value, '' AS label, '' AS filed, COUNT(*) AS number FROM hits "
        f"JOIN entries_projection AS f ON f.id = hits.face WHERE f.{column} <> '' GROUP BY f.{column}"
        for column in ("kind", "letter")
    ),
    _owners(Authorship._meta.db_table, "author"),
    _owners(EntryKeyword._meta.db_table, "keyword"),
    "SELECT 'century', CAST(c.number AS varchar(2)), '', '', COUNT(DISTINCT p.face_id) FROM hits "
    "JOIN entries_entryperiod AS p ON p.face_id = hits.face "
    f"JOIN ({_CENTURIES}) AS c ON COALESCE(p.first, p.last) <= c.number * 100 AND c.number * 100 - 99 <= "
    f"CASE WHEN p.is_open THEN {_THIS_CENTURY * 100} ELSE COALESCE(p.last, p.first) END GROUP BY c.number",
)


def choices(hits: Hits) -> Choices:
    """The choices that are left for what was found: one statement, which finds it once."""
    found, params = hits.faces()
    kept = "MATERIALIZED " if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"WITH hits AS {kept}({found}) {' UNION ALL '.join(_COUNTS)}", params)
        rows = cursor.fetchall()
    every: dict[str, list[Choice]] = {}
    for what, value, label, _filed, count in sorted(rows, key=lambda row: (-row[4], row[3], row[1])):
        every.setdefault(what, []).append(Choice(value, label or value, count))
    return Choices(
        kinds=tuple(every.get("kind", ())),
        authors=tuple(every.get("author", ())),
        keywords=tuple(every.get("keyword", ())),
        letters=tuple(sorted(every.get("letter", ()), key=lambda one: one.value)),
        centuries=tuple(sorted(every.get("century", ()), key=lambda one: int(one.value))),
    )
