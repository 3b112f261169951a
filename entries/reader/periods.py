"""Jump links of long articles: where the telling reaches a span of years. Pure."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from entries.text.article import Article
from entries.text.dates import DateExpression, parse_periods, told_span

#: Shorter texts are seen at a glance.
LONG: Final = 5000
MOST: Final = 9
FEWEST: Final = 3
_WIDEST: Final = 4


@dataclass(frozen=True, slots=True)
class Jump:
    """A link to the paragraph (its number, from 1) where a span of years begins; years of the Common Era."""

    number: int
    first: int
    last: int


def jumps_of(article: Article, dates: Sequence[DateExpression]) -> tuple[Jump, ...]:
    """Links to the periods of a long article that is told in order, none for others.

    `dates` are those of its paragraphs joined by line breaks. Each paragraph counts by its first date that says a year
    or two; paragraphs that look back or ahead are passed over, so that the links ascend.
    """
    if sum(map(len, article.paragraphs)) < LONG:
        return ()
    told = _ascending(_first_years(article, dates))
    if len(told) < FEWEST or len({first for _number, first, _last in told}) < FEWEST:
        return ()
    return tuple(_joined(told))


def _first_years(article: Article, dates: Sequence[DateExpression]) -> list[tuple[int, int, int]]:
    """(Number, first year, last year) of the paragraphs behind the lead that have a date; the last is its latest."""
    periods = parse_periods(article.periods_ce, article.periods_be)
    since = min((period.start for period in periods if period.start is not None), default=-10_000)
    until = max((period.end for period in periods if period.end is not None), default=10_000)
    starts = [0]
    for paragraph in article.paragraphs:
        starts.append(starts[-1] + len(paragraph) + 1)
    found: dict[int, tuple[int, int]] = {}
    for date in dates:
        years = told_span(date)
        number = bisect_right(starts, date.start)
        if date.part_of_name or years is None or years[1] - years[0] > _WIDEST or number == 1:
            continue
        if since <= years[0] and years[1] <= until:
            first, last = found.get(number, years)
            found[number] = (first, max(last, years[1]))
    return [(number, *found[number]) for number in sorted(found)]


def _ascending(told: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The longest run of paragraphs whose first years do not go back."""
    best: list[int] = []
    before: list[int] = []
    for index, (_number, first, _last) in enumerate(told):
        lengths = [best[other] for other in range(index) if told[other][1] <= first]
        longest = max(lengths, default=0)
        best.append(longest + 1)
        earlier = [other for other in range(index) if told[other][1] <= first and best[other] == longest]
        before.append(earlier[-1] if longest else -1)
    if not best:
        return []
    index = max(range(len(best)), key=lambda each: best[each])
    found = []
    while index >= 0:
        found.append(told[index])
        index = before[index]
    return found[::-1]


def _joined(told: Sequence[tuple[int, int, int]]) -> list[Jump]:
    """At most MOST links: paragraphs of one year together, then those that are nearest in time."""
    groups = [[told[0]]]
    for each in told[1:]:
        if each[1] == groups[-1][0][1]:
            groups[-1].append(each)
        else:
            groups.append([each])
    while len(groups) > MOST:
        spans = [right[-1][1] - left[0][1] for left, right in pairwise(groups)]
        nearest = spans.index(min(spans))
        groups[nearest : nearest + 2] = [groups[nearest] + groups[nearest + 1]]
    found = []
    for index, group in enumerate(groups):
        ends = groups[index + 1][0][1] if index + 1 < len(groups) else max(last for _number, _first, last in group)
        last = max([group[0][1], *(last for _number, _first, last in group if last <= ends)])
        found.append(Jump(group[0][0], group[0][1], last))
    return found
