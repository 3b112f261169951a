"""Reading a source file: decoded text in; the article, the findings and the way back to the file's offsets out.

The grammar is in docs/source-format.md. Takes time in proportion to the text.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from entries.text.article import LABELS, SEE_LIMIT, Article, ArticleError, ExtraField
from entries.text.findings import Finding, Piece, SourceMap, line_of
from entries.text.parser.canonical import canonical_positions
from entries.text.parser.fields import Block, first_label, read_blocks, values_of
from entries.text.parser.head import Head, read_head, read_names, settle
from entries.text.parser.lines import CONTROLS, DEFAULT_LABELS, Line, label_table, lines_of
from entries.text.parser.prose import Paragraph, read_prose
from entries.text.parser.values import Value
from entries.text.serializer import NotCanonicalError, read_canonical

__all__ = ["DEFAULT_LABELS", "FINDING_CODES", "ParseError", "Reading", "parse"]

#: What reading may find.
FINDING_CODES: Final = (
    "broken_paragraph",
    "title_overruled",
    "title_added",
    "unknown_label",
    "repeated_label",
    "empty_field",
    "missing_dash",
)

_SEE: Final = re.compile(r"ดู(?:\s*[:：]\s*(?=\S)|\s+(?=\S)|(?=[A-Za-z\u200b]))")


class ParseError(ValueError):
    """The text cannot be an entry: `offset` says where in it, `line` on which line (from 1), `reason` why, in Thai."""

    def __init__(self, offset: int, line: int, reason: str) -> None:
        self.offset = offset
        self.line = line
        self.reason = reason
        super().__init__(f"บรรทัด {line}: {reason}")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says: its article, what was come upon in reading it, and where each part of it stands in the file.

    `positions` has the names of Article's fields, "extra" for the words of each further label, and "extra:‹label›"
    for the values under it.
    """

    article: Article
    findings: tuple[Finding, ...] = ()
    positions: SourceMap = field(default_factory=SourceMap)


def parse(text: str, labels: Mapping[str, str] = DEFAULT_LABELS) -> Reading:
    """Reads the decoded text of one source file.

    `labels` gives the field by label ("extra" for none of the format's) and serves files that are not canonical. A
    canonical text is read back exactly and without findings, whatever the table says.

    Raises ParseError, and nothing else, where a part could not be kept as an article's (a control character, a
    label as a value).
    """
    if control := CONTROLS.search(text):
        reason = f"มีอักขระควบคุม U+{ord(control[0]):04X}"
        raise ParseError(control.start(), line_of(text, control.start()), reason)
    try:
        canonical = read_canonical(text)
    except NotCanonicalError:
        return _Reading(text, labels).result()
    return Reading(canonical, (), canonical_positions(text, canonical))


class _Reading:
    """One reading in progress: collects values with their places."""

    def __init__(self, text: str, labels: Mapping[str, str]) -> None:
        self.text = text
        table = label_table(labels)
        lines = list(lines_of(text))
        first = first_label(lines, table)
        blocks, self.findings = read_blocks(lines[first:], table)
        self.values: dict[str, list[Value]] = {name: [] for name in LABELS}
        self.extra: dict[str, list[Value]] = {}
        self.extra_places: list[int] = []
        for block in blocks:
            self._take(block)
        self._take_years_from_names()
        self.see: Value | None = None
        self.paragraphs = self._read_body(lines[:first])

    def _take(self, block: Block) -> None:
        if block.label.field in self.values:
            self.values[block.label.field] += values_of(block)
            return
        if block.key not in self.extra:
            self.extra_places.append(block.label.line.content_start)
        self.extra.setdefault(block.key, []).extend(values_of(block))

    def _take_years_from_names(self) -> None:
        """Years in parentheses after a labelled name belong to its period."""
        for names, periods in (("headwords", "periods_ce"), ("thai_titles", "periods_be")):
            bare: list[Value] = []
            years: list[Value] = []
            for value in self.values[names]:
                if "(" not in value.text:
                    bare.append(value)
                    continue
                found, spans = read_names(value, names)
                bare += found
                years += spans
            self.values[names] = bare
            self._settle(periods, years)

    def _read_body(self, lines: list[Line]) -> list[Paragraph]:
        head = read_head(lines, self._texts("headwords"), self._texts("thai_titles"))
        self._take_head(head)
        paragraphs, findings = read_prose(_trimmed(lines[head.length :]), self.text)
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
            if line is not None:
                self._settle(names, list(line.names))
                self._settle(periods, list(line.periods))

    def _settle(self, name: str, said: list[Value]) -> None:
        self.values[name], findings = settle(self.values[name], said, name)
        self.findings += findings

    def _texts(self, name: str) -> tuple[str, ...]:
        return tuple(value.text for value in self.values[name])

    def result(self) -> Reading:
        """The reading; raises ParseError."""
        positions = self._positions()
        try:
            article = Article(
                **{name: self._texts(name) for name in LABELS},
                see=self.see.text if self.see else "",
                paragraphs=tuple(paragraph.text for paragraph in self.paragraphs),
                extra=tuple(ExtraField(label, tuple(v.text for v in values)) for label, values in self.extra.items()),
            )
        except ArticleError as error:
            offset = positions.offset(error.field, error.index or 0) or 0
            raise ParseError(offset, line_of(self.text, offset), error.reason) from error
        findings = sorted(self.findings, key=lambda finding: (finding.start, finding.end, finding.code))
        return Reading(article, tuple(findings), positions)

    def _positions(self) -> SourceMap:
        pieces: dict[tuple[str, int], tuple[Piece, ...]] = {}
        for name, values in self.values.items():
            _add_values(pieces, name, values)
        for label, values in self.extra.items():
            _add_values(pieces, f"extra:{label}", values)
        for index, (label, place) in enumerate(zip(self.extra, self.extra_places, strict=True)):
            pieces["extra", index] = (Piece(len(label), place),)
        for index, paragraph in enumerate(self.paragraphs):
            pieces["paragraphs", index] = tuple(paragraph.pieces)
        if self.see:
            _add_values(pieces, "see", [self.see])
        return SourceMap(pieces)


def _add_values(pieces: dict[tuple[str, int], tuple[Piece, ...]], name: str, values: list[Value]) -> None:
    for index, value in enumerate(values):
        pieces[name, index] = (Piece(len(value.text), value.start),)


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
