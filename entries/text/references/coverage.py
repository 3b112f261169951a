"""Which words of a gloss are found, translated or by their sound, in the prose before the parenthesis."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from entries.text.per_table import once_per_table
from entries.text.references.class_nouns import ClassNoun
from entries.text.references.glosses import number_of, plain, singular
from entries.text.references.lexicon import fold
from entries.text.references.sounds import ThaiSounds
from entries.text.references.transliteration import consonants, costs_by_start, latin_sounds
from entries.text.references.vocabulary import FUNCTION_WORDS, MODIFIERS

_HEAD_ENDS = frozenset(
    ("of", "in", "for", "on", "at", "to", "from", "with", "against", "between", "under", "de", "du", "des")
)
_AFTER_THE_NOUN = frozenset(("general", "martial", "royal", "elect"))
_PREFIXES = (
    *("การ", "ความ", "ลัทธิ", "ระบอบ", "ระบบ", "พวก", "นัก", "ฝ่าย", "คณะ", "กลุ่ม"),
    *("ชนชั้น", "ชาว", "พระ", "สมเด็จ"),
)
_ORDINAL = re.compile(r"([0-9๐-๙]{1,9})(?:st|nd|rd|th)?$")
_NOMINAL = ("การ", "ความ", "ลัทธิ", "มหา")
_ENDINGS = (
    *("ization", "isation", "izers", "izer", "ism", "ists", "ist", "ians", "ian", "eans", "ean", "ans", "an", "ese"),
    *("ites", "ite", "ic", "s"),
)
_ISM = ("ลัทธิ", "ระบอบ", "ระบบ", "นิกาย", "ศาสนา")
WORD_COST = 0.3
"""The highest cost a consonant at which Thai letters stand for a word by its sound; short words must fit better."""
_SLACK = 1e-6
"""Added to a limit of costs: a sum of fractions may be a little off."""


@dataclass(frozen=True, slots=True)
class Match:
    """A word of the gloss found in the context at start–end (offsets in it).

    kind: ``noun`` (a class noun for the head), ``word`` (translated otherwise), ``sound``.
    """

    word: int
    start: int
    end: int
    kind: str
    thai: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """The words of a gloss and where they were found.

    words: the gloss's words. head: index of the head noun, or None. found: matches by word, those near the end first.
    allowed: Thai function words that the gloss's own function words permit inside the anchor.
    """

    words: tuple[str, ...]
    head: int | None
    found: Mapping[int, tuple[Match, ...]]
    allowed: frozenset[str]

    @property
    def content(self) -> int:
        """How many words count: all but function words."""
        return sum(plain(word) not in FUNCTION_WORDS for word in self.words)

    def matches(self) -> Iterator[Match]:
        """All matches."""
        for found in self.found.values():
            yield from found


@dataclass(frozen=True, slots=True)
class Nouns:
    """The table of class nouns, ready for look-up: Thai nouns by plain English one, and all Thai ones."""

    by_english: Mapping[str, tuple[str, ...]]
    thai: frozenset[str]


@once_per_table
def nouns_of(class_nouns: Sequence[ClassNoun]) -> Nouns:
    """The table made ready; rows of one English word are joined."""
    joined: dict[str, tuple[str, ...]] = {}
    for row in class_nouns:
        joined[plain(row.english)] = joined.get(plain(row.english), ()) + row.thai
    return Nouns(joined, frozenset(thai for row in class_nouns for thai in row.thai))


def head_of(words: Sequence[str]) -> int | None:
    """The index of the head noun: the last word before "of", "in", "for" …, else the last word that is no number."""
    for position, word in enumerate(words):
        if position and plain(word) in _HEAD_ENDS:
            return position - 1
    last = None
    for position in range(len(words) - 1, -1, -1):
        if not words[position].isdecimal():
            if plain(words[position]) not in _AFTER_THE_NOUN or not position:
                return position
            last = position if last is None else last
    return last


@lru_cache(maxsize=8192)
def _needle(thai: str) -> str:
    return fold(thai)[0]


class Context:
    """The prose before a parenthesis, folded once for all look-ups."""

    def __init__(self, text: str, sounds: ThaiSounds, boundaries: frozenset[int]) -> None:
        self.text = text
        self.sounds = sounds
        self.boundaries = boundaries
        self.folded, self._offsets = fold(text)
        self._by_offset = {offset: position for position, offset in reversed(list(enumerate(self._offsets)))}

    def places(self, thai: str) -> list[tuple[int, int]]:
        """(start, end) of every occurrence of a Thai word, the last first."""
        needle = _needle(thai)
        found = []
        at = self.folded.rfind(needle) if needle else -1
        while at >= 0:
            end = at + len(needle)
            if self._is_whole(at, end):
                found.append((self._offsets[at], self._end(end)))
            at = self.folded.rfind(needle, 0, at + len(needle) - 1) if at else -1
        return found

    def _is_whole(self, at: int, end: int) -> bool:
        """Whether no letter's mark or vowel is cut off at either end, nor a number in two."""
        if end < len(self.folded):
            following = self.folded[end]
            if following in "ะัาำิีึืฺุู็่้๊๋์ๅ" or (following.isdecimal() and self.folded[end - 1].isdecimal()):
                return False
        if at:
            previous = self.folded[at - 1]
            if previous in "เแโใไ" or (previous.isdecimal() and self.folded[at].isdecimal()):
                return False
        return True

    def _end(self, end: int) -> int:
        return self._offsets[end - 1] + 1

    def extended(self, start: int) -> int:
        """`start`, moved left over a nominal prefix (การ, ความ …) that a word begins with there."""
        position = self._by_offset.get(start)
        if position is None:
            return start
        for prefix in _NOMINAL:
            if self.folded.endswith(prefix, 0, position):
                offset = self._offsets[position - len(prefix)]
                if offset in self.boundaries or offset == 0 or self.text[offset - 1].isspace():
                    return offset
        return start


