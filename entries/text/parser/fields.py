"""The labelled part of a file: labels, and the values under each."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from entries.text.article import EXTRA_LABEL, LABELS
from entries.text.findings import Finding, Severity
from entries.text.parser.lines import LABEL_LIMIT, Label, Line, read_label

_DASH: Final = re.compile(r"[-–—•·*][\s\u200b]*")
_AUTHORS: Final = re.compile(r"\s*[,;，；]\s*(?:และ\s*)?|\s+และ\s*")
_SEMICOLON: Final = re.compile(r"\s*[;；]\s*")
_TITLES: Final = re.compile(r"\s*[,;，；]\s*")

#: How one line of these fields is parted into values; lines of the others are one value each.
SEPARATORS: Final[Mapping[str, re.Pattern[str]]] = {
    "headwords": _SEMICOLON,
    "thai_titles": _TITLES,
    "periods_ce": _SEMICOLON,
    "periods_be": _SEMICOLON,
    "authors": _AUTHORS,
}


@dataclass(slots=True)
class Block:
    """A label with the lines that stand under it."""

    label: Label
    lines: list[Line] = field(default_factory=list)

    @property
    def is_closed(self) -> bool:
        """Whether a lone dash has said that there is no value."""
        return len(self.lines) == 1 and _is_lone_dash(self.lines[0])

    @property
    def is_dashed(self) -> bool:
        """Whether its values so far are written as a list with dashes."""
        return bool(self.lines) and all(_DASH.match(line.content) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Value:
    """One value and the offset in the file at which it stands."""

    text: str
    start: int


def read_blocks(lines: Sequence[Line], labels: Mapping[str, str]) -> tuple[list[Block], list[Finding]]:
    """The blocks of the labelled part, whose first line is a label, and what was unexpected about the labels."""
    blocks: list[Block] = []
    findings: list[Finding] = []
    for index, line in enumerate(lines):
        label = read_label(line, labels, inside=True)
        if label is None and blocks and _opens_unknown(blocks[-1], line, _next_line(lines, index)):
            label = Label("extra", line.content.rstrip(":："), line)
        if label is not None:
            blocks.append(Block(label, [label.value] if label.value else []))
            if label.field == "extra" and not label.marked and _squeezed(label.name) not in labels:
                findings.append(_unknown_label(label))
        elif not line.is_blank:
            blocks[-1].lines.append(line)
    return blocks, [*findings, *_repeated(blocks)]


def values_of(block: Block) -> Iterator[Value]:
    """The block's values: dashes off, lines of several values parted, empty ones left out."""
    separator = SEPARATORS.get(block.label.field)
    for line in block.lines:
        if _is_lone_dash(line):
            continue
        yield from split_values(_without_dash(line), separator)


def split_values(value: Value, separator: re.Pattern[str] | None) -> Iterator[Value]:
    """The values of a line, parted outside parentheses where the separator matches."""
    start = 0
    cuts = list(separator.finditer(value.text)) if separator else []
    for cut in cuts:
        if not _is_inside_parentheses(value.text, cut.start()):
            yield from _piece(value, start, cut.start())
            start = cut.end()
    yield from _piece(value, start, len(value.text))


def _piece(value: Value, start: int, end: int) -> Iterator[Value]:
    text = value.text[start:end]
    stripped = text.strip()
    if stripped and stripped != "-":
        yield Value(stripped, value.start + start + len(text) - len(text.lstrip()))


def _is_inside_parentheses(text: str, at: int) -> bool:
    return text.count("(", 0, at) > text.count(")", 0, at)


def _without_dash(line: Line) -> Value:
    content = line.content
    match = re.match(r"[-–—•·][\s\u200b]+|-(?=[^\s\d-])", content)
    skipped = match.end() if match else 0
    return Value(content[skipped:], line.content_start + skipped)


def _is_lone_dash(line: Line) -> bool:
    return line.content in {"-", "–", "—"}


def _next_line(lines: Sequence[Line], index: int) -> Line | None:
    return next((line for line in lines[index + 1 : index + 4] if not line.is_blank), None)


def _opens_unknown(block: Block, line: Line, following: Line | None) -> bool:
    """Whether a line of the labelled part is a label that nobody has met, rather than a value of `block`.

    It is short, bears no dash, and either what is above is finished (a lone dash, a list with dashes, a period line
    before a line without any digit) or a list with dashes follows it, or it ends with a colon outside a bibliography.
    """
    content = line.content
    if not content or len(content) > LABEL_LIMIT or _DASH.match(content) or content.startswith("ดู "):
        return False
    if block.is_closed:
        return True
    if block.is_dashed:
        return following is not None and len(content.split()) <= 2
    if block.label.field in {"periods_ce", "periods_be"} and not any(char.isdigit() for char in content):
        return bool(block.lines)
    if content.endswith((":", "：")):
        return block.label.field not in {"bibliography", "sources"} and len(content) > 1
    follows_list = following is not None and _DASH.match(following.content) is not None
    return bool(block.lines) and follows_list and not any(char.isdigit() for char in content)


def _unknown_label(label: Label) -> Finding:
    line = label.line
    return Finding(
        code="unknown_label",
        severity=Severity.REMARK,
        start=line.content_start,
        end=line.content_start + len(line.content),
        words=line.content[:200],
        message=f"ไม่รู้จักป้ายกำกับ “{label.name}” ระบบเก็บป้ายและค่าไว้ตามต้นฉบับ",
    )


def _repeated(blocks: Sequence[Block]) -> Iterator[Finding]:
    seen: set[str] = set()
    for block in blocks:
        name = block.label.field if block.label.field in LABELS else block.label.name
        if name in seen:
            line = block.label.line
            yield Finding(
                code="repeated_label",
                severity=Severity.WARNING,
                start=line.content_start,
                end=line.content_start + len(line.content),
                words=line.content[:200],
                message=f"ป้ายกำกับ “{block.label.name}” มีมากกว่าหนึ่งแห่ง ระบบรวมค่าทั้งหมดไว้ตามลำดับ",
            )
        seen.add(name)


def empty_fields(blocks: Sequence[Block]) -> Iterator[Finding]:
    """A remark for every label with nothing under it, not even the dash that says "none"."""
    for block in blocks:
        if block.lines or EXTRA_LABEL.fullmatch(block.label.line.content):
            continue
        line = block.label.line
        yield Finding(
            code="empty_field",
            severity=Severity.REMARK,
            start=line.content_start,
            end=line.content_start + len(line.content),
            words=line.content,
            message=f"ป้ายกำกับ “{block.label.name}” ไม่มีค่า และไม่มี “-” บอกว่าไม่มี",
            fix=f"{line.content}\n-",
        )


def _squeezed(text: str) -> str:
    return "".join(text.split())
