"""Reading a source file: decoded text in; the article, the findings and the way back to the file's offsets out.

The grammar is in docs/source-format.md. Takes time in proportion to the text.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from entries.text.article import LABELS, Article, ArticleError, ExtraField
from entries.text.findings import Finding, Piece, SourceMap, capped, line_of
from entries.text.parser.beginning import doubtful_lines, doubtful_values, first_label
from entries.text.parser.canonical import canonical_positions
from entries.text.parser.fields import Block, read_blocks, values_of
from entries.text.parser.head import OPENING, Head, by_era, read_head, read_names, settle
from entries.text.parser.lines import CONTROLS, DEFAULT_LABELS, Line, label_table, lines_of
from entries.text.parser.prose import Paragraph, read_prose
from entries.text.parser.see import See, read_see, see_beside_name
from entries.text.parser.values import Value
from entries.text.serializer import NotCanonicalError, read_canonical

__all__ = ["DEFAULT_LABELS", "FINDING_CODES", "MOST_LINES", "ParseError", "Reading", "parse"]

#: What reading may find.
FINDING_CODES: Final = (
    "broken_paragraph",
    "title_overruled",
    "title_added",
    "unknown_label",
    "repeated_label",
    "doubtful_label",
    "empty_field",
    "missing_dash",
    "numbered_list",
    "head_sign",
    "see_rewritten",
)


#: No entry has so many lines, nor so many values: a file that has is refused.
MOST_LINES: Final = 100_000
_TOO_MANY: Final = f"ไฟล์มีมากกว่า {MOST_LINES:,} บรรทัด รายการหนึ่งไม่ยาวเช่นนั้น ให้แบ่งเป็นไฟล์ละหนึ่งรายการ"


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
    canonical text is read back exactly, whatever the table says, and found is at most that one of its values looks
    like a label (`doubtful_label`).

    Raises ParseError, and nothing else, where a part could not be kept as an article's (a control character, a
    label as a value), and for more than MOST_LINES lines or values.
    """
    if text.count("\n") > MOST_LINES:
        _refuse_lines(text)
    if control := CONTROLS.search(text):
        reason = f"มีอักขระควบคุม U+{ord(control[0]):04X}"
        raise ParseError(control.start(), line_of(text, control.start()), reason)
    try:
        canonical = read_canonical(text)
    except NotCanonicalError:
        return _Reading(text, labels).result()
    positions = canonical_positions(text, canonical)
    return Reading(canonical, capped(_doubts_of_canonical(text, canonical, positions, labels)), positions)


def _refuse_lines(text: str) -> None:
    offset = -1
    for _ in range(MOST_LINES):
        offset = text.index("\n", offset + 1)
    raise ParseError(offset + 1, MOST_LINES + 1, _TOO_MANY)


def _lines_of(article: Article) -> int:
    """At least as many lines as the canonical text has."""
    prose = sum(paragraph.count("\n") + 2 for paragraph in article.paragraphs)
    labelled = sum(len(getattr(article, name)) + 2 for name in LABELS)
    return 6 + prose + labelled + sum(len(extra.values) + 2 for extra in article.extra)


def _doubts_of_canonical(
    text: str, article: Article, positions: SourceMap, labels: Mapping[str, str]
) -> Iterator[Finding]:
    """Values of the bare fields that may be labels; names, and periods with them, are sure: head lines say them too."""
    table = label_table(labels)
    unsaid = [
        name for name, said in (("periods_ce", article.headwords), ("periods_be", article.thai_titles)) if not said
    ]
    for name in (*unsaid, "authors", "bibliography", "sources"):
        texts: tuple[str, ...] = getattr(article, name)
        values = [Value(value, positions.offset(name, index) or 0) for index, value in enumerate(texts)]
        yield from doubtful_values(text, name, values, table)


