"""Whether the years of an entry in the two eras say the same, and which of them a line of years is written in."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from entries.text.dates.calendar import BE_WORDS, BEFORE_CHRIST, CE_WORDS
from entries.text.dates.days import months_of
from entries.text.dates.periods import Era, Period, outer_span, parse_periods

Agreement = Literal["agree", "official-year", "differ"]

_LAST_OFFICIAL_YEAR: Final = 1940
_FIRST_APRIL_YEAR: Final = 1889
_APRIL: Final = 4
_SAYS_CE: Final = re.compile(f"{CE_WORDS}|{BEFORE_CHRIST}")
_SAYS_BE: Final = re.compile(BE_WORDS)
#: Years in two eras with a stroke between them are never longer than this.
_PAIR_LIMIT: Final = 100


class _Pair(NamedTuple):
    """One end of a span in either era, in Common Era years, and its month if that is told."""

    ce: int | None
    be: int | None
    month: int | None


def compare_eras(ce: Sequence[Period], be: Sequence[Period]) -> Agreement:
    """Whether the periods written in CE and those written in BE say the same.

    `official-year`: some end differs as `is_official_year` allows; a remark, not a fault. Where only one of the two is
    given there is nothing to differ.
    """
    if not ce or not be:
        return "agree"
    answer: Agreement = "agree"
    for pair in _pairs(ce, be):
        if pair.ce == pair.be:
            continue
        if pair.ce is None or pair.be is None or not is_official_year(pair.ce, pair.be, pair.month):
            return "differ"
        answer = "official-year"
    return answer


def is_official_year(ce: int, be: int, month: int | None = None) -> bool:
    """Whether a Buddhist year, 543 taken off, is the official one of a Common Era year that is one more.

    Up to 1940 the Thai year began in April, so that for January to March the difference is 542; it never is 544, nor is
    it 542 in a later month. Before 1889 the year began by the moon, in some years late in April.

    >>> is_official_year(1905, 1904), is_official_year(1905, 1906), is_official_year(1905, 1904, month=12)
    (True, False, False)
    """
    before = -1 if ce == 1 else ce - 1
    if be != before or ce > _LAST_OFFICIAL_YEAR:
        return False
    return month is None or month < _APRIL or (month == _APRIL and ce < _FIRST_APRIL_YEAR)


def _pairs(ce: Sequence[Period], be: Sequence[Period]) -> Iterator[_Pair]:
    if len(ce) != len(be):
        left, right = outer_span(ce) or (None, None), outer_span(be) or (None, None)
        yield _Pair(left[0], right[0], None)
        yield _Pair(left[1], right[1], None)
        return
    for one, other in zip(ce, be, strict=True):
        months = months_of(one.text) or months_of(other.text)
        # One month beside two years may be of either.
        if len(months) == 1 and one.start != one.end:
            months = []
        yield _Pair(one.start, other.start, months[0] if months else None)
        yield _Pair(one.end, other.end, months[-1] if months else None)


def parts_in_eras(text: str) -> list[tuple[Era | None, int, int]]:
    """The parts of a line of years, each with the era that it says it is written in, None where it does not say.

    There is more than one part where the same years stand in both eras with a stroke between them.

    >>> parts_in_eras("1900–1950/2443–2493"), parts_in_eras("ค.ศ. ๑๙๐๐"), parts_in_eras("1640/41")
    ([('CE', 0, 9), ('BE', 10, 19)], [('CE', 0, 9)], [(None, 0, 7)])
    """
    one, stroke, other = text.partition("/")
    if stroke and "/" not in other and len(text) <= _PAIR_LIMIT:
        cut = len(one)
        if _are_same(one, other):
            return [("CE", 0, cut), ("BE", cut + 1, len(text))]
        if _are_same(other, one):
            return [("BE", 0, cut), ("CE", cut + 1, len(text))]
    says_ce, says_be = _SAYS_CE.search(text), _SAYS_BE.search(text)
    if bool(says_ce) == bool(says_be):
        return [(None, 0, len(text))]
    return [("CE" if says_ce else "BE", 0, len(text))]


def _are_same(ce: str, be: str) -> bool:
    common, buddhist = parse_periods([ce], []), parse_periods([], [be])
    eras = [period.era for period in (*common, *buddhist)]
    return eras == ["CE", "BE"] and compare_eras(common, buddhist) != "differ"
