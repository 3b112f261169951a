"""The head lines of a file: the headword with its years, the Thai title with its years."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from entries.text.dates import is_years, parse_periods, parts_in_eras, split_years
from entries.text.findings import Finding, Severity
from entries.text.parser.lines import Line
from entries.text.parser.values import Value, split_values
from entries.text.thai import arabic_digits, match_key, normalise

#: A head line is never longer than this many code points.
HEAD_LIMIT: Final = 300
#: A Thai title without years is taken for one only up to this length: a lead is a sentence.
BARE_TITLE_LIMIT: Final = 80
#: And one with years up to this length.
TITLE_LIMIT: Final = 200
_THAI: Final = re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e]")
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f]")
# Words of a lead; ความเป็นกลาง and การเป็นทาส are names.
_SENTENCE: Final = re.compile(r"(?<!ความ)(?<!การ)เป็น|คือ|\)\*|^ดู\s|^ดู[A-Za-z]")
_ENGLISH_SENTENCE: Final = re.compile(r"[a-z]{2}[.!?]$| (?:is|was|were|are) ")
_ERA: Final = re.compile(r"(?:พ|ค)\s?\.\s?ศ\s?\.|พุทธศักราช|คริสต์ศักราช|AD|CE")
_DASHES: Final = re.compile("[-‐‑‒–—−]+")
_QUOTES: Final = re.compile("[“”„\"‘’']")
#: What years after a name may stand in.
OPENING: Final = re.compile(r"[(\[（]")
# What opens a line of prose rather than years.
_ADVERBS: Final = ("ใน", "เมื่อ", "ช่วง", "in ", "In ")
_SIGNS_BEHIND: Final = re.compile(r"(?<=[)\]）])[*.]+\Z")
_ONE_SPAN: Final = re.compile(r"\s*[0-9๐-๙]+\s*(?:[‐‑‒–—−/-]\s*[0-9๐-๙]*\s*)?")


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A head line read: its names and its years, each with its place in the file."""

    names: tuple[Value, ...]
    periods: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """Both head lines, where the file has them, how many lines of the body they take, and what was left out of them."""

    headword: HeadLine | None
    title: HeadLine | None
    length: int
    findings: tuple[Finding, ...] = ()


def read_head(
    lines: Sequence[Line], headwords: Sequence[str], thai_titles: Sequence[str], *, is_whole: bool = False
) -> Head:
    """The head lines at the start of the body. `headwords` and `thai_titles` are what the labels say, maybe nothing.

    `is_whole`: there is no prose, so that the last line may be a title without years too.
    """
    filled = _first_filled(lines, 5)
    headword = title = None
    findings: list[Finding] = []
    length = at = 0
    while at < len(filled) and not (headword and title):
        line = lines[filled[at]]
        field = ""
        if headword is None and _is_headword(line, headwords):
            field = "headwords"
        elif title is None and _is_title(line, thai_titles, is_last=at + 1 == len(filled) and not is_whole):
            field = "thai_titles"
        if not field:
            break
        found = HeadLine(*read_names(Value(line.content, line.content_start), field))
        findings += _left_out(line, found)
        if not found.periods and at + 1 < len(filled) and (years := _years_alone(lines[filled[at + 1]])):
            found = HeadLine(found.names, tuple(split_values(years, "periods_ce")))
            at += 1
        headword, title = (found, title) if field == "headwords" else (headword, found)
        length = filled[at] + 1
        at += 1
    return Head(headword, title, length, tuple(findings))


def _years_alone(line: Line) -> Value | None:
    """The years of the head line above where they stand on a line of their own, in parentheses or without."""
    content = line.content
    if line.indent or len(content) > HEAD_LIMIT:
        return None
    if content.startswith(("(", "[", "（")):
        name, years = split_years(f"X {content}")
        return Value(years.strip(), line.content_start + content.index(years)) if years and name == "X" else None
    is_alone = is_years(content) and not content.startswith(_ADVERBS)
    return Value(content, line.content_start) if is_alone else None


def _left_out(line: Line, found: HeadLine) -> list[Finding]:
    """A remark on a star or full stop behind the years: it is not kept."""
    signs = _SIGNS_BEHIND.search(line.content) if found.periods else None
    if signs is None:
        return []
    message = f"เครื่องหมาย “{signs[0]}” หลังปีในบรรทัดหัวเรื่องไม่ใช่ส่วนของชื่อ ระบบไม่เก็บไว้"
    start, end = (line.content_start + place for place in signs.span())
    return [Finding("head_sign", Severity.REMARK, start, end, signs[0], message, "")]


def read_names(line: Value, field: str) -> tuple[tuple[Value, ...], tuple[Value, ...]]:
    """The names of a head line or of a labelled line, and the years that stand in parentheses after them."""
    names: list[Value] = []
    periods: list[Value] = []
    whole = list(_without_years(line, periods, field))
    for name in [part for value in whole for part in split_values(value, field)]:
        earlier: list[Value] = []
        names += _without_years(name, earlier, field)
        periods = earlier + periods
    return tuple(names), tuple(sorted(periods, key=lambda period: period.start))


def _without_years(value: Value, periods: list[Value], field: str) -> Iterator[Value]:
    name, years = split_years(value.text) if OPENING.search(value.text) else ("", "")
    if not years or not name:
        yield value
        return
    yield Value(name, value.start + value.text.index(name))
    inside = Value(years, value.start + value.text.rindex(years))
    periods += split_values(inside, "periods_ce" if field == "headwords" else "periods_be")


