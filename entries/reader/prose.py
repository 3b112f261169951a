"""An article's prose as pages show it: linked anchors, glosses, years, names on one line; without its stars. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.safestring import SafeString

from entries.reader.eras import Era, EraYear, era_years
from entries.reader.linebreaks import NO_NAMES, Names, known_names, runs_of
from entries.reader.periods import Jump, jumps_of
from entries.reader.typeset import Attributes, Element, html_of, run_element, year_element
from entries.text.article import Article
from entries.text.dates import find_dates
from entries.text.references.spans import parentheses
from entries.text.thai import clusters, is_thai

_SPACES: Final = " \t\u00a0\u2007\u2009\u202f"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A parenthesis of the prose with the term before it; all offsets are those of the paragraph.

    `start` and `end` are the term (equal where there is none), `opening` and `closing` the parentheses. `href` is where
    the term leads, "" where it leads nowhere; one that `is_wanted` waits for an entry.
    """

    paragraph: int
    start: int
    end: int
    opening: int
    closing: int
    href: str = ""
    is_wanted: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a page: its HTML, and its number from 1, which is its address on the page (`#p1`)."""

    number: int
    html: SafeString


@dataclass(frozen=True, slots=True)
class Prose:
    """The paragraphs of a page, and the links to periods where the text is long."""

    paragraphs: tuple[Paragraph, ...]
    jumps: tuple[Jump, ...]


def prose_of(article: Article, anchors: Sequence[Anchor], era: Era = "", known: Names = NO_NAMES) -> Prose:
    """The prose as pages show it, without the stars of its references; years counted as `era` says.

    No line ends in a word of the article's own names, or of those `known` beside them.
    """
    texts = article.paragraphs
    by_paragraph: Mapping[int, list[Anchor]] = defaultdict(list)
    for anchor in anchors:
        by_paragraph[anchor.paragraph].append(anchor)
    spoken = [texts[anchor.paragraph][anchor.start : anchor.end] for anchor in anchors]
    names = known_names(article.thai_titles, article.keywords, spoken)
    spans = [[(anchor.start, anchor.end) for anchor in by_paragraph[index]] for index in range(len(texts))]
    dates = find_dates("\n".join(texts), names=names)
    years = era_years(texts, dates, spans)
    finders = (Names(names), known)
    found = []
    for index, text in enumerate(texts):
        elements = _elements(text, by_paragraph[index], years[index], finders, era)
        found.append(Paragraph(index + 1, html_of(text, elements, hidden(text))))
    return Prose(tuple(found), jumps_of(article, dates))


def _elements(
    text: str, anchors: Iterable[Anchor], years: Iterable[EraYear], names: Iterable[Names], era: Era
) -> Iterator[Element]:
    for anchor in anchors:
        yield from _marked(text, anchor)
    for year in years:
        yield year_element(year, era)
    for run in runs_of(text, *names):
        yield run_element(run)


def without_stars(text: str) -> str:
    """The text without the stars that mark references.

    >>> without_stars("เลนิน (Lenin)* และบอลเชวิค (Bolsheviks) * กับ ๒ * ๓")
    'เลนิน (Lenin) และบอลเชวิค (Bolsheviks) กับ ๒ * ๓'
    """
    stars = hidden(text)
    return "".join(char for offset, char in enumerate(text) if offset not in stars) if stars else text


def excerpt(text: str, limit: int) -> str:
    """The beginning of a paragraph, without stars: whole up to `limit` code points, else cut at a space, with "…"."""
    plain = without_stars(text).replace("\n", " ")
    if len(plain) <= limit:
        return plain
    at_space = plain.rfind(" ", limit // 2, limit)
    if at_space < 0:
        at_space = max(end for end in clusters(plain[:limit])[:-1] or [limit])
    return plain[:at_space].rstrip(" (“") + "…"


def hidden(text: str) -> set[int]:
    """Offsets of the stars after parentheses, each with the space before it where another follows."""
    found: set[int] = set()
    for pair in parentheses(text):
        star = pair.star
        if star is None:
            continue
        found.add(star)
        if text[star - 1] in _SPACES and text[star + 1 : star + 2] in ("", "\n", *_SPACES):
            found.add(star - 1)
    return found


def _marked(text: str, anchor: Anchor) -> Iterator[Element]:
    """What is more than plain text: a linked or wanted term, a gloss in Latin script; a gloss without term is both."""
    has_term = anchor.start < anchor.end
    if has_term and (anchor.href or anchor.is_wanted):
        yield _term(anchor.start, anchor.end, anchor, ())
    opening, closing = anchor.opening + 1, anchor.closing
    language = (("lang", "und-Latn"),) if _is_latin(text[opening:closing]) else ()
    if opening < closing and not has_term and (anchor.href or anchor.is_wanted):
        yield _term(opening, closing, anchor, language)
    elif opening < closing and language:
        yield Element(opening, closing, "span", (("class", "gloss"), *language))


def _term(start: int, end: int, anchor: Anchor, language: Attributes) -> Element:
    if anchor.href:
        return Element(start, end, "a", (("href", anchor.href), *language))
    return Element(start, end, "span", (("class", "wanted"), *language))


def _is_latin(gloss: str) -> bool:
    """Whether a gloss has letters and none of them is Thai."""
    return any(char.isalpha() for char in gloss) and not any(is_thai(char) for char in gloss)
