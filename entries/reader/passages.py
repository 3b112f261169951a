"""Passages of articles around places: what a list shows of the text that it leads to. Pure but for types."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from entries.reader.linebreaks import NO_NAMES, Names
from entries.reader.prose import without_stars
from entries.reader.typeset import kept_html
from entries.text.surroundings import surroundings

#: Passages with so many code points between them, a space, are one.
_NEAR: Final = 1


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a paragraph, the paragraph's number from 0, and where the passage around it begins and ends."""

    paragraph: int
    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands around places of a paragraph, without stars, and the paragraph's number from 1.

    Of the `pieces`, every other one is a place: the second, the fourth, and so on.
    """

    pieces: tuple[str, ...]
    number: int
    is_cut_before: bool
    is_cut_after: bool
    names: Names = NO_NAMES

    @property
    def html(self) -> SafeString:
        """The passage with its places marked: no line ends in a word of a name, or between an era and its year."""
        cuts = ("… " if self.is_cut_before else "", "\u00a0…" if self.is_cut_after else "")
        return format_html("{}{}{}", cuts[0], format_html_join("", "{}", self._shown()), cuts[1])

    def _shown(self) -> Iterator[tuple[SafeString]]:
        for index, piece in enumerate(self.pieces):
            if index % 2:
                yield (format_html("<mark>{}</mark>", kept_html(piece, Names((piece,)), self.names)),)
            else:
                yield (kept_html(piece, self.names),)


def passage_of(
    paragraphs: tuple[str, ...],
    paragraph: int,
    start: int,
    end: int,
    bounds: tuple[int, int] | None = None,
    names: Names = NO_NAMES,
) -> Passage | None:
    """The passage around `start` to `end` of a paragraph, between `bounds` where these are known; None for no place."""
    if paragraph >= len(paragraphs):
        return None
    first, last = bounds or surroundings(paragraphs[paragraph], start, end)
    return passages_of(paragraphs, [Place(paragraph, start, end, first, last)], names)[0]


def passages_of(paragraphs: tuple[str, ...], places: Iterable[Place], names: Names = NO_NAMES) -> list[Passage]:
    """The passages around places, in the order of the text; those that overlap or follow one another are one."""
    joined: list[list[Place]] = []
    for place in sorted(places, key=lambda one: (one.paragraph, one.start, one.end)):
        if place.paragraph >= len(paragraphs):
            continue
        near = joined and joined[-1][0].paragraph == place.paragraph
        if near and place.first <= max(one.last for one in joined[-1]) + _NEAR:
            joined[-1].append(place)
        else:
            joined.append([place])
    return [_passage(paragraphs[group[0].paragraph], group, names) for group in joined]


def _passage(text: str, places: Sequence[Place], names: Names) -> Passage:
    first = min(min(place.first, place.start) for place in places)
    last = max(max(place.last, place.end) for place in places)
    bounds = [first]
    for place in places:
        if place.start >= bounds[-1]:
            bounds += (place.start, place.end)
    pieces = [_piece(text, start, end) for start, end in pairwise((*bounds, last))]
    return Passage(
        pieces=(*pieces[:-1], pieces[-1].rstrip("*")),
        number=places[0].paragraph + 1,
        is_cut_before=first > 0,
        is_cut_after=last < len(text),
        names=names,
    )


def _piece(text: str, start: int, end: int) -> str:
    """Part of a paragraph without stars: one belongs to the parenthesis before it, wherever a passage is cut."""
    whole = without_stars(text[:end])
    return whole[len(without_stars(text[:start])) :].replace("\n", " ")
