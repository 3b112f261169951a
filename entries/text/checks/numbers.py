"""Digits, years and eras."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from entries.text.checks.periods import periods_of
from entries.text.checks.searching import around
from entries.text.checks.spacing import spelled_letters_before
from entries.text.checks.subject import MOST_VALUES, Subject
from entries.text.checks.values import WORDS_LIMIT, Check, Hit
from entries.text.dates import Agreement, is_official_year, year_span
from entries.text.dates.values import DateExpression
from entries.text.findings import Severity
from entries.text.thai import arabic_digits, thai_digits

_DECADE: Final = re.compile(
    r"(?<!พุทธ)ทศวรรษ\s?(?:ที่\s?)?(?:[คพ]\.\s?ศ\.\s?)?(?P<year>[0-9๐-๙]{3}(?P<last>[1-9๑-๙]))(?![0-9๐-๙]|\s?[–—-]\s?[0-9๐-๙])"
)
# In these and others the first letter stands alone, for only then does the engine look for nothing else.
_DIGITS: Final = re.compile("[0-9๐-๙][0-9๐-๙]+")
_MIXED: Final = re.compile(r"(?<![0-9๐-๙])(?:[0-9]+[๐-๙]|[๐-๙]+[0-9])[0-9๐-๙]*")
_ARABIC_DIGITS: Final = re.compile("[0-9][0-9]*")
# An Arabic number among Thai words: nothing Latin, no sign beside it.
_ARABIC: Final = re.compile(
    r"(?:(?<=[ก-๎.ๆ])|(?<=[ก-๎.ๆ] )|(?<=^))(?P<number>[0-9]+(?:[.,–-][0-9]+)*)(?=$|\s?[ก-ฮเ-ไ])", re.MULTILINE
)
_LATIN_BEFORE: Final = re.compile(r"[A-Za-z\u00c0-\u024f][.,:]?\s?\Z")
_THAI_NUMBER: Final = re.compile("[๐-๙][๐-๙]*")
_BACKWARDS: Final = re.compile(r"(?<![0-9๐-๙])(?P<a>[0-9๐-๙]{4})\s?[–—-]\s?(?P<b>[0-9๐-๙]{4})(?![0-9๐-๙])")
_YEAR_DASH: Final = re.compile(r"[0-9๐-๙]\s?[–—-]\s?[0-9๐-๙]")
_HYPHENED: Final = re.compile(r"(?<![0-9๐-๙-])([๐-๙]{4})-([๐-๙]{2}(?:[๐-๙]{2})?)(?![0-9๐-๙-])")
_HYPHEN: Final = re.compile("[๐-๙]-[๐-๙]")
#: So many digits of a range's first year stand before the one beside the dash.
_BEFORE_LAST: Final = 3
_EQUATED: Final = re.compile(r"\s?(?:[(\[]|ตรงกับ|หรือ|/|,)?\s?(?:ตรงกับ|หรือ)?\s?")
_MONTH: Final = re.compile(r"-([0-9]{2})(?:-[0-9]{2})?\Z")
#: Thai digits are a text's habit when it has this many numbers in them for one in Arabic digits.
_HABIT: Final = 3


def decades_not_round(subject: Subject) -> Iterator[Hit]:
    """ทศวรรษ ๑๙๘๕: a decade is named by a year that ends in ๐."""
    for field, index, text in subject.values("paragraphs", "keywords"):
        for found in _DECADE.finditer(text) if "ทศวรรษ" in text else ():
            zero = "๐" if found["last"] >= "๐" else "0"
            fix = f"{found[0][:-1]}{zero}"
            yield Hit(field, index, *found.span(), "ทศวรรษต้องเป็นปีที่ลงท้ายด้วยเลขศูนย์", fix)


def mixed_digits(subject: Subject) -> Iterator[Hit]:
    """Thai and Arabic digits in one number, or an Arabic number among Thai words in a text of Thai digits."""
    thai = len(_THAI_NUMBER.findall(subject.prose))
    arabic = sum(1 for text in subject.article.paragraphs for _ in _arabic_numbers(text))
    habit = thai >= _HABIT * arabic and thai >= _HABIT
    for field, index, text in subject.values("thai_titles", "see", "paragraphs", "keywords", "see_also"):
        for digits in _DIGITS.finditer(text):
            if found := _MIXED.match(text, digits.start()):
                yield Hit(field, index, *found.span(), "ตัวเลขจำนวนเดียวมีทั้งเลขไทยและเลขอารบิก", thai_digits(found[0]))
        if habit:
            for found in _arabic_numbers(text):
                message = "บทความใช้เลขไทย แต่จำนวนนี้เป็นเลขอารบิก"
                yield Hit(field, index, *found.span("number"), message, thai_digits(found["number"]))


def _arabic_numbers(text: str) -> Iterator[re.Match[str]]:
    done = 0
    for digits in _ARABIC_DIGITS.finditer(text):
        found = _ARABIC.match(text, digits.start()) if digits.start() >= done else None
        if found is None:
            continue
        done = found.end()
        is_code = found.start() == digits.start() and spelled_letters_before(text, found.start())
        if not is_code and not _LATIN_BEFORE.search(text, max(0, found.start() - 3), found.start()):
            yield found


def eras_of_periods(subject: Subject) -> Iterator[Hit]:
    """The CE and the BE line of the entry differ by more than the Thai calendar allows."""
    yield from _period_hits(subject, "differ", "ปีคริสต์ศักราช “{ce}” กับพุทธศักราช “{be}” ไม่ตรงกัน (พ.ศ. = ค.ศ. + 543)")
    for one, other, agreement in _equated_years(subject):
        if agreement == "differ":
            message = f"“{one.text}” กับ “{other.text}” ไม่ใช่ปีเดียวกัน (พ.ศ. = ค.ศ. + 543)"
            index, start = subject.place(other.start)
            yield Hit("paragraphs", index, start, start + other.end - other.start, message)


def official_years(subject: Subject) -> Iterator[Hit]:
    """They differ by one year, in the time when the Thai year began in April."""
    yield from _period_hits(
        subject,
        "official-year",
        "ปีคริสต์ศักราช “{ce}” กับพุทธศักราช “{be}” ต่างกันหนึ่งปี อาจนับปีไทยที่ขึ้นปีใหม่วันที่ 1 เมษายน",
    )
    for one, other, agreement in _equated_years(subject):
        if agreement == "official-year":
            message = f"“{one.text}” กับ “{other.text}” ต่างกันหนึ่งปี อาจนับปีไทยที่ขึ้นปีใหม่วันที่ 1 เมษายน"
            index, start = subject.place(other.start)
            yield Hit("paragraphs", index, start, start + other.end - other.start, message)


def _period_hits(subject: Subject, agreement: str, message: str) -> Iterator[Hit]:
    article = subject.article
    if subject.agreement == agreement:
        words = {"ce": "; ".join(article.periods_ce)[:WORDS_LIMIT], "be": "; ".join(article.periods_be)[:WORDS_LIMIT]}
        line = article.periods_be[0]
        yield Hit("periods_be", 0, 0, len(line), message.format(**words))


def _equated_years(subject: Subject) -> Iterator[tuple[DateExpression, DateExpression, Agreement]]:
    """Dates of the prose that stand side by side in both eras, with whether they agree."""
    dates = subject.dates
    for one, other in pairwise(dates):
        if {one.era, other.era} != {"CE", "BE"} or one.kind not in ("year", "year_range", "day", "month"):
            continue
        between = subject.prose[one.end : other.start]
        if not _EQUATED.fullmatch(between) or not between.strip() or ("," in between or between.strip() == "หรือ"):
            continue
        if other.kind in ("year", "year_range"):
            yield one, other, _agreement(one, other)


def _agreement(one: DateExpression, other: DateExpression) -> Agreement:
    """Whether a date and the year or years beside it, in the other era, are the same."""
    ce, be = (year_span(date) or (0, 0) for date in ((one, other) if one.era == "CE" else (other, one)))
    month = _MONTH.search(one.iso)
    pairs = list(zip(ce, be, strict=True)) if one.kind == other.kind else [(ce[0], be[0])]
    answer: Agreement = "agree"
    for ce_year, be_year in pairs:
        if ce_year != be_year:
            if not is_official_year(ce_year, be_year, int(month[1]) if month else None):
                return "differ"
            answer = "official-year"
    return answer


def impossible_dates(subject: Subject) -> Iterator[Hit]:
    """A day that its month does not have."""
    for date in subject.dates:
        if date.impossible:
            index, start = subject.place(date.start)
            yield Hit("paragraphs", index, start, start + date.end - date.start, f"ปฏิทินไม่มีวันที่ “{date.text}”")


def ranges_backwards(subject: Subject) -> Iterator[Hit]:
    """A range of years whose end comes before its beginning, but for years before Christ."""
    message = "ช่วงปีย้อนหลัง: ปีท้ายมาก่อนปีต้น"
    for index, text in enumerate(subject.article.paragraphs[:MOST_VALUES]):
        for found in around(_YEAR_DASH, _BACKWARDS, _BEFORE_LAST, text):
            first, last = int(arabic_digits(found["a"])), int(arabic_digits(found["b"]))
            beside = text[max(0, found.start() - 25) : found.end() + 25]
            if last < first and "ก่อน" not in beside and "BC" not in beside:
                yield Hit("paragraphs", index, *found.span(), message)
    for field, index, at, period in periods_of(subject):
        if period.backwards:
            yield Hit(field, index, at, at + len(period.text), message)


def hyphens_in_ranges(subject: Subject) -> Iterator[Hit]:
    """A hyphen between two years where the range sign U+2013 is meant."""
    for index, text in enumerate(subject.article.paragraphs):
        for found in around(_HYPHEN, _HYPHENED, _BEFORE_LAST, text):
            yield Hit("paragraphs", index, *found.span(), "ช่วงปีใช้ขีดกลางสั้น (–) ไม่ใช้ยัติภังค์", f"{found[1]}–{found[2]}")


NUMBERS: Final = (
    Check(
        "decade_not_round", Severity.WARNING, "ทศวรรษไม่ลงท้ายด้วยศูนย์",
        "ทศวรรษเรียกด้วยปีที่ลงท้ายด้วยเลขศูนย์ เช่น “ทศวรรษ ๑๙๘๐”", decades_not_round,
    ),
    Check(
        "mixed_digits", Severity.WARNING, "เลขไทยปนเลขอารบิก",
        "ข้อความภาษาไทยใช้เลขไทยให้เหมือนกันทั้งบทความ", mixed_digits, is_safe=True,
    ),
    Check(
        "era_mismatch", Severity.ERROR, "คริสต์ศักราชกับพุทธศักราชไม่ตรงกัน",
        "พุทธศักราชมากกว่าคริสต์ศักราช 543 ปี เดือนมกราคมถึงมีนาคมก่อน พ.ศ. ๒๔๘๔ อาจเป็น 542", eras_of_periods,
    ),
    Check(
        "era_official_year", Severity.REMARK, "ปีต่างกันหนึ่งปีตามปฏิทินไทย",
        "ก่อน พ.ศ. ๒๔๘๔ ปีไทยเริ่มวันที่ ๑ เมษายน ปีทางราชการจึงอาจต่างไปหนึ่งปี", official_years,
    ),
    Check(
        "impossible_date", Severity.ERROR, "วันที่ไม่มีในปฏิทิน", "เดือนนั้นไม่มีวันที่ดังกล่าว", impossible_dates,
    ),
    Check(
        "range_backwards", Severity.WARNING, "ช่วงปีย้อนหลัง", "ปีท้ายของช่วงต้องไม่มาก่อนปีต้น", ranges_backwards,
    ),
    Check(
        "hyphen_in_range", Severity.REMARK, "ยัติภังค์ในช่วงปี",
        "ช่วงปีเขียนด้วยขีดกลางสั้น (–) เช่น “ค.ศ. ๑๙๑๔–๑๙๑๘”", hyphens_in_ranges,
    ),
)  # fmt: skip
