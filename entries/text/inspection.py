"""A source file looked at without a database: what its author wants to know before it is submitted.

`Inspection.as_json` is a public interface, described in docs/source-format.md.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final

from entries.text.article import LABELS, Article
from entries.text.checks import CheckSettings, Problem, Subject, apply_safe_fixes, check
from entries.text.dates import Period, outer_span, parse_periods
from entries.text.encoding import EncodingError, decode
from entries.text.findings import Finding, Severity
from entries.text.kinds import DEFAULT_KINDS, OTHER, PERSON, Kind, KindGuess, guess_kind
from entries.text.parser import ParseError, Reading, parse
from entries.text.references import CombinedLexicon, Lexicon, NameLexicon, Reference, article_lexicon, find_references
from entries.text.serializer import serialize
from entries.text.tables import DEFAULT_TABLES, Tables

SEVERITY_NAMES: Final = {Severity.ERROR: "ต้องแก้", Severity.WARNING: "ควรตรวจ", Severity.REMARK: "แจ้งให้ทราบ"}

#: From here on an anchor is not told of; editors are not asked about it either.
_SURE: Final = 0.9
_AROUND: Final = 12
_MARKS: Final = "ะัาำิีึืฺุู็่้๊๋์ํ๎ๅ"

# What decoding has reported already is not said again by the check on the text.
_SAID_BY_FINDING: Final = {"tab": "irregular_space", "replacement_character": "broken_character"}


@dataclass(frozen=True, slots=True)
class Notice:
    """A finding or a problem with its place in the decoded text: offsets, and the line from 1."""

    code: str
    severity: Severity
    start: int
    end: int
    line: int
    message: str
    fix: str | None
    problem: Problem | None = None

    def as_json(self) -> dict[str, Any]:
        """An item of "problems" in the public interface."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "start": self.start,
            "end": self.end,
            "line": self.line,
            "message": self.message,
            "fix": self.fix,
        }


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that cannot be an entry, and why (in Thai)."""

    file: str
    error: str

    def as_json(self) -> dict[str, Any]:
        """The object of the file in the public interface."""
        return {"file": self.file, "error": self.error}

    def as_lines(self) -> Iterator[str]:
        """The same for a terminal."""
        yield f"{self.file}: อ่านไม่ได้: {self.error}"


class Inspection:
    """A file that was read: its article and all that the text says, each part worked out when first asked for."""

    def __init__(
        self,
        file: str,
        encoding: str,
        text: str,
        reading: Reading,
        *,
        findings: Sequence[Finding] = (),
        lexicon: Lexicon | None = None,
        own_keywords: bool = True,
        tables: Tables = DEFAULT_TABLES,
        kinds: Sequence[Kind] = DEFAULT_KINDS,
        settings: CheckSettings | None = None,
    ) -> None:
        self.file = file
        self.encoding = encoding
        self.text = text
        self.article = reading.article
        self.positions = reading.positions
        self.findings = (*findings, *reading.findings)
        self.tables = tables
        self.kinds = kinds
        self.settings = settings or CheckSettings()
        self._lexicon = lexicon
        self._own_keywords = own_keywords

    @cached_property
    def kind(self) -> KindGuess:
        """The kind of the entry as guessed."""
        return guess_kind(self.article, kinds=self.kinds, honorifics=self.tables.honorifics)

    @cached_property
    def references(self) -> Sequence[Reference]:
        """The parentheses of the prose; offsets into their paragraph."""
        article = self.article
        own: Lexicon = article_lexicon(article if self._own_keywords else article.replace(keywords=()))
        lexicon = own if self._lexicon is None else CombinedLexicon(own, self._lexicon)
        return find_references(article.paragraphs, lexicon=lexicon, class_nouns=self.tables.class_nouns)

    @cached_property
    def subject(self) -> Subject:
        """The article as checks see it; `subject.dates` are the dates of the prose."""
        return Subject(self.article, kind=self.kind.kind, tables=self.tables, references=self.references)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of the text, by field and place in the article."""
        return check(
            self.article,
            kind=self.kind.kind,
            tables=self.tables,
            settings=self.settings,
            references=self.references,
            dates=self.subject.dates,
        )

    @cached_property
    def notices(self) -> tuple[Notice, ...]:
        """Findings and problems alike, in the order of their places in the file."""
        weighed = [(finding, self.settings.of(finding.code, finding.severity)) for finding in self.findings]
        findings = [replace(finding, severity=severity) for finding, severity in weighed if severity is not None]
        said = {(finding.start, _SAID_BY_FINDING.get(finding.code, "")) for finding in findings}
        found = [self._of_finding(finding) for finding in findings]
        found += (notice for notice in map(self._of_problem, self.problems) if (notice.start, notice.code) not in said)
        return tuple(sorted(found, key=lambda notice: (notice.start, notice.end, notice.code)))

    def _of_finding(self, finding: Finding) -> Notice:
        line = self.line(finding.start)
        return Notice(finding.code, finding.severity, finding.start, finding.end, line, finding.message, finding.fix)

    def _of_problem(self, problem: Problem) -> Notice:
        start, end = self._file_span(problem)
        line = self.line(start)
        return Notice(problem.code, problem.severity, start, end, line, problem.message, problem.fix, problem)

    def _file_span(self, problem: Problem) -> tuple[int, int]:
        """Where a problem stands in the file; one of a missing part at its label, or at the start."""
        span = self.positions.span(problem.field, problem.index, problem.start, problem.end)
        if span is None and (label := self._labels.get(LABELS.get(problem.field, ""))) is not None:
            return label
        return span or (0, 0)

    @cached_property
    def _labels(self) -> dict[str, tuple[int, int]]:
        """Where the format's own labels stand in the file."""
        found: dict[str, tuple[int, int]] = {}
        known = set(LABELS.values())
        start = 0
        for line in self.text.split("\n"):
            name = line.strip().rstrip(":：").rstrip()
            if name in known:
                at = start + line.index(name)
                found.setdefault(name, (at, at + len(name)))
            start += len(line) + 1
        return found

    def line(self, offset: int) -> int:
        """The number, from 1, of the line that holds an offset of the decoded text."""
        return bisect_right(self._line_starts, offset)

    @cached_property
    def _line_starts(self) -> list[int]:
        starts, at = [0], self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """The spans of the period lines, in Common Era years."""
        person = None if self.kind.kind == OTHER else self.kind.kind == PERSON
        return parse_periods(self.article.periods_ce, self.article.periods_be, person=person)

    def fixed(self) -> Article:
        """The article with every safe fix applied."""
        return apply_safe_fixes(self.article, self.problems, tables=self.tables, settings=self.settings)

    def fixed_text(self) -> str:
        """The same as canonical text."""
        return serialize(self.fixed())

    def as_json(self) -> dict[str, Any]:
        """The object of the file in the public interface."""
        article = self.article
        return {
            "file": self.file,
            "encoding": self.encoding,
            "headwords": list(article.headwords),
            "thai_titles": list(article.thai_titles),
            "period": {
                "ce": _span(parse_periods(article.periods_ce, ()), buddhist=False),
                "be": _span(parse_periods((), article.periods_be), buddhist=True),
            },
            "periods": [_period_as_json(period) for period in self.periods],
            "kind": self.kind.kind,
            "see": article.see or None,
            "paragraphs": len(article.paragraphs),
            "keywords": list(article.keywords),
            "authors": list(article.authors),
            "bibliography": list(article.bibliography),
            "sources": list(article.sources),
            "see_also": list(article.see_also),
            "media": list(article.media),
            "extra": {extra.label: list(extra.values) for extra in article.extra},
            "references": list(self._references_as_json()),
            "dates": list(self._dates_as_json()),
            "problems": [notice.as_json() for notice in self.notices],
        }

    def _references_as_json(self) -> Iterator[dict[str, Any]]:
        for reference in self.references:
            number = reference.paragraph
            start, end = self._in_file(number, reference.start, reference.end)
            yield {
                "start": start,
                "end": end,
                "anchor": self.article.paragraphs[number][reference.start : reference.end],
                "gloss": reference.gloss,
                "starred": reference.starred,
                "confidence": round(reference.confidence, 3),
                "evidence": [evidence.words for evidence in reference.evidence],
            }

    def _dates_as_json(self) -> Iterator[dict[str, Any]]:
        for date in self.subject.dates:
            number, at = self.subject.place(date.start)
            start, end = self._in_file(number, at, at + date.end - date.start)
            yield {
                "start": start,
                "end": end,
                "text": date.text,
                "kind": date.kind,
                "iso": date.iso,
                "era": date.era,
                "qualifier": date.qualifier,
                "implied_year": date.implied_year,
                "part_of_name": date.part_of_name,
            }

    def _in_file(self, paragraph: int, start: int, end: int) -> tuple[int, int]:
        return self.positions.span("paragraphs", paragraph, start, end) or (0, 0)

    def as_lines(self) -> Iterator[str]:
        """The file, its problems and the anchors that are not sure, for a terminal, a line each."""
        article, kinds = self.article, {kind.slug: kind.name for kind in self.kinds}
        names = " · ".join(filter(None, (article.headword, article.thai_title))) or "ไม่มีคำตั้ง"
        starred = sum(reference.starred for reference in self.references)
        what = f"ดู {article.see}" if article.see else f"{len(article.paragraphs)} ย่อหน้า โยง {starred} แห่ง"
        yield f"{self.file}: {names} [{kinds.get(self.kind.kind, self.kind.kind)}] {what} ({self.encoding})"
        for notice in self.notices:
            fix = f" → “{notice.fix}”" if notice.fix else " → ลบ" if notice.fix == "" else ""
            line = f"{self.file}:{notice.line}: {SEVERITY_NAMES[notice.severity]} {notice.code} {notice.message}"
            yield _one_line(f"{line}{self._around(notice)}{fix}")
        for reference in self.references:
            if reference.kind in ("reference", "gloss") and reference.has_anchor and reference.confidence < _SURE:
                yield _one_line(self._unsure(reference))

    def _unsure(self, reference: Reference) -> str:
        """An anchor that is not sure, with what speaks for it."""
        start, end = self._in_file(reference.paragraph, reference.start, reference.end)
        why = " · ".join(evidence.words for evidence in reference.evidence)
        star = "*" if reference.starred else ""
        percent = int(100 * reference.confidence)
        told = f"คำที่โยงไม่แน่ใจ (ร้อยละ {percent}) “{self.text[start:end]} ({reference.gloss}){star}”: {why}"
        return f"{self.file}:{self.line(start)}: {told}"

    def _around(self, notice: Notice) -> str:
        """The words of the line around a notice's place, the place itself between brackets; "" for no place."""
        if notice.end <= notice.start:
            return ""
        before = self.text[max(0, notice.start - _AROUND) : notice.start].rpartition("\n")[2].lstrip(_MARKS)
        behind = self.text[notice.end : notice.end + _AROUND].partition("\n")[0]
        return f" ใน “{before}⟦{self.text[notice.start : notice.end][:80]}⟧{behind}”"