def split_compounds(words: Sequence[str], nouns: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The words with closed compounds of known words taken apart: ``Blackshirts`` → ``Black``, ``shirts``."""
    result: list[str] = []
    for word in words:
        cut = _compound_cut(plain(word), nouns)
        result.extend([word[:cut], word[cut:]] if cut else [word])
    return result


def _compound_cut(word: str, nouns: Mapping[str, tuple[str, ...]]) -> int:
    """Where a closed compound falls into two known words, or 0."""
    if len(word) < 7 or any(form in nouns or form in MODIFIERS for form in singular(word)):
        return 0
    for cut in range(4, len(word) - 3):
        known = word[:cut] in nouns or word[:cut] in MODIFIERS
        if known and any(form in nouns or form in MODIFIERS for form in singular(word[cut:])):
            return cut
    return 0


def cover(words: Sequence[str], context: Context, nouns: Mapping[str, tuple[str, ...]]) -> Coverage:
    """Find each word of a gloss in its context."""
    head = head_of(words)
    found: dict[int, tuple[Match, ...]] = {}
    allowed: set[str] = set()
    for position, word in enumerate(words):
        small = plain(word)
        if small in FUNCTION_WORDS and (position or len(words) > 1):
            allowed.update(FUNCTION_WORDS[small])
            continue
        matches = _translated(position, small, position == head, context, nouns)
        if not matches and not word.isdecimal():
            matches = _sounding(position, word, context)
        if matches:
            matches = [m for m in matches if not any(_holds(other, m) for other in matches)]
            found[position] = tuple(sorted(matches, key=lambda match: (-match.end, match.start)))
    return Coverage(tuple(words), head, found, frozenset(allowed))


def _holds(longer: Match, shorter: Match) -> bool:
    """Whether one match lies in another, longer one."""
    return (
        longer.start <= shorter.start
        and shorter.end <= longer.end
        and longer.end - longer.start > shorter.end - shorter.start
    )


def _translated(
    position: int, word: str, is_head: bool, context: Context, nouns: Mapping[str, tuple[str, ...]]
) -> list[Match]:
    """The places where a translation of the word stands."""
    matches = []
    number = _number(word, position)
    if number is not None:
        return [Match(position, start, end, "word", f"{number}") for start, end in _number_places(number, context)]
    forms = singular(word)
    as_noun = [thai for form in forms for thai in nouns.get(form, ())]
    if not as_noun and word.endswith("ism"):
        as_noun = list(_ISM)
    if not as_noun and is_head and word.endswith(("ization", "isation")):
        return _nominal(position, context)
    as_word = [thai for form in forms for thai in MODIFIERS.get(form, ())]
    if not as_noun and not as_word:
        as_word = [thai for form in _stems(word) for thai in MODIFIERS.get(form, ())]
    for thai in as_noun:
        for start, end in context.places(thai):
            matches.append(Match(position, context.extended(start), end, "noun" if is_head else "word", thai))
    if not is_head or not matches:
        stems = [_stem(thai) for thai in as_noun]
        for thai in [*as_word, *(stem for stem in stems if stem)]:
            for start, end in context.places(thai):
                matches.append(Match(position, context.extended(start), end, "word", thai))
    return matches


def _number(word: str, position: int) -> int | None:
    """The value of a numeral: digits, an ordinal in digits, or after the first word a Roman one."""
    ordinal = _ORDINAL.match(word)
    if ordinal:
        return int(ordinal[1])
    return number_of(word.upper()) if position or word.isdecimal() else None


def _nominal(position: int, context: Context) -> list[Match]:
    """The nearest word that begins with การ: what an English noun in -ization becomes."""
    for start, end in context.places("การ"):
        if start in context.boundaries:
            return [Match(position, start, end, "noun", "การ")]
    return []


def _number_places(number: int, context: Context) -> list[tuple[int, int]]:
    return context.places(f"ที่{number}") or context.places(str(number))


def _stem(thai: str) -> str:
    """A class noun without its prefix, as it stands inside other terms; "" when too little is left."""
    for prefix in _PREFIXES:
        if thai.startswith(prefix) and len(thai) - len(prefix) >= 4:
            return thai[len(prefix) :]
    return ""


def _sounding(position: int, word: str, context: Context) -> list[Match]:
    """The places that sound like the word or its stem, at most two."""
    best: dict[int, tuple[float, int]] = {}
    for form in _stems(word):
        latin = latin_sounds(form)
        weight = consonants(latin)
        if weight < 2:
            continue
        limit = (WORD_COST if weight > 3 else 0.22 if weight == 3 else 0.12) - (0 if word[:1].isupper() else 0.1)
        costs = costs_by_start(latin, context.sounds, open_end=True, limit=limit * weight + _SLACK)
        for index, (cost, end) in enumerate(costs):
            if cost / weight <= limit and end > index and (index not in best or cost / weight < best[index][0]):
                best[index] = (cost / weight, end)
    ranked = sorted(best.items(), key=lambda item: (round(item[1][0], 2), -item[0]))
    matches: list[Match] = []
    for index, (_, end) in ranked:
        start, stop = context.sounds[index].start, context.sounds[end - 1].end
        if all(stop <= match.start or match.end <= start for match in matches):
            matches.append(Match(position, start, stop, "sound", context.text[start:stop]))
        if len(matches) == 2:
            break
    return matches


def sounds_like(word: str, context: Context) -> bool:
    """Whether a word of the gloss stands at the very end of the context by its sound."""
    latin = latin_sounds(plain(word))
    weight = consonants(latin)
    costs = [cost for cost, _ in costs_by_start(latin, context.sounds, limit=0.08 * weight + _SLACK)]
    return bool(weight and costs) and min(costs) / weight <= 0.08


def _stems(word: str) -> list[str]:
    """A word and what is left of it without an ending of English."""
    small = plain(word)
    forms = [small]
    for ending in _ENDINGS:
        if small.endswith(ending) and len(small) - len(ending) >= 4:
            forms.append(small[: -len(ending)])
            break
    return forms
