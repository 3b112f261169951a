"""Names that stand in texts without a gloss, and sound like another one, glossed or not, that is spelt otherwise."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from entries.text.house_form import quotations
from entries.text.references.spans import parentheses
from entries.text.references.stopwords import BEFORE, CLASSIFYING, NEVER_INSIDE
from entries.text.segment import vocabulary, words
from entries.text.shortnames import name_sound, near_sounds
from entries.text.sound import similarity

#: A foreign name is written as it sounds, so that it and its gloss are so much alike; a translated term is not.
_AS_IT_SOUNDS: Final = 0.6
#: Two spellings of one name are at least so much alike.
_ALIKE: Final = 0.75
#: A name is cut by the segmenter into at most so many words.
_WORDS: Final = 4
_SHORTEST: Final = 4
_THAI: Final = re.compile("[\u0e01-\u0e4e]{4,}")
#: No name that is written as it sounds is cut into one of these.
_NO_PART: Final = BEFORE | CLASSIFYING | NEVER_INSIDE


@dataclass(frozen=True, slots=True)
class Glossed:
    """A Thai name with its gloss, and how it sounds (`name_sound`)."""

    name: str
    gloss: str
    sound: str


@dataclass(frozen=True, slots=True)
class SoundAlike:
    """A stretch of a paragraph (code points) that reads `text` and sounds like the name `like`."""

    start: int
    end: int
    text: str
    like: Glossed


class Sounds:
    """Glossed names by how they sound, and names that are nobody's other spelling: what a text is compared with."""

    def __init__(self, glossed: Iterable[Glossed], known: Iterable[str] = ()) -> None:
        # Two sounds that differ by one consonant are the same, or one is, with one consonant left out of either.
        self._by_part: dict[str, dict[str, Glossed]] = defaultdict(dict)
        names = set(known)
        for each in glossed:
            names.add(each.name)
            for part in _parts(each.sound):
                self._by_part[part].setdefault(each.name, each)
        self.known = {part for name in names for part in (name, *name.split()) if len(part) >= _SHORTEST}
        self._heard: dict[str, Glossed | None] = {}

    def like(self, text: str) -> Glossed | None:
        """The name that this sounds most like; None where it sounds like none, or is part of one."""
        if text not in self._heard:
            self._heard[text] = self._likest(text)
        return self._heard[text]

    def _likest(self, text: str) -> Glossed | None:
        sound = name_sound(text)
        maybe = {name.name: name for part in _parts(sound) for name in self._by_part.get(part, {}).values()}
        near = near_sounds(sound) if maybe else ()
        found = [
            (likeness, name.name)
            for name in maybe.values()
            if name.sound in near and text not in name.name and name.name not in text
            if (likeness := similarity(text, name.name)) >= _ALIKE
            if similarity(name.name, name.gloss) >= _AS_IT_SOUNDS
        ]
        return maybe[max(found)[1]] if found else None


def _parts(sound: str) -> set[str]:
    """The sound, and what is left of it without any one of its consonants; nothing for ""."""
    return {sound, *(sound[:at] + sound[at + 1 :] for at in range(len(sound)))} if sound else set()


class _Paragraph:
    """A paragraph with the places where no other spelling is looked for."""

    def __init__(self, text: str, sounds: Sounds) -> None:
        self.text, self.sounds = text, sounds

    @cached_property
    def _closed(self) -> list[tuple[int, int]]:
        """Quotations, parentheses with what stands straight before them, and names that are known."""
        found = [*quotations(self.text), *((pair.anchor_end - 1, pair.close + 1) for pair in parentheses(self.text))]
        for name in self.sounds.known:
            if name in self.text:
                found += [place.span() for place in re.finditer(re.escape(name), self.text)]
        return found

    def is_open(self, start: int, end: int) -> bool:
        """Whether a spelling may stand there."""
        return not any(first < end and start < last for first, last in self._closed)


def find_sound_alikes(text: str, sounds: Sounds) -> Iterator[SoundAlike]:
    """Where the paragraph has such a name, in order: outside quotations, parentheses and names that are known.

    What stands straight before a parenthesis has a gloss, and is left out too.
    """
    paragraph = _Paragraph(text, sounds)
    bounds = words(text)
    done = 0
    for at, (start, _end) in enumerate(bounds):
        if start < done:
            continue
        ends: list[int] = []
        for first, last in bounds[at : at + _WORDS]:
            if text[first:last] in _NO_PART or (ends and first != ends[-1]):
                break
            ends.append(last)
        for end in reversed(ends):
            spelling = text[start:end]
            if not _THAI.fullmatch(spelling):
                continue
            if (like := sounds.like(spelling)) is not None and paragraph.is_open(start, end):
                yield SoundAlike(start, end, spelling, like)
                done = end
                break


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name without a gloss at start–end of a paragraph (code points)."""

    start: int
    end: int
    text: str


def unglossed_names(text: str) -> Iterator[Spelling]:
    """Foreign names of the paragraph that are written as they sound, in order, outside quotations and parentheses.

    Such a name is cut by the segmenter into splinters that are no words, and short words beside them.
    """
    bounds, known = words(text), vocabulary()
    paragraph = _Paragraph(text, _NONE)
    at = 0
    while at < len(bounds):
        last = at
        while last < len(bounds) and _is_part(text, bounds, at, last, known):
            last += 1
        own = [text[start:end] for start, end in bounds[at:last]]
        if any(_is_splinter(part, known) for part in own):
            start, end = bounds[at][0], bounds[last - 1][1]
            if _THAI.fullmatch(text[start:end]) and name_sound(text[start:end]) and paragraph.is_open(start, end):
                yield Spelling(start, end, text[start:end])
        at = max(last, at + 1)


_SHORT_WORD: Final = 4
#: A silent letter straight after a vowel: in Thai words of their own it follows another consonant.
_FOREIGN: Final = re.compile("[าอยวิีุู][กคชซดตทนบปพฟมรลส]์")


def _is_part(text: str, bounds: list[tuple[int, int]], first: int, at: int, known: frozenset[str]) -> bool:
    """Whether this word goes on with the name that begins with the first one."""
    start, end = bounds[at]
    if at > first and bounds[at - 1][1] != start:
        return False
    part = text[start:end]
    return part not in _NO_PART and (end - start <= _SHORT_WORD or _is_splinter(part, known))


def _is_splinter(part: str, known: frozenset[str]) -> bool:
    """Whether it is no word of Thai, but a part of a foreign name or a loan."""
    return part not in known or _FOREIGN.search(part) is not None


def alike_names(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of these names that sound nearly alike and are spelt otherwise, in order."""
    spelt = sorted(set(names))
    by_part: dict[str, list[str]] = defaultdict(list)
    for name in spelt:
        for part in _parts(name_sound(name)):
            by_part[part].append(name)
    for name in spelt:
        near = near_sounds(name_sound(name))
        maybe = {other for part in _parts(name_sound(name)) for other in by_part[part] if other > name}
        for other in sorted(maybe):
            is_part = name in other or other in name
            if not is_part and name_sound(other) in near and similarity(name, other) >= _ALIKE:
                yield name, other


_NONE: Final = Sounds(())
