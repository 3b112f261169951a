"""Lists of entries: the rows that every list shows, and pages of them that begin at a place in the order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from django.db.models import Model, OuterRef, QuerySet, Subquery
from django.urls import reverse

from entries.models import Projection, ReferencePlace
from entries.models.columns import KEY_LENGTH
from entries.models.projections import ProjectionQuerySet
from entries.reader.years import years_of
from entries.text.thai import sort_key

PAGE_SIZE: Final = 100

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
class Page(Generic[Item]):
    """Part of a list. `previous` and `following` are the names at which the pages around it begin, None where none."""

    items: list[Item]
    previous: str | None
    following: str | None


def page_of(queryset: QuerySet[Item], *, key: str, name: str, start: str, size: int = PAGE_SIZE) -> Page[Item]:
    """The `size` items from the place where `start` would stand; "" is the beginning.

    `key` is the field that the queryset is ordered by, `name` the field whose sort key it is. An address that begins at
    a name keeps its place when entries come and go.
    """
    if not start:
        found = list(queryset[: size + 1])
        return Page(found[:size], None, _name(found[size:], name))
    place = sort_key(start)[:KEY_LENGTH]
    found = list(queryset.filter(**{f"{key}__gte": place})[: size + 1])
    before = list(queryset.filter(**{f"{key}__lt": place}).reverse()[:size])
    previous = (_name(before[-1:], name) if len(before) == size else "") if before else None
    return Page(found[:size], previous, _name(found[size:], name))


def _name(items: Sequence[Model], field: str) -> str | None:
    return str(getattr(items[0], field)) if items else None
