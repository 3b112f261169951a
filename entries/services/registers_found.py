"""Keywords, authors and other names that a person looks for at the desk: by their letters, else by how they sound."""

from collections.abc import Iterable
from typing import Any, Final

from django.db.models import Exists, OuterRef, QuerySet

from entries.models import Alias, AuthorName, EntryKeyword, KeywordName, NameRank, Projection
from entries.search.rows import offered_name, word_sounds
from entries.search.sounds import LEAST, likeness, near_names, neighbours
from entries.text.thai import match_key

_MOST: Final = 10
#: An encyclopedia has some hundreds of authors; no more of their names than this are compared.
_MOST_AUTHORS: Final = 5_000


def found_keywords(text: str, among: QuerySet[Any]) -> QuerySet[Any]:
    """The keywords with every word of `text` in their names; where there are none, those that sound so."""
    return _owners(text, among, KeywordName, "keyword") or among.filter(pk__in=_keywords_alike(text))


def found_authors(text: str, among: QuerySet[Any]) -> QuerySet[Any]:
    """The same of authors."""
    return _owners(text, among, AuthorName, "author") or among.filter(pk__in=_authors_alike(text))


def found_aliases(text: str, among: QuerySet[Alias]) -> QuerySet[Alias]:
    """The same of other names of entries."""
    found = among
    for key in _keys(text):
        found = found.filter(key__contains=key)
    return found if found.exists() else among.filter(pk__in=_aliases_alike(text))


def _keys(text: str) -> list[str]:
    return [key for word in text.split() if (key := match_key(word))]


def _owners(text: str, among: QuerySet[Any], names: Any, owner: str) -> QuerySet[Any] | None:
    found = among
    for key in _keys(text):
        found = found.filter(Exists(names.objects.filter(**{owner: OuterRef("pk")}, key__contains=key)))
    return found if found.exists() else None


def _keywords_alike(text: str) -> list[int]:
    working = Projection.objects.working()
    near = near_names(text, working, limit=_MOST, ranks=(NameRank.KEYWORD,))
    wanted = {one.name for one in near}
    rows = EntryKeyword.objects.filter(face__in={face for one in near for face in one.faces})
    return _offered_so(rows.values_list("keyword_id", "name"), wanted)


def _aliases_alike(text: str) -> list[int]:
    near = near_names(text, Projection.objects.all(), limit=_MOST, ranks=(NameRank.ALIAS,))
    wanted = {one.name for one in near}
    rows = Alias.objects.filter(entry__faces__in={face for one in near for face in one.faces})
    return _offered_so(rows.values_list("pk", "name"), wanted)


def _authors_alike(text: str) -> list[int]:
    asked = {sound.skeleton for sound in word_sounds(text)}
    near = asked | {other for skeleton in asked for other in neighbours(skeleton)}
    rows = AuthorName.objects.values_list("author_id", "name")[:_MOST_AUTHORS]
    heard = [(pk, name) for pk, name in rows if any(sound.skeleton in near for sound in word_sounds(name))]
    return sorted({pk for pk, name in heard if likeness(text, name) >= LEAST})


def _offered_so(rows: Iterable[tuple[int, str]], names: set[str]) -> list[int]:
    return sorted({pk for pk, name in rows if offered_name(name) in names})
