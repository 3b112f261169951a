"""Applying the fixes that need no eye on them."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from entries.text.article import Article, ArticleError, ExtraField
from entries.text.checks.registry import CHECKS, CHECKS_BY_CODE, MOST_OF_A_CODE, problems_of
from entries.text.checks.subject import Subject
from entries.text.checks.values import DEFAULT_SETTINGS, CheckSettings, Problem
from entries.text.tables import DEFAULT_TABLES, Tables

#: One fix may lay open another (a space inserted once an invisible character has gone); more rounds are never needed.
_ROUNDS: Final = 12
_SAFE: Final = tuple(check for check in CHECKS if check.is_safe)

Place = tuple[str, int]


def is_safe(problem: Problem) -> bool:
    """Whether the problem's fix may be applied unseen."""
    check = CHECKS_BY_CODE.get(problem.code)
    return problem.fix is not None and check is not None and check.is_safe


def chosen(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those of the problems that have a fix and do not overlap one before them in the same value."""
    picked: list[Problem] = []
    ends: dict[Place, int] = {}
    fixable = (problem for problem in problems if problem.fix is not None and problem.end > problem.start)
    for problem in sorted(
        fixable, key=lambda problem: (problem.field, problem.index, problem.start, problem.end, problem.code)
    ):
        place = (problem.field, problem.index)
        if problem.start >= ends.get(place, 0):
            picked.append(problem)
            ends[place] = problem.end
    return tuple(picked)


def apply_fixes(article: Article, problems: Iterable[Problem]) -> Article:
    """The article with the fixes of these problems, found in this very article, applied once.

    Of overlapping fixes the first holds. A list item that is nothing afterwards goes. A value stays as it is where the
    fixed one could not be kept (it would be a label, say).
    """
    edits: dict[Place, list[Problem]] = {}
    for problem in chosen(problems):
        edits.setdefault((problem.field, problem.index), []).append(problem)
    fields = dict.fromkeys(field for field, _ in edits)
    for field in fields:
        article = _with_field(article, field, {index: found for (name, index), found in edits.items() if name == field})
    return article


def apply_safe_fixes(
    article: Article,
    problems: Iterable[Problem] | None = None,
    *,
    tables: Tables = DEFAULT_TABLES,
    settings: CheckSettings = DEFAULT_SETTINGS,
    spared: Collection[tuple[str, str]] = (),
) -> Article:
    """The article with every safe fix applied, until none is left.

    `problems`, those of this article that are known already, save the first look unless they are not all; checks that
    `settings` turn off fix nothing, nor is a problem fixed whose code and words are among those `spared`. Only white
    space, digits, marks and repetitions change. Fixing the result again changes nothing.
    """
    known = _all_known(problems)
    if known is not None:
        known = [problem for problem in known if settings.severity(CHECKS_BY_CODE[problem.code]) is not None]
    for _ in range(_ROUNDS):
        if known is None:
            known = list(problems_of(Subject(article, tables=tables), settings, _SAFE))
        fixed = apply_fixes(article, (p for p in known if is_safe(p) and (p.code, p.words) not in spared))
        if fixed == article:
            break
        article, known = fixed, None
    return article


def _all_known(problems: Iterable[Problem] | None) -> list[Problem] | None:
    """The problems, None where of some code only the first ones are told."""
    known = None if problems is None else list(problems)
    counts = Counter(problem.code for problem in known or ())
    return None if any(count >= MOST_OF_A_CODE for count in counts.values()) else known


def _with_field(article: Article, field: str, edits: Mapping[int, Sequence[Problem]]) -> Article:
    """The article with edits to one field; those that it refuses are left out, one value at a time."""
    fixed = _replaced(article, field, edits)
    if fixed is not None:
        return fixed
    for index in sorted(edits, reverse=True):
        article = _replaced(article, field, {index: edits[index]}) or article
    return article


def _replaced(article: Article, field: str, edits: Mapping[int, Sequence[Problem]]) -> Article | None:
    """The article with edits to one field; None where an article cannot hold the outcome."""
    try:
        if field == "see":
            return article.replace(see=_edited(article.see, edits[0]))
        if field.startswith("extra:"):
            label = field.removeprefix("extra:")
            extra = tuple(
                ExtraField(one.label, _items(one.values, edits)) if one.label == label else one for one in article.extra
            )
            return article.replace(extra=extra)
        return article.replace(**{field: _items(getattr(article, field), edits)})
    except ArticleError:
        return None


def _items(values: Sequence[str], edits: Mapping[int, Sequence[Problem]]) -> tuple[str, ...]:
    items = (_edited(value, edits[index]) if index in edits else value for index, value in enumerate(values))
    return tuple(item for item in items if item)


def _edited(value: str, problems: Sequence[Problem]) -> str:
    pieces: list[str] = []
    at = 0
    for problem in problems:
        pieces += (value[at : problem.start], problem.fix or "")
        at = problem.end
    return "".join((*pieces, value[at:])).strip()
