"""Finding the places of dates in a text and joining two of them into a span."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final

from entries.text.dates.calendar import BEFORE_CHRIST, DASH, ERA, FULL_MONTH, NUMBER, SHORT_MONTH, SPACE
from entries.text.dates.parts import follows_between, read_part
from entries.text.dates.values import Part
from entries.text.dates.years import read_bare_years, read_century_behind

# Every date begins with one of these, each of which begins with a letter; numbers are looked at more closely by
# `_bare_years`.
_OPENINGS: Final = (
    *"0123456789๐๑๒๓๔๕๖๗๘๙",
    *(rf"{letter}\.(?=[ \u00a0]?ศ\.?{SPACE}{NUMBER})" for letter in "คพรจม"),
    rf"ปี(?={SPACE}(?:{NUMBER}|{ERA}))",
    *("คริสต์?(?=ศักราช|ทศวรรษ|ศตวรรษ)", "พุทธ(?=ศักราช|ทศวรรษ|ศตวรรษ)", "รัตนโกสินทร์ศก", "จุลศักราช", "มหาศักราช"),
    *(BEFORE_CHRIST, "ทศวรรษ", "ศตวรรษ", "เดือน", *FULL_MONTH.split("|"), *SHORT_MONTH.split("|")),
    *("วัน(?=ที่|อา|จั|อั|พุ|พฤ|ศุ|เสา)", "ฤดู", "ต้น", "กลาง", "ปลาย", "สิ้น", "ครึ่งแรก", "ครึ่งหลัง", "ราว", "ประมาณ"),
)


def _by_first_letter(patterns: Iterable[str]) -> str:
    """One pattern that finds where any of these matches: sorted by first letters, it takes a third of the time."""
    rests: dict[str, list[str]] = {}
    for pattern in patterns:
        rests.setdefault(pattern[0], []).append(pattern[1:])
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in rests.items())


_OPENING: Final = re.compile(_by_first_letter(_OPENINGS))
_JOIN: Final = re.compile(rf"{SPACE}(?:(?P<to>(?:ไป)?จนถึง|ถึง|ต่อ(?:กับ)?(?=ต้น)|{DASH})|และ|กับ){SPACE}")
_AND: Final = re.compile(rf"{SPACE}(?:,|และ|หรือ|กับ){SPACE}")
_YEAR_OPENS: Final = re.compile(r"(?:ใน|เมื่อ|ตั้งแต่|นับแต่|จนถึง|ระหว่าง|จากปี|จนกระทั่ง|ภายหลัง|ปลาย|กลาง|ต้น)[ \u00a0]{0,2}\Z")
_ALONE_OPENS: Final = re.compile(r"(?:\A|[(\[\r\n;]|[(][^()\n]{0,80}[,;])[ \u00a0]{0,2}\Z")
_ALONE_CLOSES: Final = re.compile(r"[ \u00a0]{0,2}(?:\Z|[)\];\r\n])")
_LATIN_BEFORE: Final = re.compile(r"[A-Za-z\u00c0-\u024f][,.’']?[ \u00a0]{1,2}\Z")
_LATIN_BEHIND: Final = re.compile(r"[ \u00a0]{1,2}[A-Za-z\u00c0-\u024f]{2}")
_MONTH: Final = re.compile(rf"(?:{FULL_MONTH}|{SHORT_MONTH})")
_PAIRS: Final = frozenset({"year_list", "decade_list", "century_list"})
_GLUE: Final = frozenset("0123456789๐๑๒๓๔๕๖๗๘๙.,/-–—")


def find_parts(text: str, ends_name: Callable[[int, int], bool]) -> Iterator[Part]:
    """The dates of the text in order, not overlapping.

    `ends_name(start, end)` says whether the month that stands there closes a name: a year behind it stands apart.
    """
    at = 0
    before: Part | None = None
    while match := _OPENING.search(text, at):
        part = _read_at(text, match.start(), ends_name)
        if part is None and before and _AND.fullmatch(text, before.end, match.start()):
            part = read_century_behind(text, match.start(), before)
        if part is None:
            at = _past_number(text, match.end()) if match.group().isdecimal() else match.start() + 1
        else:
            yield part
            at, before = part.end, part


def _past_number(text: str, at: int) -> int:
    while at < len(text) and text[at] in "0123456789๐๑๒๓๔๕๖๗๘๙":
        at += 1
    return at


def _read_at(text: str, at: int, ends_name: Callable[[int, int], bool]) -> Part | None:
    part = read_part(text, at) or _bare_years(text, at)
    if part is None:
        return None
    if part.kind in ("month", "month_list", "month_range"):
        month_end = _month_end(text, part)
        if month_end < part.end and part.qualifier is None and ends_name(part.start, month_end):
            return Part(part.start, month_end, "month", ((part.first.in_year(None),),))
    if len(part.groups) == 2 and part.kind in _PAIRS and follows_between(text, part.start):
        ends = (part.first, part.last)
        return (
            replace(part, kind="span", groups=(ends,))
            if ends[0].order(first=True) < ends[1].order(first=True)
            else part
        )
    join = _JOIN.match(text, part.end)
    if join and (join["to"] or follows_between(text, part.start)):
        right = read_part(text, join.end()) or read_century_behind(text, join.end(), part)
        span = _span(part, right) if right else None
        if span:
            return span
    return part


def _month_end(text: str, part: Part) -> int:
    found = _MONTH.search(text, part.start, part.end)
    return found.end() if found else part.end


def _span(left: Part, right: Part) -> Part | None:
    """Two dates as one, from the first to the second; None where they do not fit."""
    if len(left.groups) > 1 or len(right.groups) > 1 or "season" in (left.kind, right.kind):
        return None
    if left.era and right.era and left.era != right.era and "BCE" not in (left.era, right.era):
        return None
    first, last = left.first, right.last
    if last.year is not None and first.year is None:
        later = (first.month or 1, first.day or 1) > (last.month or 12, last.day or 31)
        first = first.in_year(last.year - 1 if later else last.year)
    elif first.year is not None and last.year is None:
        later = (first.month or 1, first.day or 1) > (last.month or 12, last.day or 31)
        last = last.in_year(first.year + 1 if later else first.year)
    if first.year is not None and first.order(first=True) >= last.order(first=False):
        return None
    return Part(left.start, right.end, "span", ((first, last),), right.era or left.era)


def _bare_years(text: str, at: int) -> Part | None:
    """A year without an era where nothing but a year can be meant, at the offset of its first figure or of ต้น …."""
    if not text[at : at + 1].isdecimal() or text[max(0, at - 1) : at] in _GLUE:
        return None
    part = read_bare_years(text, at)
    if part is None:
        return None
    before = text[max(0, at - 16) : at]
    if _ALONE_CLOSES.match(text, part.end) and _ALONE_OPENS.search(text[max(0, at - 90) : at]):
        return part
    if _LATIN_BEFORE.search(before[-4:]) or (_LATIN_BEHIND.match(text, part.end) and part.era == "CE"):
        return part if part.era == "CE" else None
    return part if _YEAR_OPENS.search(before) else None
