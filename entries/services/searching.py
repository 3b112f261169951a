"""Searching as readers and editors do, and what becomes of queries that find nothing."""

import re
from collections.abc import Sequence
from typing import Any, Final

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import F
from django.utils import timezone

from entries.models import Alias, Entry, FailedQuery, FailedQueryState, Projection
from entries.models.columns import KEY_LENGTH
from entries.search.filters import Filters
from entries.search.finding import PAGE_SIZE, Answer, Result, answer
from entries.search.snippets import plain
from entries.search.suggesting import MOST, Suggestion, suggestions
from entries.services.actors import signature
from entries.services.aliases import add_alias
from entries.text.sound import skeleton
from entries.text.thai import match_key, normalise

_LONGEST: Final = 100
_MOST_WORDS: Final = 8
#: The inbox takes no new queries beyond this many that nobody has settled.
_MOST_OPEN: Final = 5_000
#: What may be somebody's address, number or account is not kept.
_PERSONAL: Final = re.compile(r"@|https?:|www\.|\d(?:[\s.-]?\d){6,}")


def search(text: str, *, filters: Filters | None = None, page: int = 1, size: int = PAGE_SIZE) -> Answer:
    """What readers find: published texts only. Changes nothing."""
    return answer(text, Projection.objects.live(), filters=filters or Filters(), page=page, size=size)


def search_working(text: str, *, filters: Filters | None = None, page: int = 1, size: int = PAGE_SIZE) -> Answer:
    """What editors find: the texts they work on, published or not."""
    return answer(text, Projection.objects.working(), filters=filters or Filters(), page=page, size=size)


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
    return {**_entry_json(result.face), "why": result.why, "snippet": snippet}


def suggestion_json(suggestion: Suggestion) -> dict[str, str]:
    """One suggestion as the API gives it."""
    return {**_entry_json(suggestion.face), "why": suggestion.why, "snippet": ""}


def _entry_json(face: Projection) -> dict[str, str]:
    return {
        "slug": face.entry.slug,
        "headword": face.headword,
        "thai_title": face.thai_title,
        "period": face.years_ce or face.years_be,
    }


# Queries that found nothing


def record_failure(found: Answer) -> FailedQuery | None:
    """Puts a query that found nothing into the editors' inbox, without saying who asked; None where it is not kept.

    Not kept are empty, long and many-worded queries, pages after the first, and what looks like personal data.
    """
    text = normalise(found.query.whole.text)
    key = match_key(text)[:KEY_LENGTH]
    if found.found or found.page > 1 or len(key) < 2 or len(text) > _LONGEST:
        return None
    if _PERSONAL.search(text) or len(text.split()) > _MOST_WORDS:
        return None
    today = timezone.localdate()
    if FailedQuery.objects.filter(key=key).update(times=F("times") + 1, last_day=today):
        return FailedQuery.objects.get(key=key)
    if FailedQuery.objects.open().count() >= _MOST_OPEN:
        return None
    sound = skeleton(text)[:_LONGEST]
    row, made = FailedQuery.objects.get_or_create(key=key, defaults={"query": text, "sound": sound, "last_day": today})
    if not made:
        FailedQuery.objects.filter(pk=row.pk).update(times=F("times") + 1, last_day=today)
    return row


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


def _settle(
    queries: Sequence[FailedQuery], state: FailedQueryState, entry: Entry | None, by: AbstractBaseUser | None
) -> None:
    rows = FailedQuery.objects.filter(pk__in=[query.pk for query in queries])
    rows.update(state=state, entry=entry, **signature(by))
