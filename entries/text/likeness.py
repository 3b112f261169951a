"""How much of one text stands in another: whether two files could be the same entry."""

from collections.abc import Iterable
from typing import Final

from entries.text.article import Article
from entries.text.thai import match_key

#: From here on two texts are largely alike.
ALIKE: Final = 0.5
#: Below this two texts have nothing to do with one another.
UNLIKE: Final = 0.1

_SHINGLE: Final = 12


def likeness(one: Article, other: Article) -> float:
    """From 0 (nothing in common) to 1 (the shorter stands in the longer): the share of runs of 12 letters.

    Two texts without prose are alike when their see-entries or keywords are.
    """
    first, second = _shingles(_prose(one)), _shingles(_prose(other))
    smaller = min(len(first), len(second))
    return len(first & second) / smaller if smaller else 0.0


def _prose(article: Article) -> str:
    if article.see:
        return match_key(article.see)
    return match_key("".join(article.paragraphs) or "".join(article.keywords))


def _shingles(text: str) -> set[int]:
    runs: Iterable[str] = (text[at : at + _SHINGLE] for at in range(max(1, len(text) - _SHINGLE + 1)))
    return {hash(run) for run in runs if run}
