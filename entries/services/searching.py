"""Searching as readers and editors do, and what becomes of queries that find nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL
from django.utils import timezone

from entries.models import Alias, Entry, FailedQuery, FailedQueryState, Projection
from entries.models.columns import KEY_LENGTH
from entries.search.filters import Filters
from entries.search.finding import PAGE_SIZE, Answer, Turn, answer, ordered
from entries.search.showing import Result
from entries.search.snippets import plain
from entries.search.sounds import neighbours
from entries.search.suggesting import MOST, Shown, Suggestion, suggestions
from entries.services.actors import signature
from entries.services.aliases import add_alias
from entries.services.registers import alias_key
from entries.text.sound import similarity, skeleton
from entries.text.thai import match_key, normalise

_LONGEST: Final = 100
_MOST_WORDS: Final = 8
#: The inbox takes no new queries beyond this many that nobody has settled, and beyond this many of a day.
_MOST_OPEN: Final = 5_000
_MOST_OF_A_DAY: Final = 500
#: Queries so much alike, 0 to 1, stand in one group.
_ALIKE: Final = 0.85
#: What may be somebody's address, number or account is not kept.
_PERSONAL: Final = re.compile(r"@|https?:|www\.|\d(?:[\s.-]?\d){6,}")


def search(
    text: str,
    *,
    filters: Filters | None = None,
    page: int = 1,
    size: int = PAGE_SIZE,
    after: str = "",
    before: str = "",
) -> Answer:
    """What readers find: published texts only. Changes nothing.

    Pages go by number. `after` or `before`, which an answer gives beyond its shortlist, makes the page as fast as the
    first; where that entry is gone the number counts.
    """
    live = Projection.objects.live()
    place = live.filter(entry__slug=after or before).values_list("sort_key", "entry_id") if after or before else None
    turn = Turn(max(1, page), size, place.first() if place else None, is_back=bool(before and not after))
    return answer(text, live, filters=filters or Filters(), turn=turn)


def search_working(text: str, *, page: int = 1, size: int = PAGE_SIZE) -> Answer:
    """What editors find: the texts they work on, published or not."""
    return answer(text, Projection.objects.working(), turn=Turn(max(1, page), size))


@dataclass(frozen=True, slots=True)
class FoundFaces:
    """All working faces that a query finds, and the ids of those to be shown first, in order; the rest as filed."""

    faces: QuerySet[Projection]
    first: tuple[int, ...]


def found_working(text: str) -> FoundFaces:
    """What `search_working` finds, for lists that count, filter and order by columns of their own."""
    hits, first = ordered(text, Projection.objects.working())
    if hits is None:
        return FoundFaces(Projection.objects.none(), ())
    sql, params = hits.faces()
    return FoundFaces(Projection.objects.filter(Q(pk__in=RawSQL(sql, params)) | Q(pk__in=first)), tuple(first))


def suggest(text: str, *, limit: int = MOST) -> list[Suggestion]:
    """Published entries to offer a reader who is still typing."""
    return suggestions(text, Projection.objects.live(), limit=limit)


def suggest_working(text: str, *, limit: int = MOST) -> list[Suggestion]:
    """Entries to offer an editor who is still typing."""
    return suggestions(text, Projection.objects.working(), limit=limit)


def as_json(found: Answer) -> dict[str, Any]:
    """The answer as the command and the API give it."""
    return {
        "results": [result_json(result) for result in found.results],
        "total": found.total,
        "did_you_mean": list(found.did_you_mean),
    }


def result_json(result: Result) -> dict[str, str]:
    """One result as the command and the API give it."""
    snippet = plain(result.passages[0]) if result.passages else ""
    return {**_entry_json(result.face.entry.slug, result.face), "why": result.why, "snippet": snippet}


def suggestion_json(suggestion: Suggestion) -> dict[str, str]:
    """One suggestion as the API gives it."""
    return {**_entry_json(suggestion.face.slug, suggestion.face), "why": suggestion.why, "snippet": ""}


def _entry_json(slug: str, face: Projection | Shown) -> dict[str, str]:
    return {
        "slug": slug,
        "headword": face.headword,
        "thai_title": face.thai_title,
        "period": face.years_ce or face.years_be,
    }


# Queries that found nothing


def record_failure(found: Answer) -> FailedQuery | None:
    """Puts a query that found nothing into the editors' inbox, without saying who asked; None where it is not kept.

    Words that stand apart are nothing where a name is alike: that name may have been meant.
    Not kept are empty, long, narrowed and many-worded queries, pages after the first, and what looks like personal
    data.
    """
    text = normalise(found.query.whole.text)
    key = match_key(text)[:KEY_LENGTH]
    is_found = found.found and not (found.loosely and found.did_you_mean)
    if is_found or found.page > 1 or len(key) < 2 or len(text) > _LONGEST:
        return None
    asked = found.query
    if asked.unwanted or asked.authors or asked.keywords or asked.spans:
        return None
    if _PERSONAL.search(text) or len(text.split()) > _MOST_WORDS:
        return None
    today = timezone.localdate()
    again = FailedQuery.objects.filter(key=key)
    if not again.update(times=F("times") + 1, last_day=today):
        of_today = FailedQuery.objects.filter(last_day=today)
        if of_today.count() >= _MOST_OF_A_DAY or FailedQuery.objects.open().count() >= _MOST_OPEN:
            return None
        sound = _group(text, key)
        _row, made = again.get_or_create(key=key, defaults={"query": text, "sound": sound, "last_day": today})
        if not made:
            again.update(times=F("times") + 1, last_day=today)
    # Where the alias was taken away again, editors are asked anew.
    kept = Alias.objects.filter(entry=OuterRef("entry"), key=alias_key(text))
    again.filter(~Exists(kept), state=FailedQueryState.ALIASED).update(state=FailedQueryState.OPEN)
    return again.get()


def _group(text: str, key: str) -> str:
    """The sound of the queries that this one is shown with: its own, or that of the likest which is much like it."""
    # What has no consonants to go by is a group of its own.
    own = skeleton(text)[:_LONGEST] or key[:_LONGEST]
    alike = FailedQuery.objects.filter(sound__in={own, *neighbours(own)}).values_list("query", "sound")
    likest = max(((similarity(text, query), sound) for query, sound in alike), default=(0.0, own))
    return likest[1] if likest[0] >= _ALIKE else own


def make_alias(queries: Sequence[FailedQuery], entry: Entry, *, by: AbstractBaseUser | None) -> list[Alias]:
    """Lets the entry be found under these queries from now on, and settles them.

    Raises EmptyAliasError where one has nothing to be found by.
    """
    made = [add_alias(entry, query.query, by=by) for query in queries]
    _settle(queries, FailedQueryState.ALIASED, entry, by)
    return made


def drop(queries: Sequence[FailedQuery], *, by: AbstractBaseUser | None) -> None:
    """Takes queries out of the inbox: nothing is to be done about them."""
    _settle(queries, FailedQueryState.DROPPED, None, by)


def take_back(queries: Sequence[FailedQuery], *, by: AbstractBaseUser | None) -> None:
    """Puts queries into the inbox again."""
    _settle(queries, FailedQueryState.OPEN, None, by)


def _settle(
    queries: Sequence[FailedQuery], state: FailedQueryState, entry: Entry | None, by: AbstractBaseUser | None
) -> None:
    rows = FailedQuery.objects.filter(pk__in=[query.pk for query in queries])
    rows.update(state=state, entry=entry, **signature(by))
