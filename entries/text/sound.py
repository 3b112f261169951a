"""How a name sounds, near enough to join its spellings in Thai and in Latin letters.

Both scripts are read into one small alphabet of consonant classes: P (b p), T (d t th), K (g k), C (ch j sh zh),
S (s z), V (f v w), H, M, N (n ng), L, R, Y, and A for a vowel that opens a word. Vowels stand between them in small
letters for scoring and are left out of the skeleton that is stored and shortlisted on.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from entries.text.thai import is_thai, match_key, normalise, with_arabic_regnals

_WORD: Final = re.compile(r"[^\s,;:/()\[\]“”\"–—-]+")
_RUN: Final = re.compile("(?P<thai>[\u0e01-\u0e3a\u0e40-\u0e4e]+)|(?P<latin>[a-z]+)|(?P<digits>[0-9]+)")

# A letter under ์ is silent in Thai, but in a foreign name it stands for a letter of the original: มาร์ตอฟ is Martov, and
# of 48 names of a real entry 38 have equal skeletons in both scripts when it counts, 19 when it does not.
_TONES: Final = re.compile("[ฺ็่้๊๋์๎ๆ]")
_ORDINAL: Final = re.compile(r"ที่\s*(?=\d)")
# ห before a sonorant that carries a vowel only raises the tone (หลุยส์, เหมา), and อ before ย likewise (อยู่).
_LEADING_CONSONANT: Final = re.compile("(?:ห(?=[งญณนมยรลว][ัาิีึืุูะ])|อ(?=ย[ัาิีึืุูะ]))")
# A vowel written before a consonant cluster is spoken after it: เปลฮานอฟ, but not in โคลอฟ, where ล has its own vowel.
_LEADING_VOWEL: Final = re.compile("([เ-ไ])((?:[กขค][รลว]|[ตถทธปผพบฟดสศซ][รล])(?![ะัุูอ])(?:(?<=เ..)|(?![ิีึืา]))|[ก-ฮ])")
_THAI_SOUND: Final = re.compile("เี[ยว]?|เื|เา|เิ|เอ|ัว|ัย|.")

_THAI: Final[dict[str, str]] = {
    sound: letter
    for letter, sounds in {
        "K": "ก ข ฃ ค ฅ ฆ", "N": "ง ณ น", "C": "จ ฉ ช ฌ", "S": "ซ ศ ษ ส", "T": "ฎ ด ฏ ต ฐ ฑ ฒ ถ ท ธ", "P": "บ ป ผ พ ภ",
        "V": "ฝ ฟ ว", "M": "ม", "R": "ร ฤ", "L": "ล ฦ ฬ", "H": "ห ฮ",
        "a": "ะ ั า เา ใ ไ ัย ๅ", "i": "ิ ี ึ ื เี เีย เีว เื ย", "u": "ุ ู ัว", "e": "เ แ เิ เอ", "o": "โ อ",
    }.items()
    for sound in sounds.split()
} | {"ำ": "aM", "ญ": "N"}  # fmt: skip

# Tried in this order at every place of a Latin word, whose accents are off.
_LATIN_RULES: Final[tuple[tuple[str, str], ...]] = (
    ("shch|tsch|tch|sch|sh|zh|dzh|dg(?=e)", "C"),
    ("ch(?=[rl]|ol|ae)", "K"),
    ("ch", "C"),
    (r"\bkh|gh|ck|q(?!u)", "K"),
    ("kh", "H"),
    ("qu", "KV"),
    ("ph", "V"),
    ("th", "T"),
    (r"\bwr", "R"),
    ("cz", "C"),
    ("x", "KS"),
    ("c(?=[eiy])", "S"),
    ("gi(?=[aou])|g(?=e$|es$)|j|(?<![a-z])ge(?=orge|n[eo])", "C"),
    ("ng(?![aeiouy])|gn(?=[aeiouy])", "N"),
    (r"\by(?=[aeiou])", "Y"),
    ("w(?=[aeiouyh])", "V"),
    ("h(?=[aeiouy])", "H"),
    ("[ckg]", "K"),
    ("[td]", "T"),
    ("[pb]", "P"),
    ("[sz]", "S"),
    ("[vf]", "V"),
    ("m", "M"),
    ("n", "N"),
    ("l", "L"),
    ("r", "R"),
    ("a", "a"),
    ("e", "e"),
    ("[iy]", "i"),
    ("o", "o"),
    ("u", "u"),
    ("[hw]", ""),
)
_LATIN: Final = re.compile("|".join(f"({pattern})" for pattern, _ in _LATIN_RULES))
# Doubled consonants; and s before sh or ch is not heard (ครุสชอฟ, ครุชชอฟ).
_DOUBLED: Final = re.compile(r"S(?=C)|([A-Z])(?=\1)")
_VOWELS: Final = re.compile("([a-z])[a-z]+")
_NOT_SKELETON: Final = re.compile("[a-z]")


def sounds(text: str) -> str:
    """The classes with the vowels between them, words parted by spaces: "ตรอตสกี" and "Trotsky" give "TRoTSKi".

    A run of vowels counts as its first, doubled consonants as one, digits as themselves; other alphabets as nothing.
    """
    text = _ORDINAL.sub(" ", with_arabic_regnals(normalise(text)))
    words = (_sounds_of(word.group()) for word in _WORD.finditer(text))
    return " ".join(word for word in words if word)


def skeleton(text: str) -> str:
    """The consonant classes of a text, words parted by spaces: "เคเรนสกี", "Kerenski", "Kerensky" give "KRNSK"."""
    return _NOT_SKELETON.sub("", sounds(text)).strip()


def similarity(a: str, b: str) -> float:
    """How alike two names sound, 0 to 1: across scripts by their sounds, in one script by their letters too.

    1.0 where the `match_key` is the same, 0.0 where either has no letters. From 0.8 on they may be
    spellings of one name. Word order counts: turn inverted names round first.
    """
    one, other = hear(a), hear(b)
    if not one.key or not other.key:
        return 0.0
    if one.key == other.key:
        return 1.0
    if not one.skeleton or not other.skeleton:
        return fuzz.ratio(one.key, other.key) / 100
    bare = JaroWinkler.similarity(one.skeleton, other.skeleton)
    alike = (bare + JaroWinkler.similarity(one.sounds, other.sounds)) / 2
    same_script = is_thai(one.key[0]) == is_thai(other.key[0])
    written = fuzz.ratio(one.key, other.key) if same_script else fuzz.ratio(one.sounds, other.sounds)
    return (alike + written / 100) / 2


@dataclass(frozen=True, slots=True)
class Heard:
    """What two names are compared by: `match_key`, `sounds`, and the consonants of the sounds with their spaces."""

    key: str
    sounds: str
    skeleton: str


@lru_cache(maxsize=1 << 14)
def hear(text: str) -> Heard:
    """A name made ready for comparing; remembered, since one name is compared with many."""
    found = sounds(text)
    return Heard(match_key(text), found, _NOT_SKELETON.sub("", found))


def _sounds_of(word: str) -> str:
    heard = "".join(_heard(run) for run in _RUN.finditer(match_key(word)))
    return _VOWELS.sub(r"\1", _DOUBLED.sub("", heard))


def _heard(run: re.Match[str]) -> str:
    if run["thai"]:
        return _thai(run["thai"])
    if run["latin"]:
        word = run["latin"]
        heard = _LATIN.sub(lambda found: _LATIN_RULES[(found.lastindex or 1) - 1][1], word)
        return ("A" if word[0] in "aeiou" else "") + heard
    return run["digits"]


def _thai(word: str) -> str:
    word = _LEADING_CONSONANT.sub("", _TONES.sub("", word))
    word = _LEADING_VOWEL.sub(r"\2\1", word)
    heard = "".join(_THAI.get(sound, "") for sound in _THAI_SOUND.findall(word))
    if word[:1] == "อ":
        return "A" + heard[1:] if len(word) > 1 and word[1] in "ะัาำิีึืุูเแโใไ" else "A" + heard
    return "Y" + heard[1:] if word[:1] in ("ย", "ญ") else heard
