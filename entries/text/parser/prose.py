"""The body of a file: its lines made into paragraphs, the indent read as structure."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from entries.text.findings import Finding, Piece, Severity
from entries.text.parser.lines import Line


@dataclass(slots=True)
class Paragraph:
    """A paragraph being put together from lines, with the place in the file of each run of it."""

    parts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    end: int = 0

    def add(self, line: Line, joint: str) -> None:
        """Adds a line's content after the joint ("" for the first)."""
        if joint:
            self.parts.append(joint)
            self.pieces.append(Piece(len(joint), self.end))
        self.parts.append(line.content)
        self.pieces.append(Piece(len(line.content), line.content_start))
        self.end = line.content_end

    @property
    def text(self) -> str:
        """The paragraph as the article holds it."""
        return "".join(self.parts)


def read_prose(lines: Sequence[Line], source: str) -> tuple[list[Paragraph], list[Finding]]:
    """Paragraphs of the body, and the joins that were made.

    Where later paragraphs are indented, every indented line opens one, and what is not indented continues the one
    above: the two are joined with one space and reported. Where nothing is indented, blank lines part paragraphs; in
    a body without blank lines, line breaks do.
    """
    if _is_indented(lines):
        return _by_indent(lines, source)
    return _by_blank_lines(lines), []


def _is_indented(lines: Sequence[Line]) -> bool:
    """Whether the indent of this body means something.

    A no-break space, a TAB or several spaces are typed on purpose; only where they are far outnumbered do they mean
    nothing. A single space may be a slip: it must be the rule.
    """
    plain = slight = clear = 0
    after_blank = is_first = True
    for line in lines:
        if line.is_blank:
            after_blank = True
            continue
        if not is_first and (after_blank or line.indent):
            plain += not line.indent
            slight += line.indent == " "
            clear += line.indent not in ("", " ")
        after_blank = is_first = False
    return (clear > 0 and 6 * clear >= plain) or (slight + clear > 0 and slight + clear >= plain)


def _by_indent(lines: Sequence[Line], source: str) -> tuple[list[Paragraph], list[Finding]]:
    paragraphs: list[Paragraph] = []
    findings: list[Finding] = []
    for line in lines:
        if line.is_blank:
            continue
        if not paragraphs or line.indent:
            paragraphs.append(Paragraph())
            paragraphs[-1].add(line, "")
        else:
            findings.append(_join(paragraphs[-1].end, line.content_start, source))
            paragraphs[-1].add(line, " ")
    return paragraphs, findings


def _by_blank_lines(lines: Sequence[Line]) -> list[Paragraph]:
    has_blank = any(line.is_blank for line in lines)
    paragraphs: list[Paragraph] = []
    opens = True
    for line in lines:
        if line.is_blank:
            opens = True
            continue
        if opens or not has_blank:
            paragraphs.append(Paragraph())
            paragraphs[-1].add(line, "")
        else:
            paragraphs[-1].add(line, "\n")
        opens = False
    return paragraphs


def _join(start: int, end: int, source: str) -> Finding:
    return Finding(
        code="broken_paragraph",
        severity=Severity.WARNING,
        start=start,
        end=end,
        words=source[start : min(end, start + 200)],
        message="ย่อหน้าถูกตัดกลางประโยคด้วยการขึ้นบรรทัดใหม่ ระบบต่อเข้าเป็นย่อหน้าเดียวกันด้วยวรรคหนึ่งวรรค",
        fix=" ",
    )
