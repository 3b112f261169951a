"""What the index holds for an entry: rows as plain values, from its analysis. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from entries.models.columns import KEY_LENGTH
from entries.models.search import NameRank, Part
from entries.search.folding import SEPARATOR, body, fold, letters
from entries.text.analysis import Analysis
from entries.text.article import Article
from entries.text.dates import year_span
from entries.text.honorifics import Honorific
from entries.text.names import name_keys, parse_title, turn_round
from entries.text.sound import skeleton
from entries.text.thai import match_key, normalise

SOUND_LENGTH: Final = 40
NAME_LENGTH: Final = 300
#: A name longer than this is a sentence: found as a run, never offered as what was meant.
_LONGEST_NAME: Final = 120
_WORD: Final = re.compile(r"[^\s,;()“”\"–—-]+")
#: Words that many names share and that say nothing of how one sounds.
_SMALL: Final = frozenset("of the and de von van der du la le in for on at to a an und den des di da del al st".split())

Years = tuple[int, int, int, int]


@dataclass(slots=True)
class Rows:
    """Rows of one face: bodies by part, names to look up by prefix, sounds of words, years of the prose."""

    bodies: dict[Part, str] = field(default_factory=dict)
    names: set[tuple[NameRank, str]] = field(default_factory=set)
    sounds: set[tuple[NameRank, str, str]] = field(default_factory=set)
    years: list[Years] = field(default_factory=list)


def rows_of(analysis: Analysis) -> Rows:
    """Everything that the text of an entry gives; its aliases, which the text does not hold, are `alias_rows`."""
    article = analysis.article
    honorifics = analysis.tables.honorifics
    glosses = list(dict.fromkeys(found.gloss for found in analysis.references if found.gloss))
    rows = Rows()
    turned = [turn_round(keyword, honorifics) for keyword in article.keywords]
    parts = {
        Part.NAME: body([*article.headwords, *article.thai_titles, *analysis.names]),
        Part.TERM: body([*article.keywords, *turned, *glosses]),
        Part.PROSE: prose_body(article.paragraphs),
        Part.REST: body(list(_rest(article))),
    }
    rows.bodies = {part: text for part, text in parts.items() if text}
    names = (*article.headwords, *article.thai_titles)
    rows.names |= {(NameRank.NAME, key[:KEY_LENGTH]) for key in analysis.names}
    for name in names:
        _add_name(rows, name, NameRank.NAME, NameRank.IN_NAME, honorifics)
    for keyword in article.keywords:
        _add_name(rows, keyword, NameRank.KEYWORD, NameRank.IN_KEYWORD, honorifics)
    for found in analysis.references:
        gloss = found.reference.gloss_name if found.reference else found.gloss
        _add_name(rows, gloss, NameRank.GLOSS, NameRank.IN_GLOSS, honorifics)
    rows.years = list(_years(analysis))
    return rows


def alias_rows(aliases: Iterable[str], honorifics: Sequence[Honorific]) -> Rows:
    """What the aliases of an entry give to each of its faces."""
    rows = Rows()
    names = list(aliases)
    keys = {key for name in names for key in name_keys(name, honorifics)}
    rows.names |= {(NameRank.ALIAS, key[:KEY_LENGTH]) for key in keys}
    for name in names:
        _add_name(rows, name, NameRank.ALIAS, NameRank.IN_ALIAS, honorifics)
    if text := body([*names, *sorted(keys)]):
        rows.bodies[Part.ALIAS] = text
    return rows


def prose_body(paragraphs: Sequence[str]) -> str:
    """The body of the prose: one text, so that a phrase that a stray blank line cuts in two is found.

    Paragraphs with irregular marks stand a second time, letter by letter.
    """
    whole = fold("\n".join(paragraphs))
    if not whole:
        return ""
    irregular = [raw for text in paragraphs if (raw := letters(text)) not in whole]
    return SEPARATOR + SEPARATOR.join([whole, *irregular]) + SEPARATOR


def _rest(article: Article) -> Iterator[str]:
    yield from (*article.periods_ce, *article.periods_be)
    yield article.see
    for values in (article.see_also, article.media, article.authors, article.bibliography, article.sources):
        yield from values
    for extra in article.extra:
        yield from (extra.label, *extra.values)


def _add_name(
    rows: Rows, name: str, rank: NameRank, rank_within: NameRank, honorifics: Sequence[Honorific]
) -> None:
    """The name's keys as written, turned round and without its honorific, each from every word on, and its sounds."""
    name = normalise(name)
    if not name:
        return
    turned = turn_round(name, honorifics)
    plain = parse_title(turned, honorifics).full
    for form in dict.fromkeys((name, turned, plain)):
        rows.names.add((rank, match_key(form)[:KEY_LENGTH]))
        for word in _WORD.finditer(form):
            if word.start() and (key := match_key(form[word.start() :])):
                rows.names.add((rank_within, key[:KEY_LENGTH]))
    if len(plain) <= _LONGEST_NAME:
        offered = plain[:NAME_LENGTH]
        rows.sounds |= {(rank, sound, offered) for sound in word_sounds(plain)}


def word_sounds(name: str) -> set[str]:
    """The skeletons under which a name is looked up: of each of its words, and of two or three together."""
    words = [word for word in skeleton(name.replace("-", " ")).split() if word]
    small = sum(1 for word in _WORD.findall(name) if word.casefold() in _SMALL)
    sounds = {word for word in words if len(word) > 1}
    if 1 < len(words) - small <= 3:
        sounds.add("".join(words))
    return {sound[:SOUND_LENGTH] for sound in sounds or set(words)}


def _years(analysis: Analysis) -> Iterator[Years]:
    seen: set[tuple[int, int]] = set()
    for date in analysis.dates:
        span = year_span(date)
        if span is not None and span not in seen:
            seen.add(span)
            yield (*span, date.start, date.end)
