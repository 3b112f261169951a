"""Reading a source file: decoded text in; the article, the findings and the way back to the file's offsets out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from entries.text.article import LABELS, SEE_LIMIT, Article, ArticleError, ExtraField
from entries.text.dates import split_years
from entries.text.findings import Finding, Piece, SourceMap, line_of
from entries.text.parser.fields import SEPARATORS, Block, Value, empty_fields, read_blocks, split_values, values_of
from entries.text.parser.head import Head, overruled, read_head
from entries.text.parser.lines import DEFAULT_LABELS, Line, lines_of, read_label
from entries.text.parser.prose import Paragraph, read_prose
from entries.text.serializer import NotCanonicalError, read_canonical

import re
from typing import Final

_SEE: Final = re.compile(r"ดู(?:[\s\u200b]+(?=\S)|(?=[A-Za-z]))")


class ParseError(ValueError):
    """The text cannot be an entry: `offset` says where in it, `reason` why and what to do (in Thai)."""

    def __init__(self, offset: int, line: int, reason: str) -> None:
        self.offset = offset
        self.line = line
        self.reason = reason
        super().__init__(f"บรรทัด {line}: {reason}")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says: its article, what was come upon in reading it, and where each part of it stands in the file."""

    article: Article
    findings: tuple[Finding, ...] = ()
    positions: SourceMap = field(default_factory=SourceMap)


def parse(text: str, labels: Mapping[str, str] = DEFAULT_LABELS) -> Reading:
    """Reads the decoded text of one source file.

    `labels` gives the field ("extra" for none of the format's) by label without spaces; it serves files that are not
    canonical. A canonical text is read back exactly, whatever the table says.

    Raises ParseError where a part could not be kept as an article's (a control character, a label as a value).
    """
    reading = _Reading(text, labels)
    try:
        article = reading.article()
    except ArticleError as error:
        raise reading.error(error) from error
    try:
        canonical = read_canonical(text)
    except NotCanonicalError:
        return Reading(article, reading.sorted_findings(), reading.positions())
    if canonical == article:
        return Reading(article, (), reading.positions())
    return Reading(canonical, (), SourceMap())


class _Reading:
    """One reading in progress: collects values with their places."""

    def __init__(self, text: str, labels: Mapping[str, str]) -> None:
        self.text = text
        self.findings: list[Finding] = []
        lines = list(lines_of(text))
        first = next((i for i, line in enumerate(lines) if read_label(line, labels, inside=False)), len(lines))
        self.blocks, findings = read_blocks(lines[first:], labels)
        self.findings += findings
        self.findings += empty_fields(self.blocks)
        self.values: dict[str, list[Value]] = {name: [] for name in LABELS}
        self.extra: dict[str, list[Value]] = {}
        for block in self.blocks:
            self._take(block)
        self._years_out_of_names()
        self.see: Value | None = None
        self.paragraphs = self._read_body(lines[:first])

    def _take(self, block: Block) -> None:
        found = list(values_of(block))
        if block.label.field in self.values:
            self.values[block.label.field] += found
        else:
            self.extra.setdefault(block.label.name, []).extend(found)

    def _years_out_of_names(self) -> None:
        """Years in parentheses after a labelled name are its period's, where the period's own label says nothing."""
        for names, periods in (("headwords", "periods_ce"), ("thai_titles", "periods_be")):
            bare: list[Value] = []
            years: list[Value] = []
            for value in self.values[names]:
                name, span = split_years(value.text)
                bare.append(Value(name, value.start) if span and name else value)
                if span and name:
                    at = value.start + value.text.rindex(span)
                    years += split_values(Value(span, at), SEPARATORS[periods])
            self.values[names] = bare
            self.values[periods] = self.values[periods] or years

    def _read_body(self, lines: list[Line]) -> list[Paragraph]:
        head = read_head(lines, self._texts("headwords"), self._texts("thai_titles"))
        self._take_head(head)
        body = _trimmed(lines[head.length :])
        paragraphs, findings = read_prose(body, self.text)
        self.findings += findings
        if len(paragraphs) == 1 and "\n" not in paragraphs[0].text:
            self.see = _see_target(paragraphs[0])
        return [] if self.see else paragraphs

    def _take_head(self, head: Head) -> None:
        """What the labels lack comes from the head lines; where both speak, the label wins and a finding says so."""
        for line, names, periods in (
            (head.headword, "headwords", "periods_ce"),
            (head.title, "thai_titles", "periods_be"),
        ):
            if line is None:
                continue
            self.findings += overruled(line, self._texts(names), self._texts(periods))
            self.values[names] = self.values[names] or list(line.names)
            self.values[periods] = self.values[periods] or list(line.periods)

    def _texts(self, name: str) -> tuple[str, ...]:
        return tuple(value.text for value in self.values[name])

    def article(self) -> Article:
        """The article; raises ArticleError."""
        return Article(
            **{name: self._texts(name) for name in LABELS},
            see=self.see.text if self.see else "",
            paragraphs=tuple(paragraph.text for paragraph in self.paragraphs),
            extra=tuple(ExtraField(label, tuple(v.text for v in values)) for label, values in self.extra.items()),
        )

    def positions(self) -> SourceMap:
        """The map back to the file."""
        pieces: dict[tuple[str, int], tuple[Piece, ...]] = {}
        for name, values in self.values.items():
            for index, value in enumerate(values):
                pieces[name, index] = (Piece(len(value.text), value.start),)
        for index, paragraph in enumerate(self.paragraphs):
            pieces["paragraphs", index] = tuple(paragraph.pieces)
        if self.see:
            pieces["see", 0] = (Piece(len(self.see.text), self.see.start),)
        for label, values in self.extra.items():
            for index, value in enumerate(values):
                pieces[f"extra:{label}", index] = (Piece(len(value.text), value.start),)
        return SourceMap(pieces)

    def sorted_findings(self) -> tuple[Finding, ...]:
        """The findings in the order of their places."""
        return tuple(sorted(self.findings, key=lambda finding: (finding.start, finding.end, finding.code)))

    def error(self, error: ArticleError) -> ParseError:
        """The refusal with its place in the file."""
        offset = self.positions().offset(error.field, error.index or 0) or 0
        return ParseError(offset, line_of(self.text, offset), error.reason)


def _trimmed(lines: list[Line]) -> list[Line]:
    start, end = 0, len(lines)
    while start < end and lines[start].is_blank:
        start += 1
    while end > start and lines[end - 1].is_blank:
        end -= 1
    return lines[start:end]


def _see_target(paragraph: Paragraph) -> Value | None:
    text = paragraph.text
    match = _SEE.match(text)
    if match is None or not 0 < len(text) - match.end() <= SEE_LIMIT:
        return None
    return Value(text[match.end() :], paragraph.pieces[0].source + match.end())
