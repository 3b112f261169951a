"""Where a line may end within and around names, dates and signs. Pure.

Browsers find the words of Thai by a dictionary, which knows neither foreign names nor which words belong together. So
the page says it: runs that stay on one line, and names that stay on one line where they take less than half of it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from entries.text.names import parse_title, turn_round
from entries.text.references import DEFAULT_CLASS_NOUNS
from entries.text.thai import is_thai

_MARKS: Final = re.compile("[ัิ-ฺ็-๎\u0300-\u036f]")
#: What goes on with the syllable before it, and the vowels that are written before the syllable they belong to.
_WITHIN: Final = re.compile("[ะ-ฺๅ็-๎\u0300-\u036f]")
_LEADING: Final = frozenset("เแโใไ")
#: Widths are counted in columns: characters that take room. Half a line of a phone has twelve of them.
SHORT: Final = 12
#: A run wider than this would not fit into a line of a phone; the browser's dictionary cuts it.
LONGEST: Final = 24
#: Names up to so many columns stay whole from the width of the text on that the style sheet names for each. It reckons
#: with the narrowest letters, of 0.47 em a column, so that no name that takes less than half a line is broken.
_STEPS: Final = (14, 16, 18, 20, 22, 24, 26, 28, 30, 34, 40)
BUCKETS: Final = ((SHORT, "w"), *((step, f"n{step}") for step in _STEPS))
_LEAST_WORD: Final = 3
_WORD_ENDS: Final = re.compile(r"(?<=[ \u00a0\-–/])")
_CLUSTER: Final = "[เ-ไ]?[ก-ฮ][ะ-ฺๅ็-๎]*"
_TWO_CLUSTERS: Final = f"(?:{_CLUSTER}){{1,2}}"
_SPACE: Final = "[ \u00a0]"
_DIGITS: Final = "[0-9๐-๙]"
_KEPT: Final = re.compile(
    rf"[คพรจม]\.{_SPACE}?ศ\.{_SPACE}?{_DIGITS}{{1,4}}"  # an era and its year
    rf"|วันที่{_SPACE}?{_DIGITS}{{1,2}}"
    rf"|{_TWO_CLUSTERS}ที่{_SPACE}?{_DIGITS}{{1,3}}(?!{_DIGITS})"  # a name and its number
    rf"|(?:[A-Z][a-z]+{_SPACE})[IVX]+\b"
    rf"|(?:{_TWO_CLUSTERS}|\))(?:{_SPACE}{{0,2}}(?:ๆ|ฯลฯ|ฯ(?!ล)))+"
    rf"|(?<![ก-๎.])(?:[ก-ฮ]{{1,3}}\.{_SPACE}?){{2,}}(?:{_CLUSTER})?"  # initials
    rf"|\b(?:[A-Z]\.{_SPACE}?){{2,}}"
)
_NUMBER: Final = re.compile(rf"{_SPACE}?ที่{_SPACE}?{_DIGITS}{{1,3}}(?!{_DIGITS})")


@dataclass(frozen=True, slots=True)
class Run:
    """Code points `start` to `end` that stay on one line: always ("w"), or from a width on (the style of that name)."""

    start: int
    end: int
    style: str = "w"


def columns(text: str) -> int:
    """How many characters of a text take room: marks above and below letters do not."""
    return len(text) - sum(1 for _mark in _MARKS.finditer(text))


def known_names(titles: Iterable[str], keywords: Iterable[str], anchors: Iterable[str]) -> frozenset[str]:
    """The Thai names that an entry's text may hold: titles with and without honorific, keywords as spoken, anchors."""
    found = {name.strip() for name in anchors}
    for title in titles:
        found |= {title, parse_title(title).name}
    for keyword in keywords:
        found |= {turn_round(keyword), *keyword.split(",")}
    return frozenset(name for name in (each.strip() for each in found) if any(map(is_thai, name)))


