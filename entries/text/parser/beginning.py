"""Where the labelled part of a file begins, and lines that may be labels though they are not read as such."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from entries.text.article import LABELS
from entries.text.findings import Finding, Severity
from entries.text.parser.lines import LABEL_LIMIT, Label, Line, read_label, squeezed, tidy
from entries.text.parser.values import Value

#: What stands before the first sure label and is longer than this is prose.
_SHORT: Final = 4 * LABEL_LIMIT
#: So many lines above the labelled part are looked at for labels that nobody has met.
_NEAR: Final = 12
_ORDER: Final = {field: place for place, field in enumerate(LABELS)}
# Words and signs of prose; ความเป็นกลาง and การเป็นทาส are names.
_PROSE: Final = re.compile(r"(?<!ความ)(?<!การ)เป็น|คือ|\)\*")
_SEE: Final = re.compile(r"[(\[]?ดู")
# One Thai word, or one with a colon and a value: what a label looks like.
_WORD: Final = re.compile("[ก-ฮเ-ไ][ก-๎]{2,39}")
_NAMED: Final = re.compile(r"[ก-ฮเ-ไ][ก-๎]{2,39}\s{0,3}[:：]")
_NAME_END: Final = re.compile("[:：]")
_BLANKS: Final = " \t\u00a0"
#: Fields in which one Thai word is remarkable that has another value under it; in those of names not the first.
_NAMES: Final = frozenset({"headwords", "thai_titles"})
_DOUBTED: Final = frozenset(
    {"headwords", "thai_titles", "periods_ce", "periods_be", "authors", "bibliography", "sources", "extra"}
)


def first_label(lines: Sequence[Line], table: Mapping[str, str]) -> tuple[int, list[Finding]]:
    """The index of the line at which the labelled part begins (the number of lines where there is none), and doubts.

    A word of other files for one of the fields (บรรณานุกรม), alone on its line before labels of the format that come
    first there, is a heading of the prose where prose follows it, else a label: either way there is a doubt.
    """
    found = _first_labels(lines, table)
    if not found:
        return _raised(lines, len(lines), table), []
    first, label = found[0]
    own, other = found[-1]
    if own == first or label.value or not label.is_known or _ORDER.get(label.field, -1) <= _ORDER[other.field]:
        return _raised(lines, first, table), []
    if any(line.indent or _PROSE.search(line.content) for line in lines[first + 1 : own]):
        return _raised(lines, own, table), []
    message = f"“{label.name}” อยู่ก่อนป้ายกำกับ “{other.name}” ระบบนับเป็นป้ายกำกับ ไม่ใช่หัวข้อในคำอธิบาย"
    return _raised(lines, first, table), [_finding(Severity.REMARK, Value(*_place(label.line)), message)]


def _first_labels(lines: Sequence[Line], table: Mapping[str, str]) -> list[tuple[int, Label]]:
    """The sure labels with their lines, up to the first of the format's own."""
    found: list[tuple[int, Label]] = []
    for index, line in enumerate(lines):
        if label := read_label(line, table, inside=False):
            found.append((index, label))
            if label.field in LABELS and squeezed(label.name) == LABELS[label.field]:
                return found
    return found[:1]


def _raised(lines: Sequence[Line], first: int, table: Mapping[str, str]) -> int:
    """`first`, or the index of a line above it at which labels begin that are known only among labels.

    Such are the labels of sister encyclopedias, and those of the format with their value behind a space. Between them
    and the first sure label only short lines stand, which are no prose.
    """
    # A head line may be a word that is a label elsewhere.
    filled = (index for index, line in enumerate(lines) if not line.is_blank)
    second = next(islice(filled, 1, None), first)
    above = first
    while above > 0:
        above -= 1
        line = lines[above]
        if line.is_blank:
            continue
        if len(line.content) > _SHORT or line.indent or _PROSE.search(line.content):
            break
        label = read_label(line, table, inside=True)
        if label is None and _SEE.match(line.content):
            break
        if label and (label.value or above > second):
            first = above
    return first


def doubtful_lines(lines: Sequence[Line], table: Mapping[str, str], *, has_labels: bool) -> Iterator[Finding]:
    """Doubts about lines of the prose, without the head lines, that may be labels.

    Such are the labels of a table wherever they stand, and, straight above the labelled part, short lines that look
    like labels.
    """
    doubted = {index for index, line in enumerate(lines) if _is_short_label(line, table)}
    if has_labels:
        doubted |= set(_labels_nobody_has_met(lines))
    for index in sorted(doubted):
        line = lines[index]
        message = f"บรรทัด “{line.content}” อาจเป็นป้ายกำกับ ระบบนับเป็นคำอธิบาย ถ้าเป็นป้ายให้{_advice(line.content)}"
        yield _finding(Severity.WARNING, Value(*_place(line)), message)


def _is_short_label(line: Line, table: Mapping[str, str]) -> bool:
    return 0 < len(line.content) <= LABEL_LIMIT and read_label(line, table, inside=True) is not None


def _labels_nobody_has_met(lines: Sequence[Line]) -> Iterator[int]:
    """Of the short lines at the end of the prose, the lead excepted, those that look like labels.

    A word alone is one where its value stands on the very next line.
    """
    filled = [index for index, line in enumerate(lines) if not line.is_blank]
    for index in reversed(filled[1:][-_NEAR:]):
        line = lines[index]
        if len(line.content) > LABEL_LIMIT or line.indent or _PROSE.search(line.content) or _SEE.match(line.content):
            return
        has_value = index + 1 < len(lines) and not lines[index + 1].is_blank
        if _NAMED.match(line.content) or (has_value and _WORD.fullmatch(line.content)):
            yield index


def doubtful_values(
    text: str, field: str, values: Sequence[Value], table: Mapping[str, str], said: Collection[str] = ()
) -> Iterator[Finding]:
    """Doubts about values of a field that may be labels: known elsewhere as such, or one Thai word amid others.

    `said`: what a head line says too; there is no doubt about that.
    """
    for index, value in enumerate(values):
        content = value.text
        if len(content) > LABEL_LIMIT or content in said or not _stands_alone(text, value):
            continue
        is_known = squeezed(content).rstrip(":：") in table
        is_amid = field in _DOUBTED and (field not in _NAMES or index > 0) and index < len(values) - 1
        if is_known or (is_amid and _WORD.fullmatch(content)):
            message = f"บรรทัด “{content}” อาจเป็นป้ายกำกับ ระบบนับเป็นค่าของป้ายข้างบน ถ้าเป็นป้ายให้{_advice(content)}"
            yield _finding(Severity.WARNING if is_known else Severity.REMARK, value, message)


def _stands_alone(text: str, value: Value) -> bool:
    """Whether the value is its whole line (in which no long indent is looked behind)."""
    before = text[max(0, value.start - LABEL_LIMIT) : value.start].rstrip(_BLANKS)
    after = text[value.end : value.end + LABEL_LIMIT].lstrip(_BLANKS)
    return (not before or before.endswith("\n")) and (not after or after.startswith("\n"))


def _advice(content: str) -> str:
    name = tidy(_NAME_END.split(content, maxsplit=1)[0])
    return f"เขียน “== {name} ==”"


def _place(line: Line) -> tuple[str, int]:
    return line.content, line.content_start


def _finding(severity: Severity, value: Value, message: str) -> Finding:
    return Finding("doubtful_label", severity, value.start, value.end, value.text[:200], message)
