"""Characters that are not seen, and Thai marks that are not in order."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from entries.text.checks.subject import ALL_FIELDS, Subject
from entries.text.checks.values import Check, Hit
from entries.text.findings import Severity
from entries.text.thai import has_regular_marks, normalise

_ZERO_WIDTH: Final = re.compile("[\u00ad\u200b-\u200d\u2060-\u2064\ufeff]+")
_BIDI: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_ODD_SPACE: Final = re.compile(
    "(?<! )[ ]*[\t\u1680\u2000-\u200a\u202f\u205f\u3000][ \t\u1680\u2000-\u200a\u202f\u205f\u3000]*"
)
_LINE_SIGN: Final = re.compile("[\u0085\u2028\u2029]+")
_BROKEN: Final = re.compile("[\ufffd\ue000-\uf8ff]+")
_MARKS: Final = "ัิ-ฺ็-๎"
# Marks beside an invisible character wait until that has gone: only then is it seen what they stand with.
_UNSEEN: Final = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_DOUBLED_E: Final = re.compile(f"(?<![{_UNSEEN}])เเ+(?![{_UNSEEN}])")
_RUN: Final = re.compile(f"[ก-ฮ][{_MARKS}าำ]{{2,}}(?![{_MARKS}าำ{_UNSEEN}])")
_MARK_NAMES: Final = "สระหรือวรรณยุกต์"
# Marks with no letter under them: at the start, or after what can bear none.
_BARE: Final = "[\\s\u200b()“”\"'0-9๐-๙ะาำๅๆฯA-Za-z*,;:!?–—-]"
# What one letter can bear only once.
_TONES: Final = "่้๊๋"
_VOWELS: Final = "ัิีึืุู"
_RIVALS: Final = re.compile(f"[{_TONES}][{_MARKS}]{{0,4}}[{_TONES}]|[{_VOWELS}][{_MARKS}]{{0,4}}[{_VOWELS}]")
_LEADING: Final = re.compile(
    "(?P<vowels>[เ-ไ](?:[เ-ไ]+|(?=[ \u00a0]{1,3}[ก-ฮ])))(?:(?P<space>[ \u00a0]{1,3})(?P<letter>[ก-ฮ]))?"
)
_NAMED_VOWEL: Final = re.compile("สระ ?\\Z")
_DANGLING: Final = re.compile(f"(?:(?<=^)|(?<={_BARE}))[{_MARKS}]+")
_MAY_DANGLE: Final = re.compile(f"{_BARE}[{_MARKS}]|\\A[{_MARKS}]")


def zero_width(subject: Subject) -> Iterator[Hit]:
    """Characters without width."""
    for field, index, text in subject.unusual:
        for found in _ZERO_WIDTH.finditer(text):
            yield Hit(field, index, *found.span(), f"มีอักขระที่มองไม่เห็น {_names(found[0])}", "")


def bidi_controls(subject: Subject) -> Iterator[Hit]:
    """Controls of writing direction."""
    for field, index, text in subject.unusual:
        for found in _BIDI.finditer(text):
            yield Hit(field, index, *found.span(), f"มีอักขระควบคุมทิศทางการเขียน {_names(found[0])}", "")


def odd_spaces(subject: Subject) -> Iterator[Hit]:
    """White space that is neither a space, a no-break space nor a line break."""
    for field, index, text in subject.unusual:
        for pattern in (_ODD_SPACE, _LINE_SIGN):
            for found in pattern.finditer(text):
                yield Hit(field, index, *found.span(), f"มีช่องว่างชนิดพิเศษ {_names(found[0].strip(' '))}", " ")


def thai_marks(subject: Subject) -> Iterator[Hit]:
    """ํา for ำ, เเ for แ, a mark typed twice, marks in an order that no keyboard should give."""
    for field, index, text in subject.values(*ALL_FIELDS):
        for found in _DOUBLED_E.finditer(text) if "เเ" in text else ():
            if len(found[0]) == 2:
                yield Hit(field, index, *found.span(), "พิมพ์สระเอสองตัวแทนสระแอ", "แ")
        for found in _RUN.finditer(text) if not has_regular_marks(text) or _RIVALS.search(text) else ():
            if rivals := _rivals(found[0]):
                either = " หรือ ".join(f"“{_without(found[0], rivals, kept)}”" for kept in rivals)
                message = f"พยัญชนะเดียวมี{_MARK_NAMES}สองรูปที่อยู่ด้วยกันไม่ได้ ที่ถูกคือ {either}"
                yield Hit(field, index, *found.span(), message)
                continue
            mended = normalise(found[0])
            if mended != found[0]:
                yield Hit(field, index, *found.span(), f"{_MARK_NAMES}ซ้ำ ผิดลำดับ หรือพิมพ์แยกส่วน", mended)


def _rivals(run: str) -> list[str]:
    """The marks of a run of which only one can be right: two tone marks, two vowels over or under one letter."""
    for kind in (_TONES, _VOWELS):
        if len(found := list(dict.fromkeys(char for char in run if char in kind))) > 1:
            return found
    return []


def _without(run: str, rivals: Sequence[str], kept: str) -> str:
    return normalise("".join(char for char in run if char == kept or char not in rivals))


def leading_vowels(subject: Subject) -> Iterator[Hit]:
    """A vowel that is written before its consonant, with another such vowel, a space or nothing behind it."""
    for field, index, text in subject.values(*ALL_FIELDS):
        for found in _LEADING.finditer(text):
            vowels = found["vowels"]
            if len(vowels) > 1:
                if vowels != "เเ":
                    fix = "แ" if set(vowels) == {"เ", "แ"} else vowels[0] if len(set(vowels)) == 1 else None
                    message = f"สระหน้าซ้อนกัน “{vowels}” พยัญชนะหนึ่งมีสระหน้าได้รูปเดียว"
                    yield Hit(field, index, *found.span("vowels"), message, "แ" if vowels == "เเเ" else fix)
            elif found["space"] and not _NAMED_VOWEL.search(text, max(0, found.start() - 4), found.start()):
                message = f"สระหน้า “{vowels}” แยกจากพยัญชนะที่ตามหลัง"
                yield Hit(field, index, *found.span(), message, vowels + found["letter"])


def dangling_marks(subject: Subject) -> Iterator[Hit]:
    """A mark that stands on no letter."""
    for field, index, text in subject.values(*ALL_FIELDS):
        for found in _DANGLING.finditer(text) if _MAY_DANGLE.search(text) else ():
            yield Hit(field, index, *found.span(), f"{_MARK_NAMES}ไม่มีพยัญชนะรองรับ {_names(found[0])}")


def broken_characters(subject: Subject) -> Iterator[Hit]:
    """Characters that a wrong decoding or an old font has left."""
    for field, index, text in subject.unusual:
        for found in _BROKEN.finditer(text):
            yield Hit(field, index, *found.span(), f"มีอักขระเสียหรืออักขระเฉพาะของแบบตัวพิมพ์เก่า {_names(found[0])}")


def _names(characters: str) -> str:
    return " ".join(f"U+{code:04X}" for code in sorted({ord(char) for char in characters})[:5])


MARKS: Final = (
    Check(
        "zero_width", Severity.WARNING, "อักขระที่มองไม่เห็น",
        "อักขระไร้ความกว้างทำให้ค้นหาและเรียงลำดับผิด", zero_width, is_safe=True,
    ),
    Check(
        "bidi_control", Severity.WARNING, "อักขระควบคุมทิศทาง",
        "อักขระควบคุมทิศทางการเขียนทำให้ข้อความที่เห็นไม่ตรงกับที่เก็บ", bidi_controls, is_safe=True,
    ),
    Check(
        "irregular_space", Severity.WARNING, "ช่องว่างชนิดพิเศษ",
        "ใช้วรรคธรรมดาแทนแท็บและช่องว่างความกว้างพิเศษ", odd_spaces, is_safe=True,
    ),
    Check(
        "irregular_marks", Severity.ERROR, "สระและวรรณยุกต์ผิดปกติ",
        "สระอำพิมพ์แยกส่วน สระแอพิมพ์ด้วยสระเอสองตัว เครื่องหมายซ้ำหรือผิดลำดับ", thai_marks, is_safe=True,
    ),
    Check(
        "leading_vowel", Severity.WARNING, "สระหน้าซ้อนหรือแยกจากพยัญชนะ",
        "สระ เ แ โ ใ ไ เขียนรูปเดียวติดหน้าพยัญชนะ เช่น “แเม่” “เ ก” เป็นการพิมพ์ผิด", leading_vowels,
    ),
    Check(
        "dangling_mark", Severity.ERROR, "สระหรือวรรณยุกต์ลอย",
        "สระบน สระล่าง วรรณยุกต์ และทัณฑฆาตต้องมีพยัญชนะรองรับ", dangling_marks,
    ),
    Check(
        "broken_character", Severity.ERROR, "อักขระเสีย",
        "อักขระที่เกิดจากการแปลงรหัสผิดหรือแบบตัวพิมพ์เก่า ต้องพิมพ์ใหม่", broken_characters,
    ),
)  # fmt: skip
