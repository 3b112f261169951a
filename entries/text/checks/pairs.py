"""Parentheses and quotation marks that have no partner."""

import re
from collections.abc import Iterator
from typing import Final

from entries.text.checks.subject import WORD_FIELDS, Subject
from entries.text.checks.values import Check, Hit
from entries.text.findings import Severity

_CLOSING: Final = {")": "(", "]": "[", "}": "{", "）": "（"}
_OPENING: Final = frozenset(_CLOSING.values())
_SIGNS: Final = re.compile(r"[()\[\]{}（）]")
# "๑)", "ก)", "a)" before an item of a list.
_ITEM: Final = re.compile(r"(?:^|[\s(])(?:[0-9๐-๙]{1,3}|[ก-ฮ]|[A-Za-z]|[ivx]{1,4})\Z")
_QUOTES: Final = {"”": "“", "»": "«"}
_QUOTE_SIGNS: Final = re.compile("[“”«»]")
#: An opening quotation mark may be closed this many paragraphs later.
_FARTHEST: Final = 3


def parentheses(subject: Subject) -> Iterator[Hit]:
    """Opening and closing parentheses and brackets that do not pair within their value."""
    for field, index, text in subject.values(*WORD_FIELDS):
        open_: list[int] = []
        for sign in _SIGNS.finditer(text):
            char = sign[0]
            if char in _OPENING:
                open_.append(sign.start())
            elif open_ and text[open_[-1]] == _CLOSING[char]:
                open_.pop()
            elif char != ")" or not _ITEM.search(text, max(0, sign.start() - 6), sign.start()):
                yield Hit(field, index, *sign.span(), f"วงเล็บปิด {char} ไม่มีวงเล็บเปิดที่คู่กัน")
        for at in open_:
            yield Hit(field, index, at, at + 1, f"วงเล็บเปิด {text[at]} ไม่มีวงเล็บปิดที่คู่กัน")


def quotes(subject: Subject) -> Iterator[Hit]:
    """Quotation marks without a partner; one opened in the prose may be closed up to three paragraphs later."""
    open_: list[Hit] = []
    for field, index, text in subject.values("thai_titles", "paragraphs", "keywords", "see_also"):
        if field != "paragraphs":
            yield from open_
            open_ = []
        else:
            yield from (hit for hit in open_ if index - hit.index > _FARTHEST)
            open_ = [hit for hit in open_ if index - hit.index <= _FARTHEST]
        for sign in _QUOTE_SIGNS.finditer(text):
            if sign[0] not in _QUOTES:
                open_.append(Hit(field, index, *sign.span(), f"อัญประกาศเปิด {sign[0]} ไม่มีอัญประกาศปิดที่คู่กัน"))
            elif open_ and _text_at(subject, open_[-1]) == _QUOTES[sign[0]]:
                open_.pop()
            else:
                yield Hit(field, index, *sign.span(), f"อัญประกาศปิด {sign[0]} ไม่มีอัญประกาศเปิดที่คู่กัน")
        if text.count('"') % 2:
            at = text.rindex('"')
            yield Hit(field, index, at, at + 1, "อัญประกาศตรงมีจำนวนคี่ ขาดข้างใดข้างหนึ่ง")
    yield from open_


def _text_at(subject: Subject, hit: Hit) -> str:
    values: tuple[str, ...] = getattr(subject.article, hit.field)
    return values[hit.index][hit.start : hit.end]


def nested_brackets(subject: Subject) -> Iterator[Hit]:
    """A gloss whose parenthesis opens straight after a square bracket: it does not follow its term."""
    for field, index, text in subject.values("paragraphs"):
        for found in re.finditer(r"\[\s?\(", text):
            yield Hit(field, index, *found.span(), "วงเล็บของคำกำกับเปิดต่อจากวงเล็บเหลี่ยม ไม่ได้ตามหลังคำที่กำกับ")


PAIRS: Final = (
    Check(
        "unbalanced_parentheses", Severity.ERROR, "วงเล็บไม่ครบคู่",
        "วงเล็บเปิดและปิดต้องครบคู่ในย่อหน้าเดียวกัน", parentheses,
    ),
    Check(
        "unbalanced_quotes", Severity.WARNING, "อัญประกาศไม่ครบคู่",
        "อัญประกาศเปิดและปิดต้องครบคู่", quotes,
    ),
    Check(
        "bracket_nesting", Severity.REMARK, "วงเล็บซ้อนผิดที่",
        "คำกำกับภาษาต่างประเทศต้องตามหลังคำที่กำกับ แล้วจึงขึ้นวงเล็บเหลี่ยม", nested_brackets,
    ),
)  # fmt: skip
