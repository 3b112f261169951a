"""Addresses: given once, never given again to something else."""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Final

from entries.models import Author, Entry, Keyword, SlugRedirect
from entries.text.article import Article
from entries.text.thai import slug

_TRIES: Final = 8


def entry_slugs(articles: Sequence[Article]) -> list[str]:
    """A free address for each article, in order: from its headword, else its Thai title. Hold the lock."""
    wanted = [slug(article.headword) or slug(article.thai_title) or "entry" for article in articles]
    return _free(wanted, _taken_by_entries)


def owner_slugs(model: type[Keyword] | type[Author], names: Sequence[str]) -> list[str]:
    """A free address for each new keyword or author, in order. Hold the lock."""
    wanted = [slug(name) or model._meta.model_name or "name" for name in names]
    return _free(wanted, lambda slugs: _taken(model, slugs))


def _taken(model: type[Keyword] | type[Author], slugs: Collection[str]) -> set[str]:
    return set(model._default_manager.filter(slug__in=slugs).values_list("slug", flat=True))


def _taken_by_entries(slugs: Collection[str]) -> set[str]:
    current = Entry.objects.filter(slug__in=slugs).values_list("slug", flat=True)
    former = SlugRedirect.objects.filter(slug__in=slugs).values_list("slug", flat=True)
    return {*current, *former}


def _free(wanted: Sequence[str], taken_among: Callable[[Collection[str]], set[str]]) -> list[str]:
    """The wanted slugs with numbers added where they are taken, by the database or by one before in the list."""
    tried: dict[str, int] = {}
    known = set[str]()
    taken = set[str]()
    result = []
    for base in wanted:
        number = tried.get(base, 1)
        while True:
            candidate = base if number == 1 else f"{base}-{number}"
            if candidate not in known:
                fresh = set(_candidates(wanted if not known else [base], number))
                taken |= taken_among(fresh)
                known |= fresh
            if candidate not in taken:
                break
            number += 1
        tried[base] = number + 1
        taken.add(candidate)
        result.append(candidate)
    return result


def _candidates(bases: Iterable[str], first: int) -> Iterable[str]:
    for base in bases:
        for number in range(first, first + _TRIES):
            yield base if number == 1 else f"{base}-{number}"
