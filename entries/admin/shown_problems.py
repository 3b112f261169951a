"""Problems as a page shows them: by severity and check, each in its passage, with what its fix would change."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Final

from django.utils.translation import gettext_lazy as _

from entries.admin.places import place_of
from entries.models import Problem
from entries.services.file_findings import FileFinding
from entries.services.projecting.problems import LINK_CHECKS
from entries.text.article import Article
from entries.text.checks import CHECKS, CHECKS_BY_CODE
from entries.text.checks.subject import values_of
from entries.text.findings import FINDING_KINDS, FINDINGS_BY_CODE, Severity
from entries.text.thai import clusters

#: What editors call each severity, the most urgent first.
SEVERITIES: Final = {
    Severity.ERROR.value: _("ต้องแก้"),
    Severity.WARNING.value: _("ควรตรวจ"),
    Severity.REMARK.value: _("แจ้งให้ทราบ"),
}
#: Checks on links are no function of a text alone, so the list of checks does not have them.
_LINKS: Final = {
    "see_without_target": _("รายการโยงไม่มีปลายทาง"),
    "see_chain": _("รายการโยงชี้ไปยังรายการโยง"),
    "repeated_target": _("โยงถึงรายการเดิมซ้ำด้วยคำอื่น"),
    "see_loop": _("รายการโยงวนกลับมาที่เดิม"),
}
#: Every check's name by code, in the order in which problems are told.
NAMES: Final = {
    **{check.code: check.name for check in CHECKS},
    **{code: _LINKS.get(code, code) for code in LINK_CHECKS},
}
#: The same, and what reading a file may find: all that can be weighed or let be.
ALL_NAMES: Final = {**NAMES, **{kind.code: kind.name for kind in FINDING_KINDS}}

#: So much of the text is shown on either side of a place, and of a fix.
_AROUND: Final = 80
_NEAR: Final = 14
#: So many problems of one check stand open; the rest is folded away.
_OPEN: Final = 10

_ODD: Final = re.compile(
    "[\t\u00a0\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]"
)
_NAMED: Final = {"\t": "→", "\u00a0": "°"}
_BLANK: Final = "·"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a value around a place: what stands before, in and after it, and whether more was cut off."""

    before: str
    marked: str
    after: str
    cut_before: bool
    cut_after: bool


@dataclass(frozen=True, slots=True)
class Change:
    """What a fix would change: what is taken away and put in, between what stays; `is_all` when the value goes."""

    before: str
    removed: str
    added: str
    after: str
    is_all: bool


@dataclass(frozen=True, slots=True)
class ShownProblem:
    """A problem, its place in words, its passage (None where nothing stands there), and its fix (None without one)."""

    problem: Problem
    place: str
    passage: Passage | None
    change: Change | None


@dataclass(frozen=True, slots=True)
class CheckGroup:
    """The problems of one check: its name and explanation, those shown at once, those folded away, and the ids of those
    that have a fix.
    """

    code: str
    name: str
    explanation: str
    shown: tuple[ShownProblem, ...]
    folded: tuple[ShownProblem, ...]
    fixable: tuple[int, ...]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.shown) + len(self.folded)


@dataclass(frozen=True, slots=True)
class SeverityGroup:
    """The checks of one severity."""

    value: str
    label: str
    checks: tuple[CheckGroup, ...]

    @property
    def count(self) -> int:
        """How many problems there are."""
        return sum(check.count for check in self.checks)


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """What reading a file found of one severity and code."""

    code: str
    value: str
    label: str
    name: str
    explanation: str
    findings: tuple[FileFinding, ...]


def grouped(problems: Iterable[Problem], article: Article) -> list[SeverityGroup]:
    """The problems of an article's face by severity and check, in the order in which problems are told."""
    order = {code: place for place, code in enumerate(NAMES)}
    rank = {value: place for place, value in enumerate(SEVERITIES)}
    rows = sorted(
        problems, key=lambda row: (rank[row.severity], order.get(row.code, len(order)), row.code, row.position)
    )
    show = _Shower(article)
    return [
        SeverityGroup(
            severity,
            SEVERITIES[severity],
            tuple(_check_group(code, list(of_code), show) for code, of_code in groupby(of_one, lambda row: row.code)),
        )
        for severity, of_one in groupby(rows, lambda row: row.severity)
    ]