def inspect_source(
    data: bytes,
    file: str = "",
    *,
    encoding: str | None = None,
    repair: bool = False,
    lexicon: Lexicon | None = None,
    own_keywords: bool = True,
    tables: Tables = DEFAULT_TABLES,
    kinds: Sequence[Kind] = DEFAULT_KINDS,
    settings: CheckSettings | None = None,
) -> Inspection | Unreadable:
    """Reads the bytes of one file, named `file` in reports; never raises for what is wrong with them.

    `lexicon` has known names besides the entry's own; without `own_keywords` the entry's keywords do not help to find
    anchors. `encoding` forces one, `repair` mends what was decoded wrongly where nothing is lost by it.
    """
    try:
        decoded = decode(data, encoding=encoding, repair=repair)
        reading = parse(decoded.text, tables.labels)
    except EncodingError as error:
        reason = str(error)
        return Unreadable(file, reason if error.line is None else f"บรรทัด {error.line}: {reason}")
    except ParseError as error:
        return Unreadable(file, str(error))
    return Inspection(
        file,
        decoded.encoding,
        decoded.text,
        reading,
        findings=decoded.findings,
        lexicon=lexicon,
        own_keywords=own_keywords,
        tables=tables,
        kinds=kinds,
        settings=settings,
    )


def lexicon_of_lines(lines: Iterable[str]) -> NameLexicon:
    """Known names, one a line; empty lines are passed over."""
    return NameLexicon((name, "alias") for name in (line.strip() for line in lines) if name)


