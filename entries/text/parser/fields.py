"""The labelled part of a file: labels, known and unknown, and the lines under each."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from entries.text.article import DASHED, LABELS
from entries.text.findings import Finding, Severity
from entries.text.parser.lines import LABEL_LIMIT, NUMBER_BEFORE, Label, Line, line_at, read_label, tidy
from entries.text.parser.values import Value, is_lone_dash, split_values, without_dash
from entries.text.thai import sort_key

#: Fields in which a colon after a few Thai words is nothing remarkable.
_FREE: Final = frozenset({"bibliography", "sources", "media", "keywords", "see_also"})
_PERIODS: Final = frozenset({"periods_ce", "periods_be"})
#: Fields whose values may be numbered; a number before a headword is its own.
_NUMBERED: Final = frozenset({"keywords", "see_also", "media", "authors", "bibliography", "sources"})
_DIGIT: Final = re.compile("[0-9๐-๙]")
_THAI: Final = re.compile("[ก-๎]")
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_NAMED: Final = re.compile(r"([ก-๎]{2,}(?: [ก-๎]+)?)\s{0,3}[:：]\s{0,9}(?=\S)")


@dataclass(slots=True)
class Block:
    """A label with the lines that stand under it."""

    label: Label
    lines: list[Line] = field(default_factory=list)
    #: How many of the lines are list items with a dash or bullet.
    items: int = 0

    def add(self, line: Line) -> None:
        """Adds a line under the label."""
        self.lines.append(line)
        self.items += line.is_item

    @property
    def is_closed(self) -> bool:
        """Whether a lone dash has said that there is no value."""
        return len(self.lines) == 1 and is_lone_dash(self.lines[0].content)

    @property
    def is_dashed(self) -> bool:
        """Whether its values so far are written as a list with dashes."""
        return 0 < self.items == len(self.lines)

    @property
    def is_numbered(self) -> bool:
        """Whether its values are a numbered list: 1, 2, 3 … before each, and nothing else."""
        if self.label.field not in _NUMBERED or not self.lines:
            return False
        numbers = (NUMBER_BEFORE.match(line.content) for line in self.lines)
        return all(found and int(found[1]) == place for place, found in enumerate(numbers, 1))

    @property
    def key(self) -> str:
        """What its values are gathered under: the field, or the words of a label that is not the format's."""
        return self.label.field if self.label.field in LABELS else self.label.name


def read_blocks(lines: Sequence[Line], table: Mapping[str, str]) -> tuple[list[Block], list[Finding]]:
    """The blocks of the labelled part, whose first line is a label, and what was unexpected about it."""
    blocks: list[Block] = []
    findings: list[Finding] = []
    filled = [line for line in lines if not line.is_blank]
    for index, line in enumerate(filled):
        following = filled[index + 1] if index + 1 < len(filled) else None
        label = read_label(line, table, inside=True)
        if label is None and blocks and not line.is_item:
            label = _unknown_label(blocks[-1], line, following, table)
        if label is not None:
            blocks.append(Block(label))
            if label.value:
                blocks[-1].add(label.value)
            if not label.is_known:
                findings.append(_unknown(label))
            continue
        if blocks[-1].label.field in DASHED and blocks[-1].is_dashed and not line.is_item:
            findings.append(_missing_dash(line))
        blocks[-1].add(line)
    numbered = (_numbered(block) for block in blocks if block.is_numbered)
    return blocks, [*findings, *_repeated(blocks), *_empty(blocks), *numbered]


def values_of(block: Block) -> Iterator[Value]:
    """The block's values: dashes off, bare lines of several values parted, empty ones left out."""
    numbered = block.is_numbered
    for line in block.lines:
        whole = Value(line.content, line.content_start)
        if numbered and (number := NUMBER_BEFORE.match(line.content)):
            yield Value(line.content[number.end() :], line.content_start + number.end())
            continue
        value = without_dash(whole, block.label.field)
        if is_lone_dash(value.text):
            continue
        if value == whole:
            yield from split_values(value, block.label.field)
        else:
            yield value