class _Reading:
    """One reading in progress: collects values with their places."""

    def __init__(self, text: str, labels: Mapping[str, str]) -> None:
        self.text = text
        table = label_table(labels)
        lines = list(lines_of(text))
        first, self.findings = first_label(lines, table)
        blocks, findings = read_blocks(lines[first:], table)
        self.findings += findings
        self.values: dict[str, list[Value]] = {name: [] for name in LABELS}
        self.extra: dict[str, list[Value]] = {}
        self.count = 0
        self.extra_places: list[int] = []
        for block in blocks:
            self._take(block)
        self._take_years_from_names()
        self.see: Value | None = None
        self.paragraphs = self._read_body(lines[:first], table, has_labels=bool(blocks))

    def _take(self, block: Block) -> None:
        found = list(islice(values_of(block), MOST_LINES + 1))
        self.count += len(found)
        if self.count > MOST_LINES:
            start = block.label.line.content_start
            reason = f"ถึงป้ายกำกับ “{block.label.name}” มีค่ามากกว่า {MOST_LINES:,} ค่า รายการหนึ่งไม่มีมากเช่นนั้น"
            raise ParseError(start, line_of(self.text, start), reason)
        if block.label.field in self.values:
            self.values[block.label.field] += found
            return
        if block.key not in self.extra:
            self.extra_places.append(block.label.line.content_start)
        self.extra.setdefault(block.key, []).extend(found)

    def _take_years_from_names(self) -> None:
        """Years in parentheses after a labelled name belong to its period."""
        for names, periods in (("headwords", "periods_ce"), ("thai_titles", "periods_be")):
            bare: list[Value] = []
            years: list[Value] = []
            for value in self.values[names]:
                if not OPENING.search(value.text):
                    bare.append(value)
                    continue
                found, spans = read_names(value, names)
                bare += found
                years += spans
            self.values[names] = bare
            self._settle_years(periods, years)

    def _read_body(self, lines: list[Line], table: Mapping[str, str], *, has_labels: bool) -> list[Paragraph]:
        headwords, titles = self._texts("headwords"), self._texts("thai_titles")
        if beside := see_beside_name(lines):
            named, led = beside
            head = read_head(named, headwords, titles, is_whole=True)
            if head.length == len(named):
                self._take_head(head)
                self._take_see(led)
                return []
        head = read_head(lines, headwords, titles)
        said = {name.text for line in (head.headword, head.title) if line for name in line.names}
        for name, values in self.values.items():
            self.findings += doubtful_values(self.text, name, values, table, said)
        for values in self.extra.values():
            self.findings += doubtful_values(self.text, "extra", values, table)
        self._take_head(head)
        body = _trimmed(lines[head.length :])
        paragraphs, findings = read_prose(body, self.text)
        is_named = bool(self.values["headwords"] or self.values["thai_titles"])
        if len(paragraphs) == 1 and (see := read_see(paragraphs[0], is_named=is_named)):
            self._take_see(see)
            return []
        self.findings += [*findings, *doubtful_lines(body, table, has_labels=has_labels)]
        return paragraphs

    def _take_see(self, see: See) -> None:
        self.see = see.target
        self.findings += see.findings

    def _take_head(self, head: Head) -> None:
        """What the labels lack comes from the head lines; where both speak, the label wins and a finding says so."""
        self.findings += head.findings
        for line, names, periods in (
            (head.headword, "headwords", "periods_ce"),
            (head.title, "thai_titles", "periods_be"),
        ):
            if line is not None:
                self._settle(names, list(line.names))
                self._settle_years(periods, list(line.periods))

    def _settle(self, name: str, said: list[Value]) -> None:
        self.values[name], findings = settle(self.values[name], said, name)
        self.findings += findings

    def _settle_years(self, name: str, said: list[Value]) -> None:
        for periods, years in by_era(said, name).items():
            self._settle(periods, years)

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
        # What has been read can be read again: the canonical text is a file too.
        if _lines_of(article) > MOST_LINES:
            raise ParseError(len(self.text), line_of(self.text, len(self.text)), _TOO_MANY)
        return Reading(article, capped(self.findings), positions)

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
