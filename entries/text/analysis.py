"""Everything that is computed from an article alone: what its projections will say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from entries.text.article import Article
from entries.text.checks import Problem, check
from entries.text.dated import DatedPlace, dated_places, dates_of
from entries.text.dates import DateExpression, Period, parse_periods
from entries.text.kinds import KindGuess, guess_kind
from entries.text.lexicon_keys import context_before, known_forms, left_key
from entries.text.names import filing_form, name_keys, parse_title, reference_key, without_acronym
from entries.text.references import Reference, article_lexicon, find_references
from entries.text.references.spans import parentheses
from entries.text.references.stopwords import name_within
from entries.text.shortnames import name_sound, short_forms, short_keys
from entries.text.tables import DEFAULT_TABLES, Tables
from entries.text.thai import match_key


@dataclass(frozen=True, slots=True)
class FoundReference:
    """A reference to be resolved: a parenthesis of the prose, a see-entry's target, or an item of "see also".

    `anchor_key` and `gloss_key` are what targets are looked up by ("" where there is nothing to look up).
    `reference` is the parenthesis, None outside the prose; `left_key` is the key of what stands before it. Sounds are
    those of anchor and gloss as names, "" for short ones.
    """

    place: str
    position: int
    anchor: str
    gloss: str
    anchor_key: str
    gloss_key: str
    anchor_sound: str
    gloss_sound: str
    left_key: str = ""
    reference: Reference | None = None

    @property
    def asks_for_target(self) -> bool:
        """Whether a target is wanted: starred, or standing outside the prose."""
        return self.reference is None or self.reference.starred


#: Initials, in either script: nobody hears them as they are read.
_INITIALS: Final = re.compile(r"(?:^|[\s.-])[A-Zก-ฮ](?:\.|(?=\s))")


class Analysis:
    """What follows from an article and the tables, each part computed when it is first asked for."""

    def __init__(self, article: Article, tables: Tables = DEFAULT_TABLES) -> None:
        self.article = article
        self.tables = tables
        self._problems: dict[str, tuple[Problem, ...]] = {}

    def prepare(self) -> None:
        """Works out every part now, so that none is left for the time when a lock is held."""
        _parts: tuple[object, ...] = (
            self.filing_form, self.names, self.short_names, self.name_sounds, self.known_forms, self.periods,
            self.references, self.identities, self.dated_places,
        )  # fmt: skip
        self.problems(self.kind.kind)

    def __getstate__(self) -> dict[str, Any]:
        """What goes from one process to another: the parts worked out, but not the tables, which are large, nor the
        dates, whose places are enough."""
        return {name: value for name, value in vars(self).items() if name not in ("tables", "dates")}

    def __setstate__(self, state: dict[str, Any]) -> None:
        vars(self).update(state)
        self.tables = DEFAULT_TABLES

    @cached_property
    def filing_form(self) -> str:
        """The form under which lists file the entry: surname first for persons, honorific off."""
        article = self.article
        return filing_form(
            thai_titles=article.thai_titles,
            headwords=article.headwords,
            keywords=article.keywords,
            honorifics=self.tables.honorifics,
        )

    @cached_property
    def names(self) -> dict[str, str]:
        """Every key by which the entry can be found, with the name that gives it."""
        found: dict[str, str] = {}
        for name in (*self.article.headwords, *self.article.thai_titles):
            for key in sorted(name_keys(name, self.tables.honorifics)):
                found.setdefault(key, name)
        return found

    @cached_property
    def short_names(self) -> frozenset[str]:
        """Keys of shorter forms by which the entry may be meant, none of which is a key of its names."""
        article = self.article
        return short_keys(article.headwords, article.thai_titles, self.tables.honorifics) - self.names.keys()

    @cached_property
    def name_sounds(self) -> tuple[tuple[str, str], ...]:
        """How the entry's names sound, where that says enough: sound and name.

        A person is met without patronymic, an organization without its acronym: such shorter names sound too.
        """
        whole = (*self.article.headwords, *self.article.thai_titles)
        short = short_forms(self.article.headwords, self.article.thai_titles, self.tables.honorifics).values()
        spoken = (form for form in short if " " in form and not _INITIALS.search(form))
        names = dict.fromkeys((*whole, *spoken, *filter(None, map(without_acronym, whole))))
        sounds = ((name_sound(parse_title(name, self.tables.honorifics).full), name) for name in names)
        return tuple((sound, name) for sound, name in sounds if sound)

    @cached_property
    def known_forms(self) -> tuple[tuple[str, str, str], ...]:
        """The forms by which the entry's names are known in other texts: key, name, source."""
        return tuple(known_forms(self.article.thai_titles, self.article.headwords, self.tables.honorifics))

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """The spans of the period lines."""
        return parse_periods(self.article.periods_ce, self.article.periods_be)

    @cached_property
    def references(self) -> tuple[FoundReference, ...]:
        """References in the order of the text: see, prose, see also."""
        return tuple(self._references())

    def _references(self) -> Iterator[FoundReference]:
        article = self.article
        if article.see:
            yield self._outside("see", 0, article.see)
        found = find_references(
            article.paragraphs, lexicon=article_lexicon(article), class_nouns=self.tables.class_nouns
        )
        limits = [{pair.open: pair.limit for pair in parentheses(paragraph)} for paragraph in article.paragraphs]
        for position, reference in enumerate(found):
            paragraph = article.paragraphs[reference.paragraph]
            anchor = paragraph[reference.start : reference.end]
            limit = limits[reference.paragraph][reference.open]
            yield FoundReference(
                place="prose",
                position=position,
                anchor=anchor,
                gloss=reference.gloss,
                anchor_key=reference_key(name_within(anchor), self.tables.honorifics),
                gloss_key=reference_key(reference.gloss_name, self.tables.honorifics),
                anchor_sound=name_sound(anchor),
                gloss_sound=name_sound(reference.gloss_name),
                left_key=left_key(context_before(paragraph, reference.end, limit)),
                reference=reference,
            )
        for position, name in enumerate(article.see_also):
            yield self._outside("see_also", position, name)

    def _outside(self, place: str, position: int, text: str) -> FoundReference:
        """A reference that is a name by itself, perhaps with its gloss in parentheses and a star."""
        name = text.rstrip("*").strip()
        gloss = ""
        if name.endswith(")") and " (" in name:
            name, _, gloss = name[:-1].rpartition(" (")
        honorifics = self.tables.honorifics
        name = name.strip()
        return FoundReference(
            place=place,
            position=position,
            anchor=name,
            gloss=gloss,
            anchor_key=reference_key(name, honorifics),
            gloss_key=reference_key(gloss, honorifics),
            anchor_sound=name_sound(name),
            gloss_sound=name_sound(gloss),
        )

    @cached_property
    def kind(self) -> KindGuess:
        """The likeliest kind of the entry, with its evidence."""
        return guess_kind(self.article, kinds=self.tables.kinds, honorifics=self.tables.honorifics)

    @cached_property
    def dates(self) -> tuple[DateExpression, ...]:
        """The dates of the prose; offsets are those of its paragraphs joined by line breaks."""
        return tuple(dates_of(self.article))

    @cached_property
    def dated_places(self) -> tuple[DatedPlace, ...]:
        """The dates of the prose that are no part of a name, each with its passage."""
        return tuple(dated_places(self.article.paragraphs, self.dates))

    def problems(self, kind: str) -> tuple[Problem, ...]:
        """What is wrong in the text of an entry of this kind, every check weighing what it does by default."""
        if kind not in self._problems:
            prose = [found.reference for found in self.references if found.reference]
            self._problems[kind] = check(
                self.article, kind=kind, tables=self.tables, references=prose, dates=self.dates
            )
        return self._problems[kind]

    @cached_property
    def identities(self) -> tuple[tuple[str, str], ...]:
        """What an import matches this text by: each headword's key with the first period's key."""
        names = self.article.headwords or self.article.thai_titles
        return tuple(dict.fromkeys((match_key(name), self.period_key) for name in names))

    @cached_property
    def period_key(self) -> str:
        """The first period as "1879/1940", "1931/" for what goes on, "" where there is none."""
        for period in self.periods:
            if period.start is not None or period.end is not None:
                start = "" if period.start is None else period.start
                return f"{start}/{'' if period.end is None else period.end}"
        return ""
