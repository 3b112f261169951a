"""How well Thai letters sound like a Latin name: alignment of consonants with soft vowels.

Both sides become rows of sounds (consonants in classes, vowels, numbers, gaps between words); a dynamic programme from
the right end gives the cost of the Latin name for every left end in the Thai text at once. The costs say which letters
stand for one another in transliterations from the languages of Europe.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, chain, islice

from entries.text.references.glosses import number_of, plain
from entries.text.references.sounds import GAP, NUMBER, VOWEL, Sound, ThaiSounds

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

_NO_MORE = (math.inf,)
_MISSING_VOWEL, _MISSING_GAP = 0.06, 0.15


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


@lru_cache(maxsize=4096)
def _word_sounds(word: str) -> tuple[Sound, ...]:
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
    return tuple(sounds)


def consonants(sounds: Sequence[Sound]) -> int:
    """How many consonants and numbers a name has."""
    return sum(sound.kind in ("*", NUMBER) and not sound.light for sound in sounds)


def costs_by_start(
    latin: Sequence[Sound], thai: ThaiSounds, *, open_end: bool = False, limit: float = math.inf
) -> list[tuple[float, int]]:
    """For each Thai sound, the least cost of `latin` beginning there, and where (which sound index) it then ends.

    Without `open_end` the name ends with the last Thai sound. The list is as long as `thai`. A cost is a sum. Costs up
    to `limit` are exact; where they are greater, which the less they may be is the sooner known, some greater number
    stands instead.
    """
    count = len(thai)
    # A row has, from the right, the cost of the Latin sounds read so far against the Thai sounds from there on.
    row = [0.0] * (count + 1) if open_end else list(accumulate(reversed(thai.extras), initial=0.0))
    rows = [row]
    extras = thai.extras[::-1]
    steps = [(sound.missing, thai.matches_backwards(sound)) for sound in reversed(latin)]
    for missing, matches in steps:
        row = _next_row(row, missing, matches, extras, limit)
        if not row:
            return [(math.inf, count)] * count
        rows.append(row)
    costs = row[1:] + [math.inf] * (count + 1 - len(row))
    if not open_end:
        return [(cost, count) for cost in reversed(costs)]
    return [
        (cost, count - _end(rows, steps, extras, size) if cost <= limit else count)
        for size, cost in zip(range(count, 0, -1), reversed(costs), strict=True)
    ]


def _next_row(
    row: list[float], missing: float, matches: Sequence[float], extras: Sequence[float], limit: float
) -> list[float]:
    """The row with one more Latin sound; it stops where all that follows costs more than `limit`."""
    nearer = row[0]
    best = nearer + missing
    fresh = [best]
    add = fresh.append
    # What the row has not got is dearer than the limit.
    for cost, extra, match in zip(chain(islice(row, 1, None), _NO_MORE), extras, matches, strict=False):
        best += extra
        met = nearer + match
        if met <= best:
            best = met
        left_out = cost + missing
        if left_out < best:
            best = left_out
        add(best)
        nearer = cost
    for extra in extras[len(row) :]:
        if best > limit:
            break
        best += extra
        fresh.append(best)
    while fresh and fresh[-1] > limit:
        fresh.pop()
    return fresh


def _end(
    rows: Sequence[list[float]], steps: Sequence[tuple[float, Sequence[float]]], extras: Sequence[float], size: int
) -> int:
    """How many Thai sounds are left where the cheapest way ends that begins with `size` of them left."""
    for read in range(len(steps), 0, -1):
        row, fresh, (missing, matches) = rows[read - 1], rows[read], steps[read - 1]
        while size:
            extra = fresh[size - 1] + extras[size - 1]
            match = row[size - 1] + matches[size - 1] if size <= len(row) else math.inf
            without = row[size] + missing if size < len(row) else math.inf
            if without < match and without < extra:
                break
            size -= 1
            if match <= extra:
                break
    return size
