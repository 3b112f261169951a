"""Keywords and other lists: repetitions and fragments; parts of the entry that are missing."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from entries.text.article import LABELS
from entries.text.checks.subject import MOST_VALUES, Subject
from entries.text.checks.values import Check, Hit
from entries.text.findings import Severity
from entries.text.names import turn_round
from entries.text.thai import match_key, normalise

#: Keywords are compared with each other up to this number; no entry has more.
_MOST_KEYWORDS: Final = 1000
_LISTS: Final = ("headwords", "thai_titles", "see_also", "authors", "bibliography", "sources", "media")


def duplicate_keywords(subject: Subject) -> Iterator[Hit]:
    """A keyword that stands in the list before; one that only differs by its inversion is not taken away unseen."""
    seen: dict[str, str] = {}
    turned: dict[str, str] = {}
    for _, index, keyword in subject.values("keywords"):
        key = match_key(keyword)
        spoken = match_key(turn_round(normalise(keyword))) if "," in keyword else key
        if key and key in seen:
            yield Hit("keywords", index, 0, len(keyword), f"คำสำคัญ “{keyword}” ซ้ำ", "")
        elif key and spoken in turned:
            yield Hit("keywords", index, 0, len(keyword), f"คำสำคัญ “{keyword}” คือ “{turned[spoken]}” ที่กลับนามสกุล")
        if key:
            seen.setdefault(key, keyword)
            turned.setdefault(spoken, keyword)


def duplicate_items(subject: Subject) -> Iterator[Hit]:
    """The same in the other lists."""
    for field in _LISTS:
        seen: set[str] = set()
        for _, index, value in subject.values(field):
            key = match_key(value)
            if key and key in seen:
                yield Hit(field, index, 0, len(value), f"“{value[:80]}” ซ้ำใน “{LABELS[field]}”", "")
            seen.add(key)


def keyword_fragments(subject: Subject) -> Iterator[Hit]:
    """A keyword that the prose has only inside longer keywords."""
    prose = normalise(subject.prose)
    if len(subject.article.keywords) > _MOST_KEYWORDS:
        return
    keywords = {normalise(keyword) for keyword in subject.article.keywords} - {""}
    spoken = {keyword: turn_round(keyword) for keyword in keywords}
    for index, written in enumerate(subject.article.keywords):
        keyword = normalise(written)
        if spoken.get(keyword, "") != keyword:
            continue
        longer = [other for other in keywords if keyword != other and keyword in other and spoken[other] == other]
        if not longer or keyword not in prose:
            continue
        rest = re.sub("|".join(re.escape(other) for other in sorted(longer, key=len, reverse=True)), "\n", prose)
        if keyword not in rest:
            message = f"คำสำคัญ “{written}” ปรากฏในคำอธิบายเฉพาะเป็นส่วนหนึ่งของ “{min(longer, key=len)}”"
            yield Hit("keywords", index, 0, len(written), message, "")


def too_many_values(subject: Subject) -> Iterator[Hit]:
    """A list that no entry has; what goes beyond the limit is not looked at."""
    for field in LABELS:
        values = getattr(subject.article, field)
        if len(values) > MOST_VALUES:
            message = f"“{LABELS[field]}” มี {len(values):,} ค่า ตรวจเฉพาะ {MOST_VALUES:,} ค่าแรก ไฟล์น่าจะเสียหาย"
            yield Hit(field, MOST_VALUES, 0, len(values[MOST_VALUES]), message)


def _missing(field: str, message: str) -> Callable[[Subject], Iterator[Hit]]:
    def find(subject: Subject) -> Iterator[Hit]:
        article = subject.article
        if article.is_see_entry and field not in ("headwords", "thai_titles"):
            return
        if not getattr(article, field):
            yield Hit(field, 0, 0, 0, message)

    find.__doc__ = f"Nothing stands in `{field}`."
    return find


def missing_body(subject: Subject) -> Iterator[Hit]:
    """Neither prose nor a target of a see-entry."""
    if not subject.article.paragraphs and not subject.article.see:
        yield Hit("paragraphs", 0, 0, 0, "ไม่มีคำอธิบาย และไม่ได้เป็นรายการโยง")


LISTS: Final = (
    Check(
        "keyword_duplicate", Severity.WARNING, "คำสำคัญซ้ำ",
        "คำสำคัญแต่ละคำมีในรายการเพียงครั้งเดียว", duplicate_keywords, is_safe=True,
    ),
    Check(
        "duplicate_item", Severity.WARNING, "ค่าซ้ำในรายการ",
        "คำตั้ง คำเทียบ ผู้เขียน และรายการอื่นแต่ละค่ามีเพียงครั้งเดียว", duplicate_items, is_safe=True,
    ),
    Check(
        "too_many_values",
        Severity.ERROR,
        "ค่ามากผิดปกติ",
        "รายการหนึ่งไม่มีค่าในช่องเดียวมากถึงหมื่น",
        too_many_values,
    ),
    Check(
        "keyword_fragment", Severity.REMARK, "คำสำคัญเป็นเพียงส่วนของคำอื่น",
        "คำสำคัญที่ปรากฏในคำอธิบายเฉพาะภายในคำสำคัญที่ยาวกว่า", keyword_fragments,
    ),
    Check(
        "missing_headword", Severity.ERROR, "ไม่มีคำตั้ง",
        "ทุกรายการต้องมีคำตั้งอักษรละติน", _missing("headwords", "ไม่มีคำตั้ง"),
    ),
    Check(
        "missing_title", Severity.ERROR, "ไม่มีคำเทียบ",
        "ทุกรายการต้องมีคำเทียบภาษาไทย", _missing("thai_titles", "ไม่มีคำเทียบภาษาไทย"),
    ),
    Check(
        "missing_body", Severity.ERROR, "ไม่มีคำอธิบาย",
        "รายการต้องมีคำอธิบาย หรือเป็นรายการโยง", missing_body,
    ),
    Check(
        "missing_author", Severity.WARNING, "ไม่มีผู้เขียนคำอธิบาย",
        "ระบุผู้เขียนคำอธิบายของทุกบทความ", _missing("authors", "ไม่มีผู้เขียนคำอธิบาย"),
    ),
    Check(
        "missing_keywords", Severity.WARNING, "ไม่มีคำสำคัญ",
        "คำสำคัญใช้ทำดรรชนีและหาคำที่โยง", _missing("keywords", "ไม่มีคำสำคัญ"),
    ),
    Check(
        "missing_bibliography", Severity.REMARK, "ไม่มีบรรณานุกรม",
        "หากทั้งชุดไม่ใช้บรรณานุกรมท้ายรายการ ให้ปิดการตรวจข้อนี้", _missing("bibliography", "ไม่มีบรรณานุกรมคำตั้ง"),
    ),
)  # fmt: skip
