"""Years as readers type them: of either era, spans, decades and centuries, in Thai and in English. Pure."""

import re
from collections.abc import Iterator
from typing import Final

from entries.text.dates import find_dates, year_span

Span = tuple[int, int]

_DECADE: Final = re.compile(r"\b(\d{3}[0๐])s\b", re.IGNORECASE)
_CENTURY: Final = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th) century\b", re.IGNORECASE)
_YEAR: Final = "[0-9๐-๙]{4}"
_NOT_AFTER: Final = r"(?<![\w.,/])"
_NOT_BEFORE: Final = r"(?![\w/]|[.,][0-9๐-๙])"
_BARE: Final = re.compile(rf"{_NOT_AFTER}{_YEAR}(?:\s?[-–—]\s?{_YEAR})?{_NOT_BEFORE}")
_BUDDHIST: Final = r"พ\.?\s?ศ\.?|พุทธศักราช|B\.?E\.?"
_COMMON: Final = r"ค\.?\s?ศ\.?|คริสต์ศักราช|A\.?D\.?|C\.?E\.?"
#: Years from this one on are of the Buddhist era where none is said.
_FIRST_BUDDHIST: Final = 2400
_BETWEEN_ERAS: Final = 543
#: A year, or two, with an era before or behind at least one of them, or with a word between them.
_SPAN: Final = re.compile(
    rf"{_NOT_AFTER}(?:ปี\s*)?(?:(?P<era>{_BUDDHIST}|{_COMMON})\s*)?(?P<first>{_YEAR})(?:\s*(?:(?:จน)?ถึง|to|until|[-–—])\s*"
    rf"(?:ปี\s*)?(?:(?:{_BUDDHIST}|{_COMMON})\s*)?(?P<last>{_YEAR}|(?<=[-–—])[0-9๐-๙]{{2}}))?"
    rf"(?:\s*(?P<after>B\.?E\.?|A\.?D\.?|C\.?E\.?))?{_NOT_BEFORE}",
    re.IGNORECASE,
)
_IS_BUDDHIST: Final = re.compile(_BUDDHIST, re.IGNORECASE)


def year_of(text: str) -> Span | None:
    """The first and last year, in CE, of an expression such as 1917, ๒๔๖๐, พ.ศ. ๒๔๖๐, 1914–1918 or ทศวรรษ ๑๙๓๐."""
    text = _CENTURY.sub(r"คริสต์ศตวรรษที่ \1", _DECADE.sub(r"ทศวรรษ \1", text.strip()))
    if (whole := _SPAN.fullmatch(text)) and (span := _span(whole)):
        return span
    spans = [span for date in find_dates(text) if (span := year_span(date))]
    return (min(first for first, _last in spans), max(last for _first, last in spans)) if spans else None


def years_in(text: str) -> list[tuple[int, int, Span]]:
    """Years, decades and centuries: start, end, first and last year; of those that begin together the longest first."""
    return sorted(_years_in(text), key=lambda found: (found[0], -found[1]))


def _years_in(text: str) -> Iterator[tuple[int, int, Span]]:
    for date in find_dates(text):
        if date.kind.startswith(("year", "decade", "century")) and (span := year_span(date)):
            yield date.start, date.end, span
    for found in _SPAN.finditer(text):
        if span := _span(found):
            yield found.start(), found.end(), span
    for pattern in (_BARE, _DECADE, _CENTURY):
        for found in pattern.finditer(text):
            if span := year_of(found.group()):
                yield found.start(), found.end(), span


def _span(found: re.Match[str]) -> Span | None:
    """The years of a match that says an era or has two years; None for a bare year, which the dates read."""
    era, first, last = found["era"] or found["after"], found["first"], found["last"]
    if not era and not last:
        return None
    begin = int(first)
    end = int(first[: 4 - len(last)] + last) if last else begin
    is_buddhist = bool(_IS_BUDDHIST.fullmatch(era)) if era else begin >= _FIRST_BUDDHIST
    shift = _BETWEEN_ERAS if is_buddhist else 0
    return (begin - shift, end - shift) if end >= begin else None
