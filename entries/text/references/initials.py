"""Letters of glosses that stand for more: acronyms (เคจีบี for KGB), and the initials of given names (V. I. Lenin)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from entries.text.references.glosses import plain
from entries.text.references.sounds import VOWEL, ThaiSounds
from entries.text.references.stopwords import BEFORE, CLASSIFYING, NEVER_INSIDE, SELDOM_INSIDE
from entries.text.references.transliteration import latin_sounds

_LETTERS = {
    "a": "เอ|อา|อะ", "b": "บี|เบ", "c": "ซี|เซ", "d": "ดี|เด", "e": "อี|เอ", "f": "เอฟ", "g": "จี|เก|เช|เฌ",
    "h": "เอช|เฮช|ฮา", "i": "ไอ|อี", "j": "เจ|โยท|ยอท", "k": "เค|คา|กา", "l": "แอล|เอล", "m": "เอ็ม|เอม",
    "n": "เอ็น|เอน", "o": "โอ", "p": "พี|เพ|เป", "q": "คิว", "r": "อาร์|แอร์", "s": "เอส", "t": "ที|เท|เต",
    "u": "ยู|อู", "v": "วี|เฟา|เว", "w": "ดับเบิลยู|ดับเบิ้ลยู|เว", "x": "เอกซ์|เอ็กซ์", "y": "วาย", "z": "แซด|เซด|เซ็ต",
}  # fmt: skip


@lru_cache(maxsize=512)
def _spoken(acronym: str) -> re.Pattern[str]:
    letters = (f"(?:{_LETTERS[letter]})[่้๊๋]?" for letter in acronym)
    return re.compile("[ .·-]?".join(letters) + r"\.?$")


def spoken_initials(context: str, acronym: str) -> int | None:
    """Where in `context` the letters of `acronym` begin, spoken one by one up to its end; None when they are not there.

    >>> spoken_initials("หน่วยตำรวจลับเคจีบี", "KGB")
    13
    """
    letters = "".join(char for char in acronym.casefold() if char.isalpha())
    if not 2 <= len(letters) <= 8 or not all(letter in _LETTERS for letter in letters):
        return None
    match = _spoken(letters).search(context, max(0, len(context) - 12 * len(letters)))
    return match.start() if match else None


def is_acronym(name: str) -> bool:
    """Whether a gloss is nothing but capitals: KGB, N.A.T.O."""
    letters = [char for char in name if char.isalpha()]
    return 2 <= len(letters) <= 8 and all(char.isupper() for char in letters) and not re.search(r"\s", name.strip())


def is_spoken(acronym: str) -> bool:
    """Whether an acronym can be said as a word: one with vowels, and no more consonants together than words have.

    >>> [is_spoken(acronym) for acronym in ("NATO", "CHEKA", "UNRRA", "NSDAP", "USSR", "SPD", "CDU")]
    [True, True, True, False, False, False, False]
    """
    letters = _AS_ONE.sub("t", plain(acronym).replace(".", ""))
    return any(letter in _VOWELS for letter in letters) and not _NOT_SPOKEN.search(letters)


_VOWELS = "aeiou"
_AS_ONE = re.compile(r"(?:ch|sh|th|ph|kh|ts|zh)|([bcdfgklmnprstz])\1(?=[aeiou])")
_NOT_SPOKEN = re.compile(r"[^aeiou]{3}|^(?!s)[^aeiou][^aeioulrhwy]|^[^aeiou]?[^aeiou]$|^[aeiou]+$|([^aeiou])\1")
_INITIAL = re.compile(r"[A-ZÀ-Þ]\.?$|[A-Z][a-z]\.$")
OMITTED = 0.35
"""What it costs a place that an initial before the surname stands for nothing there."""
_NO_NAMES = BEFORE | NEVER_INSIDE | SELDOM_INSIDE | CLASSIFYING
_CLOSE = 0.2
_APART = " \u00a0.)“(*"
_LIKE = {"P": {"F": 0.1}, "H": {VOWEL: 0.1}, "U": {"Y": 0.0}, "E": {"Y": 0.1}, "I": {"Y": 0.1}, "Y": {VOWEL: 0.1}}
"""Thai sounds that names of an initial begin with besides those of its letter: Philip, Henri, Ulysses, Eugène."""


def leading_initials(words: Sequence[str]) -> int:
    """How many words of a gloss are initials before a name: 2 of V. I. Lenin; 0 of an acronym and of a lone letter.

    >>> leading_initials(["V.", "I.", "Lenin"]), leading_initials(["X", "Club"]), leading_initials(["V.", "I."])
    (2, 0, 0)
    """
    count = 0
    while count < len(words) and _INITIAL.match(words[count]):
        count += 1
    if count == len(words) or (count == 1 and not words[0].endswith(".")):
        return 0
    return count


def given_names(
    text: str, sounds: ThaiSounds, surname: int, initials: Sequence[str], starts: frozenset[int]
) -> Iterator[tuple[int, float, int]]:
    """Where given names that these initials stand for may begin before a surname: start, cost, how many stand there.

    Each initial is a letter spoken (ดี.), a name that begins with its sound (แฟรงกลิน), or left out; the surname begins
    at the offset `surname` of `text`. starts: where a word may begin at all, for the first of the names may be glued
    to what stands before it.
    """
    begins = {sound.start: sound.kind for sound in reversed(sounds)}
    frontier = [(surname, 0.0, 0)]
    for left, letter in zip(range(len(initials) - 1, -1, -1), reversed(initials), strict=True):
        further = []
        for place, cost, stood in frontier:
            further.append((place, cost + OMITTED, stood))
            end = len(text[:place].rstrip(" \t\u00a0.·-"))
            if not end or end == place:
                continue
            token = max(text.rfind(char, 0, end) for char in _APART) + 1
            for start, unlike in _standing(letter, text, token, end, begins, starts):
                yield start, cost + unlike + OMITTED * left, stood + 1
                if start == token:
                    further.append((start, cost + unlike, stood + 1))
        frontier = further


def _standing(
    letter: str, text: str, token: int, end: int, begins: Mapping[int, str], starts: frozenset[int]
) -> Iterator[tuple[int, float]]:
    """The places in a token of the text from which an initial may stand up to `end`, and how badly it fits."""
    spoken = _letter(letter).search(text, max(token, end - 12), end)
    if spoken and (spoken.start() == token or text[end : end + 1] == "."):
        yield spoken.start(), 0.0
    for start in range(token, end - 1):
        unlike = _unlike(letter, begins.get(start))
        if start in starts and unlike <= _CLOSE and text[start:end] not in _NO_NAMES:
            yield start, unlike


@lru_cache(maxsize=256)
def _letter(initial: str) -> re.Pattern[str]:
    """One initial, spoken, up to the end."""
    return re.compile(f"(?:{_LETTERS.get(plain(initial)[0], '(?!)')})[่้๊๋]?$")


def _unlike(initial: str, kind: str | None) -> float:
    """What it costs that a name of this initial begins with a Thai sound of this kind."""
    if kind is None:
        return 1.0
    return _first_sounds(initial).get(kind, 1.0)


@lru_cache(maxsize=256)
def _first_sounds(initial: str) -> Mapping[str, float]:
    letters = initial.rstrip(".")
    first = latin_sounds(letters)[:1]
    costs = {VOWEL: 0.0} if first and first[0].kind == VOWEL else dict(first[0].costs) if first else {}
    return {**costs, **_LIKE.get(letters[:1], {})}
