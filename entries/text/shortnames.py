"""Shorter forms by which a person may be meant: first given name and surname, initials and surname.

They are weaker witnesses than names: two persons share them more easily, so whoever looks up by them does so last.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import Final

from entries.text.names import DEFAULT_HONORIFICS, Honorific, inverted, parse_title, reference_key, turn_round
from entries.text.references.class_nouns import DEFAULT_CLASS_NOUNS
from entries.text.references.glosses import number_of, plain, singular
from entries.text.references.vocabulary import MODIFIERS
from entries.text.sound import similarity, skeleton
from entries.text.thai import match_key

_COMMA: Final = re.compile(r"\s*,\s*")
#: Words before a given name that are none.
_COURTESIES: Final = frozenset(
    (
        "baron", "count", "dame", "dr", "dr.", "duke", "general", "lady", "lord", "prince", "princess", "saint", "sir",
        "st.",
    )
)  # fmt: skip
#: Skeletons of fewer consonants than this are shared by too many names to say anything.
_SHORTEST_SOUND: Final = 4
_NOUNS: Final = frozenset(noun.english for noun in DEFAULT_CLASS_NOUNS)
_INITIAL: Final = re.compile(r"[A-Z]\.?")
#: From here on two surnames are one in two scripts.
_SOUNDS_ALIKE: Final = 0.6


def short_keys(
    headwords: Sequence[str], titles: Sequence[str], honorifics: Sequence[Honorific] = DEFAULT_HONORIFICS
) -> frozenset[str]:
    """The keys (`reference_key`) of the shorter forms of a person's names; empty for what is no person.

    "Lenin, Vladimir Ilyich" gives those of "Vladimir Lenin", "V. I. Lenin" and "V. Lenin"; its title "นายวลาดีมีร์ อิลยิช
    เลนิน" that of "วลาดีมีร์ เลนิน". Only an inverted headword shows that an entry is a person's.
    """
    return frozenset(short_forms(headwords, titles, honorifics))


def short_forms(
    headwords: Sequence[str], titles: Sequence[str], honorifics: Sequence[Honorific] = DEFAULT_HONORIFICS
) -> dict[str, str]:
    """The same keys with the form that each is of."""
    forms = [form for headword in headwords for form in _short_latin(headword, honorifics)]
    if forms:
        forms += [form for title in titles for form in _short_thai(title, honorifics)]
    found: dict[str, str] = {}
    for form in forms:
        found.setdefault(reference_key(form, honorifics), form)
    found.pop("", None)
    return found


def _short_latin(headword: str, honorifics: Sequence[Honorific]) -> Iterator[str]:
    parts = _COMMA.split(headword.strip())
    if len(parts) < 2 or turn_round(headword, honorifics) == headword:
        return
    surname, given = parts[0], parts[1].split()
    if given and given[0].casefold() in _COURTESIES:
        del given[0]
    names = list(takewhile(lambda word: word[0].isupper(), given))
    particles = given[len(names) :]
    if not names or not all(word[0].islower() for word in particles) or particles[-1:] == ["of"]:
        return
    whole = " ".join([*particles, surname])
    if len(names) > 1:
        yield f"{names[0]} {whole}"
    for count in range(1, len(names) + 1):
        yield f"{' '.join(f'{name[0]}.' for name in names[:count])} {whole}"


def _short_thai(title: str, honorifics: Sequence[Honorific]) -> Iterator[str]:
    parsed = parse_title(title, honorifics)
    words = parsed.full.split()
    if len(words) > 2 and parsed.may_invert and not parsed.needed:
        yield f"{words[0]} {words[-1]}"


def surname_first(latin: str, thai: str) -> str:
    """The name of a person as a headword has it, "" where it may be anything else.

    A person's name is the same in both scripts by its sound, of two words at least, and has neither number nor article.

    >>> surname_first("Otto von Bismarck", "ออตโต ฟอน บิสมาร์ค"), surname_first("Cold War", "สงครามเย็น")
    ('Bismarck, Otto von', '')
    """
    words = latin.split()
    if len(words) < 2 or len(thai.split()) < 2 or not words[0][0].isupper() or not words[-1][0].isupper():
        return ""
    small = {plain(word) for word in words}
    if number_of(words[-1]) is not None or small & {"of", "the", "and"} or small & _COURTESIES:
        return ""
    if any(form in MODIFIERS or form in _NOUNS for word in (words[0], words[-1]) for form in singular(plain(word))):
        return ""
    sounding = [word for word in words if not _INITIAL.fullmatch(word)]
    spoken = [word for word in thai.split() if not word.endswith(".")]
    if similarity(sounding[-1], spoken[-1]) < _SOUNDS_ALIKE if sounding and spoken else True:
        return ""
    turned = inverted(latin)
    return turned if turned != latin else ""


def surname_and_initials(name: str) -> tuple[str, str]:
    """The surname that a foreign name may have, as a key, and the initials of what goes before it.

    Of an inverted name what stands before its comma; ("", "") where there is no such thing.

    >>> surname_and_initials("V. I. Lenin"), surname_and_initials("Lenin, Vladimir Ilyich")
    (('lenin', 'vi'), ('lenin', 'vi'))
    >>> surname_and_initials("Lenin")
    ('lenin', '')
    """
    surname, comma, given = name.partition(",")
    words = given.split() if comma else name.replace(".", ". ").split()
    if not comma and words:
        surname = words.pop()
    names = [plain(word) for word in words if word[:1].isupper() and plain(word) not in _COURTESIES]
    key = match_key(surname)
    if not key or not surname.strip()[:1].isupper() or number_of(surname.strip()) is not None:
        return "", ""
    return key, "".join(name[0] for name in names)


@lru_cache(maxsize=1 << 14)
def name_sound(name: str) -> str:
    """How a name sounds, as one row of consonants in the order in which it is spoken; "" where that says too little.

    >>> name_sound("Khruschev, Nikita") == name_sound("Nikita Khrushchev")
    True
    """
    sound = skeleton(turn_round(name)).replace(" ", "")
    return sound if len(sound) >= _SHORTEST_SOUND else ""


def near_sounds(sound: str) -> frozenset[str]:
    """The sounds that one consonant more, less or other makes of this one, and itself; empty for ""."""
    if not sound:
        return frozenset()
    alphabet = "PTKCSVHMNLRYA"
    cuts = [(sound[:at], sound[at:]) for at in range(len(sound) + 1)]
    found = {sound}
    found |= {left + right[1:] for left, right in cuts if right}
    found |= {left + letter + right[1:] for left, right in cuts if right for letter in alphabet}
    found |= {left + letter + right for left, right in cuts for letter in alphabet}
    return frozenset(found)
