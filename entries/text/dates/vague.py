"""Centuries and decades of head lines, and spans that begin or end with one: 1920s–30s, 1905–ทศวรรษ 1920."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from entries.text.dates.calendar import BE_WORDS, BEFORE_CHRIST, CE_WORDS, DASH, NUMBER, ce_year, shorten_end
from entries.text.dates.years import bare_era

_SPACES: Final = "[ \\u00a0\\t]{0,4}"
_POSITION: Final = rf"(?:(?:ต้น|กลาง|ปลาย|(?:early|mid|late|the)(?=[- \u00a0])-?){_SPACES}){{0,2}}"
_TENS: Final = rf"(?:คริสต์?|พุทธ)?ทศวรรษ{_SPACES}(?:ที่)?{_SPACES}(?:(?:{CE_WORDS}|{BE_WORDS}){_SPACES})?"
#: What joins the beginning of a span to its end.
TO: Final = re.compile(rf"{DASH}+|/|ถึง(?!แก่)|หรือ|(?<![A-Za-z])(?:to|or)(?![A-Za-z])")
CENTURY: Final = re.compile(
    rf"(?P<word>คริสต์?ศตวรรษ|พุทธศตวรรษ|ศตวรรษ){_SPACES}(?:ที่)?{_SPACES}(?P<a>{NUMBER}{{1,2}})(?!{NUMBER})"
    rf"(?:{_SPACES}(?:{DASH}|ถึง){_SPACES}(?P<b>{NUMBER}{{1,2}})(?!{NUMBER}))?(?P<before>{_SPACES}{BEFORE_CHRIST})?"
    r"|(?P<c>[0-9]{1,2})(?:st|nd|rd|th)(?:[-–](?P<d>[0-9]{1,2})(?:st|nd|rd|th))?[ \u00a0](?:century|centuries|c\.)"
    r"(?P<bc>[ \u00a0]B\.?C)?",
    re.I,
)
DECADE: Final = re.compile(
    rf"(?:(?P<word>{_TENS})(?P<a>{NUMBER}{{4}})(?!{NUMBER})(?:s(?![a-z]))?|(?P<b>[0-9]{{3}}0)[’']?s(?![a-z]))"
    rf"(?:{_SPACES}(?:{DASH}+|/|ถึง|(?:to|or)(?=[ \u00a0])){_SPACES}{_POSITION}(?P<again>{_TENS})?"
    rf"(?P<to>{NUMBER}{{2}}(?:{NUMBER}{{2}})?)(?!{NUMBER})(?P<tens>[’']?s(?![a-z]))?)?"
)
_YEAR: Final = re.compile(rf"(?<!{NUMBER}){NUMBER}{{3,4}}(?!{NUMBER})")


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Years of the Common Era that a century or decade covers, or one year, and where it stands; `begin` is first."""

    begin: int
    stop: int
    first: int
    last: int
    is_buddhist: bool = False
    is_span: bool = False


def read_vague(text: str) -> Stretch | None:
    """The stretch of years that a text tells of by a century or decade at either end; None where it has neither.

    Its `last` is before its `first` where they are written backwards.

    >>> [(found.first, found.last) for found in map(read_vague, ["1920s-30s", "1905–16th century"]) if found]
    [(1920, 1939), (1905, 1600)]
    """
    # Only the first two of all make a span.
    vague = [*islice(_centuries(text), 2), *islice(_decades(text), 2)]
    if not vague:
        return None
    one, *others = sorted([*vague, *islice(_years_beside(text, vague), 2)])
    if not others or not TO.search(text, one.stop, others[0].begin):
        return min(vague)
    return Stretch(one.begin, others[0].stop, one.first, others[0].last, one.is_buddhist, is_span=True)


def _years_beside(text: str, vague: list[Stretch]) -> Iterator[Stretch]:
    """The plain years that are no part of a century or decade."""
    for found in _YEAR.finditer(text):
        number = int(found[0])
        if number and not any(one.begin <= found.start() < one.stop for one in vague):
            era = bare_era(number) or "CE"
            year = ce_year(number, era)
            yield Stretch(*found.span(), year, year, era == "BE")


def _centuries(text: str) -> Iterator[Stretch]:
    for found in CENTURY.finditer(text):
        first = max(int(found["a"] or found["c"]), 1)
        last = max(int(found["b"] or found["d"] or first), 1)
        is_buddhist, is_span = (found["word"] or "").startswith("พุทธ"), last != first
        if found["before"] or found["bc"]:
            yield Stretch(*found.span(), -first * 100, -(last * 100 - 99), is_span=is_span)
        else:
            era = "BE" if is_buddhist else "CE"
            years = ce_year(first * 100 - 99, era), ce_year(last * 100, era)
            yield Stretch(*found.span(), *years, is_buddhist, is_span)


def _decades(text: str) -> Iterator[Stretch]:
    for found in DECADE.finditer(text):
        word, written = found["word"] or "", found["a"] or found["b"]
        if word.startswith("พุทธ") or re.search(BE_WORDS, word):
            era = "BE"
        else:
            era = "CE" if "ค" in word else bare_era(int(written)) or "CE"
        first = int(written) // 10 * 10 or 10
        last = first + 9
        if found["to"]:
            last = int(shorten_end(written, found["to"]))
            if found["tens"] or found["again"] or (word and last % 10 == 0):
                last = last // 10 * 10 + 9
        yield Stretch(*found.span(), ce_year(first, era), ce_year(last, era), era == "BE", found["to"] is not None)
