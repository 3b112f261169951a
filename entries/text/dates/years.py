"""Reading years, ranges and lists of years, decades and centuries at one place of a text."""

import re
from typing import Final

from entries.text.dates.calendar import (
    BEFORE_CHRIST,
    CE_WORDS,
    DASH,
    ERA,
    FULL_MONTH,
    NUMBER,
    SHORT_MONTH,
    SPACE,
    Stamp,
    ce_year,
    era_of,
    shorten_end,
)
from entries.text.dates.values import Group, Kind, Part

# A number that goes on (๑,๕๐๐ · ๑.๕ · 1917-10-25) is no year.
_CLOSED: Final = rf"(?!{NUMBER}|[,./]{NUMBER}|-{NUMBER}{{1,2}}-{NUMBER})"
_UNITS: Final = (
    "คน|นาย|ชีวิต|ราย|ครอบครัว|ครัวเรือน|กิโล|เมตร|ไมล์|เส้น|วา|ฟุต|ตาราง|ไร่|เอเคอร์|เฮกตาร์|ปี|เดือน|วัน|ชั่วโมง|นาที|ครั้ง|"
    "บาท|ปอนด์|ดอลลาร์|ฟรังก์|มาร์ค|รูเบิล|ตัน|กิโลกรัม|ลิตร|หน้า|เล่ม|ฉบับ|เรื่อง|ชิ้น|แห่ง|แห่|หลัง|คัน|ลำ|กระบอก|เครื่อง|หมู่บ้าน|เมือง|"
    "พัน|หมื่น|แสน|ล้าน|เท่า|ร้อยละ|เปอร์เซ็นต์|%|องศา|กอง|กรม|กองพล|หน่วย|ข้อ|มาตรา|ที่นั่ง|เสียง|ตัว|องค์|รูป|สาย|แรงม้า|โรง|สาขา|ชื่อ|คำ"
)
# The same, but another year may stand behind a stroke (๑๙๑๗/๑๙๑๘, ๑๙๑๗/๑๘).
_STROKE: Final = rf"/(?P<next>{NUMBER}{{2}}(?:{NUMBER}{{2}})?)(?!{NUMBER}|[,./]{NUMBER})"
_CLOSED_YEAR: Final = (
    rf"(?!{NUMBER}|[,.]{NUMBER}|(?!{_STROKE.replace('?P<next>', '?:')})/{NUMBER}|-{NUMBER}{{1,2}}-{NUMBER})"
)
_NO_UNIT: Final = rf"(?!{SPACE}(?:กว่า|เศษ)?{SPACE}(?:{_UNITS}))"
_TO: Final = rf"(?:{DASH}|(?:ไป)?จนถึง|ถึง)"

