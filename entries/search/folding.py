"""The alphabet of the search index: what a text and a query are turned into before they are compared.

`fold` is `thai.match_key` with every Thai letter written as one ASCII symbol, so that the index takes a third of the
room that Thai takes in UTF-8 and a run of n letters is a run of n bytes. Capitals, signs and control characters stand
for Thai; a–z and 0–9 for themselves; any other letter keeps its own character behind `OTHER`; `SEPARATOR` stands
between names and at both ends of a body and is in no query.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
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
    one, _same = fold_with_letters(text)
    return one


def fold_with_letters(text: str) -> tuple[str, str]:
    """`fold(text)` and `letters(text)`; the very same string where nothing in the text is irregular."""
    by_letter = letters(text)
    if _IRREGULAR.search(by_letter) or _COMBINING.search(text):
        return _symbols(match_key(text)), by_letter
    return by_letter, by_letter


def letters(text: str) -> str:
    """The text folded letter by letter, nothing repaired: of any part of a text it gives a part of the whole's."""
    try:
        return _quickly(text)
    except UnicodeEncodeError:
        runs = enumerate(_NOT_QUICK.split(text))
        return "".join(run.translate(_FOLDING) if number % 2 else _quickly(run) for number, run in runs)


def _quickly(text: str) -> str:
    """The same, ten times as fast, of a text of those letters that a Thai code page has."""
    return text.encode(_CODE_PAGE).translate(_BYTES, _DROPPED).decode("latin-1")


def _code_page() -> tuple[bytes, bytes, str]:
    """What each byte of the code page gives, never more than one symbol; which give none; what is not in it."""
    table, dropped, known = bytearray(256), bytearray(), ""
    for code in range(256):
        letter = bytes([code]).decode(_CODE_PAGE, "ignore")
        known += letter
        if folded := letter.translate(_FOLDING):
            table[code] = ord(folded)
        else:
            dropped.append(code)
    return bytes(table), bytes(dropped), f"([^{re.escape(known)}]+)"


_CODE_PAGE: Final = "cp874"
_BYTES, _DROPPED, _UNKNOWN = _code_page()
_NOT_QUICK: Final = re.compile(_UNKNOWN)


def forms(text: str) -> tuple[str, ...]:
    """The folded text and, where marks are irregular, the text folded letter by letter.

    A text is indexed, and a query asked, in all its forms: so a run cut out of an irregular place (between ํ and า) is
    found as it stands, and a run written regularly is found there too.
    """
    one, other = fold_with_letters(text)
    return (one,) if one == other else (one, other)


def body(texts: Sequence[str]) -> str:
    """The body of an index row for these texts: no run reaches from one into the next. "" where nothing is left."""
    folded = dict.fromkeys(form for text in texts for form in forms(text) if form)
    return SEPARATOR + SEPARATOR.join(folded) + SEPARATOR if folded else ""


def unfold(folded: str) -> str:
    """The letters of a folded text, without the spaces and signs that folding took: for cutting it into words."""
    return folded.translate(_LETTERS)


@lru_cache(maxsize=2_000)
def finder(wanted: tuple[str, ...]) -> re.Pattern[str]:
    """Finds in a text what `letters` makes one of these folded runs of, whatever that leaves out stands between.

    Without folding the text, which takes fifty times as long. Of a very long run its beginning is found.
    """
    between = _spelling("") + "*"
    patterns = [between.join(_spelled(_SYMBOL_OF.findall(run)[:_LONGEST_FOUND], between)) for run in wanted if run]
    return re.compile("|".join(patterns) or "(?!)")


def _spelled(symbols: Sequence[str], between: str) -> Iterator[str]:
    """What matches each symbol, or two that one character may give: ss and ß."""
    pair = pair_of = ""
    for symbol, after in zip(symbols, [*symbols[1:], ""], strict=True):
        if pair:
            yield f"(?:{pair}{between}{_spelling(symbol)}|{_spelling(pair_of)})"
            pair = ""
        elif after and symbol + after in _spellings():
            pair, pair_of = _spelling(symbol), symbol + after
        else:
            yield _spelling(symbol)


_SYMBOL_OF: Final = re.compile(f"{OTHER}?.", re.DOTALL)
_LONGEST_FOUND: Final = 200


@cache
def _spelling(symbol: str) -> str:
    """What the characters that give this symbol match."""
    codes = _spellings().get(symbol) or [ord(symbol.removeprefix(OTHER))]
    if len(codes) == 1:
        return re.escape(chr(codes[0]))
    ranges = [[codes[0], codes[0]]]
    for code in codes[1:]:
        if code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return f"[{''.join(f'{re.escape(chr(first))}-{re.escape(chr(last))}' for first, last in ranges)}]"


@cache
def _spellings() -> dict[str, list[int]]:
    """The characters that give a symbol, and those that give none: of Thai, Latin and the signs of both."""
    found: dict[str, list[int]] = {}
    for start, end in _BLOCKS:
        for code in range(start, end):
            found.setdefault(letters(chr(code)), []).append(code)
    return found


#: Basic Latin to Latin Extended-A, combining accents, Greek and Cyrillic, Thai, additional Latin, punctuation.
_BLOCKS: Final = ((0x00, 0x180), (0x300, 0x530), (0xE00, 0xE80), (0x1E00, 0x1F00), (0x2000, 0x2070))


def count_letters(folded: str) -> int:
    """How many letters a folded text has: a letter behind `OTHER` is two characters."""
    return len(folded) - folded.count(OTHER)
