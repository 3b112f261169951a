"""Sentences: a full stop at the end, spaces that seem missing or too many. All but the first are suggestions only.

Thai parts sentences by spaces alone, and where one ends is a matter of its sense. What a rule can see are words that
open a sentence (`missing_sentence_space`) and subjects that are glued to what is no verb or preposition
(`possible_sentence_space`). Of the 35 places that an editor was sure of in the development entry the first finds 10
and the second 12, both without a false one; the rest (a noun after a noun, เมื่อ, หลัง and ระหว่าง, which go on a sentence
as often as they begin one) is left to readers. On texts nobody has seen expect less.
"""

import re
from collections.abc import Iterator
from typing import Final

from entries.text.checks.spacing import CLUSTER, LETTER, STARTING
from entries.text.checks.subject import Subject
from entries.text.checks.values import Check, Hit
from entries.text.findings import Severity

_STOP: Final = re.compile(r"(?P<word>\S{1,60})(?<!\.)\.(?P<quote>[”\"]?)\Z")
_ABBREVIATION: Final = re.compile(rf"(?:[^{LETTER}]|\A)[ก-ฮ]{{1,4}}\Z|\.")
_THAI: Final = re.compile(f"[{LETTER}]")
_LAST: Final = re.compile(rf"(?:[๐-๙]{{1,4}}|{CLUSTER}|[ๆฯ)*”])\Z")

# Phrases that open a sentence, each with the words that may be glued before it because the two belong together.
_JOINING: Final = "แต่ และ หรือ ทว่า ซึ่ง ที่ โดย ว่า เพราะ ทั้ง แม้ จึง ก็ ยัง"
_OPENERS: Final[tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]] = tuple(
    (
        re.compile(opener),
        re.compile(f"(?:{'|'.join(f'{_JOINING} {joined}'.split())})\\Z"),
    )
    for opener, joined in (
        ("อย่างไรก็ตาม|อย่างไรก็ดี", "ไม่ว่า เป็น ทำ"),
        ("นอกจากนี้|นอกจากนั้น", "อื่น"),
        ("ขณะเดียวกัน", "ใน ณ ของ แห่ง"),
        ("จากนั้น(?=เขา|เธอ|พระองค์|จึง|ก็|ใน|เมื่อ)", "หลัง ออก ไป มา ห่าง นอก ถัด ต่อ"),
        (
            "ต่อมา(?= ?(?:ใน|เมื่อ))",
            "ใน ของ เวลา ปี วัน เดือน คืน ครั้ง สมัย ยุค ระยะ ช่วง ศตวรรษ ทศวรรษ รุ่น คน สืบ กัน จะ เป็น ได้ มา ชั่วโมง นาที สัปดาห์ ลำดับ "
            "ถัด ให้ นาน ฉบับ เล่ม ไป อีก ใด เหตุการณ์ เนื่อง เขา เธอ พระองค์ ตก สัก ทอด เรื่อง เช้า ค่ำ",
        ),
    )
)
# What leads up to a subject or an object, so that no sentence begins behind it.
_NOT_BEFORE: Final = """
ของ ให้ ว่า แต่ และ หรือ กับ ต่อ ต้าน ที่ ซึ่ง อัน เมื่อ ส่วน โดย จาก ทั้ง ระหว่าง เพราะ เพื่อ แม้ จน จนกระทั่ง ขณะ หาก ถ้า ใน แก่ แด่ ด้วย
ภาย ครั้น เป็น คือ ก็ จึง ได้ จะ ต้อง ถูก ไม่ การ ความ ไป มา แล้ว ตาม ถึง ยัง พบ ส่ง เลือก ปลด ขจัด สนับสนุน ช่วยเหลือ ยกย่อง แนะนำ
ชักชวน เชิญ แต่งตั้ง เสนอแนะ เนรเทศ จับกุม กล่าวหา กีดกัน โจมตี ปกป้อง ลัทธิ กลุ่ม พวก นาย นาง สมัย ยุค เหนือ ข้าง ก่อน หลัง เช่น
อย่าง นี้ นั้น เดียวกัน ต่อมา ปี คม ยน พันธ์ อันที่จริง เพียง
"""
_WHO: Final = "เขา|เธอ|พระองค์"
_DOES: Final = "(?:จึง|ได้|ยัง|เห็นว่า|คาดหวัง|คาดว่า|เสียชีวิต|ถึงแก่|เสนอ|เรียกร้อง|ถูก|ทรง|เริ่ม|ก็)"
_NO_MATTER: Final = re.compile("ไม่ว่า|แค่ไหน|เพียงใด")
_LEADS_UP: Final = re.compile(f"(?:{'|'.join(_NOT_BEFORE.split())})\\Z")
#: So many titles are looked for in the prose.
_FEW: Final = 20
_LAST_CLUSTER: Final = re.compile(rf"(?:{CLUSTER}|.)\Z")
_AFTER_OPENER: Final = re.compile(rf"(?P<left>อย่างไรก็ตาม|อย่างไรก็ดี)(?!แต่|ที|กับ)(?P<right>{CLUSTER})")
_TIME: Final = re.compile(r"(?P<word>เมื่อ|ตั้งแต่|จนถึง|จนกระทั่ง|ใน)\s(?P<time>วันที่|เดือน(?=[มกพสตธ]))")
_MARKS_BEHIND: Final = "ะาำิ-ฺ"
_PREPOSITION: Final = re.compile(
    rf"(?<![ก-ฮ]เสมือน)(?P<word>เหมือน|(?<!สิ่ง)(?<!ข้าว)(?<!เจ้า)ของ|(?<!ได้)แก่|แด่|เพื่อ) "
    rf"(?P<object>(?!และ|แต่|หรือ|ก็|จึง|ซึ่ง|ที่|ณ|{CLUSTER}\.){CLUSTER})"
)
_FIRST_CLUSTER: Final = re.compile(CLUSTER)
_LISTING: Final = re.compile(r"(?:เช่น|ได้แก่)\Z")
# The look back is after the letter, so that the engine looks for the letter first.
_NA: Final = re.compile(rf"ณ(?<![{LETTER}]ณ)(?=[{STARTING}])(?!รงค์|เดช|เรศ|เดชน์)")


