"""Periods of head lines: 1879–1940, c. 1450, (1931–    ), พ.ศ. ๒๔๒๒–๒๔๘๓, ครองราชย์ 1894–1917."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final, Literal, NamedTuple

from entries.text.dates.calendar import (
    BE_WORDS,
    BEFORE_CHRIST,
    CE_WORDS,
    NUMBER,
    OTHER_WORDS,
    ce_year,
    era_of,
    shorten_end,
)
from entries.text.dates.days import without_days
from entries.text.dates.vague import CENTURY, DECADE, TO, read_vague

PeriodKind = Literal["life", "reign", "event", "unknown"]
Era = Literal["CE", "BE"]

#: So many lines and spans of one era are read: no entry has more, and a broken export may have a hundred thousand.
MOST_PERIODS: Final = 1_000
_LONGEST_LINE: Final = 500_000
_SPACES: Final = "[ \\u00a0\\t]{0,4}"
_REIGN_WORDS: Final = (
    r"(?:ขึ้น)?(?:ครอง|เสวย)(?:ราชสมบัติ|ราชย์)|(?:ขึ้น)?ครองอำนาจ|ครองเมือง|รัชกาล|รัชสมัย|(?:เข้า|ขึ้น)?ดำรงตำแหน่ง|(?:อยู่)?ในตำแหน่ง|สมณสมัย|"
    r"(?<![A-Za-z])(?:r\.|reg\.|reigned|reign|ruled|in[ \u00a0]office|pontificate|papacy)"
)
_LIFE_WORDS: Final = (
    r"(?:พระราช|พระ)?สมภพ|ประสูติ|เกิด|ตาย|เสียชีวิต|มรณ(?:ภาพ|กรรม|ะ)?|มีชีวิต(?:อยู่)?|ถึงแก่(?:กรรม|อนิจกรรม|อสัญกรรม|มรณกรรม|มรณภาพ|พิราลัย)?|"
    r"สิ้น(?:พระชนม์|ชีพ|ชีวิต)|สวรรคต|(?<![A-Za-z])(?:b\.|d\.|born|died|lived)"
)
_REIGN: Final = re.compile(_REIGN_WORDS, re.I)
_LIFE: Final = re.compile(_LIFE_WORDS, re.I)
_BORN: Final = re.compile(r"เกิด|ประสูติ|สมภพ|(?<![A-Za-z])(?:b\.|born)", re.I)
_DIED: Final = re.compile(r"ตาย|เสียชีวิต|มรณ|ถึงแก่|สิ้น|สวรรคต|(?<![A-Za-z])(?:d\.|died)", re.I)
_ABOUT: Final = re.compile(
    r"ราว|ประมาณ|มีชีวิตอยู่ใน(?!ช่วง|ระหว่าง)|~|"
    r"(?<![A-Za-z])(?:circa|fl\.|ca?\.(?![ \u00a0]?[Ee])|ca?(?=[ \u00a0]?[0-9]))",
    re.I,
)
_NOW: Final = re.compile(r"ปัจจุบัน|(?<![A-Za-z])(?:present|today|now)(?![A-Za-z])", re.I)
_SINCE: Final = re.compile(r"ตั้งแต่|(?<![A-Za-z])since(?![A-Za-z])", re.I)
_OR: Final = re.compile(r"/|หรือ|(?<![A-Za-z])or(?![A-Za-z])", re.I)
_BEFORE: Final = re.compile(rf"{BEFORE_CHRIST}|(?<![A-Za-z])B\.?C\.?(?:E\.?)?(?![A-Za-z])", re.I)
_BEFORE_BUDDHA: Final = re.compile(rf"ก่อน[ \u00a0]?(?:{BE_WORDS})")
_AFTER: Final = re.compile(
    rf"(?P<era>{BE_WORDS}|{OTHER_WORDS}|{CE_WORDS})|(?<![A-Za-z])(?:A\.?D\.?|C\.?E\.?)(?![A-Za-z])"
)
# Not before Christ but before a year: before 1500, ก่อน ๑๕๐๐, ก่อน ค.ศ. ๑๕๐๐ (of three figures or more, as prose has it).
_EARLIER: Final = re.compile(
    rf"(?<![A-Za-z])(?:before|prior[ \u00a0]to)(?![A-Za-z])"
    rf"|ก่อน(?:ปี)?{_SPACES}(?=(?:[คพ]\.[ \u00a0]?ศ\.?{_SPACES})?{NUMBER}{{3,4}}(?!{NUMBER})(?!{_SPACES}(?:ปี|[-–—]|ถึง)))",
    re.I,
)
_LATER: Final = re.compile(r"(?<![A-Za-z])after(?![A-Za-z])|(?<!ครึ่ง)หลัง(?:จาก)?", re.I)
_TOO_LONG: Final = re.compile(rf"{NUMBER}{{5}}")
_GOES_ON: Final = re.compile(rf"{_SPACES}{TO.pattern}{_SPACES}(?:{_NOW.pattern})?[ )\]]*\Z", re.I)
_COUNTING_DOWN: Final = ("BCE", "BBE")
_LETTER_OR_DIGIT: Final = re.compile(r"\w")
_DIGIT: Final = re.compile(NUMBER)
_YEAR: Final = re.compile(rf"(?<!{NUMBER}){NUMBER}{{1,4}}(?!{NUMBER})")
_PIECES: Final = re.compile(r"[;\n]")
# A word of a life or a reign between two years opens a span of its own, whatever parts the two.
_PARTS: Final = re.compile(
    r",|และ|(?<![A-Za-z])and(?![A-Za-z])"
    rf"|(?<=[0-9๐-๙?–—)-]){_SPACES}\(?(?=(?:{_REIGN_WORDS}|{_LIFE_WORDS})[^0-9๐-๙,;]{{0,40}}[0-9๐-๙])",
    re.I,
)
_WORDS: Final = re.compile(
    r"ขึ้น|ระหว่าง|ตั้งแต่|ถึง|จน|และ|ช่วง|ใน|เมื่อ|ปี|ก่อน|(?:ภาย)?หลัง(?:จาก)?|ต้น|กลาง|ปลาย|หรือ|วัน|ที่|"
    r"(?<![A-Za-z])(?:to|since|and|or|about|prior|before|after|early|mid|late|between|in)(?![A-Za-z])",
    re.I,
)
_PARENTHESES: Final = {")": "(", "]": "[", "）": "（"}
_LETTERS: Final = re.compile(r"[^\W\d_]")
_MARKS: Final = re.compile("[ัิ-ฺ็-๎]")
#: What stands in parentheses after a name is never longer than this many code points.
_YEARS_LIMIT: Final = 300
# What makes a number a year: its length, or an era.
_SURE: Final = re.compile(
    rf"{NUMBER}{{3,4}}|{_BEFORE.pattern}|{_AFTER.pattern.replace('?P<era>', '?:')}|ศตวรรษ|century", re.I
)
# A few words as they stand before the years of a later span: บวช พ.ศ. ๒๓๘๙–๒๔๒๑, Pope from 1846.
_OWN_WORDS: Final = re.compile(rf"[^0-9๐-๙(\[]{{1,60}}(?={NUMBER}{{3,4}})")


@dataclass(frozen=True, slots=True)
class Period:
    """One span of a head line, in Common Era years whatever the era it is written in.

    `start` and `end` are years (44 BC is -44), None where none is known; of what still goes on `end` is None and
    `open` true. `era` is the era it is written in, `text` the words it was read from. `approximate` is said by
    c., ราว, ประมาณ, before, ก่อน or a century or decade, `uncertain` by a question mark. Of ends that run backwards
    (1879-40, `backwards`) the second is not to be known: `end` is None and `uncertain` true.
    """

    start: int | None
    end: int | None
    approximate: bool
    uncertain: bool
    era: Era
    kind: PeriodKind
    text: str
    open: bool
    backwards: bool = False


def parse_periods(
    ce_lines: Sequence[str], be_lines: Sequence[str], *, person: bool | None = None
) -> tuple[Period, ...]:
    """The spans of an entry's period lines, those of the CE lines first, each in the order written.

    A number without an era has that of its line. `person` says whether the entry is on a person, if the caller knows:
    a span without a word of its own is then a life (True) or an event (False); a span beside a reign is a life.
    Lines with no year give nothing; no string raises. Of each era the first MOST_PERIODS lines and spans are read,
    of a line its first 500,000 characters.

    >>> [(p.start, p.end, p.kind) for p in parse_periods(["1868–1918; ครองราชย์ 1894–1917"], [])]
    [(1868, 1918, 'life'), (1894, 1917, 'reign')]
    """
    ce = islice(_of_lines(ce_lines[:MOST_PERIODS], "CE", person), MOST_PERIODS)
    be = islice(_of_lines(be_lines[:MOST_PERIODS], "BE", person), MOST_PERIODS)
    return (*ce, *be)


def _of_lines(lines: Sequence[str], era: Era, person: bool | None) -> Iterator[Period]:
    reigns = any(_REIGN.search(line) for line in lines)
    plain: PeriodKind = "life" if person or (reigns and person is None) else "unknown" if person is None else "event"
    for line in (line[:_LONGEST_LINE] for line in lines):
        # Days and months go first: the comma of a date (July 28, 1914) parts nothing.
        years = without_days(line)
        born: tuple[int, Period] | None = None
        for start, end, kind in _spans(years, plain):
            period = _period(years[start:end], line[start:end].strip(), era, kind)
            if period is None:
                continue
            if born and _is_death(period):
                period = _life(born[1], period, line[born[0] : end].strip())
            elif born:
                yield born[1]
            born = (start, period) if _is_birth(period) else None
            if born is None:
                yield period
        if born:
            yield born[1]


def _spans(years: str, plain: PeriodKind) -> Iterator[tuple[int, int, PeriodKind]]:
    """Where the spans of a line stand, and what kind each is; a word of its own holds up to the next semicolon."""
    for start, end in _between(_PIECES, years, 0, len(years)):
        kind = plain
        for begin, stop in _between(_PARTS, years, start, end):
            if _REIGN.search(years, begin, stop):
                kind = "reign"
            elif _LIFE.search(years, begin, stop):
                kind = "life"
            elif kind == plain == "life" and _is_wordy(years[begin:stop]):
                kind = "unknown"
            yield begin, stop, kind


def _is_birth(period: Period) -> bool:
    return period.kind == "life" and period.start is not None and period.end is None and not period.open


def _is_death(period: Period) -> bool:
    return period.kind == "life" and period.start is None and period.end is not None


def _life(birth: Period, death: Period, text: str) -> Period:
    """The one span that a birth and the death told after it make."""
    approximate, uncertain = birth.approximate or death.approximate, birth.uncertain or death.uncertain
    return replace(death, start=birth.start, approximate=approximate, uncertain=uncertain, text=text)


def _between(separator: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for mark in separator.finditer(text, start, end):
        yield start, mark.start()
        start = mark.end()
    yield start, end


class _Ends(NamedTuple):
    """The years that a text tells of, where they stand, and whether it tells of two; `limit` is where others begin."""

    start: int
    end: int
    begin: int
    stop: int
    limit: int
    is_span: bool
    era: Era
    is_vague: bool = False


def _period(text: str, written_as: str, era: Era, kind: PeriodKind) -> Period | None:
    earlier, later = _EARLIER.search(text), _LATER.search(text)
    text = _EARLIER.sub(_blank, text)
    ends = _ends(text, era)
    if ends is None:
        return None
    start, end = _open_ends(text, ends)
    going = _goes_on(text, ends)
    if not ends.is_span and (earlier or later):
        start, end, going = (None, ends.start, False) if earlier else (ends.end, None, False)
    backwards = ends.is_span and ends.end < ends.start
    if backwards:
        end = None
    about = bool(ends.is_vague or earlier or later or _ABOUT.search(text))
    doubt = backwards or "?" in text or _OR.search(text) is not None
    return Period(start, end, about, doubt, ends.era, kind, written_as, going, backwards)


def _open_ends(text: str, ends: _Ends) -> tuple[int | None, int | None]:
    """The years of both ends, None for one that is open or unknown."""
    if ends.is_span:
        return ends.start, ends.end
    if _goes_on(text, ends):
        return ends.start, None
    if TO.search(text, 0, ends.begin):
        return None, ends.end
    born, died = _BORN.search(text), _DIED.search(text)
    if born and not died and not ends.is_vague:
        return ends.start, None
    return (None if died and not born and not ends.is_vague else ends.start), ends.end


def _goes_on(text: str, ends: _Ends) -> bool:
    """Whether what began in the one year that is told still goes on."""
    if ends.is_span:
        return False
    joined = _GOES_ON.match(text, ends.stop) if ends.is_vague else TO.search(text, ends.stop, ends.limit)
    return (joined or _NOW.search(text) or _SINCE.search(text)) is not None


def _ends(text: str, era: Era) -> _Ends | None:
    numbers = list(_YEAR.finditer(text))
    if _TOO_LONG.search(text) or all(int(number.group()) == 0 for number in numbers):
        return None
    if vague := read_vague(text):
        written: Era = "BE" if vague.is_buddhist else "CE"
        return _Ends(vague.first, vague.last, vague.begin, vague.stop, len(text), vague.is_span, written, is_vague=True)
    mark = _AFTER.search(text)
    written = era
    if mark is None and _BEFORE.search(text):
        written = "CE"
    elif mark and not (mark["era"] and era_of(mark["era"]) not in ("CE", "BE")):
        written = "BE" if mark["era"] and era_of(mark["era"]) == "BE" else "CE"
    first = numbers[0]
    last = numbers[-1] if len(numbers) > 1 and TO.search(text, first.end(), numbers[-1].start()) else None
    eras = _eras(text, first, last, written)
    start = end = ce_year(int(first.group()) or 1, eras[0])
    if last:
        whole = last.group() if eras[1] in _COUNTING_DOWN else shorten_end(first.group(), last.group())
        end = ce_year(int(whole) or 1, eras[1])
    limit = numbers[-1].start() if len(numbers) > 1 else len(text)
    return _Ends(start, end, first.start(), first.end(), limit, last is not None, written)


def _eras(text: str, first: re.Match[str], last: re.Match[str] | None, written: Era) -> tuple[str, str]:
    """The era of each end of a span; one mark before Christ holds for both unless the other end has its own."""
    mark = _AFTER.search(text)
    base = era_of(mark["era"]) if mark and mark["era"] else written
    pattern, down, up = (_BEFORE_BUDDHA, "BBE", "BE") if base == "BE" else (_BEFORE, "BCE", "CE")
    before = pattern.search(text)
    if before is None:
        return base, base
    if last is None:
        return down, down
    falling = int(last.group()) < int(first.group())
    if not pattern.search(text, last.end()):
        # The second end has a mark of its own, or the first one has the only mark and the years rise.
        if _AFTER.search(pattern.sub(_blank, text), first.end()):
            return down, up
        if pattern.search(text, first.end(), last.start()):
            return down, down if falling else up
    return down, up if before.start() < first.start() and not falling else down


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def unread_periods(line: str, era: Era) -> Iterator[tuple[int, int]]:
    """Where a line of years has something that is not read: figures that are no year, or nothing but words.

    >>> list(unread_periods("1905; 19000", "CE")), list(unread_periods("ไม่ทราบ", "CE"))
    ([(5, 11)], [(0, 7)])
    """
    line = line[:_LONGEST_LINE]
    years = without_days(line)
    spans = [(start, end) for start, end, _ in islice(_spans(years, "unknown"), MOST_PERIODS)]
    read = [_period(years[start:end], "", era, "unknown") is not None for start, end in spans]
    if not any(read) and _LETTER_OR_DIGIT.search(line):
        yield 0, len(line)
        return
    for (start, end), is_read in zip(spans, read, strict=True):
        if not is_read and _DIGIT.search(years, start, end):
            yield start, end


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


def split_years(line: str) -> tuple[str, str]:
    """A head line as its name and its years: what the last parentheses hold, as written, if it is years and no more.

    Square brackets do as well. After the first span others may have words of their own: "; บวช พ.ศ. ๒๓๘๙".

    >>> split_years("Trotsky, Leon (1879–1940)"), split_years("Third International (Comintern)")
    (('Trotsky, Leon', '1879–1940'), ('Third International (Comintern)', ''))
    """
    whole = line.rstrip().rstrip("*.").rstrip()
    pair = _PARENTHESES.get(whole[-1:])
    if pair:
        opening, closing = whole.rfind(pair), len(whole) - 1
    else:
        # Or what has not been closed.
        opening, closing = max(line.rfind(mark) for mark in _PARENTHESES.values()), len(line)
        if any(line.find(mark, opening) >= 0 for mark in _PARENTHESES):
            return line, ""
    inside = line[opening + 1 : closing]
    return (line[:opening].strip(), inside) if opening >= 0 and is_years(inside) else (line, "")


def is_years(text: str) -> bool:
    """Whether the text is periods and nothing else: the first of years alone, the others maybe with a word before.

    >>> is_years("1792–1878; ดำรงตำแหน่ง 1846–1878"), is_years("Revolution of 1905")
    (True, False)
    """
    if len(text) > _YEARS_LIMIT or not any(True for _ in parse_periods([text], [])):
        return False
    years = without_days(text)
    first, *others = (years[begin:stop] for begin, stop, _ in _spans(years, "unknown"))
    worded = [part for part in others if _is_wordy(part)]
    if _is_wordy(first) or any(_is_wordy(_OWN_WORDS.sub("", part, count=1)) for part in worded):
        return False
    return _SURE.search(first if worded else text) is not None


def _is_wordy(part: str) -> bool:
    """Whether the part has words other than those of periods."""
    for words in (CENTURY, DECADE, _BEFORE, _AFTER, _REIGN, _LIFE, _ABOUT, _NOW, _WORDS):
        part = words.sub(" ", part)
    return _LETTERS.search(part) is not None or _MARKS.search(part) is not None
