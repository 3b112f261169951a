"""Whether a date is part of a name: การปฏิวัติเดือนตุลาคม, the Revolution of 1905."""

import re
from collections.abc import Collection
from typing import Final

from entries.text.dates.calendar import ENGLISH_MONTHS, FULL_MONTH, NUMBER, SPACE
from entries.text.dates.values import Part
from entries.text.thai import arabic_digits

NAME_HEADS: Final = (
    "ปฏิวัติ",
    "แถลงการณ์",
    "เหตุการณ์",
    "กบฏ",
    "ขบถ",
    "นิพนธ์",
    "ราชวงศ์",
    "ระบอบกษัตริย์",
    "ระบอบราชาธิปไตย",
    "พรรค",
    "กลุ่ม",
    "พวก",
    "ขบวนการ",
    "สมาคม",
    "วิกฤตการณ์",
    "ข้อกำหนด",
    "กฎหมาย",
    "กฤษฎีกา",
    "อนุสัญญา",
    "ประกาศนียบัตร",
)
"""Class nouns that a month glued behind them turns into a name, whatever follows."""

LOOSE_NAME_HEADS: Final = (
    "รัฐประหาร",
    "จลาจล",
    "การลุกฮือ",
    "การลุกขึ้นสู้",
    "รัฐธรรมนูญ",
    "สนธิสัญญา",
    "ข้อตกลง",
    "คำประกาศ",
    "สงคราม",
    "การสังหารหมู่",
    "วันแห่ง",
)
"""Class nouns that do so only where no year follows: รัฐประหารเดือนธันวาคม ค.ศ. ๑๘๕๑ is a date."""

_ADJECTIVES: Final = "(?:ใหญ่|อันยิ่งใหญ่|สังคมนิยม|แห่ง|ของ)?"
_HEAD: Final = re.compile(rf"(?:{'|'.join(NAME_HEADS)}){_ADJECTIVES}\Z")
_LOOSE_HEAD: Final = re.compile(rf"(?:{'|'.join(LOOSE_NAME_HEADS)}){_ADJECTIVES}\Z")
_DAY_HEAD: Final = re.compile(rf"(?:ปฏิวัติ|รัฐประหาร|เหตุการณ์|กบฏ|ขบวนการ|กลุ่ม|พรรค){SPACE}\Z")
_GLOSS: Final = re.compile(rf"[”’\"']?{SPACE}\(([^()\n]{{1,200}})\)")
_MONTHS: Final = "|".join(ENGLISH_MONTHS)
_ENGLISH_MONTH: Final = re.compile(rf"\b(?:{_MONTHS})\b")
_ENGLISH_WORD: Final = re.compile(rf"(?!(?:{_MONTHS}|of|the|in|AD|CE|BC)\b)\b[A-Za-z\u00c0-\u024f]{{3,}}")
_ENGLISH_LINK: Final = re.compile(
    r"\b(?:of|in|from|Act|Law|Acts|Laws|Charter)(?: the)?(?: [Yy]ears?)?[ \u00a0](?:c\. ?)?\Z|\bOf[ \u00a0]\Z"
)
_LATIN_BEHIND: Final = re.compile(r"[ \u00a0]{1,2}[A-Za-z\u00c0-\u024f]{2}")
_LATIN_BEFORE: Final = re.compile(r"[A-Za-z\u00c0-\u024f][.’']?[ \u00a0]{1,2}\Z")
_YEARS: Final = re.compile(rf"{NUMBER}{{3,4}}")
_SAYS_DATE: Final = re.compile(rf"{NUMBER}{{3,4}}|{FULL_MONTH}")
_LISTED: Final = re.compile(r"(?:\A|\n)- [^\n]{2,120}\Z")


def month_ends_name(text: str, start: int, year_follows: bool) -> bool:
    """Whether the month that begins at the offset (of เดือน) closes a name begun by a class noun glued before it."""
    before = text[max(0, start - 40) : start]
    if _HEAD.search(before):
        return True
    return not year_follows and _LOOSE_HEAD.search(before) is not None