_YEAR: Final = re.compile(rf"(?:ปี{SPACE})?(?P<era>{ERA}){SPACE}(?P<a>{NUMBER}{{1,4}}){_CLOSED_YEAR}")
_YEAR_WORD: Final = re.compile(rf"ปี{SPACE}")
_BARE_YEAR: Final = re.compile(rf"(?P<a>{NUMBER}{{4}})(?!-{NUMBER}{{1,2}}-){_CLOSED_YEAR}{_NO_UNIT}")
_YEAR_STROKE: Final = re.compile(_STROKE)
_YEAR_TO: Final = re.compile(
    rf"{SPACE}(?:{DASH}{SPACE}(?:(?:ปี{SPACE})?(?P<era>{ERA}){SPACE})?|{_TO}{SPACE}(?:ปี{SPACE})?)"
    rf"(?P<b>{NUMBER}{{1,4}}){_CLOSED}{_NO_UNIT}"
)
_YEAR_AND: Final = re.compile(
    rf"(?:{SPACE},{SPACE}(?:และ|หรือ)?|{SPACE}(?:และ|หรือ|กับ|ตลอดจน)){SPACE}"
    rf"(?:(?:ปี{SPACE})?(?P<era>{ERA}){SPACE})?(?P<b>{NUMBER}{{3,4}}){_CLOSED}{_NO_UNIT}"
)
_DECADE: Final = re.compile(
    rf"(?P<era>คริสต์?|พุทธ)?ทศวรรษ{SPACE}(?:ที่|แห่ง|ของ)?{SPACE}(?:ปี{SPACE})?(?P<mark>{ERA})?{SPACE}(?P<a>{NUMBER}{{3,4}})s?{_CLOSED}"
)
_DECADE_MORE: Final = re.compile(
    rf"{SPACE}(?P<join>{_TO}|,|และ|หรือ|กับ){SPACE}(?:(?:คริสต์?|พุทธ)?ทศวรรษ{SPACE}(?:ที่)?{SPACE})?(?:{ERA}{SPACE})?"
    rf"(?P<b>{NUMBER}{{2,4}})s?{_CLOSED}{_NO_UNIT}"
)
_TENS: Final = {"สิบ": 10, "ยี่สิบ": 20}
_ONES: Final = {"เอ็ด": 1, "หนึ่ง": 1, "สอง": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6, "เจ็ด": 7, "แปด": 8, "เก้า": 9}
_WORDS: Final = {tens + ones: ten + one for tens, ten in _TENS.items() for ones, one in _ONES.items()} | _TENS | _ONES
_ORDINAL: Final = rf"(?:{NUMBER}{{1,2}}{_CLOSED}|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
_CENTURY: Final = re.compile(rf"(?P<era>คริสต์?|พุทธ)?ศตวรรษ{SPACE}(?:ที่)?{SPACE}(?P<a>{_ORDINAL})")
_CENTURY_MORE: Final = re.compile(
    rf"{SPACE}(?P<join>{_TO}|,|และ|หรือ|กับ){SPACE}(?:(?P<word>(?:คริสต์?|พุทธ)?ศตวรรษ{SPACE}(?:ที่)?|ที่){SPACE})?"
    rf"(?P<b>{_ORDINAL}){_NO_UNIT}"
)
_CENTURY_BEHIND: Final = re.compile(
    rf"(?P<position>ต้น|กลาง|ปลาย|ครึ่งแรก|ครึ่งหลัง){SPACE}(?P<a>{_ORDINAL})(?!{SPACE}(?:{FULL_MONTH}|{SHORT_MONTH})){_NO_UNIT}"
)
_CENTURY_BC: Final = re.compile(rf"{SPACE}{BEFORE_CHRIST}(?!{SPACE}{NUMBER})")
_BC_BEHIND: Final = re.compile(
    rf"(?:(?:ปี{SPACE})?(?:{CE_WORDS}){SPACE})?(?P<a>{NUMBER}{{1,5}}){_CLOSED}(?:{SPACE}{_TO}{SPACE}(?P<b>{NUMBER}{{1,5}}){_CLOSED})?{SPACE}(?:ปี{SPACE})?"
    rf"(?:{BEFORE_CHRIST}|B\.?C\.?(?:E\.?)?(?![A-Za-z]))(?!\.?{SPACE}{NUMBER})"
)
_BC_AHEAD: Final = re.compile(
    rf"{BEFORE_CHRIST}{SPACE}(?P<about>ประมาณ|ราว)?{SPACE}(?P<a>{NUMBER}{{1,5}}){_CLOSED}"
    rf"(?:{SPACE}{_TO}{SPACE}(?P<b>{NUMBER}{{1,5}}){_CLOSED})?(?P<years>{SPACE}ปี)?"
)
_MOST_PARTS: Final = 30
#: A year behind a stroke is at most so much later: seasons and terms of office, not numbers of files.
_FARTHEST: Final = 10
_POSITION_BEFORE: Final = re.compile(r"(?:ต้น|กลาง|ปลาย|ครึ่งแรก|ครึ่งหลัง)(?:ของ|แห่ง)?[ \u00a0]{0,3}\Z")


def _kind(unit: str, groups: tuple[Group, ...]) -> Kind:
    ending = "_list" if len(groups) > 1 else "_range" if len(groups[0]) > 1 else ""
    kinds: dict[str, Kind] = {
        "year": "year",
        "year_range": "year_range",
        "year_list": "year_list",
        "decade": "decade",
        "decade_range": "decade_range",
        "decade_list": "decade_list",
        "century": "century",
        "century_range": "century_range",
        "century_list": "century_list",
    }
    return kinds[unit + ending]


def bare_era(number: int) -> str | None:
    """The era of a year written without one: CE for 1000–2100, BE for 2300–2700, None for what is hardly a year."""
    if 1000 <= number <= 2100:
        return "CE"
    return "BE" if 2300 <= number <= 2700 else None


