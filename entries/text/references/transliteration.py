"""How well Thai letters sound like a Latin name: alignment of consonants with soft vowels.

Both sides become rows of sounds (consonants in classes, vowels, numbers, gaps between words); a dynamic programme from
the right end gives the cost of the Latin name for every left end in the Thai text at once. The costs say which letters
stand for one another in transliterations from the languages of Europe.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from entries.text.references.glosses import number_of, plain

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
_DIGITS = frozenset("0123456789๐๑๒๓๔๕๖๗๘๙")

# Latin letters → Thai classes with costs. Longer spellings win. "" is the cost of leaving them out.
_SPELLINGS: dict[str, dict[str, float]] = {
    "b": {"B": 0, "P": 0.3, "W": 0.4, "F": 0.6},
    "c": {"K": 0, "S": 0, "C": 0.05, "T": 0.15},
    "d": {"D": 0, "T": 0.1, "": 0.7},
    "f": {"F": 0, "W": 0.3, "P": 0.4},
    "g": {"K": 0, "C": 0.1, "H": 0.2, "Y": 0.3, "G": 0.4, "": 0.6},
    "h": {"H": 0, "K": 0.3, "": 0.15},
    "j": {"Y": 0, "C": 0, "H": 0.1, "K": 0.3, "S": 0.4},
    "k": {"K": 0, "C": 0.5, "H": 0.5},
    "l": {"L": 0, "N": 0.4, "R": 0.3, "W": 0.4, "Y": 0.6, "": 0.7},
    "m": {"M": 0, "G": 0.3, "N": 0.3},
    "n": {"N": 0, "G": 0.1, "M": 0.3, "": 0.8},
    "p": {"P": 0, "B": 0.2, "F": 0.5, "": 0.8},
    "q": {"K": 0},
    "r": {"R": 0, "L": 0.2, "": 0.3},
    "s": {"S": 0, "C": 0.15, "T": 0.4, "": 0.6},
    "t": {"T": 0, "D": 0.2, "S": 0.5, "C": 0.5, "": 0.6},
    "v": {"W": 0, "F": 0.05, "B": 0.2, "P": 0.5},
    "w": {"W": 0, "V": 0.1, "F": 0.3, "L": 0.6, "": 0.3},
    "x": {"K": 0.1, "S": 0.1, "C": 0.2},
    "y": {"Y": 0, "V": 0, "C": 0.4, "": 0.15},
    "z": {"S": 0, "C": 0.2, "T": 0.3, "D": 0.4, "": 0.6},
    "bh": {"P": 0, "B": 0.1},
    "ch": {"C": 0, "K": 0.05, "S": 0.2, "H": 0.2},
    "ck": {"K": 0},
    "cz": {"C": 0, "S": 0.1},
    "dj": {"C": 0, "Y": 0.3, "D": 0.3},
    "dz": {"S": 0.1, "C": 0.1, "D": 0.1, "T": 0.3},
    "dt": {"T": 0, "D": 0.1},
    "gh": {"K": 0, "": 0.2, "F": 0.3, "H": 0.3},
    "gn": {"Y": 0, "N": 0},
    "gli": {"L": 0, "Y": 0.2},
    "kh": {"K": 0, "H": 0, "C": 0.3},
    "lh": {"L": 0, "Y": 0.2},
    "ng": {"G": 0, "N": 0.2},
    "nh": {"N": 0, "Y": 0.1},
    "ph": {"F": 0, "P": 0.1},
    "qu": {"K": 0},
    "rz": {"C": 0.1, "S": 0.2, "R": 0.2},
    "rh": {"R": 0, "L": 0.2, "": 0.3},
    "sc": {"S": 0, "C": 0.1},
    "sch": {"C": 0, "S": 0.1, "K": 0.3},
    "sh": {"C": 0, "S": 0.15},
    "shch": {"C": 0, "S": 0.1},
    "sz": {"S": 0, "C": 0.05},
    "tch": {"C": 0},
    "th": {"T": 0, "S": 0.3, "D": 0.2},
    "tsch": {"C": 0},
    "ts": {"S": 0, "T": 0, "C": 0.1},
    "tz": {"S": 0, "T": 0, "C": 0.2},
    "wh": {"W": 0, "H": 0.3, "F": 0.4},
    "zh": {"C": 0, "S": 0.1, "Y": 0.3},
    "zsch": {"C": 0, "S": 0.2},
}  # fmt: skip
_SPELLING = re.compile("|".join(sorted(_SPELLINGS, key=len, reverse=True)))
_SILENT_AT_END = frozenset("bcdfghlmnprstxz")
_TOKEN = re.compile(r"[a-z]+|[0-9๐-๙]+|[^a-z0-9๐-๙]+")
_ORDINAL = re.compile(r"([0-9]+)(?:st|nd|rd|th)$")

_MISSING_VOWEL, _EXTRA_VOWEL = 0.06, 0.1
_EXTRA_CONSONANT, _EXTRA_CANCELLED = 1.0, 0.08
_EXTRA = {"H": 0.5, "Y": 0.35, "W": 0.35, "R": 0.5}
_MISSING_GAP, _EXTRA_GAP, _NUMBER_APART = 0.15, 0.45, 3.0
_BLOCK = 9.0


@dataclass(frozen=True, slots=True)
class Sound:
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


def thai_sounds(text: str) -> list[Sound]:
    """The sounds of Thai text in order; whatever is neither Thai letter, space nor number is a wall (kind "")."""
    sounds: list[Sound] = []
    leading: int | None = None
    offset = 0
    while offset < len(text):
        char = text[offset]
        end = offset + 1
        number = _THAI_NUMBER.match(text, offset)
        if number:
            sounds.append(Sound(NUMBER, offset, number.end(), value=int(number["digits"])))
            end = number.end()
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
                sounds[-1] = replace(previous, end=end)
            elif carries or not sounds or sounds[-1].kind in (GAP, "") or following == "อ" or following in _CLASS_OF:
                sounds.append(Sound(VOWEL, start, end, initial=True))
            else:
                sounds.append(Sound(VOWEL, start, end))
            leading = None
        elif char in _CLASS_OF:
            start = offset if leading is None else leading
            following = text[end : end + 1]
            if char == "ห" and following and following in "งญณนมยรลวฬ" and text[end + 1 : end + 2] != _SILENCER:
                char, end = following, end + 1
            sounds.append(Sound(_CLASS_OF[char], start, end))
            if leading is not None:
                sounds.append(Sound(VOWEL, end - 1, end))
            leading = None
        elif char == _SILENCER:
            _cancel(sounds)
        elif char in _VOWEL_SIGNS:
            if sounds and sounds[-1].kind == VOWEL and leading is None:
                sounds[-1] = replace(sounds[-1], end=end)
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
    return sounds


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
            sounds[position] = replace(sound, cancelled=True)
            return


@lru_cache(maxsize=4096)
def latin_sounds(name: str) -> tuple[Sound, ...]:
    """The sounds of a name in Latin script in order."""
    sounds: list[Sound] = []
    for match in _TOKEN.finditer(plain(name).replace("’", "").replace("'", "")):
        word = match.group()
        if word[0].isdigit():
            sounds.append(Sound(NUMBER, value=int(word)))
        elif not word[0].isalpha():
            if sounds and sounds[-1].kind != GAP and match.end() < match.endpos:
                sounds.append(Sound(GAP, missing=0.05 if word in "-–‐" else _MISSING_GAP))
        else:
            sounds.extend(_word_sounds(word))
    return tuple(sounds)


def latin_name(words: Sequence[str]) -> str:
    """Words joined for `latin_sounds`, Roman numerals (after the first word) as digits."""
    joined = []
    for position, word in enumerate(words):
        ordinal = _ORDINAL.match(word)
        value = number_of(word) if position and word.isupper() else None
        joined.append(ordinal[1] if ordinal else str(value) if value is not None else word)
    return " ".join(joined)


def _word_sounds(word: str) -> list[Sound]:
    """The sounds of one word in small letters."""
    sounds: list[Sound] = []
    position = 0
    while position < len(word):
        match = _SPELLING.match(word, position)
        char = word[position]
        at_end = match is not None and match.end() == len(word)
        if char == "y" and position and (at_end or word[position + 1] not in "aeiou"):
            match = None
        if match is None:
            if not sounds:
                sounds.append(Sound(VOWEL, initial=True, missing=0.3))
            elif sounds[-1].kind != VOWEL:
                sounds.append(Sound(VOWEL, missing=_MISSING_VOWEL))
            elif position == 1:
                # A word that begins with two vowels may have two syllables: Iosif, Eupen, Aosta.
                sounds.append(Sound(VOWEL, missing=0.02, light=True))
            position += 1
            continue
        spelling = match.group()
        costs = dict(_SPELLINGS[spelling])
        missing = costs.pop("", 1.0)
        if at_end and position and word[-1] in _SILENT_AT_END:
            missing = min(missing, 0.15 if char == "s" else 0.35)
        if spelling == "r" and position and word[position - 1] in "aeiouy":
            missing = 0.12
        if spelling == "k" and word[position + 1 : position + 2] == "n":
            missing = 0.3
        if spelling == "h" and position == 0:
            missing = 0.3
        doubled = len(spelling) == 1 and position + 1 < len(word) and word[position + 1] == spelling
        sounds.append(Sound("*", costs=tuple(costs.items()), missing=missing))
        if doubled:
            sounds.append(Sound("*", costs=tuple(costs.items()), missing=0.02, light=True))
        position = match.end() + (1 if doubled else 0)
        if spelling == "x":
            sounds.append(Sound("*", costs=(("S", 0.0), ("C", 0.2)), missing=0.05, light=True))
        if spelling == "qu":
            sounds.append(Sound("*", costs=(("W", 0.0),), missing=0.02, light=True))
        if spelling in ("gn", "nh"):
            sounds.append(Sound("*", costs=(("Y", 0.0), ("N", 0.0)), missing=0.02, light=True))
        if spelling in ("ts", "tz", "cz", "dz", "zz"):
            sounds.append(Sound("*", costs=(("S", 0.0), ("C", 0.1)), missing=0.02, light=True))
        if spelling == "c" and word[position : position + 1] not in ("a", "o", "u", "r"):
            sounds.append(Sound("*", costs=(("S", 0.0),), missing=0.02, light=True))
        if spelling == "sc":
            sounds.append(Sound("*", costs=(("K", 0.0), ("C", 0.1)), missing=0.1, light=True))
    return sounds


def consonants(sounds: Sequence[Sound]) -> int:
    """How many consonants and numbers a name has."""
    return sum(sound.kind in ("*", NUMBER) and not sound.light for sound in sounds)


def costs_by_start(latin: Sequence[Sound], thai: Sequence[Sound], *, open_end: bool = False) -> list[tuple[float, int]]:
    """For each Thai sound, the least cost of `latin` beginning there, and where (which sound index) it then ends.

    Without `open_end` the name ends with the last Thai sound. The list is as long as `thai`. A cost is a sum.
    """
    count = len(thai)
    extras = [_extra(thai, position) for position in range(count)]
    # row[j]: cost of the Latin sounds read so far (from the right) against thai[j:end]; ends[j]: that end.
    row = [0.0] * (count + 1)
    ends = list(range(count + 1)) if open_end else [count] * (count + 1)
    if not open_end:
        for j in range(count - 1, -1, -1):
            row[j] = row[j + 1] + extras[j]
    for sound in reversed(latin):
        matches = _matches(sound, thai)
        missing = sound.missing
        best, end = row[count] + missing, ends[count]
        fresh, fresh_ends = [best] * (count + 1), [end] * (count + 1)
        for j in range(count - 1, -1, -1):
            best += extras[j]
            cost = row[j + 1] + matches[j]
            if cost <= best:
                best, end = cost, ends[j + 1]
            cost = row[j] + missing
            if cost < best:
                best, end = cost, ends[j]
            fresh[j], fresh_ends[j] = best, end
        row, ends = fresh, fresh_ends
    return list(zip(row[:count], ends[:count], strict=True))


_UNLIKE: Mapping[str, float] = dict.fromkeys(_THAI_CLASSES, 1.5) | {VOWEL: _BLOCK}
_AS_VOWEL: Mapping[str, float] = {VOWEL: 0.0, "Y": 0.15, "W": 0.15}


def _matches(latin: Sound, thai: Sequence[Sound]) -> list[float]:
    """The cost of one Latin sound for each Thai sound."""
    if latin.kind == "*":
        table = {**_UNLIKE, **dict(latin.costs)}
        return [table.get(sound.kind, _BLOCK) for sound in thai]
    if latin.kind == VOWEL:
        costs = [_AS_VOWEL.get(sound.kind, _BLOCK) for sound in thai]
        if latin.initial:
            return [
                0.25 if sound.kind == VOWEL and not sound.initial else cost
                for cost, sound in zip(costs, thai, strict=True)
            ]
        return costs
    if latin.kind == GAP:
        return [0.0 if sound.kind == GAP else _BLOCK for sound in thai]
    return [
        (0.0 if latin.value == sound.value else _NUMBER_APART) if sound.kind == NUMBER else _BLOCK for sound in thai
    ]


def _extra(thai: Sequence[Sound], position: int) -> float:
    """The cost of a Thai sound that no Latin sound stands for."""
    sound = thai[position]
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
    following = thai[position + 1] if position + 1 < len(thai) else None
    if following is not None and following.kind == sound.kind:
        return 0.08
    if sound.kind == "H" and following is not None and following.kind in "GYNMRLW" and following.kind:
        return 0.1
    return _EXTRA.get(sound.kind, _EXTRA_CONSONANT)
