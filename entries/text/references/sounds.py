"""The sounds of Thai letters, and what it costs to hear a Latin sound in one or to pass over it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property, lru_cache
from typing import NamedTuple

VOWEL, GAP, NUMBER = "V", "_", "#"
_THAI_CLASSES = {
    "K": "กขฃคฅฆ", "G": "ง", "C": "จฉชฌ", "S": "ซศษส", "Y": "ญย", "D": "ดฎ", "T": "ตฏถทธฐฑฒ", "N": "นณ", "B": "บ",
    "P": "ปผพภ", "F": "ฝฟ", "M": "ม", "R": "ร", "L": "ลฬ", "W": "ว", "H": "หฮ",
}  # fmt: skip
_CLASS_OF = {char: name for name, chars in _THAI_CLASSES.items() for char in chars}
_LEADING = frozenset("เแโใไ")
_VOWEL_SIGNS = frozenset("ะัาำิีึืุู็ๅฤฦ")
_TONES = frozenset("่้๊๋")
_SILENCER = "์"
_LED = frozenset("งญณนมยรลวฬ")
_BEFORE_NUMBER = frozenset("ท0123456789๐๑๒๓๔๕๖๗๘๙")

_EXTRA_VOWEL, _EXTRA_GAP, _NUMBER_APART = 0.1, 0.45, 3.0
_EXTRA_CONSONANT, _EXTRA_CANCELLED = 1.0, 0.08
_EXTRA = {"H": 0.5, "Y": 0.35, "W": 0.35, "R": 0.5}
_BLOCK = 9.0
_BLOCKED: Mapping[str, float] = dict.fromkeys((*_THAI_CLASSES, VOWEL, GAP, NUMBER, ""), _BLOCK)
_UNLIKE: Mapping[str, float] = {**_BLOCKED, **dict.fromkeys(_THAI_CLASSES, 1.5)}
_AS_VOWEL: Mapping[str, float] = {**_BLOCKED, VOWEL: 0.0, "Y": 0.15, "W": 0.15}
_AS_GAP: Mapping[str, float] = {**_BLOCKED, GAP: 0.0}


class Sound(NamedTuple):
    """One sound. kind: a class of consonants, VOWEL, GAP or NUMBER. costs: for Latin sounds, by Thai class.

    start, end: offsets in the Thai text. initial: a vowel that begins a syllable or a word. cancelled: a letter under ์.
    light: a second sound of one letter (nn, x), which does not count as a consonant.
    """

    kind: str
    start: int = 0
    end: int = 0
    costs: tuple[tuple[str, float], ...] = ()
    missing: float = 1.0
    initial: bool = False
    cancelled: bool = False
    value: int = 0
    light: bool = False


class ThaiSounds(tuple[Sound, ...]):
    """The sounds of Thai text in order, with what aligning them with Latin ones asks for again and again."""

    @cached_property
    def kinds(self) -> list[str]:
        """The kind of each sound."""
        return [sound.kind for sound in self]

    @cached_property
    def extras(self) -> list[float]:
        """The cost of each sound where no Latin sound stands for it."""
        return [_extra(sound, after) for sound, after in zip(self, (*self[1:], None), strict=False)]

    @cached_property
    def _matches(self) -> dict[Sound, list[float]]:
        return {}

    def matches_backwards(self, latin: Sound) -> list[float]:
        """The cost of each sound where this Latin sound stands for it, from the last sound to the first."""
        found = self._matches.get(latin)
        if found is None:
            found = self._matches[latin] = _matches(latin, self)
            found.reverse()
        return found

    def since(self, offset: int) -> ThaiSounds:
        """The sounds that begin at the offset or after it."""
        return ThaiSounds(sound for sound in self if sound.start >= offset)


def thai_sounds(text: str) -> ThaiSounds:
    """The sounds of Thai text in order; whatever is neither Thai letter, space nor number is a wall (kind "")."""
    sounds: list[Sound] = []
    leading: int | None = None
    offset = 0
    while offset < len(text):
        char = text[offset]
        end = offset + 1
        if char in _BEFORE_NUMBER and (number := _THAI_NUMBER.match(text, offset)):
            sounds.append(Sound(NUMBER, offset, number.end(), value=int(number["digits"])))
            end = number.end()
            leading = None
        elif char in _CLASS_OF:
            start = offset if leading is None else leading
            if char == "ห" and text[end : end + 1] in _LED and text[end + 1 : end + 2] != _SILENCER:
                char, end = text[end], end + 1
            sounds.append(Sound(_CLASS_OF[char], start, end))
            if leading is not None:
                sounds.append(Sound(VOWEL, end - 1, end))
            leading = None
        elif char in _LEADING:
            if leading is not None:
                sounds.append(Sound(VOWEL, leading, offset))
            leading = offset
        elif char == "อ":
            following = text[end : end + 1]
            carries = leading is not None or (following != "" and following in _VOWEL_SIGNS | _TONES)
            start = offset if leading is None else leading
            previous = sounds[-1] if sounds else None
            if not carries and previous is not None and _goes_on(text, previous, offset):
                sounds[-1] = previous._replace(end=end)
            elif carries or not sounds or sounds[-1].kind in (GAP, "") or following == "อ" or following in _CLASS_OF:
                sounds.append(Sound(VOWEL, start, end, initial=True))
            else:
                sounds.append(Sound(VOWEL, start, end))
            leading = None
        elif char == _SILENCER:
            _cancel(sounds)
        elif char in _VOWEL_SIGNS:
            if sounds and sounds[-1].kind == VOWEL and leading is None:
                sounds[-1] = sounds[-1]._replace(end=end)
            else:
                sounds.append(Sound(VOWEL, offset if leading is None else leading, end))
            leading = None
            if char == "ำ":
                sounds.append(Sound("M", offset, end))
        elif char.isspace() or char in "-–‐\u200b":
            sounds.append(Sound(GAP, offset, end))
            leading = None
        elif char not in _TONES and char not in "ๆฯ.":
            sounds.append(Sound("", offset, end))
            leading = None
        offset = end
    return ThaiSounds(sounds)


def _goes_on(text: str, previous: Sound, offset: int) -> bool:
    """Whether อ at `offset` only lengthens the vowel before it: คือ, เทอ, ออส."""
    if previous.kind != VOWEL or not all(char in _TONES for char in text[previous.end : offset]):
        return False
    written = text[previous.start : offset]
    if previous.initial:
        return written.count("อ") == 1 and written.rstrip("".join(_TONES)).endswith(("อ", "ื", "็"))
    return "อ" not in written and written.rstrip("".join(_TONES)).endswith(("ื", "็", *_CLASS_OF))


_THAI_NUMBER = re.compile(r"(?:ที่\s*)?(?P<digits>[0-9๐-๙]{1,9})")


def _cancel(sounds: list[Sound]) -> None:
    """Mark the letter that ์ stands on (and what it carries) as silent."""
    for position in range(len(sounds) - 1, max(-1, len(sounds) - 3), -1):
        sound = sounds[position]
        if sound.kind not in (VOWEL, GAP, NUMBER, ""):
            sounds[position] = sound._replace(cancelled=True)
            return


def _matches(latin: Sound, thai: ThaiSounds) -> list[float]:
    """The cost of one Latin sound for each Thai sound."""
    if latin.kind == "*":
        return list(map(_costs_of(latin.costs).__getitem__, thai.kinds))
    if latin.kind == VOWEL:
        costs = list(map(_AS_VOWEL.__getitem__, thai.kinds))
        if latin.initial:
            return [
                0.25 if sound.kind == VOWEL and not sound.initial else cost
                for cost, sound in zip(costs, thai, strict=True)
            ]
        return costs
    if latin.kind == GAP:
        return list(map(_AS_GAP.__getitem__, thai.kinds))
    return [
        (0.0 if latin.value == sound.value else _NUMBER_APART) if sound.kind == NUMBER else _BLOCK for sound in thai
    ]


@lru_cache(maxsize=256)
def _costs_of(costs: tuple[tuple[str, float], ...]) -> Mapping[str, float]:
    """The cost of every kind of Thai sound for a Latin consonant."""
    return {**_UNLIKE, **dict(costs)}


def _extra(sound: Sound, following: Sound | None) -> float:
    """The cost of a Thai sound that no Latin sound stands for."""
    if sound.kind == VOWEL:
        return _EXTRA_VOWEL * (2 if sound.initial else 1)
    if sound.kind == GAP:
        return _EXTRA_GAP
    if sound.kind == NUMBER:
        return _NUMBER_APART
    if sound.kind == "":
        return _BLOCK
    if sound.cancelled:
        return _EXTRA_CANCELLED
    if following is not None and following.kind == sound.kind:
        return 0.08
    if sound.kind == "H" and following is not None and following.kind in "GYNMRLW" and following.kind:
        return 0.1
    return _EXTRA.get(sound.kind, _EXTRA_CONSONANT)