def read_years(text: str, at: int, *, alone: bool = False) -> Part | None:
    """The year, range or list of years that begins at the offset with its era (ค.ศ. ๑๙๐๓–๑๙๑๒), or None.

    `alone` reads one year only, for a date whose year it is.
    """
    match = _YEAR.match(text, at)
    if match is None:
        return None
    era = era_of(match["era"])
    return _more_years(text, at, match.end(), era, match["a"], alone=alone, bare=False)


def read_bare_years(text: str, at: int, *, alone: bool = False) -> Part | None:
    """The year or years of four figures without an era that begin at the offset, or None.

    Whether a number there can be a year at all is for the caller to see from what stands around it.
    """
    begin = _YEAR_WORD.match(text, at)
    match = _BARE_YEAR.match(text, begin.end() if begin else at)
    era = bare_era(int(match["a"])) if match else None
    if match is None or era is None:
        return None
    return _more_years(text, at, match.end(), era, match["a"], alone=alone, bare=True)


def _more_years(text: str, start: int, end: int, era: str, first: str, *, alone: bool, bare: bool) -> Part | None:
    if int(first) == 0:
        return None
    groups: list[Group] = []
    while True:
        year = ce_year(int(first), era)
        group: Group = (Stamp(year),)
        stroke = None if alone else _beside_stroke(text, end, first)
        if stroke:
            group, end = (Stamp(year), Stamp(ce_year(stroke[0], era))), stroke[1]
        to = None if alone or stroke else _YEAR_TO.match(text, end)
        if to and (to["era"] is None or era_of(to["era"]) == era):
            last = ce_year(int(shorten_end(first, to["b"])) or 1, era)
            # a short number after ถึง counts something else (ค.ศ. ๑๙๐๕ ถึง ๒๐ …)
            if last > year and (len(to["b"]) >= 3 or "ถึง" not in to.group()):
                group, end = (Stamp(year), Stamp(last)), to.end()
        groups.append(group)
        more = None if alone or len(groups) >= _MOST_PARTS else _YEAR_AND.match(text, end)
        if more is None or (more["era"] and era_of(more["era"]) != era) or int(more["b"]) == 0:
            break
        if not more["era"] and (len(more["b"]) != len(first) or ce_year(int(more["b"]), era) <= (group[-1].year or 0)):
            break
        first, end = more["b"], more.end()
    return Part(start, end, _kind("year", tuple(groups)), tuple(groups), era, bare=bare)


def _beside_stroke(text: str, at: int, first: str) -> tuple[int, int] | None:
    """The later year behind a stroke that stands at the offset (๑๙๑๗/๑๙๑๘, ๑๙๑๗/๑๘), and where it ends."""
    stroke = _YEAR_STROKE.match(text, at) if len(first) == 4 else None
    last = int(shorten_end(first, stroke["next"])) if stroke else 0
    return (last, stroke.end()) if stroke and 0 < last - int(first) <= _FARTHEST else None


def read_decade(text: str, at: int) -> Part | None:
    """The decade or decades that begin at the offset (ทศวรรษ ๑๙๒๐, ทศวรรษ ๑๙๒๐–๑๙๓๐), or None."""
    match = _DECADE.match(text, at)
    if match is None or int(match["a"]) == 0:
        return None
    number = match["a"]
    if match["mark"]:
        era = era_of(match["mark"])
    elif match["era"] == "พุทธ":
        era = "BE"
    else:
        era = "CE" if match["era"] else bare_era(int(number)) or "CE"
    end = match.end()
    groups: list[Group] = [_decade(number, era)]
    while len(groups) < _MOST_PARTS and era == "CE":
        more = _DECADE_MORE.match(text, end)
        if more is None:
            break
        listed = more["join"] in (",", "และ", "หรือ", "กับ")
        second = more["b"] if listed else shorten_end(number, more["b"])
        if len(second) != len(number) or int(second) <= int(number):
            break
        stamp = _decade(second, era)[0]
        if listed:
            groups.append((stamp,))
        elif len(groups[-1]) == 1 and "ทศวรรษ" not in more.group():
            groups[-1] = (*groups[-1], stamp)
        else:
            break
        number, end = second, more.end()
    kind: Kind = "decade" if era != "CE" else _kind("decade", tuple(groups))
    return Part(at, end, kind, tuple(groups), era)


