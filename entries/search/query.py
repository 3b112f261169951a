"""What a person typed, read: wanted words and phrases, unwanted ones, years, and what narrows the answer. Pure.

ตรอตสกี เลออน          both are wanted, in any order and any place of the entry
“กองทัพ แดง”            a phrase: spaces and marks of punctuation inside count for nothing
ตรอตสกี -สตาลิน         entries with the second are left out
author:มานะ keyword:ดูมา year:1917   only entries by such an author, under such a keyword, of such years
พ.ศ. ๒๔๖๐ · 1914–1918 · ทศวรรษ ๑๙๓๐   years: of the entry's period, of its prose, or as they are written
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from entries.models.columns import KEY_LENGTH
from entries.search.folding import count_letters, fold, forms
from entries.search.rows import bare_name
from entries.search.years import Span, year_of, years_in
from entries.text.dates.calendar import MONTHS
from entries.text.names import reference_key
from entries.text.thai import match_key, normalise

#: A query is read up to this many characters.
LONGEST: Final = 4_000
#: No more words than this are looked for one by one; a longer text is looked for as one phrase.
MOST_TERMS: Final = 12

#: A shorter name is not looked for without its noun.
_SHORTEST_NAME: Final = 4

_PIECE: Final = re.compile(
    r"(?P<sign>(?<!\S)-(?=[^\s\d–—-]))?(?:(?<!\S)(?P<field>author|keyword|year|ผู้เขียน|คำสำคัญ|ปี):\s*)?"
    r"(?:[\"“”„](?P<phrase>[^\"“”„]*)[\"“”„]?|(?P<word>[^\s\"“”„]+))",
    re.IGNORECASE,
)
_FIELDS: Final = {"ผู้เขียน": "author", "คำสำคัญ": "keyword", "ปี": "year"}
#: A day stands with its month: one figure by itself is looked for in names only.
_DAY_OR_WORD: Final = re.compile(rf"(?:(?<!\S)[0-9๐-๙]{{1,2}}\s+(?={'|'.join(MONTHS)}))?\S+")
#: Marks that may stand around a year.
_MARKS: Final = frozenset("()[],.;:?!")


@dataclass(frozen=True, slots=True)
class Term:
    """Something wanted, or unwanted: any of `runs` in the entry, or years of it within `span`.

    `runs` are folded; `text` is what was typed. A term with neither asks for nothing.
    """

    text: str
    runs: tuple[str, ...]
    span: Span | None = None
    is_phrase: bool = False

    @property
    def letters(self) -> int:
        """How many letters the run has."""
        return max(map(count_letters, self.runs), default=0)


@dataclass(frozen=True, slots=True)
class Query:
    """A query as read.

    `whole` is everything wanted as one run, for exact names and for what cuts words in two; `named` the same as a name
    is looked up ("นิโคลัส II" as "นิโคลัส 2"), with nothing to look for where that is no other run. `bare` is the key of
    the whole without the noun that says what it names ("กรุงเปโตรกราด" as "เปโตรกราด"), "" where there is none.
    """

    text: str
    terms: tuple[Term, ...]
    unwanted: tuple[Term, ...] = ()
    authors: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    whole: Term = Term("", ())
    named: Term = Term("", ())
    bare: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether it asks for nothing at all."""
        return not (self.terms or self.authors or self.keywords or self.spans)

    @property
    def years(self) -> tuple[Span, ...]:
        """All years that are asked for."""
        return (*self.offered_years, *self.spans)

    @property
    def offered_years(self) -> tuple[Span, ...]:
        """The years that a bare number may mean, to be offered as `year:`."""
        return tuple(term.span for term in self.terms if term.span)


def parse(text: str) -> Query:
    """Reads a query; any text is one. What has no letters and no digits is passed over."""
    text = text[:LONGEST]
    fields: dict[str, list[str]] = {"author": [], "keyword": [], "year": []}
    wanted: list[tuple[str, bool]] = []
    unwanted: list[Term] = []
    for piece in _PIECE.finditer(text):
        said = piece["phrase"] if piece["phrase"] is not None else piece["word"]
        name = _FIELDS.get(piece["field"] or "", (piece["field"] or "").lower())
        if name:
            fields[name].append(said)
        elif piece["sign"] and wanted and forms(said)[0]:
            unwanted.append(Term(said, forms(said), is_phrase=piece["phrase"] is not None))
        else:
            wanted.append(((piece["sign"] or "") + said, piece["phrase"] is not None))
    terms = [term for term in _terms(wanted) if term.runs or term.span]
    whole = _term(" ".join(said for said, _is_phrase in wanted))
    if len(terms) > MOST_TERMS:
        terms = [whole]
    is_name = bool(terms) and not any(is_phrase for _said, is_phrase in wanted)
    return Query(
        text=normalise(text),
        terms=tuple(dict.fromkeys(terms)),
        unwanted=tuple(unwanted),
        authors=tuple(filter(None, map(normalise, fields["author"]))),
        keywords=tuple(filter(None, map(normalise, fields["keyword"]))),
        spans=tuple(span for said in fields["year"] if (span := year_of(said))),
        whole=whole,
        named=_named(whole) if is_name else Term("", ()),
        bare=_bare(whole.text) if is_name else "",
    )


def _term(text: str, *, is_phrase: bool = False) -> Term:
    runs = forms(text)
    return Term(text, runs if runs[0] else (), is_phrase=is_phrase)


def _named(whole: Term) -> Term:
    run = fold(reference_key(whole.text))
    return Term(whole.text, (run,)) if run not in whole.runs and count_letters(run) > 1 else Term("", ())


def _bare(text: str) -> str:
    bare = bare_name(text)
    key = match_key(bare)[:KEY_LENGTH] if bare != text else ""
    return key if len(key) >= _SHORTEST_NAME else ""


def _terms(wanted: list[tuple[str, bool]]) -> Iterator[Term]:
    """Phrases as they are; of the words between them years together (พ.ศ. ๒๔๖๐), others one by one."""
    words: list[str] = []
    for said, is_phrase in [*wanted, ("", True)]:
        if not is_phrase:
            words.append(said)
            continue
        if words:
            yield from _words_and_years(" ".join(words))
            words = []
        if said:
            yield _term(said, is_phrase=True)


def _words_and_years(text: str) -> Iterator[Term]:
    done = 0
    for start, end, span in years_in(text):
        if start < done or not _stands_free(text, start, end):
            continue
        yield from map(_term, _DAY_OR_WORD.findall(text[done:start]))
        yield Term(text[start:end], forms(text[start:end]), span)
        done = end
    yield from map(_term, _DAY_OR_WORD.findall(text[done:]))


def _stands_free(text: str, start: int, end: int) -> bool:
    around = (text[start - 1 : start], text[end : end + 1])
    return all(not char.strip() or char in _MARKS for char in around)
