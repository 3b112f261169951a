"""Passages of the prose with what a query found marked; nothing is cut inside a cluster. Pure."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from entries.search.folding import finder
from entries.text.article import EXTRA_LABEL, LABELS
from entries.text.segment import words
from entries.text.serializer import INDENT
from entries.text.thai import clusters

_STAR: Final = re.compile(r"(?<=\))[ \u00a0]?\*")
_SPACES: Final = re.compile(r"\s+")
#: About how many characters stand around what was found.
_AROUND: Final = 70
#: How far from there a space is looked for to cut at.
_REACH: Final = 25
#: About so long is a long word.
_WORD: Final = 12
#: No cluster of a readable text is longer.
_LONGEST_CLUSTER: Final = 40
_LABELS: Final = frozenset(LABELS.values())
_KEYWORDS: Final = f"\n{LABELS['keywords']}\n"
_FIRST_LABEL: Final = f"\n\n{LABELS['headwords']}\n"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a passage, marked where the query found it."""

    text: str
    is_marked: bool = False


Passage = tuple[Piece, ...]
#: A place to mark: paragraph, start, end.
Spot = tuple[int, int, int]


def paragraphs_of(text: str, heads: int) -> list[str]:
    """The paragraphs of a canonical text that opens with so many head lines, without reading the rest of it."""
    blocks = text[: text.find(_FIRST_LABEL)].split("\n\n")[heads:]
    return [block.removeprefix(INDENT) for block in blocks]


def fields_of(text: str) -> dict[str, list[str]]:
    """The labelled values of a canonical text, by label."""
    return _fields(text, max(0, text.find(_FIRST_LABEL)))


def keywords_of(text: str) -> list[str]:
    """The keywords of a canonical text, without reading the rest of it."""
    start = text.find(_KEYWORDS, max(0, text.find(_FIRST_LABEL)))
    end = start + len(_KEYWORDS)
    while start >= 0 and text.startswith("- ", end):
        end = text.find("\n", end) + 1 or len(text)
    return _fields(text[:end], start).get(LABELS["keywords"], []) if start >= 0 else []


def _fields(text: str, start: int) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = {}
    label = ""
    for line in text[start:].split("\n"):
        extra = EXTRA_LABEL.fullmatch(line)
        if line in _LABELS or extra:
            label = extra.group(1) if extra else line
        elif value := line.removeprefix("- ").strip():
            fields.setdefault(label, []).append(value)
    return fields


def passages(
    paragraphs: Sequence[str], runs: Sequence[Sequence[str]], *, spots: Iterable[Spot] = (), most: int = 2
) -> list[Passage]:
    """At most `most` passages of these paragraphs, in their order.

    `runs` are the folded forms of each wanted term, the most telling first; `spots` is what is to be marked besides
    (dates). A paragraph that adds no term to those shown is not shown. Without any, the beginning is.
    """
    dated: dict[int, list[tuple[int, int]]] = {}
    for index, start, end in spots:
        dated.setdefault(index, []).append((start, end))
    every = [finder(tuple(forms)) for forms in runs]
    left = every
    shown: list[tuple[int, Passage]] = []
    for index, paragraph in enumerate(paragraphs):
        if len(shown) == most or not left:
            break
        met = [find for find in left if find.search(paragraph)]
        if met:
            shown.append((index, _around(_STAR.sub("", paragraph), met[0], every)))
            left = [find for find in left if find not in met]
    if not shown and dated:
        index = min(dated)
        marks, text = _without_stars(paragraphs[index], sorted(dated[index]))
        shown.append((index, _cut(text, marks, 0)))
    if not shown:
        lead = next((text for text in paragraphs if text.strip()), "")
        return [_cut(_STAR.sub("", lead), [], 0)] if lead else []
    return [passage for _index, passage in shown]


def _without_stars(text: str, marks: Sequence[tuple[int, int]]) -> tuple[list[tuple[int, int]], str]:
    stars = [(star.start(), len(star.group())) for star in _STAR.finditer(text)]

    def moved(offset: int) -> int:
        return offset - sum(length for start, length in stars if start < offset)

    return [(moved(start), moved(end)) for start, end in marks], _STAR.sub("", text)


def _around(text: str, leading: re.Pattern[str], every: Sequence[re.Pattern[str]]) -> Passage:
    """The passage around the first place of the leading run, with all that is found there marked."""
    first = leading.search(text)
    if first is None:  # it stood across a star
        return _cut(text, [], 0)
    low = max(0, first.start() - _AROUND - _REACH)
    high = first.end() + _AROUND + _REACH
    marks = sorted({found.span() for find in every for found in find.finditer(text, low, high)} | {first.span()})
    return _cut(text, marks, marks.index(first.span()))


def _cut(text: str, marks: Sequence[tuple[int, int]], main: int) -> Passage:
    """The text around one of the marks, with every mark that stands there; marks are widened to whole clusters."""
    first, last = marks[main] if marks else (0, 0)
    around = _AROUND if marks else 2 * _AROUND
    low = max(0, first - around - _LONGEST_CLUSTER)
    edges = [low, *(low + end for end in clusters(text[low : last + around + _LONGEST_CLUSTER]))]
    if low:
        edges = [edge for edge in edges if edge >= low + _LONGEST_CLUSTER // 2] or edges

    def before(offset: int) -> int:
        return edges[max(0, bisect_right(edges, offset) - 1)]

    def after(offset: int) -> int:
        return edges[min(len(edges) - 1, bisect_left(edges, offset))]

    begin = before(first - around) if first > around else 0
    finish = after(last + around) if last + around < len(text) else len(text)
    begin = _nearest_gap(text, edges, begin, range(begin, min(begin + _REACH, first))) if begin else 0
    if finish < len(text):
        finish = _nearest_gap(text, edges, finish, range(finish, max(finish - _REACH, last), -1))
    pieces = [Piece("…")] if begin else []
    done = begin
    for start, end in ((before(start), after(end)) for start, end in marks):
        if start >= done and end <= finish and start < end:
            pieces += [Piece(text[done:start]), Piece(text[start:end], is_marked=True)]
            done = end
    pieces.append(Piece(text[done:finish]))
    if finish < len(text):
        pieces.append(Piece("…"))
    return tuple(Piece(_SPACES.sub(" ", piece.text), piece.is_marked) for piece in pieces if piece.text)


def _nearest_gap(text: str, edges: Sequence[int], otherwise: int, places: range) -> int:
    """The first of the places where a space stands, else the first where a word begins, by the segmenter."""
    for place in places:
        if text[place].isspace():
            return place
    # Words around the places are enough to tell where those inside begin.
    low = max(0, min(places, default=0) - _WORD)
    begins = {low + start for start, _end in words(text[low : max(places, default=0) + _WORD])}
    return next((place for place in places if place in begins and place in edges), otherwise)


def plain(passage: Passage) -> str:
    """The passage as text."""
    return "".join(piece.text for piece in passage)