def _decade(number: str, era: str) -> Group:
    first = int(number) // 10 * 10
    if era == "CE":
        return (Stamp(first, scale="decade"),)
    return (Stamp(ce_year(first, era)), Stamp(ce_year(first + 9, era)))


def _ordinal(written: str) -> int:
    return _WORDS.get(written) or int(written)


def read_century(text: str, at: int) -> Part | None:
    """The century or centuries that begin at the offset (คริสต์ศตวรรษที่ ๑๘–๑๙, พุทธศตวรรษที่ ๒๕), or None."""
    match = _CENTURY.match(text, at)
    if match is None or not (0 < _ordinal(match["a"]) <= 30):
        return None
    buddhist = match["era"] == "พุทธ"
    positioned = _POSITION_BEFORE.search(text[max(0, at - 16) : at]) is not None
    numbers, joins, end = [_ordinal(match["a"])], [""], match.end()
    while len(numbers) < _MOST_PARTS:
        more = _CENTURY_MORE.match(text, end)
        if more is None:
            break
        ranging = more["join"] not in (",", "และ", "หรือ", "กับ")
        word = more["word"] or ""
        # A century of another reckoning, or one that is not "late" with the first, is a date of its own.
        if "ศตวรรษ" in word and (positioned or (word.startswith(("คริ", "พุทธ")) and word.startswith("พุทธ") != buddhist)):
            break
        if ranging and (joins[-1] == "/" or "ศตวรรษ" in (more["word"] or "")):
            break
        number = _ordinal(more["b"])
        if not 0 < number <= 30 or number == numbers[-1]:
            break
        numbers.append(number)
        joins.append("/" if ranging else ",")
        end = more.end()
    before = None if buddhist else _CENTURY_BC.match(text, end)
    if before:
        end = before.end()
    era = "BE" if buddhist else "BCE" if before else "CE"
    groups: list[Group] = []
    for number, join in zip(numbers, joins, strict=True):
        group = _century(number, era)
        if join == "/":
            groups[-1] = (groups[-1][0], group[-1])
        else:
            groups.append(group)
    kind = _kind("century", tuple(groups))
    if era != "CE":
        kind = "century_list" if len(groups) > 1 else "century_range" if "/" in joins else "century"
    return Part(at, end, kind, tuple(groups), era)


def read_century_behind(text: str, at: int, before: Part) -> Part | None:
    """A century without its word at the offset, behind another one (ปลายคริสต์ศตวรรษที่ ๑๘ และต้น ๑๙), or None."""
    match = _CENTURY_BEHIND.match(text, at)
    if match is None or not before.kind.startswith("century") or before.era == "BCE":
        return None
    number, buddhist = _ordinal(match["a"]), before.era == "BE"
    last = (before.last.year or 0) + 543 if buddhist else ((before.last.year or 0) + 1) * 100
    if not last < number * 100 <= 3000:
        return None
    return Part(at, match.end(), "century", (_century(number, before.era or "CE"),), before.era, match["position"])


def _century(number: int, era: str) -> Group:
    if era == "CE":
        return (Stamp(number - 1, scale="century"),)
    if era == "BE":
        return (Stamp(ce_year(number * 100 - 99, era)), Stamp(ce_year(number * 100, era)))
    return (Stamp(-number * 100), Stamp(-(number * 100 - 99)))


def read_before_christ(text: str, at: int) -> Part | None:
    """Years before Christ that begin at the offset, or None.

    ๔๔ ปีก่อนคริสต์ศักราช, ค.ศ. ๔๔ ก่อนคริสต์ศักราช, ก่อนคริสต์ศักราช ๔๔ ปี and 44 BC are; ก่อน ค.ศ. N ("before the year N" as well) is
    only with ปี behind, as a range that counts down, or below 100.
    """
    match = _BC_BEHIND.match(text, at)
    if match is None:
        match = _BC_AHEAD.match(text, at)
        if match is None:
            return None
        falling = match["b"] is not None and int(match["b"]) < int(match["a"])
        if "ศ." in match.group() and not (match["years"] or falling or int(match["a"]) < 100):
            return None
    years = [int(match["a"])] + ([int(match["b"])] if match["b"] else [])
    if 0 in years:
        return None
    stamps = tuple(Stamp(-year) for year in sorted(years, reverse=True))
    about = match.groupdict().get("about")
    return Part(at, match.end(), "year" if len(stamps) == 1 else "year_range", (stamps,), "BCE", about)
