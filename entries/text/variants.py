"""Names that stand in a text without a gloss, and sound like one that is glossed elsewhere, spelt otherwise."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from entries.text.house_form import quotations
from entries.text.references.spans import parentheses
from entries.text.references.stopwords import BEFORE, CLASSIFYING, NEVER_INSIDE
from entries.text.segment import words
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
