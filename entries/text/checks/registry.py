"""All checks, in the order in which their problems are told."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from types import MappingProxyType
from typing import Final

from entries.text.article import Article
from entries.text.checks.glosses import GLOSSES
from entries.text.checks.lists import LISTS
from entries.text.checks.marks import MARKS
from entries.text.checks.numbers import NUMBERS
from entries.text.checks.pairs import PAIRS
from entries.text.checks.people import PEOPLE
from entries.text.checks.periods import PERIODS
from entries.text.checks.sentences import SENTENCES
from entries.text.checks.spacing import SPACING
from entries.text.checks.subject import WORD_FIELDS, Subject, values_of
from entries.text.checks.values import DEFAULT_SETTINGS, WORDS_LIMIT, Check, CheckSettings, Hit, Problem
from entries.text.dates import DateExpression
from entries.text.findings import Severity, and_more
from entries.text.references import Reference
from entries.text.tables import DEFAULT_TABLES, Tables

CHECKS: Final[tuple[Check, ...]] = (*LISTS, *MARKS, *PAIRS, *NUMBERS, *PERIODS, *SPACING, *PEOPLE, *GLOSSES, *SENTENCES)

#: So many problems of one code are told: whoever has more mends these first, or mends the file.
MOST_OF_A_CODE: Final = 200
#: Of more than so many those that were found first are told, and not those that stand first.
_MOST_SORTED: Final = 20_000

CHECKS_BY_CODE: Final = MappingProxyType({check.code: check for check in CHECKS})

_FIELD_ORDER: Final = {
    field: place
    for place, field in enumerate((*WORD_FIELDS[:1], "periods_ce", WORD_FIELDS[1], "periods_be", *WORD_FIELDS[2:]))
}


def check(
    article: Article,
    *,
    kind: str = "",
    tables: Tables = DEFAULT_TABLES,
    settings: CheckSettings = DEFAULT_SETTINGS,
    references: Sequence[Reference] | None = None,
    dates: Sequence[DateExpression] | None = None,
) -> tuple[Problem, ...]:
    """The problems of an article's text, in the order of the canonical form: field, value, place.

    Of one code at most MOST_OF_A_CODE are told; the last of them says how many more there are.

    `kind` is the entry's kind, `settings` those that hold for its work and that kind. Who has the prose's references
    (by `find_references`), or its dates (by `find_dates` of the paragraphs joined by line breaks), may hand them in.
    """
    subject = Subject(article, kind=kind, tables=tables, references=references, dates=dates)
    return problems_of(subject, settings, CHECKS, most=MOST_OF_A_CODE)


def problems_of(
    subject: Subject, settings: CheckSettings, checks: Sequence[Check], *, most: int | None = None
) -> tuple[Problem, ...]:
    """The problems that some checks find, in the order of the canonical form; of each code at most so many."""
    found: list[Problem] = []
    for one in checks:
        severity = settings.severity(one)
        if severity is not None:
            found += _told(one, severity, subject, one.find(subject), most)
    return tuple(sorted(found, key=lambda problem: (*_place(problem), problem.code)))


def _told(check: Check, severity: Severity, subject: Subject, hits: Iterable[Hit], most: int | None) -> list[Problem]:
    rest = iter(hits)
    first = sorted(rest if most is None else islice(rest, _MOST_SORTED), key=_place)
    told = [_problem(check, severity, subject, hit) for hit in first[:most]]
    more = len(first) - len(told) + sum(1 for _ in rest)
    if more:
        told[-1] = replace(told[-1], message=f"{told[-1].message} {and_more(more)}")
    return told


def _problem(check: Check, severity: Severity, subject: Subject, hit: Hit) -> Problem:
    found_in = values_of(subject.article, hit.field)
    words = found_in[hit.index][hit.start : hit.end][:WORDS_LIMIT] if found_in else ""
    return Problem(check.code, severity, hit.field, hit.index, hit.start, hit.end, words, hit.message, hit.fix)


def _place(found: Hit | Problem) -> tuple[int, str, int, int, int]:
    name, _, label = found.field.partition(":")
    return _FIELD_ORDER[name], label, found.index, found.start, found.end
