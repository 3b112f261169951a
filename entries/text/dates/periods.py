"""Periods of head lines: 1879–1940, c. 1450, (1931–    ), พ.ศ. ๒๔๒๒–๒๔๘๓, ครองราชย์ 1894–1917."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from entries.text.dates.calendar import (
    BE_WORDS,
    BEFORE_CHRIST,
    CE_WORDS,
    DASH,
    ENGLISH_MONTHS,
    FULL_MONTH,
    NUMBER,
    OTHER_WORDS,
    SHORT_MONTH,
    ce_year,
    era_of,
    shorten_end,
)

PeriodKind = Literal["life", "reign", "event", "unknown"]
Agreement = Literal["agree", "official-year", "differ"]

_LAST_OFFICIAL_YEAR: Final = 1940
_SPACES: Final = "[ \\u00a0\\t]{0,4}"
_REIGN: Final = re.compile(r"ครองราชย์|ครองอำนาจ|ขึ้นครองราชย์|(?<![A-Za-z])(?:r\.|reg\.|reigned|reign|ruled)", re.I)
_LIFE: Final = re.compile(r"เกิด|ตาย|มีชีวิต|ถึงแก่|สวรรคต|(?<![A-Za-z])(?:b\.|d\.|born|died)", re.I)
_BORN: Final = re.compile(r"เกิด|(?<![A-Za-z])(?:b\.|born)", re.I)
_DIED: Final = re.compile(r"ตาย|ถึงแก่|สวรรคต|(?<![A-Za-z])(?:d\.|died)", re.I)
_ABOUT: Final = re.compile(
    r"ราว|ประมาณ|~|(?<![A-Za-z])(?:circa|fl\.|ca?\.(?![ \u00a0]?[Ee])|ca?(?=[ \u00a0]?[0-9]))", re.I
)
_NOW: Final = re.compile(r"ปัจจุบัน|(?<![A-Za-z])(?:present|today|now)(?![A-Za-z])", re.I)
_SINCE: Final = re.compile(r"ตั้งแต่|(?<![A-Za-z])since(?![A-Za-z])", re.I)
_OR: Final = re.compile(r"/|หรือ|(?<![A-Za-z])or(?![A-Za-z])", re.I)
_ENGLISH_MONTH: Final = "|".join(f"{name}|{name[:3]}t?\\.?" for name in ENGLISH_MONTHS)
# A day, with its month: no number of a year.
_DAY: Final = re.compile(
    rf"(?:วันที่{_SPACES})?(?<!{NUMBER}){NUMBER}{{1,2}}{_SPACES}(?:เดือน)?(?:{FULL_MONTH}|{SHORT_MONTH}|(?:{_ENGLISH_MONTH})(?![a-z]))"
    rf"|(?:{_ENGLISH_MONTH})(?![a-z]){_SPACES}{NUMBER}{{1,2}}(?!{NUMBER}){_SPACES},?"
    rf"|(?:เดือน)?(?:{FULL_MONTH}|{SHORT_MONTH})|(?<![A-Za-z])(?:{_ENGLISH_MONTH})(?![a-z])",
)
_CENTURY: Final = re.compile(
    rf"(?P<word>คริสต์?ศตวรรษ|พุทธศตวรรษ|ศตวรรษ){_SPACES}(?:ที่)?{_SPACES}(?P<a>{NUMBER}{{1,2}})(?!{NUMBER})"
    rf"(?:{_SPACES}(?:{DASH}|ถึง){_SPACES}(?P<b>{NUMBER}{{1,2}})(?!{NUMBER}))?(?P<before>{_SPACES}{BEFORE_CHRIST})?"
    r"|(?P<c>[0-9]{1,2})(?:st|nd|rd|th)(?:[-–](?P<d>[0-9]{1,2})(?:st|nd|rd|th))?[ \u00a0](?:century|centuries|c\.)"
    r"(?P<bc>[ \u00a0]B\.?C)?",
    re.I,
)
_DECADE: Final = re.compile(
    rf"(?P<word>(?:คริสต์?|พุทธ)?ทศวรรษ){_SPACES}(?:ที่)?{_SPACES}(?:(?:{CE_WORDS}|{BE_WORDS}){_SPACES})?(?P<a>{NUMBER}{{4}})(?!{NUMBER})"
    r"|(?P<b>[0-9]{3}0)[’']?s(?![a-z])"
)
_BEFORE: Final = re.compile(rf"{BEFORE_CHRIST}|(?<![A-Za-z])B\.?C\.?(?:E\.?)?(?![A-Za-z])", re.I)
_AFTER: Final = re.compile(
    rf"(?P<era>{BE_WORDS}|{OTHER_WORDS}|{CE_WORDS})|(?<![A-Za-z])(?:A\.?D\.?|C\.?E\.?)(?![A-Za-z])"
)
_TO: Final = re.compile(rf"{DASH}+|/|ถึง|หรือ|(?<![A-Za-z])(?:to|or)(?![A-Za-z])")
_YEAR: Final = re.compile(rf"(?<!{NUMBER}){NUMBER}{{1,4}}(?!{NUMBER})")
_PIECES: Final = re.compile(r"[;\n]")
_PARTS: Final = re.compile(r",|และ|(?<![A-Za-z])and(?![A-Za-z])")
_WORDS: Final = re.compile(
    r"ครองราชย์|ครองอำนาจ|ขึ้น|เกิด|ตาย|มีชีวิต|ถึงแก่(?:กรรม|อนิจกรรม|อสัญกรรม)?|สวรรคต|ระหว่าง|ตั้งแต่|ถึง|จน|และ|ปี|ก่อน|ต้น|กลาง|ปลาย|หรือ|"
    r"วัน|ที่|(?<![A-Za-z])(?:to|since|and|or|about|before|after|early|mid|late|between)(?![A-Za-z])",
    re.I,
)
_LETTERS: Final = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Period:
    """One span of a head line, in Common Era years whatever the era it is written in.

    `start` and `end` are years (44 BC is -44), None where none is known; of what still goes on `end` is None and
    `open` true. `era` is the era it is written in, `text` the words it was read from. `approximate` is said by
    c., ราว, ประมาณ or a century or decade, `uncertain` by a question mark or by ends that run backwards.
    """

    start: int | None
    end: int | None
    approximate: bool
    uncertain: bool
    era: Literal["CE", "BE"]
    kind: PeriodKind
    text: str
    open: bool


def parse_periods(
    ce_lines: Sequence[str], be_lines: Sequence[str], *, person: bool | None = None
) -> tuple[Period, ...]:
    """The spans of an entry's period lines, those of the CE lines first, each in the order written.

    A number without an era has that of its line. `person` says whether the entry is on a person, if the caller knows:
    a span without a word of its own is then a life (True) or an event (False); a span beside a reign is a life.
    Lines with no year give nothing; no string raises.

    >>> [(p.start, p.end, p.kind) for p in parse_periods(["1868–1918; ครองราชย์ 1894–1917"], [])]
    [(1868, 1918, 'life'), (1894, 1917, 'reign')]
    """
    return (*_of_lines(ce_lines, "CE", person), *_of_lines(be_lines, "BE", person))


def _of_lines(lines: Sequence[str], era: Literal["CE", "BE"], person: bool | None) -> Iterator[Period]:
    reigns = any(_REIGN.search(line) for line in lines)
    plain: PeriodKind = "life" if person or (reigns and person is None) else "unknown" if person is None else "event"
    for line in lines:
        # months and days go first: the comma of a date (July 28, 1914) parts nothing
        masked = _DAY.sub(lambda day: " " * len(day.group()), line)
        for start, end in _between(_PIECES, masked, 0, len(masked)):
            kind = plain
            for begin, stop in _between(_PARTS, masked, start, end):
                part = masked[begin:stop]
                kind = "reign" if _REIGN.search(part) else "life" if _LIFE.search(part) else kind
                period = _period(part, line[begin:stop].strip(), era, kind)
                if period:
                    yield period


def _between(separator: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for mark in separator.finditer(text, start, end):
        yield start, mark.start()
        start = mark.end()
    yield start, end


def _period(text: str, written_as: str, era: Literal["CE", "BE"], kind: PeriodKind) -> Period | None:
    vague = _vague(text)
    mark = _AFTER.search(text)
    written: Literal["CE", "BE"] = era
    if mark and not (mark["era"] and era_of(mark["era"]) not in ("CE", "BE")):
        written = "BE" if mark["era"] and era_of(mark["era"]) == "BE" else "CE"
    about, doubt = _ABOUT.search(text) is not None, "?" in text or _OR.search(text) is not None
    if vague:
        buddhist = text[vague[2] :].startswith("พุทธ")
        return Period(vague[0], vague[1], True, doubt, "BE" if buddhist else "CE", kind, written_as, False)
    numbers = list(_YEAR.finditer(text))
    if not numbers or all(int(number.group()) == 0 for number in numbers):
        return None
    first = numbers[0]
    last = numbers[-1] if len(numbers) > 1 else None
    joined = _TO.search(text, first.end(), last.start() if last else len(text))
    if last and not joined:
        last = None
    eras = _eras(text, first, last, written)
    start: int | None = ce_year(int(first.group()) or 1, eras[0])
    going, end = False, start
    if last:
        whole = last.group() if eras[1] == "BCE" else shorten_end(first.group(), last.group())
        end = ce_year(int(whole) or 1, eras[1])
    elif joined:
        end = None
        going = True
    elif _TO.search(text, 0, first.start()):
        start = None
    elif _BORN.search(text) and not _DIED.search(text):
        end = None
    elif _DIED.search(text) and not _BORN.search(text):
        start = None
    going = going or (last is None and end is not None and (_NOW.search(text) or _SINCE.search(text)) is not None)
    if going:
        end = None
    backwards = start is not None and end is not None and end < start
    return Period(start, end, about, doubt or backwards, written, kind, written_as, going)


def _eras(text: str, first: re.Match[str], last: re.Match[str] | None, written: str) -> tuple[str, str]:
    """The era of each end of a span; one mark before Christ holds for both unless the other end has its own."""
    other = _AFTER.search(text)
    base = written
    if other and other["era"] and era_of(other["era"]) not in ("CE", "BE"):
        base = era_of(other["era"])
    if base == "BE" and re.search(rf"ก่อน(?:{BE_WORDS})", text):
        return "BBE", "BBE"
    before = _BEFORE.search(text)
    if before is None or base == "BE":
        return base, base
    if last is None:
        return "BCE", "BCE"
    middle = text[first.end() : last.start()]
    plain = _BEFORE.sub(" ", text)
    if _BEFORE.search(middle) and not _BEFORE.search(text, last.end()):
        return "BCE", "CE" if int(last.group()) >= int(first.group()) or _AFTER.search(plain) else "BCE"
    falling = int(last.group()) < int(first.group())
    if before.start() < first.start() and not falling:
        return "BCE", "CE"
    return "BCE", "BCE"


def _vague(text: str) -> tuple[int, int, int] | None:
    """First and last year of a century or decade, and where it stands."""
    century = _CENTURY.search(text)
    if century:
        first = int(century["a"] or century["c"])
        last = int(century["b"] or century["d"] or first)
        buddhist = (century["word"] or "").startswith("พุทธ")
        if first == 0 or last < first:
            last = first = max(first, 1)
        if century["before"] or century["bc"]:
            return (-first * 100, -(first * 100 - 99), century.start())
        era = "BE" if buddhist else "CE"
        return (ce_year(first * 100 - 99, era), ce_year(last * 100, era), century.start())
    decade = _DECADE.search(text)
    if decade is None:
        return None
    year = int(decade["a"] or decade["b"]) // 10 * 10 or 10
    era = "BE" if (decade["word"] or "").startswith("พุทธ") or re.search(BE_WORDS, decade.group()) else "CE"
    return (ce_year(year, era), ce_year(year + 9, era), decade.start())


def outer_span(periods: Sequence[Period]) -> tuple[int | None, int | None] | None:
    """From the earliest start to the latest end, None for an end that is open or unknown; None without periods.

    >>> outer_span(parse_periods(["1905-1906, 1911"], []))
    (1905, 1911)
    """
    starts = [period.start for period in periods if period.start is not None]
    if not periods:
        return None
    known = [year for period in periods for year in (period.start, period.end) if year is not None]
    going = any(period.open for period in periods) or not any(period.end is not None for period in periods)
    return (min(known) if starts else None, None if going else max(known))


def compare_eras(ce: Sequence[Period], be: Sequence[Period]) -> Agreement:
    """Whether the periods written in CE and those written in BE say the same.

    `official-year`: up to 1940, when the Thai year began on 1 April, some end differs by one year (542 or 544 for 543);
    a remark, not a fault. Where only one of the two is given there is nothing to differ.
    """
    if not ce or not be:
        return "agree"
    if len(ce) == len(be):
        pairs = [(a, b) for one, other in zip(ce, be, strict=True) for a, b in _ends(one, other)]
    else:
        left, right = outer_span(ce) or (None, None), outer_span(be) or (None, None)
        pairs = [(left[0], right[0]), (left[1], right[1])]
    answer: Agreement = "agree"
    for one_year, other_year in pairs:
        if one_year is None or other_year is None:
            if one_year != other_year:
                return "differ"
        elif one_year != other_year:
            if abs(one_year - other_year) > 1 or min(one_year, other_year) > _LAST_OFFICIAL_YEAR:
                return "differ"
            answer = "official-year"
    return answer


def _ends(one: Period, other: Period) -> tuple[tuple[int | None, int | None], tuple[int | None, int | None]]:
    return ((one.start, other.start), (one.end, other.end))


def split_years(line: str) -> tuple[str, str]:
    """A head line as its name and its years: what the last parentheses hold, as written, if it is years and no more.

    >>> split_years("Trotsky, Leon (1879–1940)"), split_years("Third International (Comintern)")
    (('Trotsky, Leon', '1879–1940'), ('Third International (Comintern)', ''))
    """
    whole = line.rstrip().rstrip("*.").rstrip()
    inside = whole[:-1] if whole.endswith(")") else whole if line.rfind("(") > line.rfind(")") else None
    if inside is None:
        return line, ""
    opening = inside.rfind("(")
    if opening < 0 or not _only_years(inside[opening + 1 :]):
        return line, ""
    closing = line.rfind(")")
    end = closing if closing > opening else len(line)
    return line[:opening].strip(), line[opening + 1 : end]


def _only_years(text: str) -> bool:
    if len(text) > 300 or not any(True for _ in parse_periods([text], [])):
        return False
    rest = text
    for words in (_CENTURY, _DECADE, _DAY, _BEFORE, _AFTER, _REIGN, _LIFE, _ABOUT, _NOW, _WORDS):
        rest = words.sub(" ", rest)
    if _LETTERS.search(rest) or re.search(r"[ัิ-ฺ็-๎]", rest):
        return False
    sure = re.search(rf"{NUMBER}{{3,4}}", text) or _BEFORE.search(text) or _AFTER.search(text) or _CENTURY.search(text)
    return sure is not None
