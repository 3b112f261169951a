"""See-entries: a body that only leads to another entry, in the shapes in which files write it."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from entries.text.article import SEE, SEE_LIMIT
from entries.text.findings import Finding, Severity
from entries.text.parser.lines import Line, line_at
from entries.text.parser.prose import Paragraph
from entries.text.parser.values import Value

_PLAIN: Final = re.compile(r"ดู(?:\s*[:：]\s*(?=\S)|\s+(?=\S)|(?=[A-Za-z\u200b]))")
# ดูที่ X, ดูคำว่า X: words between ดู and the name, set off by a space, a colon or a change of script.
_WORDED: Final = re.compile(
    r"ดู\s*(?:ได้)?(?:ที่|คำว่า|คำตั้ง|รายการ|หัวข้อ|เรื่อง)(?:\s*[:：]\s*(?=\S)|\s+(?=\S)|(?=[A-Za-z“\"]))"
)
# ดูX: ที่ is the name's own in nouns of place.
_GLUED: Final = re.compile(r"ดู(?:ที่(?!ราบ|ดิน|ทำ|ประชุม|ปรึกษา|มั่น|หมาย|ลุ่ม|ดอน|ว่า|มา))?(?=[ก-ฮเ-ไ“\"])")
# Verbs that open with ดู.
_VERB: Final = re.compile(
    "ดู(?:แล|หมิ่น|ถูก|เหมือน|ดาย|ดี|ด|แคลน|งาน|หนัง|ตัว|หมอ|ออก|เบา|ราว|จะ|ว่า|คล้าย|สิ|ก่อน|เอา|กัน|แต่|แปลก|ไม่|ผิว|ๆ|ให้|จาก|ได้)"
)
_SENTENCE: Final = re.compile(r"เป็น|คือ|\)\*\s*\S|ได้|และ|ซึ่ง")
#: ดู straight before a Thai name opens a see-entry only in a body of at most so many code points.
GLUED_LIMIT: Final = 80
_BRACKETS: Final = {"(": ")", "[": "]", "（": "）"}
_IN_HEAD: Final = re.compile(r"(?<=\S)\s+(?=[(\[（]?ดู(?:\s|ที่|[:：A-Za-z]))")


class See(NamedTuple):
    """The target of a see-entry with its place, and what the reading of it has to say."""

    target: Value
    findings: tuple[Finding, ...] = ()


def read_see(paragraph: Paragraph, *, is_named: bool) -> See | None:
    """The see-entry that a body of this one paragraph is, or None.

    `is_named`: a head line or a label names the entry. Only then is ดู straight before a Thai name taken for one.
    """
    text = paragraph.text
    if "\n" in text or len(paragraph.pieces) != 1 or len(text) > SEE_LIMIT + 2 * len(SEE):
        return None
    if not text.startswith(("ดู", *_BRACKETS)):
        return None
    start, end = _inside_brackets(text)
    worded = _WORDED.match(text, start, end)
    match = worded or _PLAIN.match(text, start, end)
    is_sure = match is not None
    if match is None and is_named and end - start <= GLUED_LIMIT and not _VERB.match(text, start):
        match = None if _SENTENCE.search(text, start, end) else _GLUED.match(text, start, end)
    if match is None or not 0 < end - match.end() <= SEE_LIMIT:
        return None
    at = paragraph.pieces[0].source
    target = Value(text[match.end() : end].rstrip(), at + match.end())
    if is_sure and not worded and start == 0:
        return See(target)
    severity = Severity.REMARK if is_sure else Severity.WARNING
    return See(target, (_rewritten(Value(text, at), target, severity),))


def _inside_brackets(text: str) -> tuple[int, int]:
    closing = _BRACKETS.get(text[0])
    whole = text.rstrip("*. ")
    if closing is None or not whole.endswith(closing) or text.find(closing) != len(whole) - 1:
        return 0, len(text)
    inside = text[1 : len(whole) - 1]
    return 1 + len(inside) - len(inside.lstrip()), 1 + len(inside.rstrip())


def _rewritten(written: Value, target: Value, severity: Severity) -> Finding:
    fix = f"{SEE}{target.text}"
    message = f"รายการโยงเขียนว่า “{written.text}” ระบบอ่านเป็น “{fix}”"
    return Finding("see_rewritten", severity, written.start, written.end, written.text[:200], message, fix)


def see_beside_name(lines: Sequence[Line]) -> tuple[list[Line], See] | None:
    """A body of at most two lines one of which, or both, has "ดู ‹target›" after the name: Petrograd ดู Leningrad.

    Gives the lines without it and the see-entry; the target is that of the first. None where no line is such.
    """
    filled = [line for line in lines if not line.is_blank]
    if not 0 < len(filled) <= 2:
        return None
    bare: list[Line] = []
    see: See | None = None
    for line in filled:
        cut = _IN_HEAD.search(line.content) if len(line.content) <= 2 * SEE_LIMIT else None
        target = cut and _target_behind(line, cut)
        if cut is None or target is None:
            bare.append(line)
            continue
        bare.append(line_at(line.start, line.text[: line.content_start - line.start + cut.start()]))
        written = Value(line.content, line.content_start)
        if see is None:
            see = See(target, (_rewritten(written, target, Severity.REMARK),))
        else:
            see = See(see.target, (*see.findings, _second(written, see.target)))
    return see and (bare, see)


def _target_behind(line: Line, cut: re.Match[str]) -> Value | None:
    behind = Paragraph()
    behind.add(line_at(line.content_start + cut.end(), line.content[cut.end() :]), "")
    see = read_see(behind, is_named=True)
    return see and see.target


def _second(written: Value, target: Value) -> Finding:
    message = f"บรรทัด “{written.text}” บอกรายการโยงอีกครั้ง รายการโยงมีเป้าหมายเดียว ระบบใช้ “{target.text}”"
    return Finding("see_rewritten", Severity.WARNING, written.start, written.end, written.text[:200], message)
