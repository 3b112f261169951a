"""Date expressions of a text, with the year that each one without a year takes from what stands before it."""

import re
from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from entries.text.dates.calendar import NUMBER, SPACE, Stamp
from entries.text.dates.expressions import find_parts
from entries.text.dates.naming import KnownNames, is_named, month_ends_name
from entries.text.dates.values import DateExpression, Part

#: So many dates of a text are read: no entry has more, and a broken export may have a hundred thousand.
MOST_DATES: Final = 50_000

_NUMBER_WORDS: Final = {"หนึ่ง": 1, "สอง": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6, "เจ็ด": 7, "แปด": 8, "เก้า": 9, "สิบ": 10}
_LATER: Final = re.compile(
    rf"(?P<vague>หลาย|ไม่กี่|สองสาม){SPACE}ปี(?:ต่อมา|ถัดมา|ให้หลัง)"
    rf"|(?:(?P<many>{NUMBER}{{1,3}}|{'|'.join(_NUMBER_WORDS)}){SPACE})?"
    rf"ปี(?:ต่อมา|ถัดมา|ถัดไป|รุ่งขึ้น|ให้หลัง|หลังจากนั้น)"
)
_LASTING: Final = re.compile(rf"เป็นเวลา(?:กว่า|เกือบ|ราว|ประมาณ|นาน|ถึง)*{SPACE}(?P<many>{NUMBER}{{1,2}}){SPACE}ปี")
_THEN: Final = re.compile(rf"(?:ต่อมา|จากนั้น|หลังจากนั้น|ในที่สุด|อีก){SPACE}(?:ใน|เมื่อ)?{SPACE}\Z")
_YEAR_SAID: Final = re.compile(
    rf"{SPACE}(?:ของ|ใน)?ปี(?P<which>ต่อมา|ถัดมา|ถัดไป|รุ่งขึ้น|ก่อน(?!คริสต์?|ค\.)|ที่แล้ว|เดียวกัน|นั้น|ดังกล่าว)"
)
_AND: Final = re.compile(rf"{SPACE}(?:,|และ|หรือ|กับ|,{SPACE}และ|\(){SPACE}")
_OPENING: Final = re.compile(rf"{SPACE}\({SPACE}(?:หรือ|ตรงกับ)?")
_CLOSING: Final = re.compile(rf"[^()\n]{{0,60}}\){SPACE}")
_EVERY_YEAR: Final = re.compile(rf"(?:ทุก{SPACE}(?:ๆ{SPACE})?ปี|ปีละครั้ง){SPACE}(?:ใน|เมื่อ)?{SPACE}\Z")
_BRACKETS: Final = re.compile(r"[()\[\]\n]")
_AFTER_GLOSS: Final = re.compile(r"\)[*”\"]?[ \u00a0]{0,2}\Z")
#: Where a part of a decade and of a century begins and ends, counted from its first year.
_STRETCHES: Final = {
    "ครึ่งแรก": ((0, 5), (0, 50)),
    "ครึ่งหลัง": ((5, 10), (50, 100)),
    "ต้น": ((0, 4), (0, 33)),
    "กลาง": ((4, 7), (33, 67)),
    "ปลาย": ((7, 10), (67, 100)),
    "สิ้น": ((9, 10), (99, 100)),
}
_PARTIAL: Final = frozenset({"day", "day_range", "day_list", "month", "month_range", "month_list", "span"})


