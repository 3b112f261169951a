"""All checks, in the order in which their problems are told."""

from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from entries.text.article import Article
from entries.text.checks.glosses import GLOSSES
from entries.text.checks.lists import LISTS
from entries.text.checks.marks import MARKS
from entries.text.checks.numbers import NUMBERS
from entries.text.checks.pairs import PAIRS
from entries.text.checks.people import PEOPLE
from entries.text.checks.sentences import SENTENCES
from entries.text.checks.spacing import SPACING
from entries.text.checks.subject import WORD_FIELDS, Subject, values_of
from entries.text.checks.values import DEFAULT_SETTINGS, WORDS_LIMIT, Check, CheckSettings, Problem
from entries.text.dates import DateExpression
from entries.text.references import Reference
from entries.text.tables import DEFAULT_TABLES, Tables

CHECKS: Final[tuple[Check, ...]] = (*LISTS, *MARKS, *PAIRS, *NUMBERS, *SPACING, *PEOPLE, *GLOSSES, *SENTENCES)

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

    `kind` is the entry's kind, `settings` those that hold for its work and that kind. Who has the prose's references
    (by `find_references`), or its dates (by `find_dates` of the paragraphs joined by line breaks), may hand them in.
    """
    subject = Subject(article, kind=kind, tables=tables, references=references, dates=dates)
    return problems_of(subject, settings, CHECKS)


def problems_of(subject: Subject, settings: CheckSettings, checks: Sequence[Check]) -> tuple[Problem, ...]:
    """The problems that some checks find, in the order of the canonical form."""
    found: list[Problem] = []
    for one in checks:
        severity = settings.severity(one)
        if severity is None:
            continue
        for hit in one.find(subject):
            found_in = values_of(subject.article, hit.field)
            words = found_in[hit.index][hit.start : hit.end][:WORDS_LIMIT] if found_in else ""
            found.append(
                Problem(one.code, severity, hit.field, hit.index, hit.start, hit.end, words, hit.message, hit.fix)
            )
    return tuple(sorted(found, key=_place))


def _place(problem: Problem) -> tuple[int, str, int, int, int, str]:
    name, _, label = problem.field.partition(":")
    return _FIELD_ORDER[name], label, problem.index, problem.start, problem.end, problem.code