def grouped_findings(findings: Iterable[FileFinding]) -> list[FindingGroup]:
    """What a file gave, in the order in which it comes: a group of each severity and code."""
    return [
        FindingGroup(code, severity, SEVERITIES[severity], ALL_NAMES.get(code, code), explanation(code), tuple(alike))
        for (severity, code), alike in groupby(findings, lambda finding: (finding.severity, finding.code))
    ]


def explanation(code: str) -> str:
    """What a check or a finding is about, in Thai; "" where the problems themselves say it all."""
    check = CHECKS_BY_CODE.get(code) or FINDINGS_BY_CODE.get(code)
    return check.explanation if check else ""


def visible(text: str, *, blanks: bool = False) -> str:
    """The text with invisible characters made visible; `blanks` shows common spaces, too."""
    shown = _ODD.sub(lambda found: _NAMED.get(found[0]) or f"‹U+{ord(found[0]):04X}›", text)
    return shown.replace(" ", _BLANK) if blanks or not shown.strip() or "  " in shown else shown


def _check_group(code: str, rows: Sequence[Problem], show: "_Shower") -> CheckGroup:
    shown = tuple(show(row) for row in rows)
    fixable = tuple(row.pk for row in rows if row.fix is not None)
    return CheckGroup(code, NAMES.get(code, code), explanation(code), shown[:_OPEN], shown[_OPEN:], fixable)


class _Shower:
    """Shows the problems of one article."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._ends = cache(lambda field, index: [0, *clusters(values_of(article, field)[index])])

    def __call__(self, problem: Problem) -> ShownProblem:
        values = values_of(self.article, problem.field)
        place = place_of(problem.field, problem.index) if values else place_of(problem.field, 0).partition(" ")[0]
        if problem.index >= len(values) or problem.end <= problem.start or problem.end > len(values[problem.index]):
            return ShownProblem(problem, place, None, None)
        value = values[problem.index]
        return ShownProblem(problem, place, self._passage(problem, value), self._change(problem, value))

    def _passage(self, problem: Problem, value: str) -> Passage:
        first, last = self._around(problem, problem.start, problem.end, _AROUND)
        marked = value[problem.start : problem.end]
        return Passage(
            value[first : problem.start], visible(marked), value[problem.end : last], first > 0, last < len(value)
        )

    def _change(self, problem: Problem, value: str) -> Change | None:
        if problem.fix is None:
            return None
        old, new = value[problem.start : problem.end], problem.fix
        head = _common(old, new)
        tail = min(_common(old[::-1], new[::-1]), len(old) - head, len(new) - head)
        start, end = self._whole(problem, problem.start + head, problem.end - tail)
        head, tail = start - problem.start, problem.end - end
        first, last = self._around(problem, start, end, _NEAR)
        return Change(
            before=value[first:start],
            removed=visible(value[start:end], blanks=True),
            added=visible(new[head : len(new) - tail], blanks=True),
            after=value[end:last],
            is_all=not new and old == value and problem.field != "see",
        )

    def _whole(self, problem: Problem, start: int, end: int) -> tuple[int, int]:
        """The span, widened within the problem's to whole clusters, so that no mark is shown without its letter."""
        ends = self._ends(problem.field, problem.index)
        first = max(problem.start, ends[bisect_right(ends, start) - 1])
        at = bisect_left(ends, end)
        return first, min(problem.end, ends[at] if at < len(ends) else end)

    def _around(self, problem: Problem, start: int, end: int, reach: int) -> tuple[int, int]:
        """Where to cut the value on either side, between clusters."""
        ends = self._ends(problem.field, problem.index)
        first = ends[bisect_left(ends, max(0, start - reach))]
        last = ends[bisect_right(ends, min(ends[-1], end + reach)) - 1]
        return min(first, start), max(last, end)


def _common(one: str, other: str) -> int:
    """How many code points both begin with."""
    for at, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return at
    return min(len(one), len(other))
