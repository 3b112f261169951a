"""Spaces that Thai typesetting wants or does not want, where a rule alone can tell."""

import re
from collections.abc import Iterator
from typing import Final

from entries.text.checks.searching import around
from entries.text.checks.subject import THAI_FIELDS, Subject
from entries.text.checks.values import Check, Hit
from entries.text.findings import Severity

LETTER: Final = "ก-ฮะ-ฺเ-ๅ็-๎"
STARTING: Final = "ก-ฮเ-ไ"
LATIN: Final = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_MARKS: Final = "ัิ-ฺ็-๎"
#: A consonant with all that belongs to it, so that a span never parts a letter from its marks.
CLUSTER: Final = f"[เ-ไ]{{0,2}}[ก-ฮ][{_MARKS}]{{0,4}}[ะาำๅ]?[{_MARKS}]{{0,2}}"
_LONGEST: Final = 10
_LONGEST_GLOSS: Final = 200

_NUMBER: Final = "[0-9๐-๙]+(?:[.,:/–—-][0-9๐-๙]+)*"
_DIGIT: Final = re.compile("[0-9๐-๙]")
_GLUED_NUMBER: Final = re.compile(f"(?P<left>{CLUSTER})?(?<![0-9๐-๙])(?P<number>{_NUMBER})(?P<right>{CLUSTER})?")
# A code such as ม๓ or ๑ก is no number beside a word.
_LONE_LETTER: Final = re.compile(rf"(?<![{LETTER}])[ก-ฮ](?![{LETTER}])")
# Names of Latin letters; those that end Thai words as well (ดี, ที, พี) count only where no Thai letter goes before.
_SPELLED: Final = re.compile(
    rf"(?:เอฟ|เอช|เอส|เอ็?ม|เอ็น|เอ็?กซ์|เอ|แอล|คิว|อาร์|ดับเบิลยู|วาย|แซด|เค(?!ร)"
    rf"|(?<![{LETTER}])(?:บี|ซี|ดี|อี|จี|ไอ|เจ|โอ|พี|ที|ยู|วี)+)(?:บี|ซี|ดี|อี|จี|ไอ|เจ|โอ|พี|ที|ยู|วี)*[ -]?\Z"
)
_ERA: Final = re.compile(f"(?P<left>{CLUSTER})?(?P<era>[คพร]\\.(?P<gap>[ \u00a0]?)ศ\\.)(?P<right>[0-9๐-๙])?")
_ERA_ALONE: Final = re.compile("[คพร]\\.[ \u00a0]?ศ\\.")
_YAMOK_ALONE: Final = re.compile("ๆ")
_YAMOK: Final = re.compile(f"(?P<left>{CLUSTER}|[{LATIN}])?ๆ(?P<right>{CLUSTER}|[{LATIN}“‘(0-9๐-๙])?")
_LATIN_RUN: Final = re.compile(f"[{LATIN}][{LATIN}]*")
_AFTER_THAI: Final = re.compile(f"(?<=[{LETTER}ๆ])")
_BEFORE_THAI: Final = re.compile(f"(?=[{STARTING}])")
_LEFT_CLUSTER: Final = re.compile(f"(?:{CLUSTER}|.)\\Z", re.DOTALL)
_RIGHT_CLUSTER: Final = re.compile(f"{CLUSTER}|.", re.DOTALL)
_BEFORE_GLOSS: Final = re.compile(rf"(?P<left>{CLUSTER}|[”’])\((?=\s?(?:[{LATIN}]|[คพ]\.\s?ศ\.))")
_GLUED_OPENING: Final = re.compile(f"(?<=[{LETTER}”’])[(](?=\\s?[{LATIN}คพ])")
_GLUED_CLOSING: Final = re.compile(r"\)\*?[เ-ไก-ฮ]")
_AFTER_GLOSS: Final = re.compile(rf"\((?P<inside>[^()\n]{{1,{_LONGEST_GLOSS}}})\)(?P<star>\*?)(?P<right>{CLUSTER})")
_GLOSS_START: Final = re.compile(rf"\s*[{LATIN}]")
_OUTER_SPACE: Final = re.compile(r"[()](?:(?<=\()[ \t\u00a0]|(?<=\))[ \t\u00a0]+\*)")
_LAST_SPACE: Final = re.compile(r"[ \t\u00a0]\)")
_INNER_SPACE: Final = re.compile(r"\([ \t\u00a0]+(?=[^\s)])|(?<=[^\s(])[ \t\u00a0]+\)|(?<=\))[ \t\u00a0]+\*(?!\*)")
_NO_BREAK: Final = re.compile("(?<![ \u00a0])[ \u00a0]*\u00a0[ \u00a0]*")
_DOUBLE: Final = re.compile(" {2,}")


