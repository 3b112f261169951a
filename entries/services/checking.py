"""Projections against a rebuild: they must be the same, whatever has happened since they were made."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from django.db import models, transaction

from entries.models import (
    Authorship,
    CrossReference,
    DatedPassage,
    EntryKeyword,
    EntryName,
    EntryPeriod,
    Identity,
    NameSound,
    Problem,
    Projection,
    ShortName,
)
from entries.services import projecting
from entries.services.locking import writing

#: Every projection; those that hang from a face are told apart by its entry and revision, not by its number.
PROJECTIONS: Final[tuple[type[models.Model], ...]] = (
    Projection,
    EntryName,
    ShortName,
    NameSound,
    EntryPeriod,
    EntryKeyword,
    Authorship,
    CrossReference,
    DatedPassage,
    Problem,
    Identity,
)

Content = dict[str, Counter[tuple[object, ...]]]


def rebuild() -> int:
    """Empties every projection and makes it anew; answers how many entries there are."""
    return projecting.rebuild()


def compare_with_rebuild() -> list[str]:
    """What a rebuild would change, a line each: table, whether the row is missing or left over, and the row."""
    with writing():
        before = content()
        with transaction.atomic():
            projecting.rebuild()
            after = content()
            transaction.set_rollback(True)
    return [line for table in before for line in _differences(table, before[table], after[table])]


def content() -> Content:
    """All rows of all projections, without numbers that a rebuild may give anew."""
    return {model.__name__: Counter(_rows(model)) for model in PROJECTIONS}


def _rows(model: type[models.Model]) -> Iterable[tuple[object, ...]]:
    columns = [field.attname for field in model._meta.concrete_fields if field.name not in {"id", "face"}]
    if any(field.name == "face" for field in model._meta.concrete_fields):
        columns += ["face__entry_id", "face__revision_id"]
    for row in model._default_manager.values_list(*columns):
        yield tuple(repr(value) if isinstance(value, list | dict) else value for value in row)


def _differences(table: str, before: Counter[tuple[object, ...]], after: Counter[tuple[object, ...]]) -> list[str]:
    missing = [f"{table}: missing {row}" for row in (after - before).elements()]
    return missing + [f"{table}: left over {row}" for row in (before - after).elements()]