class Names:
    """Finds names in prose, and alone their words and what stands behind a noun (แวร์ซาย of สนธิสัญญาแวร์ซาย)."""

    def __init__(self, names: Iterable[str]) -> None:
        found = {name for name in names if columns(name) >= _LEAST_WORD}
        found |= {word for name in found for word in name.split() if columns(word) > _LEAST_WORD}
        found |= {tail for word in found if columns(tail := word[_behind_noun(word, 0, len(word)) :]) > _LEAST_WORD}
        self._names: Final = frozenset(found)
        # Thousands of names begin with สงคราม, yet they have few lengths.
        lengths: dict[str, set[int]] = {}
        for name in found:
            lengths.setdefault(name[:_LEAST_WORD], set()).add(len(name))
        self._lengths: Final = {start: sorted(each, reverse=True) for start, each in lengths.items()}

    def runs(self, text: str) -> Iterator[Run]:
        """What stays together of the names in a paragraph, the longest name at each place; a name before its parts."""
        at, last = 0, len(text) - _LEAST_WORD
        while at <= last:
            end = self._end(text, at)
            if end:
                yield from _name_runs(text, at, end)
            at = end or at + 1

    def _end(self, text: str, start: int) -> int:
        """Where the longest name ends that stands at a place and is not cut out of a syllable, 0 where none does."""
        for length in self._lengths.get(text[start : start + _LEAST_WORD], ()):
            if text[start : start + length] in self._names and not _WITHIN.match(text, start + length):
                return start + length if text[start - 1 : start] not in _LEADING else 0
        return 0


#: No names at all.
NO_NAMES: Final = Names(())


def runs_of(text: str, *names: Names) -> Iterator[Run]:
    """All that stays together in a text. A name gives way to one before it in `names` that it would overlap."""
    taken: list[Run] = []
    for finder in names:
        taken += [run for run in finder.runs(text) if not any(_overlap(run, other) for other in taken)]
    yield from taken
    yield from kept_runs(text)


def _overlap(one: Run, other: Run) -> bool:
    """Whether one of two runs begins within the other and ends outside."""
    return (one.start < other.start < one.end < other.end) or (other.start < one.start < other.end < one.end)


def _name_runs(text: str, start: int, end: int) -> Iterator[Run]:
    """A name: whole up to half a line, and each of its parts; with its number, if one follows."""
    number = _NUMBER.match(text, end)
    whole = number.end() if number else end
    style = next((style for width, style in BUCKETS if columns(text[start:whole]) <= width), "")
    if style:
        yield Run(start, whole, style)
    if style == "w":
        return
    parts = list(_parts(text, start, end))
    for first, last in parts:
        until = whole if last == end else last
        width = columns(text[first:until])
        if width <= LONGEST and until - first > 1:
            yield Run(first, until, "w" if width <= SHORT else "wx")


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The words of a name, without the space after each; long ones taken apart behind nouns such as พรรค and สงคราม."""
    for word in _WORD_ENDS.split(text[start:end]):
        bare = len(word.rstrip(" \u00a0"))
        yield from _long_parts(text, start, start + bare)
        start += len(word)


def _long_parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while columns(text[start:end]) > SHORT:
        behind = _behind_noun(text, start, end)
        if not behind:
            break
        yield start, behind
        start = behind
    if start < end:
        yield start, end


def _behind_noun(text: str, start: int, end: int) -> int:
    """Where the class noun ends with which a word begins, 0 where it begins with none."""
    for noun in _nouns().get(text[start : start + 2], ()):
        behind = start + len(noun)
        if text.startswith(noun, start) and columns(text[behind:end]) >= _LEAST_WORD and "ก" <= text[behind] <= "ไ":
            return behind if not _MARKS.match(text, behind) and text[behind] not in "ะาำๅ" else 0
    return 0


@cache
def _nouns() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for noun in sorted({thai for row in DEFAULT_CLASS_NOUNS for thai in row.thai}, key=len, reverse=True):
        if columns(noun) >= _LEAST_WORD:
            found.setdefault(noun[:2], []).append(noun)
    return found


def kept_runs(text: str) -> Iterator[Run]:
    """Runs that no line ends in whatever they name: eras and years, days, numbers of names, ๆ, ฯลฯ and initials.

    >>> [("ใน ค.ศ. ๑๙๑๗ และต่าง ๆ")[run.start : run.end] for run in kept_runs("ใน ค.ศ. ๑๙๑๗ และต่าง ๆ")]
    ['ค.ศ. ๑๙๑๗', 'ต่าง ๆ']
    """
    for found in _KEPT.finditer(text):
        yield Run(found.start(), found.start() + len(found.group().rstrip()))
