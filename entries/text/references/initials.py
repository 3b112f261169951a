"""Acronyms spelt out in Thai letter by letter: เคจีบี for KGB."""

from __future__ import annotations

import re
from functools import lru_cache

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
