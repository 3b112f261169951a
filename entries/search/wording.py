"""A text cut into the words that say what it is about. Pure."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from entries.search.folding import fold
from entries.text.segment import vocabulary, words

#: Words that join others or ask, and are in no way what is looked for.
_SMALL: Final = frozenset(
    (
        "การ", "ความ", "ของ", "แห่ง", "ใน", "ที่", "และ", "กับ", "หรือ", "โดย", "จาก", "ต่อ", "เป็น", "คือ", "ได้", "มี", "ว่า",
        "ซึ่ง", "อัน", "ณ", "ด้วย", "เพื่อ", "สำหรับ", "แก่", "แด่", "สู่", "ถึง", "ตาม", "เมื่อ", "ระหว่าง", "เกี่ยวกับ", "ครั้ง", "ปี",
        "พวก", "ชาว", "กรุง", "เมือง", "นคร", "ประเทศ", "นาย", "นาง", "พระเจ้า",
        "ก็", "ให้", "ไป", "มา", "นี้", "นั้น", "ไหม", "ไหน", "ใคร", "อะไร", "ทำไม", "อย่างไร", "เท่าไร", "เมื่อไร",
        "เมื่อไหร่", "ไหร่", "ยังไง", "หมายถึง",
        "the", "of", "and", "in", "for", "on", "at", "to", "an", "is", "was", "who", "what", "when", "where", "why",
        "how", "s",
    )
)  # fmt: skip
THAI: Final = re.compile("[ก-๎]+")
#: A shorter piece is more likely a splinter of a name than a word; what the dictionary lacks is one unless it is long.
SHORTEST: Final = 3
_LONG: Final = 7


def content_words(text: str) -> Iterator[str]:
    """Its words without the small ones; what the dictionary does not have stays together."""
    for word in text.split():
        pieces = list(_joined([word[start:end] for start, end in words(word)]))
        yield from pieces or ([word] if word.casefold() not in _SMALL else [])


def _joined(cut: Sequence[str]) -> Iterator[str]:
    """The words without the small ones, splinters of what the dictionary does not have together."""
    run = ""
    for piece in [*cut, ""]:
        is_small = piece.casefold() in _SMALL or not fold(piece)
        if run and (is_small or not (_is_splinter(piece) or _is_splinter(run))):
            yield _bare(run)
            run = ""
        if not is_small:
            run += piece


def _bare(word: str) -> str:
    """A noun made of a verb is the verb: การปฏิวัติ is ปฏิวัติ."""
    for head in ("การ", "ความ"):
        if word.startswith(head) and word[len(head) :] in vocabulary():
            return word[len(head) :]
    return word


def _is_splinter(piece: str) -> bool:
    """Whether it is part of a name rather than a word: short, or no word and not long."""
    if not THAI.fullmatch(piece):
        return False
    return len(piece) < SHORTEST or (len(piece) < _LONG and piece not in vocabulary())
