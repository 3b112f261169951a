"""Reading one date at one place of a text: its qualifier, weekday, days, months, season and year."""

import re
from dataclasses import replace
from typing import Final

from entries.text.dates.calendar import DASH, FULL_MONTH, NUMBER, SHORT_MONTH, SPACE, Stamp, month_number
from entries.text.dates.values import Group, Kind, Part, groups_in_year
from entries.text.dates.years import read_bare_years, read_before_christ, read_century, read_decade, read_years

_WEEKDAY: Final = "วัน(?:อาทิตย์|จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์)"
_POSITION: Final = "ครึ่งแรก|ครึ่งหลัง|ต้น|กลาง|ปลาย|สิ้น"
_QUALIFIER: Final = re.compile(
    rf"(?P<about>(?:ประมาณ|ราว)(?:{SPACE}ๆ)?)?{SPACE}(?:(?P<position>{_POSITION})(?:ของ|แห่ง)?)?(?P<gap>{SPACE})"
)
# Before a qualifier that stands apart from its date; elsewhere it ends another word (เป็นต้น, คณะกรรมการกลาง).
_QUALIFIER_OPENS: Final = re.compile(
    r"(?:[\s(\[“‘\"'–—-]|ใน|เมื่อ|ตั้งแต่|นับแต่|จน|ถึง|ช่วง|ตอน|ราว|ประมาณ|ระหว่าง|และ|หรือ|หลัง|ก่อน|กระทั่ง)\Z"
)
_DAYS: Final = re.compile(
    rf"(?P<word>{_WEEKDAY}{SPACE}(?:ที่)?{SPACE}|วันที่{SPACE})?"
    rf"(?P<first>{NUMBER}{{1,2}})(?!{NUMBER})"
    rf"(?:{SPACE}(?:{DASH}|(?:จน)?ถึง|ต่อ(?:กับ|เช้า|คืน)?){SPACE}(?:เช้า|คืน)?(?:วันที่{SPACE})?(?P<to>{NUMBER}{{1,2}})(?!{NUMBER})"
    rf"|(?P<more>(?:{SPACE}(?:,{SPACE}(?:และ|หรือ)?|และ|หรือ|กับ){SPACE}(?:วันที่{SPACE})?{NUMBER}{{1,2}}(?!{NUMBER})){{1,8}}))?"
    rf"{SPACE}(?P<of>(?:ของ)?เดือน{SPACE})?(?P<month>{FULL_MONTH}|{SHORT_MONTH})"
)
_MONTH: Final = re.compile(
    rf"(?P<word>เดือน{SPACE})?(?P<first>{FULL_MONTH}|{SHORT_MONTH})"
    rf"(?:{SPACE}(?P<join>{DASH}|(?:จน)?ถึง|,|และ|หรือ|กับ){SPACE}(?:เดือน{SPACE})?(?P<second>{FULL_MONTH}|{SHORT_MONTH}))?"
)
_SEASON: Final = re.compile(r"ฤดู(?:ใบไม้ผลิ|ใบไม้ร่วง|ร้อน|หนาว|ฝน|แล้ง|มรสุม|เก็บเกี่ยว|น้ำหลาก)")
_BEFORE_YEAR: Final = re.compile(rf"{SPACE},?{SPACE}(?:(?:ของ|แห่ง)(?=ปี|{SPACE}ค\.|{SPACE}พ\.))?{SPACE}")
_COUNTED: Final = re.compile(rf"(?:ที่|[./]|{NUMBER},?){SPACE}\Z")


def read_part(text: str, at: int) -> Part | None:
    """The date that begins exactly at the offset, its qualifier included, or None."""
    opening = _QUALIFIER.match(text, at)
    if opening is None or opening.end() == at:
        return _read_plain(text, at)
    if opening["about"] is None and opening["position"] is None:
        return None
    if opening["gap"] and not _stands_alone(text, at):
        return None
    if opening["position"] is None and text[opening.end() : opening.end() + 1].isdecimal():
        before = read_before_christ(text, opening.end())
        plain = before or _read_days(text, opening.end())
    else:
        plain = _read_plain(text, opening.end())
    if plain is None or (opening["position"] and plain.kind.startswith("day")):
        return None
    words = "".join(word for word in (opening["about"], opening["position"], plain.qualifier) if word)
    return replace(plain, start=at, qualifier=words)


