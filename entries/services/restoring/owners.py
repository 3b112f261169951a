"""Keywords and authors of an export: names that are known stay with their owners here, the others come in."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final, TypeVar

from django.contrib.auth.models import AbstractBaseUser

from entries.models import Author, Keyword
from entries.models.columns import KEY_LENGTH
from entries.services import addresses, registers
from entries.services.restoring.folder import Line
from entries.services.restoring.history import begin_history
from entries.text.thai import sort_key

_T = TypeVar("_T")
_CHUNK: Final = 500
_BY_TYPE: Final = {"keyword": registers.KEYWORDS, "author": registers.AUTHORS}

Owner = Keyword | Author


def _owners(register: registers.Register) -> Any:
    return register.owner._default_manager


def _names(register: registers.Register) -> Any:
    return register.name._default_manager


def restore_owners(
    lines: Sequence[Line], *, works: Mapping[str, int], by: AbstractBaseUser | None
) -> tuple[Counter[str], Counter[str]]:
    """Enters what these lines hold and the database lacks; answers how many lines of each type came in and stayed out.

    A line is known by its names: where one has an owner here, so have they all, and what editors chose for that owner
    stands. `works` are ids by slug. Hold the lock.
    """
    restored, kept = Counter[str](), Counter[str]()
    for kind, register in _BY_TYPE.items():
        own = [line for line in lines if line.register.name == kind]
        owners: dict[str, int] = {}
        made: dict[int, Line] = {}
        for chunk in _chunks(own):
            _restore(register, chunk, works, owners, made)
        _lead_on(register, made, owners)
        for part in _chunks(sorted(made)):
            begin_history(_owners(register).filter(pk__in=part), by=by)
        restored[kind] += len(made)
        kept[kind] += len(own) - len(made)
    return +restored, +kept


def _restore(
    register: registers.Register,
    lines: Sequence[Line],
    works: Mapping[str, int],
    owners: dict[str, int],
    made: dict[int, Line],
) -> None:
    """Makes the owners and names of one chunk. `owners` (ids by the lines' addresses) and `made` grow."""
    keys = {key for line in lines for _name, key in line.names}
    rows = _names(register).filter(key__in=keys)
    standing = {(work, key): owner for work, key, owner in rows.values_list("work_id", "key", f"{register.link}_id")}
    slugs = [line.values["slug"] for line in lines]
    by_slug = dict(_owners(register).filter(slug__in=slugs).values_list("slug", "pk"))
    new = []
    for line in lines:
        slug, work = line.values["slug"], works[line.values["work"]]
        known = next((standing[work, key] for _name, key in line.names if (work, key) in standing), None)
        if known is None and not line.names:  # merged into another: nothing but an address
            known = by_slug.get(slug)
        if known is None:
            new.append(line)
        else:
            owners[slug] = known
    _make(register, new, works, taken=by_slug, owners=owners, made=made)
    names = [
        (works[line.values["work"]], key, name, owners[line.values["slug"]])
        for line in lines
        for name, key in line.names
        if (works[line.values["work"]], key) not in standing
    ]
    _names(register).bulk_create(
        register.name(
            work_id=work, key=key, name=name, sort_key=sort_key(name)[:KEY_LENGTH], **{f"{register.link}_id": owner}
        )
        for work, key, name, owner in names
    )
    _relabel(register, {owner for _work, _key, _name, owner in names})


def _make(
    register: registers.Register,
    lines: Sequence[Line],
    works: Mapping[str, int],
    *,
    taken: Collection[str],
    owners: dict[str, int],
    made: dict[int, Line],
) -> None:
    """Makes owners at the addresses of their lines; where another has that address, at a free one."""
    at_home = [line for line in lines if line.values["slug"] not in taken]
    moved = [line for line in lines if line.values["slug"] in taken]
    for group in (at_home, moved):
        slugs = [line.values["slug"] for line in group]
        if group is moved:
            slugs = addresses.owner_slugs(register.owner, [line.values["label"] for line in group])
        rows = [_owner(register, line, slug, works) for line, slug in zip(group, slugs, strict=True)]
        _owners(register).bulk_create(rows)
        for line, row in zip(group, rows, strict=True):
            owners[line.values["slug"]] = row.pk
            made[row.pk] = line


def _owner(register: registers.Register, line: Line, slug: str, works: Mapping[str, int]) -> Owner:
    values = {**line.values, "slug": slug, "work_id": works[line.values["work"]]}
    del values["work"], values["merged_into"]
    owner: Owner = register.owner(**{**values, **registers.label_columns(line.values["label"])})
    return owner


def _lead_on(register: registers.Register, made: Mapping[int, Line], owners: Mapping[str, int]) -> None:
    """The addresses of merged ones lead to what they were merged into."""
    merged = {pk: owners[line.values["merged_into"]] for pk, line in made.items() if line.values["merged_into"]}
    for part in _chunks(sorted(merged)):
        rows = list(_owners(register).filter(pk__in=part))
        for row in rows:
            row.merged_into_id = merged[row.pk]
        _owners(register).bulk_update(rows, ["merged_into"])


def _relabel(register: registers.Register, owners: Collection[int]) -> None:
    """The labels of owners that were given names: the form that an editor chose, else the first in filing order."""
    first: dict[int, str] = {}
    names = _names(register).filter(**{f"{register.link}__in": owners}).order_by("sort_key", "pk")
    for owner, name in names.values_list(f"{register.link}_id", "name"):
        first.setdefault(owner, name)
    changed = []
    for row in _owners(register).filter(pk__in=first):
        columns = registers.label_columns(row.preferred or first[row.pk])
        if any(getattr(row, column) != value for column, value in columns.items()):
            for column, value in columns.items():
                setattr(row, column, value)
            changed.append(row)
    _owners(register).bulk_update(changed, ["label", "sort_key", "letter"])


def _chunks(items: Sequence[_T]) -> Iterator[Sequence[_T]]:
    return (items[start : start + _CHUNK] for start in range(0, len(items), _CHUNK))