def final_full_stops(subject: Subject) -> Iterator[Hit]:
    """A full stop that ends a paragraph of Thai prose and belongs to no abbreviation."""
    for index, text in enumerate(subject.article.paragraphs):
        found = _STOP.search(text, max(0, len(text) - 64)) if "." in text[-2:] else None
        if not found or _ABBREVIATION.search(found["word"]) or not _THAI.search(text):
            continue
        last = _LAST.search(found["word"])
        if last:
            start = found.start() + last.start()
            message = "ร้อยแก้วภาษาไทยไม่ใช้มหัพภาคจบประโยค"
            yield Hit("paragraphs", index, start, found.end(), message, last[0] + found["quote"])


def missing_spaces(subject: Subject) -> Iterator[Hit]:
    """A phrase that opens a sentence glued to the one before, or to what follows."""
    for index, text in enumerate(subject.article.paragraphs):
        for opener, belongs in _OPENERS:
            for found in opener.finditer(text):
                at = found.start()
                before = text[max(0, at - 40) : at]
                if not _THAI.match(before[-1:]) or belongs.search(before) or _NO_MATTER.search(before):
                    continue
                left = _LAST_CLUSTER.search(before)
                start = at - len(left[0]) if left else at
                message = f"น่าจะเว้นวรรคหน้า “{found[0]}”"
                yield Hit("paragraphs", index, start, found.end(), message, f"{text[start:at]} {found[0]}")
        for found in _AFTER_OPENER.finditer(text):
            fix = f"{found['left']} {found['right']}"
            yield Hit("paragraphs", index, *found.span(), f"น่าจะเว้นวรรคหลัง “{found['left']}”", fix)


def possible_sentences(subject: Subject) -> Iterator[Hit]:
    """Words that may begin a sentence or a clause, glued to a word that does not lead up to them."""
    who = _who(subject)
    pattern = re.compile(f"(?<=[{LETTER}])(?:(?:{who})(?={_DOES})|ขณะนั้น(?=[{STARTING}]))")
    for index, text in enumerate(subject.article.paragraphs):
        for found in pattern.finditer(text):
            at = found.start()
            left = _LAST_CLUSTER.search(text, max(0, at - 12), at)
            if left and not _LEADS_UP.search(text, max(0, at - 16), at):
                words = f"{left[0]} {found[0]}"
                message = f"“{found[0]}” อาจขึ้นประโยคใหม่ หากใช่ให้เว้นวรรคข้างหน้า"
                yield Hit("paragraphs", index, left.start(), found.end(), message, words)


