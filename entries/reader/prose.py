"""An article's prose as the pieces that a page shows: plain runs, linked anchors, glosses. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from entries.text.references.spans import parentheses
from entries.text.thai import clusters, is_thai

#: Code points that fit into half a line at 320 pixels.
SHORT: Final = 20
_SPACES: Final = " \t\u00a0\u2007\u2009\u202f"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A parenthesis of the prose with the term before it; all offsets are those of the paragraph.

    `start` and `end` are the term (equal where there is none), `opening` and `closing` the parentheses. `href` is where
    the term leads, "" where it leads nowhere.
    """

    paragraph: int
    start: int
    end: int
    opening: int
    closing: int
    href: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text: linked where it has an `href`, foreign where it is a gloss in Latin script."""

    text: str
    href: str = ""
    is_foreign: bool = False

    @property
    def is_short(self) -> bool:
        """Whether it takes less than half a line of a phone, so that it may be kept on one line."""
        return len(self.text) <= SHORT


Paragraph = tuple[Piece, ...]


def paragraphs_of(texts: Sequence[str], anchors: Iterable[Anchor]) -> tuple[Paragraph, ...]:
    """The paragraphs in pieces, without the stars of their references. Joined, the pieces are the text."""
    by_paragraph: Mapping[int, list[Anchor]] = defaultdict(list)
    for anchor in anchors:
        by_paragraph[anchor.paragraph].append(anchor)
    return tuple(tuple(_pieces(text, by_paragraph[index])) for index, text in enumerate(texts))


def without_stars(text: str) -> str:
    """The text without the stars that mark references.

    >>> without_stars("เลนิน (Lenin)* และบอลเชวิค (Bolsheviks) * กับ ๒ * ๓")
    'เลนิน (Lenin) และบอลเชวิค (Bolsheviks) กับ ๒ * ๓'
    """
    hidden = _hidden(text)
    return "".join(char for offset, char in enumerate(text) if offset not in hidden) if hidden else text


def excerpt(text: str, limit: int) -> str:
    """The beginning of a paragraph, without stars: whole up to `limit` code points, else cut at a space, with "…"."""
    plain = without_stars(text).replace("\n", " ")
    if len(plain) <= limit:
        return plain
    at_space = plain.rfind(" ", limit // 2, limit)
    if at_space < 0:
        at_space = max(end for end in clusters(plain[:limit])[:-1] or [limit])
    return plain[:at_space].rstrip(" (“") + "…"


def _hidden(text: str) -> set[int]:
    """Offsets of the stars after parentheses, each with the space before it where another follows."""
    hidden: set[int] = set()
    for pair in parentheses(text):
        star = pair.star
        if star is None:
            continue
        hidden.add(star)
        if text[star - 1] in _SPACES and text[star + 1 : star + 2] in ("", "\n", *_SPACES):
            hidden.add(star - 1)
    return hidden


def _pieces(text: str, anchors: Sequence[Anchor]) -> Iterator[Piece]:
    hidden = _hidden(text)

    def shown(start: int, end: int) -> str:
        if hidden.isdisjoint(range(start, end)):
            return text[start:end]
        return "".join(text[offset] for offset in range(start, end) if offset not in hidden)

    done = 0
    for start, end, href, is_foreign in sorted(_marked(text, anchors)):
        if start < done:
            continue
        if plain := shown(done, start):
            yield Piece(plain)
        yield Piece(shown(start, end), href, is_foreign)
        done = end
    if rest := shown(done, len(text)):
        yield Piece(rest)


def _marked(text: str, anchors: Iterable[Anchor]) -> Iterator[tuple[int, int, str, bool]]:
    """What is more than plain text: start, end, where it leads, whether it is in Latin script."""
    for anchor in anchors:
        has_term = anchor.start < anchor.end
        if has_term and anchor.href:
            yield anchor.start, anchor.end, anchor.href, False
        opening, closing = anchor.opening + 1, anchor.closing
        href = "" if has_term else anchor.href
        is_foreign = _is_latin(text[opening:closing])
        if opening < closing and (href or is_foreign):
            yield opening, closing, href, is_foreign


def _is_latin(gloss: str) -> bool:
    """Whether a gloss has letters and none of them is Thai."""
    return any(char.isalpha() for char in gloss) and not any(is_thai(char) for char in gloss)
