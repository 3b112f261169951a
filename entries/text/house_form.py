"""Places of a paragraph where one form of a term may be replaced by the house's: never inside quotations or words."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from entries.text.segment import words
from entries.text.thai import clusters, is_thai

#: Marks that open and close somebody's words. Those that look the same on both sides open and close in turn.
_PAIRS: Final = {"“": "”", "«": "»", "‘": "’", "„": "“”", "‹": "›", "「": "」", "『": "』"}
_SAME: Final = ('"', "''")
_CLOSING: Final = frozenset("”»’›」』")
# A straight single mark is an apostrophe as well: it quotes only where it stands at the edge of words.
_SINGLE: Final = re.compile(r"(?<![\w'])'(?=[^\s'])[^']*'(?![\w'])")
_MARKS: Final = re.compile("|".join(map(re.escape, (*_PAIRS, *_CLOSING, *_SAME))))


@dataclass(frozen=True, slots=True)
class Form:
    """A form found at `start` to `end` (code points of the paragraph).

    `certain`: it begins and ends where words do; otherwise it may be part of a longer word.
    """

    start: int
    end: int
    text: str
    certain: bool


def quotations(paragraph: str) -> list[tuple[int, int]]:
    """Where quoted words begin and end, their marks included, in order; one within another is part of it.

    A mark without its partner guards all on its side: better no correction than one in somebody's words. So a quotation
    that goes on over several paragraphs is guarded where it ends, and where it begins.
    """
    found = [match.span() for match in _SINGLE.finditer(paragraph)]
    waiting: list[tuple[str, int]] = []
    for match in _MARKS.finditer(paragraph):
        mark = match[0]
        at = next((i for i in reversed(range(len(waiting))) if mark in _closing(waiting[i][0])), None)
        if at is not None:
            found.append((waiting[at][1], match.end()))
            del waiting[at:]
        elif mark in _CLOSING and not (mark == "’" and _is_apostrophe(paragraph, match.start())):
            found.append((0, match.end()))
        elif mark not in _CLOSING:
            waiting.append((mark, match.start()))
    if waiting:
        found.append((waiting[0][1], len(paragraph)))
    return _joined(found)


def _closing(mark: str) -> tuple[str, ...]:
    return tuple(_PAIRS.get(mark, ())) or (mark,)


def _is_apostrophe(paragraph: str, at: int) -> bool:
    return 0 < at < len(paragraph) - 1 and paragraph[at - 1].isalpha() and paragraph[at + 1].isalpha()


def _joined(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def find_forms(paragraph: str, forms: Sequence[str], house: str) -> list[Form]:
    """Where one of these forms stands outside quotations and is not already part of the house form, in order.

    A longer form is found before a shorter one within it; no form is found that would cut a letter from its marks.
    """
    sought = sorted({form for form in forms if form and form != house}, key=lambda form: (-len(form), form))
    if not sought or not any(form in paragraph for form in sought):
        return []
    done = [found.span() for found in re.finditer(re.escape(house), paragraph)] if house else []
    pattern = re.compile("|".join(map(re.escape, sought)))
    ends = {0, *clusters(paragraph)}
    spans = words(paragraph)
    starts, stops = {start for start, _end in spans}, {end for _start, end in spans}
    return [
        Form(start, end, paragraph[start:end], _edge(paragraph, start, starts) and _edge(paragraph, end, stops))
        for start, end in _open(pattern, paragraph, quotations(paragraph))
        if start in ends and end in ends and not any(first <= start and end <= last for first, last in done)
    ]


def _open(pattern: re.Pattern[str], paragraph: str, closed: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    begins = [start for start, _end in closed]
    for found in pattern.finditer(paragraph):
        start, end = found.span()
        at = bisect_right(begins, end - 1)
        if not any(first < end and start < last for first, last in closed[:at]):
            yield start, end


def _edge(paragraph: str, offset: int, edges: set[int]) -> bool:
    """Whether a word begins or ends here, or no Thai letter stands on one of the sides."""
    beside = paragraph[max(0, offset - 1) : offset + 1]
    return offset in edges or len(beside) < 2 or not all(map(is_thai, beside))