def _unknown_label(block: Block, line: Line, following: Line | None, table: Mapping[str, str]) -> Label | None:
    """The label that nobody has met which this line is, or None where it is a value of the block above it."""
    content = line.content
    if content.startswith("ดู "):
        return None
    if block.label.field not in _FREE and (named := _NAMED.match(content)):
        value = line_at(line.content_start + named.end(), content[named.end() :])
        return Label("extra", tidy(named[1]), line, value, is_known=False)
    name = content.rstrip(":： \t\u00a0")
    if len(content) > LABEL_LIMIT or not _LETTER.search(name) or _DIGIT.search(name):
        return None
    is_label = name != content and block.label.field not in {"bibliography", "sources"}
    if is_label or _stands_as_label(block, line, following, table):
        return Label("extra", tidy(name), line, is_known=False)
    return None


def _stands_as_label(block: Block, line: Line, following: Line | None, table: Mapping[str, str]) -> bool:
    """Whether a short line without digits, dash or colon is a label, judged by what stands above and below it."""
    if block.is_closed:
        return True
    if not block.lines or following is None:
        return False
    if block.is_dashed:
        return "," not in line.content and not _forgot_dash(block.lines[-1], line, following)
    if block.label.field in _PERIODS:
        return True
    if following.is_item:
        return True
    # A Thai line amid Latin headwords, with something under it.
    return (
        block.label.field == "headwords"
        and _LATIN.search(block.lines[-1].content) is not None
        and _THAI.search(line.content) is not None
        and _LATIN.search(line.content) is None
        and read_label(following, table, inside=True) is None
    )


def _forgot_dash(before: Line, line: Line, following: Line) -> bool:
    """Whether a line between two list items is one of them: long, or where dictionary order would have it."""
    if len(line.content.split()) > 3:
        return True
    keys = [sort_key(_bare(each)) for each in (before, line, following)]
    return following.is_item and keys[0] <= keys[1] <= keys[2]


def _bare(line: Line) -> str:
    return without_dash(Value(line.content[: 2 * LABEL_LIMIT], line.content_start), "keywords").text


def _finding(code: str, severity: Severity, line: Line, message: str, fix: str | None = None) -> Finding:
    return Finding(code, severity, line.content_start, line.content_end, line.content[:200], message, fix)


def _unknown(label: Label) -> Finding:
    message = f"ไม่รู้จักป้ายกำกับ “{label.name}” ระบบเก็บป้ายและค่าไว้ตามต้นฉบับ"
    return _finding("unknown_label", Severity.REMARK, label.line, message)


def _missing_dash(line: Line) -> Finding:
    message = "ค่านี้ไม่มี “- ” นำหน้าอย่างค่าอื่นในรายการเดียวกัน ระบบนับเป็นค่าหนึ่ง"
    return _finding("missing_dash", Severity.REMARK, line, message, f"- {line.content}")


def _numbered(block: Block) -> Finding:
    message = f"ค่าใต้ป้ายกำกับ “{block.label.name}” มีเลขลำดับนำหน้าทั้ง {len(block.lines)} ค่า ระบบตัดเลขลำดับออก"
    return _finding("numbered_list", Severity.REMARK, block.lines[0], message)


def _repeated(blocks: Sequence[Block]) -> Iterator[Finding]:
    seen: set[str] = set()
    for block in blocks:
        if block.key in seen:
            message = f"ป้ายกำกับ “{block.label.name}” มีมากกว่าหนึ่งแห่ง ระบบรวมค่าทั้งหมดไว้ตามลำดับ"
            yield _finding("repeated_label", Severity.WARNING, block.label.line, message)
        seen.add(block.key)


def _empty(blocks: Sequence[Block]) -> Iterator[Finding]:
    """A remark for every label with nothing under it, not even the dash that says "none"."""
    for block in blocks:
        if not block.lines:
            line = block.label.line
            message = f"ป้ายกำกับ “{block.label.name}” ไม่มีค่า และไม่มี “-” บอกว่าไม่มี"
            yield _finding("empty_field", Severity.REMARK, line, message, f"{line.content}\n-")
