"""Known names: which suffixes of the prose before a parenthesis are names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from entries.text.honorifics import DEFAULT_HONORIFICS, Honorific
from entries.text.names import parse_title, turn_round

SOURCES = ("title", "headword", "alias", "keyword", "anchor")
"""Where names come from, the weightiest first."""


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name known to end where a left context ends.

    length: how many code points of the context's end it covers, as written there (spaces and marks included).
    name: the name as the lexicon has it. source: where it comes from, one of SOURCES.
    """

    length: int
    name: str
    source: str

    @property
    def is_lent(self) -> bool:
        """Whether it is no name of anything, but an anchor that an editor has confirmed elsewhere."""
        return self.source == "anchor"


class Lexicon(Protocol):
    """Whatever can say which suffixes are names: a set in memory, a table asked once for a whole article."""

    def known_suffixes(self, left_contexts: Sequence[str]) -> Sequence[Sequence[KnownName]]:
        """For each left context (the prose before a parenthesis), the names known to end exactly at its end."""
        ...


_DROPPED = frozenset(" \t\u00a0\u2007\u2009\u202f\u200b\u200c\u200d\u2060\ufeff\u00ad")
_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_DASHES = frozenset("-‐‑‒–—−")
_KEPT = re.compile(f"[^{re.escape(''.join(sorted(_DROPPED)))}]+")
_DASH = re.compile("[‐‑‒–—−]")
_DIGIT = re.compile("[๐-๙]")
_NOT_A_START = frozenset("ะัาำิีึืฺุู็่้๊๋์ํ๎ๅๆ")
_LEADING_VOWELS = frozenset("เแโใไ")
MAX_NAME = 160
"""No name is longer than this many folded code points; only so much of a context is looked at."""


def fold(text: str) -> tuple[str, list[int]]:
    """`text` as names are compared, and for every code point of the result its offset in `text`.

    Case, white space, zero-width marks, Thai and Arabic digits, kinds of dashes, ํา for ำ and เเ for แ make no
    difference.

    >>> fold("สากลที่ ๓")[0]
    'สากลที่3'
    """
    chars: list[str] = []
    offsets: list[int] = []
    if "ํ" not in text:
        # Then most text keeps letter for letter what is not dropped.
        for run in _KEPT.finditer(text):
            chars.append(run[0])
            offsets.extend(range(run.start(), run.end()))
        folded = _DASH.sub("-", "".join(chars).translate(_DIGITS) if _DIGIT.search(text) else "".join(chars)).casefold()
        if len(folded) == len(offsets) and "เเ" not in folded:
            return folded, offsets
        chars.clear()
        offsets.clear()
    for offset, char in enumerate(text):
        if char in _DROPPED:
            continue
        if char in _DASHES:
            char = "-"
        if chars and char == "า" and chars[-1] == "ํ":
            chars[-1] = "ำ"
            continue
        if len(chars) > 1 and char == "า" and chars[-2] == "ํ" and chars[-1] in "่้๊๋":
            chars[-2:] = [chars[-1], "ำ"]
            continue
        if chars and char == "เ" and chars[-1] == "เ":
            chars[-1] = "แ"
            continue
        for folded in char.translate(_DIGITS).casefold():
            chars.append(folded)
            offsets.append(offset)
    return "".join(chars), offsets


class NameLexicon:
    """Names held in memory, found by their folded form.

    Built from (name, source) pairs. Inverted names are entered as they stand and turned round, titles with and without
    their honorific. Looking a context up costs one hash for each length that names have, whatever their number.

    >>> NameLexicon([("เลนิน, วลาดีมีร์", "keyword")]).known_suffixes(["เคียงคู่กับวลาดีมีร์ เลนิน"])[0][0].length
    15
    """

    def __init__(
        self, names: Iterable[tuple[str, str]], *, honorifics: Sequence[Honorific] = DEFAULT_HONORIFICS
    ) -> None:
        words = tuple(row.word for row in honorifics if row.word)
        self._names: dict[str, tuple[str, str]] = {}
        for name, source in names:
            for form in _forms(name, honorifics, words):
                key = fold(form)[0]
                if 1 < len(key) <= MAX_NAME:
                    self._names.setdefault(key, (name, source))
        self._lengths = sorted({len(key) for key in self._names}, reverse=True)

    def __len__(self) -> int:
        return len(self._names)

    def known_suffixes(self, left_contexts: Sequence[str]) -> Sequence[Sequence[KnownName]]:
        """The names that end each context, the longest first."""
        return [self._known(context) for context in left_contexts]

    def _known(self, context: str) -> list[KnownName]:
        window = context[-2 * MAX_NAME :]
        folded, offsets = fold(window)
        total = len(folded)
        found = []
        for length in self._lengths:
            if length > total:
                continue
            known = self._names.get(folded[total - length :])
            if known is None:
                continue
            start = offsets[total - length]
            if folded[total - length] in _NOT_A_START or (start and window[start - 1] in _LEADING_VOWELS):
                continue
            found.append(KnownName(len(window) - start, known[0], known[1]))
        return found


class CombinedLexicon:
    """Several lexicons asked as one; each name once, that of the first lexicon which knows it."""

    def __init__(self, *lexicons: Lexicon) -> None:
        self._lexicons = lexicons

    def known_suffixes(self, left_contexts: Sequence[str]) -> Sequence[Sequence[KnownName]]:
        """The names that end each context, the longest first, those of earlier lexicons before later ones."""
        answers = [lexicon.known_suffixes(left_contexts) for lexicon in self._lexicons]
        combined = []
        for position in range(len(left_contexts)):
            by_length: dict[int, KnownName] = {}
            for answer in answers:
                for known in answer[position]:
                    by_length.setdefault(known.length, known)
            combined.append([by_length[length] for length in sorted(by_length, reverse=True)])
        return combined


NO_NAMES: Lexicon = NameLexicon(())
"""A lexicon that knows nothing."""


class Named(Protocol):
    """Whatever has the names of an article."""

    @property
    def headwords(self) -> Sequence[str]: ...

    @property
    def thai_titles(self) -> Sequence[str]: ...

    @property
    def keywords(self) -> Sequence[str]: ...


def article_lexicon(article: Named) -> NameLexicon:
    """The names an article brings itself: its keywords, titles and headwords."""
    return NameLexicon(
        [(name, "keyword") for name in article.keywords]
        + [(name, "title") for name in article.thai_titles]
        + [(name, "headword") for name in article.headwords]
    )


def _forms(name: str, honorifics: Sequence[Honorific], words: tuple[str, ...]) -> list[str]:
    """The forms under which a name is entered: as it stands, turned round, and each without its honorific."""
    forms = [name]
    if "," in name:
        turned = turn_round(name, honorifics)
        if turned != name:
            forms.append(turned)
    for form in tuple(forms):
        if form.startswith(words):
            parsed = parse_title(form, honorifics)
            if parsed.honorific and not parsed.needed:
                forms.append(parsed.full)
    return forms
