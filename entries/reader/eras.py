"""Years of the prose in the other era, for readers who count in it. Pure.

Rewritten is only a year that ค.ศ., พ.ศ. or ร.ศ. introduces: not one of an anchor, a gloss, a name, a quotation. Where a
text gives both eras itself nothing is rewritten. Decades and centuries have no counterpart: they are explained.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from entries.text.dates import DateExpression, year_span
from entries.text.references.spans import parentheses
from entries.text.thai import arabic_digits, thai_digits

Era = Literal["", "ce", "be", "both"]
#: What an address may ask for; "" is as written.
ERAS: Final[Mapping[str, Era]] = {"ce": "ce", "be": "be", "both": "both"}

_NBSP: Final = "\u00a0"
_SIGN: Final = {"CE": "ค.ศ.", "BE": "พ.ศ."}
_YEAR: Final = re.compile(
    r"(?:(?P<era>[คพร])\.[ \u00a0]?ศ\.[ \u00a0]*)?(?<![0-9๐-๙])(?P<first>[0-9๐-๙]{1,4})"
    r"(?:[ \u00a0]?[-–—][ \u00a0]?(?P<last>[0-9๐-๙]{1,4}))?(?![0-9๐-๙])"
)
_ERAS: Final = {"ค": "CE", "พ": "BE", "ร": "RS"}
_TO_CE: Final = {"CE": 0, "BE": -543, "RS": 1781}
_GIVES_BOTH: Final = re.compile(r"[ \u00a0]*(?:\(|หรือ|ตรงกับ|/)[ \u00a0]*(?:หรือ|ตรงกับ)?[ \u00a0]*")
_QUOTED: Final = re.compile(r"“[^”\n]*”?|\"[^\"\n]*\"|‘[^’\n]*’|«[^»\n]*»")
_EARLY_MONTH: Final = re.compile(r"(\d{4})-0[123](?:-\d\d)?(?:/(?:\1-0[123](?:-\d\d)?)|)$")
_APRIL_YEARS: Final = range(1890, 1941)


@dataclass(frozen=True, slots=True)
class EraYear:
    """Years as written at `start` to `end` of a paragraph, and what they are in the eras that they are not written in.

    `ce` and `be` are "" for the era that is written; `note` explains (a decade's years, the official year), "" mostly.
    """

    start: int
    end: int
    written: str
    ce: str = ""
    be: str = ""
    note: str = ""

    def shown(self, era: Era) -> str:
        """How a page that counts in an era shows it."""
        if era == "ce":
            return self.ce or self.written
        if era == "be":
            return self.be or self.written
        if era == "both" and (self.ce or self.be):
            first, second = (self.ce, self.be) if self.ce and self.be else (self.written, self.ce or self.be)
            return f"{first.replace(' ', _NBSP)} ({second.replace(' ', _NBSP)})"
        return self.written


def era_years(
    paragraphs: Sequence[str], dates: Sequence[DateExpression], anchors: Sequence[Collection[tuple[int, int]]]
) -> list[list[EraYear]]:
    """The years of each paragraph, from the dates of the paragraphs joined by line breaks.

    `anchors` are the spans, by paragraph, in which nothing is rewritten.
    """
    found: list[list[EraYear]] = [[] for _paragraph in paragraphs]
    starts = [0]
    for paragraph in paragraphs:
        starts.append(starts[-1] + len(paragraph) + 1)
    blocked = [[*spans, *_closed(text)] for text, spans in zip(paragraphs, anchors, strict=True)]
    said = [date for date in dates if date.era and not date.part_of_name]
    twice = _given_twice("\n".join(paragraphs), said)
    index = 0
    for date in said:
        while date.start >= starts[index + 1]:
            index += 1
        start, end = date.start - starts[index], date.end - starts[index]
        if date.start in twice or any(start < last and first < end for first, last in blocked[index]):
            continue
        found[index] += _years(date, start)
    return found


def _closed(paragraph: str) -> Iterator[tuple[int, int]]:
    """Glosses (parentheses with Latin letters or a star) and quotations."""
    for pair in parentheses(paragraph):
        inside = paragraph[pair.open : pair.close + 1]
        if pair.star is not None or re.search("[A-Za-z\u00c0-\u024f]", inside):
            yield pair.open, pair.close + 1
    for quoted in _QUOTED.finditer(paragraph):
        yield quoted.span()


def _given_twice(text: str, dates: Sequence[DateExpression]) -> set[int]:
    """Offsets of dates that stand beside themselves in the other era: ค.ศ. ๑๙๑๗ (พ.ศ. ๒๔๖๐)."""
    found: set[int] = set()
    for left, right in pairwise(dates):
        if left.era != right.era and _GIVES_BOTH.fullmatch(text, left.end, right.start):
            found |= {left.start, right.start}
    return found


def _years(date: DateExpression, start: int) -> Iterator[EraYear]:
    if date.kind.startswith(("decade", "century")):
        span = year_span(date)
        if span and span[0] > 0:
            years = f"{_SIGN['CE']} {span[0]}–{span[1]} ({_SIGN['BE']} {span[0] + 543}–{span[1] + 543})"
            yield EraYear(start, start + len(date.text), date.text, note=thai_digits(years))
        return
    era = ""
    for match in _YEAR.finditer(date.text):
        era = _ERAS[match["era"]] if match["era"] else era
        if era and (match["era"] or len(match["first"]) == 4):
            year = _converted(match, era, start)
            if year:
                yield _with_note(year, date, era)


def _converted(match: re.Match[str], era: str, start: int) -> EraYear | None:
    first = int(arabic_digits(match["first"])) + _TO_CE[era]
    last = None
    if match["last"]:
        short = arabic_digits(match["last"])
        whole = arabic_digits(match["first"])
        full = whole[: len(whole) - len(short)] + short if len(short) < len(whole) else short
        last = int(full) + _TO_CE[era]
    if first <= 0 or (last is not None and last < first):
        return None
    sign = bool(match["era"])
    return EraYear(
        start + match.start(),
        start + match.end(),
        match.group(),
        ce="" if era == "CE" else _said("CE", first, last, sign=sign),
        be="" if era == "BE" else _said("BE", first + 543, None if last is None else last + 543, sign=sign),
    )


def _said(era: str, first: int, last: int | None, *, sign: bool) -> str:
    years = f"{first}" if last is None else f"{first}–{last}"
    return thai_digits(f"{_SIGN[era]} {years}" if sign else years)


def _with_note(year: EraYear, date: DateExpression, era: str) -> EraYear:
    """The official year beside that of scholars: until 1940 a year of Thailand began in April."""
    found = _EARLY_MONTH.match(date.iso)
    if not found or int(found[1]) not in _APRIL_YEARS or era == "RS":
        return year
    if era == "CE":
        note = f"ตามปีราชการไทยในขณะนั้นเป็น พ.ศ. {int(found[1]) + 542}"
    else:
        note = f"ถ้านับตามปีราชการไทยในขณะนั้นตรงกับ ค.ศ. {int(found[1]) + 1}"
    return EraYear(year.start, year.end, year.written, year.ce, year.be, thai_digits(note))
