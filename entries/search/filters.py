"""What narrows an answer, and how many entries each choice would leave."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from django.db.models import Count, Exists, F, Model, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL

from entries.models import Authorship, EntryKeyword, EntryPeriod, Projection
from entries.search.hits import Hits
from entries.search.query import Query
from entries.text.thai import match_key, thai_digits

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
        faces = faces.filter(_used(Authorship, author__names__key__contains=match_key(name)))
    for name in query.keywords:
        faces = faces.filter(_used(EntryKeyword, keyword__names__key__contains=match_key(name)))
    return faces


def _used(model: type[Model], **asked: str) -> Exists:
    return Exists(model._default_manager.filter(face=OuterRef("pk"), **asked))


def _periods_within(first: int, last: int) -> QuerySet[EntryPeriod]:
    begun = Q(first__lte=last) | Q(first=None, last__lte=last)
    lasted = Q(last__gte=first) | Q(last=None, first__gte=first) | Q(is_open=True)
    return EntryPeriod.objects.filter(begun, lasted, face=OuterRef("pk"))


def century_years(century: int) -> tuple[int, int]:
    """The first and last year of a century of the Common Era: the 19th is 1801–1900."""
    return century * 100 - 99, century * 100


def choices(hits: Hits) -> Choices:
    """The choices that are left for what was found: five queries."""
    sql, params = hits.faces()
    faces = Projection.objects.filter(pk__in=RawSQL(sql, params))
    kinds = faces.exclude(kind="").values_list("kind").annotate(Count("pk")).order_by("-pk__count", "kind")
    letters = faces.exclude(letter="").values_list("letter").annotate(Count("pk")).order_by("letter")
    return Choices(
        kinds=tuple(Choice(kind, kind, count) for kind, count in kinds),
        letters=tuple(Choice(letter, letter, count) for letter, count in letters),
        authors=tuple(_owners(Authorship, "author", faces)),
        keywords=tuple(_owners(EntryKeyword, "keyword", faces)),
        centuries=tuple(_centuries(faces)),
    )


def _owners(model: type[Model], owner: str, faces: QuerySet[Projection]) -> Iterator[Choice]:
    rows = (
        model._default_manager.filter(face__in=faces.values("pk"))
        .order_by()
        .values(slug=F(f"{owner}__slug"), label=F(f"{owner}__label"), filed=F(f"{owner}__sort_key"))
        .annotate(count=Count("face", distinct=True))
        .order_by("-count", "filed", "slug")
    )
    for row in rows[:MOST_CHOICES]:
        yield Choice(row["slug"], row["label"], row["count"])


def _centuries(faces: QuerySet[Projection]) -> Iterator[Choice]:
    rows = EntryPeriod.objects.filter(face__in=faces.values("pk")).order_by()
    found: dict[int, set[int]] = {}
    for face, first, last, is_open in rows.values_list("face_id", "first", "last", "is_open"):
        found.setdefault(face, set()).update(_touched(first, last, is_open=is_open))
    for century, count in sorted(Counter(century for each in found.values() for century in each).items()):
        yield Choice(str(century), f"คริสต์ศตวรรษที่ {thai_digits(century)}", count)


def _touched(first: int | None, last: int | None, *, is_open: bool) -> Iterable[int]:
    begin = first if first is not None else last
    if begin is None:
        return ()
    end = (_THIS_CENTURY * 100 if is_open else last) or begin
    return range(max(1, -(-begin // 100)), -(-end // 100) + 1)