def totals(inspected: Iterable[Inspection | Unreadable]) -> str:
    """How many files, and how many problems of each severity, in a line for a terminal."""
    files, unreadable, counts = 0, 0, Counter[Severity]()
    for one in inspected:
        files += 1
        if isinstance(one, Unreadable):
            unreadable += 1
        else:
            counts.update(notice.severity for notice in one.notices)
    named = " · ".join(f"{name} {counts[severity]}" for severity, name in SEVERITY_NAMES.items())
    return f"{files} ไฟล์ · {named} · อ่านไม่ได้ {unreadable}"


def _one_line(text: str) -> str:
    """The text with line breaks shown as ⏎, so that it stays on one line of a terminal."""
    return text.replace("\n", "⏎")


def _span(periods: Sequence[Period], *, buddhist: bool) -> list[int | None] | None:
    span = outer_span(periods)
    if span is None or span == (None, None):
        return None
    return [_buddhist(year) if buddhist else year for year in span]


def _buddhist(year: int | None) -> int | None:
    """A Common Era year (1 BC is -1) as a Buddhist one; the year before พ.ศ. 1 is -1, as there is no year 0."""
    if year is None:
        return None
    counted = year + 543 if year > 0 else year + 544
    return counted if counted > 0 else counted - 1


def _period_as_json(period: Period) -> dict[str, Any]:
    return {
        "from": period.start,
        "to": period.end,
        "approximate": period.approximate,
        "uncertain": period.uncertain,
        "era": period.era,
        "kind": period.kind,
    }
