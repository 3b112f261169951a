"""Registers of names: keywords and authors, under every name that the texts give them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from entries.models import Alias, Author, AuthorName, Keyword, KeywordName, Work
from entries.models.columns import KEY_LENGTH
from entries.services import addresses
from entries.services.locking import writing
from entries.text.article import Article
from entries.text.names import reference_key
from entries.text.thai import first_letter, match_key, normalise, sort_key

NAME_LENGTH: Final = 300


def register_key(name: str) -> str:
    """What two spellings of one name of a keyword or author have in common."""
    return (match_key(name) or normalise(name))[:KEY_LENGTH]


def the_work(slug: str | None = None) -> Work:
    """The work of this slug, else the only one; it is made where there is none yet.

    Raises Work.DoesNotExist for an unknown slug, Work.MultipleObjectsReturned where several exist and none is named.
    """
    if slug is not None and Work.objects.exists():
        return Work.objects.get(slug=slug)
    if not Work.objects.exists():
        return Work.objects.create(slug=slug or "encyclopedia", title="สารานุกรมประวัติศาสตร์สากลสมัยใหม่")
    return Work.objects.get()


def save_work(work: Work) -> None:
    """Saves what pages and citations say of a work; readers see it at once."""
    with writing():
        work.save()


@dataclass(frozen=True, slots=True)
class Register:
    """One register of names: what owns the names, the names, and the field of an article that gives them."""

    owner: type[Any]
    name: type[Any]
    link: str
    field: str


KEYWORDS: Final = Register(Keyword, KeywordName, "keyword", "keywords")
AUTHORS: Final = Register(Author, AuthorName, "author", "authors")


def enter_names(articles: Sequence[tuple[Work, Article]]) -> None:
    """Enters every keyword's and author's name that has not been met. Hold the lock."""
    for register in (KEYWORDS, AUTHORS):
        names: dict[tuple[int, str], str] = {}
        for work, article in articles:
            for name in getattr(article, register.field):
                names.setdefault((work.pk, register_key(name)), name[:NAME_LENGTH])
        _enter(register, names)


def _enter(register: Register, names: Mapping[tuple[int, str], str]) -> None:
    rows = register.name.objects.filter(key__in={key for _work, key in names})
    met = set(rows.values_list("work_id", "key"))
    new = [(work, key, name) for (work, key), name in names.items() if (work, key) not in met]
    if not new:
        return
    slugs = addresses.owner_slugs(register.owner, [name for _work, _key, name in new])
    owners = register.owner.objects.bulk_create(
        register.owner(work_id=work, slug=slug, **label_columns(name))
        for (work, _key, name), slug in zip(new, slugs, strict=True)
    )
    register.name.objects.bulk_create(
        register.name(work_id=work, key=key, name=name, sort_key=owner.sort_key, **{register.link: owner})
        for (work, key, name), owner in zip(new, owners, strict=True)
    )


def label_columns(name: str) -> dict[str, str]:
    """The columns of an owner whose preferred name this is: label, sort key, letter."""
    return {"label": name, "sort_key": sort_key(name)[:KEY_LENGTH], "letter": first_letter(name)}


def refresh_label(owner: Keyword | Author) -> None:
    """Sets an owner's label: the form that an editor chose, else its first name in filing order. Hold the lock."""
    first = owner.names.order_by("sort_key", "pk").first()
    name = owner.preferred or (first.name if first else owner.label)
    for column, value in label_columns(name).items():
        setattr(owner, column, value)
    owner.save()


def choose_preferred(owner: Keyword | Author, preferred: str) -> None:
    """Makes this the form under which the keyword or author is shown; "" leaves it to filing order."""
    with writing():
        owner.preferred = preferred.strip()[:NAME_LENGTH]
        refresh_label(owner)


def owners_by_name(register: Register, names: Sequence[tuple[int, str]]) -> dict[tuple[int, str], int]:
    """The owner's id for each (work id, name as written); every name has been entered."""
    keys = {register_key(name) for _work, name in names}
    rows = register.name.objects.filter(key__in=keys).values_list("work_id", "key", f"{register.link}_id")
    found = {(work, key): owner for work, key, owner in rows}
    return {(work, name): found[work, register_key(name)] for work, name in names}


def alias_key(name: str) -> str:
    """The key under which an alias is looked up."""
    return reference_key(name)[:KEY_LENGTH]


def alias_keys(entries: Collection[int]) -> set[str]:
    """The keys of all aliases of these entries (ids)."""
    return set(Alias.objects.filter(entry__in=entries).values_list("key", flat=True))