def _stands_alone(text: str, at: int) -> bool:
    return at == 0 or _QUALIFIER_OPENS.search(text[max(0, at - 12) : at]) is not None


def _read_plain(text: str, at: int) -> Part | None:
    """A date without a qualifier; of bare numbers only days and years before Christ."""
    if text[at : at + 1].isdecimal():
        return _read_days(text, at) or read_before_christ(text, at)
    return (
        _read_days(text, at)
        or _read_months(text, at)
        or read_before_christ(text, at)
        or read_years(text, at)
        or read_decade(text, at)
        or read_century(text, at)
        or _read_season(text, at)
        or (read_bare_years(text, at) if text.startswith("ปี", at) else None)
    )


def _year_behind(text: str, at: int, *, several: bool = False) -> Part | None:
    """The year that belongs to what ends at the offset."""
    gap = _BEFORE_YEAR.match(text, at)
    begin = gap.end() if gap else at
    return read_years(text, begin, alone=not several) or read_bare_years(text, begin, alone=not several)


def _with_year(text: str, start: int, end: int, kind: Kind, groups: tuple[Group, ...]) -> Part:
    year = _year_behind(text, end)
    if year is None:
        return Part(start, end, kind, groups)
    return Part(start, year.end, kind, groups_in_year(groups, year.first.year), year.era, bare=year.bare)


def _read_days(text: str, at: int) -> Part | None:
    match = _DAYS.match(text, at)
    if match is None:
        return None
    if match["word"] is None and (
        match["of"] or int(match["first"]) > 31 or _COUNTED.search(text[max(0, at - 6) : at])
    ):
        return None
    month = month_number(match["month"])
    first = Stamp(month=month, day=int(match["first"]))
    groups: tuple[Group, ...] = ((first,),)
    kind: Kind = "day"
    if match["to"]:
        groups, kind = ((first, Stamp(month=month, day=int(match["to"]))),), "day_range"
        if int(match["to"]) < int(match["first"]):
            return None
    elif match["more"]:
        days = re.findall(rf"{NUMBER}{{1,2}}", match["more"])
        groups, kind = ((first,), *((Stamp(month=month, day=int(day)),) for day in days)), "day_list"
    return _with_year(text, at, match.end(), kind, groups)


def _read_months(text: str, at: int) -> Part | None:
    match = _MONTH.match(text, at)
    if match is None:
        return None
    short = match["first"].endswith(".")
    first = Stamp(month=month_number(match["first"]))
    if match["second"]:
        second = Stamp(month=month_number(match["second"]))
        listed = match["join"] in (",", "และ", "หรือ", "กับ")
        shared = (first.month or 0) < (second.month or 0) or not _year_behind(text, match.end())
        # ค.ศ. after the second month only is the year of both; from December to January it is not
        if shared and first != second and (match["word"] or not short) and not (listed and follows_between(text, at)):
            groups: tuple[Group, ...] = ((first,), (second,)) if listed else ((first, second),)
            if listed or (first.month or 0) < (second.month or 0):
                return _with_year(text, at, match.end(), "month_list" if listed else "month_range", groups)
    part = _with_year(text, at, match.end("first"), "month", ((first,),))
    return part if match["word"] or not short or part.has_year else None


def _read_season(text: str, at: int) -> Part | None:
    match = _SEASON.match(text, at)
    year = _year_behind(text, match.end(), several=True) if match else None
    return replace(year, start=at, kind="season") if year else None


def follows_between(text: str, at: int) -> bool:
    """Whether the date that begins at the offset follows ระหว่าง, after which และ and กับ mean "to"."""
    return text[max(0, at - 12) : at].rstrip(" \u00a0").endswith("ระหว่าง")