def spelled_letters_before(text: str, at: int) -> bool:
    """Whether the names of Latin letters stand before a number: a model or a code (เอ๓๒๐, เอฟ๑๖), not a count."""
    return _SPELLED.search(text, max(0, at - 24), at) is not None


def glued_numbers(subject: Subject) -> Iterator[Hit]:
    """Numbers without a space between them and a Thai word: วันที่๒๖ตุลาคม."""
    for field, index, text in subject.values(*THAI_FIELDS):
        for found in around(_DIGIT, _GLUED_NUMBER, _LONGEST, text):
            left, right = found["left"] or "", found["right"] or ""
            if left and not right and spelled_letters_before(text, found.start("number")):
                continue
            if left and _LONE_LETTER.match(text, found.start("left")) and not right:
                continue
            if right and _LONE_LETTER.match(text, found.start("right")) and not left:
                continue
            if left or right:
                fix = f"{left} {found['number']} {right}".strip()
                yield Hit(field, index, *found.span(), f"ตัวเลข “{found['number']}” เขียนติดกับคำ ควรเว้นวรรค", fix)


def glued_eras(subject: Subject) -> Iterator[Hit]:
    """ค.ศ. and its like without a space before or after, or with one inside."""
    for field, index, text in subject.values(*THAI_FIELDS):
        for found in around(_ERA_ALONE, _ERA, _LONGEST, text):
            left, right, era = found["left"] or "", found["right"] or "", found["era"].replace(found["gap"] or " ", "")
            if left or right or found["gap"]:
                fix = f"{left} {era} {right}".strip()
                yield Hit(field, index, *found.span(), f"“{era}” ควรเว้นวรรคหน้าและหลัง และไม่เว้นวรรคข้างใน", fix)


def mai_yamok(subject: Subject) -> Iterator[Hit]:
    """ๆ without a space on either side."""
    for field, index, text in subject.values(*THAI_FIELDS):
        for found in around(_YAMOK_ALONE, _YAMOK, _LONGEST, text):
            if found["left"] or found["right"]:
                fix = f"{found['left'] or ''} ๆ {found['right'] or ''}".strip()
                yield Hit(field, index, *found.span(), "ไม้ยมกควรเว้นวรรคทั้งหน้าและหลัง", fix)


def glued_latin(subject: Subject) -> Iterator[Hit]:
    """Thai and Latin letters without a space between them."""
    for field, index, text in subject.values(*THAI_FIELDS):
        borders = (
            at
            for run in _LATIN_RUN.finditer(text)
            for at, border in ((run.start(), _AFTER_THAI), (run.end(), _BEFORE_THAI))
            if border.match(text, at)
        )
        for at in borders:
            left = _LEFT_CLUSTER.search(text, max(0, at - 12), at)
            right = _RIGHT_CLUSTER.match(text, at)
            if left and right:
                fix = f"{left[0]} {right[0]}"
                yield Hit(field, index, left.start(), right.end(), "อักษรไทยกับอักษรละตินเขียนติดกัน ควรเว้นวรรค", fix)


def glued_glosses(subject: Subject) -> Iterator[Hit]:
    """A gloss without a space before its parenthesis or after it."""
    for field, index, text in subject.values("paragraphs"):
        for found in around(_GLUED_OPENING, _BEFORE_GLOSS, _LONGEST, text):
            yield Hit(field, index, *found.span(), "ควรเว้นวรรคหน้าวงเล็บ", f"{found['left']} (")
        for found in around(_GLUED_CLOSING, _AFTER_GLOSS, _LONGEST_GLOSS + 1, text):
            if found["star"] or _GLOSS_START.match(found["inside"]):
                start, end = found.end("inside"), found.end()
                fix = f"){found['star']} {found['right']}"
                yield Hit(field, index, start, end, "ควรเว้นวรรคหลังวงเล็บหรือดอกจัน", fix)


