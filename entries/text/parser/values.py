"""Values on a line: dashes taken off, several values on one line parted."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

_DASH: Final = re.compile(r"[-–—•·*▪●◦]\s+|[-•·▪●◦](?=\w)")
_SPACED_DASH: Final = re.compile(r"[-–—•·*▪●◦]\s+")
_LONE_DASH: Final = re.compile(r"[-–—]{1,3}|[•·▪●◦]")
# No white space around a separator here: what is parted is stripped, and long runs of it cost nothing.
_SEMICOLON: Final = re.compile("[;；]")
_TITLES: Final = re.compile("(?<![0-9๐-๙]),|,(?![0-9๐-๙])|[;；，]")
# A comma before a degree or rank parts nothing, nor does และคณะ; และ without a space before it parts two full names.
_AUTHORS: Final = re.compile(
    r"[,;，；](?!\s{0,3}(?:ราชบัณฑิต|Ph\.? ?D|M\. ?[AD]\.|Jr|Sr)(?![^\W\d_]))(?:\s{0,3}และ(?=\s))?"
    r"|(?<=\s)และ(?!\s{0,3}คณะ)|(?<=[ก-๎])และ(?!คณะ)(?=[ก-๎]{2,40}\s{1,3}[ก-๎])"
)
_BRACKETS: Final = re.compile(r"[(\[（]|[)\]）]")
# One surname, a comma, given names: a Western author filed under the surname.
_INVERTED: Final = re.compile(r"[A-Za-z\u00c0-\u024f'’.-]+,\s*[A-Za-z\u00c0-\u024f'’. -]+")


class Value(NamedTuple):
    """One value and the offset in the file at which it stands (a tuple, for files of a million values)."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """The offset just after it."""
        return self.start + len(self.text)


def is_lone_dash(text: str) -> bool:
    """Whether this says "none"."""
    return len(text) <= 3 and _LONE_DASH.fullmatch(text) is not None


def without_dash(value: Value, field: str) -> Value:
    """The value without the dash or bullet of a list. In a period a dash before a year stays: "–1940"."""
    match = (_SPACED_DASH if field in {"periods_ce", "periods_be"} else _DASH).match(value.text)
    if match is None:
        return value
    return Value(value.text[match.end() :], value.start + match.end())


def split_values(value: Value, field: str) -> Iterator[Value]:
    """The values that a bare line of this field holds, never parted inside parentheses.

    Headwords, periods, keywords and see also are parted by ";", titles by ";" or else ",", authors by ",", ";" or และ;
    every other line is one value.
    """
    choose = _SEPARATORS.get(field)
    separator = choose(value.text) if choose else None
    start = 0
    for cut_start, cut_end in _cuts(value.text, separator):
        yield from _piece(value, start, cut_start)
        start = cut_end
    yield from _piece(value, start, len(value.text))


def _titles(text: str) -> re.Pattern[str]:
    return _SEMICOLON if _SEMICOLON.search(text) else _TITLES


def _authors(text: str) -> re.Pattern[str] | None:
    return None if _INVERTED.fullmatch(text) else _AUTHORS


_SEPARATORS: Final[Mapping[str, Callable[[str], re.Pattern[str] | None]]] = {
    "headwords": lambda _: _SEMICOLON,
    "thai_titles": _titles,
    "periods_ce": lambda _: _SEMICOLON,
    "periods_be": lambda _: _SEMICOLON,
    "keywords": lambda _: _SEMICOLON,
    "see_also": lambda _: _SEMICOLON,
    "authors": _authors,
}


def _cuts(text: str, separator: re.Pattern[str] | None) -> list[tuple[int, int]]:
    """Where the separator matches outside parentheses; everywhere, where these are not balanced."""
    if separator is None:
        return []
    cuts = [match.span() for match in separator.finditer(text)]
    if not cuts:
        return cuts
    depth = opened = 0
    inside: list[tuple[int, int]] = []
    for bracket in _BRACKETS.finditer(text):
        if bracket[0] in "([（":
            opened = bracket.start() if depth == 0 else opened
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                inside.append((opened, bracket.start()))
        else:
            return cuts
    return cuts if depth else _outside(cuts, inside)


def _outside(cuts: list[tuple[int, int]], inside: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    at = 0
    for cut in cuts:
        while at < len(inside) and inside[at][1] < cut[0]:
            at += 1
        if at == len(inside) or cut[0] < inside[at][0]:
            kept.append(cut)
    return kept


def _piece(value: Value, start: int, end: int) -> Iterator[Value]:
    text = value.text[start:end]
    stripped = text.strip()
    if stripped and not is_lone_dash(stripped):
        yield Value(stripped, value.start + start + len(text) - len(text.lstrip()))
