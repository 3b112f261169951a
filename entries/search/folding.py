"""The alphabet of the search index: what a text and a query are turned into before they are compared.

`fold` is `thai.match_key` with every Thai letter written as one ASCII symbol, so that the index takes a third of the
room that Thai takes in UTF-8 and a run of n letters is a run of n bytes. Capitals, signs and control characters stand
for Thai; a–z and 0–9 for themselves; any other letter keeps its own character behind `OTHER`; `SEPARATOR` stands
between names and at both ends of a body and is in no query.
"""

import re
from collections.abc import Sequence
from typing import Final

from entries.text.thai import match_key

SEPARATOR: Final = "\n"
OTHER: Final = "~"

_THAI: Final = [chr(code) for code in (*range(0x0E01, 0x0E2F), *range(0x0E30, 0x0E3B), *range(0x0E40, 0x0E4F))]
_FREE: Final = (
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    "!#$%&'()*+,-./:;<=>?@[]^_`{|}"
    "\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x10\x11\x12\x13\x14\x15\x16"
)
_SYMBOL: Final = dict(zip(_THAI, _FREE, strict=True))
_PLAIN: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")

#: Every symbol that a folded text can hold, but for what follows `OTHER`; each is one byte.
SYMBOLS: Final = (*_SYMBOL.values(), *sorted(_PLAIN), OTHER)


class _Folding(dict[int, str]):
    """A table for `str.translate` that fills itself as characters are met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _symbols(match_key(chr(code)))
        return folded


def _symbols(key: str) -> str:
    return "".join(_SYMBOL.get(char) or (char if char in _PLAIN else OTHER + char) for char in key)


_FOLDING: Final = _Folding()
_LETTERS: Final = str.maketrans({symbol: letter for letter, symbol in _SYMBOL.items()} | {SEPARATOR: " ", OTHER: ""})


def _irregular() -> re.Pattern[str]:
    """Where `normalise` may join, drop or move something; elsewhere folding letter by letter gives the same."""
    marks = [_SYMBOL[mark] for mark in "\u0e3aุูัิีึื็ํ่้๊๋์\u0e4e"]
    am, nikhahit, e = (re.escape(_SYMBOL[char]) for char in "ำํเ")
    # Every branch begins with one character, so that the search looks at nothing else.
    wrong = [f"{re.escape(mark)}[{re.escape(''.join(marks[: rank + 1]))}]" for rank, mark in enumerate(marks)]
    after_am = f"{am}[{re.escape(''.join(marks))}{am}]"
    return re.compile("|".join([*wrong, after_am, nikhahit, e + e, OTHER]))


_IRREGULAR: Final = _irregular()
_COMBINING: Final = re.compile("[\u0300-\u036f]")


def fold(text: str) -> str:
    """What is compared: equal to the symbols of ``match_key(text)``.

    >>> fold("ตรอตสกี") == fold("ต รอต-สกี"), fold("Brest-Litovsk"), fold("๑๙๑๗")
    (True, 'brestlitovsk', '1917')
    """
    letters = text.translate(_FOLDING)
    if _IRREGULAR.search(letters) or _COMBINING.search(text):
        return _symbols(match_key(text))
    return letters


def letters(text: str) -> str:
    """The text folded letter by letter, nothing repaired: of any part of a text it gives a part of the whole's."""
    return text.translate(_FOLDING)


def forms(text: str) -> tuple[str, ...]:
    """The folded text and, where marks are irregular, the text folded letter by letter.

    A text is indexed, and a query asked, in all its forms: so a run cut out of an irregular place (between ํ and า) is
    found as it stands, and a run written regularly is found there too.
    """
    one, other = fold(text), letters(text)
    return (one,) if one == other else (one, other)


def body(texts: Sequence[str]) -> str:
    """The body of an index row for these texts: no run reaches from one into the next. "" where nothing is left."""
    folded = dict.fromkeys(form for text in texts for form in forms(text) if form)
    return SEPARATOR + SEPARATOR.join(folded) + SEPARATOR if folded else ""


def unfold(folded: str) -> str:
    """The letters of a folded text, without the spaces and signs that folding took: for cutting it into words."""
    return folded.translate(_LETTERS)


def offsets(text: str) -> list[int]:
    """For every symbol of ``letters(text)`` the offset of its character in `text`."""
    return [offset for offset, char in enumerate(text) for _symbol in _FOLDING[ord(char)]]


def count_letters(folded: str) -> int:
    """How many letters a folded text has: a letter behind `OTHER` is two characters."""
    return len(folded) - folded.count(OTHER)
