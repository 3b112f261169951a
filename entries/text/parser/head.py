"""The head lines of a file: the headword with its years, the Thai title with its years."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from entries.text.dates import split_years
from entries.text.findings import Finding, Severity
from entries.text.parser.fields import SEPARATORS, Value, split_values
from entries.text.parser.lines import Line
from entries.text.thai import match_key

#: A head line is never longer than this many code points.
HEAD_LIMIT: Final = 300
#: A Thai title without years is taken for one only up to this length: a lead is a sentence.
BARE_TITLE_LIMIT: Final = 80
_THAI: Final = re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e]")
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f]")
_SENTENCE: Final = re.compile(r"เป็น|คือ|\)\*|^ดู\s")


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A head line read: its names and its years, each with its place in the file."""

    line: Line
    names: tuple[Value, ...]
    periods: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """Both head lines, where the file has them, and how many lines of the body they and the blanks before them take."""

    headword: HeadLine | None
    title: HeadLine | None
    length: int


def read_head(lines: Sequence[Line], headwords: Sequence[str], thai_titles: Sequence[str]) -> Head:
    """The head lines at the start of the body. `headwords` and `thai_titles` are what the labels say, maybe nothing."""
    filled = [index for index, line in enumerate(lines) if not line.is_blank][:3]
    headword = title = None
    length = 0
    if filled and _is_headword(lines[filled[0]], headwords):
        headword = _read(lines[filled[0]], "headwords", "periods_ce")
        length = filled[0] + 1
        filled = filled[1:]
    if filled and _is_title(lines[filled[0]], thai_titles, is_last=len(filled) == 1):
        title = _read(lines[filled[0]], "thai_titles", "periods_be")
        length = filled[0] + 1
    return Head(headword, title, length)


def _is_headword(line: Line, labelled: Sequence[str]) -> bool:
    content = line.content
    if len(content) > HEAD_LIMIT or _SENTENCE.search(content):
        return False
    name, years = split_years(content)
    if labelled and match_key(name) in {match_key(part) for part in (*labelled, "; ".join(labelled))}:
        return True
    return _LATIN.search(name) is not None and (not _THAI.search(name) or (bool(years) and _LATIN.match(name) is not None))


def _is_title(line: Line, labelled: Sequence[str], *, is_last: bool) -> bool:
    content = line.content
    if len(content) > HEAD_LIMIT or line.is_indented or not _THAI.search(content):
        return False
    name, years = split_years(content)
    if labelled and match_key(name) in {match_key(part) for part in (*labelled, "".join(labelled))}:
        return True
    if _SENTENCE.search(content):
        return False
    return bool(years) or (not is_last and len(content) <= BARE_TITLE_LIMIT)


def _read(line: Line, names: str, periods: str) -> HeadLine:
    name, years = split_years(line.content)
    found = tuple(split_values(Value(name, line.content_start), SEPARATORS[names]))
    spans: tuple[Value, ...] = ()
    if years:
        at = line.content.rindex(years)
        spans = tuple(split_values(Value(years, line.content_start + at), SEPARATORS[periods]))
    return HeadLine(line, found, spans)


def overruled(head: HeadLine | None, labelled: Sequence[str], periods: Sequence[str]) -> Iterator[Finding]:
    """A finding where the head line and the labels disagree: the label wins, and the message shows both."""
    if head is None:
        return
    for values, label_values, what in (
        (head.names, labelled, "ชื่อ"),
        (head.periods, periods, "ช่วงเวลา"),
    ):
        said = "; ".join(value.text for value in values)
        if not values or not label_values or _key(said) == _key("; ".join(label_values)):
            continue
        yield Finding(
            code="title_overruled",
            severity=Severity.WARNING,
            start=values[0].start,
            end=values[-1].start + len(values[-1].text),
            words=said[:200],
            message=f"{what}ในบรรทัดหัวเรื่องคือ “{said}” แต่ใต้ป้ายกำกับคือ “{'; '.join(label_values)}” ระบบใช้ค่าใต้ป้ายกำกับ",
        )


def _key(text: str) -> str:
    return match_key(re.sub(r"พ\.\s*ศ\.|ค\.\s*ศ\.", "", text))
