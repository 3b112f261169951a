"""Eras, months and years: the words Thai prose uses for them, and their values as years of the Common Era."""

import re
from dataclasses import dataclass, replace
from typing import Final, Literal

Scale = Literal["year", "decade", "century"]

SPACE: Final = "[ \\u00a0\\t\\u200b]{0,3}"
NUMBER: Final = "[0-9๐-๙]"
DASH: Final = "[-‐‑‒–—−]"

MONTHS: Final[dict[str, int]] = {
    "มกราคม": 1,
    "กุมภาพันธ์": 2,
    "กุมพาพันธ์": 2,
    "กุมภาพันธุ์": 2,
    "มีนาคม": 3,
    "เมษายน": 4,
    "เเมษายน": 4,
    "พฤษภาคม": 5,
    "พฤกษภาคม": 5,
    "มิถุนายน": 6,
    "มิถุนายาน": 6,
    "กรกฎาคม": 7,
    "กรกฏาคม": 7,
    "สิงหาคม": 8,
    "กันยายน": 9,
    "ตุลาคม": 10,
    "พฤศจิกายน": 11,
    "พฤษจิกายน": 11,
    "ธันวาคม": 12,
}
SHORT_MONTHS: Final[dict[str, int]] = {
    "ม.ค.": 1,
    "ก.พ.": 2,
    "มี.ค.": 3,
    "เม.ย.": 4,
    "พ.ค.": 5,
    "มิ.ย.": 6,
    "ก.ค.": 7,
    "ส.ค.": 8,
    "ก.ย.": 9,
    "ต.ค.": 10,
    "พ.ย.": 11,
    "ธ.ค.": 12,
}
ENGLISH_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
FULL_MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
SHORT_MONTH: Final = "|".join(re.escape(name) for name in sorted(SHORT_MONTHS, key=len, reverse=True))

CE_WORDS: Final = r"ค\.[ \u00a0]?ศ\.?|คริสต์ศักราช|คริสตศักราช"
BE_WORDS: Final = r"พ\.[ \u00a0]?ศ\.?|พุทธศักราช"
OTHER_WORDS: Final = r"ร\.[ \u00a0]?ศ\.|รัตนโกสินทร์ศก|จ\.[ \u00a0]?ศ\.|จุลศักราช|ม\.[ \u00a0]?ศ\.|มหาศักราช"
ERA: Final = rf"(?:{CE_WORDS}|{BE_WORDS}|{OTHER_WORDS})"
BEFORE_CHRIST: Final = r"ก่อน[ \u00a0]?(?:คริสต์?ศักราช|คริสต์?กาล|ค\.[ \u00a0]?ศ\.?)"

# The year of each era that comes before its year 1, counted in the Common Era.
_EPOCHS: Final = {"CE": 0, "BE": -543, "RS": 1781, "CS": 638, "SS": 78}
_ERA_LETTERS: Final = {"ค": "CE", "พ": "BE", "ร": "RS", "จ": "CS", "ม": "SS"}
_DAYS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def era_of(word: str) -> str:
    """The code of an era word: CE (ค.ศ.), BE (พ.ศ.), RS (ร.ศ.), CS (จ.ศ.) or SS (ม.ศ.)."""
    return _ERA_LETTERS[word[0]]


def month_number(name: str) -> int:
    """1 to 12, for a month as written in full or short."""
    return MONTHS.get(name) or SHORT_MONTHS[name]


def ce_year(number: int, era: str) -> int:
    """The Common Era year of a year of another era; 44 BC is -44 and there is no year 0.

    "BBE" counts back from พ.ศ. ๑ (ก่อนพุทธศักราช). พ.ศ. is taken as ค.ศ. + 543 throughout, the scholarly convention,
    January to March before 1941 included.

    >>> ce_year(2422, "BE"), ce_year(112, "RS"), ce_year(500, "BE"), ce_year(44, "BCE")
    (1879, 1893, -44, -44)
    """
    if era == "BCE":
        return -number
    if era == "BBE":
        return -number - 543
    year = number + _EPOCHS[era]
    return year if year > 0 else year - 1


def shorten_end(first: str, second: str) -> str:
    """The end of a range written short, in full: ("1904", "05") gives "1905"; anything else comes back unchanged."""
    if len(second) < len(first) and len(first) >= 3 and int(second) < int(first):
        return first[: len(first) - len(second)] + second
    return second


def _iso_year(year: int) -> str:
    if year > 0:
        return f"{year:04d}"
    return f"-{-year - 1:04d}" if year < -1 else "0000"


def _real_day(year: int | None, month: int, day: int, *, julian: bool) -> bool:
    if not 1 <= day <= _DAYS[month - 1]:
        return False
    leap = year is None or (year % 4 == 0 and (julian or year % 100 != 0 or year % 400 == 0))
    return leap or (month, day) != (2, 29)


@dataclass(frozen=True, slots=True)
class Stamp:
    """One point of time as precisely as it is written: a century, decade, year, month or day.

    `year` is a Common Era year (44 BC is -44); for a decade its first year (1920), for a century the number
    of the hundred years (18 for "18XX").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    scale: Scale = "year"

    @property
    def iso(self) -> str:
        """ISO 8601 / EDTF: 1905, 1905-10, 1905-10-07, --10, --10-07, 192X, 18XX; 44 BC is -0043.

        A day the Gregorian calendar does not have (31 April, 29 February 1900) is left out: the month stands alone.
        """
        if self.scale == "century":
            return f"{self.year or 0:02d}XX"
        if self.scale == "decade":
            return f"{(self.year or 0) // 10:03d}X"
        head = "-" if self.year is None else _iso_year(self.year)
        if self.month is None:
            return head
        body = f"{head}-{self.month:02d}"
        if self.day is None or not _real_day(self.year, self.month, self.day, julian=False):
            return body
        return f"{body}-{self.day:02d}"

    @property
    def impossible(self) -> bool:
        """Whether a day is written that neither calendar has (29 February 1900 is a day of the Julian one)."""
        if self.day is None or self.month is None:
            return False
        return not _real_day(self.year, self.month, self.day, julian=True)

    def in_year(self, year: int | None) -> "Stamp":
        """The same stamp with its year set."""
        return replace(self, year=year)

    def order(self, first: bool) -> tuple[int, int, int]:
        """A key to compare stamps by: of the first or of the last day that is covered."""
        low, high = self.years()
        if first:
            return (low, self.month or 1, self.day or 1)
        return (high, self.month or 12, self.day or 31)

    def years(self) -> tuple[int, int]:
        """First and last Common Era year covered; (0, 0) where no year is known.

        A century is counted from its year 1 (the 19th is 1801–1900), a decade from its year 0 (1920–1929).
        """
        if self.year is None:
            return (0, 0)
        if self.scale == "century":
            return (self.year * 100 + 1, self.year * 100 + 100)
        if self.scale == "decade":
            return (self.year, self.year + 9)
        return (self.year, self.year)
