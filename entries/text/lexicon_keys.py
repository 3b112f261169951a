"""Names and the text before a parenthesis as keys that an index can hold: folded alike, and read from the right.

A name is known to end where a text ends when its key is a beginning of the text's.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from entries.text.honorifics import DEFAULT_HONORIFICS, Honorific
from entries.text.names import parse_title, turn_round
from entries.text.references.lexicon import fold

#: So many folded code points of a name or text are looked at; longer names are known to their own article alone.
LONGEST: Final = 60
_SHORTEST: Final = 3
_NO_START: Final = frozenset("ะัาำิีึืฺุู็่้๊๋์ํ๎ๅๆ")
_LEADING_VOWELS: Final = frozenset("เแโใไ")


def left_key(context: str) -> str:
    """The key of the prose before a parenthesis.

    >>> left_key("พบ เลนิน") == "นินลเบพ"
    True
    """
    return fold(context[-3 * LONGEST :])[0][-LONGEST:][::-1]


def name_keys(name: str, honorifics: Sequence[Honorific] = DEFAULT_HONORIFICS) -> frozenset[str]:
    """The keys of a name: as it stands, turned round, and each without its honorific."""
    forms = {name, turn_round(name, honorifics)}
    for form in tuple(forms):
        parsed = parse_title(form, honorifics)
        if parsed.honorific and not parsed.needed:
            forms.add(parsed.full)
    keys = {fold(form)[0] for form in forms}
    return frozenset(key[::-1] for key in keys if _SHORTEST <= len(key) <= LONGEST)


def beginnings(key: str) -> Iterator[str]:
    """The keys of all names that may end where the text of this `left_key` ends, the shortest first."""
    for length in range(_SHORTEST, len(key) + 1):
        if key[length - 1] not in _NO_START and (length == len(key) or key[length] not in _LEADING_VOWELS):
            yield key[:length]
