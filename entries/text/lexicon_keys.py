"""Names and the text before a parenthesis as keys that an index can hold: folded alike, and read from the right.

A name is known to end where a text ends when its key is a beginning of the text's.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from entries.text.honorifics import DEFAULT_HONORIFICS, Honorific
from entries.text.names import parse_title, turn_round
from entries.text.references.lexicon import fold

#: So many folded code points of a name or text are looked at; longer names are known to their own article alone.
LONGEST: Final = 60
_SHORTEST: Final = 3
_CONTEXT: Final = 320
_NO_START: Final = frozenset("ะัาำิีึืฺุู็่้๊๋์ํ๎ๅๆ")
_LEADING_VOWELS: Final = frozenset("เแโใไ")


def context_before(paragraph: str, end: int, limit: int) -> str:
    """The prose before a parenthesis in which its anchor, which ends at `end`, may lie; not before `limit`."""
    return paragraph[max(limit, end - _CONTEXT) : end]


def left_key(context: str) -> str:
    """The key of the prose before a parenthesis.

    >>> left_key("พบ เลนิน") == "นินลเบพ"
    True
    """
    return folded_end(context)[0][-LONGEST:][::-1]


def folded_end(context: str) -> tuple[str, list[int]]:
    """As much of the end of a text as names are looked for in, folded; and the offset in the text of each code point.

    >>> folded_end("พบ เลนิน")
    ('พบเลนิน', [0, 1, 3, 4, 5, 6, 7])
    """
    before = max(0, len(context) - 3 * LONGEST)
    folded, offsets = fold(context[before:])
    return folded, [before + offset for offset in offsets] if before else offsets


def name_keys(name: str, honorifics: Sequence[Honorific] = DEFAULT_HONORIFICS) -> frozenset[str]:
    """The keys of a name: as it stands, turned round, and each without its honorific."""
    forms = {name, turn_round(name, honorifics)}
    for form in tuple(forms):
        parsed = parse_title(form, honorifics)
        if parsed.honorific and not parsed.needed:
            forms.add(parsed.full)
    keys = {fold(form)[0] for form in forms}
    return frozenset(key[::-1] for key in keys if _SHORTEST <= len(key) <= LONGEST)


def known_forms(
    titles: Iterable[str], headwords: Iterable[str], honorifics: Sequence[Honorific] = DEFAULT_HONORIFICS
) -> Iterator[tuple[str, str, str]]:
    """The forms by which an entry's own names are known, each once: key, name, source."""
    seen: set[str] = set()
    for source, names in (("title", titles), ("headword", headwords)):
        for name in names:
            for key in sorted(name_keys(name, honorifics) - seen):
                seen.add(key)
                yield key, name, source


def beginnings(key: str) -> Iterator[str]:
    """The keys of all names that may end where the text of this `left_key` ends, the shortest first."""
    for length in range(_SHORTEST, len(key) + 1):
        if key[length - 1] not in _NO_START and (length == len(key) or key[length] not in _LEADING_VOWELS):
            yield key[:length]
