"""The article under check, with what several checks want to know of it worked out once."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Final

from entries.text.article import Article
from entries.text.dated import dates_of
from entries.text.dates import DateExpression, compare_eras, parse_periods
from entries.text.references import Reference, article_lexicon, find_references
from entries.text.tables import DEFAULT_TABLES, Tables

#: Fields of Thai text and names, where the spacing of Thai is looked at.
THAI_FIELDS: Final = ("thai_titles", "see", "paragraphs", "keywords", "see_also")

#: All fields of words, in the order of the canonical form.
WORD_FIELDS: Final = (
    "headwords",
    "thai_titles",
    "see",
    "paragraphs",
    "keywords",
    "see_also",
    "media",
    "authors",
    "bibliography",
    "sources",
    "extra",
)

#: So many values of a field are looked at: no entry has more, and a broken export may have a million.
MOST_VALUES: Final = 20_000

_UNUSUAL: Final = re.compile(
    "[\t\u0085\u00ad\u061c\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ue000-\uf8ff\ufeff\ufffd]"
)

#: Words and lines of years.
ALL_FIELDS: Final = (*WORD_FIELDS, "periods_ce", "periods_be")


def values(article: Article, fields: Sequence[str]) -> Iterator[tuple[str, int, str]]:
    """Every value of the fields as (field, index, text); the values of `extra` come as "extra:LABEL"."""
    for field in fields:
        if field == "extra":
            for extra in article.extra:
                for index, value in enumerate(extra.values):
                    yield f"extra:{extra.label}", index, value
        elif field == "see":
            if article.see:
                yield field, 0, article.see
        else:
            for index, value in enumerate(getattr(article, field)):
                yield field, index, value


def values_of(article: Article, field: str) -> tuple[str, ...]:
    """The values of one field; of `see` its target, of "extra:LABEL" those under the label."""
    if field == "see":
        return (article.see,) if article.see else ()
    if field.startswith("extra:"):
        return next((extra.values for extra in article.extra if f"extra:{extra.label}" == field), ())
    found: tuple[str, ...] = getattr(article, field)
    return found


class Subject:
    """An article under check. `references` and `dates` may be handed in by who has them already."""

    def __init__(
        self,
        article: Article,
        *,
        kind: str = "",
        tables: Tables = DEFAULT_TABLES,
        references: Sequence[Reference] | None = None,
        dates: Sequence[DateExpression] | None = None,
    ) -> None:
        self.article = article
        self.kind = kind
        self.tables = tables
        self._references = references
        self._dates = dates

    def values(self, *fields: str) -> Iterator[tuple[str, int, str]]:
        """Every value of the fields as (field, index, text), of each field the first MOST_VALUES."""
        return (value for value in values(self.article, fields) if value[1] < MOST_VALUES)

    @cached_property
    def unusual(self) -> Sequence[tuple[str, int, str]]:
        """The values that hold a character which is not seen, an odd space, or one that no text should have."""
        return [value for value in self.values(*ALL_FIELDS) if _UNUSUAL.search(value[2])]

    @cached_property
    def prose(self) -> str:
        """The paragraphs, a line break between each two."""
        return "\n".join(self.article.paragraphs)

    @cached_property
    def references(self) -> Sequence[Reference]:
        """The parentheses of the prose."""
        if self._references is not None:
            return self._references
        lexicon = article_lexicon(self.article)
        return find_references(self.article.paragraphs, lexicon=lexicon, class_nouns=self.tables.class_nouns)

    @cached_property
    def dates(self) -> Sequence[DateExpression]:
        """The dates of the prose, their offsets being those of `prose`."""
        if self._dates is not None:
            return self._dates
        return dates_of(self.article)

    @cached_property
    def agreement(self) -> str:
        """Whether the lines of years in the two eras agree, as `compare_eras` says it."""
        return compare_eras(parse_periods(self.article.periods_ce, ()), parse_periods((), self.article.periods_be))

    def place(self, offset: int) -> tuple[int, int]:
        """The paragraph, and the offset in it, of an offset in `prose`."""
        index = bisect_right(self._paragraph_starts, offset) - 1
        return index, offset - self._paragraph_starts[index]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        lengths = (len(paragraph) + 1 for paragraph in self.article.paragraphs)
        return list(accumulate(lengths, initial=0))