def find_dates(text: str, *, names: Collection[str] = ()) -> list[DateExpression]:
    """Every date of a text, in order, none overlapping another.

    `text` is one paragraph or a whole text; a year is carried on from paragraph to paragraph. `names` are names that
    are known (headwords, titles, keywords): a year or month inside one of them, written out in the text, is part of
    a name. Runs in time linear in the text, of which the first MOST_DATES dates are read; never raises.

    The year of a date without one is the nearest full date's before it. A range of years, a decade or a century hands
    on none, nor does the year of a name, but for `เดือนธันวาคมปีนั้น`; within parentheses a year holds to their end
    only. One behind a gloss (`… (Commune of Paris)* ค.ศ. ๑๘๗๑`) that goes back is passed over after a full date of its
    paragraph.
    ปีต่อมา, ๓ ปีต่อมา and เดือนมกราคมปีรุ่งขึ้น move the year on; so does a month that goes back, after ต่อมา
    or after a stretch told in years (เป็นเวลากว่า ๑ ปี). The first date of `เดือนมกราคม และวันที่ ๓ มีนาคม ค.ศ. ๑๙๑๘` has
    the year of the second, as have both of `๒๕ ตุลาคม (๗ พฤศจิกายน) ค.ศ. ๑๙๑๗`. ทุกปีในเดือนมกราคม has none.

    >>> [(date.text, date.iso, date.implied_year) for date in find_dates("เกิดใน ค.ศ. ๑๙๐๓ ต่อมาในเดือนสิงหาคม")]
    [('ค.ศ. ๑๙๐๓', '1903', None), ('เดือนสิงหาคม', '--08', 1903)]
    """
    known = KnownNames(text, names)
    found = find_parts(text, lambda start, end: known.ends(end) or month_ends_name(text, start, year_follows=True))
    parts = list(islice(found, MOST_DATES))
    brackets = _bracketed(text, parts)
    covered = known.cover(parts)
    named = [
        part.start in covered or is_named(text, part, bracket is not None)
        for part, bracket in zip(parts, brackets, strict=True)
    ]
    years = _implied(text, parts, named, brackets)
    return [
        DateExpression(
            start=part.start,
            end=part.end,
            text=text[part.start : part.end],
            kind=part.kind,
            iso=part.iso,
            era=part.era,
            qualifier=part.qualifier,
            implied_year=year,
            part_of_name=name,
            impossible=part.impossible,
        )
        for part, name, year in zip(parts, named, years, strict=True)
    ]


def year_span(expression: DateExpression) -> tuple[int, int] | None:
    """First and last Common Era year that a date covers, its implied year honoured; None if it has no year.

    Years before Christ are negative (44 BC is -44). The 19th century is 1801–1900, the 1920s are 1920–1929;
    a qualifier narrows nothing (`told_span`).

    >>> [year_span(date) for date in find_dates("ระหว่าง ค.ศ. ๑๙๐๓–๑๙๑๒")]
    [(1903, 1912)]
    """
    years: list[int] = []
    for piece in re.split("[,/]", expression.iso):
        if piece.startswith("--"):
            if expression.implied_year is not None:
                years.append(expression.implied_year)
        elif piece.endswith("XX"):
            years += Stamp(int(piece[:2]), scale="century").years()
        elif piece.endswith("X"):
            years += Stamp(int(piece[:3]) * 10, scale="decade").years()
        elif piece.startswith(("-", "0000")):
            years.append(int(piece[:5]) - 1)
        else:
            years.append(int(piece[:4]))
    return (min(years), max(years)) if years else None


def told_span(expression: DateExpression) -> tuple[int, int] | None:
    """The years of `year_span` that a date speaks of: the early, middle or late ones of a decade or century, or a half.

    >>> [told_span(date) for date in find_dates("กลางทศวรรษ ๑๘๔๐ และปลายคริสต์ศตวรรษที่ ๑๙")]
    [(1844, 1846), (1868, 1900)]
    """
    span = year_span(expression)
    if span is None or expression.kind not in ("decade", "century"):
        return span
    for word, stretches in _STRETCHES.items():
        if word in (expression.qualifier or ""):
            begins, ends = stretches[expression.kind == "century"]
            return span[0] + begins, span[0] + ends - 1
    return span


def told_spans(expression: DateExpression) -> list[tuple[int, int]]:
    """What `told_span` says, but each year of a list of years by itself.

    >>> [told_spans(date) for date in find_dates("ค.ศ. ๑๘๓๐, ๑๘๔๘ และ ๑๘๗๑")]
    [[(1830, 1830), (1848, 1848), (1871, 1871)]]
    """
    if expression.kind == "year_list":
        pieces = (replace(expression, kind="year", iso=piece) for piece in expression.iso.split(","))
        return sorted({span for piece in pieces if (span := year_span(piece))})
    span = told_span(expression)
    return [span] if span else []


def _bracketed(text: str, parts: list[Part]) -> list[int | None]:
    """For each part the offset of the outermost bracket around it, None outside; a line break closes all."""
    found: list[int | None] = []
    marks = _BRACKETS.finditer(text)
    mark = next(marks, None)
    depth, opened = 0, 0
    for part in parts:
        while mark and mark.start() < part.start:
            sign = mark.group()
            if sign == "\n":
                depth = 0
            elif sign in "([":
                opened = opened if depth else mark.start()
                depth += 1
            else:
                depth = max(0, depth - 1)
            mark = next(marks, None)
        found.append(opened if depth else None)
    return found