def _who(subject: Subject) -> str:
    """A pattern of the pronouns and of the entry's own names behind the first."""
    names = {word for title in subject.article.thai_titles[:_FEW] for word in title.split()[1:] if len(word) > 3}
    return "|".join([_WHO, *map(re.escape, sorted(names, key=len, reverse=True))])


def missing_spaces_after_words(subject: Subject) -> Iterator[Hit]:
    """ณ glued to the name of a place, and เช่น or ได้แก่ to the first glossed name of a list."""
    for index, text in enumerate(subject.article.paragraphs):
        for found in _NA.finditer(text):
            yield from _after_word(index, text, "ณ", found.end())
    for reference in subject.references:
        text = subject.article.paragraphs[reference.paragraph]
        before = _LISTING.search(text, max(0, reference.start - 10), reference.start)
        if before and reference.has_anchor:
            yield from _after_word(reference.paragraph, text, before[0], reference.start)


def _after_word(index: int, text: str, word: str, at: int) -> Iterator[Hit]:
    right = _FIRST_CLUSTER.match(text, at)
    if right:
        message = f"น่าจะเว้นวรรคหลัง “{word}”"
        yield Hit("paragraphs", index, at - len(word), right.end(), message, f"{word} {right[0]}")


def spurious_spaces(subject: Subject) -> Iterator[Hit]:
    """A space between a preposition and its object, or between a subject and ก็."""
    subject_then = re.compile(f"(?P<word>{_who(subject)}) (?P<object>ก็)(?![{_MARKS_BEHIND}])")
    for index, text in enumerate(subject.article.paragraphs):
        for pattern in (_PREPOSITION, subject_then) if " ก็" in text else (_PREPOSITION,):
            for found in pattern.finditer(text):
                words = found["word"] + found["object"]
                yield Hit("paragraphs", index, *found.span(), f"อาจไม่ต้องเว้นวรรคใน “{words}”", words)
        for found in _TIME.finditer(text):
            fix = found["word"] + found["time"]
            yield Hit(
                "paragraphs", index, *found.span(), f"ไม่เว้นวรรคระหว่าง “{found['word']}” กับ “{found['time']}”", fix
            )


SENTENCES: Final = (
    Check(
        "final_full_stop", Severity.WARNING, "มหัพภาคท้ายย่อหน้า",
        "ร้อยแก้วภาษาไทยจบด้วยการเว้นวรรค ไม่ใช้มหัพภาค", final_full_stops, is_safe=True,
    ),
    Check(
        "missing_sentence_space", Severity.REMARK, "อาจขาดวรรคระหว่างประโยค",
        "คำที่ขึ้นต้นประโยค เช่น “อย่างไรก็ตาม” “ต่อมา” เขียนติดกับข้อความข้างหน้าหรือข้างหลัง "
        "วรรคที่ขาดในที่อื่นรู้ได้จากความเท่านั้น ในบทความที่ตรวจด้วยตาแล้ว ข้อนี้กับ “อาจขึ้นประโยคใหม่” พบรวมกันราวสองในสาม",
        missing_spaces,
    ),
    Check(
        "possible_sentence_space", Severity.REMARK, "อาจขึ้นประโยคใหม่โดยไม่เว้นวรรค",
        "สรรพนามหรือชื่อของรายการที่อาจเป็นประธานของประโยคใหม่เขียนติดกับข้อความข้างหน้า เป็นเพียงข้อเสนอ ต้องอ่านความก่อน",
        possible_sentences,
    ),
    Check(
        "missing_space_word", Severity.REMARK, "อาจขาดวรรคหลัง “ณ” “เช่น” “ได้แก่”",
        "เว้นวรรคหลังบุพบท “ณ” และหลัง “เช่น” กับ “ได้แก่” ที่ขึ้นต้นรายการตัวอย่าง", missing_spaces_after_words,
    ),
    Check(
        "spurious_space", Severity.REMARK, "วรรคเกิน",
        "ไม่เว้นวรรคระหว่างบุพบทกับคำที่ตามหลัง และระหว่างประธานกับ “ก็”", spurious_spaces,
    ),
)  # fmt: skip