def by_era(years: Sequence[Value], field: str) -> dict[str, list[Value]]:
    """The years of a name by the field they belong to, where `field` is that of the name's line.

    Those of a Thai title that are written in ค.ศ. go to the Common Era, with those behind them that say no era; of the
    same years in both eras (1900–1950/2443–2493) each goes to its own.
    """
    found: dict[str, list[Value]] = {field: []}
    place = field
    for value in years:
        parts = parts_in_eras(value.text)
        for era, start, end in parts:
            if len(parts) > 1 or (era and field == "periods_be"):
                place = "periods_ce" if era == "CE" else "periods_be"
            text = value.text[start:end]
            begin = value.start + start + len(text) - len(text.lstrip())
            found.setdefault(place, []).append(Value(text.strip(), begin))
        place = field if len(parts) > 1 else place
    return found


def settle(labelled: list[Value], said: Sequence[Value], field: str) -> tuple[list[Value], list[Finding]]:
    """What a field holds when its label says `labelled` and a head line `said`.

    The label wins; what it lacks comes from the head line. Findings: `title_overruled` where the two disagree,
    `title_added` where the head line has all that the label has, and more.
    """
    if not said or not labelled:
        return labelled or list(said), []
    stands = _periods_stand if field in {"periods_ce", "periods_be"} else _names_stand
    missing = [value for value, found in zip(said, stands(said, labelled), strict=True) if not found]
    if not missing:
        return labelled, []
    words, label_words = _joined(said), _joined(labelled)
    what = "ช่วงเวลา" if field in {"periods_ce", "periods_be"} else "ชื่อ"
    if all(stands(labelled, said)):
        message = (
            f"{what}ในบรรทัดหัวเรื่องคือ “{words}” แต่ใต้ป้ายกำกับมีเพียง “{label_words}” "
            f"ระบบเพิ่ม “{_joined(missing)}” จากบรรทัดหัวเรื่อง"
        )
        return [*labelled, *missing], [_finding("title_added", Severity.REMARK, said, message)]
    message = f"{what}ในบรรทัดหัวเรื่องคือ “{words}” แต่ใต้ป้ายกำกับคือ “{label_words}” ระบบใช้ค่าใต้ป้ายกำกับ"
    return labelled, [_finding("title_overruled", Severity.WARNING, said, message)]


def _finding(code: str, severity: Severity, said: Sequence[Value], message: str) -> Finding:
    return Finding(code, severity, said[0].start, said[-1].end, _joined(said)[:200], message)


def _joined(values: Sequence[Value]) -> str:
    return "; ".join(value.text for value in values)


def _names_stand(values: Sequence[Value], others: Sequence[Value]) -> list[bool]:
    known = {loose(other.text) for other in others}
    return [loose(value.text) in known for value in values]


def _periods_stand(values: Sequence[Value], others: Sequence[Value]) -> list[bool]:
    parts = {part for other in others for part in _parts(other.text)}
    spans = {span for other in others for span in _spans(other.text)}
    return [
        _parts(value.text) <= parts or (bool(_spans(value.text)) and _spans(value.text) <= spans) for value in values
    ]


def _parts(text: str) -> set[str]:
    parts = (loose(_ERA.sub("", part)) for part in re.split("[,;]", text))
    return {part for part in parts if part}


def _spans(text: str) -> set[tuple[int | None, int | None, bool]]:
    """The span of a period that is one or two years and nothing else; others are compared as they are written."""
    numbers = _ERA.sub("", text)
    if len(text) > HEAD_LIMIT or not _ONE_SPAN.fullmatch(numbers):
        return set()
    return {(period.start, period.end, period.open) for period in parse_periods([numbers], [])}


def loose(text: str) -> str:
    """A name or period as it is compared with its label: white space, digits, dashes and quotes of one kind."""
    plain = arabic_digits("".join(normalise(text).split()))
    return _QUOTES.sub("'", _DASHES.sub("-", plain))


def _first_filled(lines: Sequence[Line], count: int) -> list[int]:
    found: list[int] = []
    for index, line in enumerate(lines):
        if not line.is_blank:
            found.append(index)
        if len(found) == count:
            break
    return found


def _is_named(content: str, labelled: Sequence[str]) -> bool:
    if not labelled:
        return False
    said = match_key(split_years(content)[0])
    return bool(said) and said in {match_key(part) for part in (*labelled, "".join(labelled))}


def _is_headword(line: Line, labelled: Sequence[str]) -> bool:
    content = line.content
    if len(content) > HEAD_LIMIT:
        return False
    if _is_named(content, labelled):
        return True
    name, years = split_years(content)
    # A star behind years is no star of a gloss.
    if line.indent or _SENTENCE.search(name if years else content) or not _LATIN.search(name):
        return False
    if _THAI.search(name):
        return bool(years) and _LATIN.match(name) is not None
    return bool(years) or not _ENGLISH_SENTENCE.search(content)


def _is_title(line: Line, labelled: Sequence[str], *, is_last: bool) -> bool:
    content = line.content
    if len(content) > HEAD_LIMIT or not _THAI.search(content):
        return False
    if _is_named(content, labelled):
        return True
    if line.indent:
        return False
    name, years = split_years(content)
    if years:
        return bool(name) and (
            len(content) <= BARE_TITLE_LIMIT or (len(content) <= TITLE_LIMIT and not _SENTENCE.search(name))
        )
    return not is_last and len(content) <= BARE_TITLE_LIMIT and not _SENTENCE.search(content)