class KnownNames:
    """The places of a text where one of the given names stands that holds a year or a month.

    Names compare with Thai and Arabic digits alike, otherwise letter by letter. A list line of the text itself
    ("- การปฏิวัติรัสเซีย ค.ศ. ๑๙๐๕") is a name too.
    """

    def __init__(self, text: str, names: Collection[str]) -> None:
        # By the year or month that a name has first: how far before it the name begins, how long it is, and which.
        dated: dict[str, dict[tuple[int, int], set[str]]] = {}
        for name in (arabic_digits(name).strip() for name in names):
            if said := _SAYS_DATE.search(name):
                dated.setdefault(said[0], {}).setdefault((said.start(), len(name)), set()).add(name)
        plain = arabic_digits(text) if dated else ""
        self._spans: list[tuple[int, int]] = []
        for said in _SAYS_DATE.finditer(plain):
            for (before, length), known in dated.get(said[0], {}).items():
                start = said.start() - before
                if start >= 0 and plain[start : start + length] in known:
                    self._spans.append((start, start + length))
        self._spans.sort()
        self._ends = {end for _, end in self._spans}

    def ends(self, offset: int) -> bool:
        """Whether a name ends at the offset."""
        return offset in self._ends

    def cover(self, parts: list[Part]) -> set[int]:
        """The starts of the parts (in order) that stand wholly inside a name and are not all of it."""
        covered: set[int] = set()
        reach, index = [-1, -1], 0
        for part in parts:
            while index < len(self._spans) and self._spans[index][0] <= part.start:
                if self._spans[index][1] > reach[1]:
                    reach = list(self._spans[index])
                index += 1
            if reach[0] <= part.start and part.end <= reach[1] and (reach[0], reach[1]) != (part.start, part.end):
                covered.add(part.start)
        return covered


def is_named(text: str, part: Part, in_parenthesis: bool) -> bool:
    """Whether what stands around a date shows that it is part of a name.

    A month is, glued behind a class noun (การปฏิวัติเดือนตุลาคม) or before a gloss with a month in it; a year is, in
    running English (Revolution of 1905), before a gloss that has the same year in its name, in a name of the kind
    กบฏ ร.ศ. ๑๓๐, and at the end of a list line.
    """
    if part.qualifier:
        return False
    if part.kind in ("month", "month_range", "month_list") and not part.has_year:
        listed = _ends_list_line(text, part)
        return listed or month_ends_name(text, part.start, year_follows=False) or _glossed_month(text, part)
    if part.kind == "day" and not part.has_year:
        return text[part.start].isdecimal() and _DAY_HEAD.search(text[max(0, part.start - 20) : part.start]) is not None
    if part.kind not in ("year", "year_range", "year_list", "decade", "month"):
        return False
    before = text[max(0, part.start - 124) : part.start]
    if part.bare and _in_english(text, part, in_parenthesis):
        return True
    if part.era == "RS" and _DAY_HEAD.search(before):
        return True
    return _ends_list_line(text, part) or (part.kind != "decade" and _glossed_year(text, part))


def _ends_list_line(text: str, part: Part) -> bool:
    ends_line = part.end == len(text) or text[part.end] in "\r\n"
    return ends_line and _LISTED.search(text[max(0, part.start - 124) : part.start]) is not None


def _in_english(text: str, part: Part, in_parenthesis: bool) -> bool:
    before = text[max(0, part.start - 40) : part.start]
    if text[part.start : part.start + 1] in "๐๑๒๓๔๕๖๗๘๙":
        return False
    if _LATIN_BEHIND.match(text, part.end):
        return True
    if in_parenthesis:
        return _ENGLISH_LINK.search(before) is not None
    return _LATIN_BEFORE.search(before[-4:]) is not None


def _glossed_month(text: str, part: Part) -> bool:
    gloss = _GLOSS.match(text, part.end)
    if gloss is None or not _ENGLISH_MONTH.search(gloss[1]) or _YEARS.search(gloss[1]):
        return False
    glued = part.start > 0 and "\u0e00" <= text[part.start - 1] <= "\u0e7f"
    return glued and _ENGLISH_WORD.search(gloss[1]) is not None


def _glossed_year(text: str, part: Part) -> bool:
    """Whether the gloss behind a year has the same year inside its name (Russian Revolution of 1905)."""
    gloss = _GLOSS.match(text, part.end)
    if gloss is None or not _ENGLISH_WORD.search(gloss[1]):
        return False
    inside = arabic_digits(gloss[1])
    written = [int(number) for number in _YEARS.findall(text[part.start : part.end])]
    for found in _YEARS.finditer(inside):
        if int(found.group()) in written or part.first.year == int(found.group()):
            before, behind = inside[: found.start()], inside[found.end() :]
            return bool(_ENGLISH_LINK.search(before)) or bool(_LATIN_BEHIND.match(behind))
    return False
