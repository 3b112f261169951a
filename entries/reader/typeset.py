"""Prose as HTML: links, glosses, years and what stays on one line, as elements around the text. Pure.

The elements add no character and take none away but the stars of references, so that what is copied from the page or
found in it is the prose.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from entries.reader.eras import Era, EraYear
from entries.reader.linebreaks import LONGEST, Names, Run, columns, runs_of

Attributes = tuple[tuple[str, str], ...]
_NO_WRAP_YEAR: Final = 16


@dataclass(frozen=True, slots=True)
class Element:
    """An element around the code points `start` to `end`. A soft one may grow to hold others, or be left out.

    `text` stands in the place of what is written, None where nothing does.
    """

    start: int
    end: int
    tag: str
    attributes: Attributes = ()
    is_soft: bool = False
    text: str | None = None


def run_element(run: Run) -> Element:
    """What keeps a run on one line."""
    return Element(run.start, run.end, "span", (("class", run.style),), is_soft=True)


def year_element(year: EraYear, era: Era) -> Element:
    """Years with their counterparts, for the script that switches eras; shown in `era`."""
    shown = year.shown(era)
    attributes = [("class", "y w" if columns(shown) <= _NO_WRAP_YEAR else "y")]
    attributes += [(f"data-{name}", value) for name, value in (("ce", year.ce), ("be", year.be)) if value]
    if shown != year.written:
        attributes.append(("data-as", year.written))
    if year.note:
        # Reached by keyboard and by touch too: what has the focus shows its title (css/reader.css).
        attributes += [("title", year.note), ("tabindex", "0")]
    return Element(year.start, year.end, "span", tuple(attributes), text=shown if shown != year.written else None)


def html_of(text: str, elements: Iterable[Element], hidden: Collection[int]) -> SafeString:
    """A paragraph as HTML, without the code points at the offsets `hidden`; a line break becomes <br>."""
    nested = _nested(text, list(elements))
    return mark_safe("".join(_written(text, nested, hidden)))


def kept_html(text: str, *names: Names) -> SafeString:
    """A text by itself as HTML: no line ends in a word of a name, or between an era and its year."""
    return html_of(text, [run_element(run) for run in runs_of(text, *names)], ())


def name_html(name: str) -> SafeString:
    """A name by itself, such as a title: lines end at its spaces and between its parts."""
    return kept_html(name, Names((name,)))


def element_html(element: Element, written: str) -> SafeString:
    """One element by itself, around what is written."""
    whole = Element(0, len(written), element.tag, element.attributes, text=element.text)
    return html_of(written, [whole], ())


def _nested(text: str, elements: Sequence[Element]) -> list[Element]:
    """The elements, none crossing another, each before those within it."""
    kept: list[Element] = []
    for element in sorted((each for each in elements if not each.is_soft), key=lambda each: (each.start, -each.end)):
        if not any(_cross(element, other) for other in kept):
            kept.append(element)
    for element in sorted((each for each in elements if each.is_soft), key=lambda each: each.start - each.end):
        grown = _grown(text, element, kept)
        if grown:
            kept.append(grown)
    return sorted(set(kept), key=lambda each: (each.start, -each.end, each.is_soft))


def _cross(one: Element, other: Element) -> bool:
    return (one.start < other.start < one.end < other.end) or (other.start < one.start < other.end < one.end)


def _grown(text: str, element: Element, kept: Sequence[Element]) -> Element | None:
    """A soft element, grown over those that it crosses; None where that is too wide, or where it says nothing new."""
    start, end = element.start, element.end
    while crossed := [each for each in kept if _cross(Element(start, end, ""), each)]:
        start = min(start, *(each.start for each in crossed))
        end = max(end, *(each.end for each in crossed))
        if columns(text[start:end]) > LONGEST:
            return None
    inside = any(each.start <= start and end <= each.end and (each.text is not None or _is_kept(each)) for each in kept)
    if inside:
        return None
    return Element(start, end, element.tag, element.attributes, is_soft=True)


def _is_kept(element: Element) -> bool:
    return any(name == "class" and "w" in value.split() for name, value in element.attributes)


def _written(text: str, elements: Sequence[Element], hidden: Collection[int]) -> Iterator[str]:
    opened: list[Element] = []
    at = 0
    for element in elements:
        while opened and opened[-1].end <= element.start:
            closing = opened.pop()
            yield _plain(text, at, closing.end, hidden)
            at = max(at, closing.end)
            yield f"</{closing.tag}>"
        if element.start < at:
            continue
        yield _plain(text, at, element.start, hidden)
        at = element.start
        attributes = "".join(f' {name}="{escape(value)}"' for name, value in element.attributes)
        yield f"<{element.tag}{attributes}>"
        if element.text is not None:
            yield str(escape(element.text))
            at = element.end
        opened.append(element)
    while opened:
        closing = opened.pop()
        yield _plain(text, at, closing.end, hidden)
        at = max(at, closing.end)
        yield f"</{closing.tag}>"
    yield _plain(text, at, len(text), hidden)


def _plain(text: str, start: int, end: int, hidden: Collection[int]) -> str:
    if start >= end:
        return ""
    written = text[start:end]
    if hidden:
        written = "".join(char for offset, char in enumerate(written, start) if offset not in hidden)
    return str(escape(written)).replace("\n", "<br>")
