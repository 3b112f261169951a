"""What the index holds for an entry: rows as plain values, from its analysis. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from entries.models.columns import KEY_LENGTH
from entries.models.search import NameRank, Part
from entries.search.folding import SEPARATOR, body, fold_with_letters, letters, unfold
from entries.search.wording import content_words
from entries.text.analysis import Analysis
from entries.text.article import Article
from entries.text.names import name_keys, parse_title, turn_round
from entries.text.sound import sounds
from entries.text.tables import DEFAULT_TABLES, Tables
from entries.text.thai import match_key, normalise

SOUND_LENGTH: Final = 40
NAME_LENGTH: Final = 300
#: A name longer than this is a sentence: found as a run, never offered as what was meant.
_LONGEST_NAME: Final = 120
_WORD: Final = re.compile(r"[^\s,;()“”\"–—-]+")
#: A Thai word that is longer is several.
_LONGEST_WORD: Final = 7
_GREAT: Final = re.compile(r"\s*มหาราช$")
_VOWELS: Final = re.compile("[a-z]")
#: Words that many names share and that say nothing of how one sounds.
SMALL: Final = frozenset(
    (
        "of", "the", "and", "de", "von", "van", "der", "du", "la", "le", "in", "for", "on", "at",
        "to", "a", "an", "und", "den", "des", "di", "da", "del", "al", "st",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sound:
    """A word's consonants, and its consonants with the vowels between them."""

    skeleton: str
    heard: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is looked up: keys of its forms, keys from later words on, sounds, and the form it is offered in."""

    keys: frozenset[str]
    within: frozenset[str]
    sounds: frozenset[Sound]
    offered: str

    @property
    def pieces(self) -> frozenset[Sound]:
        """The sounds of the words that it is made of where none is set apart: สงคราม and ไครเมีย of สงครามไครเมีย."""
        return piece_sounds(self.offered) - self.sounds


@dataclass(slots=True)
class Rows:
    """Rows of one face: bodies by part, names to look up by prefix, sounds of words."""

    bodies: dict[Part, str] = field(default_factory=dict)
    names: set[tuple[NameRank, str]] = field(default_factory=set)
    sounds: set[tuple[NameRank, Sound, str]] = field(default_factory=set)

    def add(self, name: Name, rank: NameRank, rank_within: NameRank) -> None:
        """A name that is looked up by its beginning, by those of its words, and by its sound."""
        self.names.update((rank, key) for key in name.keys)
        self.names.update((rank_within, key) for key in name.within)
        self.add_sounds(name, rank)

    def add_pieces(self, name: Name, rank: NameRank) -> None:
        """The words of a name that is written in one."""
        self.sounds.update((rank, sound, name.offered) for sound in name.pieces)

    def add_sounds(self, name: Name, rank: NameRank) -> None:
        """A name that is looked up by its sound only."""
        self.sounds.update((rank, sound, name.offered) for sound in name.sounds)


def rows_of(analysis: Analysis) -> Rows:
    """Everything that the text of an entry gives; its aliases, which the text does not hold, are `alias_rows`."""
    article = analysis.article
    reader = _reader(analysis.tables)
    glosses = list(dict.fromkeys(found.gloss for found in analysis.references if found.gloss))
    turned = [reader.turned(keyword) for keyword in article.keywords]
    names = (*article.headwords, *article.thai_titles)
    parts = {
        Part.NAME: body([*names, *analysis.names]),
        Part.TERM: body([*article.keywords, *turned, *glosses]),
        Part.PROSE: prose_body(article.paragraphs),
        Part.REST: body(list(_rest(article))),
    }
    rows = Rows({part: text for part, text in parts.items() if text})
    rows.names |= {(NameRank.NAME, key[:KEY_LENGTH]) for key in analysis.names}
    for name in names:
        rows.add(reader.read(name), NameRank.NAME, NameRank.IN_NAME)
        rows.add_pieces(reader.read(name), NameRank.NAME)
    for keyword in article.keywords:
        rows.add(reader.read(keyword), NameRank.KEYWORD, NameRank.IN_KEYWORD)
    for found in analysis.references:
        gloss = found.reference.gloss_name if found.reference else found.gloss
        if gloss:
            rows.add_sounds(reader.read(gloss), NameRank.GLOSS)
    return rows


def alias_rows(aliases: Iterable[str], tables: Tables) -> Rows:
    """What the aliases of an entry give to each of its faces."""
    rows = Rows()
    reader = _reader(tables)
    names = list(aliases)
    keys = {key for name in names for key in name_keys(name, tables.honorifics)}
    rows.names |= {(NameRank.ALIAS, key[:KEY_LENGTH]) for key in keys}
    for name in names:
        rows.add(reader.read(name), NameRank.ALIAS, NameRank.IN_ALIAS)
        rows.add_pieces(reader.read(name), NameRank.ALIAS)
    if text := body([*names, *sorted(keys)]):
        rows.bodies[Part.ALIAS] = text
    return rows


def prose_body(paragraphs: Sequence[str]) -> str:
    """The body of the prose: one text, so that a phrase that a stray blank line cuts in two is found.

    Paragraphs with irregular marks stand a second time, letter by letter.
    """
    whole, by_letter = fold_with_letters("\n".join(paragraphs))
    if not whole:
        return ""
    irregular = [raw for text in paragraphs if (raw := letters(text)) not in whole] if whole != by_letter else []
    return SEPARATOR + SEPARATOR.join([whole, *irregular]) + SEPARATOR


def _rest(article: Article) -> Iterator[str]:
    yield from (*article.periods_ce, *article.periods_be)
    yield article.see
    for values in (article.see_also, article.media, article.authors, article.bibliography, article.sources):
        yield from values
    for extra in article.extra:
        yield from (extra.label, *extra.values)


class _Reader:
    """Reads names by one set of tables, each name once."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        words = {word for noun in tables.class_nouns for word in noun.thai} | {"พวก", "ชาว"}
        heads = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
        self._head = re.compile(f"(?:{heads})(?:ที่|แห่ง)?\\s*(?=[ก-ฮเ-ไ]{{2}}|[ก-ฮ][ะ-ฺ็-์]*[ก-ฮเ-ไ])")
        self.read = lru_cache(maxsize=20_000)(self._read)

    def bare(self, name: str) -> str:
        """The name without the noun that says what it is the name of and without มหาราช, where something is left."""
        head = self._head.match(name)
        name = name[head.end() :] if head else name
        return _GREAT.sub("", name) or name

    def turned(self, name: str) -> str:
        """The name in the order in which it is spoken."""
        return turn_round(name, self.tables.honorifics)

    def _read(self, written: str) -> Name:
        """A name as written, turned round and without its honorific: its keys and its sounds."""
        name = normalise(written)
        turned = self.turned(name)
        plain = parse_title(turned, self.tables.honorifics).full
        keys: set[str] = set()
        within: set[str] = set()
        for form in dict.fromkeys((written, name, turned, plain)):
            for word in _WORD.finditer(form):
                if word.start():
                    within |= _keys(form[word.start() :])
                else:
                    keys |= _keys(form)
        if len(plain) > _LONGEST_NAME:
            return Name(frozenset(keys), frozenset(within), frozenset(), "")
        sounding = word_sounds(plain) | word_sounds(self.bare(plain))
        return Name(frozenset(keys), frozenset(within), sounding, plain[:NAME_LENGTH])