@dataclass(slots=True)
class _Clock:
    """How far the telling has come.

    `year` is carried on, set at `told`; `spoken` is the last single year written, also one that is not carried on;
    the last month and day ended at `place`.
    """

    year: int | None = None
    told: int = 0
    spoken: int | None = None
    month: int | None = None
    day: int = 0
    place: int = 0

    def set(self, part: Part, year: int) -> None:
        if part.last.month is not None:
            self.month, self.day, self.place = part.last.month, part.last.day or 0, part.end
        elif year != self.year:
            self.month = None
        self.year = self.spoken = year
        self.told = part.end

    def later(self, words: re.Match[str]) -> None:
        many = words["many"]
        if self.year is None or words["vague"]:
            self.year = None
        else:
            self.year += (_NUMBER_WORDS.get(many) or int(many)) if many else 1
            self.month = None


def _implied(text: str, parts: list[Part], named: list[bool], brackets: list[int | None]) -> list[int | None]:
    years: list[int | None] = []
    clock, outside = _Clock(), _Clock()
    bracket: int | None = None
    breaks = [found.end() for found in re.finditer("\n", text)]
    told = 0
    for index, part in enumerate(parts):
        if brackets[index] != bracket:
            if bracket is not None:
                clock = outside
            outside, bracket = replace(clock), brackets[index]
        for words in _LATER.finditer(text, told, part.start) if text.find("ปี", told, part.start) >= 0 else ():
            clock.later(words)
        told = part.end
        if part.kind in _PARTIAL and not part.has_year:
            shift = _YEAR_SAID.match(text, part.end)
            told = shift.end() if shift else part.end
            year = None if named[index] else _year_of(text, parts, index, clock, shift)
            years.append(year)
            if year is not None:
                clock.set(part, year)
            continue
        years.append(None)
        year = _carries(part)
        if year is None:
            continue
        behind = _AFTER_GLOSS.search(text[max(0, part.start - 8) : part.start]) is not None
        back = behind and clock.year is not None and year < clock.year
        if named[index] or (back and clock.told >= _line_start(breaks, part.start)):
            clock.spoken = year
        else:
            clock.set(part, year)
    return years


def _line_start(breaks: list[int], offset: int) -> int:
    """Where the line of an offset begins."""
    index = bisect_right(breaks, offset)
    return breaks[index - 1] if index else 0


def _carries(part: Part) -> int | None:
    """The year that a date with a year hands on: its last, unless it is a range of years or vaguer than a year."""
    if part.last.scale != "year" or part.kind in ("decade", "century"):
        return None
    group = part.groups[-1]
    return group[-1].year if group[0].year == group[-1].year or group[-1].month is not None else None


def _year_of(text: str, parts: list[Part], index: int, clock: _Clock, shift: re.Match[str] | None) -> int | None:
    part = parts[index]
    ahead = _year_ahead(text, parts, index)
    if ahead is not None:
        return ahead
    if _EVERY_YEAR.search(text[max(0, part.start - 16) : part.start]) or text.startswith("ของทุก", part.end):
        return None
    if shift and shift["which"] in ("เดียวกัน", "นั้น", "ดังกล่าว"):
        return clock.spoken or clock.year
    if clock.year is None:
        return None
    if shift:
        return clock.year - 1 if shift["which"] in ("ก่อน", "ที่แล้ว") else clock.year + 1
    return clock.year + _lapse(text, part, clock)


def _year_ahead(text: str, parts: list[Part], index: int) -> int | None:
    """The year that a date shares with the next one: A และ B ค.ศ. ๑๙๑๘, A (B) ค.ศ. ๑๙๑๗."""
    part, following = parts[index], parts[index + 1 : index + 3]
    if following and following[0].has_year and following[0].kind in _PARTIAL:
        return following[0].first.year if _AND.fullmatch(text, part.end, following[0].start) else None
    if following and following[0].has_year and _CLOSING.fullmatch(text, part.end, following[0].start):
        return following[0].first.year if following[0].kind == "year" else None
    if len(following) == 2 and following[1].kind == "year" and _OPENING.fullmatch(text, part.end, following[0].start):
        return following[1].first.year if _CLOSING.fullmatch(text, following[0].end, following[1].start) else None
    return None


def _lapse(text: str, part: Part, clock: _Clock) -> int:
    """How many years later a date without a year is: 0 unless it goes back and the words show that time went on."""
    month, day = part.first.month or 0, part.first.day or (1 if part.qualifier == "ต้น" else 0)
    if clock.month is None or month > clock.month or (month == clock.month and (day == 0 or day >= clock.day)):
        return 0
    lasting = _LASTING.search(text, max(clock.place, part.start - 2000), part.start)
    if lasting:
        return int(lasting["many"])
    return 1 if _THEN.search(text[max(0, part.start - 24) : part.start]) else 0
