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
    KnownForm,
    NameSound,
    Problem,
    Projection,
    SearchName,
    SearchSound,
    SearchText,
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
    KnownForm,
    EntryPeriod,
    EntryKeyword,
    Authorship,
    CrossReference,
    DatedPassage,
    Problem,
    SearchText,
    SearchName,
    SearchSound,
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
    return _differing(before, after)


def relink() -> int:
    """Finds every reference and its target anew; answers how many rows this changed, added or took away."""
    with writing():
        before = content([CrossReference])
        projecting.relink()
        return len(_differing(before, content([CrossReference])))


def compare_with_relink() -> list[str]:
    """What relinking from scratch would change in the references, a line each; changes nothing."""
    with writing():
        before = content([CrossReference])
        with transaction.atomic():
            projecting.relink()
            after = content([CrossReference])
            transaction.set_rollback(True)
    return _differing(before, after)


def content(models_: Iterable[type[models.Model]] = PROJECTIONS) -> Content:
    """All rows of these projections, without numbers that a rebuild may give anew."""
    return {model.__name__: Counter(_rows(model)) for model in models_}


def _rows(model: type[models.Model]) -> Iterable[tuple[object, ...]]:
    columns = [field.attname for field in model._meta.concrete_fields if field.name not in {"id", "face"}]
    if any(field.name == "face" for field in model._meta.concrete_fields):
        columns += ["face__entry_id", "face__revision_id"]
    for row in model._default_manager.values_list(*columns):
        yield tuple(repr(value) if isinstance(value, list | dict) else value for value in row)


def _differing(before: Content, after: Content) -> list[str]:
    return [line for table in before for line in _differences(table, before[table], after[table])]


def _differences(table: str, before: Counter[tuple[object, ...]], after: Counter[tuple[object, ...]]) -> list[str]:
    missing = [f"{table}: missing {row}" for row in (after - before).elements()]
    return missing + [f"{table}: left over {row}" for row in (before - after).elements()]
