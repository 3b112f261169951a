"""Lines of years: what cannot be read of them, and years that stand in the line of the other era."""

import re
from collections.abc import Iterator
from typing import Final

from entries.text.checks.subject import Subject
from entries.text.checks.values import WORDS_LIMIT, Check, Hit
from entries.text.dates import Period, parse_periods, unread_periods
from entries.text.findings import Severity

_BE_OFFSET: Final = 543
#: No entry tells of a later year of the Common Era; of the Buddhist one most do.
_LAST_CE_YEAR: Final = 2200
#: Buddhist years between these, of the fifth to the sixteenth century, are rarer than Common Era years without an era.
_DOUBTFUL_BE: Final = range(1000, 2101)
_SAYS_ERA: Final = re.compile(r"ศ\.|ศักราช|ศตวรรษ|ทศวรรษ|[A-Za-z]")


def periods_of(subject: Subject) -> Iterator[tuple[str, int, int, Period]]:
    """The spans of each line of years: field, index, where in the line the span's words begin, and the span."""
    for field, index, text in subject.values("periods_ce", "periods_be"):
        at = 0
        for period in parse_periods([text], []) if field == "periods_ce" else parse_periods([], [text]):
            at = max(text.find(period.text, at), 0)
            yield field, index, at, period


def periods_not_read(subject: Subject) -> Iterator[Hit]:
    """A line of years, or a part of one, that gives no year."""
    for field, index, text in subject.values("periods_ce", "periods_be"):
        for start, end in unread_periods(text, "CE" if field == "periods_ce" else "BE"):
            words = text[start:end].strip()
            begin = text.index(words, start)
            message = f"อ่าน “{words[:WORDS_LIMIT]}” เป็นปีไม่ได้ รายการนี้จะไม่มีช่วงเวลาดังกล่าว"
            yield Hit(field, index, begin, begin + len(words), message)


def years_of_other_era(subject: Subject) -> Iterator[Hit]:
    """Buddhist years in the Common Era line, or Common Era years in the Buddhist one."""
    settled = bool(subject.article.periods_ce) and subject.agreement != "differ"
    for field, index, at, period in periods_of(subject):
        years = [year for year in (period.start, period.end) if year is not None]
        words = period.text[:WORDS_LIMIT]
        if field == "periods_ce" and period.era == "CE" and max(years) > _LAST_CE_YEAR:
            message = f"“{words}” อยู่ในช่วงเวลาคริสต์ศักราช แต่น่าจะเป็นพุทธศักราช"
        elif field == "periods_be" and not settled and _is_doubtful(period, years):
            message = f"“{words}” อยู่ในช่วงเวลาพุทธศักราช แต่น่าจะเป็นคริสต์ศักราช หากเป็นพุทธศักราชให้เขียน พ.ศ. นำหน้า"
        else:
            continue
        yield Hit(field, index, at, at + len(period.text), message)


def _is_doubtful(period: Period, years: list[int]) -> bool:
    """Whether a span of the Buddhist line, which does not say its era, is more likely one of Common Era years."""
    if period.era != "BE" or _SAYS_ERA.search(period.text):
        return False
    return all(year + _BE_OFFSET in _DOUBTFUL_BE for year in years)


PERIODS: Final = (
    Check(
        "period_not_read", Severity.WARNING, "ช่วงเวลาอ่านไม่ได้",
        "บรรทัดช่วงเวลาบอกปีหรือช่วงปี เช่น “1879–1940” หากไม่ทราบปีให้เว้นว่างไว้", periods_not_read,
    ),
    Check(
        "era_misplaced", Severity.WARNING, "ปีอยู่ผิดช่องศักราช",
        "ปีคริสต์ศักราชกับพุทธศักราชอยู่คนละช่อง ปีที่อยู่ผิดช่องทำให้ช่วงเวลาคลาดไป 543 ปี", years_of_other_era,
    ),
)  # fmt: skip