_readers: list[_Reader] = []


def _reader(tables: Tables) -> _Reader:
    """The reader for these tables: the one before, while they are the same."""
    if not _readers or (_readers[0].tables is not tables and _readers[0].tables != tables):
        _readers[:] = [_Reader(tables)]
    return _readers[0]


def bare_name(name: str) -> str:
    """The name without its class noun, by the tables in the code."""
    return _DEFAULT.bare(name)


def spoken_name(name: str) -> str:
    """The name in the order in which it is spoken, by the tables in the code."""
    return _DEFAULT.turned(name)


def offered_name(name: str) -> str:
    """The form in which a name is offered: turned round, without its honorific, by the tables in the code."""
    return _DEFAULT.read(name).offered or name


def _keys(name: str) -> set[str]:
    """The key of a name, and the key of its letters one by one, which is another where marks are irregular."""
    folded, by_letter = fold_with_letters(name)
    # Where nothing is irregular the folded text is the key in other signs.
    keys = {unfold(by_letter)} if folded is by_letter else {match_key(name), unfold(by_letter)}
    return {key[:KEY_LENGTH] for key in keys if key}


@lru_cache(maxsize=50_000)
def word_sounds(name: str) -> frozenset[Sound]:
    """The sounds of a name's words, and of two or three together as if they were one."""
    written = [(word, sounds(word).split()) for word in _WORD.findall(name)]
    heard = [sound for word, each in written if word.casefold() not in SMALL for sound in each]
    every = [sound for _word, each in written for sound in each]
    heard += ["".join(words) for words in (heard[:], every) if 1 < len(words) <= 3]
    found = {Sound(_VOWELS.sub("", word)[:SOUND_LENGTH], word[: 2 * SOUND_LENGTH]) for word in heard}
    return frozenset({sound for sound in found if len(sound.skeleton) > 1} or {one for one in found if one.skeleton})


@lru_cache(maxsize=20_000)
def piece_sounds(name: str) -> frozenset[Sound]:
    """The sounds of a name's words, cut by the dictionary."""
    if not any(len(word) > _LONGEST_WORD for word in name.split()):
        return frozenset()
    heard = {heard for piece in content_words(name) if len(piece) > 2 for heard in sounds(piece).split()}
    found = {Sound(_VOWELS.sub("", word)[:SOUND_LENGTH], word[: 2 * SOUND_LENGTH]) for word in heard}
    return frozenset(sound for sound in found if len(sound.skeleton) > 1)


_DEFAULT: Final = _Reader(DEFAULT_TABLES)
