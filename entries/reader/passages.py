"""Passages of articles around a place: what a list shows of the text that it leads to. Pure but for types."""

from dataclasses import dataclass

from entries.reader.prose import without_stars
from entries.text.surroundings import surroundings


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands around a place of a paragraph, in three parts without stars, and the paragraph's number from 1."""

    before: str
    place: str
    after: str
    number: int
    is_cut_before: bool
    is_cut_after: bool


def passage_of(
    paragraphs: tuple[str, ...], paragraph: int, start: int, end: int, bounds: tuple[int, int] | None = None
) -> Passage | None:
    """The passage around `start` to `end` of a paragraph, between `bounds` where these are known; None for no place."""
    if paragraph >= len(paragraphs):
        return None
    text = paragraphs[paragraph]
    first, last = bounds or surroundings(text, start, end)
    return Passage(
        before=without_stars(text[first:start]).replace("\n", " "),
        place=text[start:end],
        after=_after(text, end, last),
        number=paragraph + 1,
        is_cut_before=first > 0,
        is_cut_after=last < len(text),
    )


def _after(text: str, end: int, last: int) -> str:
    """What follows the place; a star belongs to the parenthesis before it, wherever the passage ends."""
    whole = without_stars(text[:last])
    return whole[len(without_stars(text[:end])) :].replace("\n", " ").rstrip("*")
