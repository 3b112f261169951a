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
from entries.text.dates.calendar import FULL_MONTH, SHORT_MONTH, month_number
from entries.text.references.spans import parentheses
from entries.text.thai import arabic_digits, thai_digits

Era = Literal["", "ce", "be", "both"]
#: What an address may ask for; "" is as written.
ERAS: Final[Mapping[str, Era]] = {"ce": "ce", "be": "be", "both": "both"}

_NBSP: Final = "\u00a0"
_SIGN: Final = {"CE": "ค.ศ.", "BE": "พ.ศ."}
_YEAR: Final = re.compile(
    r"(?:(?P<era>[คพร])\.[ \u00a0]?ศ\.[ \u00a0]*)?(?<![0-9๐-๙])(?P<first>[0-9๐-๙]{1,4})"
    # The number behind a dash may be the day of another date: ค.ศ. ๑๙๐๔–๕ มกราคม ค.ศ. ๑๙๐๕.
    r"(?:[ \u00a0]?(?P<to>[-–—/])[ \u00a0]?(?P<last>[0-9๐-๙]{1,4})"
    rf"(?![0-9๐-๙]|[ \u00a0]*(?:{FULL_MONTH}|{SHORT_MONTH})))?(?![0-9๐-๙])"
)
_MONTH: Final = re.compile(rf"{FULL_MONTH}|{SHORT_MONTH}")
_ERAS: Final = {"ค": "CE", "พ": "BE", "ร": "RS"}
_TO_CE: Final = {"CE": 0, "BE": -543, "RS": 1781}
_LINKS: Final = r"[ \u00a0]|ซึ่ง|อัน|ที่|ก็|นับ|เป็น|ใน|ปี"
_EQUALS: Final = r"[(\[/=]|หรือ|คือ|ตรง(?:กัน)?กับ|เทียบ(?:เท่า|ได้)?(?:กับ)?|เท่ากับ"
_GIVES_BOTH: Final = re.compile(rf"(?:{_LINKS})*(?:{_EQUALS})(?:{_LINKS}|{_EQUALS})*")
_LATIN: Final = "A-Za-z\u00c0-\u024f"
_QUOTED: Final = re.compile(
    r"“[^”\n]*”?|\"[^\"\n]*\"|‘[^’\n]*’|«[^»\n]*»"
    # The straight mark is an apostrophe, too, and that of feet and minutes.
    rf"|(?<![{_LATIN}0-9๐-๙])'(?=\S)(?:[^'\n]|(?<=[{_LATIN}])'(?=[{_LATIN}]))*(?<!\s)'(?![{_LATIN}0-9๐-๙])"
)
#: Months before April belonged to the official year before, in these years of the Common Era.
_APRIL_YEARS: Final = range(1890, 1941)
_APRIL: Final = 4


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
        if pair.star is not None or re.search(f"[{_LATIN}]", inside):
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
    era, before = "", 0
    for match in _YEAR.finditer(date.text):
        era = _ERAS[match["era"]] if match["era"] else era
        if era and (match["era"] or len(match["first"]) == 4):
            months = [month_number(name) < _APRIL for name in _MONTH.findall(date.text, before, match.start())]
            before = match.end()
            if era == "RS" and len(set(months)) > 1:
                continue  # The year began in April: of one number, January is later than December.
            year = _converted(match, era, start, is_early=bool(months) and all(months))
            if year:
                yield year


def _converted(match: re.Match[str], era: str, start: int, *, is_early: bool) -> EraYear | None:
    """The years of a match in the other eras; `is_early` if only months before April are told with them."""
    shift = _TO_CE[era] + (1 if era == "RS" and is_early else 0)
    first = int(arabic_digits(match["first"])) + shift
    last = None
    if match["last"]:
        short = arabic_digits(match["last"])
        whole = arabic_digits(match["first"])
        full = whole[: len(whole) - len(short)] + short if len(short) < len(whole) else short
        last = int(full) + shift
    if first <= 0 or (last is not None and last < first):
        return None
    return EraYear(
        start + match.start(),
        start + match.end(),
        match.group(),
        ce="" if era == "CE" else _said("CE", first, last, match),
        be="" if era == "BE" else _said("BE", first + 543, None if last is None else last + 543, match),
        note=_official(first, era) if is_early and last is None else "",
    )


def _said(era: str, first: int, last: int | None, written: re.Match[str]) -> str:
    """Years as those that are written: with a sign if they have one, with their numerals and their stroke."""
    to = "/" if written["to"] == "/" else "–"
    years = f"{first}" if last is None else f"{first}{to}{last}"
    said = f"{_SIGN[era]} {years}" if written["era"] else years
    return said if written["first"].isascii() else thai_digits(said)


def _official(year: int, era: str) -> str:
    """What the official year of a month before April was: from 1889 to 1940 a year of Thailand began in April.

    A พ.ศ. that is written may be that year itself or, as scholars count, ค.ศ. + 543: which one it is nobody knows.
    พ.ศ. ๒๔๘๓ had no such months officially: it ended in December.
    """
    if era == "BE" and year + 1 in _APRIL_YEARS:
        return thai_digits(f"ถ้านับตามปีราชการไทยในขณะนั้นตรงกับ ค.ศ. {year + 1}")
    return thai_digits(f"ตามปีราชการไทยในขณะนั้นเป็น พ.ศ. {year + 542}") if year in _APRIL_YEARS else ""
