"""Lists of entries: the rows that every list shows, and pages of them that begin at a place in the order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar
from urllib.parse import urlencode

from django.db.models import Model, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse

from entries.models import Projection, ReferencePlace
from entries.models.columns import KEY_LENGTH
from entries.models.projections import ProjectionQuerySet
from entries.reader.years import years_of
from entries.text.thai import sort_key

PAGE_SIZE: Final = 100
_LONGEST_ID: Final = 18

Item = TypeVar("Item", bound=Model)


@dataclass(frozen=True, slots=True)
class Row:
    """An entry in a list."""

    url: str
    title: str
    headword: str
    years: str
    see: str = ""


def listed_faces() -> ProjectionQuerySet:
    """Live faces with what `rows` needs, in one query; `see_title` is where a see-entry leads, None where nowhere."""
    leads_to = Projection.objects.live().filter(
        entry__live_referred_to_by__face=OuterRef("pk"), entry__live_referred_to_by__place=ReferencePlace.SEE
    )
    faces = Projection.objects.live().select_related("entry").defer("lead")
    return faces.annotate(see_title=Subquery(leads_to.values("filing_form")[:1]))


def rows(faces: Iterable[Projection], *, by_headword: bool = False) -> list[Row]:
    """The faces as rows: under their filing form, or under their headword with the Thai title beside it."""
    return list(_rows(faces, by_headword=by_headword))


def _rows(faces: Iterable[Projection], *, by_headword: bool) -> Iterator[Row]:
    for face in faces:
        years = years_of([face.years_ce] if face.years_ce else [], [face.years_be] if face.years_be else [])
        yield Row(
            url=reverse("reader:entry", args=[face.entry.slug]),
            title=face.title if by_headword else face.filing_form,
            headword=face.headword,
            years=years.ce,
            see=(face.see_title or face.see) if face.see else "",  # type: ignore[attr-defined]
        )


@dataclass(frozen=True, slots=True)
class Start:
    """Where a page of a list begins: a name to show for it, and the query of its address; "" at the beginning."""

    name: str = ""
    query: str = ""


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """Part of a list. `previous` and `following` are where the pages around it begin, None where there is none."""

    items: list[Item]
    previous: Start | None
    following: Start | None


#: The order of most lists of entries. The last field of an order tells every row from all others.
FILING: Final = ("sort_key", "entry_id")


def page_of(
    queryset: QuerySet[Item],
    asked: Mapping[str, str],
    *,
    name: str = "filing_form",
    order: Sequence[str] = FILING,
    size: int = PAGE_SIZE,
) -> Page[Item]:
    """The `size` items from the row that `?from=…&id=…` asks for; from the beginning without these.

    `order` are the fields that the queryset is ordered by, `name` what a row is called. The row is found by its id, so
    that no page loses or repeats any, however many are filed alike. If it is gone, or only a name was given, the page
    begins where that name would stand by its sort key, if this is what the list is ordered by.
    """
    place = _place(queryset, asked, order)
    if place is None:
        found = list(queryset[: size + 1])
        return Page(found[:size], None, _start(found[size:], name, order))
    found = list(queryset.filter(~_before(order, place), **{f"{order[0]}__gte": place[0]})[: size + 1])
    before = list(queryset.filter(_before(order, place)).reverse()[: size + 1])
    previous = _start(before[size - 1 : size], name, order) if len(before) > size else Start() if before else None
    return Page(found[:size], previous, _start(found[size:], name, order))


def _place(queryset: QuerySet[Any], asked: Mapping[str, str], order: Sequence[str]) -> tuple[Any, ...] | None:
    """What the first row of the page has in the fields of `order`, or in the first ones; None at the beginning."""
    number = asked.get("id", "")
    if number.isdecimal() and len(number) <= _LONGEST_ID:
        row = queryset.filter(**{order[-1]: int(number)}).values_list(*order).first()
        if row is not None:
            return tuple(row)
    start = asked.get("from", "")
    return (sort_key(start)[:KEY_LENGTH],) if start and order[0].endswith("sort_key") else None


def _before(order: Sequence[str], place: Sequence[Any]) -> Q:
    """Rows that stand before a place: those that are less in one field and equal in all fields before it."""
    found = Q()
    equal = Q()
    for field, value in zip(order, place, strict=False):
        found |= equal & Q(**{f"{field}__lt": value})
        equal &= Q(**{field: value})
    return found


def _start(items: Sequence[Model], name: str, order: Sequence[str]) -> Start | None:
    if not items:
        return None
    shown = str(getattr(items[0], name))
    return Start(shown, "?" + urlencode({"from": shown, "id": getattr(items[0], order[-1])}))