def spaces_inside_parentheses(subject: Subject) -> Iterator[Hit]:
    """`( Gloss )` and `) *`."""
    for field, index, text in subject.values(*THAI_FIELDS):
        if not _OUTER_SPACE.search(text) and not _LAST_SPACE.search(text):
            continue
        for found in _INNER_SPACE.finditer(text):
            fix = found[0].strip(" \t\u00a0")
            yield Hit(field, index, *found.span(), "ไม่เว้นวรรคด้านในของวงเล็บ และไม่เว้นวรรคหน้าดอกจัน", fix)


def no_break_spaces(subject: Subject) -> Iterator[Hit]:
    """U+00A0 anywhere but where the source format indents."""
    for field, index, text in subject.values("headwords", *THAI_FIELDS):
        for found in _NO_BREAK.finditer(text) if "\u00a0" in text else ():
            yield Hit(field, index, *found.span(), "มีช่องว่างแบบห้ามตัดบรรทัดในข้อความ ควรเป็นวรรคธรรมดา", " ")


def double_spaces(subject: Subject) -> Iterator[Hit]:
    """More than one space together."""
    for field, index, text in subject.values("headwords", *THAI_FIELDS):
        for found in _DOUBLE.finditer(text):
            yield Hit(field, index, *found.span(), "เว้นวรรคเกินหนึ่งวรรค", " ")


SPACING: Final = (
    Check(
        "missing_space_digit", Severity.WARNING, "ตัวเลขติดกับคำ",
        "ตัวเลขกับคำไทยต้องมีวรรคคั่นทั้งหน้าและหลัง เช่น “วันที่ ๒๖ ตุลาคม”", glued_numbers, is_safe=True,
    ),
    Check(
        "missing_space_era", Severity.WARNING, "ศักราชไม่เว้นวรรค",
        "“ค.ศ.” “พ.ศ.” และ “ร.ศ.” เว้นวรรคจากคำข้างหน้าและจากปีข้างหลัง", glued_eras, is_safe=True,
    ),
    Check(
        "mai_yamok_spacing", Severity.WARNING, "วรรคของไม้ยมก",
        "ไม้ยมกเว้นวรรคทั้งหน้าและหลังตามหลักเกณฑ์ของราชบัณฑิตยสภา", mai_yamok, is_safe=True,
    ),
    Check(
        "missing_space_latin", Severity.WARNING, "อักษรไทยติดกับอักษรละติน",
        "คำไทยกับคำที่เขียนด้วยอักษรละตินต้องมีวรรคคั่น", glued_latin, is_safe=True,
    ),
    Check(
        "missing_space_gloss", Severity.WARNING, "วงเล็บติดกับคำ",
        "คำกำกับภาษาต่างประเทศในวงเล็บเว้นวรรคจากคำข้างหน้าและข้างหลัง", glued_glosses, is_safe=True,
    ),
    Check(
        "parenthesis_spacing", Severity.REMARK, "วรรคในวงเล็บ",
        "ด้านในของวงเล็บไม่เว้นวรรค และดอกจันติดกับวงเล็บปิด", spaces_inside_parentheses, is_safe=True,
    ),
    Check(
        "no_break_space", Severity.REMARK, "ช่องว่างแบบห้ามตัดบรรทัด",
        "ช่องว่างแบบห้ามตัดบรรทัด (U+00A0) ใช้ย่อหน้าเท่านั้น ในข้อความใช้วรรคธรรมดา", no_break_spaces, is_safe=True,
    ),
    Check(
        "double_space", Severity.REMARK, "วรรคซ้อน", "ระหว่างคำเว้นเพียงหนึ่งวรรค", double_spaces, is_safe=True,
    ),
)  # fmt: skip
