"""The dates that a prose tells of, each with the passage that a page may show of it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from entries.text.article import Article
from entries.text.dates import DateExpression, find_dates, told_spans
from entries.text.surroundings import surroundings

#: Of each list of names so many are looked for around dates.
_MOST_NAMES: Final = 20_000


def dates_of(article: Article) -> list[DateExpression]:
    """The dates of the article's prose, told from those in its own names; offsets are of its paragraphs joined by
    line breaks.
    """
    names = (*article.thai_titles[:_MOST_NAMES], *article.keywords[:_MOST_NAMES])
    return find_dates("\n".join(article.paragraphs), names=names)


class DatedPlace(NamedTuple):
    """A date of the prose: offsets are code points of its paragraph, years those of the Common Era (44 BC is -44)."""

    paragraph: int
    start: int
    end: int
    first: int
    last: int
    kind: str
    sentence_start: int
    sentence_end: int


def dated_places(paragraphs: Sequence[str], dates: Iterable[DateExpression]) -> Iterator[DatedPlace]:
    """The dates that are no part of a name; their offsets are those of the paragraphs joined by line breaks."""
    starts = list(accumulate((len(paragraph) + 1 for paragraph in paragraphs), initial=0))
    for date in dates:
        if date.part_of_name:
            continue
        paragraph = bisect_right(starts, date.start) - 1
        start, end = date.start - starts[paragraph], date.end - starts[paragraph]
        around = surroundings(paragraphs[paragraph], start, end)
        for first, last in told_spans(date):
            yield DatedPlace(paragraph, start, end, first, last, date.kind, *around)
