"""Passages of articles around a place: what a list shows of the text that it leads to. Pure but for types."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString

from entries.reader.linebreaks import Names, Run, kept_runs
from entries.reader.prose import without_stars
from entries.reader.typeset import html_of, run_element
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

    @property
    def html(self) -> SafeString:
        """The passage with its place marked: no line ends in a word of the place, or between an era and its year."""
        place = _kept(self.place, Names((self.place,)).runs(self.place))
        cuts = ("… " if self.is_cut_before else "", "\u00a0…" if self.is_cut_after else "")
        return format_html("{}{}<mark>{}</mark>{}{}", cuts[0], _kept(self.before), place, _kept(self.after), cuts[1])


def _kept(text: str, runs: Iterable[Run] = ()) -> SafeString:
    return html_of(text, [run_element(run) for run in (*runs, *kept_runs(text))], ())


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
